"""One small file for each finding, named for its fault: the cell the finding points to, and how much it weighs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import openpyxl

from indicators.intake import About, Answer
from tests.intake.desk import saved, with_formula, workbook

HEAD = (
    "chi_tieu;nam;huyen;nganh;loai_so_lieu;gia_tri;gia_tri_den;toan_tu;tu_so;mau_so;ky;chat_luong;ngay_van_ban;ghi_chu"
    "\n"
)
SHORT = "chi_tieu;nam;huyen;gia_tri\n"
KNOWN = "ma;ten;don_vi;loai_chi_tieu;chieu;gop;so_le;thap_nhat;cao_nhat;nhom\n"


@dataclass(frozen=True)
class Fault:
    """A file with one fault; `also` are findings that come with it by nature."""

    content: str | bytes
    cell: str | None
    severity: str = "error"
    value: str | None = None
    fix: str | int | float | None = None
    name: str = "tep.csv"
    indicator: str | None = None
    also: tuple[str, ...] = ()
    stored: str = ""
    answers: tuple[Answer, ...] = ()


def record(line: str) -> str:
    """Return a file of one record with every column."""
    return HEAD + line + "\n"


def wide(*lines: str, title: str = "Số DN được hỗ trợ") -> str:
    """Return a table of places and years."""
    return "\n".join([title, "Huyện;2014;2015;2016", *lines]) + "\n"


def records_in_a_workbook(value: float) -> openpyxl.Workbook:
    """Return a workbook of one record, to be made up."""
    book = openpyxl.Workbook()
    book.active.append(["chi_tieu", "nam", "gia_tri"])
    book.active.append(["dn", 2014, value])
    return book


def with_hidden_row() -> bytes:
    """Return a workbook whose only record stands in a hidden row."""
    book = records_in_a_workbook(5)
    book.active.row_dimensions[2].hidden = True
    return saved(book)


def with_thousands() -> bytes:
    """Return a workbook whose figure is shown in thousands."""
    book = records_in_a_workbook(1_234_567)
    book.active["C2"].number_format = "#,##0,"
    return saved(book)


FAULTS: Mapping[str, Fault] = {
    # What the clerk said beside it.
    "cells_mended": Fault(
        SHORT + "dn;2014;164;5\n",
        "D2",
        "info",
        value="6",
        answers=(Answer(About.CELL, None, "D2", "6", "5"),),
    ),
    "answer_not_used": Fault(
        SHORT + "dn;2014;164;5\n", "D2", "warning", answers=(Answer(About.CELL, None, "D2", "6", "4"),)
    ),
    "number_style_answered": Fault(
        SHORT + "dn;2014;164;1.234\n",
        "D2",
        "info",
        value="1.234",
        answers=(Answer(About.NUMBER_STYLE, None, "D2", "decimal_comma"),),
    ),
    # What a record is about.
    "unknown_indicator": Fault(SHORT + "dnn;2014;164;5", "A2", value="dnn"),
    "indicator_named_twice": Fault(
        "Kinh phí và Tỷ lệ: dn, ty_le, loi, iip\nHuyện;2014;2015\nĐại Từ;1;2".replace(
            "dn, ty_le, loi, iip", "iip và loi"
        ),
        "A1",
    ),
    "indicator_not_named": Fault(wide("Đại Từ;1;2;3", title="Biểu số 3"), "A1"),
    "indicator_in_rows": Fault(SHORT + "iip;2014;164;5", "A2", "warning", value="iip", indicator="dn"),
    "indicator_in_title": Fault(wide("Đại Từ;1;2;3"), "A1", "warning", indicator="kinh_phi"),
    "period_in_title": Fault(wide("Đại Từ;1;2;3", title="Số DN được hỗ trợ 6 tháng đầu năm 2016"), "A1", "question"),
    "quality_in_title": Fault(wide("Đại Từ;1;2;3", title="Ước số DN được hỗ trợ năm 2016"), "A1", "warning"),
    "figures_without_label": Fault(wide("Đại Từ;1;2;3", ";4;5;6", "Võ Nhai;4;5;6"), "B4", value="4"),
    "row_not_read": Fault(
        "Số DN được hỗ trợ\nNăm;Đại Từ;Võ Nhai\n2014;1;2\n2015;3;4\nSo sánh (%);300;200\n", "A5", "warning"
    ),
    "hidden_figures": Fault(with_hidden_row(), "C2", "warning", value="5", name="tep.xlsx"),
    "shown_smaller": Fault(with_thousands(), "C2", "warning", value="1234567", name="tep.xlsx"),
    "unknown_district": Fault(SHORT + "dn;2014;Đại Tử;5", "C2", value="Đại Tử", fix="Đại Từ"),
    "unknown_sector": Fault(record("dn;2014;;Chèè;;5"), "D2", value="Chèè", fix="Chè"),
    "unknown_province": Fault(
        wide("Hà Nội;1;2;3", "Thái Nguyên;1;2;3", "Xứ Lạ;4;5;6"), "A5", "warning", also=("outside_places",)
    ),
    "own_row_missing": Fault(wide("Hà Nội;1;2;3", "Bắc Kạn;1;2;3"), "A3", also=("outside_places",)),
    "city_or_province": Fault(wide("Đại Từ;1;2;3", "Thái Nguyên;4;5;6"), "A4", "question", value="Thái Nguyên"),
    "district_from_title": Fault(
        "Số DN được hỗ trợ trên địa bàn huyện Đại Từ\nNgành;2014;2015\nChè;1;2\nMay;3;4", "A1", "warning"
    ),
    "bad_year": Fault(SHORT + "dn;201;164;5", "B2", value="201"),
    "bad_period": Fault(record("dn;2014;;;;5;;;;;Q5"), "K2", value="Q5"),
    "bad_measure": Fault(record("dn;2014;;;thuc_hein;5"), "E2", value="thuc_hein", fix="thuc_hien"),
    "plan_or_actual": Fault(wide("Đại Từ;1;2;3", title="Kế hoạch Số DN được hỗ trợ năm 2016"), "A1", "question"),
    "bad_quality": Fault(record("dn;2014;;;;5;;;;;;so_boo"), "L2", value="so_boo", fix="so_bo"),
    "bad_date": Fault(record("dn;2014;;;muc_tieu;5;;;;;;;31/02/2014"), "M2", value="31/02/2014"),
    "unknown_operator": Fault(record("dn;2014;;;muc_tieu;5;;chừng"), "H2", value="chừng"),
    # What a table lacks.
    "missing_column": Fault("chi_tieu;huyen;gia_tri\ndn;164;5", "A1"),
    "repeated_column": Fault("chi_tieu;nam;gia_tri;gia_tri\ndn;2014;5;6", "D1", value="gia_tri"),
    "unknown_column": Fault("chi_tieu;nam;gia_tri;huyenn\ndn;2014;5;", "D1", "warning", value="huyenn", fix="huyen"),
    "unnamed_column": Fault("Số DN được hỗ trợ\nHuyện;2014;2015;\nĐại Từ;1;2;3\nVõ Nhai;1;2;3", "D2"),
    "block_not_read": Fault(
        wide("Đại Từ;1;2;3", "Biểu 6. Kinh phí hỗ trợ", "Võ Nhai;300;400;500"),
        "A4",
        value="Biểu 6. Kinh phí hỗ trợ",
        also=("lines_passed_over",),
    ),
    "unread_table": Fault(
        wide("Đại Từ;1;2;3") + "\nSố nhà máy\nTên;2014;2015\nNhà máy A;1;2\nNhà máy B;3;4", "B6", "warning"
    ),
    "missing_field": Fault(SHORT + "dn;;164;5", "B2"),
    "missing_value": Fault(record("dn;2014;;;muc_tieu;;9;range"), "G2"),
    # Numbers.
    "not_a_number": Fault(SHORT + "dn;2014;164;98,9 (không đạt)", "D2", value="98,9 (không đạt)", fix=98.9),
    "percent_sign": Fault(SHORT + "dn;2014;164;35%", "D2", value="35%"),
    "formula_without_value": Fault(
        workbook({"S": [["chi_tieu", "nam", "gia_tri"], ["dn", 2014, "=1+1"]]}), "C2", name="tep.xlsx"
    ),
    "withdrawal_misplaced": Fault(record("ty_le;2014;;;;;;;xoá;5"), "I2", value="xoá"),
    "number_style_unknown": Fault(SHORT + "dn;2014;164;1.234\ndn;2015;164;2.345", "D2", "question", value="1.234"),
    "number_style_unsure": Fault(
        "chi_tieu;nam;gia_tri\nkinh_phi;2014;25.000\nkinh_phi;2015;47.86\nkinh_phi;2016;160.000",
        "C2",
        "question",
        value="25.000",
    ),
    "number_style_contradicted": Fault(
        "chi_tieu;nam;gia_tri\nkinh_phi;2014;1.234,5\nkinh_phi;2015;1,234.5\nkinh_phi;2016;1.234",
        "C4",
        "question",
        value="1.234",
    ),
    "number_styles_mixed": Fault(
        "chi_tieu;nam;gia_tri\nkinh_phi;2014;119,6\nkinh_phi;2015;101.9", "C3", "warning", value="101.9"
    ),
    "number_style_proven": Fault(
        "chi_tieu;nam;gia_tri\nkinh_phi;2014;1.234\nkinh_phi;2015;1.300,5", "C2", "info", value="1.234"
    ),
    "blank_values": Fault(SHORT + "dn;2014;164;\ndn;2015;164;5", "D2", "info"),
    "missing_values": Fault(SHORT + "dn;2014;164;…\ndn;2015;164;5", "D2", "info"),
    "lines_passed_over": Fault(SHORT + "dn;2014;164;5\n(*) Số liệu sơ bộ;;;", "A3", "info", value="(*) Số liệu sơ bộ"),
    "outside_places": Fault(wide("Hà Nội;1;2;3", "Thái Nguyên;1;2;3"), "A3", "info"),
    "letters_mended": Fault(SHORT + "dn;2014;Ðại Từ;5", "C2", "info", value="Đại Từ"),
    "letters_converted": Fault(SHORT + "dn;2014;§¹i Tõ;5", "C2", "info", value="Đại Từ"),
    "encoding_supposed": Fault(
        "chi_tieu;nam;gia_tri;ghi_chu\ndn;2014;5;bô\u0309 sung".encode("cp1258"), None, "warning"
    ),
    "formulas": Fault(
        with_formula(workbook({"S": [["chi_tieu", "nam", "gia_tri"], ["dn", 2014, 5]]}), cell="C2", formula="2+3"),
        "C2",
        "warning",
        name="tep.xlsx",
    ),
    # Figures that belong together.
    "numerator_without_denominator": Fault(record("ty_le;2014;;;;;;;5;"), "I2", value="5"),
    "denominator_without_numerator": Fault(record("ty_le;2014;;;;;;;;5"), "J2", value="5"),
    "denominator_zero": Fault(record("ty_le;2014;;;;;;;5;0"), "J2", value="0"),
    "ratio_differs": Fault(record("ty_le;2014;;;;30;;;1;4"), "F2", "warning", value="30", fix=25.0),
    "only_for_ratios": Fault(record("dn;2014;;;;30;;;1;4"), "I2", "warning", value="1"),
    "only_for_targets": Fault(record("dn;2014;;;;30;;>="), "H2", "warning"),
    "band_needs_range": Fault(record("cong_suat;2020;;;muc_tieu;95;;="), "H2", fix="range"),
    "operator_against_direction": Fault(record("dn;2020;;;muc_tieu;200;;<="), "H2", value="<=", fix=">="),
    "range_without_end": Fault(record("dn;2020;;;muc_tieu;200;;range"), "H2"),
    "end_without_range": Fault(record("dn;2020;;;muc_tieu;200;300"), "G2", value="300", fix="range"),
    "range_reversed": Fault(record("dn;2020;;;muc_tieu;300;200;range"), "G2", value="200"),
    "target_wrong_side": Fault(record("loi;2014;;;goc;10\nloi;2020;;;muc_tieu;12"), "F3", value="12"),
    "below_minimum": Fault(SHORT + "dn;2014;164;-1", "D2", value="-1"),
    "above_maximum": Fault(SHORT + "ty_le;2014;164;101", "D2", value="101"),
    "not_yes_or_no": Fault(record("cong_thong_tin;2014;164;che;;3"), "F2", value="3"),
    "done_after_year": Fault(record("cong_thong_tin;2014;164;;;15/06/2015"), "F2", value="15/06/2015"),
    # A table's own words.
    "unit_differs": Fault(
        wide("Đại Từ;1;2;3", title="Số DN được hỗ trợ (Đơn vị: triệu đồng)"), "A1", value="triệu đồng"
    ),
    "unit_converted": Fault(
        "Kinh phí hỗ trợ\nĐơn vị: tỷ đồng\nHuyện;2014;2015\nĐại Từ;1,5;2,5", "A2", "warning", value="tỷ đồng"
    ),
    "total_differs": Fault(wide("Tổng số;10;20;30", "Đại Từ;4;14;20", "Võ Nhai;6;6;9"), "D3", "warning", value="30"),
    # Beside what is known.
    "cumulative_falls": Fault(SHORT + "dn;2014;164;20\ndn;2015;164;15", "D3", "warning", value="15"),
    "ten_times_neighbours": Fault(
        "chi_tieu;nam;gia_tri\nkinh_phi;2014;100\nkinh_phi;2015;1100\nkinh_phi;2016;105", "C3", "warning", value="1100"
    ),
    "record_repeated": Fault(SHORT + "dn;2014;164;5\ndn;2014;164;5", "D3", "warning", value="5"),
    "record_contradicted": Fault(
        SHORT + "dn;2014;164;5\ndn;2014;164;6", "D2", value="5", also=("record_contradicted",)
    ),
    # Definitions.
    "bad_id": Fault(KNOWN + "Số Mới;Tên;DN;luỹ kế;tăng", "A2", value="Số Mới", fix="so_moi"),
    "name_taken": Fault(KNOWN + "moi;Kinh phí hỗ trợ;DN;luỹ kế;tăng", "A2", "warning", value="moi"),
    "unknown_kind": Fault(KNOWN + "moi;Tên;DN;luy_kee;tăng", "D2", value="luy_kee", fix="luy_ke"),
    "unknown_direction": Fault(KNOWN + "moi;Tên;DN;luỹ kế;tangg", "E2", value="tangg", fix="tang"),
    "unknown_over_place": Fault(KNOWN + "moi;Tên;DN;luỹ kế;tăng;summ", "F2", value="summ", fix="sum"),
    "over_place_against_kind": Fault(KNOWN + "moi;Tên;%;tỷ lệ;tăng;sum", "F2", value="sum", fix="ratio"),
    "bad_decimals": Fault(KNOWN + "moi;Tên;DN;luỹ kế;tăng;;1,5", "G2", value="1,5"),
    "limits_reversed": Fault(KNOWN + "moi;Tên;DN;luỹ kế;tăng;;;10;5", "I2", value="5"),
    "unknown_unit": Fault(KNOWN + "moi;Tên;cái ấm;luỹ kế;tăng", "C2", "warning", value="cái ấm"),
    "unknown_group": Fault(KNOWN + "moi;Tên;DN;luỹ kế;tăng;;;;;nhóm lạ", "J2", "warning", value="nhóm lạ"),
    "definition_repeated": Fault(
        KNOWN + "moi;Tên;DN;luỹ kế;tăng\nmoi;Tên;DN;luỹ kế;tăng", "A3", "warning", value="moi"
    ),
    "definition_contradicted": Fault(
        KNOWN + "moi;Tên;DN;luỹ kế;tăng\nmoi;Tên;DN;luỹ kế;giảm", "A2", value="moi", also=("definition_contradicted",)
    ),
    "definition_changes": Fault(KNOWN + "dn;Tên khác;DN;luỹ kế;tăng", "A2", "warning", value="dn"),
    # Whole files.
    "no_table": Fault("xin chào\nhôm nay trời đẹp", None),
    "no_records": Fault("chi_tieu;nam;gia_tri\n", None),
}
