"""Every sentence and number format the reader meets, in Vietnamese and in English.

A key is `<file>.<name>`: the file stands in `indicators/labels/<language>/<file>.toml`, the name in it. Both languages
hold the same keys with the same placeholders; `tests/test_labels.py` holds that.
"""

from __future__ import annotations

import datetime as dt
import math
import string
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from indicators.clock import by_office_clock

LANGUAGES = ("vi", "en")
NARROW_NO_BREAK_SPACE = "\u202f"
SWAPPED_MARKS = str.maketrans(",.", ".,")
FOLDER = Path(__file__).parent


class Named(Protocol):
    """Anything the catalogue names in both languages."""

    @property
    def name_vi(self) -> str:
        """The Vietnamese name."""

    @property
    def name_en(self) -> str:
        """The English name, empty where there is none."""


@cache
def sentences(language: str) -> dict[str, str]:
    """Return all sentences of one language by key."""
    found: dict[str, str] = {}
    for file in sorted((FOLDER / language).glob("*.toml")):
        for name, sentence in tomllib.loads(file.read_text("utf-8")).items():
            found[f"{file.stem}.{name}"] = sentence
    return found


def placeholders(sentence: str) -> frozenset[str]:
    """Return the names of the figures a sentence wants."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(sentence) if name)


@dataclass(frozen=True)
class Text:
    """The words of one language."""

    language: str

    def __call__(self, key: str, /, **figures: object) -> str:
        """Return the sentence of that key with the figures put in; an unknown key raises KeyError."""
        return sentences(self.language)[key].format(**figures)

    def written(self, key: str) -> str:
        """Return the sentence of that key as it is written, its figures still in braces; unknown raises KeyError."""
        return sentences(self.language)[key]

    def has(self, key: str) -> bool:
        """Whether this language has a sentence of that key."""
        return key in sentences(self.language)

    def name(self, thing: Named) -> str:
        """Return the thing's name in this language, or the Vietnamese one where there is no other."""
        return thing.name_vi if self.language == "vi" or not thing.name_en else thing.name_en

    def number(self, value: float | None, decimals: int = 0) -> str:
        """Return 1.234,5 in Vietnamese and 1,234.5 in English; nothing for a value that is not there."""
        if value is None or math.isnan(value):
            return ""
        written = f"{value:,.{decimals}f}"
        if written.startswith("-") and not written.strip("-0.,"):
            written = written[1:]
        written = written.replace("-", "\u2212")
        if self.language == "en":
            return written
        return written.translate(SWAPPED_MARKS)

    def figure(self, value: float | None, decimals: int = 0) -> str:
        """Return a value with its decimals, and with more where rounding would change what it is worth.

        94.96 with no decimals reads 94,96 and not 95: what is shown is never nearer to its target than the real one.
        """
        if value is None or math.isnan(value):
            return ""
        shown = next(
            (
                digits
                for digits in range(decimals, decimals + 5)
                if math.isclose(round(value, digits), value, rel_tol=1e-9, abs_tol=1e-9)
            ),
            decimals + 2,
        )
        return self.number(value, shown)

    def percent(self, fraction: float | None, decimals: int = 1) -> str:
        """Return a fraction as a percentage: 0.3 is 30,0 %."""
        if fraction is None or math.isnan(fraction):
            return ""
        gap = NARROW_NO_BREAK_SPACE if self.language == "vi" else ""
        return f"{self.number(fraction * 100, decimals)}{gap}%"

    def date(self, day: dt.date) -> str:
        """Return 31/12/2020 in Vietnamese and 31 Dec 2020 in English."""
        if self.language == "vi":
            return day.strftime("%d/%m/%Y")
        return f"{day.day} {day.strftime('%b %Y')}"

    def moment(self, at: dt.datetime) -> str:
        """Return a moment by the offices' clock: 31/12/2020, 17:05 in Vietnamese."""
        here = by_office_clock(at)
        return f"{self.date(here.date())}, {here:%H:%M}"


def text(language: str) -> Text:
    """Return the words of one language; an unknown language is Vietnamese."""
    return Text(language if language in LANGUAGES else "vi")
