"""The court: what four published methods and a projection say of the same series, beside our own verdict.

Time runs no further than tT for any of them, as for e. Every value is rounded as S is before it is compared.
Which method applies:

- a level with direction up or down: all five, where their arithmetic holds;
- a level with a band: time elapsed and projection, on the distance to the band;
- a flow: the projection alone, of the running total against the sum of all plans (a plan a year has no path to compare
  the share of time with, and no base to grow from);
- a growth rate and a yes/no: none.

CAGR is taken neither from nor to zero, nor across a change of sign, nor for growth rates; nothing is added to a zero.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from indicators.assessment.figure import Figure, divided, lacking, power
from indicators.assessment.level import Level, elapsed
from indicators.assessment.model import Method, Status
from indicators.assessment.projection import Projection
from indicators.assessment.thresholds import Cuts, Thresholds
from indicators.assessment.vocabulary import MethodClass, MethodName, Missing

LABELS: Mapping[MethodName, Mapping[MethodClass, str]] = {
    MethodName.TIME_ELAPSED: {
        MethodClass.GOOD: "on_track",
        MethodClass.SLOW: "slow",
        MethodClass.POOR: "at_risk",
        MethodClass.BACKWARDS: "reversing",
    },
    MethodName.CAGR: {
        MethodClass.GOOD: "significant_progress",
        MethodClass.SLOW: "moderate_progress",
        MethodClass.POOR: "insufficient_progress",
        MethodClass.BACKWARDS: "movement_away",
    },
    MethodName.UN_2022: {
        MethodClass.GOOD: "on_track",
        MethodClass.SLOW: "fair_progress",
        MethodClass.POOR: "limited_progress",
        MethodClass.BACKWARDS: "deterioration",
    },
    MethodName.UN_2023: {
        MethodClass.GOOD: "3",
        MethodClass.SLOW: "2",
        MethodClass.POOR: "1",
    },
    MethodName.PROJECTION: {
        MethodClass.GOOD: "reaches_target",
        MethodClass.SLOW: "most_of_the_way",
        MethodClass.POOR: "falls_short",
        MethodClass.BACKWARDS: "below_baseline",
    },
}
CLASS_BY_STATUS: Mapping[Status, MethodClass] = {
    Status.ACHIEVED: MethodClass.GOOD,
    Status.ON_TRACK: MethodClass.GOOD,
    Status.SLOW: MethodClass.SLOW,
    Status.AT_RISK: MethodClass.POOR,
    Status.MISSED: MethodClass.POOR,
    Status.ACHIEVED_THEN_LOST: MethodClass.POOR,
    Status.REVERSING: MethodClass.BACKWARDS,
}


def all_lacking(reason: Missing) -> dict[str, Method]:
    """Return the five methods where none of them applies."""
    return {name.value: refused(reason) for name in MethodName}


def refused(reason: Missing | None) -> Method:
    """Return a method that can't be applied, and why."""
    return Method(reason=(reason or Missing.NOT_COMPUTABLE).value)


def time_elapsed(distance: Figure, level: Level, thresholds: Thresholds) -> Method:
    """Return p / e: the share of the distance over the share of the time, on one straight line to the target."""
    gone = elapsed(level)
    if distance.value is None or gone.value is None:
        return refused(distance.reason or gone.reason)
    value = divided(distance.value, gone.value, by_zero=Missing.JUST_STARTED)
    return _judged(MethodName.TIME_ELAPSED, value, thresholds.ratio, thresholds)


def growth_methods(level: Level, *, sign: int, thresholds: Thresholds) -> dict[str, Method]:
    """Return the three methods that compare rates of growth: Eurostat's, and the two of the United Nations."""
    ruled: tuple[tuple[MethodName, Callable[[Level], Figure], Cuts], ...] = (
        (MethodName.CAGR, growth_ratio, thresholds.cagr),
        (MethodName.UN_2022, growth_ratio, thresholds.un_2022),
        (MethodName.UN_2023, extrapolated_distance, thresholds.un_2023),
    )
    reason = no_growth(level, sign=sign)
    return {
        name.value: refused(reason) if reason else _judged(name, value(level), cuts, thresholds)
        for name, value, cuts in ruled
    }


def by_projection(projection: Projection, distance: Figure, thresholds: Thresholds, *, is_met: bool) -> Method:
    """Return what the projection comes to: `distance` is the share of the way that its middle covers.

    Where there is no way to cover, because the baseline already met the target, ending short of it is backwards; where
    there is no baseline at all, it is poor.
    """
    if projection.middle is None:
        return refused(projection.reason)
    cuts = thresholds.projection
    if is_met:
        class_ = MethodClass.GOOD
    elif distance.value is None:
        class_ = MethodClass.POOR if distance.reason is Missing.NO_BASELINE else MethodClass.BACKWARDS
    else:
        class_ = cuts.class_of(thresholds.rounded(distance.value))
    return _labelled(MethodName.PROJECTION, projection.middle, class_)


def no_growth(level: Level, *, sign: int) -> Missing | None:
    """Return why rates of growth can't be compared between these three values, or None where they can."""
    if level.first is None or level.goal is None:
        return Missing.NO_BASELINE
    if level.due <= level.start:
        return Missing.TARGET_NOT_AFTER_BASELINE
    if level.at <= level.start:
        return Missing.JUST_STARTED
    zeros = {Missing.BASELINE_ZERO: level.first, Missing.TARGET_ZERO: level.goal, Missing.VALUE_ZERO: level.value}
    for reason, value in zeros.items():
        if value == 0:
            return reason
    if len({level.first > 0, level.goal > 0, level.value > 0}) > 1:
        return Missing.SIGN_CHANGE
    return no_way(level.first, level.goal, sign=sign)


def no_way(first: float, goal: float, *, sign: int) -> Missing | None:
    """Return why there is no way from baseline to target of which a share could be covered."""
    if goal == first:
        return Missing.TARGET_EQUALS_BASELINE
    return Missing.TARGET_BEHIND_BASELINE if sign * (goal - first) < 0 else None


def growth_ratio(level: Level) -> Figure:
    """R: the compound yearly growth from baseline to now over that from baseline to target."""
    so_far = _compound(level.first, level.value, min(level.at, level.due) - level.start)
    required = _compound(level.first, level.goal, level.due - level.start)
    if so_far is None or required is None:
        return lacking(Missing.NOT_COMPUTABLE)
    return divided(so_far, required)


def extrapolated_distance(level: Level) -> Figure:
    """q: the share of the distance that is covered at tT when growth goes on as it was."""
    if level.first is None or level.goal is None:
        return lacking(Missing.NO_BASELINE)
    left = max(0.0, level.due - level.at)
    growth = power(level.value / level.first, left / (level.at - level.start))
    if growth is None:
        return lacking(Missing.NOT_COMPUTABLE)
    return divided(level.value * growth - level.first, level.goal - level.first)


def agreement(status: Status, methods: Mapping[str, Method]) -> tuple[int, int] | None:
    """Return how many methods fall into our class, and how many have one; None where our status has none."""
    ours = CLASS_BY_STATUS.get(status)
    classes = [method.class_ for method in methods.values() if method.class_ is not None]
    return None if ours is None else (classes.count(ours), len(classes))


def _compound(early: float | None, late: float | None, years: float) -> float | None:
    if early is None or late is None:
        return None
    growth = power(late / early, 1 / years)
    return None if growth is None else growth - 1


def _judged(name: MethodName, value: Figure, cuts: Cuts, thresholds: Thresholds) -> Method:
    if value.value is None:
        return refused(value.reason)
    compared = thresholds.rounded(value.value)
    return _labelled(name, compared, cuts.class_of(compared))


def _labelled(name: MethodName, value: float, class_: MethodClass) -> Method:
    return Method(value=value, label=LABELS[name][class_], class_=class_.value)
