"""The whole's distance from its path divided among the places that are measured against paths of their own.

For each such place: what it reached less what its own path asks for at the same moment. What these do not explain is a
part of its own: places without a target or a figure, targets that do not add up to the whole's, figures reported for
the whole alone. The parts and that remainder add up to the whole's distance, to the last digit that is shown.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from indicators.assessment import Observation, end_of
from indicators.assessment.figure import sum_as_written
from indicators.assessment.observed import amount, moment, observe
from indicators.assessment.path import expected_at
from indicators.catalogue.definition import Direction, Kind, OverPlace
from indicators.exhibits.places import Places
from indicators.exhibits.verdicts import Assessed

MOST_DECIMALS = 9
# A number holds fifteen digits; two less leave room for a sum of many places.
DIGITS_OF_A_PART = 13


@dataclass(frozen=True)
class Standing:
    """What a place reached and what its path asks for at the same moment; `latest` is the figure of that moment."""

    reached: float
    asked: float
    latest: Observation | None = None

    @property
    def distance(self) -> float:
        """How far above its path a place stands; below it, less than 0."""
        return self.reached - self.asked


@dataclass(frozen=True)
class Part:
    """A place with its part of the whole's distance."""

    one: Assessed
    standing: Standing
    distance: float


@dataclass(frozen=True)
class Contributions:
    """The whole's distance from its path, the parts that places have in it, and the remainder that none has.

    `without_target` and `without_figure` are the places that have no part, by what they lack.
    """

    whole: Standing
    distance: float
    parts: tuple[Part, ...]
    rest: float
    without_target: tuple[Assessed, ...] = ()
    without_figure: tuple[Assessed, ...] = ()

    @property
    def beside(self) -> Standing:
        """What the whole reached beside the places that have a part, and what its path asks for beside theirs."""
        standings = [part.standing for part in self.parts]
        return Standing(
            sum_as_written([self.whole.reached, *(-each.reached for each in standings)]),
            sum_as_written([self.whole.asked, *(-each.asked for each in standings)]),
        )


def undivided(places: Places) -> str:
    """Return why the distance of the whole can't be divided among its places: a key's ending, empty where it can."""
    definition = places.parts[0].definition
    if definition.over_place != OverPlace.SUM:
        return str(definition.over_place)
    if definition.direction is Direction.BAND:
        return "band"
    if not any(_has_path(one) for one in places.parts):
        return "without_targets"
    return "" if contributions(places) is not None else "without_figures"


def contributions(places: Places) -> Contributions | None:
    """Return who has which part in the whole's distance; None where the whole or every place can't be measured."""
    whole = places.whole
    if whole is None or whole.verdict.latest is None:
        return None
    at = moment(whole.verdict.latest)
    if whole.verdict.attained is None or whole.verdict.expected is None:
        return None
    of_whole = Standing(whole.verdict.attained, whole.verdict.expected, whole.verdict.latest)
    request = places.request
    first_year = request.catalogue.programme.first_year
    standings = {
        places.key(one): standing_at(one, at, as_of=request.as_of, first_year=first_year) for one in places.parts
    }
    measured = [(one, found) for one in places.parts if (found := standings[places.key(one)]) is not None]
    if not measured:
        return None
    distance, parts, rest = divided(of_whole.distance, [standing.distance for _, standing in measured])
    lacking = [one for one in places.parts if standings[places.key(one)] is None]
    return Contributions(
        whole=of_whole,
        distance=distance,
        parts=tuple(Part(one, found, part) for (one, found), part in zip(measured, parts, strict=True)),
        rest=rest,
        without_target=tuple(one for one in lacking if not _has_path(one)),
        without_figure=tuple(one for one in lacking if _has_path(one)),
    )


def standing_at(one: Assessed, at: float, *, as_of: int, first_year: int) -> Standing | None:
    """Return where a place stands at a moment against its own path; None where either is not known then.

    Of a flow both are sums of the years planned so far, and each of these years must have its figure: one that is not
    reported is no amount of 0.
    """
    path, kind = one.verdict.path, one.definition.kind
    judged = {moment(each): each for each in observe(one.series.observations, kind=kind, as_of=as_of).judged}
    if not _has_path(one) or at not in judged:
        return None
    if kind is not Kind.FLOW:
        return Standing(amount(judged[at]), expected_at(path, at), judged[at]) if at > path[0][0] else None
    baseline = one.verdict.baseline
    start = first_year - 1 if baseline is None else end_of(baseline.year, baseline.period)
    due = [(year, plan) for year, plan in path if start < year <= at]
    if not due or not all(year in judged for year, _ in due):
        return None
    reached = sum_as_written(amount(judged[year]) for year, _ in due)
    return Standing(reached, sum_as_written(plan for _, plan in due), judged[at])


def divided(whole: float, parts: Sequence[float]) -> tuple[float, tuple[float, ...], float]:
    """Return a distance, the parts of it and what remains, all to as many decimals as let them add up exactly."""
    largest = max(map(abs, (whole, *parts)))
    digits = max(0, min(MOST_DECIMALS, DIGITS_OF_A_PART - math.floor(math.log10(max(largest, 1.0)))))
    rounded = round(whole, digits) + 0.0
    each = tuple(round(part, digits) + 0.0 for part in parts)
    return rounded, each, sum_as_written([rounded, *(-part for part in each)])


def _has_path(one: Assessed) -> bool:
    return one.verdict.target is not None and len(one.verdict.path) > (one.definition.kind is not Kind.FLOW)
