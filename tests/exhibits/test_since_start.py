"""Every district in the first year and the last: who changed, who overtook whom, and who can't be compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.catalogue import Direction, Kind, OverPlace
from indicators.exhibits import Exhibit, Slope
from indicators.store import Publication, Reading, Store
from tests.exhibits.every_builder import build
from tests.exhibits.small_store import actual, baseline, definition, incoming, target

NAME = "indicator.districts_since_start"
# Đại Từ (171), Võ Nhai (170), Định Hóa (167) and Phổ Yên (172) kept their borders, Đồng Hỷ (169) did not.
COUNTED = {"171": (2, 20), "170": (5, 11), "167": (9, 10), "169": (1, 90)}
FALLING = {"171": (9.0, 2.0), "170": (5.0, 4.0)}


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    definitions = (
        definition("dn", "DN", "DN", Kind.CUMULATIVE, over_place=OverPlace.SUM),
        definition("loi", "Tỷ lệ lỗi", "%", Kind.RATIO, direction=Direction.DOWN, decimals=1),
        definition("muon", "Đo muộn", "DN", Kind.STOCK),
        definition("nua_nam", "Theo nửa năm", "DN", Kind.FLOW, over_place=OverPlace.SUM),
        definition("xong", "Xong", "đạt/chưa đạt", Kind.YES_NO),
        definition("yen", "Không đổi", "DN", Kind.STOCK),
    )
    rows = [
        {"measure": "definition", "indicator": each.id, "year": None, "period": None, "definition": each.to_json()}
        for each in definitions
    ]
    for district, (first, last) in COUNTED.items():
        rows += [actual("dn", 2014, first, district=district), actual("dn", 2020, last, district=district)]
    rows += [actual("dn", 2020, 4, district="173"), actual("dn", 2014, 1, district="172")]
    rows += [actual("dn", 2020, 500, district="172", quality="preliminary"), target("dn", 2020, 15, district="171")]
    for district, (first, last) in FALLING.items():
        rows += [actual("loi", 2014, first, district=district), actual("loi", 2019, last, district=district)]
    rows += [baseline("muon", 2013, 1, district="171"), actual("muon", 2016, 3, district="171")]
    rows += [actual("muon", 2018, 4, district="171"), baseline("muon", 2016, 2, district="170")]
    for year, halves in ((2014, (1, 2)), (2020, (5, 6))):
        rows += [
            actual("nua_nam", year, amount, period=period, district="171")
            for period, amount in zip(("H1", "H2"), halves, strict=True)
        ]
    rows += [actual("nua_nam", 2019, 7, period="H1", district="171")]
    rows += [actual("xong", 2014, 0, district="171"), actual("xong", 2020, 1, district="171")]
    rows += [actual("yen", year, 7, district=district) for year in (2014, 2020) for district in ("171", "170")]
    store = Store.create(tmp_path_factory.mktemp("two") / "store", by="test")
    store.publish(incoming(rows), Publication(by="test", reason="test"), rehearsed=store.version)
    return store.at()


def row(exhibit: Exhibit, district: str) -> dict[str, object]:
    return dict(exhibit.frame[exhibit.frame["key"] == district].iloc[0])


def test_one_year_alone_is_not_compared(reading: Reading) -> None:
    exhibit = build(NAME, reading, indicator="dn", as_of=2014)

    assert exhibit.is_empty
    assert "hai năm khác nhau" in exhibit.empty_sentence


def test_done_or_not_has_no_change(reading: Reading) -> None:
    exhibit = build(NAME, reading, indicator="xong")

    assert exhibit.is_empty
    assert "có hoặc không" in exhibit.headline


def test_new_borders_leave_no_change_and_no_place_in_the_sentence(reading: Reading) -> None:
    exhibit = build(NAME, reading, indicator="dn")
    figures = exhibit.figures.set_index("Huyện")

    assert row(exhibit, "169")["breaks"] == "2017"
    assert figures.loc["Đồng Hỷ", "Mức thay đổi"] is None
    assert figures.loc["Đồng Hỷ", "Đổi địa giới từ năm"] == "2017"
    assert "Đồng Hỷ" not in exhibit.headline
    assert any("hai địa bàn khác nhau" in note for note in exhibit.notes)


def test_borders_that_changed_before_or_after_the_two_years_do_no_harm(reading: Reading) -> None:
    assert row(build(NAME, reading, indicator="dn", as_of=2020), "169")["breaks"] == "2017"
    assert build(NAME, reading, indicator="muon", as_of=2016).is_empty
    assert row(build(NAME, reading, indicator="muon"), "171")["breaks"] == ""


def test_a_missing_year_is_told_and_nothing_stands_in_for_it(reading: Reading) -> None:
    exhibit = build(NAME, reading, indicator="dn")

    assert row(exhibit, "173")["before"] is None
    assert exhibit.figures.set_index("Huyện").loc["Phú Bình", "Mức thay đổi"] is None
    assert any(note.startswith("Không có số liệu năm 2014: ") and "Phú Bình" in note for note in exhibit.notes)


def test_preliminary_values_are_hollow_and_not_spoken_of(reading: Reading) -> None:
    exhibit = build(NAME, reading, indicator="dn")

    assert row(exhibit, "172")["after_hollow"] is True
    assert "Phổ Yên" not in exhibit.headline


def test_the_sentence_says_who_changed_most_and_who_overtook_whom(reading: Reading) -> None:
    exhibit = build(NAME, reading, indicator="dn")

    assert exhibit.headline.startswith("Từ 2014 đến 2020 tăng nhiều nhất: Đại Từ, thêm 18 DN; ")
    assert "Đại Từ vượt Định Hóa, Võ Nhai; " in exhibit.headline
    assert row(exhibit, "171")["told"] is True
    assert row(exhibit, "170")["told"] is False


def test_where_less_is_better_ahead_is_below(reading: Reading) -> None:
    assert "giảm nhiều nhất: Đại Từ, bớt 7,0 điểm phần trăm" in build(NAME, reading, indicator="loi").headline
    assert "Đại Từ từ cao hơn thành thấp hơn Võ Nhai" in build(NAME, reading, indicator="loi").headline


def test_nothing_changed_is_said_so(reading: Reading) -> None:
    assert build(NAME, reading, indicator="yen").headline.startswith(
        "Từ 2014 đến 2020 không huyện nào so được có thay đổi; trong các huyện so được, không huyện nào vượt"
    )


def test_where_the_programmes_first_year_is_empty_the_next_is_named(reading: Reading) -> None:
    exhibit = build(NAME, reading, indicator="muon")

    assert exhibit.drawing == Slope(first=2016, last=2018)
    assert any("sớm nhất có số liệu là 2016" in note for note in exhibit.notes)
    assert any("gần nhất có số liệu là 2018" in note for note in exhibit.notes)
    # A declared baseline of that very year stands for it.
    assert row(exhibit, "170")["before"] == 2


def test_a_year_of_a_flow_is_all_of_its_halves(reading: Reading) -> None:
    exhibit = build(NAME, reading, indicator="nua_nam")

    assert (row(exhibit, "171")["before"], row(exhibit, "171")["after"]) == (3, 11)


def test_each_end_tells_value_unit_quality_and_cell(reading: Reading) -> None:
    said = str(row(build(NAME, reading, indicator="dn"), "171")["after_hover"]).split("\n")

    assert said[:2] == ["Đại Từ, năm 2020: 20 DN", "số liệu chính thức"]
    assert said[2].startswith("bao-cao.xlsx › Biểu 1 › E")


def test_it_is_of_the_chosen_sector_alone(tmp_path: Path, reading: Reading) -> None:
    assert build(NAME, reading, indicator="dn", sector="che").is_empty
