"""What the check says: a code, a cell, the value as typed, and the figures of its sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from indicators.labels import Text, text

if TYPE_CHECKING:
    from indicators.intake.answer import Choice


class Severity(StrEnum):
    """How much a finding weighs; errors and unanswered questions keep a file from being published."""

    ERROR = "error"
    QUESTION = "question"
    WARNING = "warning"
    INFO = "info"


BLOCKING = frozenset({Severity.ERROR, Severity.QUESTION})


@dataclass(frozen=True)
class Fix:
    """What one click would accept: the kind of thing to put, and what.

    Kinds: number, period, district, sector, indicator, measure, quality, operator, column, id, kind, direction,
    over_place.
    """

    kind: str
    value: str | int | float


@dataclass(frozen=True)
class Said:
    """A few words inside a sentence, in both languages, so that a sentence in either language reads whole."""

    name_vi: str
    name_en: str

    @classmethod
    def of(cls, key: str, /, **figures: object) -> Said:
        """Return the words of one label in both languages."""
        return cls(*(sentence(key, figures, text(language)) for language in ("vi", "en")))

    def __str__(self) -> str:
        return self.name_vi


@dataclass(frozen=True)
class Finding:
    """One thing the reader should know about a file.

    `sheet` is None where the format has no sheets, `cell` where the finding is about the whole file or sheet,
    `value` is what was typed. The sentence is `finding.<code>` with `figures`. `choices` are what one click may answer,
    `near` are names that may be meant.
    """

    severity: Severity
    code: str
    sheet: str | None = None
    cell: str | None = None
    value: str | None = None
    figures: Mapping[str, object] = field(default_factory=dict)
    fix: Fix | None = None
    choices: tuple[Choice, ...] = ()
    near: tuple[str, ...] = ()

    @property
    def blocks(self) -> bool:
        """Whether the file can't be published while this stands."""
        return self.severity in BLOCKING

    def sentence(self, words: Text) -> str:
        """Return the finding's sentence in that language."""
        return sentence(
            f"finding.{self.code}", {"value": self.value or "", "cell": self.cell or "", **self.figures}, words
        )


@dataclass(frozen=True)
class Problem:
    """A finding that does not know its cell yet."""

    code: str
    figures: Mapping[str, object] = field(default_factory=dict)
    fix: Fix | None = None
    severity: Severity = Severity.ERROR
    # Names that may be meant, nearest first.
    near: tuple[str, ...] = ()

    def at(self, *, sheet: str | None, cell: str | None, value: str | None) -> Finding:
        """Return the finding at its cell."""
        return Finding(self.severity, self.code, sheet, cell, value, self.figures, self.fix, near=self.near)


def sentence(key: str, figures: Mapping[str, object], words: Text) -> str:
    """Return a label's sentence with its figures written as that language writes them."""
    return words(key, **{name: written(figure, words) for name, figure in figures.items()})


def written(figure: object, words: Text) -> object:
    """Return one figure as that language writes it: named things by name, lists by commas, numbers by their style."""
    if isinstance(figure, str | int):
        return figure
    if isinstance(figure, float):
        return words.number(figure, max(0, -int(Decimal(repr(figure)).normalize().as_tuple().exponent)))
    if isinstance(figure, dt.date):
        return words.date(figure)
    if isinstance(figure, tuple):
        return ", ".join(str(written(part, words)) for part in figure)
    if hasattr(figure, "name_vi") and hasattr(figure, "name_en"):
        return words.name(figure)
    return "" if figure is None else figure
