"""The file sent back: every finding stands as a comment in its cell, nothing else of the sender's file is touched."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.comments import Comment

from indicators import intake
from indicators.intake import Finding, RawBook, RawSheet, Severity
from indicators.intake.errorfile import clean
from indicators.intake.mending import position_of
from indicators.labels import text
from tests.intake.desk import Desk, saved, told, workbook
from tests.intake.ten_faults import EXPECTED, ROWS

VI = text("vi")
CSV = "\n".join(";".join(row) for row in ROWS)
FAULT = Finding(Severity.ERROR, "bad_year", "Trang", "B2", "20l4", {"first": 1990, "last": 2100})
NASTY = st.text(st.characters(codec=None), max_size=60).map(lambda end: end) | st.builds(
    lambda start, end: start + end, st.sampled_from("=+-@\t\r'\x00\x0b\ud800\uffff"), st.text(max_size=20)
)


def sent_back(desk: Desk, content: str | bytes, name: str) -> openpyxl.Workbook:
    """Return the file sent back for a file that was checked, opened anew."""
    report = desk.check(content, name=name)
    made = intake.error_file(intake.read(name, report.content), report.findings, VI)
    return openpyxl.load_workbook(io.BytesIO(made))


def commented(sheet: openpyxl.worksheet.worksheet.Worksheet) -> list[str]:
    return [cell.coordinate for cells in sheet.iter_rows() for cell in cells if cell.comment]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_every_faulty_cell_and_no_other_has_a_comment(desk: Desk, form: str) -> None:
    content = CSV if form == "csv" else workbook({"Số liệu": ROWS})
    book = sent_back(desk, content, f"muoi-loi.{form}")
    sheet = book.worksheets[0]

    assert commented(sheet) == [cell for _, cell in EXPECTED]
    assert [[cell.value or "" for cell in cells] for cells in sheet.iter_rows()] == ROWS
    assert sheet["B4"].comment.text.startswith("Lỗi: “20l4” không phải là năm.")


def test_the_list_names_every_finding_and_is_no_data_when_it_comes_back(desk: Desk) -> None:
    book = sent_back(desk, workbook({"Số liệu": ROWS}), "muoi-loi.xlsx")
    lines = [[cell.value for cell in cells] for cells in book["Cần sửa"].iter_rows(min_row=4)]
    again = desk.check(saved(book), name="muoi-loi.xlsx")

    assert [(line[1], line[2]) for line in lines] == [("Số liệu", cell) for _, cell in EXPECTED]
    assert told(again) == EXPECTED
    assert [sheet.reason for sheet in again.sheets] == [None, "reason_guide"]


def test_the_sender_keeps_formulas_formats_hidden_sheets_and_remarks(desk: Desk) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook({"Số liệu": ROWS, "Ẩn": [["x"]]})))
    sheet = book.worksheets[0]
    sheet["M1"] = "=SUM(F2:F5)"
    sheet["F2"].number_format = "0.00"
    sheet["B4"].comment = Comment("hỏi lại anh Bình", "Lan")
    sheet.column_dimensions["A"].width = 33
    book["Ẩn"].sheet_state = "hidden"
    back = sent_back(desk, saved(book), "cua-huyen.xlsx")

    kept = back.worksheets[0]
    assert (kept["M1"].value, kept["F2"].number_format, kept.column_dimensions["A"].width) == (
        "=SUM(F2:F5)", "0.00", 33,
    )  # fmt: skip
    assert kept["B4"].comment.text.endswith("hỏi lại anh Bình")
    assert back["Ẩn"].sheet_state == "hidden"


def test_a_second_round_leaves_no_comment_of_the_first(desk: Desk) -> None:
    first = sent_back(desk, workbook({"Số liệu": ROWS}), "tep.xlsx")
    first.worksheets[0]["B4"] = "2018"
    second = sent_back(desk, saved(first), "tep.xlsx")

    assert commented(second.worksheets[0]) == [cell for _, cell in EXPECTED if cell != "B4"]
    assert second.sheetnames == ["Số liệu", "Cần sửa"]


def test_a_cell_hidden_under_a_merged_one_is_told_at_the_one_that_shows() -> None:
    book = openpyxl.Workbook()
    book.active.title = "Trang"
    book.active.append(["a", "b"])
    book.active.merge_cells("A2:C3")
    raw = intake.read("tep.xlsx", saved(book))
    made = openpyxl.load_workbook(io.BytesIO(intake.error_file(raw, [FAULT], VI)))

    assert commented(made["Trang"]) == ["A2"]


def test_the_cells_of_a_parquet_file_stand_under_their_columns(desk: Desk) -> None:
    buffer = io.BytesIO()
    pq.write_table(pa.table({"chi_tieu": ["dn", "dn"], "nam": [2014, 14], "gia_tri": [1.5, float("nan")]}), buffer)
    report = desk.check(buffer.getvalue(), name="tep.parquet")
    sheet = sent_back(desk, buffer.getvalue(), "tep.parquet").worksheets[0]

    assert ("bad_year", "nam 2") in told(report)
    assert sheet["B3"].comment.text.startswith("Lỗi: “14”")
    assert [cell.value for cell in sheet[1]] == ["chi_tieu", "nam", "gia_tri"]


@pytest.mark.parametrize("address", ["A1", "B24", "AA100"])
def test_a_position_is_the_one_of_its_address(address: str) -> None:
    sheet = RawSheet(None, [[None]])

    assert sheet.address(*position_of(sheet, address)) == address


def test_a_position_in_a_parquet_file_is_the_one_of_its_address() -> None:
    sheet = RawSheet(None, [["nam", "gia tri"]], column_names=("nam", "gia tri"))

    assert [sheet.address(*position_of(sheet, address)) for address in ("gia tri 24", "nam")] == ["gia tri 24", "nam"]


@given(st.lists(st.lists(NASTY, min_size=1, max_size=4), min_size=2, max_size=4), NASTY)
def test_whatever_was_typed_the_file_opens_and_no_cell_is_a_formula(rows: list[list[str]], name: str) -> None:
    finding = Finding(Severity.WARNING, "unknown_column", name, "A1", rows[0][0], {"offer": ""})
    book = RawBook("tep.csv", b"x", (RawSheet(name, rows),))
    made = openpyxl.load_workbook(io.BytesIO(intake.error_file(book, [finding], VI)))
    cells = [cell for sheet in made.worksheets for line in sheet.iter_rows() for cell in line if cell.value is not None]

    assert {cell.data_type for cell in cells} <= {"s"}
    assert made.worksheets[0]["A1"].comment is not None
    for cell in cells:
        assert cell.value[:1] not in {"=", "+", "-", "@"} or cell.quotePrefix


@pytest.mark.parametrize(
    "value",
    [
        float("inf"),
        float("nan"),
        dt.datetime(2014, 1, 8, tzinfo=dt.UTC),
        dt.date(1850, 1, 1),
        10**40,
        True,
        "x" * 40000,
    ],
    ids=str,
)
def test_what_excel_can_not_hold_is_written_as_text_or_as_it_is(value: object) -> None:
    book = RawBook("tep.parquet", b"PAR1", (RawSheet("Trang", [["a"], [value]]),))
    made = openpyxl.load_workbook(io.BytesIO(intake.error_file(book, [], VI)))

    assert made.worksheets[0]["A2"].value is not None


def test_sheets_of_one_name_but_for_forbidden_letters_stay_apart() -> None:
    sheets = tuple(RawSheet(name, [["a"]]) for name in ("B/1", "B:1", "b_1", "Cần sửa"))
    made = openpyxl.load_workbook(io.BytesIO(intake.error_file(RawBook("t.ods", b"x", sheets), [], VI)))

    assert made.sheetnames == ["B_1", "B_1 2", "b_1 3", "Cần sửa", "Cần sửa 2"]


@given(st.text(st.characters(codec=None)))
def test_cleaned_text_keeps_every_letter_that_can_be_written(typed: str) -> None:
    kept = clean(typed)

    assert len(kept) == len(typed)
    assert clean(kept) == kept
    assert all(after in (before, "\ufffd") for before, after in zip(typed, kept, strict=True))
