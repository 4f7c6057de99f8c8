"""What a file is before anything is understood: sheets of cells, each as typed and with its address."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import zip_longest

from openpyxl.utils import get_column_letter

from indicators.intake.answer import NONE, About, Answers
from indicators.intake.columns import Columns, TypedColumn

Typed = str | float | int | bool | dt.date | dt.time | None
Position = tuple[int, int]
# First and last row and column of merged cells.
Range = tuple[int, int, int, int]


@dataclass(frozen=True, eq=False)
class RawSheet:
    """One table of cells as they were typed; rows and columns count from 0.

    `name` is None where the format has no sheets. `rows` hold text as text and Excel's own numbers, dates and truth
    values as such. `column_names` is set for Parquet, whose cells are known by column and row number.
    `percents` are the cells that Excel shows as a percentage, `formulas` those that hold a formula. Where text came in
    `letters` from before Unicode, `rows` hold it in Unicode and `as_typed` what was typed; `capitals` are cells in a
    font of that time that shows small letters as capitals. `merged` are ranges shown as one cell, `shown_smaller`
    figures whose format shows thousands or millions of them. `answers` are what the clerk said beside the file,
    `mended` the cells in which something stands that they put there.
    """

    name: str | None
    rows: Sequence[Sequence[Typed]]
    is_hidden: bool = False
    column_names: tuple[str, ...] | None = None
    percents: frozenset[Position] = frozenset()
    formulas: frozenset[Position] = frozenset()
    capitals: frozenset[Position] = frozenset()
    as_typed: Mapping[Position, str] = field(default_factory=dict)
    letters: str | None = None
    merged: tuple[Range, ...] = ()
    answers: Answers = NONE
    mended: frozenset[Position] = frozenset()
    shown_smaller: frozenset[Position] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    def typed(self, row: int, column: int) -> Typed:
        """Return what the cell holds; a cell beyond the end of its row is empty."""
        if isinstance(self.rows, Columns):
            return self.rows.cell(row, column)
        cells = self.rows[row]
        return cells[column] if column < len(cells) else None

    def text(self, row: int, column: int) -> str:
        """Return the cell's own text as its program shows it."""
        shown = text_of(self.typed(row, column))
        if self.percents and shown and (row, column) in self.percents:
            return percent_text(shown)
        return shown

    def raw(self, row: int, column: int) -> str:
        """Return the cell's text as it was typed, in the letters it came in."""
        typed = self.as_typed.get((row, column))
        return self.text(row, column) if typed is None else typed

    def address(self, row: int, column: int) -> str:
        """Return the cell's address: B24, or "value 24" in a Parquet file."""
        if self.column_names is not None:
            return self.column_names[column] if row == 0 else f"{self.column_names[column]} {row}"
        return f"{get_column_letter(column + 1)}{row + 1}"

    def answered(self, about: About, row: int, column: int) -> str | None:
        """Return what the clerk answered at a cell, None where nothing."""
        return self.answers.value(about, self.name, self.address(row, column)) if self.answers else None

    def merged_at(self, row: int, column: int) -> Position | None:
        """Return the first cell of the merged range that covers a place, None where none does."""
        for first_row, first_column, last_row, last_column in self.merged:
            if first_row <= row <= last_row and first_column <= column <= last_column:
                return first_row, first_column
        return None

    def is_blank_row(self, row: int) -> bool:
        """Whether no cell of the row holds anything."""
        return all(is_blank(cell) for cell in self.rows[row])

    @property
    def width(self) -> int:
        """The number of columns of the longest row."""
        if isinstance(self.rows, Columns):
            return len(self.rows.columns)
        return max((len(cells) for cells in self.rows), default=0)

    def by_column(self) -> Columns:
        """Return the rows by their columns; what Excel shows as a percentage is its text."""
        if isinstance(self.rows, Columns) and not self.percents:
            return self.rows
        columns = [list(cells) for cells in zip_longest(*self.rows)]
        for row, column in self.percents:
            columns[column][row] = self.text(row, column)
        return Columns([TypedColumn.of(cells) for cells in columns], len(self.rows))

    def marked_texts(self) -> Iterator[tuple[Position, str, int]]:
        """Yield each different text of each column that has letters beyond ASCII, its first cell, and how many hold it.

        The order is that of the columns.
        """
        if isinstance(self.rows, Columns):
            for at, column in enumerate(self.rows.columns):
                first, counts = column.first_rows(), column.counts()
                for code, cell in enumerate(column.different):
                    if isinstance(cell, str) and not cell.isascii() and counts[code]:
                        yield (int(first[code]), at), cell, int(counts[code])
            return
        found: dict[tuple[int, str], tuple[int, int]] = {}
        for row, cells in enumerate(self.rows):
            for at, cell in enumerate(cells):
                if isinstance(cell, str) and not cell.isascii():
                    first_row, count = found.get((at, cell), (row, 0))
                    found[at, cell] = (first_row, count + 1)
        for (at, cell), (first_row, count) in found.items():
            yield (first_row, at), cell, count


@dataclass(frozen=True, eq=False)
class RawBook:
    """A file opened: its name, its bytes, its sheets, and how its letters were read.

    `encoding` is set for text that was no Unicode, so that the reader can be told how it was taken.
    """

    file: str
    content: bytes
    sheets: tuple[RawSheet, ...] = field(default_factory=tuple)
    encoding: str | None = None


def is_blank(cell: Typed) -> bool:
    """Whether the cell is empty or holds nothing but spaces."""
    return cell is None or (isinstance(cell, str) and not cell.strip().strip("\ufeff\u200b"))


def text_of(cell: Typed) -> str:
    """Return a cell as text: 2014 for 2014.0, TRUE for a truth value, 31/12/2015 for a date."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return number_text(cell)
    if isinstance(cell, dt.datetime):
        return cell.strftime("%d/%m/%Y") if cell.time() == dt.time() else cell.strftime("%d/%m/%Y %H:%M:%S")
    if isinstance(cell, dt.date):
        return cell.strftime("%d/%m/%Y")
    return str(cell)


def number_text(number: float) -> str:
    """Return a number in full, whole ones without a fraction."""
    if math.isfinite(number) and number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return repr(number)


def percent_text(shown: str) -> str:
    """Return the percentage that Excel shows for a fraction: 0.35 is 35%."""
    return f"{(Decimal(shown) * 100).normalize():f}%"
