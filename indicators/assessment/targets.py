"""Which targets hold at a date, the figure of a target that is compared, and when it is met."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from indicators.assessment.figure import Figure, is_number, known, lacking
from indicators.assessment.model import Target
from indicators.assessment.vocabulary import Missing
from indicators.catalogue.definition import Direction

STRICT_OPERATORS = frozenset({">", "<"})


def targets_in_force(targets: Iterable[Target], as_of: int) -> tuple[Target, ...]:
    """Return for each target year the one with the latest document not after 31 December of `as_of`, by year.

    A target without a document date is the earliest; one without a value is none.
    """
    newest = {target.year: target for target in _issued(targets, as_of)}
    return tuple(newest[year] for year in sorted(newest))


def revised_targets(targets: Iterable[Target], as_of: int) -> tuple[Target, ...]:
    """Return the former values of the targets in force, the oldest of each year first.

    A later document that only repeats operator and values revises nothing.
    """
    issued = _issued(targets, as_of)
    force = {target.year: _terms(target) for target in issued}
    return tuple(sorted((t for t in issued if _terms(t) != force[t.year]), key=lambda target: target.year))


def edges(target: Target, direction: Direction) -> tuple[float | None, float | None]:
    """Return the lowest and the highest value that meet a target; None where there is no such edge.

    For up `=`, `>=`, `>` and `range` count from the lower value, for down up to the upper one; only a band has both.
    """
    ends = sorted((target.value, target.value_to)) if is_number(target.value_to) else [target.value, target.value]
    return (
        None if direction is Direction.DOWN else ends[0],
        None if direction is Direction.UP else ends[1],
    )


def is_met(value: float, target: Target, direction: Direction) -> bool:
    """Whether a stored value meets a target; `>` and `<` are not met on the figure itself, a band is on its edges."""
    low, high = edges(target, direction)
    return is_within(
        value, low, high, is_strict=target.operator in STRICT_OPERATORS and direction is not Direction.BAND
    )


def is_within(value: float, low: float | None, high: float | None, *, is_strict: bool = False) -> bool:
    """Whether a value lies between two edges, of which either may be missing."""
    above = low is None or value > low or (value == low and not is_strict)
    below = high is None or value < high or (value == high and not is_strict)
    return above and below


def nearest_edge(value: float, low: float | None, high: float | None) -> float:
    """Return the edge to compare a value with: the only one, or the nearer of a band's two."""
    if low is None or high is None:
        return low if low is not None else high if high is not None else value
    return low if abs(value - low) <= abs(value - high) else high


def compared_edge(value: float, low: float | None, high: float | None) -> Figure:
    """Return the edge that a value is measured against; inside a band there is none."""
    if low is not None and high is not None and low <= value <= high:
        return lacking(Missing.INSIDE_BAND)
    return known(nearest_edge(value, low, high))


def outside_by(value: float, low: float | None, high: float | None) -> float:
    """Return how far a value lies outside its edges, in its own unit; 0 inside."""
    return max(0.0, 0.0 if low is None else low - value, 0.0 if high is None else value - high)


def _issued(targets: Iterable[Target], as_of: int) -> list[Target]:
    latest = dt.date(as_of, 12, 31)
    known = (t for t in targets if is_number(t.value) and (t.document_date is None or t.document_date <= latest))
    return sorted(known, key=_age)


def _age(target: Target) -> tuple[dt.date, float, float]:
    to = target.value_to if is_number(target.value_to) else target.value
    return (target.document_date or dt.date.min, target.value, to)


def _terms(target: Target) -> tuple[str, float, float | None]:
    return (target.operator, target.value, target.value_to if is_number(target.value_to) else None)
