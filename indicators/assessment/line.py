"""The ruler of a level that must rise or fall: a cumulative, a stock, a ratio or an index against a linear path.

Where the path asks for no way at all (`path_flat`), or for a way back (`path_behind_baseline`: a milestone behind the
baseline), S is not there: at least as good as expected is on track, worse is reversing. A target that lies behind the
baseline itself has no way to cover: short of it there is only reversing, never a positive S for a worse value.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from indicators.assessment import level as measures
from indicators.assessment import methods
from indicators.assessment.evidence import Evidence
from indicators.assessment.figure import Figure, divided, is_number, known, lacking
from indicators.assessment.level import Level
from indicators.assessment.model import Method, Status
from indicators.assessment.observed import amount, moment
from indicators.assessment.path import Path, expected_at, is_flat, path_through
from indicators.assessment.projection import Projection, is_reached, is_uncertain, project
from indicators.assessment.ruling import STATUS_BY_CLASS, Figures, Ruling
from indicators.assessment.targets import edges, nearest_edge
from indicators.assessment.vocabulary import Flag, Missing, Rule


@dataclass(frozen=True)
class Line:
    """A level on its way from a baseline to a target."""

    evidence: Evidence
    first: float

    @cached_property
    def path(self) -> Path:
        """The path from the baseline through every milestone in force."""
        return line_path(self.evidence, self.first)

    @cached_property
    def level(self) -> Level:
        """Where the level stands."""
        return Level(
            start=self.evidence.start,
            first=self.first,
            at=self.evidence.at,
            value=amount(self.evidence.latest),
            due=self.evidence.due,
            goal=bound(self.evidence),
            is_met=self.evidence.is_met_now,
        )

    @property
    def goal(self) -> float:
        """yT."""
        return bound(self.evidence)

    @cached_property
    def no_way(self) -> Missing | None:
        """Why there is no distance of which a share could be covered."""
        return methods.no_way(self.first, self.goal, sign=self.evidence.sign)

    @cached_property
    def expected(self) -> Figure:
        """expected(t)."""
        if self.level.due <= self.level.start:
            return lacking(Missing.TARGET_NOT_AFTER_BASELINE)
        return known(expected_at(self.path, self.level.at))

    @cached_property
    def ratio(self) -> Figure:
        """S = (y - y0) / (expected(t) - y0), as it is compared."""
        expected = self.expected.value
        if expected is None:
            return self.expected
        if self.level.at <= self.level.start:
            return lacking(Missing.JUST_STARTED)
        if self.no_way is Missing.TARGET_BEHIND_BASELINE:
            return lacking(self.no_way)
        if is_flat(self.path, expected):
            return lacking(Missing.PATH_FLAT)
        if self.evidence.sign * (expected - self.first) < 0:
            return lacking(Missing.PATH_BEHIND_BASELINE)
        ratio = divided(self.level.value - self.first, expected - self.first)
        return ratio if ratio.value is None else known(self.evidence.thresholds.rounded(ratio.value))

    def covered(self, value: float) -> Figure:
        """Return the share of the way from baseline to target that a value has covered: p."""
        if self.no_way:
            return lacking(self.no_way)
        return divided(value - self.first, self.goal - self.first)

    @property
    def is_as_expected(self) -> bool:
        """Whether, where there is no S, the level is at least where the path wants it."""
        expected = self.expected.value
        at_least = self.first if expected is None or self.no_way else expected
        return self.evidence.sign * (self.level.value - at_least) >= 0


def bound(evidence: Evidence) -> float:
    """Return the figure of the last target that is compared."""
    return nearest_edge(evidence.target.value, *edges(evidence.target, evidence.direction))


def line_path(evidence: Evidence, first: float) -> Path:
    """Return the path from the baseline through every milestone in force."""
    direction = evidence.direction
    milestones = [(float(t.year), nearest_edge(t.value, *edges(t, direction))) for t in evidence.targets]
    return path_through(evidence.start, first, milestones)


def rule_line(evidence: Evidence, first: float) -> Ruling:
    """Judge a level with direction up or down against its path from `first`, the baseline's value."""
    line = Line(evidence, first)
    status, rule = _decide(line)
    projection = project_level(evidence)
    return Ruling(
        status=status,
        rule=rule,
        figures=figures_on_way(
            line.level,
            line.evidence,
            bound=known(line.goal),
            distance=line.covered(line.level.value),
            expected=line.expected,
            ratio=line.ratio,
        ),
        projection=projection,
        methods=_court(line, projection),
        achieved_in=evidence.met_since,
        flags=frozenset(_flags(line, projection)),
    )


def project_level(evidence: Evidence) -> Projection:
    """Return the projection of a level's last values to the target's year."""
    return project(
        [(moment(each), amount(each)) for each in evidence.judged],
        due=evidence.due,
        trend=evidence.thresholds.trend,
        lowest=evidence.definition.min,
        highest=evidence.definition.max,
    )


def gap(evidence: Evidence, level: Level) -> Figure:
    """Return what is missing to the target; nothing is where it is met."""
    if level.is_met or level.goal is None:
        return known(0.0)
    return known(abs(level.goal - level.value))


def _decide(line: Line) -> tuple[Status, Rule]:
    evidence, level = line.evidence, line.level
    if evidence.is_met_now:
        return Status.ACHIEVED, Rule.TARGET_MET
    if any(evidence.times_met):
        return Status.ACHIEVED_THEN_LOST, Rule.MET_THEN_LOST
    if level.is_over:
        return Status.MISSED, Rule.PERIOD_OVER
    if level.at <= level.start:
        return Status.JUST_STARTED, Rule.NOTHING_ELAPSED
    if line.ratio.value is not None:
        return STATUS_BY_CLASS[evidence.thresholds.ratio.class_of(line.ratio.value)]
    if line.is_as_expected:
        return Status.ON_TRACK, Rule.PATH_FLAT_HELD
    return Status.REVERSING, Rule.PATH_FLAT_FALLEN


def figures_on_way(
    level: Level, evidence: Evidence, *, bound: Figure, distance: Figure, expected: Figure, ratio: Figure
) -> Figures:
    """Return the figures of a value on its way to a target; how the way is measured is the caller's matter."""
    return Figures(
        attained=known(level.value),
        bound=bound,
        achievement=measures.achievement(level),
        distance=distance,
        elapsed=measures.elapsed(level),
        expected=expected,
        ratio=ratio,
        gap=gap(evidence, level),
        years_left=known(max(0.0, level.due - level.at)),
        pace=measures.pace(level),
        pace_needed=measures.pace_needed(level),
        pace_so_far=measures.pace_so_far(level),
        needed_next=measures.needed_next(level),
        reached_at_pace=measures.reached_at_pace(level),
    )


def _court(line: Line, projection: Projection) -> dict[str, Method]:
    evidence, thresholds = line.evidence, line.evidence.thresholds
    low, high = edges(evidence.target, evidence.direction)
    middle = projection.middle
    covered = line.covered(middle) if middle is not None else lacking(Missing.NOT_COMPUTABLE)
    return {
        "time_elapsed": methods.time_elapsed(line.covered(line.level.value), line.level, thresholds),
        **methods.growth_methods(line.level, sign=evidence.sign, thresholds=thresholds),
        "projection": methods.by_projection(
            projection, covered, thresholds, is_met=middle is not None and is_reached(middle, low=low, high=high)
        ),
    }


def _flags(line: Line, projection: Projection) -> list[Flag]:
    evidence = line.evidence
    low, high = edges(evidence.target, evidence.direction)
    behind = [v for _, v in line.path[1:] if is_number(v) and evidence.sign * (v - line.first) < 0]
    flags = {
        Flag.TARGET_BEHIND_BASELINE: line.no_way is Missing.TARGET_BEHIND_BASELINE,
        Flag.MILESTONE_BEHIND_BASELINE: bool(behind) and line.no_way is not Missing.TARGET_BEHIND_BASELINE,
        Flag.PROJECTION_UNCERTAIN: is_uncertain(projection, low=low, high=high),
    }
    return [flag for flag, holds in flags.items() if holds]
