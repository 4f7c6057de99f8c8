"""Bytes opened as what they are; every cell keeps its text and its address."""

from __future__ import annotations

import datetime as dt
import io
import math
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from indicators import intake
from indicators.errors import UnreadableFile
from indicators.intake import RawSheet
from tests.intake.desk import saved, workbook

TABLE = "Huyện;2014\nĐại Từ;1,5\n"


def sheet_of(content: bytes, name: str = "tep") -> RawSheet:
    """Return the only sheet of a file."""
    (sheet,) = intake.read(name, content).sheets
    return sheet


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_whatever_its_form(encoding: str) -> None:
    book = intake.read("tep.csv", TABLE.encode(encoding))

    assert book.encoding is None
    assert book.sheets[0].rows == [["Huyện", "2014"], ["Đại Từ", "1,5"]]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    content = (
        f'a{delimiter}b{delimiter}c\n"x{delimiter}y"{delimiter}1{delimiter}2\n3{delimiter}4{delimiter}5\n'.encode()
    )

    assert sheet_of(content).rows == [["a", "b", "c"], [f"x{delimiter}y", "1", "2"], ["3", "4", "5"]]


def test_decimal_commas_are_no_delimiters() -> None:
    assert sheet_of("Huyện;2014;2015\nĐại Từ;1,5;2,5\nVõ Nhai;3,5;4,5\n".encode()).rows[1] == ["Đại Từ", "1,5", "2,5"]


def test_excels_own_separator_line_is_obeyed_and_not_counted() -> None:
    sheet = sheet_of(b"sep=|\r\na|b\r\n1|2\r\n")

    assert (sheet.text(1, 1), sheet.address(1, 1)) == ("2", "B2")


def test_blank_lines_count_as_excel_counts_them() -> None:
    assert sheet_of("tiêu đề\n\nHuyện;2014\nĐại Từ;5\n".encode()).address(3, 1) == "B4"


def test_numbers_of_a_workbook_keep_their_full_value() -> None:
    content = workbook({"S": [[77.14285714285714, 2014.0, 5, True, dt.datetime(2015, 5, 15), None, "  x "]]})
    sheet = sheet_of(content)

    assert [sheet.text(0, column) for column in range(7)] == [
        "77.14285714285714", "2014", "5", "TRUE", "15/05/2015", "", "  x ",
    ]  # fmt: skip


def test_a_percentage_is_read_as_excel_shows_it() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = 0.07
    book.active["A1"].number_format = "0%"

    assert sheet_of(saved(book)).text(0, 0) == "7%"


def test_a_hidden_sheet_is_known_as_such() -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Danh mục").sheet_state = "hidden"

    assert [sheet.is_hidden for sheet in intake.read("tep.xlsx", saved(book)).sheets] == [False, True]


def test_a_parquet_cell_is_known_by_column_and_row() -> None:
    content = io.BytesIO()
    pd.DataFrame({"nam": [2014, 2015], "gia_tri": [1.5, None]}).to_parquet(content)
    sheet = sheet_of(content.getvalue())

    assert (sheet.text(0, 1), sheet.address(0, 1)) == ("gia_tri", "gia_tri")
    assert (sheet.typed(1, 1), sheet.address(1, 1)) == (1.5, "gia_tri 1")
    assert sheet.address(2, 0) == "nam 2"


def test_not_a_number_in_a_parquet_file_stays_what_it_is() -> None:
    content = io.BytesIO()
    pq.write_table(pa.table({"gia_tri": pa.array([1.5, math.nan, None])}), content)
    sheet = sheet_of(content.getvalue())

    assert [sheet.text(row, 0) for row in range(4)] == ["gia_tri", "1.5", "nan", ""]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "trống"),
        (b"   \n ", "trống"),
        (b"PK\x03\x04 torn", "bị cụt"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 torn", "bảng tính"),
        (b"PAR1 torn", "Parquet"),
        (b"%PDF-1.4", "PDF"),
        (b"a\x00b", "văn bản"),
        ("Huyện".encode("cp1258", "replace") + b"\x8d", "bảng mã"),
    ],
)
def test_what_can_not_be_opened_is_refused_in_words(content: bytes, why: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        intake.read("tep", content)

    assert why in str(refused.value.figures["why"])


def test_the_real_workbooks_all_open(shared: Path) -> None:
    paths = sorted((shared / "real" / "monthly-workbooks").iterdir())

    books = [intake.read(path.name, path.read_bytes()) for path in paths]

    assert len(books) == 6
    assert all(sum(len(sheet.rows) for sheet in book.sheets) > 300 for book in books)


@pytest.mark.parametrize("name", ["tep.xlsx", "TEP.XLSX", "tep.ods", "tep.parquet"])
def test_a_table_of_text_under_another_formats_name_is_refused(name: str) -> None:
    with pytest.raises(UnreadableFile):
        intake.read(name, TABLE.encode())


def test_text_without_columns_is_refused_as_such() -> None:
    with pytest.raises(UnreadableFile):
        intake.read("tep.txt", "xin chào\nhôm nay trời đẹp\n".encode())

    assert sheet_of(TABLE.encode(), "tep.txt").rows[1] == ["Đại Từ", "1,5"]
