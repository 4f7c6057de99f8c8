"""Percentages, multiples, periods and durations as they stand in a sentence, and how clauses make one."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from indicators.assessment import THRESHOLDS, Observation
from indicators.exhibits.digits import digits_for, digits_off
from indicators.labels import Text

RATIO_DECIMALS = 2
# A rounded figure must never look as if it had reached one of these when it has not.
PERCENT_EDGES = (0.0, 60.0, 95.0, 100.0)
RATIO_EDGES = (THRESHOLDS.ratio.poor or 0.0, THRESHOLDS.ratio.slow, THRESHOLDS.ratio.good, 1.0)


def percent(fraction: float, text: Text, *, decimals: int = 1) -> str:
    """Return a fraction as a percentage that never looks as if it had reached 60, 95 or 100 % when it has not."""
    return text.percent(fraction, digits_off(fraction * 100, decimals, PERCENT_EDGES))


def ratio(value: float, text: Text) -> str:
    """Return the ratio S as it is shown everywhere: it never looks to be in another class, nor to have reached 1."""
    return quotient(value, RATIO_EDGES, text)


def quotient(value: float, edges: Iterable[float], text: Text) -> str:
    """Return a quotient with two decimals, more where rounding would carry it onto or across one of its lines.

    It is compared as the verdict compares it, rounded to the decimals of the thresholds and no further.
    """
    return text.number(THRESHOLDS.rounded(value), _quotient_digits(value, tuple(edges)))


def ratio_digits(value: float | None) -> int:
    """Return how many decimals S is shown with, where a chart writes the number itself."""
    return RATIO_DECIMALS if value is None else _quotient_digits(value, RATIO_EDGES)


def _quotient_digits(value: float, edges: tuple[float, ...]) -> int:
    compared = THRESHOLDS.rounded(value)
    return next(
        (
            digits
            for digits in range(RATIO_DECIMALS, THRESHOLDS.decimals)
            if all(_side(round(compared, digits), edge) == _side(compared, edge) for edge in edges)
        ),
        THRESHOLDS.decimals,
    )


def _side(value: float, edge: float) -> int:
    return (value > edge) - (value < edge)


def multiple(value: float, text: Text) -> str:
    """Return how many times the pace so far, with one decimal, more next to 1."""
    return text.number(value, digits_off(value, 1, (0.0, 1.0)))


def pace_phrase(pace: float | None, text: Text) -> str:
    """Return how the pace still needed compares with the average so far, after a comma; nothing without one."""
    if pace is None or pace <= 0:
        return ""
    return text("sentence.pace_above" if pace > 1 else "sentence.pace_below", pace=multiple(pace, text))


def years(count: float, text: Text) -> str:
    """Return a duration: 3 năm, 2.5 years, 7 months; never a rounded one."""
    if math.isclose(count * 4, round(count * 4), abs_tol=1e-6):
        written = text.number(count, digits_for(count, 0))
        return text("sentence.years_one" if count == 1 else "sentence.years_many", years=written)
    months = round(count * 12)
    return text("sentence.months_one" if months == 1 else "sentence.months_many", months=text.number(months))


def period(year: int, name: str, text: Text) -> str:
    """Return a period as it stands in a sentence: năm 2018, Q2 2018."""
    if name.startswith("H"):
        return text("sentence.period_first_half" if name == "H1" else "sentence.period_second_half", year=year)
    if name.startswith("Q"):
        return text("sentence.period_quarter", number=name[1:], year=year)
    if name.startswith("M"):
        return text("sentence.period_month", number=int(name[1:]), year=year)
    return text("sentence.period_year", year=year)


def short_period(year: int, name: str, text: Text) -> str:
    """Return a period as it stands in a table: 2018, Q2/2018."""
    return str(year) if name == "Y" else text("sentence.period_short", period=name, year=year)


def observed(observation: Observation, text: Text) -> str:
    """Return the period of an observation as it stands in a sentence."""
    return period(observation.year, observation.period, text)


def sentence(*clauses: str) -> str:
    """Return clauses as one sentence: joined, first letter a capital, one full stop, no double space."""
    joined = re.sub(" +", " ", "; ".join(clause.strip() for clause in clauses if clause.strip()))
    return f"{joined[:1].upper()}{joined[1:]}." if joined else ""
