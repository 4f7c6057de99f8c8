"""The long layout: one record a row, every field in a column of its own."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from indicators.catalogue import Catalogue
from indicators.catalogue.definition import Definition
from indicators.intake.answer import About
from indicators.intake.book import Position, RawSheet, is_blank, text_of
from indicators.intake.columns import Columns
from indicators.intake.finding import Finding, Severity
from indicators.intake.harvest import Harvest, passed_over
from indicators.intake.layout import Long
from indicators.intake.lookup import Indicators, column_named
from indicators.intake.manyrecords import take_all
from indicators.intake.planwords import asked_of_rows
from indicators.intake.rowreader import NUMBER_COLUMNS, RowReader
from indicators.intake.secondblock import block_not_read, blocks_not_read, rows_of_titles
from indicators.intake.wide import titles_above


def read_records(
    sheet: RawSheet, layout: Long, *, catalogue: Catalogue, indicators: Indicators, indicator: Definition | None
) -> Harvest:
    """Return the records of a sheet in the long layout, each row judged on its own; all findings at once."""
    if (answer := sheet.answered(About.INDICATOR, *layout.head_cell)) is not None:
        indicator = indicators.by_id.get(answer, indicator)
    harvest = Harvest(findings=list(layout.findings), about=None if indicator is None else indicator.id)
    harvest.findings += _missing_columns(sheet, layout, has_indicator=indicator is not None)
    if any(finding.code == "missing_column" for finding in harvest.findings):
        return harvest
    columns = sheet.by_column()
    rows, lines, headers = _rows(sheet, layout, columns)
    harvest.findings += [block_not_read(sheet, *cell) for cell in headers]
    between = [row for row, _ in lines if len(rows) and row < rows[-1]]
    about = None if "indicator" in layout.columns else indicator
    seconds = list(blocks_not_read(sheet, between, indicators, about))
    harvest.findings += seconds
    if len(lines) > len(seconds):
        harvest.findings.append(passed_over(sheet, lines))
    if "measure" not in layout.columns:
        harvest.findings += asked_of_rows(sheet, titles_above(sheet, layout.header), about)
    reader = RowReader(sheet, layout, columns, rows, catalogue, indicators, indicator)
    harvest.findings += [finding for column in reader.numbers.values() for finding in column.findings]
    take_all(reader, rows, harvest)
    return harvest


def _missing_columns(sheet: RawSheet, layout: Long, *, has_indicator: bool) -> Iterator[Finding]:
    has_value = {"value", "numerator", "denominator"} & layout.columns.keys()
    for name, is_there in (
        ("indicator", "indicator" in layout.columns or has_indicator),
        ("year", "year" in layout.columns),
        ("value", bool(has_value)),
    ):
        if not is_there:
            cell = sheet.address(layout.header, 0)
            figures = {"column": column_named(name), "row": layout.header + 1}
            yield Finding(Severity.ERROR, "missing_column", sheet.name, cell, None, figures)


def _rows(sheet: RawSheet, layout: Long, columns: Columns) -> tuple[np.ndarray, list[Position], list[Position]]:
    """Return the rows that hold a record, the lone cells of those that hold a remark, and headers that come again.

    Below a header with other titles nothing can be read.
    """
    is_below = ~np.logical_and.reduce([column.are(is_blank) for column in columns.columns])
    is_below[: layout.header + 1] = False
    headers: list[Position] = []
    titles = rows_of_titles(columns, below=layout.header)
    for row in titles:
        first = next(column for column, cell in enumerate(sheet.rows[row]) if not is_blank(cell))
        headers.append((row, first))
        if any(sheet.text(row, at) != sheet.text(layout.header, at) for at in range(sheet.width)):
            is_below[row:] = False
            break
    is_filled = {
        name: columns.columns[at].are(lambda cell: bool(text_of(cell).strip())) for name, at in layout.columns.items()
    }
    filled = np.sum(list(is_filled.values()), axis=0)
    is_below[titles] = False
    is_record = is_below & (filled > 0)
    lines: list[Position] = []
    if len(layout.columns) > 1:
        for name, at in layout.columns.items():
            if name not in {"year", *NUMBER_COLUMNS}:
                is_line = is_record & (filled == 1) & is_filled[name]
                lines += [(row, at) for row in np.flatnonzero(is_line).tolist()]
        is_record[[row for row, _ in lines]] = False
    return np.flatnonzero(is_record), sorted(lines), headers
