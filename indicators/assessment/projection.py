"""Where a level will stand at tT if it goes on as in its last points, by Theil-Sen, with an interval.

The slope is the median of the slopes between any two of the last points (at most five, at least three), so that one
odd year does not bend it; the ends of the interval are the 10 % and 90 % quantiles of the same slopes, linear between
neighbours. All three lines start from the last point: what is already reached stays reached. Natural limits of the
indicator bound what comes out. How many points and which quantiles stands in the thresholds file.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from indicators.assessment.targets import is_within
from indicators.assessment.thresholds import Trend
from indicators.assessment.vocabulary import Missing

Point = tuple[float, float]

# Points on one line must not straddle a target that the line meets to the last digit.
NEAR = 1e-9


@dataclass(frozen=True)
class Projection:
    """Low, middle and high at tT, or the reason there is none."""

    bounds: tuple[float, float, float] | None = None
    reason: Missing | None = None

    @property
    def middle(self) -> float | None:
        """The value that the median slope leads to."""
        return self.bounds[1] if self.bounds else None


def project(
    points: Sequence[Point], *, due: float, trend: Trend, lowest: float | None = None, highest: float | None = None
) -> Projection:
    """Return the projection of points (t, value), at least one, in order of time, to the moment `due`."""
    at, value = points[-1]
    if at >= due:
        return Projection(reason=Missing.PERIOD_OVER)
    last = points[-trend.points_at_most :]
    if len(last) < trend.points_at_least:
        return Projection(reason=Missing.TOO_FEW_POINTS)
    slopes = sorted((late[1] - early[1]) / (late[0] - early[0]) for early, late in combinations(last, 2))
    chosen = (quantile(slopes, trend.quantile_low), statistics.median(slopes), quantile(slopes, trend.quantile_high))
    low, middle, high = (_limited(value + slope * (due - at), lowest, highest) for slope in chosen)
    if not all(math.isfinite(end) for end in (low, middle, high)):
        return Projection(reason=Missing.NOT_COMPUTABLE)
    return Projection(bounds=(low, middle, high))


def quantile(values: Sequence[float], share: float) -> float:
    """Return a quantile of sorted values, linear between neighbours."""
    place = share * (len(values) - 1)
    before = math.floor(place)
    after = min(before + 1, len(values) - 1)
    return values[before] + (values[after] - values[before]) * (place - before)


def is_uncertain(projection: Projection, *, low: float | None, high: float | None) -> bool:
    """Whether the interval straddles the target, so that no word but "uncertain" is honest."""
    if projection.bounds is None:
        return False
    met = {is_reached(value, low=low, high=high) for value in projection.bounds}
    around = low is not None and high is not None and projection.bounds[0] < low and projection.bounds[2] > high
    return len(met) > 1 or around


def is_reached(value: float, *, low: float | None, high: float | None) -> bool:
    """Whether a computed value meets the edges, save for the last digits."""
    nearness = NEAR * max(abs(edge) for edge in (value, low, high) if edge is not None)
    return is_within(value, None if low is None else low - nearness, None if high is None else high + nearness)


def _limited(value: float, lowest: float | None, highest: float | None) -> float:
    bounded = value if lowest is None else max(value, lowest)
    return (bounded if highest is None else min(bounded, highest)) + 0.0
