"""The template: what it offers is understood, what it knows comes back unchanged, its examples are no data."""

from __future__ import annotations

import io
import math
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import catalogue, intake, labels, workbook
from indicators.catalogue.definition import Definition
from indicators.errors import UnknownDistrict
from indicators.exhibits.verdicts import definitions as definitions_of
from indicators.intake import lookup
from indicators.intake.layout import Long, NoTable, recognise
from indicators.store import Store
from indicators.workbook.fields import choices
from indicators.workbook.template import FIRST_ROW, TITLE_ROW, Exact
from tests.intake.desk import Desk, told, values

LANGUAGES = labels.LANGUAGES
KNOWN = """\
chi_tieu;nam;ky;huyen;nganh;loai_so_lieu;gia_tri;gia_tri_den;toan_tu;tu_so;mau_so;chat_luong;van_ban;ngay_van_ban
dn;2015;;171;;;12;;;;;;;
dn;2016;Q3;171;che;;13;;;;;so_bo;;
dn;2016;;171;;;…;;;;;;;
dn;2020;;;;muc_tieu;40;;;;;;37/QĐ-UBND;08/01/2014
dn;2020;;;;muc_tieu;50;;>;;;;@SUM(A1);04/05/2017
cong_suat;2020;;;;muc_tieu;80;90;range;;;;;
ty_le;2016;;164;;;;;;27;61;;;
ty_le;2017;;164;;;46,3;;;;;uoc;;
iip;2013;;;;goc;101.3749999999997;;;;;;;
kinh_phi;2016;;164;;;0;;;;;;=1+1;
cong_thong_tin;2017;;164;;;co;;;;;;;
"""


@pytest.fixture
def known(own_desk: Desk) -> Desk:
    """A desk whose store holds a record of every shape."""
    own_desk.publish(KNOWN, name="so-lieu.csv")
    return own_desk


def made(desk: Desk, language: str = "vi", **asked: object) -> bytes:
    return workbook.template(desk.store.at(), catalogue.load(), labels.text(language), **asked).content


def filled_in(content: bytes, *rows: dict[str, object]) -> bytes:
    """Return the template as somebody sends it back: rows written under the titles, found by the titles' words."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    places = {cell.value: cell.column for cell in sheet[TITLE_ROW + 1] if cell.value}
    for position, row in enumerate(rows, start=FIRST_ROW + 1):
        for title, value in row.items():
            sheet.cell(position, places[title]).value = value
    back = io.BytesIO()
    book.save(back)
    return back.getvalue()


def test_an_unknown_district_is_refused(desk: Desk) -> None:
    with pytest.raises(UnknownDistrict):
        made(desk, district="999")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_template_has_no_finding_but_that_it_is_empty(desk: Desk, language: str) -> None:
    report = desk.check(made(desk, language), name="bieu.xlsx")

    assert told(report) == [("no_records", None)]
    assert [sheet.reason for sheet in report.sheets[1:]] == ["reason_guide"] * 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_to_look_at_would_be_no_data_even_without_their_mark(desk: Desk, language: str) -> None:
    book = intake.read("bieu.xlsx", made(desk, language))
    layouts = [recognise(sheet, catalogue.load())[0] for sheet in book.sheets]

    assert isinstance(layouts[0], Long)
    assert isinstance(layouts[2], NoTable)


def test_what_is_filled_in_is_read_without_a_finding(desk: Desk) -> None:
    content = filled_in(
        made(desk),
        {"Chỉ tiêu": "Doanh nghiệp được hỗ trợ áp dụng công cụ", "Năm": 2018, "Huyện": "Đại Từ", "Giá trị": 7},
        {
            "Chỉ tiêu": "Chỉ số sản xuất công nghiệp",
            "Năm": 2018,
            "Kỳ": "Quý II",
            "Huyện": "Toàn tỉnh",
            "Giá trị": 104.2,
        },
    )
    report = desk.check(content, name="bieu.xlsx")

    assert told(report) == []
    assert values(report) == [(2018, "171", None, 7.0, "H6"), (2018, None, None, 104.2, "H7")]
    assert report.incoming["period"].to_pylist() == ["Y", "Q2"]


def test_a_ratio_filled_in_by_its_parts_is_worked_out(desk: Desk) -> None:
    row = {"Chỉ tiêu": "Tỷ lệ doanh nghiệp công bố tiêu chuẩn", "Năm": 2018, "Tử số": 27, "Mẫu số": 60}
    report = desk.check(filled_in(made(desk), row), name="bieu.xlsx")

    assert told(report) == []
    assert report.incoming["value"].to_pylist() == [45.0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_known_comes_back_unchanged(known: Desk, language: str) -> None:
    content = made(known, language, is_filled=True)
    report = known.check(content, name="bieu.xlsx")
    rehearsal = known.rehearse(report)

    assert [finding for finding in report.findings if finding.blocks] == []
    assert report.rows == len(KNOWN.splitlines()) - 1
    assert rehearsal.changes.is_nothing
    assert known.publish(content, name="bieu.xlsx").version == known.store.version


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_demonstration_comes_back_unchanged(demo_store: Path, language: str) -> None:
    desk = Desk(Store.open(demo_store))
    report = desk.check(made(desk, language, is_filled=True), name="bieu.xlsx")

    assert told(report) == []
    assert report.rows > 1000
    assert desk.rehearse(report).changes.is_nothing


def test_one_figure_mended_is_the_only_change(known: Desk) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made(known, is_filled=True, district="171")))
    sheet = book.worksheets[0]
    cells = [sheet.cell(row, 8) for row in range(FIRST_ROW + 1, FIRST_ROW + 4)]
    next(cell for cell in cells if cell.value == 12).value = 15
    back = io.BytesIO()
    book.save(back)
    changes = known.rehearse(known.check(back.getvalue(), name="bieu.xlsx")).changes

    assert (changes.new, changes.changed, changes.unchanged, changes.removed) == (0, 1, 2, 0)


def test_a_district_gets_its_own_records_and_its_own_name_only(known: Desk) -> None:
    template = workbook.template(known.store.at(), catalogue.load(), labels.text("vi"), district="171", is_filled=True)
    sheet = openpyxl.load_workbook(io.BytesIO(template.content)).worksheets[0]
    places = {sheet.cell(row, 5).value for row in range(FIRST_ROW + 1, sheet.max_row + 1)} - {None}

    assert template.rows == 3
    assert places == {"Đại Từ"}
    assert sheet["A1"].value == "Biểu nhập số liệu – Đại Từ"


def test_text_that_begins_like_a_formula_stays_text(known: Desk) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(made(known, is_filled=True))).worksheets[0]
    documents = [sheet.cell(row, 14) for row in range(FIRST_ROW + 1, sheet.max_row + 1)]
    written = {cell.value: cell.data_type for cell in documents if cell.value}

    assert written == {"=1+1": "s", "@SUM(A1)": "s", "37/QĐ-UBND": "s"}


def test_every_column_of_a_closed_list_is_chosen_from_it(desk: Desk) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(made(desk))).worksheets[0]
    lists = {str(rule.sqref).split(":")[0][0] for rule in sheet.data_validations.dataValidation if rule.type == "list"}

    assert lists == set("ACDEFGJM")
    assert sheet.freeze_panes == "B6"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_offered_means_what_it_stands_for(desk: Desk, language: str) -> None:
    places = catalogue.load()
    definitions = {one.id: one for one in lookup_definitions(desk)}
    offered = choices(definitions, places, labels.text(language), None)
    indicators = lookup.Indicators(definitions)
    is_known = {
        "indicator": lambda word, code: indicators.find(word) == definitions[code],
        "period": lambda word, code: lookup.find_period(word) == code,
        "district": lambda word, code: lookup.find_district(word, places, is_by_province=False) == code,
        "sector": lambda word, code: lookup.find_sector(word, places) == code,
        "measure": lambda word, code: lookup.find_measure(word) == code,
        "operator": lambda word, code: lookup.find_operator(word) == code,
        "quality": lambda word, code: lookup.find_quality(word) == code,
    }

    for name, check in is_known.items():
        assert {code: word for code, word in getattr(offered, name).items() if not check(word, code)} == {}, name
    assert len(offered.period) == 19


def lookup_definitions(desk: Desk) -> list[Definition]:
    return list(definitions_of(desk.store.at()).values())


def test_indicators_of_one_name_are_offered_by_their_ids(own_desk: Desk) -> None:
    own_desk.publish("ma;ten;don_vi;loai_chi_tieu;chieu\nx1;Số dự án;DN;luỹ kế;tăng\nx2;Số Dự Án;DN;trong kỳ;tăng\n")
    sheet = openpyxl.load_workbook(io.BytesIO(made(own_desk)))["Danh mục"]
    offered = [cell.value for cell in sheet["A"][3:] if cell.value]

    assert {"x1", "x2"} <= set(offered)
    assert "Số dự án" not in offered


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_written_with_all_its_digits(number: float) -> None:
    assert float(f"{Exact(number):.16G}") == number
    assert not math.isnan(float(f"{Exact(number):.16G}"))
