"""The cells of one sheet of an .xlsx, in one pass over its XML that builds nothing but their values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

from openpyxl.utils import column_index_from_string
from openpyxl.utils.datetime import from_excel, from_ISO8601
from openpyxl.utils.exceptions import CellCoordinatesException

from indicators.intake.book import Position, Range, Typed

PIECE_BYTES = 1 << 20
MERGED = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")
CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})")
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
MOST_DIGITS = 18


class TooManyCells(Exception):
    """A sheet of more cells than the memory is kept for."""


@dataclass(frozen=True)
class Styles:
    """What the styles of a workbook, by their numbers, make of a figure; `smaller` show thousands of it."""

    epoch: dt.datetime
    dates: frozenset[int] = frozenset()
    durations: frozenset[int] = frozenset()
    years: frozenset[int] = frozenset()
    percents: frozenset[int] = frozenset()
    smaller: frozenset[int] = frozenset()
    capitals: frozenset[int] = frozenset()


@dataclass
class SheetCells:
    """The rows of a sheet from its first one on, and what its XML says of them."""

    rows: list[list[Typed]] = field(default_factory=list)
    percents: set[Position] = field(default_factory=set)
    capitals: set[Position] = field(default_factory=set)
    shown_smaller: set[Position] = field(default_factory=set)
    formulas: set[Position] = field(default_factory=set)
    merged: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


def read_cells(part: IO[bytes], strings: Sequence[str], styles: Styles, *, most_cells: int) -> SheetCells:
    """Return the cells of a sheet's XML; `strings` are the workbook's shared ones.

    Raises TooManyCells, and what a broken part raises: ExpatError, ValueError, IndexError, OverflowError.
    """
    reader = _Reader(strings, styles, most_cells)
    # Names come with their namespace, whatever its prefix: only the last word is looked at.
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    while piece := part.read(PIECE_BYTES):
        parser.Parse(piece, False)
    parser.Parse(b"", True)
    return reader.found


class _Reader:
    """The state of one pass: where it stands, and the cell that is being read."""

    def __init__(self, strings: Sequence[str], styles: Styles, most_cells: int) -> None:
        self.found = SheetCells()
        self.strings, self.styles, self.most_cells = strings, styles, most_cells
        self.names: dict[str, str] = {}
        self.columns: dict[str, int] = {}
        self.row, self.column, self.count = -1, -1, 0
        self.cells: list[Typed] = []
        self.kind, self.style = "n", 0
        self.value: list[str] | None = None
        self.parts: list[str] = []
        self.inline: list[str] | None = None
        self.is_text, self.is_reading_aloud = False, False

    def start(self, full: str, about: dict[str, str]) -> None:
        """Take the beginning of an element."""
        name = self.names.get(full) or self.names.setdefault(full, full.rpartition(" ")[2])
        if name == "c":
            self.kind, self.style = about.get("t", "n"), int(about.get("s", 0))
            self.column = self._column(about["r"]) if "r" in about else self.column + 1
            self.value = self.inline = None
        elif name == "v":
            self.parts, self.is_text = [], True
        elif name == "row":
            self._start_row(about)
        elif name == "f":
            self.found.formulas.add((self.row, self.column))
        elif name == "is":
            self.inline = []
        elif name == "t":
            self.parts, self.is_text = [], self.inline is not None and not self.is_reading_aloud
        elif name == "rPh":
            self.is_reading_aloud = True
        elif name == "col" and about.get("hidden") in {"1", "true"}:
            last = min(int(about["max"]), MOST_COLUMNS)
            self.found.hidden_columns.update(range(int(about["min"]) - 1, last))
        elif name == "mergeCell" and (merged := MERGED.fullmatch(about.get("ref", ""))):
            left, top, right, bottom = merged.groups()
            self.found.merged.append(
                (int(top) - 1, column_index_from_string(left) - 1, int(bottom) - 1, column_index_from_string(right) - 1)
            )

    def text(self, letters: str) -> None:
        """Take text of the element that is open."""
        if self.is_text:
            self.parts.append(letters)

    def end(self, full: str) -> None:
        """Take the end of an element."""
        name = self.names[full]
        if name == "c":
            self._end_cell()
        elif name == "v":
            self.value, self.is_text = self.parts, False
        elif name == "t":
            if self.is_text and self.inline is not None:
                self.inline += self.parts
            self.is_text = False
        elif name == "rPh":
            self.is_reading_aloud = False
        elif name == "row":
            self.found.rows.append(self.cells)

    def _column(self, place: str) -> int:
        letters = place.rstrip("0123456789")
        if letters not in self.columns:
            cell = CELL.fullmatch(place)
            if cell is None:
                raise CellCoordinatesException(place)
            self.columns[letters] = column_index_from_string(cell.group(1).upper()) - 1
        return self.columns[letters]

    def _start_row(self, about: dict[str, str]) -> None:
        row = int(float(about["r"])) - 1 if "r" in about else self.row + 1
        # A row that comes twice, or before one above it, is as broken as one beyond the last.
        if not self.row < row < MOST_ROWS:
            raise ValueError(about.get("r"))
        self.found.rows.extend([] for _ in range(row - len(self.found.rows)))
        self.row, self.column, self.cells = row, -1, []
        if about.get("hidden") in {"1", "true"}:
            self.found.hidden_rows.add(row)

    def _end_cell(self) -> None:
        missing = self.column + 1 - len(self.cells)
        if missing > 0:
            self.count += missing
            if self.count > self.most_cells:
                raise TooManyCells
            self.cells.extend([None] * missing)
        value = self._typed()
        if value is None:
            return
        self.cells[self.column] = value
        if isinstance(value, str):
            if self.style in self.styles.capitals and not value.isascii():
                self.found.capitals.add((self.row, self.column))
        elif self.style in self.styles.percents and isinstance(value, int | float):
            self.found.percents.add((self.row, self.column))
        elif self.style in self.styles.smaller and isinstance(value, int | float):
            self.found.shown_smaller.add((self.row, self.column))

    def _typed(self) -> Typed:
        if self.kind == "inlineStr":
            return None if self.inline is None else "".join(self.inline)
        text = "".join(self.value or ())
        if not text:
            return None
        if self.kind == "s":
            return self.strings[int(text)]
        if self.kind == "n":
            return self._number(text)
        if self.kind == "b":
            return bool(int(text))
        return self._instant(text) if self.kind == "d" else text

    def _number(self, text: str) -> Typed:
        # More digits than Excel holds are no whole number that anybody typed.
        number = int(text) if len(text) < MOST_DIGITS and text.lstrip("-").isdecimal() else float(text)
        if self.style not in self.styles.dates:
            return number
        is_duration = self.style in self.styles.durations
        try:
            moment = from_excel(number, self.styles.epoch, timedelta=is_duration)
        except (OverflowError, ValueError):
            return "#VALUE!"
        if self.style in self.styles.years and isinstance(moment, dt.date):
            return moment.year
        return str(moment) if isinstance(moment, dt.timedelta) else moment

    @staticmethod
    def _instant(text: str) -> Typed:
        moment = from_ISO8601(text)
        return str(moment) if isinstance(moment, dt.timedelta) else moment
