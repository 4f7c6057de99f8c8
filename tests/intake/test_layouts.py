"""Tables as offices lay them out: heads of several rows, several tables on a sheet, indicators down the side."""

from __future__ import annotations

from collections.abc import Sequence

import openpyxl
import pytest

from indicators.intake import Report
from tests.intake.desk import Desk, only, saved, told

TITLE = "Số DN được hỗ trợ"
PLACES = [["Đại Từ", 1, 2, 3, 4], ["Võ Nhai", 5, 6, 7, 8]]
Table = Sequence[Sequence[object]]


def laid_out(rows: Table, *, merged: Sequence[str] = ()) -> bytes:
    """Return a workbook of one sheet with those rows and merged ranges."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    for place in merged:
        book.active.merge_cells(place)
    return saved(book)


def read(report: Report) -> list[tuple[object, ...]]:
    """Return what was understood of the first place, in the order of its cells."""
    names = ("indicator", "measure", "year", "period", "quality", "value", "cell")
    return [tuple(row[name] for name in names) for row in report.incoming.to_pylist() if row["district"] == "171"]


@pytest.mark.parametrize("merged", [["A2:A3", "B2:C2", "D2:E2"], []])
def test_plan_and_result_under_each_year(desk: Desk, merged: list[str]) -> None:
    rows = [[TITLE], ["Huyện", 2013, None, 2014, None], [None, "KH", "TH", "KH", "Ước TH"], *PLACES]
    report = desk.check(laid_out(rows, merged=merged), name="tep.xlsx")

    assert read(report) == [
        ("dn", "target", 2013, "Y", "official", 1.0, "B4"),
        ("dn", "actual", 2013, "Y", "official", 2.0, "C4"),
        ("dn", "target", 2014, "Y", "official", 3.0, "D4"),
        ("dn", "actual", 2014, "Y", "estimate", 4.0, "E4"),
    ]


@pytest.mark.parametrize("merged", [["A2:A3", "B2:C2", "D2:E2"], []])
def test_years_under_plan_and_result(desk: Desk, merged: list[str]) -> None:
    rows = [[TITLE], ["Huyện", "Thực hiện", None, "Kế hoạch", None], [None, 2013, 2014, 2015, 2016], *PLACES]
    report = desk.check(laid_out(rows, merged=merged), name="tep.xlsx")

    assert [row[1:3] for row in read(report)] == [
        ("actual", 2013), ("actual", 2014), ("target", 2015), ("target", 2016),
    ]  # fmt: skip


@pytest.mark.parametrize("merged", [["A2:A3", "B2:C2", "D2:E2"], []])
def test_indicators_side_by_side_each_over_its_years(desk: Desk, merged: list[str]) -> None:
    rows = [
        ["Biểu số 3"], ["Huyện", TITLE, None, "Kinh phí hỗ trợ (tỷ đồng)", None], [None, 2013, 2014, 2013, 2014],
        *PLACES,
    ]  # fmt: skip
    report = desk.check(laid_out(rows, merged=merged), name="tep.xlsx")

    assert [(row[0], row[2], row[5]) for row in read(report)] == [
        ("dn", 2013, 1.0), ("dn", 2014, 2.0), ("kinh_phi", 2013, 3000.0), ("kinh_phi", 2014, 4000.0),
    ]  # fmt: skip
    assert told(report) == [("unit_converted", "D2")]


def test_columns_of_another_thing_are_never_taken_for_the_figures(desk: Desk) -> None:
    rows = [
        [TITLE], ["Huyện", "Số lượng", None, "Tốc độ tăng (%)", None], [None, 2013, 2014, 2013, 2014], *PLACES,
    ]  # fmt: skip
    report = desk.check(laid_out(rows, merged=["A2:A3", "B2:C2", "D2:E2"]), name="tep.xlsx")

    assert report.incoming.num_rows == 0
    assert told(report) == [("indicator_not_named", "B2"), ("indicator_not_named", "D2")]


def test_quarters_under_a_year(desk: Desk) -> None:
    rows = [
        [TITLE], ["Huyện", "Năm 2014"], [None, "Quý I", "6 tháng đầu năm", "Tháng 9", "Cả năm"], *PLACES,
    ]  # fmt: skip
    report = desk.check(laid_out(rows, merged=["A2:A3", "B2:E2"]), name="tep.xlsx")

    assert [row[3] for row in read(report)] == ["Q1", "H1", "M09", "Y"]


def test_words_of_a_head_split_over_its_rows(desk: Desk) -> None:
    rows = [[TITLE], ["Huyện", "Thực", "Ước"], [None, "hiện", "thực hiện"], [None, "năm", "năm"], [None, 2013, 2014],
            ["Đại Từ", 1, 2]]  # fmt: skip
    report = desk.check(laid_out(rows), name="tep.xlsx")

    assert [row[1:6] for row in read(report)] == [
        ("actual", 2013, "Y", "official", 1.0), ("actual", 2014, "Y", "estimate", 2.0),
    ]  # fmt: skip


def test_a_row_that_numbers_the_columns_is_no_line(desk: Desk) -> None:
    rows = [[TITLE], ["TT", "Huyện", 2013, 2014], ["A", "B", 1, 2], ["I", "Đại Từ", 10, 20], ["II", "Võ Nhai", 30, 40]]
    report = desk.check(laid_out(rows), name="tep.xlsx")

    assert told(report) == []
    assert [row[5] for row in read(report)] == [10.0, 20.0]


def test_tables_one_below_the_other_have_their_own_titles(desk: Desk) -> None:
    rows = [
        ["Biểu số 1. " + TITLE], ["Huyện", 2013, 2014], ["Đại Từ", 1, 2], ["Võ Nhai", 3, 4], ["Nguồn: các huyện"], [],
        ["Biểu số 2. Kinh phí hỗ trợ"], ["Đơn vị tính: tỷ đồng"], ["Huyện", 2014, 2015], ["Đại Từ", 5, 6],
        ["Võ Nhai", 7, 8],
    ]  # fmt: skip
    report = desk.check(laid_out(rows), name="tep.xlsx")

    assert [(row[0], row[2], row[5]) for row in read(report)] == [
        ("dn", 2013, 1.0), ("dn", 2014, 2.0), ("kinh_phi", 2014, 5000.0), ("kinh_phi", 2015, 6000.0),
    ]  # fmt: skip
    assert told(report) == [("lines_passed_over", "A5"), ("unit_converted", "A8")]
    assert [(summary.layout, summary.rows) for summary in report.sheets] == [("wide", 8)]


def test_a_unit_above_the_first_table_counts_for_the_next_and_is_told(desk: Desk) -> None:
    rows = [
        ["Đơn vị tính: tỷ đồng"], ["Kinh phí hỗ trợ"], ["Huyện", 2013, 2014], ["Đại Từ", 1, 2], [],
        ["Kinh phí hỗ trợ (tiếp theo)"], ["Huyện", 2015, 2016], ["Đại Từ", 3, 4],
    ]  # fmt: skip
    report = desk.check(laid_out(rows), name="tep.xlsx")

    assert [row[5] for row in read(report)] == [1000.0, 2000.0, 3000.0, 4000.0]


def test_the_second_of_two_tables_must_say_what_it_is_about(desk: Desk) -> None:
    rows = [
        [TITLE], ["Huyện", 2013, 2014], ["Đại Từ", 1, 2], [], ["Biểu số 2"], ["Huyện", 2013, 2014], ["Đại Từ", 3, 4],
    ]  # fmt: skip

    assert ("indicator_not_named", "A5") in told(desk.check(laid_out(rows), name="tep.xlsx"))


def test_indicators_down_and_plan_and_result_across_of_the_district_in_the_title(desk: Desk) -> None:
    rows = [
        ["Huyện Đại Từ"],
        ["STT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện 2013", "Kế hoạch 2014", "Ước TH 2014"],
        ["A", "B", "C", 1, 2, 3],
        ["I", "Phát triển doanh nghiệp"],
        [1, "Số DN được hỗ trợ", "DN", 1, 2, 3],
        ["1.2", "Kinh phí hỗ trợ (*)", "tỷ đồng", 1.5, 2.5, 3.5],
        [3, "Tỷ lệ doanh nghiệp công bố tiêu chuẩn", "%", 30, 40, 35],
        ["(*) Nguồn: báo cáo của huyện"],
    ]
    report = desk.check(laid_out(rows), name="tep.xlsx")

    assert [(row[0], row[1], row[2], row[4], row[5]) for row in read(report)] == [
        ("dn", "actual", 2013, "official", 1.0), ("dn", "target", 2014, "official", 2.0),
        ("dn", "actual", 2014, "estimate", 3.0),
        ("kinh_phi", "actual", 2013, "official", 1500.0), ("kinh_phi", "target", 2014, "official", 2500.0),
        ("kinh_phi", "actual", 2014, "estimate", 3500.0),
        ("ty_le", "actual", 2013, "official", 30.0), ("ty_le", "target", 2014, "official", 40.0),
        ("ty_le", "actual", 2014, "estimate", 35.0),
    ]  # fmt: skip
    assert only(report, "district_from_title").figures["district"].code == "171"
    assert {finding.severity for finding in report.findings} == {"warning", "info"}


def test_an_indicator_that_nobody_knows_is_an_error_at_its_label(desk: Desk) -> None:
    rows = [["Chỉ tiêu", 2013, 2014], [TITLE, 1, 2], ["Kinh phi hổ trợ thêm", 3, 4]]

    assert told(desk.check(laid_out(rows), name="tep.xlsx")) == [("unknown_indicator", "A3")]


def test_a_hidden_sheet_is_read_only_when_it_is_asked_for(desk: Desk) -> None:
    book = openpyxl.Workbook()
    hidden = book.create_sheet("Ẩn")
    for row in [[TITLE], ["Huyện", 2013, 2014], ["Đại Từ", 1, 2]]:
        hidden.append(row)
        book.active.append(row)
    hidden.sheet_state = "hidden"
    content = saved(book)

    assert [summary.reason for summary in desk.check(content, name="tep.xlsx").sheets] == [None, "reason_hidden"]
    assert desk.check(content, name="tep.xlsx", sheet="Ẩn").incoming.num_rows == 2
