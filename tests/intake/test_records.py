"""The long layout: a record a row, columns in any order and in both languages."""

from __future__ import annotations

import io

import pandas as pd
import pytest

from tests.intake.desk import Desk, only, told, values, workbook


def test_columns_are_known_by_id_by_title_and_in_english_in_any_order(desk: Desk) -> None:
    by_id = desk.check("gia_tri;huyen;nam;chi_tieu\n5;164;2014;dn\n")
    by_title = desk.check("Giá trị;Huyện;Năm;Chỉ tiêu\n5;TP. Thái Nguyên;2014;dn\n")
    in_english = desk.check("Year,Value,Indicator,District\n2014,5,dn,164\n")

    assert [report.findings for report in (by_id, by_title, in_english)] == [(), (), ()]
    assert [values(report)[0][:4] for report in (by_id, by_title, in_english)] == [(2014, "164", None, 5.0)] * 3


def test_the_header_may_stand_below_titles(desk: Desk) -> None:
    report = desk.check("Báo cáo\nĐơn vị báo cáo: UBND huyện\n\nchi_tieu;nam;gia_tri\ndn;2014;5\n")

    assert values(report) == [(2014, None, None, 5.0, "C5")]


def test_an_indicator_is_known_by_its_name_or_alias(desk: Desk) -> None:
    report = desk.check("chi_tieu;nam;gia_tri\nsố DN được hỗ trợ;2014;5\nChỉ số sản xuất công nghiệp;2014;107,5\n")

    assert [row["indicator"] for row in report.incoming.to_pylist()] == ["dn", "iip"]


def test_an_indicator_named_by_the_sender_fills_a_missing_column(desk: Desk) -> None:
    report = desk.check("nam;gia_tri\n2014;5\n", indicator="dn")

    assert [(row["indicator"], row["value"]) for row in report.incoming.to_pylist()] == [("dn", 5.0)]


def test_signs_make_zero_null_nothing_and_a_withdrawal(desk: Desk) -> None:
    report = desk.check("chi_tieu;nam;gia_tri\ndn;2014;-\ndn;2015;…\ndn;2016;\ndn;2017;xoá\ndn;2018;x\n")
    rows = [(row["year"], row["value"], row["raw"], row["withdraw"]) for row in report.incoming.to_pylist()]

    assert rows == [
        (2014, 0.0, "-", False),
        (2015, None, "…", False),
        (2017, None, "xoá", True),
        (2018, None, "x", False),
    ]
    assert only(report, "missing_values").figures["count"] == 2
    assert only(report, "blank_values").figures["count"] == 1
    assert report.publishable


def test_the_cells_own_text_is_kept_beside_the_number(desk: Desk) -> None:
    report = desk.check("chi_tieu;nam;gia_tri\nkinh_phi;2014;\u00a01.234,50 (*)\n")

    assert [(row["value"], row["raw"]) for row in report.incoming.to_pylist()] == [(1234.5, "\u00a01.234,50 (*)")]


def test_a_ratio_is_its_parts(desk: Desk) -> None:
    head = "chi_tieu;nam;gia_tri;tu_so;mau_so\n"
    report = desk.check(head + "ty_le;2014;;27;36\nty_le;2015;33,3;1;3\nty_le;2016;40;;\n")
    rows = [(row["value"], row["numerator"], row["denominator"]) for row in report.incoming.to_pylist()]

    assert rows == [(75.0, 27.0, 36.0), (100 / 3, 1.0, 3.0), (40.0, None, None)]
    assert report.findings == ()


def test_a_given_ratio_may_differ_by_its_own_rounding_and_no_more(desk: Desk) -> None:
    head = "chi_tieu;nam;gia_tri;tu_so;mau_so\n"

    assert desk.check(head + "ty_le;2014;33;1;3\n").findings == ()
    assert told(desk.check(head + "ty_le;2014;33,4;1;3\n")) == [("ratio_differs", "C2")]


def test_a_blank_operator_is_the_one_of_the_direction(desk: Desk) -> None:
    head = "chi_tieu;nam;loai_so_lieu;gia_tri;gia_tri_den;toan_tu;van_ban;ngay_van_ban\n"
    report = desk.check(
        head
        + "dn;2020;muc_tieu;200;;;QĐ 37;08/01/2014\nloi;2020;muc_tieu;4;;;;\ncong_suat;2020;muc_tieu;95;105;range;;\n"
    )
    rows = [
        (row["operator"], row["value"], row["value_to"], str(row["document_date"]))
        for row in report.incoming.to_pylist()
    ]

    assert rows == [
        (">=", 200.0, None, "2014-01-08"),
        ("<=", 4.0, None, "None"),
        ("range", 95.0, 105.0, "None"),
    ]


def test_a_revised_target_is_no_repetition(desk: Desk) -> None:
    head = "chi_tieu;nam;loai_so_lieu;gia_tri;ngay_van_ban\n"
    report = desk.check(head + "dn;2020;muc_tieu;200;08/01/2014\ndn;2020;muc_tieu;150;01/06/2017\n")

    assert (report.findings, report.incoming.num_rows) == ((), 2)


def test_a_contradiction_is_an_error_on_both_cells_that_name_each_other(desk: Desk) -> None:
    report = desk.check("chi_tieu;nam;gia_tri\ndn;2014;5\ndn;2014;6\n")

    assert told(report) == [("record_contradicted", "C2"), ("record_contradicted", "C3")]
    assert [finding.figures["other_cell"] for finding in report.findings] == ["C3", "C2"]


def test_the_bare_name_of_the_province_is_asked_about_unless_the_column_lists_provinces(desk: Desk) -> None:
    head = "chi_tieu;nam;huyen;gia_tri\n"

    assert told(desk.check(head + "dn;2014;Thái Nguyên;5\n")) == [("city_or_province", "C2")]
    assert values(desk.check(head + "dn;2014;Tỉnh Thái Nguyên;5\n")) == [(2014, None, None, 5.0, "D2")]
    assert values(desk.check(head + "dn;2014;Thái Nguyên;5\ndn;2014;Hà Nội;6\n")) == [(2014, None, None, 5.0, "D2")]


def test_the_parts_of_a_ratio_are_counts(desk: Desk) -> None:
    report = desk.check("chi_tieu;nam;tu_so;mau_so\nty_le;2014;27%;36\n")

    assert told(report) == [("percent_sign", "C2")]


def test_places_outside_are_counted_once_a_file(desk: Desk) -> None:
    report = desk.check("chi_tieu;nam;huyen;gia_tri\ndn;2014;Hà Nội;5\ndn;2014;Bắc Kạn;6\ndn;2014;;7\n")

    assert told(report) == [("outside_places", "C2")]
    assert report.findings[0].figures["count"] == 2
    assert [row["value"] for row in report.incoming.to_pylist()] == [7.0]


def test_numbers_of_a_workbook_are_never_asked_about(desk: Desk) -> None:
    content = workbook({"S": [["chi_tieu", "nam", "gia_tri"], ["kinh_phi", 2014, 1.234], ["kinh_phi", 2015, 2.345]]})
    report = desk.check(content, name="tep.xlsx")

    assert report.findings == ()
    assert [row["value"] for row in report.incoming.to_pylist()] == [1.234, 2.345]


@pytest.mark.parametrize("typed", [True, "01/05/2015"])
def test_a_truth_value_or_a_date_is_no_number(desk: Desk, typed: object) -> None:
    content = workbook({"S": [["chi_tieu", "nam", "gia_tri"], ["dn", 2014, typed]]})

    assert told(desk.check(content, name="tep.xlsx")) == [("not_a_number", "C2")]


def test_a_yes_or_no_is_read_in_words(desk: Desk) -> None:
    report = desk.check("chi_tieu;nam;gia_tri\ncong_thong_tin;2014;Chưa\ncong_thong_tin;2015;có\n")

    assert [row["value"] for row in report.incoming.to_pylist()] == [0.0, 1.0]


def test_a_parquet_file_has_its_own_addresses(desk: Desk) -> None:
    content = io.BytesIO()
    pd.DataFrame(
        {"indicator": ["dn", "dn"], "year": [2014, 2015], "district": ["164", "999"], "value": [5.0, 6.0]}
    ).to_parquet(content)
    report = desk.check(content.getvalue(), name="tep.parquet")

    assert told(report) == [("unknown_district", "district 2")]
    assert values(report) == [(2014, "164", None, 5.0, "value 1")]


def test_several_sheets_are_read_each_by_its_own_layout(desk: Desk) -> None:
    content = workbook(
        {
            "Bìa": [["Báo cáo năm 2014"]],
            "Chỉ tiêu": [["ma", "ten", "don_vi", "loai_chi_tieu", "chieu"], ["moi", "Mới", "DN", "luỹ kế", "tăng"]],
            "Số liệu": [["chi_tieu", "nam", "gia_tri"], ["moi", 2014, 7]],
            "Bảng ngang": [["Số DN được hỗ trợ"], ["Huyện", 2014, 2015], ["Đại Từ", 1, 2]],
        }
    )
    report = desk.check(content, name="tep.xlsx")

    assert report.findings == ()
    assert [(sheet.name, sheet.layout, sheet.rows) for sheet in report.sheets] == [
        ("Bìa", None, 0),
        ("Chỉ tiêu", "definitions", 1),
        ("Số liệu", "records", 1),
        ("Bảng ngang", "wide", 2),
    ]
    assert report.sheets[0].reason == "reason_no_table"
    assert report.rows == report.incoming.num_rows == 4
    assert {(row["sheet"], row["cell"]) for row in report.incoming.to_pylist()} == {
        ("Chỉ tiêu", "A2"), ("Số liệu", "C2"), ("Bảng ngang", "B3"), ("Bảng ngang", "C3"),
    }  # fmt: skip


def test_only_the_sheet_asked_for_is_read(desk: Desk) -> None:
    content = workbook(
        {"A": [["chi_tieu", "nam", "gia_tri"], ["dn", 2014, 7]], "B": [["chi_tieu", "nam", "gia_tri"], ["dn", 2015, 8]]}
    )

    assert [row["year"] for row in desk.check(content, name="tep.xlsx", sheet="B").incoming.to_pylist()] == [2015]


def test_records_of_an_indicator_whose_definition_is_broken_are_not_complained_of_again(desk: Desk) -> None:
    content = workbook(
        {
            "Chỉ tiêu": [["ma", "ten", "don_vi", "loai_chi_tieu", "chieu"], ["moi", "Mới", "DN", "luỹ kế", "ngang"]],
            "Số liệu": [["chi_tieu", "nam", "gia_tri"], ["moi", 2014, 7], ["moi", 2015, 8]],
        }
    )

    assert told(desk.check(content, name="tep.xlsx")) == [("unknown_direction", "E2")]


def test_the_demonstration_mark_of_a_title_goes_into_every_note(desk: Desk) -> None:
    report = desk.check("SỐ LIỆU MINH HỌA\nchi_tieu;nam;gia_tri;ghi_chu\ndn;2014;5;\ndn;2015;6;tạm tính\n")

    assert [row["note"] for row in report.incoming.to_pylist()] == ["Số liệu minh họa", "Số liệu minh họa. tạm tính"]
