"""The figures of one exhibit as a workbook: numbers as numbers, words as words, the source under them."""

from __future__ import annotations

import datetime as dt
import io

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from indicators.exhibits.exhibit import Exhibit
from indicators.labels import text

WIDEST = 60
NARROWEST = 9


def figures(exhibit: Exhibit) -> bytes:
    """Return a sheet with the exhibit's table, filters on its head, then its title, sentence, version and source."""
    written = io.BytesIO()
    # Text stays text, whatever it begins with: nothing that came in a file is ever run.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(written, options) as book:
        sheet = book.add_worksheet(text(exhibit.language)("page.figures"))
        head = book.add_format({"bold": True, "bg_color": "#DCE9E2", "bottom": 1, "text_wrap": True, "valign": "top"})
        date = book.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
        _table(sheet, exhibit.figures, head, date)
        _below(sheet, exhibit, first=len(exhibit.figures) + 2)
    return written.getvalue()


def _table(sheet: Worksheet, table: pd.DataFrame, head: Format, date: Format) -> None:
    for column, title in enumerate(table.columns):
        cells = table.iloc[:, column].tolist()
        sheet.write_string(0, column, str(title), head)
        longest = max((len(str(cell)) for cell in [title, *cells]), default=0)
        sheet.set_column(column, column, min(max(longest + 2, NARROWEST), WIDEST))
        for row, cell in enumerate(cells, start=1):
            _cell(sheet, row, column, cell, date)
    sheet.freeze_panes(1, 1)
    if len(table) and len(table.columns):
        sheet.autofilter(0, 0, len(table), len(table.columns) - 1)


def _cell(sheet: Worksheet, row: int, column: int, cell: object, date: Format) -> None:
    if cell is None or cell is pd.NA or cell != cell or cell == "":
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell)
    elif isinstance(cell, dt.date):
        sheet.write_datetime(row, column, cell, date)
    else:
        sheet.write_string(row, column, str(cell))


def _below(sheet: Worksheet, exhibit: Exhibit, *, first: int) -> None:
    shown = text(exhibit.language)("page.version_and_year", version=exhibit.version, year=exhibit.as_of)
    told = [exhibit.title, exhibit.headline, shown, exhibit.source_note, *exhibit.notes]
    for row, sentence in enumerate((each for each in told if each), start=first):
        sheet.write_string(row, 0, sentence)
