"""The records of a long table: what nothing is to be said of is taken together, every other row on its own."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from indicators.intake.draft import Draft, as_table
from indicators.intake.finding import Finding, Severity
from indicators.intake.harvest import Harvest
from indicators.intake.plainrows import PlainRows
from indicators.intake.rowreader import RowReader

MOST_BETWEEN = 1_000


def take_all(reader: RowReader, rows: np.ndarray, harvest: Harvest) -> None:
    """Put the records of all rows, and what is wrong with them, into the harvest, in the order of the rows."""
    plain = PlainRows(reader, rows)
    drafts: list[Draft] = []
    places: list[int] = []
    for place in np.flatnonzero(plain.is_odd).tolist():
        draft = reader.take(int(rows[place]), harvest)
        if draft is not None:
            drafts.append(draft)
            places.append(place)
    harvest.findings += reader.about_indicator()
    harvest.outside += [reader.address(row, "district") for row in rows[plain.is_outside].tolist()]
    blank = sorted([*rows[plain.is_blank].tolist(), *reader.blank])
    harvest.rows += int((~plain.is_outside).sum()) - len(blank)
    harvest.plain = _in_order(plain.records(), np.flatnonzero(plain.is_plain), as_table(drafts), places)
    harvest.missing += _missing(harvest.plain)
    if blank:
        cell = reader.address(blank[0], "value" if "value" in reader.layout.columns else "numerator")
        harvest.findings.append(
            Finding(Severity.INFO, "blank_values", reader.sheet.name, cell, figures={"count": len(blank)})
        )


def _in_order(plain: pa.Table, at: np.ndarray, others: pa.Table, places: list[int]) -> pa.Table:
    """Return both kinds of records in the order of their rows; where the others are few the plain are not copied."""
    if not others.num_rows:
        return plain
    before = np.searchsorted(at, places)
    if len(places) > MOST_BETWEEN:
        order = np.argsort(np.concatenate([at, places]), kind="stable")
        return pa.concat_tables([plain, others]).take(pa.array(order))
    pieces, start = [], 0
    for number, end in enumerate(before.tolist()):
        pieces += [plain.slice(start, end - start), others.slice(number, 1)]
        start = end
    return pa.concat_tables([*pieces, plain.slice(start)])


def _missing(records: pa.Table) -> list[str]:
    """Return the cells of the records without a value."""
    is_missing = pc.and_(pc.is_null(records["value"]), pc.invert(records["withdraw"]))
    return [cell for cell in records["cell"].filter(is_missing).to_pylist() if cell]
