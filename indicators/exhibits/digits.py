"""How many decimals a number is shown with, so that rounding never tells a nicer story than the number."""

from __future__ import annotations

import math
from collections.abc import Iterable

MOST_DIGITS = 6


def digits_for(value: float, decimals: int, *, edges: Iterable[float] = ()) -> int:
    """Return the decimals of a value: its definition's, all that were typed, or enough to stay off an edge.

    94.96 typed under a definition without decimals needs two; 77.142857… computed needs no more than the definition
    has, unless rounding would carry it onto an edge such as its target.
    """
    for digits in range(decimals, decimals + 4):
        if math.isclose(round(value, digits), value, rel_tol=1e-9, abs_tol=1e-9):
            return digits
    return digits_off(value, decimals, edges)


def digits_off(value: float, decimals: int, edges: Iterable[float]) -> int:
    """Return the fewest decimals from `decimals` on with which a value keeps to its side of every edge."""
    edges = tuple(edges)
    for digits in range(decimals, decimals + MOST_DIGITS):
        if all(_side(round(value, digits), edge) == _side(value, edge) for edge in edges):
            return digits
    return decimals + MOST_DIGITS


def _side(value: float, edge: float) -> int:
    if math.isclose(value, edge, rel_tol=1e-9, abs_tol=1e-9):
        return 0
    return 1 if value > edge else -1
