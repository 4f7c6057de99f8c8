"""What stands in data/catalogue/, what is refused there, and that another province is a change of data."""

from __future__ import annotations

import csv
import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from indicators import catalogue
from indicators.catalogue import loading
from indicators.errors import BrokenCatalogue

KNOWN = catalogue.load()
Rewrite = Callable[[str, str, str], Path]


@pytest.fixture
def rewrite(tmp_path: Path) -> Rewrite:
    """A copy of the catalogue with one text of one file replaced by another."""

    def replaced(file: str, old: str, new: str) -> Path:
        folder = tmp_path / "catalogue"
        shutil.copytree(loading.FOLDER, folder)
        text = (folder / file).read_text("utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), "utf-8")
        return folder

    return replaced


@pytest.mark.parametrize(
    ("file", "old", "new", "why"),
    [
        ("programme.toml", "first_year = 2014", "first_year = ", "line"),
        ("programme.toml", "first_year = 2014", 'first_year = "2014"', "first_year can't be '2014'"),
        ("programme.toml", "first_year = 2014", "first_year = true", "first_year can't be True"),
        ("programme.toml", "first_year = 2014", "first_year = 2021", "first_year is after last_year"),
        ("programme.toml", "last_year = 2020", "", "last_year is missing"),
        ("programme.toml", "last_year = 2020", "last_year = 2020\nlast_years = 2020", "unknown last_years"),
        ("province.toml", 'code = "19"', 'code = "190"', "190 is not in provinces.csv"),
        ("province.toml", '"Toàn tỉnh",', '"Hà Nội",', "also names"),
        ("province.toml", '"Toàn tỉnh",', '"Sông Công",', "also names"),
        ("districts.toml", 'name_vi = "Định Hóa"', 'name_vi = ""', "[[district]] 3: name_vi is empty"),
        ("districts.toml", 'code = "165"', 'code = "164"', "stands twice"),
        ("districts.toml", 'names = ["Phú Bình"]', 'names = ["Phú Lương"]', "could mean 168 or 173"),
        ("districts.toml", 'names = ["Phú Bình"]', "names = [173]", "names must be a list of texts"),
        ("districts.toml", "since = 2015-05-15", "since = 2015-05-15T00:00:00", "since can't be"),
        ("districts.toml", "since = 2015-05-15", "since = 2013-05-15", "order of their days"),
        ("districts.toml", "first_year = 2015", "first_year = 2016", "first_year must be 2015"),
        ("districts.toml", 'rank = "thi_xa"', 'rank = "quan"', "rank quan has no [rank_words.quan]"),
        ("districts.toml", "name_alone = true", 'name_alone = "yes"', "name_alone can't be 'yes'"),
        ("sectors.toml", 'id = "thep"', 'id = "che"', "stands twice"),
        ("sectors.toml", '"Steel", "Metals"', '"Steel", "Chè"', "could mean che or thep"),
        ("units.toml", "factor = 1000\n", "factor = 0\n", "factor must be above zero"),
        ("units.toml", "factor = 1000\n", 'factor = "1000"\n', "factor can't be '1000'"),
        ("units.toml", "factor = 1000\n", "factor = inf\n", "factor must be above zero"),
        ("units.toml", '"lượt doanh nghiệp"', '"doanh nghiệp"', "could mean enterprise or enterprise_turn"),
        ("groups.toml", 'id = "dao_tao"', "id = 3", "id can't be 3"),
        ("provinces.csv", "kind,code", "code,kind", "line 1: the columns must be"),
        ("provinces.csv", "province,02,Hà Giang,Ha Giang,", "province,02,Hà Giang,Ha Giang", "line 18: 4 fields"),
        ("provinces.csv", "province,02,", "huyện,02,", "line 18: kind must be one of"),
        ("provinces.csv", "province,02,", "province,01,", "the same code stands twice"),
        ("provinces.csv", "Hà Giang,Ha Giang", "Hà Giang,Ha Nam", "could mean"),
    ],
)
def test_a_wrong_file_is_refused_with_its_name_and_the_reason(
    rewrite: Rewrite, file: str, old: str, new: str, why: str
) -> None:
    with pytest.raises(BrokenCatalogue) as told:
        catalogue.load(rewrite(file, old, new))

    assert told.value.figures["file"] == file
    assert why in str(told.value.figures["why"])


@pytest.mark.parametrize("file", ["programme.toml", "districts.toml", "provinces.csv"])
def test_an_absent_or_unreadable_file_is_refused(rewrite: Rewrite, file: str) -> None:
    folder = rewrite(file, "", "")
    (folder / file).write_bytes("Thái Nguyên".encode("utf-16"))
    with pytest.raises(BrokenCatalogue, match=file):
        catalogue.load(folder)

    (folder / file).unlink()
    with pytest.raises(BrokenCatalogue, match=file):
        catalogue.load(folder)


def test_another_province_is_another_set_of_files(tmp_path: Path) -> None:
    folder = tmp_path / "catalogue"
    shutil.copytree(loading.FOLDER, folder)
    (folder / "province.toml").write_text(
        'code = "06"\nname_vi = "Tỉnh Bắc Kạn"\nname_en = "Bac Kan province"\n'
        'spellings = ["Bắc Kạn", "Bắc Cạn"]\nwhole_province = ["Toàn tỉnh"]\n',
        "utf-8",
    )
    (folder / "districts.toml").write_text(
        '[rank_words.huyen]\nbefore = ["Huyện", "H"]\nafter = ["District"]\n'
        '[[district]]\ncode = "060"\nname_vi = "Pác Nặm"\nname_en = "Pac Nam"\n'
        'names = ["Pác Nặm"]\nname_alone = true\nspellings = []\n'
        "[[district.rank]]\nsince = 2014-01-01\n"
        'rank = "huyen"\nname_vi = "Huyện Pác Nặm"\nname_en = "Pac Nam District"\ndocument = ""\n',
        "utf-8",
    )
    other = catalogue.load(folder)

    assert [district.code for district in other.districts] == ["060"]
    assert other.find_district("H.Pac Nam") is not None
    assert other.find_district("Đại Từ") is None
    assert other.is_whole_province("Bac  Can")
    assert not other.is_outside_place("Bắc Kạn")
    assert other.is_outside_place("Thai  Nguyen")


def test_the_catalogue_is_read_once() -> None:
    assert catalogue.load() is KNOWN


def test_the_programme_is_that_of_decision_37() -> None:
    assert (KNOWN.programme.first_year, KNOWN.programme.last_year) == (2014, 2020)
    assert "37/QĐ-UBND ngày 08/01/2014" in KNOWN.programme.documents[0]
    assert "712/QĐ-TTg" in KNOWN.programme.documents[1]


def test_the_nine_districts_stand_with_their_names() -> None:
    assert [(district.code, district.name_vi, district.name_en) for district in KNOWN.districts] == [
        ("164", "TP Thái Nguyên", "Thai Nguyen City"),
        ("165", "TP Sông Công", "Song Cong City"),
        ("167", "Định Hóa", "Dinh Hoa"),
        ("168", "Phú Lương", "Phu Luong"),
        ("169", "Đồng Hỷ", "Dong Hy"),
        ("170", "Võ Nhai", "Vo Nhai"),
        ("171", "Đại Từ", "Dai Tu"),
        ("172", "TX Phổ Yên", "Pho Yen Town"),
        ("173", "Phú Bình", "Phu Binh"),
    ]


@pytest.mark.parametrize(
    ("code", "year", "name"),
    [
        ("165", 2013, "Thị xã Sông Công"),
        ("165", 2014, "Thị xã Sông Công"),
        ("165", 2015, "Thành phố Sông Công"),
        ("172", 2014, "Huyện Phổ Yên"),
        ("172", 2015, "Thị xã Phổ Yên"),
        ("172", 2021, "Thị xã Phổ Yên"),
        ("172", 2022, "Thành phố Phổ Yên"),
        ("171", 2020, "Huyện Đại Từ"),
    ],
)
def test_a_district_is_called_what_it_was_on_31_december(code: str, year: int, name: str) -> None:
    assert KNOWN.district(code).official_name(year) == name


def test_borders_broke_where_the_resolutions_say() -> None:
    assert {district.code: district.break_years for district in KNOWN.districts if district.breaks} == {
        "164": (2015, 2017),
        "165": (2015,),
        "168": (2017,),
        "169": (2017,),
        "173": (2017,),
    }
    days = {(change.first_year, change.effective, change.document) for d in KNOWN.districts for change in d.breaks}
    assert days == {
        (2015, dt.date(2015, 5, 15), "Nghị quyết 932/NQ-UBTVQH13"),
        (2017, dt.date(2017, 8, 18), "Nghị quyết 422/NQ-UBTVQH14"),
    }


def test_everything_is_named_in_both_languages() -> None:
    named = [KNOWN.programme, KNOWN.province, *KNOWN.districts, *KNOWN.sectors, *KNOWN.units, *KNOWN.groups]
    ranks = [rank for district in KNOWN.districts for rank in district.ranks]

    assert len(KNOWN.sectors) == 13
    assert len(KNOWN.groups) == 6
    assert [thing for thing in (*named, *ranks, *KNOWN.outside_places) if not (thing.name_vi and thing.name_en)] == []
    assert [sector.id for sector in KNOWN.sectors if bool(sector.note_vi) != bool(sector.note_en)] == []


def test_the_codes_of_every_sector_are_of_vsic_2007(shared: Path) -> None:
    lines = (shared / "domain" / "data" / "vsic2007_full.csv").read_text("utf-8").splitlines()
    listed = {row["code"] for row in csv.DictReader(lines)}

    assert {code for sector in KNOWN.sectors for code in sector.vsic_codes} - listed == set()
