"""The court of five methods, the projection among them, and the file of thresholds."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path

import pytest

from indicators import assessment
from indicators.assessment import THRESHOLDS, MethodName, Observation, Status, Thresholds
from indicators.assessment.projection import quantile
from indicators.assessment.thresholds import Cuts
from tests.assessment.builders import judge, series, target

FIVE = {"time_elapsed", "cagr", "un_2022", "un_2023", "projection"}
FAR = dict.fromkeys(range(2014, 2021), 5.0)


@pytest.mark.parametrize(
    ("direction", "start", "goal", "value", "year", "ratio", "eurostat", "un"),
    [
        ("up", 5, 200, 60, 2019, 0.757969321, "moderate_progress", "fair_progress"),
        ("up", 20, 35, 27, 2017, 1.075637, "significant_progress", "on_track"),
        ("down", 10, 4, 8, 2017, 0.506, "insufficient_progress", "fair_progress"),
        ("up", 100, 200, 98, 2017, -0.0548, "movement_away", "limited_progress"),
        ("up", 100, 200, 95, 2017, -0.1385, "movement_away", "deterioration"),
    ],
)
def test_cagr_and_un_2022(
    direction: str, start: float, goal: float, value: float, year: int, ratio: float, eurostat: str, un: str
) -> None:
    verdict = judge(
        series("stock", direction, actual={year: value}, targets={2020: goal}, baseline=(2014, start)), year
    )
    cagr, un_2022 = verdict.methods["cagr"], verdict.methods["un_2022"]
    assert cagr.value == un_2022.value == pytest.approx(ratio, abs=1e-3)
    assert (cagr.label, un_2022.label) == (eurostat, un)


@pytest.mark.parametrize(
    ("start", "goal", "value", "step", "class_"),
    [(100, 200, 142, "3", "good"), (100, 200, 120, "2", "slow"), (100, 200, 101, "1", "poor")],
)
def test_un_2023(start: float, goal: float, value: float, step: str, class_: str) -> None:
    verdict = judge(series("stock", actual={2017: value}, targets={2020: goal}, baseline=(2014, start)), 2017)
    method = verdict.methods["un_2023"]
    assert (method.label, method.class_) == (step, class_)
    assert method.value == pytest.approx((value * (value / start) - start) / (goal - start), abs=1e-9)


@pytest.mark.parametrize(
    ("start", "goal", "value", "reason"),
    [
        (0, 200, 60, "baseline_zero"),
        (10, 0, 5, "target_zero"),
        (10, 4, 0, "value_zero"),
        (-10, 10, 4, "sign_change"),
        (10, 20, -4, "sign_change"),
        (50, 50, 49, "target_equals_baseline"),
    ],
)
def test_growth_methods_say_why_they_can_not_be_applied(start: float, goal: float, value: float, reason: str) -> None:
    direction = "up" if goal >= start else "down"
    verdict = judge(
        series("stock", direction, actual={2017: value}, targets={2020: goal}, baseline=(2014, start)), 2017
    )
    for name in ("cagr", "un_2022", "un_2023"):
        method = verdict.methods[name]
        assert (method.value, method.label, method.class_, method.reason) == (None, None, None, reason)


def test_time_elapsed_says_why_it_can_not_be_applied() -> None:
    def reason(actual: dict[int, float | None], goal: float, start: float) -> str | None:
        verdict = judge(series("stock", actual=actual, targets={2020: goal}, baseline=(2014, start)), max(actual))
        return verdict.methods["time_elapsed"].reason

    assert reason({2017: 49}, 50, 50) == "target_equals_baseline"
    assert reason({2017: 30}, 40, 50) == "target_behind_baseline"
    assert reason({2014: 50}, 100, 50) == "just_started"


def test_growth_between_negative_values() -> None:
    verdict = judge(series("stock", actual={2017: -8}, targets={2020: -4.0}, baseline=(2014, -10)), 2017)
    assert verdict.methods["cagr"].value == pytest.approx(0.506, abs=1e-3)


def test_an_extrapolation_beyond_all_numbers_is_not_computable() -> None:
    subject = series(
        "stock", actual=[Observation(2015, "M01", 1e12)], targets={2030: 1e14}, baseline=(2014, 1), unit="đồng"
    )
    method = judge(subject, 2015).methods["un_2023"]
    assert (method.value, method.class_, method.reason) == (None, None, "not_computable")


@pytest.mark.parametrize(
    ("kind", "direction", "reason"),
    [
        ("flow", "up", "yearly_plan"),
        ("growth", "up", "growth_rate"),
        ("yes_no", "up", "yes_no"),
        ("index", "band", "band"),
    ],
)
def test_kinds_without_a_rate_of_growth(kind: str, direction: str, reason: str) -> None:
    goals = [
        target(year, 5, "range" if direction == "band" else "", to=6 if direction == "band" else None) for year in FAR
    ]
    verdict = judge(series(kind, direction, actual={2016: 3, 2017: 4}, targets=goals, baseline=(2014, 1)), 2017)
    assert set(verdict.methods) == FIVE
    assert verdict.methods["cagr"].reason == reason


def test_every_verdict_has_five_methods_and_counts_those_that_agree() -> None:
    verdict = judge(series("stock", "down", actual={2017: 8}, targets={2020: 4.0}, baseline=(2014, 10)), 2017)
    assert list(verdict.methods) == [name.value for name in MethodName]
    assert [verdict.methods[name].class_ for name in verdict.methods] == ["slow", "poor", "slow", "slow", None]
    assert (verdict.status, verdict.agree, verdict.applicable) == (Status.SLOW, 3, 4)
    nothing = judge(series("stock"))
    assert {nothing.methods[name].reason for name in FIVE} == {"no_target"}


def test_the_projection_is_the_median_slope_from_the_last_point() -> None:
    actual = {2013: 99.0, 2014: 10, 2015: 20, 2016: 30, 2017: 90, 2018: 50}
    verdict = judge(series("stock", actual=actual, targets={2020: 100.0}, baseline=(2013, 0)), 2018)
    slopes = sorted([10, 10, 80 / 3, 40 / 4, 10, 70 / 2, 30 / 3, 60, 20 / 2, -40])
    assert verdict.projection == pytest.approx((50 + 2 * (-40 + 0.9 * 50), 50 + 2 * 10, 50 + 2 * (35 + 0.1 * 25)))
    assert slopes[0] == -40
    assert verdict.methods["projection"].value == 70
    assert verdict.methods["projection"].class_ == "slow"
    assert "projection_uncertain" in verdict.flags


@pytest.mark.parametrize(
    ("share", "value"), [(0, 1), (0.1, 1.3), (0.25, 1.75), (0.5, 3), (0.75, 5.5), (0.9, 8.2), (1, 10)]
)
def test_a_quantile_lies_between_neighbours(share: float, value: float) -> None:
    assert quantile([1, 2, 4, 10], share) == pytest.approx(value)


@pytest.mark.parametrize(
    ("actual", "reason"),
    [({2016: 1, 2017: 2}, "too_few_points"), ({2018: 1, 2019: 2, 2020: 3}, "period_over")],
)
def test_no_projection(actual: dict[int, float | None], reason: str) -> None:
    verdict = judge(series("stock", actual=actual, targets={2020: 100.0}, baseline=(2014, 0)), max(actual))
    assert (verdict.projection, verdict.missing["projection"]) == (None, reason)
    assert verdict.methods["projection"].reason == reason


@pytest.mark.parametrize(
    ("step", "label", "class_"),
    [
        (20, "reaches_target", "good"),
        (100 / 6, "reaches_target", "good"),
        (12, "most_of_the_way", "slow"),
        (10, "most_of_the_way", "slow"),
        (5, "falls_short", "poor"),
        (-1, "below_baseline", "backwards"),
    ],
)
def test_classes_of_the_projection(step: float, label: str, class_: str) -> None:
    actual = {year: step * (year - 2014) for year in (2015, 2016, 2017)}
    verdict = judge(series("stock", actual=actual, targets={2020: 100.0}, baseline=(2014, 0)), 2017)
    method = verdict.methods["projection"]
    assert (method.label, method.class_) == (label, class_)
    assert "projection_uncertain" not in verdict.flags, "points on one line have no interval"


def test_a_projection_stays_within_natural_limits() -> None:
    actual = {2015: 30.0, 2016: 20, 2017: 10}
    subject = series("stock", "down", actual=actual, targets={2020: 5.0}, baseline=(2014, 40), min=0.0)
    assert judge(subject, 2017).projection == (0.0, 0.0, 0.0)


def test_a_flow_is_projected_on_its_running_total() -> None:
    verdict = judge(series("flow", actual={2014: 3, 2015: 4, 2016: 5}, targets=FAR), 2016)
    assert verdict.projection == pytest.approx((12 + 4 * 4.1, 12 + 4 * 4.5, 12 + 4 * 4.9))
    assert (verdict.methods["projection"].label, verdict.applicable) == ("most_of_the_way", 1)


@pytest.mark.parametrize(
    ("step", "baseline", "class_"),
    [
        (3, 80, "good"),
        (2, 80, "slow"),
        (1, 80, "poor"),
        (-1, 80, "backwards"),
        (-2, None, "poor"),
        (-2, 100, "backwards"),
    ],
)
def test_the_projection_against_a_band(step: float, baseline: float | None, class_: str) -> None:
    start = 80 if baseline is None else baseline
    actual = {year: start + step * (year - 2014) for year in (2015, 2016, 2017)}
    goal = [target(2020, 95, "range", to=105)]
    begun = None if baseline is None else (2014, baseline)
    verdict = judge(series("index", "band", actual=actual, targets=goal, baseline=begun), 2017)
    assert verdict.methods["projection"].class_ == class_


def test_the_thresholds_have_a_version_and_a_date() -> None:
    assert THRESHOLDS.version
    assert isinstance(THRESHOLDS.effective, dt.date)
    assert (THRESHOLDS.ratio.good, THRESHOLDS.ratio.slow, THRESHOLDS.ratio.poor) == (0.95, 0.60, 0.0)
    assert judge(series("stock")).thresholds == THRESHOLDS.version


def test_other_thresholds_give_another_verdict_and_their_own_version() -> None:
    subject = series("stock", actual={2017: 60}, targets={2020: 200.0}, baseline=(2014, 0))
    stricter = dataclasses.replace(THRESHOLDS, version="stricter", ratio=Cuts(good=0.95, slow=0.7, poor=0.0))
    verdict = assessment.assess(subject, as_of=2017, first_year=2014, thresholds=stricter)
    assert (verdict.status, verdict.thresholds) == (Status.AT_RISK, "stricter")
    assert judge(subject, 2017).status is Status.SLOW


@pytest.mark.parametrize(("good", "slow", "poor"), [(0.6, 0.95, 0.0), (0.95, 0.6, 0.7), (0.6, 0.6, 0.0)])
def test_thresholds_out_of_order(good: float, slow: float, poor: float) -> None:
    with pytest.raises(ValueError, match="Cuts"):
        Cuts(good=good, slow=slow, poor=poor)


def test_a_thresholds_file_that_lacks_a_table(tmp_path: Path) -> None:
    file = tmp_path / "lacks-everything-but-a-version.toml"
    file.write_text('version = "2"\n', "utf-8")
    with pytest.raises(KeyError):
        Thresholds.read(file)
