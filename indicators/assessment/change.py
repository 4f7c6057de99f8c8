"""Why a verdict is another one than the year before: nothing jumps without a cause that can be named."""

from __future__ import annotations

from enum import StrEnum

from indicators.assessment.model import Observation, Reason, Status, Target, Verdict
from indicators.assessment.observed import moment


class Cause(StrEnum):
    """What is different between two verdicts on the same series."""

    FIRST_VALUE = "first_value"
    FIRST_PRELIMINARY = "first_preliminary"
    NEW_VALUE = "new_value"
    VALUE_REPLACED = "value_replaced"
    TARGET_SET = "target_set"
    TARGET_REVISED = "target_revised"
    TARGET_WITHDRAWN = "target_withdrawn"
    BASELINE_SET = "baseline_set"
    PERIOD_ENDED = "period_ended"
    BORDERS_MOVED = "borders_moved"
    VALUE_AGED = "value_aged"
    THRESHOLDS_CHANGED = "thresholds_changed"


def causes(before: Verdict, after: Verdict) -> tuple[Cause, ...]:
    """Return what changed between two verdicts on one series, in the order in which it is told.

    Empty where both have the same status. A verdict is a pure function of the values, targets and baseline known in a
    year, of the thresholds and of the year itself, so that two different ones always have a cause here.
    """
    if (before.status, before.reason) == (after.status, after.reason):
        return ()
    holds = {
        Cause.FIRST_VALUE: before.latest is None and after.latest is not None,
        Cause.FIRST_PRELIMINARY: before.reason is Reason.NO_DATA and after.reason is Reason.ONLY_PRELIMINARY,
        Cause.NEW_VALUE: _is_later(before.latest, after.latest),
        Cause.VALUE_REPLACED: _is_replaced(before.latest, after.latest),
        Cause.TARGET_SET: before.target is None and after.target is not None,
        Cause.TARGET_REVISED: _is_revised(before, after),
        Cause.TARGET_WITHDRAWN: before.target is not None and after.target is None,
        Cause.BASELINE_SET: before.baseline != after.baseline,
        Cause.PERIOD_ENDED: after.status is Status.MISSED or _ends_period(before, after),
        Cause.BORDERS_MOVED: "boundary_break" in after.flags and "boundary_break" not in before.flags,
        Cause.VALUE_AGED: before.latest == after.latest and before.age_years != after.age_years,
        Cause.THRESHOLDS_CHANGED: before.thresholds != after.thresholds,
    }
    return tuple(cause for cause in Cause if holds.get(cause))


def _is_later(before: Observation | None, after: Observation | None) -> bool:
    return before is not None and after is not None and moment(after) > moment(before)


def _is_replaced(before: Observation | None, after: Observation | None) -> bool:
    """Whether the same period now has another value, or a value that decided no longer does."""
    if before is None or before == after:
        return False
    return after is None or moment(after) <= moment(before)


def _is_revised(before: Verdict, after: Verdict) -> bool:
    if before.target is None or after.target is None:
        return False
    return before.target != after.target or _milestones(before) != _milestones(after)


def _milestones(verdict: Verdict) -> tuple[tuple[float, float], ...]:
    return verdict.path[1:]


def _ends_period(before: Verdict, after: Verdict) -> bool:
    target: Target | None = after.target
    if target is None or after.latest is None or before.latest is None:
        return False
    return moment(after.latest) >= target.year > moment(before.latest)
