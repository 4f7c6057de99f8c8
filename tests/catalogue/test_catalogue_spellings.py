"""Every way a place is written in real files finds it, and no other text finds anything."""

from __future__ import annotations

import csv
import unicodedata
from pathlib import Path

import pytest

from indicators import catalogue
from indicators.catalogue import without_marks
from indicators.errors import UnknownDistrict, UnknownSector

KNOWN = catalogue.load()
PX_WEB_FILES = (
    "index-of-industrial-production-by-province.csv",
    "labour-force-by-province.csv",
    "retail-sales-by-province.csv",
    "trained-employed-workers-percent-by-province.csv",
)


@pytest.mark.parametrize(
    "text",
    [
        "Đại Tư",
        "TP Đại Từ",
        "Thị xã Đại Từ",
        "Định Hoa",
        "Lương Sơn",
        "X. Phổ Yên",
        "166",
        "164.0",
        "0164",
        "Phú",
        "H.",
        "TP",
        "STT",
        "Nguồn: Phòng Kinh tế",
        "",
        "   ",
        "Phú Yên",
    ],
)
def test_a_name_that_is_not_certain_is_no_district(text: str) -> None:
    assert KNOWN.find_district(text) is None


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("Đại Tư", "Đại Từ"),
        ("TP Đại Từ", "Đại Từ"),
        ("Định Hoa", "Định Hóa"),
        ("Vo Nhaj", "Võ Nhai"),
        ("H. Phú Lươn", "Phú Lương"),
        ("TX Phố Yên", "TX Phổ Yên"),
        ("TP.Thái Nguyen Tỉnh", "TP Thái Nguyên"),
    ],
)
def test_an_unknown_district_is_offered_its_nearest(text: str, nearest: str) -> None:
    assert KNOWN.find_district(text) is None
    assert KNOWN.nearest_districts(text)[0] == nearest


@pytest.mark.parametrize("text", ["", "zzzzzz", "Ghi chú: số liệu chưa đầy đủ"])
def test_nothing_is_offered_for_what_comes_near_nothing(text: str) -> None:
    assert KNOWN.nearest_districts(text) == ()
    assert KNOWN.nearest_sectors(text) == ()


def test_what_is_offered_can_be_typed() -> None:
    for text in ("Đại", "Phú", "TP Sông Cong", "thanh pho", "Đồng Hy"):
        for offered in KNOWN.nearest_districts(text):
            assert KNOWN.find_district(offered) is not None


def test_an_unknown_code_is_a_named_error() -> None:
    with pytest.raises(UnknownDistrict) as told:
        KNOWN.district("166")
    assert told.value.figures == {"district": "166"}

    with pytest.raises(UnknownSector) as told_of_sector:
        KNOWN.sector("xe_may")
    assert told_of_sector.value.figures == {"sector": "xe_may"}


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        (
            "164",
            [
                "164",
                "TP Thái Nguyên",
                "TP. Thái Nguyên",
                "TP.Thái Nguyên",
                "Tp.Thái Nguyên",
                "T.P Thái Nguyên",
                "T.P. Thái Nguyên",
                "TPTN",
                "thành phố Thái Nguyên",
                "THÀNH PHỐ THÁI NGUYÊN",
                "Tha\u0300nh phố  Thái\u00a0Nguyên",
                "Thai Nguyen City",
                "Thai Nguyen city",
                "TP Thai Nguyen",
                "1. TP. Thái Nguyên",
            ],
        ),
        (
            "165",
            [
                "165",
                "T.P Sông Công",
                "Thành Phố Sông Công",
                "THÀNH PHỐ SÔNG CÔNG",
                "TP Sông Công",
                "TX Sông Công",
                "TX. Sông Công",
                "T.X Sông Công",
                "Thị xã Sông Công",
                "Sông Công",
                "Song Cong",
                " Sông  Công ",
            ],
        ),
        (
            "167",
            [
                "167",
                "Định Hoá",
                "Định Hóa",
                "\u00d0ịnh Hoá",
                "\u00d0ịnh Hóa",
                "H. Định Hóa",
                "H.Định Hoá",
                "H.\u00d0ịnh Hoá",
                "huyện Định Hóa",
                "HUYỆN ĐỊNH HOÁ",
                "Dinh Hoa",
                "Dinh Hoa District",
            ],
        ),
        ("168", ["168", "Phú lương", "Phú Lương", "H. Phú Lương", "huyện Phú Lương", "Phu Luong", "- Phú Lương"]),
        (
            "169",
            [
                "169",
                "Đồng Hỷ",
                "\u00d0ồng Hỷ",
                "Đơng Hỷ",
                "Đồng Hỉ",
                "H. Đồng Hỷ",
                "huyện Đồng Hỷ",
                "Dong Hy",
                "Đồng Hỷ (*)",
            ],
        ),
        ("170", ["170", "Võ Nhai", "H. Võ Nhai", "H.Võ Nhai", "huyện Võ Nhai", "Vo Nhai", "VÕ NHAI"]),
        ("171", ["171", "Đại Từ", "\u00d0ại Từ", "H. Đại Từ", "huyện Đại Từ", "Dai Tu", "H. Dai Tu", "7) Đại Từ"]),
        (
            "172",
            [
                "172",
                "T.X Phổ Yên",
                "Thị xã Thị xã Phổ Yên",
                "TP Phổ Yên",
                "TX Phổ Yên",
                "TX. Phổ Yên",
                "H. Phổ Yên",
                "huyện Phổ Yên",
                "Thị xã Phổ Yên",
                "Phổ Yên",
                "Pho Yen",
            ],
        ),
        ("173", ["173", "Phú Bình", "H. Phú Bình", "H.Phú Bình", "huyện Phú Bình", "Phu Binh", "III. Phú Bình"]),
    ],
)
def test_every_spelling_finds_its_district(code: str, texts: list[str]) -> None:
    assert {text: found.code for text in texts if (found := KNOWN.find_district(text))} == dict.fromkeys(texts, code)
    assert not any(KNOWN.is_whole_province(text) or KNOWN.is_outside_place(text) for text in texts)


@pytest.mark.parametrize("district", KNOWN.districts, ids=lambda district: district.code)
def test_the_official_name_of_every_year_finds_its_district(district: catalogue.District) -> None:
    for year in range(2014, 2025):
        name = district.official_name(year)
        for text in (name, name.upper(), unicodedata.normalize("NFD", name), without_marks(name), f" {name} "):
            found = KNOWN.find_district(text)
            assert found is not None
            assert found.code == district.code


@pytest.mark.parametrize(
    "text",
    [
        "Toàn tỉnh",
        "TOÀN TỈNH",
        "Tổng số",
        "TỔNG SỐ",
        "Tổng cộng",
        "Thái Nguyên",
        "Thai  Nguyen",
        " Thái Nguyên ",
        "Tha\u0301i Nguye\u0302n",
        "tỉnh Thái Nguyên",
        "Toan tinh",
        "Tổng số:",
    ],
)
def test_the_whole_province_is_known(text: str) -> None:
    assert KNOWN.is_whole_province(text)
    assert KNOWN.find_district(text) is None
    assert not KNOWN.is_outside_place(text)


@pytest.mark.parametrize("text", ["TP Thái Nguyên", "Đại Từ", "Cả nước", "Bắc Kạn", "Tổng hợp", "", "Tỉnh"])
def test_other_names_are_not_the_whole_province(text: str) -> None:
    assert not KNOWN.is_whole_province(text)


@pytest.mark.parametrize(
    "text",
    [
        " WHOLE COUNTRY",
        "CẢ NƯỚC",
        "Hà Nội",
        "Ha Noi",
        "Ha Tay",
        "Hà Tây",
        "Quang  Nam",
        "Thua Thien-Hue",
        "Thừa Thiên - Huế",
        "Thua Thien Hue",
        "Ba Ria - Vung Tau",
        "Bà Rịa – Vũng Tàu",
        "Ho Chi Minh city",
        "TP. Hồ Chí Minh",
        "TP.Ho Chi Minh",
        "Nam Đinh",
        "\u00d0à Nẵng",
        "Bắc Cạn",
        "Red River Delta",
        "Đồng bằng sông Cửu Long",
        "Northern midlands and mountain areas",
        "NEC.",
    ],
)
def test_places_outside_are_known(text: str) -> None:
    assert KNOWN.is_outside_place(text)
    assert KNOWN.find_district(text) is None
    assert not KNOWN.is_whole_province(text)


@pytest.mark.parametrize("text", ["Phổ Yên", "Phú Bình", "Thái Nguyên", "Toàn tỉnh", "Hà", "Bắc", "", "Hà Nam Ninh"])
def test_other_names_are_not_places_outside(text: str) -> None:
    assert not KNOWN.is_outside_place(text)


def test_all_provinces_are_listed_once() -> None:
    provinces = [place for place in KNOWN.outside_places if place.kind in {"province", "city"}]

    assert len(provinces) == 62
    assert len({place.code for place in provinces}) == 62
    assert [place.name_en for place in KNOWN.outside_places if place.kind == "former"] == ["Ha Tay"]


@pytest.mark.parametrize("name", PX_WEB_FILES)
def test_every_row_of_a_real_table_by_province_is_recognised(shared: Path, name: str) -> None:
    lines = (shared / "real" / "px-web" / name).read_text("utf-8-sig").splitlines()[3:]
    names = [line[0] for line in csv.reader(lines, delimiter=";") if line]

    assert len(names) >= 69
    assert [name for name in names if KNOWN.is_whole_province(name)] == ["Thai  Nguyen"]
    assert [name for name in names if not KNOWN.is_outside_place(name)] == ["Thai  Nguyen"]
