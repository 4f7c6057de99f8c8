"""The figures of many rows judged at once: which may stand without a word, and the value of each of those."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import partial

import numpy as np

from indicators.catalogue.definition import Definition, Direction, Kind
from indicators.intake.book import text_of
from indicators.intake.dates import FIRST_YEAR, date_from
from indicators.intake.numbers import Meaning
from indicators.intake.record import AGAINST, ROUNDING_SLACK, NumberCell, converted, is_percentage
from indicators.intake.told import Figures, Told
from indicators.store import combined, firsts

PARTS = ("numerator", "denominator")
READABLE = (Meaning.NUMBER, Meaning.NIL, Meaning.MISSING)
NUMBER = (Meaning.NUMBER, Meaning.NIL)


@dataclass(frozen=True, eq=False)
class Judged:
    """For each row whether it may stand without a word, its value (NaN for none), and whether it has both parts."""

    is_plain: np.ndarray
    value: np.ndarray
    has_parts: np.ndarray


def judged(
    figures: Mapping[str, Figures], fields: Mapping[str, Told], factor: np.ndarray, is_asked: np.ndarray
) -> Judged:
    """Return what becomes of the rows asked of; `factor` makes their figures the definition's unit."""
    value, upper, above, below = (figures[name] for name in ("value", "value_to", *PARTS))
    indicator = fields["indicator"]
    is_percent = indicator.where(lambda one: isinstance(one, Definition) and is_percentage(one))
    is_plain = is_asked & upper.means(Meaning.BLANK) & value.means(Meaning.BLANK, *READABLE)
    for one in (value, above, below):
        is_plain &= one.is_settled
    is_plain &= is_percent | ~value.are(lambda one: one.is_percent)
    has_parts = is_plain & _have_parts(above, below, indicator)
    has_none = above.means(Meaning.BLANK) & below.means(Meaning.BLANK)
    is_plain &= has_parts | has_none
    given = _converted(value, factor, is_plain)
    quotient, is_near = _quotients(figures, given, factor, is_percent, has_parts)
    number = np.where(has_parts, quotient, given)
    is_plain &= is_near & _is_within(number, indicator) & _fits_its_kind(number, value, fields)
    is_plain &= _has_its_operator(fields)
    return Judged(is_plain, number, has_parts & is_plain)


def _have_parts(above: Figures, below: Figures, indicator: Told) -> np.ndarray:
    is_ratio = indicator.where(lambda one: isinstance(one, Definition) and one.kind is Kind.RATIO)
    are_plain = ~above.are(lambda one: one.is_percent) & ~below.are(lambda one: one.is_percent)
    return np.asarray(is_ratio & are_plain & above.means(*NUMBER) & below.means(*NUMBER) & (below.number != 0))


def _converted(value: Figures, factor: np.ndarray, is_asked: np.ndarray) -> np.ndarray:
    """Return the values in their definition's unit; each different one is converted once."""
    found = value.number.copy()
    is_other = is_asked & (factor != 1.0) & ~np.isnan(found)
    pairs = combined([value.codes.astype(np.int64), combined([factor])])
    by_pair = np.full(int(pairs.max(initial=-1)) + 1, np.nan)
    for first in firsts(np.where(is_other, pairs, -1)):
        by_pair[pairs[first]] = converted(float(found[first]), float(factor[first]))
    found[is_other] = by_pair[pairs[is_other]]
    return found


def _quotients(
    figures: Mapping[str, Figures],
    given: np.ndarray,
    factor: np.ndarray,
    is_percent: np.ndarray,
    has_parts: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """Return what the parts make, and whether a value given beside them differs by no more than its own rounding."""
    value, above, below = (figures[name] for name in ("value", *PARTS))
    with np.errstate(all="ignore"):
        quotient = above.number * np.where(is_percent, 100, 1) / below.number
    style = None if value.numbers is None else value.numbers.style
    step = np.ones(len(value.written))
    for code in np.unique(value.codes[has_parts]).tolist():
        step[code] = 10.0 ** -NumberCell("", "", value.written[code], style).decimals
    with np.errstate(all="ignore"):
        is_far = np.abs(given - quotient) > 0.5 * factor * step[value.codes] + ROUNDING_SLACK
    return quotient, ~(has_parts & ~np.isnan(given) & is_far)


def _is_within(number: np.ndarray, indicator: Told) -> np.ndarray:
    lowest = indicator.numbers(lambda one: getattr(one, "min", None))
    highest = indicator.numbers(lambda one: getattr(one, "max", None))
    return ~((number < lowest) | (number > highest))


def _fits_its_kind(number: np.ndarray, value: Figures, fields: Mapping[str, Told]) -> np.ndarray:
    """Return whether what is done or not is 0 or 1, or a count of the whole province, and no date."""
    is_done_or_not = fields["indicator"].where(lambda one: getattr(one, "kind", None) is Kind.YES_NO)
    if not is_done_or_not.any():
        return ~is_done_or_not
    is_date = np.zeros(len(value.different), dtype=bool)
    for code in np.unique(value.codes[is_done_or_not]).tolist():
        is_date[code] = date_from(text_of(value.different[code])) is not None
    is_whole = fields["district"].where(lambda one: one is None) & fields["sector"].where(lambda one: one is None)
    is_count = is_whole & (number >= 0) & (number < FIRST_YEAR) & (number == np.floor(number))
    fits = np.isnan(number) | (number == 0) | (number == 1) | is_count
    return np.asarray(~is_done_or_not | (fits & ~is_date[value.codes]))


def _has_its_operator(fields: Mapping[str, Told]) -> np.ndarray:
    """Return whether a target has an operator that its direction allows, and nothing else has one."""
    operator, indicator = fields["operator"], fields["indicator"]
    is_target = fields["measure"].where(lambda one: one == "target")
    has_none = operator.where(lambda one: one is None)
    allowed = np.zeros(len(is_target), dtype=bool)
    # A band has no operator but a range, and what a range says is for a row on its own.
    for direction, against in AGAINST.items():
        is_against = operator.where(partial(_is_one_of, {"range", *against}))
        allowed |= indicator.where(partial(_goes, direction)) & ~is_against
    return np.where(is_target, allowed, has_none)


def _is_one_of(operators: Set[str], told: object) -> bool:
    return isinstance(told, str) and told in operators


def _goes(direction: Direction, definition: object) -> bool:
    return isinstance(definition, Definition) and definition.direction is direction
