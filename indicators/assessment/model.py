"""What crosses the door of `assessment`: a series in, a verdict out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from indicators.catalogue.definition import Definition


class Status(StrEnum):
    """The nine statuses of DESIGN 7."""

    NOT_ASSESSED = "not_assessed"
    ACHIEVED = "achieved"
    ACHIEVED_THEN_LOST = "achieved_then_lost"
    MISSED = "missed"
    JUST_STARTED = "just_started"
    ON_TRACK = "on_track"
    SLOW = "slow"
    AT_RISK = "at_risk"
    REVERSING = "reversing"


class Reason(StrEnum):
    """Why a series is not assessed."""

    NO_TARGET = "no_target"
    NO_DATA = "no_data"
    NO_BASELINE = "no_baseline"
    BEFORE_START = "before_start"
    STALE = "stale"
    ONLY_PRELIMINARY = "only_preliminary"


@dataclass(frozen=True)
class Observation:
    """One actual value of one place; `value` is None for a sign such as "…".

    `how` is reported or built; a built value that lacks parts is not `complete` and decides nothing.
    `parts` says of what it was built (districts, sectors, cells), `have`/`expected` count them.
    """

    year: int
    period: str
    value: float | None
    quality: str = "official"
    how: str = "reported"
    complete: bool = True
    parts: str | None = None
    have: int | None = None
    expected: int | None = None

    @property
    def coverage(self) -> str | None:
        """The share of parts a built value has, as "7/9"."""
        return None if self.have is None else f"{self.have}/{self.expected}"


@dataclass(frozen=True)
class Target:
    """What is to be reached at the end of `year`; `value_to` only for a range."""

    year: int
    operator: str
    value: float
    value_to: float | None = None
    document: str | None = None
    document_date: dt.date | None = None


@dataclass(frozen=True)
class Baseline:
    """Where the series starts: a value at the end of a year or of a period of it."""

    year: int
    value: float
    period: str = "Y"


@dataclass(frozen=True)
class Series:
    """Everything a verdict on one indicator at one place rests on.

    `boundary_breaks` are the first years with new borders (2015, 2017) of that place; empty for the province.
    """

    definition: Definition
    observations: tuple[Observation, ...] = ()
    targets: tuple[Target, ...] = ()
    baselines: tuple[Baseline, ...] = ()
    boundary_breaks: tuple[int, ...] = ()
    district: str | None = None
    sector: str | None = None


@dataclass(frozen=True)
class Method:
    """What one of the five methods says: a figure, its own label, and the class it falls into.

    `class_` is good, slow, poor or backwards; None, with a reason, where the method can't be applied.
    """

    value: float | None = None
    label: str | None = None
    class_: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Verdict:
    """How one series stands in one year, with every figure the verdict rests on; what can't be computed is None.

    distance = p, elapsed = e, ratio = S, achievement = y/yT, all fractions; pace = required ÷ so far.
    `rule` names the rule that fired, `thresholds` the version of the thresholds file, `missing` says for each figure
    that is None why it is.

    `target` is the last one in force and `bound` the figure of it that is compared (yT: the lower end for up, the upper
    for down, the nearest edge of a band). `attained` is what is compared with it: y, or X for a flow (sum) and a growth
    rate (compound mean, %). `expected` is the path at t; for a flow the plan to date, for a growth rate the target.
    `gap` is what is missing to the bound (a flow: to the plan to date), in the indicator's unit, 0 when met.
    `pace_needed` and `pace_so_far` are units a year (a growth rate: % a year), `years_left` is tT - t.
    `needed_next` is the value needed at the next year's end (a flow: next year's amount; a growth rate: the rate still
    needed), `reached_at_pace` the fraction of a year at which today's pace meets the target, `projection` low, middle
    and high at tT in the indicator's unit (a flow: of the sum of all its plans' years).
    `path` holds (t, value); for a flow and a growth rate the plan or rate of each year, not their sum.
    """

    status: Status
    as_of: int
    reason: Reason | None = None
    rule: str = ""
    thresholds: str = ""
    baseline: Baseline | None = None
    target: Target | None = None
    path: tuple[tuple[float, float], ...] = ()
    latest: Observation | None = None
    achieved_in: int | None = None
    achievement: float | None = None
    distance: float | None = None
    elapsed: float | None = None
    expected: float | None = None
    ratio: float | None = None
    pace: float | None = None
    age_years: float | None = None
    gap: float | None = None
    needed_next: float | None = None
    reached_at_pace: float | None = None
    projection: tuple[float, float, float] | None = None
    methods: Mapping[str, Method] = field(default_factory=dict)
    agree: int | None = None
    applicable: int | None = None
    flags: tuple[str, ...] = ()
    missing: Mapping[str, str] = field(default_factory=dict)
    attained: float | None = None
    bound: float | None = None
    years_left: float | None = None
    pace_needed: float | None = None
    pace_so_far: float | None = None
