"""Figures that a person who looks at the sheet does not see, or sees a thousand times smaller."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
from openpyxl.utils.cell import coordinate_to_tuple

from indicators.intake.book import RawSheet
from indicators.intake.finding import Finding, Severity


def shown_otherwise(sheet: RawSheet, records: pa.Table) -> Iterator[Finding]:
    """Warn of figures taken from hidden rows and columns, and of those that their format shows in thousands."""
    if not (sheet.hidden_rows or sheet.hidden_columns or sheet.shown_smaller):
        return
    cells = [coordinate_to_tuple(cell) for cell in records["cell"].to_pylist() if cell]
    places = [(row - 1, column - 1) for row, column in cells]
    hidden = [at for at in places if at[0] in sheet.hidden_rows or at[1] in sheet.hidden_columns]
    smaller = [at for at in places if at in sheet.shown_smaller]
    for code, found in (("hidden_figures", hidden), ("shown_smaller", smaller)):
        if found:
            row, column = found[0]
            cell, value = sheet.address(row, column), sheet.text(row, column)
            yield Finding(Severity.WARNING, code, sheet.name, cell, value, {"count": len(found)})
