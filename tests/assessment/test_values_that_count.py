"""Which values decide a verdict, when they end, and when they are too old."""

from __future__ import annotations

import dataclasses
import math

import pytest

from indicators.assessment import (
    Baseline,
    Observation,
    Reason,
    Series,
    Status,
    end_of,
)
from tests.assessment.builders import judge, quarters, series, target, yearly

TO_200 = {2020: 200.0}


@pytest.mark.parametrize(
    ("period", "end"),
    [("Y", 2017.0), ("H1", 2016.5), ("H2", 2017.0), ("Q1", 2016.25), ("Q4", 2017.0), ("M06", 2016.5), ("M12", 2017.0)],
)
def test_end_of_a_period(period: str, end: float) -> None:
    assert end_of(2017, period) == end


@pytest.mark.parametrize("period", ["Q5", "H0", "M1", "M13", "y", "2017"])
def test_a_period_that_does_not_exist(period: str) -> None:
    with pytest.raises(ValueError, match=period):
        end_of(2017, period)


def test_a_value_of_a_quarter_decides_at_its_own_time() -> None:
    verdict = judge(
        series("cumulative", actual=[*yearly({2016: 30}), *quarters(2017, 40, 50)], targets=TO_200, baseline=(2014, 0)),
        2017,
    )
    assert verdict.latest == Observation(2017, "Q2", 50)
    assert verdict.elapsed == pytest.approx(2.5 / 6)
    assert (verdict.ratio, verdict.age_years) == (0.6, 0.5)
    assert verdict.needed_next == pytest.approx(50 + 150 * 0.5 / 3.5)


@pytest.mark.parametrize("period", ["Q4", "H2", "M12"])
def test_the_year_wins_over_its_last_part(period: str) -> None:
    values = [Observation(2017, "Y", 90), Observation(2017, period, 100)]
    assert judge(series("cumulative", actual=values, targets=TO_200), 2017).latest == values[0]


def test_a_reported_value_displaces_a_built_one() -> None:
    built = Observation(2017, "Y", 120, how="built", parts="districts", have=9, expected=9)
    reported = Observation(2017, "Y", 100)
    verdict = judge(series("cumulative", actual=[built, reported], targets=TO_200), 2017)
    assert verdict.latest == reported
    assert "built_total" not in verdict.flags
    earlier = dataclasses.replace(built, year=2016)
    assert "built_total" not in judge(series("cumulative", actual=[earlier, reported], targets=TO_200), 2017).flags
    preliminary = dataclasses.replace(reported, quality="preliminary")
    assert judge(series("cumulative", actual=[built, preliminary], targets=TO_200), 2017).reason is (
        Reason.ONLY_PRELIMINARY
    )
    sign = dataclasses.replace(reported, value=None)
    assert judge(series("cumulative", actual=[built, sign], targets=TO_200), 2017).latest == built


def test_an_empty_cell_read_as_nan_is_no_value() -> None:
    nan = math.nan
    subject = Series(
        series("stock").definition,
        yearly({2016: 80, 2017: nan}),
        (target(2020, 200, to=nan), target(2020, nan, dated="2017-01-01")),
        (Baseline(2014, 0), Baseline(2015, nan)),
    )
    verdict = judge(subject, 2017)
    assert (verdict.latest, verdict.target, verdict.baseline) == (
        Observation(2016, "Y", 80),
        subject.targets[0],
        Baseline(2014, 0),
    )
    assert verdict.status is Status.ON_TRACK


def test_nothing_at_all_names_the_target_first() -> None:
    assert judge(series("stock")).reason is Reason.NO_TARGET
    assert judge(series("stock", targets=TO_200)).reason is Reason.NO_DATA
    assert judge(series("stock", targets=TO_200, actual={2021: 5})).reason is Reason.NO_DATA


def test_an_age_that_equals_what_is_allowed_is_not_stale() -> None:
    for month in range(1, 13):
        value = [Observation(2017, f"M{month:02}", 100)]
        subject = series("stock", actual=value, targets=TO_200, baseline=(2014, 0), stale_after_years=1 - (month / 12))
        assert judge(subject, 2017).status is not Status.NOT_ASSESSED


def test_a_met_running_total_does_not_grow_stale_and_a_met_level_does() -> None:
    for kind, status in (("cumulative", Status.ACHIEVED), ("stock", Status.NOT_ASSESSED)):
        verdict = judge(series(kind, actual={2016: 200}, targets=TO_200, baseline=(2014, 0)), 2020)
        assert (verdict.status, verdict.age_years) == (status, 4.0)


def test_a_definition_may_allow_older_values() -> None:
    subject = series("stock", actual={2017: 60}, targets=TO_200, baseline=(2014, 0), stale_after_years=2.0)
    assert judge(subject, 2019).status is Status.SLOW
    assert judge(subject, 2020).reason is Reason.STALE
