"""Which targets and baselines hold, when a target is met, and the path between them."""

from __future__ import annotations

import dataclasses

import pytest

from indicators.assessment import (
    Baseline,
    Reason,
    Series,
    Status,
    revised_targets,
    targets_in_force,
)
from tests.assessment.builders import judge, series, target

TO_200 = {2020: 200.0}


@pytest.mark.parametrize(
    ("direction", "operator", "value", "status"),
    [
        ("up", ">", 200, Status.MISSED),
        ("up", ">", 200.5, Status.ACHIEVED),
        ("up", "=", 200, Status.ACHIEVED),
        ("up", "=", 230, Status.ACHIEVED),
        ("up", ">=", 200, Status.ACHIEVED),
        ("up", "", 200, Status.ACHIEVED),
        ("down", "<", 200, Status.MISSED),
        ("down", "<", 199.5, Status.ACHIEVED),
        ("down", "=", 180, Status.ACHIEVED),
        ("down", "<=", 200, Status.ACHIEVED),
        ("down", "", 200, Status.ACHIEVED),
    ],
)
def test_operators(direction: str, operator: str, value: float, status: Status) -> None:
    start = 0 if direction == "up" else 400
    goal = [target(2020, 200, operator)]
    verdict = judge(series("stock", direction, actual={2020: value}, targets=goal, baseline=(2014, start)))
    assert verdict.status is status


def test_a_range_counts_from_its_near_end() -> None:
    goal = [target(2020, 30, "range", to=40)]
    up = judge(series("ratio", "up", actual={2017: 20}, targets=goal, baseline=(2014, 10)), 2017)
    down = judge(series("ratio", "down", actual={2017: 55}, targets=goal, baseline=(2014, 70)), 2017)
    assert (up.bound, up.ratio) == (30, 1.0)
    assert (down.bound, down.ratio) == (40, 1.0)
    beyond = judge(series("ratio", "up", actual={2017: 55}, targets=goal, baseline=(2014, 10)), 2017)
    assert beyond.status is Status.ACHIEVED, "only a band must stay inside"


def test_a_target_whose_document_is_not_yet_signed() -> None:
    signed_later = [target(2020, 200, dated="2018-01-01")]
    assert judge(series("cumulative", actual={2017: 10}, targets=signed_later), 2017).reason is Reason.NO_TARGET
    assert judge(series("cumulative", actual={2017: 10}, targets=signed_later), 2018).reason is None
    on_the_last_day = [target(2020, 200, dated="2017-12-31")]
    assert judge(series("cumulative", actual={2017: 10}, targets=on_the_last_day), 2017).reason is None


def test_a_target_without_a_date_is_the_earliest() -> None:
    undated, dated = target(2020, 200), target(2020, 150, dated="2014-01-08")
    assert targets_in_force([dated, undated], 2020) == (dated,)
    assert targets_in_force([dated, undated], 2013) == (undated,)
    repeated = target(2020, 150, dated="2016-01-08")
    assert revised_targets([undated, dated, repeated], 2020) == (undated,), "a repetition revises nothing"


def test_the_path_goes_through_the_milestones() -> None:
    steep = series("cumulative", actual={2017: 100}, targets={2017: 150.0, 2020: 200.0}, baseline=(2014, 0))
    verdict = judge(steep, 2017)
    assert (verdict.expected, verdict.ratio, verdict.status) == (150, 0.666666667, Status.SLOW)
    assert verdict.path == ((2014.0, 0), (2017.0, 150.0), (2020.0, 200.0))
    assert verdict.methods["time_elapsed"].value == 1.0, "the method knows the straight line only"
    assert (verdict.target, verdict.bound) == (target(2020, 200.0), 200.0)


def test_a_flat_stretch_of_the_path() -> None:
    def at(value: float) -> Status:
        return judge(
            series("stock", actual={2015: value}, targets={2016: 50.0, 2020: 80.0}, baseline=(2014, 50)), 2015
        ).status

    assert [at(49), at(50), at(55)] == [Status.REVERSING, Status.ON_TRACK, Status.ON_TRACK]


def test_a_path_that_goes_back_before_it_goes_on() -> None:
    def at(value: float) -> Series:
        return series("stock", actual={2016: value}, targets={2016: 40.0, 2020: 60.0}, baseline=(2014, 50))

    assert judge(at(38), 2016).status is Status.REVERSING
    assert judge(at(42), 2016).status is Status.ON_TRACK
    assert judge(at(42), 2016).missing["ratio"] == "path_behind_baseline"
    assert "milestone_behind_baseline" in judge(at(42), 2016).flags


def test_several_baselines() -> None:
    subject = dataclasses.replace(
        series("stock", actual={2015: 60, 2017: 100}, targets=TO_200),
        baselines=(Baseline(2016, 80), Baseline(2014, 50), Baseline(2019, 90)),
    )
    assert judge(subject, 2017).baseline == Baseline(2016, 80)
    assert judge(subject, 2015).baseline == Baseline(2014, 50)
    assert judge(subject, 2016).baseline == Baseline(2016, 80)
    late = dataclasses.replace(subject, baselines=(Baseline(2019, 90), Baseline(2018, 90)))
    assert (judge(late, 2017).baseline, judge(late, 2017).reason) == (Baseline(2018, 90), Reason.BEFORE_START)


def test_a_baseline_in_the_middle_of_a_year() -> None:
    subject = dataclasses.replace(
        series("stock", actual={2015: 20}, targets={2016: 60.0}), baselines=(Baseline(2015, 0, "Q2"),)
    )
    assert judge(subject, 2015).elapsed == pytest.approx(1 / 3)


def test_a_running_total_without_a_baseline_starts_from_zero() -> None:
    verdict = judge(series("cumulative", actual={2015: 20}, targets={2020: 70.0}), 2015)
    assert verdict.baseline == Baseline(2013, 0.0)
    assert (verdict.ratio, verdict.status) == (1.0, Status.ON_TRACK)
    assert "baseline_from_zero" in verdict.flags
    assert (
        "baseline_from_zero"
        not in judge(series("cumulative", actual={2015: 20}, targets={2020: 70.0}, baseline=(2013, 0)), 2015).flags
    )
