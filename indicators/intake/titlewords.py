"""Titles that speak of part of a year, or of estimates, above heads that say years and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from indicators.catalogue import without_marks
from indicators.intake.book import RawSheet
from indicators.intake.dates import QUALITY_WORDS, WHOLE_YEAR, Heading
from indicators.intake.finding import Finding, Severity
from indicators.intake.wide import Titles

# A month alone is as often the date of the paper.
PART_OF_A_YEAR = re.compile(
    r"\b(?:[369]|sau|chin|ba) thang\b|\bquy (?:[1-4]|i{1,3}|iv)\b|\bnua (?:dau|cuoi) nam\b|\bfirst half\b|\bquarter\b"
)


def said_of_all_years(sheet: RawSheet, titles: Titles, headings: Iterable[Heading]) -> Iterator[Finding]:
    """Ask about a title of part of a year, warn of one of estimates, where no head of the table says so itself."""
    heads = list(headings)
    if all(head.period == WHOLE_YEAR for head in heads):
        for cell, title in titles:
            if found := PART_OF_A_YEAR.search(without_marks(title)):
                year = max(head.year for head in heads)
                figures = {"words": title[found.start() : found.end()], "year": year}
                at = sheet.address(*cell)
                yield Finding(Severity.QUESTION, "period_in_title", sheet.name, at, title, figures)
                break
    if any(head.quality != "official" for head in heads):
        return
    for cell, title in titles:
        words = without_marks(title)
        if any(pattern.search(words) for pattern, meant in QUALITY_WORDS if meant != "official"):
            yield Finding(Severity.WARNING, "quality_in_title", sheet.name, sheet.address(*cell), title)
            return
