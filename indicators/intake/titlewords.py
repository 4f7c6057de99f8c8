"""Titles that speak of part of a year, or of estimates, above heads that say years and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from indicators.catalogue import without_marks
from indicators.intake.answer import About, Answer, Choice
from indicators.intake.book import RawSheet
from indicators.intake.dates import PERIODS, QUALITY_WORDS, WHOLE_YEAR, Heading, period_from
from indicators.intake.finding import Finding, Said, Severity
from indicators.intake.planwords import measure_answered
from indicators.intake.wide import Titles

QUALITIES_ANSWERED = {
    "official": "finding.choice_official",
    "preliminary": "finding.choice_preliminary",
    "estimate": "finding.choice_estimate",
}
# A month alone is as often the date of the paper.
PART_OF_A_YEAR = re.compile(
    r"\b(?:[369]|sau|chin|ba) thang\b|\bquy (?:[1-4]|i{1,3}|iv)\b|\bnua (?:dau|cuoi) nam\b|\bfirst half\b|\bquarter\b"
)


@dataclass(frozen=True)
class Titled:
    """What the clerk says of all figures under the titles of a table; None where they said nothing."""

    measure: str | None = None
    period: str | None = None
    quality: str | None = None


def answered_of_titles(sheet: RawSheet, titles: Titles) -> Titled:
    """Return what was answered at the titles of a table."""
    if not sheet.answers:
        return Titled()
    period, quality = (
        next((said for cell, _ in titles if (said := sheet.answered(about, *cell)) in known), None)
        for about, known in ((About.PERIOD, PERIODS), (About.QUALITY, QUALITIES_ANSWERED))
    )
    return Titled(measure_answered(sheet, titles), period, quality)


def said_of_all_years(sheet: RawSheet, titles: Titles, headings: Iterable[Heading]) -> Iterator[Finding]:
    """Ask about a title of part of a year, warn of one of estimates, where no head of the table says so itself."""
    heads, answered = list(headings), answered_of_titles(sheet, titles)
    if answered.period is None and all(head.period == WHOLE_YEAR for head in heads):
        for cell, title in titles:
            if found := PART_OF_A_YEAR.search(without_marks(title)):
                year = max(head.year for head in heads)
                figures = {"words": title[found.start() : found.end()], "year": year}
                at = sheet.address(*cell)
                choices = tuple(_periods(sheet, at, title, str(figures["words"])))
                yield Finding(Severity.QUESTION, "period_in_title", sheet.name, at, title, figures, choices=choices)
                break
    if answered.quality is not None or any(head.quality != "official" for head in heads):
        return
    for cell, title in titles:
        words = without_marks(title)
        if any(pattern.search(words) for pattern, meant in QUALITY_WORDS if meant != "official"):
            at = sheet.address(*cell)
            choices = tuple(
                Choice(Said.of(name), (Answer(About.QUALITY, sheet.name, at, quality, title),))
                for quality, name in QUALITIES_ANSWERED.items()
            )
            yield Finding(Severity.WARNING, "quality_in_title", sheet.name, at, title, choices=choices)
            return


def _periods(sheet: RawSheet, cell: str, title: str, words: str) -> Iterator[Choice]:
    """Return a click for the whole year and, where it is one, for the part of a year that the title names."""
    part = period_from(words)
    for period in (WHOLE_YEAR, *([part] if part and part != WHOLE_YEAR else [])):
        name = (
            Said.of("finding.choice_whole_year")
            if period == WHOLE_YEAR
            else Said.of("finding.choice_period", words=words)
        )
        yield Choice(name, (Answer(About.PERIOD, sheet.name, cell, period, title),))
