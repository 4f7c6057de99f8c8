"""The wide layout: places and years, either way round."""

from __future__ import annotations

import pytest

from tests.intake.desk import Desk, only, told, values

TITLE = "Số DN được hỗ trợ\n"


def test_places_down_and_years_across(desk: Desk) -> None:
    report = desk.check(TITLE + "STT;Huyện;2014;Năm 2015\n1;Đại Từ;4;5\n2;Võ Nhai;6;7\n;Toàn tỉnh;10;12\n")

    assert report.findings == ()
    assert values(report) == [
        (2014, "171", None, 4.0, "C3"),
        (2015, "171", None, 5.0, "D3"),
        (2014, "170", None, 6.0, "C4"),
        (2015, "170", None, 7.0, "D4"),
        (2014, None, None, 10.0, "C5"),
        (2015, None, None, 12.0, "D5"),
    ]


def test_years_down_and_places_across(desk: Desk) -> None:
    report = desk.check(TITLE + "Năm;Đại Từ;Võ Nhai;Tổng số\n2014;4;6;10\n2015;5;7;12\n")

    assert report.findings == ()
    assert sorted(values(report), key=str) == sorted(
        [
            (2014, "171", None, 4.0, "B3"),
            (2015, "171", None, 5.0, "B4"),
            (2014, "170", None, 6.0, "C3"),
            (2015, "170", None, 7.0, "C4"),
            (2014, None, None, 10.0, "D3"),
            (2015, None, None, 12.0, "D4"),
        ],
        key=str,
    )


def test_sectors_down(desk: Desk) -> None:
    report = desk.check(TITLE + "Ngành;2014;2015\n1. Chè;4;5\n2. May;6;7\nTổng số;10;12\n")

    assert report.findings == ()
    assert [row[1:4] for row in values(report)] == [
        (None, "che", 4.0), (None, "che", 5.0), (None, "may", 6.0), (None, "may", 7.0), (None, None, 10.0),
        (None, None, 12.0),
    ]  # fmt: skip


def test_a_table_of_one_year(desk: Desk) -> None:
    report = desk.check(TITLE + "Huyện;Năm 2014\nĐại Từ;4\nVõ Nhai;6\n")

    assert [row[0] for row in values(report)] == [2014, 2014]


def test_the_heads_say_quality_period_and_plan(desk: Desk) -> None:
    report = desk.check(TITLE + "Huyện;Sơ bộ 2014;Ước 2015;6 tháng đầu năm 2016;KH 2020\nĐại Từ;4;5;6;9\n")
    rows = [(row["year"], row["period"], row["quality"], row["measure"]) for row in report.incoming.to_pylist()]

    assert rows == [
        (2014, "Y", "preliminary", "actual"),
        (2015, "Y", "estimate", "actual"),
        (2016, "H1", "official", "actual"),
        (2020, "Y", "official", "target"),
    ]


def test_the_longest_name_in_the_titles_wins(own_desk: Desk) -> None:
    own_desk.publish("ma;ten;don_vi;loai_chi_tieu;chieu\nngan;Kinh phí;triệu đồng;trong kỳ;tăng\n")
    report = own_desk.check("Biểu 3. Kinh phí hỗ trợ doanh nghiệp\nHuyện;2014;2015\nĐại Từ;4;5\n")

    assert {row["indicator"] for row in report.incoming.to_pylist()} == {"kinh_phi"}


def test_a_name_inside_another_word_is_no_name(desk: Desk) -> None:
    assert told(desk.check("Hội chợ thiiip\nHuyện;2014;2015\nĐại Từ;4;5\n")) == [("indicator_not_named", "A1")]


def test_the_sender_names_the_indicator(desk: Desk) -> None:
    report = desk.check("Biểu 3\nHuyện;2014;2015\nĐại Từ;4;5\n", indicator="dn")

    assert {row["indicator"] for row in report.incoming.to_pylist()} == {"dn"}


@pytest.mark.parametrize(
    ("unit", "values_stored"),
    [("tỷ đồng", [1500.0, 4350.0]), ("triệu đồng", [1.5, 4.35]), ("nghìn đồng", [0.0015, 0.00435])],
)
def test_figures_are_converted_into_the_definitions_unit(desk: Desk, unit: str, values_stored: list[float]) -> None:
    report = desk.check(f"Kinh phí hỗ trợ\nĐơn vị tính: {unit}\nHuyện;2014;2015\nĐại Từ;1,5;4,35\n")

    assert [row["value"] for row in report.incoming.to_pylist()] == values_stored
    assert [row["raw"] for row in report.incoming.to_pylist()] == ["1,5", "4,35"]


def test_a_unit_in_brackets_counts_where_it_is_known(desk: Desk) -> None:
    report = desk.check("Kinh phí hỗ trợ (tỷ đồng) (*)\nHuyện;2014;2015\nĐại Từ;1,5;2,5\n")

    assert only(report, "unit_converted").figures["factor"] == 1000.0


def test_remarks_below_are_passed_over_and_said(desk: Desk) -> None:
    report = desk.check(TITLE + "Huyện;2014;2015\nĐại Từ;4;5\nNguồn: Phòng Kinh tế;;\n(*) Số sơ bộ;;\n")

    assert told(report) == [("lines_passed_over", "A4")]
    assert report.incoming.num_rows == 2


def test_a_blank_cell_makes_no_record(desk: Desk) -> None:
    assert [row[0] for row in values(desk.check(TITLE + "Huyện;2014;2015\nĐại Từ;;5\n"))] == [2015]


def test_one_table_is_of_one_style_of_number(desk: Desk) -> None:
    report = desk.check("Kinh phí hỗ trợ\nHuyện;2014;2015\nĐại Từ;1.234;1.300,5\nVõ Nhai;2.500;2.600,5\n")

    assert [row["value"] for row in report.incoming.to_pylist()] == [1234.0, 1300.5, 2500.0, 2600.5]
    assert only(report, "number_style_proven").cell == "B3"


def test_other_provinces_prove_the_style_of_ours(desk: Desk) -> None:
    report = desk.check("Kinh phí hỗ trợ\nTỉnh;2014;2015\nHà Nội;12.5;13.5\nThái Nguyên;1.234;2.345\n")

    assert [row["value"] for row in report.incoming.to_pylist()] == [1.234, 2.345]


def test_a_year_out_of_reach_is_an_error_at_its_head(desk: Desk) -> None:
    assert told(desk.check(TITLE + "Huyện;1985;2014;2015\nĐại Từ;1;4;5\n")) == [("bad_year", "B2")]


def test_the_total_may_differ_by_what_its_parts_were_rounded(desk: Desk) -> None:
    head = "Kinh phí hỗ trợ\nHuyện;2007;2008\n"
    rounded = desk.check(head + "Tổng số;7.339,6;8.749,5\nĐại Từ;7.300,24;8.700,25\nVõ Nhai;39,40;49,25\n")
    wrong = desk.check(head + "Tổng số;7.339,6;8.749,5\nĐại Từ;7.867,24;8.636,13\nVõ Nhai;39,40;49,25\n")

    assert told(rounded) == []
    assert told(wrong) == [("total_differs", "B3"), ("total_differs", "C3")]


def test_a_district_named_above_a_table_by_sector_is_whom_it_is_about(desk: Desk) -> None:
    report = desk.check("Số DN được hỗ trợ - Huyện: Đại Từ\nNgành;2014;2015\nChè;1;2\nMay;3;4\n")

    assert {row[1] for row in values(report)} == {"171"}
    assert only(report, "district_from_title").severity == "warning"


def test_the_demonstration_mark_of_a_title_goes_into_every_note(desk: Desk) -> None:
    report = desk.check("Số liệu minh họa\nSố DN được hỗ trợ\nHuyện;2014;2015\nĐại Từ;4;5\n")

    assert {row["note"] for row in report.incoming.to_pylist()} == {"Số liệu minh họa"}
