"""Tables as a person reads them: what stands where decides whose figure it is, or it is said that it doesn't."""

from __future__ import annotations

import datetime as dt

import openpyxl
import pytest

from indicators.intake import Report
from tests.intake.desk import Desk, only, saved, told, workbook

PAID, FIRMS = "Kinh phí hỗ trợ", "Số DN được hỗ trợ"


def figures(report: Report, *names: str) -> set[tuple[object, ...]]:
    """Return those fields of every row for the store."""
    return {tuple(row[name] for name in names) for row in report.incoming.to_pylist()}


# Tables beside each other.


@pytest.mark.parametrize("gap", ["", ";"])
def test_two_tables_beside_each_other_are_both_read(desk: Desk, gap: str) -> None:
    report = desk.check(
        f"{PAID}\nHuyện;2014;2015;{gap}Huyện;2016;2017\nĐại Từ;1;2;{gap}Võ Nhai;3;4\nĐịnh Hóa;5;6;{gap}Phú Bình;7;8\n"
    )

    assert told(report) == []
    assert figures(report, "year", "district", "value") == {
        (2014, "171", 1.0), (2015, "171", 2.0), (2014, "167", 5.0), (2015, "167", 6.0),
        (2016, "170", 3.0), (2017, "170", 4.0), (2016, "173", 7.0), (2017, "173", 8.0),
    }  # fmt: skip


@pytest.mark.parametrize("between", ["", ";;;;;;\n"])
def test_each_table_beside_another_has_the_title_above_it(desk: Desk, between: str) -> None:
    report = desk.check(
        f"{PAID};;;;{FIRMS};;\n{between}Huyện;2014;2015;;Huyện;2014;2015\n"
        "Đại Từ;1;2;;Võ Nhai;3;4\nĐịnh Hóa;5;6;;Đại Từ;7;8\n"
    )

    assert told(report) == []
    assert figures(report, "indicator", "district") == {
        ("kinh_phi", "171"), ("kinh_phi", "167"), ("dn", "170"), ("dn", "171"),
    }  # fmt: skip


# Labels.


def test_a_row_of_figures_without_a_label_stops_the_file_at_its_first_figure(desk: Desk) -> None:
    report = desk.check(f"{PAID}\nHuyện;2014;2015\nĐại Từ;1;2\n;;4\nVõ Nhai;5;6\n;7;\n")

    assert told(report) == [("figures_without_label", "C4"), ("figures_without_label", "B6")]


def test_districts_and_sectors_before_one_row_are_both_read(desk: Desk) -> None:
    rows = [
        [PAID], ["Huyện", "Ngành", 2014, 2015], ["Đại Từ", "Chè", 1, 2], [None, "May", 3, 4], ["Võ Nhai", "Chè", 5, 6],
        ["Tổng số", None, 9, 12],
    ]  # fmt: skip
    report = desk.check(workbook({"S": rows}), name="tep.xlsx")

    assert told(report) == []
    assert figures(report, "district", "sector", "year", "value") == {
        ("171", "che", 2014, 1.0), ("171", "che", 2015, 2.0), ("171", "may", 2014, 3.0), ("171", "may", 2015, 4.0),
        ("170", "che", 2014, 5.0), ("170", "che", 2015, 6.0), (None, None, 2014, 9.0), (None, None, 2015, 12.0),
    }  # fmt: skip


def test_a_districts_own_row_before_its_sectors_is_the_whole_district(desk: Desk) -> None:
    report = desk.check(f"{PAID}\nHuyện;Ngành;2014\nĐại Từ;;3\n;Chè;1\n;May;2\nVõ Nhai;;4\n;Chè;4\n")

    assert told(report) == []
    assert figures(report, "district", "sector", "value") == {
        ("171", None, 3.0), ("171", "che", 1.0), ("171", "may", 2.0), ("170", None, 4.0), ("170", "che", 4.0),
    }  # fmt: skip


def test_sectors_before_districts_are_read_the_same_way(desk: Desk) -> None:
    report = desk.check(f"{PAID}\nNgành;Huyện;2014\nChè;Đại Từ;1\n;Võ Nhai;2\nMay;Đại Từ;3\n;Định Hóa;4\n")

    assert told(report) == []
    assert figures(report, "district", "sector", "value") == {
        ("171", "che", 1.0), ("170", "che", 2.0), ("171", "may", 3.0), ("167", "may", 4.0),
    }  # fmt: skip


def test_an_unknown_district_before_a_sector_stops_the_file(desk: Desk) -> None:
    report = desk.check(f"{PAID}\nHuyện;Ngành;2014\nĐại Từ;Chè;1\nXứ Lạ;May;2\nVõ Nhai;Chè;3\n")

    assert [one for one in told(report) if one[0] != "lines_passed_over"] == [("unknown_district", "A4")]
    assert ("170", "may") not in figures(report, "district", "sector")
    assert (None, "may") not in figures(report, "district", "sector")


def test_a_district_on_a_row_of_its_own_above_sectors_stops_the_file(desk: Desk) -> None:
    report = desk.check(f"{PAID}\nNgành;2014;2015\nHuyện Đại Từ;;\nChè;1;2\nMay;3;4\n")

    assert only(report, "block_not_read").cell == "A3"


# Years down the side.


def test_plans_beside_results_under_a_place_are_not_taken_for_results(desk: Desk) -> None:
    report = desk.check(f"{PAID}\n;Đại Từ;;Võ Nhai;\nNăm;KH;TH;KH;TH\n2014;1;2;3;4\n2015;5;6;7;8\n")

    assert not report.publishable


@pytest.mark.parametrize("label", ["2015 ước đạt", "Năm ngoái", "15"])
def test_a_row_of_figures_of_no_year_stops_the_file(desk: Desk, label: str) -> None:
    report = desk.check(f"{PAID}\nNăm;Đại Từ;Võ Nhai\n2014;1;2\n{label};3;4\n")

    assert told(report) == [("bad_year", "A4")]


# Columns that are no year's figures.


@pytest.mark.parametrize(
    "head",
    ["So sánh 2016/2015 (%)", "Tăng giảm", "2016 so với 2015", "% 2016", "TH 2016/KH 2016", "Luỹ kế đến 2016",
     "Cộng dồn 2014-2016", "Bình quân 2016", "Giai đoạn 2014-2016", "TH 9 tháng 2016"],
)  # fmt: skip
def test_a_comparison_among_years_is_told_and_never_read(desk: Desk, head: str) -> None:
    report = desk.check(f"{PAID}\nHuyện;2015;2016;{head}\nĐại Từ;1;2;200\n")

    assert told(report) == [("unknown_column", "D2")]
    assert figures(report, "value") == {(1.0,), (2.0,)}


@pytest.mark.parametrize("third", ["TH/KH (%)", "Đạt (%)", "% so KH", "Tỷ lệ (%)", "So với kế hoạch", "%"])
def test_plan_result_and_their_quotient_under_one_year_are_told_apart(desk: Desk, third: str) -> None:
    report = desk.check(f"{PAID}\nHuyện;Năm 2017;;\n;KH;TH;{third}\nĐại Từ;10;20;200\nVõ Nhai;3;4;133\n")

    assert told(report) == [("unknown_column", "D2")]
    assert figures(report, "measure", "value") == {("target", 10.0), ("actual", 20.0), ("target", 3.0), ("actual", 4.0)}


# Heads.


@pytest.mark.parametrize(
    "head", ["2016¹", "2016 (1)", "2016[2]", "2016 1)", "2016(*)", "2016 *", "Năm 2016", "31/12/2016", "Đến 31/12/2016"]
)
def test_a_remark_on_a_year_leaves_it_the_year(desk: Desk, head: str) -> None:
    report = desk.check(f"{PAID}\nHuyện;2015;{head}\nĐại Từ;1;2\n")

    assert told(report) == []
    assert figures(report, "year", "period", "value") == {(2015, "Y", 1.0), (2016, "Y", 2.0)}


def test_quarters_and_the_whole_year_stand_under_each_year(desk: Desk) -> None:
    report = desk.check(
        f"{PAID}\nHuyện;Năm 2014;;;;;Năm 2015;\n;Quý I;Quý II;Quý III;Quý IV;Cả năm;6 tháng đầu năm;Cả năm\n"
        "Đại Từ;1;2;3;4;10;5;11\nVõ Nhai;1;2;3;4;10;5;11\n"
    )

    assert told(report) == []
    assert figures(report, "year", "period", "value") == {
        (2014, "Q1", 1.0), (2014, "Q2", 2.0), (2014, "Q3", 3.0), (2014, "Q4", 4.0), (2014, "Y", 10.0),
        (2015, "H1", 5.0), (2015, "Y", 11.0),
    }  # fmt: skip


def test_a_year_typed_as_a_day_and_shown_as_a_year_is_one(desk: Desk) -> None:
    book = openpyxl.Workbook()
    for row in ([PAID], ["Huyện", dt.date(2015, 1, 1), dt.date(2016, 12, 31)], ["Đại Từ", 1, 2]):
        book.active.append(row)
    for cell in ("B2", "C2"):
        book.active[cell].number_format = "yyyy"
    report = desk.check(saved(book), name="tep.xlsx")

    assert figures(report, "year", "value") == {(2015, 1.0), (2016, 2.0)}


# What titles say of all columns.


@pytest.mark.parametrize("words", ["6 tháng đầu năm 2016", "quý III năm 2016", "9 tháng 2016"])
def test_a_title_of_part_of_a_year_over_years_is_asked(desk: Desk, words: str) -> None:
    report = desk.check(f"{PAID} {words}\nHuyện;2015;2016\nĐại Từ;1;2\n")

    assert told(report) == [("period_in_title", "A1")]
    assert not report.publishable


def test_heads_that_say_their_part_of_the_year_need_no_question(desk: Desk) -> None:
    report = desk.check(f"{PAID} 6 tháng đầu năm 2016\nHuyện;2015;6 tháng 2016\nĐại Từ;1;2\n")

    assert told(report) == []


@pytest.mark.parametrize("title", ["Theo Quyết định ngày 8 tháng 1 năm 2014", "Báo cáo tháng 12 năm 2016"])
def test_the_date_of_a_paper_is_no_part_of_a_year(desk: Desk, title: str) -> None:
    assert told(desk.check(f"{PAID}\n{title}\nHuyện;2015;2016\nĐại Từ;1;2\n")) == []


def test_the_senders_own_choice_against_the_title_is_warned_of(desk: Desk) -> None:
    table = f"Biểu 3: {FIRMS}\nHuyện;2014;2015\nĐại Từ;1;2\n"

    assert told(desk.check(table, indicator="kinh_phi")) == [("indicator_in_title", "A1")]
    assert told(desk.check(table, indicator="dn")) == []
