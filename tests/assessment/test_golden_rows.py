"""The ten golden rows of the verdict: all must come out exactly."""

from __future__ import annotations

import pytest

from indicators.assessment import Series, Status
from tests.assessment.builders import judge, series, target


def to_200(actual: dict[int, float | None], start: float = 0) -> Series:
    return series("cumulative", actual=actual, targets={2020: 200}, baseline=(2014, start))


def defects(value: float, year: int, goal: float) -> Series:
    return series("stock", "down", actual={year: value}, targets={2020: goal}, baseline=(2014, 10))


GOLDEN = {
    "cumulative 0 to 200, 60 in 2019": (to_200({2019: 60}), 2019, 0.36, Status.AT_RISK),
    "cumulative 0 to 200, 20 in 2015": (to_200({2015: 20}), 2015, 0.60, Status.SLOW),
    "cumulative 0 to 200, 2 in 2019": (to_200({2019: 2}), 2019, 0.012, Status.AT_RISK),
    "cumulative 5 to 200, 60 in 2019": (to_200({2019: 60}, start=5), 2019, 0.338461538, Status.AT_RISK),
    "ratio 20 to 35 %, 27 in 2017": (
        series("ratio", actual={2017: 27}, targets={2020: 35}, baseline=(2014, 20), unit="%"),
        2017,
        0.933333333,
        Status.SLOW,
    ),
    "defects 10 to 4, 8 in 2017": (defects(8, 2017, 4), 2017, 0.666666667, Status.SLOW),
    "defects 10 to 0, 5 in 2017": (defects(5, 2017, 0), 2017, 1.00, Status.ON_TRACK),
}


@pytest.mark.parametrize(("subject", "as_of", "ratio", "status"), GOLDEN.values(), ids=GOLDEN)
def test_golden_row_with_a_ratio(subject: Series, as_of: int, ratio: float, status: Status) -> None:
    verdict = judge(subject, as_of)
    assert (verdict.ratio, verdict.status) == (ratio, status)


def test_golden_row_200_reached_in_2017_and_190_in_2018() -> None:
    verdict = judge(to_200({2017: 200, 2018: 190}), 2018)
    assert verdict.status is Status.ACHIEVED_THEN_LOST
    assert verdict.achieved_in == 2017


@pytest.mark.parametrize("baseline", [None, (2014, 100.0), (2014, 97.0)])
def test_golden_row_maintain_95_to_105_at_97(baseline: tuple[int, float] | None) -> None:
    verdict = judge(
        series("index", "band", actual={2018: 97}, targets=[target(2020, 95, "range", to=105)], baseline=baseline), 2018
    )
    assert verdict.status is Status.ACHIEVED
    assert (verdict.distance, verdict.ratio) == (None, None)
    assert verdict.missing["distance"]
    assert verdict.missing["ratio"]


def test_golden_row_120_of_200_in_2020() -> None:
    assert judge(to_200({2020: 120}), 2020).status is Status.MISSED


def test_the_row_where_the_growth_method_says_on_track_has_no_growth_method_here() -> None:
    verdict = judge(to_200({2019: 60}), 2019)
    for name in ("cagr", "un_2022", "un_2023"):
        assert verdict.methods[name].class_ is None
        assert verdict.methods[name].value is None
        assert verdict.methods[name].reason == "baseline_zero"


def test_the_figures_of_the_first_golden_row() -> None:
    verdict = judge(to_200({2019: 60}), 2019)
    assert verdict.achievement == pytest.approx(0.30)
    assert verdict.distance == pytest.approx(0.30)
    assert verdict.elapsed == pytest.approx(5 / 6)
    assert verdict.expected == pytest.approx(1000 / 6)
    assert verdict.gap == 140
    assert verdict.years_left == 1
    assert verdict.pace == pytest.approx(140 / 12)
    assert verdict.needed_next == 200
    assert verdict.reached_at_pace == pytest.approx(2019 + 140 / 12)
