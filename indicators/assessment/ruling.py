"""What a ruler hands back: a status, the rule that gave it, and every figure with its reason where it is not there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from indicators.assessment.figure import Figure, lacking
from indicators.assessment.model import Method, Status
from indicators.assessment.projection import Projection
from indicators.assessment.vocabulary import Flag, MethodClass, Missing, Rule

NOT_FOR_KIND = lacking(Missing.NOT_FOR_KIND)

# The worst first. What is not assessed is no judgement and stands last; what has just started is neither good nor bad.
STATUS_ORDER: tuple[Status, ...] = (
    Status.REVERSING,
    Status.MISSED,
    Status.AT_RISK,
    Status.ACHIEVED_THEN_LOST,
    Status.SLOW,
    Status.JUST_STARTED,
    Status.ON_TRACK,
    Status.ACHIEVED,
    Status.NOT_ASSESSED,
)
STATUS_BY_CLASS: Mapping[MethodClass, tuple[Status, Rule]] = {
    MethodClass.GOOD: (Status.ON_TRACK, Rule.RATIO_ON_TRACK),
    MethodClass.SLOW: (Status.SLOW, Rule.RATIO_SLOW),
    MethodClass.POOR: (Status.AT_RISK, Rule.RATIO_AT_RISK),
    MethodClass.BACKWARDS: (Status.REVERSING, Rule.RATIO_REVERSING),
}


@dataclass(frozen=True)
class Figures:
    """The figures of a verdict, named as there."""

    attained: Figure = NOT_FOR_KIND
    bound: Figure = NOT_FOR_KIND
    achievement: Figure = NOT_FOR_KIND
    distance: Figure = NOT_FOR_KIND
    elapsed: Figure = NOT_FOR_KIND
    expected: Figure = NOT_FOR_KIND
    ratio: Figure = NOT_FOR_KIND
    gap: Figure = NOT_FOR_KIND
    years_left: Figure = NOT_FOR_KIND
    pace: Figure = NOT_FOR_KIND
    pace_needed: Figure = NOT_FOR_KIND
    pace_so_far: Figure = NOT_FOR_KIND
    needed_next: Figure = NOT_FOR_KIND
    reached_at_pace: Figure = NOT_FOR_KIND

    def missing(self) -> dict[str, str]:
        """Return for each figure that is not there the reason."""
        each = ((name.name, getattr(self, name.name)) for name in fields(self))
        return {name: figure.reason.value for name, figure in each if figure.reason}


@dataclass(frozen=True)
class Ruling:
    """One ruler's answer."""

    status: Status
    rule: Rule
    figures: Figures
    projection: Projection
    methods: Mapping[str, Method]
    achieved_in: int | None = None
    flags: frozenset[Flag] = field(default_factory=frozenset)


def figures_lacking(reason: Missing, **found: Figure) -> Figures:
    """Return figures that are all missing for one reason, save those given."""
    return Figures(**{each.name: found.get(each.name, lacking(reason)) for each in fields(Figures)})
