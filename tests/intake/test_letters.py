"""Text from before Unicode is known by its letters and read as it was meant; every other text is left alone."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import Font
from openpyxl.utils.cell import coordinate_to_tuple

from indicators import intake
from indicators.intake.legible import legible
from indicators.intake.letters import tidy
from indicators.intake.oldletters import Letters, converted
from indicators.intake.syllable import is_syllable
from tests.intake.desk import Desk, only, saved, workbook
from tests.intake.old_keyboard import typed_in
from tests.intake.tcvn3_headings import HEADINGS

SENTENCES = (
    "Tổng sản phẩm trong nước theo giá thực tế",
    "Thành phố Thái Nguyên, huyện Định Hóa, huyện Đại Từ, huyện Võ Nhai",
    "Ước tính thực hiện kế hoạch sáu tháng đầu năm",
    "Số doanh nghiệp được hỗ trợ áp dụng hệ thống quản lý tiên tiến",
    "Trường học bị ngập, nhà ở bị sập, ruộng lúa mì bỏ hoang, quỹ đất, kỹ thuật, dưỡng lão, nghỉ việc, giữ gìn",
)
WORDS = sorted({word.strip(",").lower() for sentence in SENTENCES for word in sentence.split()})


def read_back(*texts: object) -> list[object]:
    """Return a column of cells as the file's reader understands them."""
    (sheet,) = intake.read("tep.xlsx", workbook({"S": [[text] for text in texts]})).sheets
    return [sheet.typed(row, 0) for row in range(len(sheet.rows))]


@pytest.mark.parametrize("name", HEADINGS)
def test_headings_of_the_statistics_office_read_as_they_should(name: str, shared: Path) -> None:
    book = intake.read(name, (shared / "real" / "monthly-workbooks" / name).read_bytes())
    sheets = {sheet.name: sheet for sheet in book.sheets}

    read = {}
    for sheet, cell in HEADINGS[name]:
        row, column = coordinate_to_tuple(cell)
        read[sheet, cell] = tidy(sheets[sheet].text(row - 1, column - 1))

    assert read == HEADINGS[name]


def test_the_headings_listed_are_many_and_of_many_sheets() -> None:
    assert sum(map(len, HEADINGS.values())) >= 75
    assert all(len({sheet for sheet, _ in headings}) >= 5 for headings in HEADINGS.values())


@pytest.mark.parametrize(
    "name", ["2014-12-29-Tong-hop-bieu-2.xls", "2017-12-29-03-Bieu-2017.xlsx", "2020-12-27-03-Bieu-2020.xlsx"]
)
def test_no_cell_of_a_later_workbook_is_changed(name: str, shared: Path) -> None:
    book = intake.read(name, (shared / "real" / "monthly-workbooks" / name).read_bytes())

    assert [sheet.as_typed for sheet in book.sheets] == [{}] * len(book.sheets)


def test_every_cell_converted_in_the_old_workbooks_is_vietnamese(shared: Path) -> None:
    for name in HEADINGS:
        for sheet in intake.read(name, (shared / "real" / "monthly-workbooks" / name).read_bytes()).sheets:
            for row, column in sheet.as_typed:
                assert not set(sheet.text(row, column)) & set("µ¶·¸¹»¼½¾§¨©ª«¬®¦¡¢£¤¥\u00ad")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("§ồng bằng s«ng Hång", "Đồng bằng sông Hồng"),
        ("Điện Biªn", "Điện Biên"),
        ("Đắk N«ng", "Đắk Nông"),
        ("§¾k L¾k", "Đắk Lắk"),
        ("n\u00adíc ngoµi", "nước ngoài"),
        ("    mét sè c©y trồng chñ yÕu ", "    một số cây trồng chủ yếu "),
        ("TæNG Sè", "TỔNG SỐ"),
        ("xe « t«", "xe ô tô"),
        ("Nhµ ë", "Nhà ở"),
        ("hμng hãa", "hàng hóa"),
        ("trong n\u2212íc, ®\u2212îc", "trong nước, được"),
        ("Thaùi Nguyeân", "Thái Nguyên"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        ("TOÅNG SOÁ", "TỔNG SỐ"),
        ("Naêm 2014, ñôn vò tính: trieäu ñoàng", "Năm 2014, đơn vị tính: triệu đồng"),
    ],
)
def test_old_letters_are_read_as_they_were_meant(typed: str, meant: str) -> None:
    assert read_back(typed) == [meant]


def test_the_u_with_a_wrong_horn_is_mended_anywhere(desk: Desk) -> None:
    assert tidy("đƣợc hỗ trợ, Ƣớc") == "được hỗ trợ, Ước"


def test_words_that_may_be_either_follow_their_neighbours() -> None:
    assert read_back("Bé C«ng nghiÖp", "Bé", "Sè", "Vèn") == ["Bộ Công nghiệp", "Bộ", "Số", "Vốn"]
    assert read_back("Bé Ngô Đình Đạt", "bé", "S¶n phÈm") == ["Bé Ngô Đình Đạt", "bé", "Sản phẩm"]


@pytest.mark.parametrize(
    "text",
    [
        "m²", "km² (±5 %)", "25 °C", "«Société Générale»", "« naïve »", "§ 5 Abs. 2", "© 2014 GSO®", "5 µm", "µg/m³",
        "N·m", "3·5", "1 × 2 ÷ 3", "½ năm", "Ø 20", "¹ Sơ bộ", "Tổng số¹", "GDP¹", "Noël à Genève, où naître, dû, goût",
        "Übergröße für Köln", "São Paulo, Curaçao", "El Niño, año", "Bé Ngô", "Năm 2014", "Ðại Từ",
        "Bộ trưởng Bộ Công nghiệp", "Thành phố Hồ Chí Minh", "co\u00adoperation", "phát\u00adtriển", "−4,13", "5 − 3",
        "…", "–", "Cô, dù, sè, vô", "Pháp, Ý, Áo, Bỉ", "naïveté, façade, rôle, fiancé",
    ],
)  # fmt: skip
def test_other_text_is_left_alone(text: str) -> None:
    assert read_back(text) == [text]


@pytest.mark.parametrize("text", ["m²", "25 °C", "± 5", "5 µm", "3·5", "1 × 2", "kg/m³", "§ 5", "Đồng Hỷ", "Toàn tỉnh"])
def test_even_beside_old_text_signs_and_units_are_left_alone(text: str) -> None:
    assert read_back("Tæng s¶n phÈm trong n\u00adíc", text, "Khu vùc dÞch vô")[1] == text


@given(st.lists(st.sampled_from(WORDS), min_size=4, max_size=12), st.sampled_from(Letters))
def test_any_vietnamese_written_in_an_old_encoding_comes_back(words: list[str], letters: Letters) -> None:
    meant = " ".join([*words, "tổng sản phẩm trong nước"])

    assert converted_column(typed_in(letters, meant)) == [meant]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_vietnamese_in_unicode_is_never_changed(words: list[str]) -> None:
    text = " ".join(words)

    assert converted_column(text) == [text]


@given(st.text(st.characters(max_codepoint=0x7F), max_size=40), st.text("0123456789.,%±°²³º -–−…", max_size=20))
def test_plain_text_and_figures_are_never_changed(plain: str, figures: str) -> None:
    beside = "Tæng s¶n phÈm trong n\u00adíc"

    assert converted_column(plain, figures, beside)[:2] == [plain, figures]


def converted_column(*texts: str) -> list[object]:
    """Return texts as a column of a book would be read, without a file between."""
    sheet = intake.RawSheet(None, [[text] for text in texts])
    (read,) = legible(intake.RawBook("tep", b"", (sheet,))).sheets
    return [row[0] for row in read.rows]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_words_are_syllables(sentence: str) -> None:
    assert [word for word in sentence.replace(",", "").split() if not is_syllable(word)] == []


@pytest.mark.parametrize("word", ["thùc", "víi", "tÝnh", "nghiÖp", "kã", "ngiệp", "tat", "gế", "für", "où"])
def test_what_is_no_syllable_is_known(word: str) -> None:
    assert not is_syllable(word)


def test_a_font_of_capitals_is_obeyed_only_where_the_letters_are_old() -> None:
    book = openpyxl.Workbook()
    for row, (text, font) in enumerate(
        [("Tæng s¶n phÈm", ".VnTimeH"), ("Tæng s¶n phÈm", ".VnTime"), ("Tổng sản phẩm", ".VnTimeH")], start=1
    ):
        book.active.cell(row, 1, text).font = Font(name=font)
    (sheet,) = intake.read("tep.xlsx", saved(book)).sheets

    assert [sheet.text(row, 0) for row in range(3)] == ["TỔNG SẢN PHẨM", "Tổng sản phẩm", "Tổng sản phẩm"]


@pytest.mark.parametrize("letters", Letters)
def test_a_text_file_of_old_bytes_is_read(letters: Letters, desk: Desk) -> None:
    table = "Số DN được hỗ trợ\nHuyện;2014;2015\nĐịnh Hóa;4;5\nVõ Nhai;6;7\n"
    report = desk.check(typed_in(letters, table).encode("latin-1"))

    assert {row["district"] for row in report.incoming.to_pylist()} == {"167", "170"}
    assert only(report, "letters_converted").figures["letters"] == letters.value


def test_what_was_typed_stays_in_the_record_and_the_reader_is_told_in_unicode(desk: Desk) -> None:
    report = desk.check("chi_tieu;nam;huyen;gia_tri;ghi_chu\ndn;2014;§¹i Tõ;¦íc 5;S¬ bé, huyÖn b¸o\n")

    (row,) = report.incoming.to_pylist()
    assert (row["value"], row["quality"], row["raw"]) == (5.0, "estimate", "¦íc 5")
    assert row["note"] == "Sơ bộ, huyện báo"
    told = only(report, "letters_converted")
    assert (told.cell, told.value, told.figures["typed"], told.figures["count"]) == ("C2", "Đại Từ", "§¹i Tõ", 3)


def test_an_unknown_name_in_old_letters_is_shown_in_unicode(desk: Desk) -> None:
    report = desk.check("chi_tieu;nam;huyen;gia_tri\ndn;2014;§¹i Tö;5\n")

    assert only(report, "unknown_district").value == "Đại Tử"


def test_each_encoding_converts_by_its_own_table() -> None:
    assert converted("Th¸i", Letters.TCVN3) == "Thái"
    assert converted("Thaùi", Letters.VNI) == "Thái"
