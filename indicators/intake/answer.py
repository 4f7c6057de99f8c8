"""What a clerk says beside a file: a cell mended, a question answered, a table to be read otherwise."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Self

from indicators.intake.finding import Said


class About(StrEnum):
    """What an answer is about; what stands in `Answer.cell` and `Answer.value` follows from it."""

    # `value` is put in place of what the cell holds: as it is typed, or as a number (written as JSON writes it).
    CELL = "cell"
    NUMBER = "number"
    # decimal_comma or decimal_point, for the numbers of the column or table whose first figure stands in `cell`.
    NUMBER_STYLE = "number_style"
    # actual or target, for the figures under the title in `cell` (None: the sheet's own name).
    MEASURE = "measure"
    # A period (Y, H1, Q2), or official, preliminary or estimate, for figures of years under the title in `cell`.
    PERIOD = "period"
    QUALITY = "quality"
    # The id of what the table is about whose head begins in `cell`.
    INDICATOR = "indicator"
    # The unit of the figures of the table whose head begins in `cell`.
    UNIT = "unit"
    # The letter of the column that holds the places of the table whose head begins in `cell`.
    LABELS = "labels"
    # What the column headed by `cell` holds: "2016", "KH 2017", "Ước 2018"; empty: nothing to read.
    COLUMN = "column"
    # yes or no: whether a sheet is read at all (`cell` None), or the table whose head begins in `cell`.
    READ = "read"


@dataclass(frozen=True)
class Answer:
    """One thing a clerk said; `typed` is what the cell held then: one that holds something else is left alone."""

    about: About
    sheet: str | None
    cell: str | None
    value: str
    typed: str | None = None

    @property
    def place(self) -> tuple[About, str | None, str | None]:
        """What makes it an answer to the same question as another."""
        return (About.CELL if self.is_mend else self.about), self.sheet, self.cell

    @property
    def is_mend(self) -> bool:
        """Whether it puts something in place of what a cell holds."""
        return self.about in (About.CELL, About.NUMBER)


@dataclass(frozen=True)
class Choice:
    """One click: what it says, and the answers it gives; a safe one is also given by "mend all"."""

    name: Said
    answers: tuple[Answer, ...]
    is_safe: bool = False


@dataclass(frozen=True)
class Answers:
    """Everything said beside a file, the latest answer to each question."""

    given: Mapping[tuple[About, str | None, str | None], Answer] = field(default_factory=dict)

    @classmethod
    def of(cls, answers: Iterable[Answer]) -> Self:
        """Return the answers with each question once, its latest answer."""
        return cls({answer.place: answer for answer in answers})

    def __iter__(self) -> Iterator[Answer]:
        return iter(self.given.values())

    def __len__(self) -> int:
        return len(self.given)

    def with_(self, *answers: Answer) -> Answers:
        """Return these and further ones; a later answer to the same question takes the former's place."""
        return Answers.of([*self, *answers])

    def without(self, answer: Answer) -> Answers:
        """Return these without one."""
        return Answers.of(one for one in self if one != answer)

    def value(self, about: About, sheet: str | None, cell: str | None) -> str | None:
        """Return what was answered, None where nothing was."""
        found = self.given.get((about, sheet, cell))
        return None if found is None else found.value

    def to_json(self) -> str:
        """Return them as JSON text, as a commit keeps them and `--answers` reads them."""
        return json.dumps([asdict(answer) for answer in self], ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Return answers from JSON text; raises ValueError where it is none of ours."""
        read = json.loads(text)
        return cls.of(map(_answer, read if isinstance(read, list) else [read]))


def _answer(read: object) -> Answer:
    """Return one answer from its JSON; raises ValueError."""
    if not isinstance(read, dict) or not read.keys() <= FIELDS or not all(map(_is_text, read.values())):
        raise ValueError(read)
    if "about" not in read or not isinstance(read.get("value"), str):
        raise ValueError(read)
    return Answer(About(read["about"]), read.get("sheet"), read.get("cell"), read["value"], read.get("typed"))


def _is_text(value: object) -> bool:
    return value is None or isinstance(value, str)


FIELDS = frozenset({"about", "sheet", "cell", "value", "typed"})
NONE = Answers()
