"""The totals of DESIGN 4, each rule as rows given and rows expected: what is added, and when it is complete."""

from __future__ import annotations

import pytest

from indicators.catalogue.definition import Kind, OverPlace
from indicators.store import Reading
from tests.queries.totals import DONE, FLOW, SHARE, built, values, x
from tests.store.rows import actual, definition, target


def test_what_is_reported_wins(nothing: Reading) -> None:
    read = values(nothing, FLOW, x(2015, 30.0), x(2015, 10.0, "164"), x(2015, 20.0, "165"))
    assert read["how"].to_list() == ["reported"] * 3
    assert read["value"].to_list() == [30.0, 10.0, 20.0]
    assert read["complete"].all()
    assert read[["parts", "have", "expected", "difference"]].isna().all(axis=None)


def test_a_province_is_built_from_its_districts(nothing: Reading) -> None:
    given = [x(2015, 10.0, "164"), x(2015, 20.0, "165")]
    assert built(nothing, FLOW, *given) == {("", 2015, "Y"): (30.0, "districts", "2/2", True)}


def test_districts_come_before_sectors_and_sectors_before_cells(nothing: Reading) -> None:
    districts = [x(2015, 1.0, "164"), x(2015, 2.0, "165")]
    sectors = [x(2015, 10.0, "/tea"), x(2015, 20.0, "/steel")]
    cells = [x(2015, 100.0, f"{district}/{sector}") for district in ("164", "165") for sector in ("tea", "steel")]
    province = ("", 2015, "Y")
    assert built(nothing, FLOW, *cells, *sectors, *districts)[province] == (3.0, "districts", "2/2", True)
    assert built(nothing, FLOW, *cells, *sectors)[province] == (30.0, "sectors", "2/2", True)
    assert built(nothing, FLOW, *cells)[province] == (400.0, "cells", "4/4", True)


def test_what_is_complete_comes_before_what_is_preferred(nothing: Reading) -> None:
    earlier = [x(2014, 1.0, "164"), x(2014, 1.0, "165"), x(2014, 1.0, "/tea"), x(2014, 1.0, "/steel")]
    given = [x(2015, 1.0, "164"), x(2015, 10.0, "/tea"), x(2015, 20.0, "/steel")]
    assert built(nothing, FLOW, *earlier, *given)[("", 2015, "Y")] == (30.0, "sectors", "2/2", True)


def test_a_district_is_built_from_its_sectors_and_a_sector_from_its_districts(nothing: Reading) -> None:
    found = built(nothing, FLOW, x(2015, 1.0, "164/tea"), x(2015, 2.0, "164/steel"), x(2015, 4.0, "165/tea"))
    assert found == {
        ("", 2015, "Y"): (7.0, "cells", "3/3", True),
        ("164", 2015, "Y"): (3.0, "sectors", "2/2", True),
        ("165", 2015, "Y"): (4.0, "sectors", "1/1", True),
        ("/steel", 2015, "Y"): (2.0, "districts", "1/1", True),
        ("/tea", 2015, "Y"): (5.0, "districts", "2/2", True),
    }


def test_nothing_is_carried_forward(nothing: Reading) -> None:
    found = built(nothing, FLOW, x(2015, 10.0, "164"), x(2015, 20.0, "165"), x(2016, 11.0, "164"))
    assert found[("", 2016, "Y")] == (11.0, "districts", "1/2", False)


def test_a_part_is_expected_from_its_first_report_on(nothing: Reading) -> None:
    given = [x(year, 1.0, "164") for year in (2014, 2015, 2016)]
    found = built(nothing, FLOW, *given, x(2015, 1.0, "165"))
    assert [found[("", year, "Y")] for year in (2014, 2015, 2016)] == [
        (1.0, "districts", "1/1", True),
        (2.0, "districts", "2/2", True),
        (1.0, "districts", "1/2", False),
    ]


def test_a_district_that_never_reported_is_not_waited_for(nothing: Reading) -> None:
    given = [x(2015, 1.0, str(code)) for code in (164, 165, *range(167, 173))]
    found = built(nothing, FLOW, *given, actual("y", 2015, 1.0, district="173"))
    assert found[("", 2015, "Y")] == (8.0, "districts", "8/8", True)


@pytest.mark.parametrize("sign", ["…", "x", ".."])
def test_a_part_without_a_value_is_waited_for(nothing: Reading, sign: str) -> None:
    found = built(nothing, FLOW, x(2015, 1.0, "164"), x(2015, None, "165", raw=sign))
    assert found == {("", 2015, "Y"): (1.0, "districts", "1/2", False)}
    assert built(nothing, FLOW, x(2015, None, "164", raw=sign)) == {}


def test_a_zero_is_a_value(nothing: Reading) -> None:
    found = built(nothing, FLOW, x(2015, 1.0, "164"), x(2015, 0.0, "165", raw="-"))
    assert found == {("", 2015, "Y"): (1.0, "districts", "2/2", True)}


def test_of_incomplete_ones_the_fullest_is_given(nothing: Reading) -> None:
    earlier = [x(2014, 1.0, str(code)) for code in (164, 165, 167)]
    sectors = [x(2014, 1.0, f"/{sector}") for sector in ("tea", "steel", "mining")]
    given = [x(2015, 1.0, "164"), x(2015, 10.0, "/tea"), x(2015, 20.0, "/steel")]
    found = built(nothing, FLOW, *earlier, *sectors, *given)
    assert found[("", 2015, "Y")] == (30.0, "sectors", "2/3", False)


def test_of_equally_full_ones_the_preferred_is_given(nothing: Reading) -> None:
    earlier = [x(2014, 1.0, place) for place in ("164", "165", "/tea", "/steel")]
    found = built(nothing, FLOW, *earlier, x(2015, 1.0, "164"), x(2015, 10.0, "/tea"))
    assert found[("", 2015, "Y")] == (1.0, "districts", "1/2", False)


def test_only_what_is_of_one_period_is_added(nothing: Reading) -> None:
    found = built(nothing, FLOW, x(2015, 1.0, "164", period="Q1"), x(2015, 2.0, "165", period="Q2"))
    assert found == {
        ("", 2015, "Q1"): (1.0, "districts", "1/2", False),
        ("", 2015, "Q2"): (2.0, "districts", "1/2", False),
    }


def test_a_district_that_reports_no_sectors_lacks_in_a_sum_of_cells(nothing: Reading) -> None:
    """Else the cells of one district would pass for the whole province."""
    given = [x(2015, 1.0, "164/tea"), x(2015, 2.0, "164/steel"), x(2014, 50.0, "165")]
    assert built(nothing, FLOW, *given)[("", 2015, "Y")] == (3.0, "cells", "2/3", False)
    since = [x(2015, 50.0, "165/tea")]
    assert built(nothing, FLOW, *given, *since)[("", 2015, "Y")] == (53.0, "cells", "3/3", True)


def test_a_district_that_reports_by_sector_lacks_in_a_sum_of_districts(nothing: Reading) -> None:
    found = built(nothing, FLOW, x(2015, 50.0, "164"), x(2015, 1.0, "165/tea"))
    assert found[("", 2015, "Y")] == (50.0, "districts", "1/2", False)


def test_a_ratio_is_made_of_sums_and_never_a_mean(nothing: Reading) -> None:
    parts = [
        x(2015, 50.0, "164", numerator=1.0, denominator=2.0),
        x(2015, 10.0, "165", numerator=10.0, denominator=100.0),
    ]
    read = values(nothing, SHARE, *parts)
    province = read[read["how"] == "built"].iloc[0]
    assert province["value"] == pytest.approx(11 / 102 * 100)
    assert (province["numerator"], province["denominator"]) == (11.0, 102.0)


def test_a_ratio_has_nine_decimals(nothing: Reading) -> None:
    given = [x(2015, place="164", numerator=1.0, denominator=3.0), x(2016, numerator=2.0, denominator=3.0)]
    read = values(nothing, SHARE, *given)
    assert read[read["place"] == ""]["value"].to_list() == [33.333333333, 66.666666667]


def test_a_ratio_that_is_no_percentage_is_not_multiplied(nothing: Reading) -> None:
    per_firm = definition("x", Kind.RATIO, unit="triệu đồng/người")
    assert built(nothing, per_firm, x(2015, numerator=3.0, denominator=4.0, place="164"))[("", 2015, "Y")][0] == 0.75


def test_a_ratio_with_only_its_value_is_not_had(nothing: Reading) -> None:
    given = [x(2015, 50.0, "164"), x(2015, 25.0, "165", numerator=1.0, denominator=4.0)]
    assert built(nothing, SHARE, *given) == {("", 2015, "Y"): (25.0, "districts", "1/2", False)}
    assert built(nothing, SHARE, x(2015, 50.0, "164"), x(2015, 25.0, "165")) == {}
    assert built(nothing, SHARE, x(2015, 50.0, "164", numerator=1.0)) == {}


def test_a_ratio_of_nothing_is_not_computed(nothing: Reading) -> None:
    given = [x(2015, None, place, numerator=0.0, denominator=0.0) for place in ("164", "165")]
    read = values(nothing, SHARE, *given)
    assert read["how"].to_list() == ["reported"] * 2
    assert read["value"].isna().all()


def test_a_reported_ratio_without_its_value_has_it_computed(nothing: Reading) -> None:
    read = values(nothing, SHARE, x(2015, numerator=3.0, denominator=4.0), x(2016, None, raw="…"))
    assert read["how"].to_list() == ["reported"] * 2
    assert read["value"].fillna(-1).to_list() == [75.0, -1]


def test_a_count_counts_what_is_done(nothing: Reading) -> None:
    given = [x(2015, 1.0, "164"), x(2015, 0.0, "165"), x(2015, 1.0, "167"), x(2015, None, "168", raw="…")]
    assert built(nothing, DONE, *given) == {("", 2015, "Y"): (2.0, "districts", "3/4", False)}


@pytest.mark.parametrize("kind", [Kind.INDEX, Kind.GROWTH])
def test_a_sum_that_makes_no_sense_is_not_made(nothing: Reading, kind: Kind) -> None:
    assert built(nothing, definition("x", kind), x(2015, 100.0, "164"), x(2015, 200.0, "165")) == {}


def test_an_indicator_may_refuse_to_be_added(nothing: Reading) -> None:
    refusing = definition("x", Kind.FLOW, over_place=OverPlace.NONE)
    assert built(nothing, refusing, x(2015, 100.0, "164")) == {}
    assert built(nothing, x(2015, 100.0, "164")) == {}


def test_targets_are_never_added(nothing: Reading) -> None:
    given = [target("x", 2015, 5.0, district="164"), {**x(2015, 5.0, "165"), "measure": "baseline"}]
    assert values(nothing, FLOW, *given).empty
    assert built(nothing, FLOW, *given, x(2015, 1.0, "167")) == {("", 2015, "Y"): (1.0, "districts", "1/1", True)}


def test_a_report_of_one_period_says_nothing_of_another(nothing: Reading) -> None:
    read = values(nothing, FLOW, x(2015, 35.0, period="Q1"), x(2015, 10.0, "164"))
    assert read[["place", "period", "how", "value"]].values.tolist() == [
        ["", "Q1", "reported", 35.0],
        ["", "Y", "built", 10.0],
        ["164", "Y", "reported", 10.0],
    ]
    assert read["difference"].isna().all()


def test_each_indicator_is_added_by_itself(nothing: Reading) -> None:
    given = [FLOW, definition("y"), x(2015, 1.0, "164"), actual("y", 2015, 2.0, district="165")]
    read = values(nothing, *given)
    assert read[read["how"] == "built"][["indicator", "value", "expected"]].values.tolist() == [
        ["x", 1.0, 1],
        ["y", 2.0, 1],
    ]
