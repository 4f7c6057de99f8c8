"""The workbook: figures are numbers, charts read them, nothing is a formula, it prints on A4."""

from __future__ import annotations

import datetime as dt
import io
import time
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.chart.series import Series, XYSeries
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from indicators import catalogue, labels
from indicators.exhibits import document_of
from indicators.exhibits.course import is_yearly_plan, lines_of
from indicators.selection import Selection
from indicators.store import Store
from indicators.workbook import book
from indicators.workbook.sheets import Pen, Sheet
from tests.documents.conftest import TOLD, Made, Told

NAMES = list(TOLD)
NASTY = ("=1+1", "+84 280", "-5", "@SUM(A1)", "=cmd|' /C calc'!A0", "http://example.org")


def opened(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def cells(workbook: Workbook, formula: str) -> list[object]:
    sheet, area = formula.rsplit("!", 1)
    found = workbook[sheet.strip("'").replace("''", "'")][area.replace("$", "")]
    rows = found if isinstance(found, tuple) else ((found,),)
    return [cell.value for row in rows for cell in row]


def drawn(workbook: Workbook, series: Series | XYSeries) -> tuple[object, list[tuple[float, object]]]:
    """Return a series' name and its moments and values, read from the cells its chart names."""
    at = series.xVal.numRef or series.xVal.strRef if series.xVal is not None else series.cat.numRef or series.cat.strRef
    values = series.yVal if series.yVal is not None else series.val
    pairs = zip(cells(workbook, at.f), cells(workbook, values.numRef.f), strict=True)
    return cells(workbook, series.tx.strRef.f)[0], [(float(str(a)), v) for a, v in pairs]


def tables(sheet: Worksheet) -> list[tuple[object, ...]]:
    return [tuple(row) for row in sheet.iter_rows(values_only=True)]


def plain(row: tuple[object, ...]) -> tuple[object, ...]:
    """Return a row as the workbook gives it back: whole floats are numbers alike, an empty text is no cell."""
    return tuple(
        None if cell == "" or (isinstance(cell, float) and cell != cell) else
        dt.datetime(cell.year, cell.month, cell.day) if isinstance(cell, dt.date) else cell
        for cell in row
    )  # fmt: skip


def test_text_stays_text_whatever_it_begins_with() -> None:
    content = io.BytesIO()
    made = xlsxwriter.Workbook(content)
    sheet = Sheet(made.add_worksheet("Thử"), Pen(made))
    for said in NASTY:
        sheet.line(said)
    sheet.table(NASTY, [NASTY])
    sheet.done("&P & =1")
    made.close()

    rows = [cell for row in opened(content.getvalue())["Thử"].iter_rows() for cell in row if cell.value is not None]

    assert {cell.value for cell in rows} == set(NASTY)
    assert {cell.data_type for cell in rows} == {"s"}
    assert [cell.hyperlink for cell in rows if cell.hyperlink] == []


def test_zero_is_written_and_nothing_is_not() -> None:
    content = io.BytesIO()
    made = xlsxwriter.Workbook(content)
    sheet = Sheet(made.add_worksheet("Thử"), Pen(made))
    sheet.table(["a", "b", "c", "d"], [(0.0, None, float("nan"), 94.96)], decimals=0)
    made.close()

    row = opened(content.getvalue())["Thử"][2]

    assert [cell.value for cell in row] == [0, None, None, 94.96]
    assert row[3].number_format == "#,##0.00"


@pytest.mark.parametrize("name", NAMES)
def test_every_indicators_chart_reads_the_exhibits_figures(made: Made, told: Told, name: str) -> None:
    workbook, document = opened(made(name, "xlsx")), told(name)
    for number, one in enumerate(document.chapters, start=1):
        (sheet,) = [each for each in workbook if each.title.startswith(f"{number:02d} ")]
        lines = lines_of(one.trajectory, document.text)
        assert sheet["A1"].value == one.name
        assert len(sheet._charts) == bool(lines)
        if not lines:
            continue
        chart = sheet._charts[0]
        series = [*chart.series, *(each for other in chart._charts[1:] for each in other.series)]
        wanted = [line for line in lines if line.key != "path"] if is_yearly_plan(lines) else lines
        assert sorted((drawn(workbook, each) for each in series), key=str) == sorted(
            ((line.name, list(zip(line.at, line.values, strict=True))) for line in wanted), key=str
        )


@pytest.mark.parametrize("name", NAMES)
def test_every_table_holds_the_exhibits_figures(made: Made, told: Told, name: str) -> None:
    workbook, document = opened(made(name, "xlsx")), told(name)
    text = document.text
    overview = tables(workbook[text("document.sheet_overview")])
    for exhibit in (document.standing, document.final_verdict):
        for row in exhibit.figures.itertuples(index=False, name=None):
            assert plain(row) in [found[: len(row)] for found in overview]
    for number, one in enumerate(document.chapters, start=1):
        (sheet,) = [each for each in workbook if each.title.startswith(f"{number:02d} ")]
        rows = tables(sheet)
        places = (one.by_district, one.gap_by_district, one.districts_since_start, one.by_sector)
        for exhibit in (one.verdict, one.targets, *places):
            for row in exhibit.figures.itertuples(index=False, name=None):
                assert plain(row) in [found[: len(row)] for found in rows], (one.name, exhibit.title)
    records = [row[0] for row in tables(workbook[text("document.sheet_records")])]
    for one in document.chapters:
        assert records.count(one.name) == len(one.records.figures)


@pytest.mark.parametrize("name", ["province-vi", "sector-en"])
def test_there_is_no_formula_and_every_sheet_prints_across_a4(made: Made, name: str) -> None:
    for sheet in opened(made(name, "xlsx")):
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
        assert sheet.page_setup.orientation == "landscape"
        assert int(sheet.page_setup.paperSize) == 9
        assert sheet.page_setup.fitToWidth in (1, None)
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_long_tables_have_filters_and_their_headers_stay(made: Made, told: Told) -> None:
    workbook, text = opened(made("province-vi", "xlsx")), told("province-vi").text
    for key in ("overview", "districts", "sectors", "records", "definitions", "sources"):
        sheet = workbook[text(f"document.sheet_{key}")]
        assert sheet.auto_filter.ref, key
        assert sheet.freeze_panes, key


def test_the_cover_leads_to_every_sheet(made: Made) -> None:
    workbook = opened(made("province-vi", "xlsx"))
    cover = workbook.worksheets[0]
    leads = [cell.hyperlink.location for row in cover.iter_rows() for cell in row if cell.hyperlink]

    assert leads == [f"'{sheet.title}'!A1" for sheet in workbook.worksheets[1:]]
    assert "Số liệu minh họa" in str(tables(cover))


def test_dates_are_dates(made: Made) -> None:
    workbook = opened(made("province-vi", "xlsx"))
    dates = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row if cell.data_type == "d"]

    assert dates
    assert {cell.number_format for cell in dates} == {"dd/mm/yyyy"}


def test_the_workbook_is_made_within_five_seconds(demo_store: Path) -> None:
    told = document_of(Store.open(demo_store).at(), catalogue.load(), Selection(2020, "vi"), labels.text("vi"))
    steps: list[tuple[int, int]] = []
    start = time.process_time()

    book(told, progress=lambda done, of: steps.append((done, of)))

    assert time.process_time() - start <= 5.0
    assert steps == [(done, len(steps)) for done in range(1, len(steps) + 1)]
