"""The one pass over a sheet's XML gives what openpyxl's own reading gives, cell for cell."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from indicators import intake
from indicators.errors import UnreadableFile
from indicators.intake import RawSheet
from indicators.intake.book import text_of
from indicators.intake.spreadsheet import read_xlsx
from tests.intake.corpus.workbooks import every_workbook
from tests.intake.desk import saved, workbook

DEMONSTRATION = Path(__file__).parents[2] / "data" / "demo"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
STRANGE_CELLS = f"""<?xml version="1.0"?><worksheet {MAIN}>
<cols><col min="3" max="4" hidden="1"/></cols>
<sheetData>
<row r="2" hidden="1"><c r="B2" t="inlineStr"><is><r><t>Đại</t></r><r><t xml:space="preserve"> Từ</t></r>
<rPh sb="0" eb="1"><t>daitu</t></rPh></is></c><c r="D2" t="e"><v>#N/A</v></c></row>
<row><c><v>5</v></c><c t="b"><v>1</v></c><c t="str"><f>A1&amp;"x"</f><v>x y </v></c><c t="d"><v>2016-06-15</v></c></row>
<row r="5"><c r="A5"><v>1.5E-2</v></c><c r="C5"><f>1/0</f></c><c r="F5"><v></v></c></row>
</sheetData><mergeCells count="1"><mergeCell ref="A2:B3"/></mergeCells></worksheet>"""


def with_sheet(xml: str) -> bytes:
    """Return a workbook whose first sheet is that XML."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook({"S": [["a"]]}))) as parts, zipfile.ZipFile(changed, "w") as written:
        for name in parts.namelist():
            written.writestr(name, xml if name == "xl/worksheets/sheet1.xml" else parts.read(name))
    return changed.getvalue()


def with_dates(epoch: dt.datetime | None = None) -> bytes:
    """Return a workbook of days, times, truth values, errors and percentages."""
    book = openpyxl.Workbook()
    if epoch:
        book.epoch = epoch
    book.active.append([dt.date(2015, 5, 15), dt.datetime(2016, 1, 2, 3, 4, 5), dt.time(6, 30), True, False, 0])
    book.active.append(["#REF!", "'5", " trailing  ", "1.234,5", 1e15, 123456789012345, -0.5])
    for at, shown in enumerate(["0%", '0.0"%"', "[h]:mm", "yyyy", "dd/mm/yyyy", "#,##0.00", "0.0\\%"], start=1):
        book.active.cell(4, at, 0.35).number_format = shown
    book.active["H4"] = 42_000
    book.active["H4"].number_format = "[$-42A]dd mmmm yyyy"
    book.active["I4"], book.active["I4"].font = "tÝnh", Font(name=".VnTimeH")
    book.active["J4"] = -5
    book.active["J4"].number_format = "dd/mm/yyyy"
    return saved(book)


def as_openpyxl_reads(content: bytes) -> Iterator[tuple[Worksheet, dict[tuple[int, int], str]]]:
    """Yield each sheet with the text of its filled cells, built the slow and sure way."""
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    for sheet in book.worksheets:
        yield (
            sheet,
            {
                (cell.row - 1, cell.column - 1): text_of(cell.value)
                for cells in sheet.iter_rows()
                for cell in cells
                if cell.value is not None and type(cell).__name__ != "MergedCell"
            },
        )


def filled(sheet: RawSheet) -> dict[tuple[int, int], str]:
    """Return the text of every filled cell, percentages as stored."""
    return {
        (row, column): text_of(value)
        for row, cells in enumerate(sheet.rows)
        for column, value in enumerate(cells)
        if value is not None
    }


def assert_same(name: str, content: bytes) -> None:
    ours, theirs = read_xlsx(name, content).sheets, list(as_openpyxl_reads(content))
    assert [sheet.name for sheet in ours] == [sheet.title for sheet, _ in theirs], name
    for mine, (sheet, cells) in zip(ours, theirs, strict=True):
        # In a merged range openpyxl keeps the first cell only; the others are empty in whatever Excel writes.
        assert {at: text for at, text in filled(mine).items() if text or at in cells} == cells, (name, mine.name)
        assert mine.is_hidden == (sheet.sheet_state != "visible")
        ranges = {
            (one.min_row - 1, one.min_col - 1, one.max_row - 1, one.max_col - 1) for one in sheet.merged_cells.ranges
        }
        assert set(mine.merged) == ranges, name


def test_every_cell_is_what_openpyxl_reads() -> None:
    corpus = [(book.name, book.content) for book in every_workbook() if book.file.endswith(".xlsx")]
    demonstration = [(path.name, path.read_bytes()) for path in sorted(DEMONSTRATION.glob("*.xlsx"))]

    assert len(corpus) > 100
    assert demonstration
    for name, content in [*corpus, *demonstration]:
        assert_same(name, content)


def test_every_cell_of_the_real_workbooks_is_what_openpyxl_reads(shared: Path) -> None:
    for path in sorted((shared / "real" / "monthly-workbooks").glob("*.xlsx")):
        assert_same(path.name, path.read_bytes())


def test_strange_cells_keep_their_places_and_their_words() -> None:
    (sheet,) = intake.read("tep.xlsx", with_sheet(STRANGE_CELLS)).sheets

    assert filled(sheet) == {
        (1, 1): "Đại Từ", (1, 3): "#N/A", (2, 0): "5", (2, 1): "TRUE", (2, 2): "x y ", (2, 3): "15/06/2016",
        (4, 0): "0.015",
    }  # fmt: skip
    assert sheet.formulas == {(2, 2), (4, 2)}
    assert sheet.merged == ((1, 0, 2, 1),)


@pytest.mark.parametrize("epoch", [None, CALENDAR_MAC_1904])
def test_days_are_days_whatever_the_first_day_of_the_workbook(epoch: dt.datetime | None) -> None:
    (sheet,) = intake.read("tep.xlsx", with_dates(epoch)).sheets

    assert [sheet.text(0, at) for at in range(6)] == [
        "15/05/2015", "02/01/2016 03:04:05", "06:30:00", "TRUE", "FALSE", "0",
    ]  # fmt: skip
    assert [sheet.text(1, at) for at in range(3)] == ["#REF!", "'5", " trailing  "]


def test_only_a_sign_that_multiplies_is_a_percentage() -> None:
    (sheet,) = intake.read("tep.xlsx", with_dates()).sheets

    assert [sheet.text(3, at) for at in (0, 1, 6)] == ["35%", "0.35", "0.35"]


def test_a_day_shown_as_its_year_is_the_year() -> None:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A1"].number_format = dt.date(2016, 1, 1), "yyyy"

    (sheet,) = intake.read("tep.xlsx", saved(book)).sheets

    assert sheet.typed(0, 0) == 2016


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="3"/><row r="2"/>',
        '<row r="1"/><row r="1"/>',
        '<row r="9999999"/>',
        '<row r="x"/>',
        '<row r="1"><c r="5A"/></row>',
        '<row r="1"><c r="ABCD1"/></row>',
        '<row r="1"><c r="A1" t="s"><v>99</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>x</v></c></row>',
        '<row r="1"><c r="A1"><v>năm</v></c></row>',
        '<row r="1"><c r="A1" t="b"><v>TRUE</v></c></row>',
        '<row r="1"><c r="A1" s="x"/></row>',
        '<row r="1">',
    ],
)
def test_a_sheet_that_no_program_writes_is_refused_in_words(cells: str) -> None:
    with pytest.raises(UnreadableFile):
        intake.read("tep.xlsx", with_sheet(f"<worksheet {MAIN}><sheetData>{cells}</sheetData></worksheet>"))
