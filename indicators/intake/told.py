"""What the cells of a column tell, each different one asked once, for all rows of a long table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa

from indicators.intake.book import Typed, text_of
from indicators.intake.numbercolumn import BLANK, NumberColumn
from indicators.intake.numbers import Meaning, Proof, Written
from indicators.store import INCOMING_SCHEMA

MEANINGS = tuple(Meaning)


@dataclass(frozen=True, eq=False)
class Told:
    """One field of all rows: what its different texts tell, and which of them each row has."""

    codes: np.ndarray
    tells: list[Any]

    def where(self, is_so: Callable[[Any], bool]) -> np.ndarray:
        """Return for each row whether what it tells is so."""
        return np.asarray(np.array([bool(is_so(one)) for one in self.tells], dtype=bool)[self.codes])

    def numbers(self, number: Callable[[Any], float | None]) -> np.ndarray:
        """Return a number for each row, NaN for None."""
        return np.asarray(np.array([number(one) for one in self.tells], dtype=np.float64)[self.codes])

    def column(self, name: str, at: np.ndarray, of: Callable[[Any], object] = lambda one: one) -> pa.Array:
        """Return some rows of a column of the store, None as null."""
        kind = INCOMING_SCHEMA.field(name).type
        return pa.array([of(one) for one in self.tells], kind).take(pa.array(self.codes[at]))


@dataclass(frozen=True, eq=False)
class Figures:
    """A field for numbers of all rows: its different cells with what each says, and which of them each row has."""

    codes: np.ndarray
    different: Sequence[Typed]
    written: list[Written]
    numbers: NumberColumn | None

    @classmethod
    def absent(cls, rows: int) -> Figures:
        """Return a field that no row has."""
        return cls(np.zeros(rows, dtype=np.int32), [None], [BLANK], None)

    def means(self, *meanings: Meaning) -> np.ndarray:
        """Return for each row whether its cell says one of these."""
        return np.isin(self._meanings, [MEANINGS.index(one) for one in meanings])

    def are(self, is_so: Callable[[Written], bool]) -> np.ndarray:
        """Return for each row whether what its cell says is so."""
        return np.asarray(np.fromiter(map(is_so, self.written), dtype=bool, count=len(self.written))[self.codes])

    @cached_property
    def number(self) -> np.ndarray:
        """The number of each row, NaN where there is none."""
        style = None if self.numbers is None else self.numbers.style
        has_number = (Meaning.NUMBER, Meaning.NIL)
        found = [one.number(style) if one.meaning in has_number else np.nan for one in self.written]
        return np.asarray(np.array(found, dtype=np.float64)[self.codes])

    @cached_property
    def is_settled(self) -> np.ndarray:
        """Whether each row's cell can be read in one way only, and is no percentage."""
        is_open = self.numbers is None or self.numbers.style is None
        return self.are(lambda one: not (is_open and one.proof is Proof.AMBIGUOUS))

    @cached_property
    def _meanings(self) -> np.ndarray:
        return np.asarray(np.array([MEANINGS.index(one.meaning) for one in self.written], dtype=np.int8)[self.codes])

    def column(self, name: str, at: np.ndarray) -> pa.Array:
        """Return the texts of some rows' cells as a column of the store."""
        texts = [text_of(one) for one in self.different]
        return pa.array(texts, INCOMING_SCHEMA.field(name).type).take(pa.array(self.codes[at]))

    def quality(self, at: np.ndarray) -> pa.Array:
        """Return what a word before the number of some rows says of its quality, null where there is none."""
        return pa.array([one.quality for one in self.written], pa.string()).take(pa.array(self.codes[at]))
