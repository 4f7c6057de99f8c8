"""Which values decide a verdict.

Only complete official values not after the as-of year do. A value reported for a place displaces one built for the same
period, whatever its quality: built values are shown beside it, not judged in its stead. Of two values that end at the
same moment the longer period wins (a year over its fourth quarter).

A flow and a growth rate are judged by whole years. A year counts when its own value is there; a flow's also when all
its halves, quarters or months are, and then they are summed. Rates of parts of a year make no year.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indicators.assessment.figure import is_number, sum_as_written
from indicators.assessment.model import Observation
from indicators.assessment.period import PARTS_OF_A_YEAR, YEAR, end_of, length_of
from indicators.catalogue.definition import Kind

OFFICIAL = "official"
LOWEST_RATE = -100.0
KINDS_BY_YEAR = frozenset({Kind.FLOW, Kind.GROWTH})


@dataclass(frozen=True)
class Observed:
    """The values that decide, in order of time, and what was left aside."""

    judged: tuple[Observation, ...] = ()
    provisional: tuple[Observation, ...] = ()
    incomplete: tuple[Observation, ...] = ()
    partial_years: tuple[int, ...] = ()
    summed_years: tuple[int, ...] = ()
    impossible_rates: tuple[Observation, ...] = ()


def observe(observations: Iterable[Observation], *, kind: Kind, as_of: int) -> Observed:
    """Return which of the values decide as of a year; the order in which they come doesn't matter."""
    found = _at_hand(observations, as_of=as_of)
    deciding = [each for each in found if each.quality == OFFICIAL and each.complete]
    impossible = [each for each in deciding if kind is Kind.GROWTH and amount(each) < LOWEST_RATE]
    deciding = [each for each in deciding if each not in impossible]
    judged = _whole_years(deciding, kind) if kind in KINDS_BY_YEAR else _one_a_moment(deciding)
    reported = {each.year for each in deciding if each.period == YEAR}
    years = {each.year for each in judged}
    return Observed(
        judged=judged,
        provisional=tuple(each for each in found if each.quality != OFFICIAL and each.complete),
        incomplete=tuple(each for each in found if not each.complete),
        partial_years=tuple(sorted({e.year for e in deciding} - years)) if kind in KINDS_BY_YEAR else (),
        summed_years=tuple(sorted(years - reported)) if kind is Kind.FLOW else (),
        impossible_rates=tuple(impossible),
    )


def moment(observation: Observation) -> float:
    """Return when an observation's period ends."""
    return end_of(observation.year, observation.period)


def amount(observation: Observation) -> float:
    """Return the value of an observation that decides; those have one."""
    return 0.0 if observation.value is None else float(observation.value)


def _at_hand(observations: Iterable[Observation], *, as_of: int) -> list[Observation]:
    valued = [each for each in observations if is_number(each.value) and moment(each) <= as_of]
    reported = {(each.year, each.period) for each in valued if each.how == "reported"}
    kept = (each for each in valued if each.how == "reported" or (each.year, each.period) not in reported)
    return sorted(kept, key=_order)


def _order(observation: Observation) -> tuple[float, float, float, str, str]:
    return (
        moment(observation),
        length_of(observation.period),
        amount(observation),
        observation.quality,
        f"{observation.parts} {observation.have}",
    )


def _one_a_moment(deciding: Sequence[Observation]) -> tuple[Observation, ...]:
    return tuple({moment(each): each for each in deciding}.values())


def _whole_years(deciding: Sequence[Observation], kind: Kind) -> tuple[Observation, ...]:
    by_year: dict[int, dict[str, Observation]] = {}
    for each in deciding:
        by_year.setdefault(each.year, {})[each.period] = each
    years = (_whole_year(year, by_year[year], kind) for year in sorted(by_year))
    return tuple(each for each in years if each is not None)


def _whole_year(year: int, by_period: dict[str, Observation], kind: Kind) -> Observation | None:
    if YEAR in by_period or kind is Kind.GROWTH:
        return by_period.get(YEAR)
    for letter, count in PARTS_OF_A_YEAR.items():
        parts = [each for period, each in by_period.items() if period[0] == letter]
        if len(parts) == count:
            # A year has no more places behind it than the part of it that has the fewest.
            built = min((each for each in parts if each.how != "reported"), key=_places_behind, default=None)
            return Observation(
                year=year,
                period=YEAR,
                value=sum_as_written(amount(each) for each in parts),
                how="reported" if built is None else "built",
                parts=None if built is None else built.parts,
                have=None if built is None else built.have,
                expected=None if built is None else built.expected,
            )
    return None


def _places_behind(observation: Observation) -> int:
    return observation.have or 0
