"""The ruler of a level that must stay inside a band, or come into it.

Inside, edges included, the target is met. Outside, yT is the nearest edge, and distance is measured to the band:

- baseline outside: p = 1 - |y - edge| / |y0 - edge0|, which equals (y - y0) / (yT - y0) on the baseline's own side;
  S is the distance taken off so far over the distance that the path wants taken off by now;
- baseline inside: there is no way to cover. Outside is `reversing` before tT, even where the level came back in
  between, and `missed` at tT;
- no baseline: the programme's start counts for the time only. Outside is `achieved_then_lost` where it was inside
  before, else `at_risk`; S has no value.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from indicators.assessment import methods
from indicators.assessment.evidence import Evidence
from indicators.assessment.figure import Figure, divided, known, lacking
from indicators.assessment.level import Level
from indicators.assessment.line import figures_on_way, project_level
from indicators.assessment.model import Method, Status
from indicators.assessment.observed import amount
from indicators.assessment.path import Path, expected_at, is_flat, path_through
from indicators.assessment.projection import Projection, is_reached, is_uncertain
from indicators.assessment.ruling import STATUS_BY_CLASS, Ruling
from indicators.assessment.targets import edges, nearest_edge, outside_by
from indicators.assessment.vocabulary import Flag, MethodName, Missing, Rule


@dataclass(frozen=True)
class Band:
    """A level in or out of a band; `first` is the baseline's value where there is a baseline."""

    evidence: Evidence
    first: float | None

    @cached_property
    def edges(self) -> tuple[float | None, float | None]:
        """The band's lower and upper edge."""
        return edges(self.evidence.target, self.evidence.direction)

    @cached_property
    def level(self) -> Level:
        """Where the level stands; it has no goal while it is inside."""
        value = amount(self.evidence.latest)
        return Level(
            start=self.evidence.start,
            first=self.first,
            at=self.evidence.at,
            value=value,
            due=self.evidence.due,
            goal=None if self.outside(value) == 0 else nearest_edge(value, *self.edges),
            is_met=self.evidence.is_met_now,
        )

    def outside(self, value: float) -> float:
        """Return how far a value lies outside the band."""
        return outside_by(value, *self.edges)

    @property
    def no_way(self) -> Missing | None:
        """Why there is no distance to the band to take off."""
        if self.first is None:
            return Missing.NO_BASELINE
        return Missing.BASELINE_INSIDE_BAND if self.outside(self.first) == 0 else None

    @property
    def is_left(self) -> bool:
        """Whether the baseline was inside and the level is not."""
        return self.no_way is Missing.BASELINE_INSIDE_BAND and self.level.goal is not None

    @cached_property
    def path(self) -> Path:
        """The path from a baseline outside to the nearest edge of each band in force; none from elsewhere."""
        return band_path(self.evidence, self.first)

    @cached_property
    def expected(self) -> Figure:
        """expected(t), on the baseline's side of the band."""
        if self.no_way:
            return lacking(self.no_way)
        if self.level.due <= self.level.start:
            return lacking(Missing.TARGET_NOT_AFTER_BASELINE)
        return known(expected_at(self.path, self.level.at))

    @cached_property
    def ratio(self) -> Figure:
        """S: the distance taken off over the distance expected to be taken off."""
        expected = self.expected.value
        if expected is None or self.first is None:
            return self.expected
        if self.level.at <= self.level.start:
            return lacking(Missing.JUST_STARTED)
        wanted = self.outside(self.first) - self.outside(expected)
        if is_flat(self.path, expected):
            return lacking(Missing.PATH_FLAT)
        if wanted <= 0:
            return lacking(Missing.PATH_BEHIND_BASELINE)
        ratio = divided(self.outside(self.first) - self.outside(self.level.value), wanted)
        return ratio if ratio.value is None else known(self.evidence.thresholds.rounded(ratio.value))

    def covered(self, value: float) -> Figure:
        """Return the share of the baseline's distance to the band that is taken off at a value: p."""
        if self.no_way or self.first is None:
            return lacking(self.no_way or Missing.NO_BASELINE)
        share = divided(self.outside(value), self.outside(self.first))
        return share if share.value is None else known(1 - share.value)


def band_path(evidence: Evidence, first: float | None) -> Path:
    """Return the path from a baseline outside the last band to where each band in force first holds it."""
    if first is None or outside_by(first, *edges(evidence.target, evidence.direction)) == 0:
        return ()
    milestones = [(float(t.year), _brought_into(first, *edges(t, evidence.direction))) for t in evidence.targets]
    return path_through(evidence.start, first, milestones)


def rule_band(evidence: Evidence, first: float | None) -> Ruling:
    """Judge a level against a band; `first` is the baseline's value where there is a baseline."""
    band = Band(evidence, first)
    status, rule = _decide(band)
    projection = project_level(evidence)
    low, high = band.edges
    uncertain = is_uncertain(projection, low=low, high=high)
    return Ruling(
        status=status,
        rule=rule,
        figures=figures_on_way(
            band.level,
            band.evidence,
            distance=band.covered(band.level.value),
            bound=lacking(Missing.INSIDE_BAND) if band.level.goal is None else known(band.level.goal),
            expected=band.expected,
            ratio=band.ratio,
        ),
        projection=projection,
        methods=_court(band, projection),
        achieved_in=None if band.is_left else evidence.met_since,
        flags=frozenset({Flag.PROJECTION_UNCERTAIN} if uncertain else ()),
    )


def _brought_into(value: float, low: float | None, high: float | None) -> float:
    return value if outside_by(value, low, high) == 0 else nearest_edge(value, low, high)


def _decide(band: Band) -> tuple[Status, Rule]:
    evidence, level = band.evidence, band.level
    if evidence.is_met_now:
        return Status.ACHIEVED, Rule.TARGET_MET
    if any(evidence.times_met) and not band.is_left:
        return Status.ACHIEVED_THEN_LOST, Rule.MET_THEN_LOST
    if level.is_over:
        return Status.MISSED, Rule.PERIOD_OVER
    if level.at <= level.start:
        return Status.JUST_STARTED, Rule.NOTHING_ELAPSED
    if band.is_left:
        return Status.REVERSING, Rule.BAND_LEFT
    if band.first is None:
        return Status.AT_RISK, Rule.BAND_NEVER_ENTERED
    if band.ratio.value is not None:
        return STATUS_BY_CLASS[evidence.thresholds.ratio.class_of(band.ratio.value)]
    expected = band.first if band.expected.value is None else band.expected.value
    if band.outside(level.value) <= band.outside(expected):
        return Status.ON_TRACK, Rule.PATH_FLAT_HELD
    return Status.REVERSING, Rule.PATH_FLAT_FALLEN


def _court(band: Band, projection: Projection) -> dict[str, Method]:
    thresholds = band.evidence.thresholds
    low, high = band.edges
    middle = projection.middle
    reached = middle is not None and is_reached(middle, low=low, high=high)
    covered = band.covered(middle) if middle is not None else lacking(Missing.NOT_COMPUTABLE)
    found = methods.all_lacking(Missing.BAND)
    found[MethodName.TIME_ELAPSED] = methods.time_elapsed(band.covered(band.level.value), band.level, thresholds)
    found[MethodName.PROJECTION] = methods.by_projection(projection, covered, thresholds, is_met=reached)
    return found
