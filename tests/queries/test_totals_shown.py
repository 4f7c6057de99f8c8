"""What a total shows beside its value: quality, source, the difference to what was reported; and no noise."""

from __future__ import annotations

import pytest

from indicators import queries
from indicators.store import Reading
from tests.queries.totals import FLOW, SHARE, built, values, x
from tests.store.rows import rows


@pytest.mark.parametrize(
    ("qualities", "worst"),
    [
        (["official", None], "official"),
        (["official", "preliminary"], "preliminary"),
        (["preliminary", "estimate"], "estimate"),
    ],
)
def test_a_total_is_as_good_as_its_worst_part(nothing: Reading, qualities: list[str | None], worst: str) -> None:
    read = values(nothing, FLOW, *(x(2015, 1.0, str(164 + i), quality=quality) for i, quality in enumerate(qualities)))
    assert read[read["how"] == "built"]["quality"].to_list() == [worst]


def test_the_quality_of_a_part_that_is_not_had_does_not_count(nothing: Reading) -> None:
    read = values(nothing, FLOW, x(2015, 1.0, "164"), x(2015, None, "165", quality="estimate", raw="…"))
    assert read[read["how"] == "built"]["quality"].to_list() == ["official"]


def test_where_reported_and_built_differ_both_are_shown(nothing: Reading) -> None:
    read = values(nothing, FLOW, x(2015, 35.0), x(2015, 10.0, "164"), x(2015, 20.0, "165"))
    province = read[read["place"] == ""]
    assert province[["how", "value", "difference"]].values.tolist() == [["reported", 35.0, 5.0], ["built", 30.0, 5.0]]
    assert read[read["place"] != ""]["difference"].isna().all()


def test_a_total_that_lacks_parts_contradicts_nobody(nothing: Reading) -> None:
    given = [x(2014, 1.0, "165"), x(2015, 35.0), x(2015, 10.0, "164")]
    read = values(nothing, FLOW, *given)
    assert read[(read["year"] == 2015) & (read["place"] == "")]["how"].to_list() == ["reported"]
    assert read["difference"].isna().all()


def test_noise_is_no_difference(nothing: Reading) -> None:
    parts = [x(2015, 0.1, str(code)) for code in range(164, 174)]
    read = values(nothing, FLOW, x(2015, 1.0), *parts)
    assert read["how"].to_list() == ["reported"] * 11
    third = [x(2015, place="164", numerator=1.0, denominator=3.0), x(2015, 100 / 3, numerator=1.0, denominator=3.0)]
    assert built(nothing, SHARE, *third) == {}


def test_a_place_that_reported_no_value_has_its_sum_beside_it(nothing: Reading) -> None:
    read = values(nothing, FLOW, x(2015, None, raw="…"), x(2015, 10.0, "164"))
    province = read[read["place"] == ""]
    assert province["how"].to_list() == ["reported", "built"]
    assert province["raw"].to_list() == ["…", None]
    assert province["value"].fillna(-1).to_list() == [-1, 10.0]
    assert province["difference"].isna().all()


@pytest.mark.parametrize(
    ("parts", "total"),
    [
        ([0.1, 0.2], 0.3),
        ([0.3, -0.1, -0.2], 0.0),
        ([123_456_789_012.0, 987_654_321_098.0], 1_111_111_110_110.0),
        ([4_503_599_627_370_495.0, 1.0], 4_503_599_627_370_496.0),
        ([33_333_333.33, 66_666_666.67], 100_000_000.0),
        ([1e-9, 2e-9], 3e-9),
        ([0.1] * 9, 0.9),
        ([-0.1, -0.2], -0.3),
    ],
)
def test_a_sum_shows_no_noise(nothing: Reading, parts: list[float], total: float) -> None:
    given = [x(2015, value, str(164 + number)) for number, value in enumerate(parts)]
    assert built(nothing, FLOW, *given)[("", 2015, "Y")][0] == total


def test_a_sum_of_very_many_parts_shows_no_noise(nothing: Reading) -> None:
    given = [x(2015, 1234.57, f"{district}/s{sector}") for district in range(500) for sector in range(100)]
    total = queries.values_by_place(nothing.with_incoming(rows(FLOW, *given)), level="province")
    assert total["value"].to_list() == [61_728_500.0]


def test_a_total_says_where_its_parts_came_from(nothing: Reading) -> None:
    """The mark of demonstration data stands in a document or a note: a total with one marked part is marked."""
    given = [
        x(2015, 1.0, "164", document="Báo cáo 12", note="Số liệu minh họa", file="a.xlsx", cell="B2"),
        x(2015, 1.0, "165", document="Báo cáo 12", file="a.xlsx", cell="B3"),
        x(2015, 1.0, "167", document="Báo cáo 9", note="ước", file="a.xlsx", cell="B4"),
        x(2015, None, "168", document="Báo cáo 1", raw="…"),
    ]
    read = values(nothing, FLOW, *given)
    total = read[read["how"] == "built"].iloc[0]
    assert (total["document"], total["note"], total["file"]) == (
        "Báo cáo 12; Báo cáo 9",
        "Số liệu minh họa; ước",
        "a.xlsx",
    )
    assert total[["upload", "file", "sheet", "cell", "raw"]].to_list() == [1, "a.xlsx", None, None, None]
    mixed = values(nothing, FLOW, *given, x(2015, 1.0, "169", file="b.xlsx"))
    assert mixed[mixed["how"] == "built"]["file"].to_list() == [None]
    bare = values(nothing, FLOW, x(2015, 1.0, "164"))
    assert bare[bare["how"] == "built"][["document", "note", "file"]].values.tolist() == [[None, None, None]]
