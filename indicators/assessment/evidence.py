"""One series sorted out as of one year: what is judged, against which targets, from where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from indicators.assessment.figure import is_number
from indicators.assessment.model import Baseline, Observation, Series, Target
from indicators.assessment.observed import Observed, moment, observe
from indicators.assessment.period import end_of
from indicators.assessment.targets import is_met, revised_targets, targets_in_force
from indicators.assessment.thresholds import Thresholds
from indicators.catalogue.definition import Definition, Direction, Kind


@dataclass(frozen=True)
class Evidence:
    """Everything a verdict is made from; `start` is t0, a fraction of a year."""

    series: Series
    as_of: int
    thresholds: Thresholds
    targets: tuple[Target, ...]
    former_targets: tuple[Target, ...]
    baseline: Baseline | None
    start: float
    observed: Observed

    @property
    def definition(self) -> Definition:
        """What the indicator is."""
        return self.series.definition

    @property
    def kind(self) -> Kind:
        """The kind, which decides the ruler."""
        return self.definition.kind

    @property
    def direction(self) -> Direction:
        """Whether more or less is better, or only a band is good."""
        return self.definition.direction

    @property
    def sign(self) -> int:
        """d: +1 where more is better, -1 where less is."""
        return -1 if self.direction is Direction.DOWN else 1

    @property
    def judged(self) -> tuple[Observation, ...]:
        """The values that decide, in order of time."""
        return self.observed.judged

    @property
    def target(self) -> Target:
        """The last target in force; there must be one."""
        return self.targets[-1]

    @property
    def latest(self) -> Observation:
        """The last value that decides; there must be one."""
        return self.judged[-1]

    @property
    def at(self) -> float:
        """t: when the period of the last value ends."""
        return moment(self.latest)

    @property
    def due(self) -> float:
        """tT: the end of the last target's year."""
        return float(self.target.year)

    @cached_property
    def times_met(self) -> tuple[bool, ...]:
        """For each value that decides whether it counts as the target met.

        What was there at or before the start is no achievement, unless the period is over by then. Something done
        (`yes_no`) has no start.
        """
        return tuple(
            (self.kind is Kind.YES_NO or moment(each) > self.start or moment(each) >= self.due)
            and each.value is not None
            and is_met(each.value, self.target, self.direction)
            for each in self.judged
        )

    @property
    def is_met_now(self) -> bool:
        """Whether the last value meets the target."""
        return self.times_met[-1]

    @property
    def met_since(self) -> int | None:
        """The year from which on the target has stayed met, or where it is lost the first year it was met."""
        if not any(self.times_met):
            return None
        if not self.is_met_now:
            return self.judged[self.times_met.index(True)].year
        unmet = [place for place, met in enumerate(self.times_met) if not met]
        return self.judged[unmet[-1] + 1 if unmet else 0].year


def gather(series: Series, *, as_of: int, first_year: int, thresholds: Thresholds) -> Evidence:
    """Sort out a series as of a year."""
    baseline = baseline_in_use(series, as_of=as_of, first_year=first_year)
    return Evidence(
        series=series,
        as_of=as_of,
        thresholds=thresholds,
        targets=targets_in_force(series.targets, as_of),
        former_targets=revised_targets(series.targets, as_of),
        baseline=baseline,
        start=end_of(baseline.year, baseline.period) if baseline else float(first_year - 1),
        observed=observe(series.observations, kind=series.definition.kind, as_of=as_of),
    )


def baseline_in_use(series: Series, *, as_of: int, first_year: int) -> Baseline | None:
    """Return the latest declared baseline not after the as-of year, else the earliest declared one.

    A cumulative without one starts from 0 at the end of the year before the programme; nothing else is ever assumed.
    """
    declared = sorted((b for b in series.baselines if is_number(b.value)), key=_baseline_order)
    if declared:
        begun = [each for each in declared if end_of(each.year, each.period) <= as_of]
        return begun[-1] if begun else declared[0]
    return Baseline(first_year - 1, 0.0) if series.definition.kind is Kind.CUMULATIVE else None


def _baseline_order(baseline: Baseline) -> tuple[float, float]:
    return (end_of(baseline.year, baseline.period), baseline.value)
