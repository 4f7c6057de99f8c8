"""Rows of the long layout of which nothing is to be said: found and judged by what is different in their columns.

What one row alone is judged by stands in rowreader.py and record.py. Here are only rows that are certain to pass there
without a word, and a test holds both to the same records; a row that may be otherwise is `is_odd` and goes there.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from indicators.catalogue.definition import Definition
from indicators.intake.book import text_of
from indicators.intake.finding import Problem
from indicators.intake.harvest import with_mark
from indicators.intake.letters import tidy
from indicators.intake.lookup import Outside
from indicators.intake.numbers import Meaning
from indicators.intake.plainfigures import PARTS, judged
from indicators.intake.record import DEFAULT_OPERATOR
from indicators.intake.rowreader import NUMBER_COLUMNS, RowReader
from indicators.intake.told import Figures, Told
from indicators.intake.units import conversion
from indicators.store import INCOMING_SCHEMA, combined, firsts


class PlainRows:
    """The rows of one table sorted: outside this project, without a figure, plain, or to be looked at one by one."""

    def __init__(self, reader: RowReader, rows: np.ndarray) -> None:
        self._reader, self._rows = reader, rows
        self._fields = {name: self._told(name, self._meaning_of(name)) for name in reader.looks}
        self._figures = {name: self._written(name) for name in NUMBER_COLUMNS}
        self.is_outside = self._fields["district"].where(lambda one: isinstance(one, Outside))
        is_fault = [told.where(lambda one: isinstance(one, Problem)) for told in self._fields.values()]
        is_known = self._fields["indicator"].where(lambda one: one is not None)
        is_clear = is_known & ~np.logical_or.reduce([self.is_outside, self._is_special(), *is_fault])
        self.is_blank = is_clear & self._is_blank(NUMBER_COLUMNS)
        is_withdrawn = self._figures["value"].means(Meaning.WITHDRAWN) & self._is_blank(NUMBER_COLUMNS[1:])
        is_counted = is_clear & ~self.is_blank & ~is_withdrawn
        factor, is_plain = self._factors(is_counted)
        found = judged(self._figures, self._fields, factor, is_plain)
        self._value, self._has_parts = found.value, found.has_parts
        self._is_withdrawn = is_clear & is_withdrawn
        self.is_plain = found.is_plain | self._is_withdrawn
        self.is_odd = ~(self.is_outside | self.is_blank | self.is_plain)

    def records(self) -> pa.Table:
        """Return the records of the plain rows, in their order."""
        at = np.flatnonzero(self.is_plain)
        fields, main, other = self._fields, self._figures["value"], self._figures["numerator"]
        has_value = pa.array(~main.means(Meaning.BLANK)[at])
        quality = pc.if_else(has_value, main.quality(at), other.quality(at))
        constant = Told(np.zeros(len(self._rows), np.int32), [self._reader.sheet.name])
        document = self._told("document", lambda text: tidy(text) or None)
        note = self._told("note", lambda text: with_mark(tidy(text), self._reader.mark))
        taken = {
            "measure": fields["measure"].column("measure", at, _unless_a_problem),
            "indicator": fields["indicator"].column("indicator", at, _id_of),
            **{name: fields[name].column(name, at, _unless_a_problem) for name in KEPT},
            "value": _nulled(np.where(self._is_withdrawn, np.nan, self._value)[at]),
            "operator": self._operators(at),
            **{name: _nulled(np.where(self._has_parts, self._figures[name].number, np.nan)[at]) for name in PARTS},
            "document": document.column("document", at),
            "note": note.column("note", at),
            "sheet": constant.column("sheet", at),
            "withdraw": pa.array(self._is_withdrawn[at]),
        }
        taken["quality"] = pc.coalesce(quality, fields["quality"].column("quality", at, _unless_a_problem))
        taken["raw"] = pc.if_else(has_value, main.column("raw", at), other.column("raw", at))
        taken["cell"] = pc.if_else(has_value, self._addresses("value", at), self._addresses("numerator", at))
        return pa.Table.from_arrays(
            [taken[field.name] if field.name in taken else pa.nulls(len(at), field.type) for field in INCOMING_SCHEMA],
            schema=INCOMING_SCHEMA,
        )

    def _meaning_of(self, name: str) -> Callable[[str], object]:
        return lambda text: self._reader.meaning(name, text)

    def _told(self, name: str, tell: Callable[[str], object]) -> Told:
        """Return what the texts of a field tell; only texts that stand in a row are asked."""
        column = self._reader.columns.get(name)
        if column is None:
            return Told(np.zeros(len(self._rows), dtype=np.int32), [tell("")])
        used = column.used(self._rows).tolist()
        tells = [tell(text_of(one)) if is_used else None for one, is_used in zip(column.different, used, strict=True)]
        return Told(column.codes[self._rows], tells)

    def _written(self, name: str) -> Figures:
        numbers = self._reader.numbers.get(name)
        if numbers is None:
            return Figures.absent(len(self._rows))
        column = self._reader.columns[name]
        return Figures(column.codes[self._rows], list(column.different), numbers.different, numbers)

    def _is_blank(self, names: tuple[str, ...]) -> np.ndarray:
        return np.asarray(np.logical_and.reduce([self._figures[name].means(Meaning.BLANK) for name in names]))

    def _is_special(self) -> np.ndarray:
        """Return the rows of which a cell is known more than its text, and those of another indicator than asked."""
        reader, asked = self._reader, self._reader.indicator
        columns = {reader.layout.columns[name] for name in reader.numbers}
        cells = (*reader.sheet.formulas, *reader.sheet.as_typed)
        special = {row for row, column in cells if column in columns}
        is_other = self._fields["indicator"].where(lambda one: asked is not None and getattr(one, "id", "") != asked.id)
        return is_other | np.isin(self._rows, list(special))

    def _factors(self, is_counted: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return what each row's figures are multiplied by, and the rows whose unit needs no word."""
        units, indicators = self._told("unit", self._reader.unit), self._fields["indicator"]
        pairs = combined([units.codes.astype(np.int64), indicators.codes.astype(np.int64)])
        factors, is_quiet = np.ones(int(pairs.max(initial=-1)) + 1), is_counted.copy()
        said: dict[tuple[str, str], int] = {}
        # In the order of their rows: what a unit is converted by is said once, at its first one.
        for first in firsts(np.where(is_counted, pairs, -1)):
            unit, definition = units.tells[units.codes[first]], indicators.tells[indicators.codes[first]]
            factor, problem = conversion(unit, definition, self._reader.catalogue)
            factors[pairs[first]] = np.nan if factor is None else factor
            if problem is not None and factor is not None:
                said.setdefault((unit, definition.id), first)
        is_quiet[list(said.values())] = False
        by_row = factors[pairs]
        return by_row, is_quiet & ~np.isnan(by_row)

    def _operators(self, at: np.ndarray) -> pa.Array:
        """Return the operators: of a target without one that of its direction, elsewhere null."""
        is_target = self._fields["measure"].where(lambda one: one == "target") & ~self._is_withdrawn
        given = self._fields["operator"].column("operator", at, _unless_a_problem)
        usual = self._fields["indicator"].column("operator", at, _usual_operator)
        return pc.if_else(pa.array(is_target[at]), pc.coalesce(given, usual), pa.scalar(None, pa.string()))

    def _addresses(self, name: str, at: np.ndarray) -> pa.Array:
        if name not in self._reader.layout.columns:
            return pa.nulls(len(at), pa.string())
        first = self._reader.address(1, name)
        beginning = first.removesuffix("2" if self._reader.sheet.column_names is None else "1")
        numbers = self._rows[at] + (1 if self._reader.sheet.column_names is None else 0)
        return pc.binary_join_element_wise(beginning, pa.array(numbers).cast(pa.string()), "")


KEPT = ("year", "period", "district", "sector", "document_date")


def _unless_a_problem(told: object) -> object:
    return None if isinstance(told, Problem | Outside) else told


def _id_of(told: object) -> str | None:
    return told.id if isinstance(told, Definition) else None


def _usual_operator(told: object) -> str | None:
    return DEFAULT_OPERATOR.get(told.direction) if isinstance(told, Definition) else None


def _nulled(numbers: np.ndarray) -> pa.Array:
    return pa.array(numbers, pa.float64(), mask=np.isnan(numbers))
