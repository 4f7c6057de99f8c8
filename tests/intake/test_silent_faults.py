"""Files that once were published in silence with another meaning: each is read right, or stopped."""

from __future__ import annotations

import datetime as dt

import pytest

from indicators.intake import Report
from tests.intake.desk import Desk, only, told, workbook

TITLE = "Số DN được hỗ trợ\n"
PAID = "Kinh phí hỗ trợ\n"
LONG = "chi_tieu;nam;huyen;gia_tri\n"
YES_NO = "chi_tieu;nam;huyen;nganh;gia_tri\n"


def stored(report: Report, *names: str) -> list[tuple[object, ...]]:
    """Return those fields of every row for the store."""
    return [tuple(row[name] for name in names) for row in report.incoming.to_pylist()]


# Plans and results.


@pytest.mark.parametrize(
    ("above", "cell"),
    [
        ("Kế hoạch kinh phí hỗ trợ năm 2016\n", "A1"),
        (PAID + "Mục tiêu đến năm 2020\n", "A2"),
        (PAID + "KH 2016\n", "A2"),
        (PAID + "Kế hoạch thực hiện năm 2016\n", "A2"),
    ],
)
def test_a_plan_in_the_titles_is_asked_and_never_taken_as_a_result(desk: Desk, above: str, cell: str) -> None:
    report = desk.check(above + "Huyện;2015;2016\nĐại Từ;1;2\n")

    assert only(report, "plan_or_actual").cell == cell
    assert not report.publishable


@pytest.mark.parametrize("above", ["Tình hình thực hiện kế hoạch năm 2016", "Theo Kế hoạch số 37/KH-UBND"])
def test_a_plan_carried_out_or_cited_is_no_plan(desk: Desk, above: str) -> None:
    assert told(desk.check(f"{PAID}{above}\nHuyện;2015;2016\nĐại Từ;1;2\n")) == []


def test_heads_that_say_what_they_are_need_no_question(desk: Desk) -> None:
    report = desk.check("Kế hoạch kinh phí hỗ trợ\nHuyện;2015;KH 2016\nĐại Từ;1;2\n")

    assert stored(report, "measure") == [("actual",), ("target",)]
    assert told(report) == []


def test_a_sheet_named_plan_is_asked_about(desk: Desk) -> None:
    rows = [["Kinh phí hỗ trợ"], ["Huyện", 2015, 2016], ["Đại Từ", 1, 2]]

    assert told(desk.check(workbook({"Kế hoạch 2016": rows}), name="tep.xlsx")) == [("plan_or_actual", None)]


def test_a_plan_above_records_without_a_measure_is_asked_about(desk: Desk) -> None:
    assert told(desk.check("Kế hoạch năm 2016;;;\n" + LONG + "dn;2016;164;5")) == [("plan_or_actual", "A1")]


def test_figures_under_no_title_beside_years_stop_the_file(desk: Desk) -> None:
    report = desk.check(TITLE + "Huyện;2014;;2015\nĐại Từ;1;2;3\nVõ Nhai;4;5;6\n")

    assert (only(report, "unnamed_column").severity, only(report, "unnamed_column").cell) == ("error", "C2")


def test_words_under_no_title_are_only_warned_of(desk: Desk) -> None:
    report = desk.check(TITLE + "Huyện;2014;2015;\nĐại Từ;1;2;chưa đủ\nVõ Nhai;4;5;\n")

    assert (only(report, "unnamed_column").severity, report.publishable) == ("warning", True)


# Units.


def test_a_unit_above_records_is_converted(desk: Desk) -> None:
    report = desk.check("Đơn vị: tỷ đồng;;;\n" + LONG + "kinh_phi;2016;164;1,5\nkinh_phi;2017;164;2")

    assert stored(report, "value", "raw") == [(1500.0, "1,5"), (2000.0, "2")]
    assert told(report) == [("unit_converted", "A1")]


def test_a_unit_above_records_of_another_thing_stops_the_file(desk: Desk) -> None:
    report = desk.check("Đơn vị: tỷ đồng;;;\n" + LONG + "dn;2016;164;5\ndn;2017;164;5")

    assert told(report) == [("unit_differs", "A1")]


@pytest.mark.parametrize("title", ["don_vi", "Đơn vị tính", "unit"])
def test_a_column_of_units_is_held_against_the_definitions(desk: Desk, title: str) -> None:
    rows = (
        "kinh_phi;2016;triệu đồng;1\nkinh_phi;2017;tỷ đồng;0,002\nkinh_phi;2018;;3\ndn;2016;lượt;4\ndn;2017;tỷ đồng;5"
    )
    report = desk.check(f"chi_tieu;nam;{title};gia_tri\n{rows}")

    assert stored(report, "year", "value") == [(2016, 1.0), (2017, 2.0), (2018, 3.0)]
    assert told(report) == [("unit_converted", "C3"), ("unit_differs", "C5"), ("unit_differs", "C6")]


@pytest.mark.parametrize(
    "line", [";;Tỷ đồng", ";;(tỷ đồng)", "tỷ đồng;;", "Đơn vị tính tỷ đồng;;", ";;ĐVT: tỷ đồng", ";Tỷ đồng;"]
)
def test_a_unit_alone_in_its_cell_counts(desk: Desk, line: str) -> None:
    report = desk.check(f"{PAID}{line}\nHuyện;2014;2015\nĐại Từ;1;2\n")

    assert stored(report, "value") == [(1000.0,), (2000.0,)]
    assert [code for code, _ in told(report)] == ["unit_converted"]


def test_rows_of_several_units_stop_a_table_of_one_indicator(desk: Desk) -> None:
    report = desk.check(PAID + "Huyện;Đơn vị;2014\nĐại Từ;triệu đồng;1\nVõ Nhai;tỷ đồng;2\n")

    assert told(report) == [("unit_differs", "B4")]


# A second table.


@pytest.mark.parametrize("line", ["Biểu 6. Gì đó;;", "Kinh phí hỗ trợ;;", "Đơn vị: tỷ đồng;;", ";Bảng 2;"])
def test_what_begins_among_the_lines_stops_the_file(desk: Desk, line: str) -> None:
    report = desk.check(TITLE + f"Huyện;2018;2019\nĐại Từ;1;2\n{line}\nVõ Nhai;300;400\n")

    assert only(report, "block_not_read").cell in {"A4", "B4"}


def test_a_head_that_comes_again_is_no_misspelt_district(desk: Desk) -> None:
    report = desk.check(TITLE + "Huyện;2018\nĐại Từ;1\nHuyện;2019\nVõ Nhai;400\n")

    assert told(report) == [("block_not_read", "A4")]
    assert report.findings[0].fix is None


def test_a_header_that_comes_again_stops_the_records(desk: Desk) -> None:
    same = desk.check(LONG + "dn;2016;164;5\n" + LONG + "dn;2017;164;6")
    other = desk.check(LONG + "dn;2016;164;5\nchi_tieu;huyen;nam;gia_tri\ndn;164;2017;6")

    assert told(same) == told(other) == [("block_not_read", "A3")]


def test_groups_of_rows_and_remarks_are_no_second_table(desk: Desk) -> None:
    report = desk.check(PAID + "Huyện;2018;2019\nĐại Từ;1;2\nKhối DN;;\nVõ Nhai;3;4\nBảng do các huyện gửi;;\n")

    assert [code for code, _ in told(report)] == ["lines_passed_over"]


# One-click fixes.


@pytest.mark.parametrize("typed", ["15/06/2017", "2017-13-01", "0x10", "1e400", "15 tháng 6 năm 2017", "5-7", "5 - 7"])
def test_no_number_is_offered_for_what_is_none(desk: Desk, typed: str) -> None:
    finding = only(desk.check(LONG + f"dn;2016;164;{typed}"), "not_a_number")

    assert finding.fix is None


# Done or not.


@pytest.mark.parametrize("place", ["164;", ";che", "164;che"])
def test_only_the_province_counts_what_is_done(desk: Desk, place: str) -> None:
    assert told(desk.check(YES_NO + f"cong_thong_tin;2016;{place};2")) == [("not_yes_or_no", "E2")]
    assert told(desk.check(YES_NO + "cong_thong_tin;2016;;;2")) == []


def test_a_year_is_no_count(desk: Desk) -> None:
    assert told(desk.check(YES_NO + "cong_thong_tin;2016;;;2016")) == [("not_yes_or_no", "E2")]


@pytest.mark.parametrize("typed", ["15/06/2016", "2016-06-15"])
def test_a_date_says_done_and_is_kept_as_typed(desk: Desk, typed: str) -> None:
    report = desk.check(YES_NO + f"cong_thong_tin;2016;164;;{typed}")

    assert (told(report), stored(report, "value", "raw")) == ([], [(1.0, typed)])


def test_a_date_of_a_workbook_says_done(desk: Desk) -> None:
    rows = [["chi_tieu", "nam", "gia_tri"], ["cong_thong_tin", 2016, dt.date(2016, 6, 15)]]
    report = desk.check(workbook({"S": rows}), name="tep.xlsx")

    assert stored(report, "value", "raw") == [(1.0, "15/06/2016")]


# Places elsewhere.


def test_one_place_elsewhere_among_districts_stops_the_file(desk: Desk) -> None:
    report = desk.check(LONG + "dn;2016;Đại Từ;5\ndn;2016;Hà Nội;6")

    assert told(report) == [("unknown_district", "C3")]
