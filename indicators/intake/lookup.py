"""What the words of a cell mean: an indicator, a place, a year; for unknown ones the nearest are offered."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from indicators.catalogue import Catalogue, without_marks
from indicators.catalogue.definition import Definition
from indicators.intake.dates import FIRST_YEAR, LAST_YEAR, PERIODS, date_from, period_from, year_from
from indicators.intake.finding import Fix, Problem, Said, Severity
from indicators.intake.letters import has_words, slug, tidy
from indicators.intake.vocabulary import MEASURES, QUALITIES, TITLE_BY_COLUMN, operator_from

Found = TypeVar("Found")
MOST_OFFERED = 3
NEAR_ENOUGH = 0.6
SLIP = 0.75
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Outside:
    """A place that is another province, a region or the country."""


@dataclass
class Remembered(Generic[Found]):
    """A lookup that is made once for each different text of a column."""

    look: Callable[[str], Found]
    known: dict[str, Found] = field(default_factory=dict)

    def __call__(self, text: str) -> Found:
        """Return what the text means."""
        if text not in self.known:
            self.known[text] = self.look(text)
        return self.known[text]


@dataclass(frozen=True)
class Indicators:
    """The definitions a file may speak of: those of the store and those it brings.

    `broken` are ids whose definition in the same file has an error: their records are not complained of again.
    """

    by_id: Mapping[str, Definition]
    broken: frozenset[str] = frozenset()

    def find(self, text: str) -> Definition | Problem | None:
        """Return the definition of that id, name or alias; None for one whose own row is broken."""
        asked = tidy(text)
        if asked in self.by_id:
            return self.by_id[asked]
        if asked in self.broken:
            return None
        words = without_marks(asked)
        named = [one for one in self.by_id.values() if words in {without_marks(name) for name in names_of(one)}]
        if len(named) == 1:
            return named[0]
        if named:
            return Problem("indicator_named_twice", {"candidates": tuple(one.id for one in named)})
        return unknown("indicator", self.nearest(asked))

    def nearest(self, text: str) -> tuple[str, ...]:
        """Return the ids whose id or name comes nearest to the text, nearest first."""
        asked = without_marks(text)
        scores = {
            one.id: max(difflib.SequenceMatcher(None, asked, without_marks(name)).ratio() for name in names_of(one))
            for one in self.by_id.values()
        }
        likely = (id for id in sorted(scores, key=lambda id: -scores[id]) if scores[id] >= NEAR_ENOUGH)
        # ISO 9001 is no slip of ISO 14001.
        near = [id for id in likely if any(_says(name, asked) for name in names_of(self.by_id[id]))]
        return tuple(near[:MOST_OFFERED])

    def in_titles(self, titles: Iterable[str]) -> tuple[Definition, ...]:
        """Return the definition whose name stands in the titles, the longest name winning; several where they tie."""
        lines = [without_marks(title) for title in titles]
        longest: dict[str, int] = {}
        for one in self.by_id.values():
            for name in names_of(one):
                words = without_marks(name)
                if any(has_words(line, words) for line in lines):
                    longest[one.id] = max(longest.get(one.id, 0), len(words))
        most = max(longest.values(), default=0)
        return tuple(self.by_id[id] for id, length in longest.items() if length == most)


def names_of(definition: Definition) -> tuple[str, ...]:
    """Return everything an indicator may be called in a file."""
    names = (definition.id, definition.name_vi, definition.name_en, *definition.aliases)
    return tuple(name for name in names if name)


def column_named(name: str) -> Said:
    """Return a column's title as each language's template has it."""
    return Said(TITLE_BY_COLUMN.get(name, name), name)


def lists_provinces(places: Iterable[str], catalogue: Catalogue) -> bool:
    """Whether the words of a column are several provinces, and not districts with one stray place among them."""
    outside = {slug(place) for place in places if catalogue.is_outside_place(place)}
    if len(outside) != 1:
        return bool(outside)
    has_own = any(is_city_or_province(place, catalogue) for place in places)
    return has_own and not any(place and catalogue.find_district(place) for place in places)


def find_district(text: str, catalogue: Catalogue, *, is_by_province: bool) -> str | None | Problem | Outside:
    """Return a district's code, None for the whole province.

    The province's bare name, which is its city's too, is asked about unless the column lists provinces; a place
    outside this project is none of its districts unless it does.
    """
    if not tidy(text):
        return None
    district = catalogue.find_district(text)
    if district is not None:
        return district.code
    if not is_by_province and is_city_or_province(text, catalogue):
        return Problem("city_or_province", severity=Severity.QUESTION)
    if catalogue.is_whole_province(text):
        return None
    if is_by_province and catalogue.is_outside_place(text):
        return Outside()
    return unknown("district", catalogue.nearest_districts(text))


def is_city_or_province(text: str, catalogue: Catalogue) -> bool:
    """Whether a name may be the province's or its chief city's: "Thái Nguyên"."""
    return slug(text) == slug(catalogue.province.name_vi).removeprefix("tinh_")


def find_sector(text: str, catalogue: Catalogue) -> str | None | Problem:
    """Return a sector's id, None for all sectors."""
    if not tidy(text):
        return None
    sector = catalogue.find_sector(text)
    if sector is not None:
        return sector.id
    if catalogue.is_all_sectors(text):
        return None
    return unknown("sector", catalogue.nearest_sectors(text))


def unknown(kind: str, nearest: tuple[str, ...]) -> Problem:
    """Return the problem of an unknown indicator, district or sector, with the nearest names where there are any."""
    fix = Fix(kind, nearest[0]) if nearest else None
    return Problem(f"unknown_{kind}", {"offer": offer(nearest)}, fix, near=nearest)


def offer(nearest: tuple[str, ...]) -> Said | str:
    """Return the end of a sentence that offers the nearest names, nothing where there are none."""
    return Said.of("finding.offer", nearest=nearest) if nearest else ""


def nearest_indicators(text: str, definitions: Mapping[str, Definition]) -> tuple[str, ...] | Said:
    """Return the ids that an unknown id comes nearest to, or the words for none."""
    return Indicators(definitions).nearest(text) or Said.of("finding.nothing_near")


def find_year(text: str) -> int | Problem:
    """Return a year from 1990 to 2100."""
    year = year_from(text)
    return Problem("bad_year", {"first": FIRST_YEAR, "last": LAST_YEAR}) if year is None else year


def find_period(text: str) -> str | Problem:
    """Return a period, the whole year for a blank."""
    period = period_from(text)
    if period is not None:
        return period
    return _unknown_word("bad_period", "period", slug(text).upper(), sorted(PERIODS))


def find_measure(text: str) -> str | Problem:
    """Return actual, target or baseline; blank is actual."""
    return MEASURES.get(slug(text)) or _unknown_word("bad_measure", "measure", slug(text), MEASURES)


def find_quality(text: str) -> str | Problem:
    """Return official, preliminary or estimate; blank is official."""
    return QUALITIES.get(slug(text)) or _unknown_word("bad_quality", "quality", slug(text), QUALITIES)


def find_operator(text: str) -> str | None | Problem:
    """Return an operator, None for a blank."""
    return (operator_from(text) or Problem("unknown_operator")) if tidy(text) else None


def find_date(text: str) -> dt.date | None | Problem:
    """Return a day, None for a blank."""
    return (date_from(text) or Problem("bad_date")) if tidy(text) else None


def _says(word: str, typed: str) -> bool:
    """Whether a word has the very digits that were typed: M12 is not what M13 was meant to be."""
    return DIGITS.findall(word) == DIGITS.findall(typed)


def _unknown_word(code: str, kind: str, typed: str, known: Iterable[str]) -> Problem:
    words = [word for word in known if word]
    near = [word for word in difflib.get_close_matches(typed, words, cutoff=SLIP) if _says(word, typed)]
    return Problem(code, fix=Fix(kind, near[0]) if near else None)
