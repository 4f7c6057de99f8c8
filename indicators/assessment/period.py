"""When a period ends, as a fraction of a year: the end of 2017 is 2017.0, the middle of that year 2016.5."""

from __future__ import annotations

import math
import re

YEAR = "Y"
PARTS_OF_A_YEAR = {"Y": 1, "H": 2, "Q": 4, "M": 12}
SHAPE = re.compile(r"Y|H[12]|Q[1-4]|M(?:0[1-9]|1[0-2])")


def end_of(year: int, period: str) -> float:
    """Return when a period ends; 2017 and Q2 give 2016.5.

    Raises ValueError for a period other than Y, H1-H2, Q1-Q4, M01-M12: intake lets no other in.
    """
    if not SHAPE.fullmatch(period):
        raise ValueError(period)
    parts = PARTS_OF_A_YEAR[period[0]]
    return year - 1 + int(period[1:] or 1) / parts


def length_of(period: str) -> float:
    """Return how long a period is, in years."""
    return 1 / PARTS_OF_A_YEAR[period[0]]


def next_year_end(moment: float) -> float:
    """Return the first end of a year after a moment."""
    return float(math.floor(moment) + 1)
