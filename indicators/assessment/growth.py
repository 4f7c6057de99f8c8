"""The ruler of a growth rate: the compound mean of the years so far against the rate that is the target.

X is the compound mean of the rates of the years after the start, up to t and no further than tT; a year missing between
two others is left out and said. T is the last target in force, one rate for the whole period. S = 1 + d (X - T) / |T|.
Before tT a met mean is on track, at tT it is achieved or missed. The rate still needed is
r* = ((1+T)^n / product of (1+g))^(1/(n-k)) - 1, with k the years that count, n - k those left to tT; pace is r* / X.

X is computed, not stored: it is rounded as S is before it is compared, so that five years of 7 % make 7 %.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

from indicators.assessment import methods
from indicators.assessment.evidence import Evidence
from indicators.assessment.figure import Figure, divided, known, lacking, power, share_of
from indicators.assessment.model import Status
from indicators.assessment.observed import amount
from indicators.assessment.projection import Projection
from indicators.assessment.reasons import counted_years
from indicators.assessment.ruling import STATUS_BY_CLASS, Figures, Ruling
from indicators.assessment.targets import compared_edge, edges, is_met, outside_by
from indicators.assessment.vocabulary import Missing, Rule
from indicators.catalogue.definition import Direction

PER_CENT = 100.0


@dataclass(frozen=True)
class Growth:
    """Yearly rates against a rate; all of them in per cent."""

    evidence: Evidence

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years that count."""
        return counted_years(self.evidence)

    @cached_property
    def factor(self) -> float:
        """The product of (1 + g)."""
        rates = (amount(each) for each in self.evidence.judged if each.year in self.years)
        return math.prod(1 + rate / PER_CENT for rate in rates)

    @cached_property
    def mean(self) -> float:
        """X, as it is compared."""
        root = power(self.factor, 1 / len(self.years))
        return math.inf if root is None else self.evidence.thresholds.rounded((root - 1) * PER_CENT)

    @property
    def target(self) -> Figure:
        """T: the edge of the target that X is compared with; inside a band there is none."""
        return compared_edge(self.mean, *edges(self.evidence.target, self.evidence.direction))

    @property
    def is_met(self) -> bool:
        """Whether the mean so far meets the target."""
        return is_met(self.mean, self.evidence.target, self.evidence.direction)

    @property
    def years_left(self) -> float:
        """n - k."""
        return max(0.0, self.evidence.due - self.evidence.at)

    @cached_property
    def ratio(self) -> Figure:
        """S, as it is compared."""
        if self.target.value is None:
            return self.target
        low, high = edges(self.evidence.target, self.evidence.direction)
        if self.evidence.direction is Direction.BAND:
            better = -outside_by(self.mean, low, high)
        else:
            better = self.evidence.sign * (self.mean - self.target.value)
        share = divided(better, abs(self.target.value), by_zero=Missing.TARGET_ZERO)
        return share if share.value is None else known(self.evidence.thresholds.rounded(1 + share.value))

    @cached_property
    def rate_needed(self) -> Figure:
        """r*, the mean rate of the years left that still makes the target."""
        if self.years_left == 0:
            return lacking(Missing.ALREADY_MET if self.is_met else Missing.PERIOD_OVER)
        if self.target.value is None:
            return self.target
        whole = power(1 + self.target.value / PER_CENT, len(self.years) + self.years_left)
        if whole is None or self.factor <= 0:
            return lacking(Missing.NOT_COMPUTABLE)
        root = power(whole / self.factor, 1 / self.years_left)
        return known(None if root is None else self.evidence.thresholds.rounded((root - 1) * PER_CENT))

    @property
    def pace(self) -> Figure:
        """r* / X, where both are growth: a fall has no multiple.

        Where a rising target holds even if the years left fall, it is as good as met.
        """
        needed = self.rate_needed
        if needed.value is None:
            return needed
        if self.mean <= 0:
            return lacking(Missing.PACE_BACKWARDS if self.mean < 0 else Missing.PACE_ZERO)
        if needed.value < 0:
            return lacking(Missing.ALREADY_MET if self.evidence.sign > 0 else Missing.PACE_BACKWARDS)
        return divided(needed.value, self.mean)


def rule_growth(evidence: Evidence) -> Ruling:
    """Judge yearly rates against a rate; at least one year must count."""
    growth = Growth(evidence)
    status, rule = _decide(growth)
    return Ruling(
        status=status,
        rule=rule,
        figures=_figures(growth),
        projection=Projection(reason=Missing.GROWTH_RATE),
        methods=methods.all_lacking(Missing.GROWTH_RATE),
        achieved_in=evidence.target.year if status is Status.ACHIEVED else None,
    )


def _decide(growth: Growth) -> tuple[Status, Rule]:
    if growth.years_left == 0:
        return (Status.ACHIEVED, Rule.TARGET_MET) if growth.is_met else (Status.MISSED, Rule.PERIOD_OVER)
    if growth.is_met:
        return Status.ON_TRACK, Rule.PLAN_MET_SO_FAR
    if growth.ratio.value is None:
        return Status.AT_RISK, Rule.PLAN_ZERO_NOT_MET
    return STATUS_BY_CLASS[growth.evidence.thresholds.ratio.class_of(growth.ratio.value)]


def _figures(growth: Growth) -> Figures:
    low, high = edges(growth.evidence.target, growth.evidence.direction)
    return Figures(
        attained=known(growth.mean),
        bound=growth.target,
        achievement=share_of(growth.mean, growth.target),
        expected=growth.target,
        ratio=growth.ratio,
        gap=known(outside_by(growth.mean, low, high)),
        years_left=known(growth.years_left),
        pace=growth.pace,
        pace_needed=growth.rate_needed,
        pace_so_far=known(growth.mean),
        needed_next=growth.rate_needed,
    )
