"""Who makes up the distance from the path: the parts and what nobody explains add up to it, or a sentence says why."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.assessment.figure import sum_as_written
from indicators.catalogue import Direction, Kind, OverPlace
from indicators.exhibits import Exhibit
from indicators.exhibits.contributions import divided
from indicators.exhibits.verdicts import assess_places
from indicators.store import Publication, Reading, Store
from tests.exhibits.every_builder import CATALOGUE, build
from tests.exhibits.small_store import actual, definition, incoming, target

NAME = "indicator.gap_by_district"
AMOUNTS = st.floats(min_value=-1e9, max_value=1e9, allow_nan=False)


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """Return a store where 171 is behind, 164 ahead, 170 silent, 173 late and 169 without a target of its own."""
    definitions = (
        definition("dn", "DN", "DN", Kind.CUMULATIVE, over_place=OverPlace.SUM),
        definition("ve", "Vé", "DN/năm", Kind.FLOW, over_place=OverPlace.SUM),
        definition("loi", "Lỗi", "DN", Kind.FLOW, direction=Direction.DOWN, over_place=OverPlace.SUM),
        definition("giu", "Giữ", "DN", Kind.STOCK, direction=Direction.BAND, over_place=OverPlace.SUM),
        definition("chung", "Chung", "DN", Kind.CUMULATIVE, over_place=OverPlace.SUM),
        definition("khac_luc", "Khác lúc", "DN", Kind.CUMULATIVE, over_place=OverPlace.SUM),
    )
    rows = [
        {"measure": "definition", "indicator": each.id, "year": None, "period": None, "definition": each.to_json()}
        for each in definitions
    ]
    for district, reached in (("171", 3), ("164", 50), ("169", 7)):
        rows.append(actual("dn", 2019, reached, district=district))
    rows += [actual("dn", 2018, 9, district="173"), actual("dn", 2019, 70), actual("dn", 2020, 60, district="164")]
    rows += [target("dn", 2020, goal, district=district) for district, goal in (("171", 21), ("164", 42), ("173", 7))]
    rows += [target("dn", 2020, 105), target("dn", 2020, 14, district="170")]
    for indicator in ("ve", "loi"):
        for year in (2018, 2019):
            rows += [actual(indicator, year, 4, district="171"), target(indicator, year, 5, district="171")]
            rows += [
                actual(indicator, year, 10),
                target(indicator, year, 8),
                target(indicator, year, 2, district="164"),
            ]
        # One of its planned years is missing.
        rows += [actual(indicator, 2019, 9, district="164")]
    rows += [actual("giu", 2019, 5, district="171"), target("giu", 2020, 1, operator="range", value_to=9)]
    rows += [actual("chung", 2019, 5, district="171"), actual("chung", 2019, 5), target("chung", 2020, 9)]
    rows += [actual("khac_luc", 2018, 5, district="171"), target("khac_luc", 2020, 9, district="171")]
    rows += [actual("khac_luc", 2019, 5), target("khac_luc", 2020, 9)]
    store = Store.create(tmp_path_factory.mktemp("gap") / "store", by="test")
    store.publish(incoming(rows), Publication(by="test", reason="test"), rehearsed=store.version)
    return store.at()


def distances(exhibit: Exhibit) -> dict[str, float]:
    return dict(zip(exhibit.frame["key"], exhibit.frame["value"], strict=True))


@pytest.mark.parametrize(
    ("indicator", "why"),
    [
        ("ty_le_cong_bo", "Tỷ lệ được tính lại từ tổng tử số và tổng mẫu số"),
        ("hang_pci", "không cộng được từ các huyện"),
        ("cong_thong_tin", "đếm số nơi hoàn thành"),
        ("dn_dat_som", "Không huyện nào có mục tiêu riêng"),
    ],
)
def test_what_cannot_be_divided_says_why(small: Reading, indicator: str, why: str) -> None:
    exhibit = build(NAME, small, indicator=indicator)

    assert exhibit.is_empty
    assert why in exhibit.empty_sentence


@pytest.mark.parametrize(
    ("indicator", "why"),
    [
        ("giu", "phải giữ trong khoảng"),
        ("chung", "Không huyện nào có mục tiêu riêng"),
        ("khac_luc", "Chưa có số chính thức cùng thời điểm"),
    ],
)
def test_no_part_is_guessed(reading: Reading, indicator: str, why: str) -> None:
    assert why in build(NAME, reading, indicator=indicator).empty_sentence


def test_a_district_is_measured_by_its_own_path_at_the_moment_of_the_whole(reading: Reading) -> None:
    exhibit = build(NAME, reading, indicator="dn", as_of=2020)

    # The province's last figure is of 2019, six sevenths of the way; the newer one of 164 waits for it.
    assert distances(exhibit) == {"171": 3 - 18, "164": 50 - 36, "rest": -20 + 15 - 14, "whole": 70 - 90}
    assert exhibit.frame["written"].tolist() == ["−15", "+14", "−19", "−20"]
    assert exhibit.headline == (
        "Toàn tỉnh năm 2019 thấp hơn lộ trình 20 DN; thấp hơn mức của mình nhiều nhất: Đại Từ (−15); "
        "cao hơn nhiều nhất: TP Thái Nguyên (+14); phần không gắn với huyện nào: −19."
    )


def test_who_has_no_part_is_named_with_what_is_lacking(reading: Reading) -> None:
    notes = build(NAME, reading, indicator="dn").notes

    without_target = next(note for note in notes if note.startswith("Không có mục tiêu riêng"))
    without_figure = next(note for note in notes if note.startswith("Không có số chính thức năm 2019"))
    assert "Đồng Hỷ" in without_target
    assert without_figure.endswith("Võ Nhai, Phú Bình.")
    assert any("thực hiện 17 DN và lộ trình 36 DN" in note for note in notes)


def test_a_year_that_was_not_reported_is_no_amount_of_zero(reading: Reading) -> None:
    exhibit = build(NAME, reading, indicator="ve", as_of=2019)

    assert distances(exhibit) == {"171": 8 - 10, "rest": 4 + 2, "whole": 20 - 16}
    assert exhibit.frame["is_short"].tolist() == [True, False, False]


def test_where_less_is_better_the_worse_side_is_above(reading: Reading) -> None:
    exhibit = build(NAME, reading, indicator="loi", as_of=2019)

    assert distances(exhibit) == {"171": -2, "rest": 6, "whole": 4}
    assert exhibit.frame["is_short"].tolist() == [False, True, True]


def test_a_bar_tells_what_was_reached_and_asked_and_its_cell(reading: Reading) -> None:
    said = build(NAME, reading, indicator="dn").frame["hover"].iloc[0].split("\n")

    assert said[:4] == ["Đại Từ: −15 DN", "thực hiện 3 DN, lộ trình 18 DN", "Năm 2019: 3 DN", "số liệu chính thức"]
    assert said[4].startswith("bao-cao.xlsx › Biểu 1 › E")


@given(AMOUNTS, st.lists(AMOUNTS, min_size=1, max_size=9))
def test_parts_and_remainder_add_up_to_the_whole_exactly(whole: float, parts: list[float]) -> None:
    shown, each, rest = divided(whole, parts)

    assert sum(map(Decimal, map(repr, (*each, rest)))) == Decimal(repr(shown))
    largest = max(map(abs, (whole, *parts)))
    moved = [abs(one - other) for one, other in zip((whole, *parts), (shown, *each), strict=True)]
    assert max(moved) <= 1e-9 + largest * 1e-12


@pytest.mark.parametrize("year", range(2014, 2021))
def test_on_the_demonstration_set_the_bars_are_the_verdicts_own_distance(demo: Reading, year: int) -> None:
    divided_ones = 0
    for whole in assess_places(demo, CATALOGUE, as_of=year):
        exhibit = build(NAME, demo, indicator=whole.definition.id, as_of=year)
        if exhibit.is_empty:
            continue
        divided_ones += 1
        *parts, shown = exhibit.frame["value"]
        assert sum_as_written(parts) == shown
        assert shown == pytest.approx((whole.verdict.attained or 0) - (whole.verdict.expected or 0), abs=1e-9)
    assert divided_ones >= 5
