"""A figure or the reason it is not there: nothing in a verdict is NaN, infinite or silently empty."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeGuard

from indicators.assessment.vocabulary import Missing


@dataclass(frozen=True)
class Figure:
    """A number, or None with its reason."""

    value: float | None = None
    reason: Missing | None = None


def known(value: float | None) -> Figure:
    """Return a computed number as a figure; what overflowed is not computable. Minus zero becomes zero."""
    if is_number(value):
        return Figure(value + 0.0)
    return Figure(reason=Missing.NOT_COMPUTABLE)


def lacking(reason: Missing) -> Figure:
    """Return a figure that is not there, and why."""
    return Figure(reason=reason)


def is_number(value: float | None) -> TypeGuard[float]:
    """Whether a value is there and finite; a table's NaN for an empty cell is not."""
    return value is not None and math.isfinite(value)


def divided(numerator: float, denominator: float, *, by_zero: Missing = Missing.NOT_COMPUTABLE) -> Figure:
    """Return a quotient, or the reason given where the denominator is zero."""
    return lacking(by_zero) if denominator == 0 else known(numerator / denominator)


def share_of(value: float, whole: Figure) -> Figure:
    """Return what share of a target a value is: y / yT, what officials quote."""
    return whole if whole.value is None else divided(value, whole.value, by_zero=Missing.TARGET_ZERO)


def power(base: float, exponent: float) -> float | None:
    """Return a power, or None where it is too large for a number."""
    try:
        return math.pow(base, exponent)
    except (OverflowError, ValueError):
        return None


def sum_as_written(values: Iterable[float]) -> float:
    """Return the sum of the numbers as people wrote them: 0.1 and 0.2 make 0.3, so that a sum can equal its plan."""
    return float(sum((Decimal(repr(float(value))) for value in values), Decimal(0)))
