"""The letter with a file sent back names every cell to mend, sheet by sheet, and the same fault once."""

from __future__ import annotations

import pytest

from indicators.intake import letter
from indicators.labels import text
from tests.intake.desk import Desk, workbook
from tests.intake.ten_faults import EXPECTED, ROWS

HEAD = ["chi_tieu", "nam", "huyen", "gia_tri"]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_cell_to_mend_is_named(desk: Desk, language: str) -> None:
    report = desk.check(workbook({"Số liệu": ROWS}), name="muoi-loi.xlsx")
    told = letter(report, text(language))

    assert [cell for _, cell in EXPECTED if f" {cell}:" not in told] == []
    assert "Số liệu" in told
    assert "10" in told.splitlines()[4]


def test_the_same_fault_is_said_once_with_all_its_cells(desk: Desk) -> None:
    rows = [HEAD, *(["dn", "2014", "Đâu Đó", "5"] for _ in range(20))]
    told = letter(desk.check(workbook({"Biểu 1": rows}), name="t.xlsx"), text("vi"))

    assert told.count("Không có huyện") == 1
    assert "C2, C3, C4, C5, C6, C7, C8, C9, C10, C11, C12, C13 và 8 ô khác" in told


def test_many_different_ones_are_said_thrice_and_then_counted(desk: Desk) -> None:
    rows = [HEAD, *(["dn", f"năm {number}", "164", "5"] for number in range(6))]
    told = letter(desk.check(workbook({"Biểu 1": rows}), name="t.xlsx"), text("vi"))

    assert told.count("không phải là năm") == 3
    assert "Lỗi cùng loại ở ô B5, B6, B7." in told


def test_sheets_stand_apart(desk: Desk) -> None:
    bad = [HEAD, ["dn", "20l4", "164", "5"]]
    told = letter(desk.check(workbook({"Biểu 1": bad, "Biểu 2": bad}), name="t.xlsx"), text("vi"))

    assert told.index("Trang “Biểu 1”") < told.index("Trang “Biểu 2”")
    assert told.count("- ô B2:") == 2


def test_a_file_without_errors_is_thanked_for(desk: Desk) -> None:
    told = letter(desk.check(workbook({"Biểu 1": [HEAD, ["dn", "2014", "164", "5"]]}), name="t.xlsx"), text("vi"))

    assert "không có lỗi nào" in told
    assert "lỗi và" not in told
