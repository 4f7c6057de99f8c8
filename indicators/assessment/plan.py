"""The ruler of a flow: the sum of its years against the sum of their plans, never one year against another.

X and T are summed over the years after the start that have a plan, up to t. A planned year without an actual value
keeps its plan in T where more is better, and is left out of both sums where it would only make a limit look kept: what
is missing never speaks for the verdict, and is said. A value of a year without a plan is left out, and said.

S = 1 + d (X - T) / |T|; for a band, 1 less the distance outside it over the nearest edge. Before tT a plan met so far
is on track, at tT it is achieved or missed: tT is the last year planned.

Pace is what the years to come must bring on average, over what a year has brought so far; a flow that must stay low has
a limit instead, and a pace below 1 means less than so far. The projection runs on the sums: X grows to tT.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from indicators.assessment import level as measures
from indicators.assessment import methods
from indicators.assessment.evidence import Evidence
from indicators.assessment.figure import Figure, divided, known, lacking, share_of, sum_as_written
from indicators.assessment.level import Level
from indicators.assessment.model import Method, Status, Target
from indicators.assessment.observed import amount
from indicators.assessment.projection import Projection, is_reached, is_uncertain, project
from indicators.assessment.reasons import counted_years
from indicators.assessment.ruling import NOT_FOR_KIND, STATUS_BY_CLASS, Figures, Ruling
from indicators.assessment.targets import STRICT_OPERATORS, compared_edge, edges, is_within, nearest_edge, outside_by
from indicators.assessment.vocabulary import Flag, MethodName, Missing, Rule
from indicators.catalogue.definition import Direction

Edges = tuple[float | None, float | None]


@dataclass(frozen=True)
class Plan:
    """A flow against its plans."""

    evidence: Evidence

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years that have both an actual value and a plan."""
        return counted_years(self.evidence)

    @cached_property
    def due_years(self) -> tuple[int, ...]:
        """The years whose plans are due by t."""
        if self.evidence.direction is not Direction.UP:
            return self.years
        return tuple(t.year for t in self.evidence.targets if self.evidence.start < t.year <= self.evidence.at)

    @cached_property
    def running(self) -> list[float]:
        """The sum of the actual values up to each of those years."""
        values = [amount(each) for each in self.evidence.judged if each.year in self.years]
        return [sum_as_written(values[: count + 1]) for count in range(len(values))]

    @property
    def done(self) -> float:
        """X."""
        return self.running[-1]

    @cached_property
    def to_date(self) -> Edges:
        """What those years had to bring: the lowest and the highest sum that meet their plans."""
        return self._sum(target for target in self.evidence.targets if target.year in self.due_years)

    @cached_property
    def to_come(self) -> tuple[Target, ...]:
        """The plans of the years after t."""
        return tuple(target for target in self.evidence.targets if target.year > self.evidence.at)

    @cached_property
    def whole(self) -> Edges:
        """What the years due and the years to come must bring together."""
        return self._sum(t for t in self.evidence.targets if t.year in self.due_years or t in self.to_come)

    @property
    def is_met(self) -> bool:
        """Whether X meets the plan to date."""
        is_strict = self.evidence.target.operator in STRICT_OPERATORS and not self.is_band
        return is_within(self.done, *self.to_date, is_strict=is_strict)

    @property
    def is_over(self) -> bool:
        """Whether t has come to tT."""
        return self.evidence.at >= self.evidence.due

    @property
    def is_band(self) -> bool:
        """Whether each year's plan is a band."""
        return self.evidence.direction is Direction.BAND

    @property
    def planned(self) -> Figure:
        """T: the edge of the plan to date that X is compared with; inside a band there is none."""
        return compared_edge(self.done, *self.to_date)

    @cached_property
    def ratio(self) -> Figure:
        """S, as it is compared."""
        share = self.share(self.done, self.to_date)
        return share if share.value is None else known(self.evidence.thresholds.rounded(share.value))

    def share(self, total: float, wanted: Edges) -> Figure:
        """Return 1 + d (X - T) / |T|, or for a band 1 less the distance outside it over its nearest edge."""
        edge = compared_edge(total, *wanted)
        if edge.value is None:
            return edge
        better = -outside_by(total, *wanted) if self.is_band else self.evidence.sign * (total - edge.value)
        share = divided(better, abs(edge.value), by_zero=Missing.TARGET_ZERO)
        return share if share.value is None else known(1 + share.value)

    @cached_property
    def level(self) -> Level:
        """The sum as a level: from 0 before the first year due to the whole plan, a step a year."""
        at, goal = self.evidence.at, nearest_edge(self.done, *self.whole)
        is_secured = self.evidence.sign > 0 and outside_by(self.done, *self.whole) == 0
        return Level(
            start=at - len(self.due_years),
            first=0.0,
            at=at,
            value=self.done,
            due=at + len(self.to_come),
            goal=goal,
            is_met=self.is_met if self.is_over else is_secured,
        )

    def _sum(self, targets: Iterable[Target]) -> Edges:
        ends = [edges(target, self.evidence.direction) for target in targets]
        low = [low for low, _ in ends if low is not None]
        high = [high for _, high in ends if high is not None]
        return (
            None if self.evidence.direction is Direction.DOWN else sum_as_written(low),
            None if self.evidence.direction is Direction.UP else sum_as_written(high),
        )


def rule_plan(evidence: Evidence) -> Ruling:
    """Judge a flow against its plans; at least one year must have both an actual value and a plan."""
    plan = Plan(evidence)
    status, rule = _decide(plan)
    projection = _project(plan)
    uncertain = is_uncertain(projection, low=plan.whole[0], high=plan.whole[1])
    return Ruling(
        status=status,
        rule=rule,
        figures=_figures(plan),
        projection=projection,
        methods=_court(plan, projection),
        achieved_in=evidence.target.year if status is Status.ACHIEVED else None,
        flags=frozenset({Flag.PROJECTION_UNCERTAIN} if uncertain else ()),
    )


def _decide(plan: Plan) -> tuple[Status, Rule]:
    if plan.is_over:
        return (Status.ACHIEVED, Rule.TARGET_MET) if plan.is_met else (Status.MISSED, Rule.PERIOD_OVER)
    if plan.is_met:
        return Status.ON_TRACK, Rule.PLAN_MET_SO_FAR
    if plan.ratio.value is None:
        return Status.AT_RISK, Rule.PLAN_ZERO_NOT_MET
    return STATUS_BY_CLASS[plan.evidence.thresholds.ratio.class_of(plan.ratio.value)]


def _figures(plan: Plan) -> Figures:
    level = plan.level
    has_limit = plan.evidence.direction is Direction.DOWN
    is_exceeded = has_limit and not plan.is_over and level.goal is not None and level.value > level.goal
    limit = lacking(Missing.LIMIT_EXCEEDED) if is_exceeded else None
    needed = limit or measures.pace_needed(level)
    return Figures(
        attained=known(plan.done),
        bound=plan.planned,
        achievement=share_of(plan.done, plan.planned),
        expected=plan.planned,
        ratio=plan.ratio,
        gap=known(outside_by(plan.done, *plan.to_date)),
        years_left=known(max(0.0, plan.evidence.due - plan.evidence.at)),
        pace=limit or measures.pace(level),
        pace_needed=needed,
        pace_so_far=measures.pace_so_far(level),
        needed_next=needed,
        reached_at_pace=NOT_FOR_KIND if has_limit else measures.reached_at_pace(level),
    )


def _project(plan: Plan) -> Projection:
    level, count = plan.level, len(plan.running)
    return project(
        [(level.at - count + 1 + place, value) for place, value in enumerate(plan.running)],
        due=level.due,
        trend=plan.evidence.thresholds.trend,
    )


def _court(plan: Plan, projection: Projection) -> dict[str, Method]:
    found = methods.all_lacking(Missing.YEARLY_PLAN)
    middle = projection.middle
    reached = middle is not None and is_reached(middle, low=plan.whole[0], high=plan.whole[1])
    share = plan.share(middle, plan.whole) if middle is not None else lacking(Missing.NOT_COMPUTABLE)
    found[MethodName.PROJECTION] = methods.by_projection(projection, share, plan.evidence.thresholds, is_met=reached)
    return found
