"""How far a level has come and how fast it must still go: one straight line between two points and a goal."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.assessment.figure import Figure, divided, known, lacking, share_of
from indicators.assessment.period import next_year_end
from indicators.assessment.vocabulary import Missing

# A pace that arrives later than the calendar goes does not arrive.
LAST_YEAR = 9999


@dataclass(frozen=True)
class Level:
    """y0 at t0, y at t, yT at tT. `first` is None for a band without a baseline, `goal` None inside a band."""

    start: float
    first: float | None
    at: float
    value: float
    due: float
    goal: float | None
    is_met: bool

    @property
    def is_over(self) -> bool:
        """Whether the period is over: t >= tT."""
        return self.at >= self.due


def achievement(level: Level) -> Figure:
    """y / yT, what officials quote."""
    return share_of(level.value, lacking(Missing.INSIDE_BAND) if level.goal is None else known(level.goal))


def elapsed(level: Level) -> Figure:
    """e, the share of the time gone; it stays 1 after tT."""
    if level.due <= level.start:
        return lacking(Missing.TARGET_NOT_AFTER_BASELINE)
    return known(min(1.0, (level.at - level.start) / (level.due - level.start)))


def pace_needed(level: Level) -> Figure:
    """Units a year from now to tT."""
    if level.is_met or level.goal is None:
        return lacking(Missing.ALREADY_MET)
    if level.is_over:
        return lacking(Missing.PERIOD_OVER)
    return known((level.goal - level.value) / (level.due - level.at))


def pace_so_far(level: Level) -> Figure:
    """Units a year from t0 to now."""
    if level.first is None:
        return lacking(Missing.NO_BASELINE)
    if level.at <= level.start:
        return lacking(Missing.JUST_STARTED)
    return known((level.value - level.first) / (level.at - level.start))


def pace(level: Level) -> Figure:
    """Required pace over pace so far; a level that moves away has no such multiple."""
    needed, so_far = pace_needed(level), pace_so_far(level)
    if needed.value is None:
        return needed
    if so_far.value is None:
        return so_far
    times = divided(needed.value, so_far.value, by_zero=Missing.PACE_ZERO)
    return lacking(Missing.PACE_BACKWARDS) if times.value is not None and times.value < 0 else times


def needed_next(level: Level) -> Figure:
    """The value needed at the next end of a year, on the straight line from (t, y) to yT."""
    needed = pace_needed(level)
    if needed.value is None:
        return needed
    return known(level.value + needed.value * (min(next_year_end(level.at), level.due) - level.at))


def reached_at_pace(level: Level) -> Figure:
    """The fraction of a year at which yT is met at today's pace, also where that is after tT."""
    if level.is_met or level.goal is None:
        return lacking(Missing.ALREADY_MET)
    so_far = pace_so_far(level)
    if so_far.value is None:
        return so_far
    if so_far.value == 0:
        return lacking(Missing.PACE_ZERO)
    years = divided(level.goal - level.value, so_far.value)
    if years.value is None:
        return years
    if years.value < 0:
        return lacking(Missing.PACE_BACKWARDS)
    reached = level.at + years.value
    return known(reached) if reached <= LAST_YEAR else lacking(Missing.BEYOND_CALENDAR)
