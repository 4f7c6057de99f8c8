"""The numbers that stand in a sentence, read back out of it, and the figures they must be found among."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from indicators.assessment import Series, Verdict
from indicators.exhibits.sums import years_counted
from indicators.exhibits.words import Words

WRITTEN = re.compile(r"−?\d[\d.,]*\d|−?\d")


@dataclass(frozen=True)
class Written:
    """A number as a sentence shows it, with half of its last digit."""

    value: float
    half: float

    def is_among(self, figures: Iterable[float]) -> bool:
        return any(abs(figure - self.value) <= self.half + 1e-9 * max(1.0, abs(figure)) for figure in figures)


def numbers_in(sentence: str, language: str) -> list[Written]:
    """Return every number of a sentence: 1.234,5 in Vietnamese, 1,234.5 in English."""
    return [_read(found, language) for found in WRITTEN.findall(sentence)]


def _read(found: str, language: str) -> Written:
    thousands, point = (".", ",") if language == "vi" else (",", ".")
    plain = found.replace("−", "-").replace(thousands, "").replace(point, ".")
    decimals = len(plain.partition(".")[2])
    return Written(float(plain), 0.5 * 10**-decimals)


def figures_of(series: Series, verdict: Verdict, words: Words) -> list[float]:
    """Return every figure that a sentence on this verdict may show."""
    fractions = (verdict.achievement, verdict.distance, verdict.elapsed)
    plain = (
        verdict.as_of, verdict.expected, verdict.ratio, verdict.pace, verdict.gap, verdict.needed_next,
        verdict.attained, verdict.bound, verdict.achieved_in,
    )  # fmt: skip
    found: list[float | None] = [*plain, *(None if each is None else each * 100 for each in fractions)]
    for years in (verdict.years_left, verdict.age_years):
        found += [] if years is None else [years, round(years * 12)]
    for observation in series.observations:
        found += [observation.value, observation.year, *_period(observation.period)]
    if verdict.target is not None:
        found += [verdict.target.value, verdict.target.value_to, verdict.target.year]
        found += [] if verdict.achieved_in is None else [abs(verdict.target.year - verdict.achieved_in)]
    if verdict.baseline is not None:
        found += [verdict.baseline.value, verdict.baseline.year, *_period(verdict.baseline.period)]
    counted = years_counted(series, verdict, words)
    found += [len(counted), *counted]
    return [float(each) for each in found if each is not None]


def _period(period: str) -> list[float]:
    return [float(period[1:])] if period[1:] else []
