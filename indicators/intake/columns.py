"""A long sheet kept by its columns: each different thing of a column once, and which of them stands in each row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from operator import eq
from typing import TYPE_CHECKING, Any, overload

import numpy as np

if TYPE_CHECKING:
    from indicators.intake.book import Position, Typed

# As many lines as Excel shows, and all columns of the template in them.
MOST_ROWS = 1_048_576
MOST_CELLS = 16 * MOST_ROWS
# Few enough to stay in the processor's own memory until they are numbered.
MOST_CELLS_AT_ONCE = 20_000
# A table is even enough while with the cells that its shorter rows lack it is not so much larger.
MOST_TIMES_ITS_CELLS, MOST_CELLS_LACKING = 2, 1_000_000
# As many columns as Excel shows; each costs something before it holds a single cell.
MOST_COLUMNS = 16_384


@dataclass(frozen=True, eq=False)
class TypedColumn:
    """One column: its different cells, and for each row the number of the one it holds."""

    different: Sequence[Typed]
    codes: np.ndarray

    @classmethod
    def of(cls, cells: Iterable[Typed]) -> TypedColumn:
        """Return cells as a column; 1, 1.0 and TRUE are different things."""
        numbering = Numbering()
        codes = numbering.codes([cell if isinstance(cell, str) else (type(cell), cell) for cell in cells])
        return cls([one if isinstance(one, str) else one[1] for one in numbering.different], codes)

    def used(self, rows: np.ndarray) -> np.ndarray:
        """Return which of its different cells stand in those rows."""
        is_used = np.zeros(len(self.different), dtype=bool)
        is_used[self.codes[rows]] = True
        return is_used

    def are(self, is_so: Callable[[Typed], bool], rows: np.ndarray | None = None) -> np.ndarray:
        """Return for each row, or some, whether its cell is so; each different cell is asked once."""
        if rows is None:
            answers = np.fromiter(map(is_so, self.different), dtype=bool, count=len(self.different))
            return np.asarray(answers[self.codes])
        answers = np.zeros(len(self.different), dtype=bool)
        for code in np.flatnonzero(self.used(rows)).tolist():
            answers[code] = is_so(self.different[code])
        return np.asarray(answers[self.codes[rows]])

    def first_rows(self) -> np.ndarray:
        """Return for each different cell the first row that holds it, the number of rows for one that none holds."""
        first = np.full(len(self.different), len(self.codes), dtype=np.int64)
        first[self.codes[::-1]] = np.arange(len(self.codes) - 1, -1, -1)
        return first

    def counts(self) -> np.ndarray:
        """Return for each different cell how many rows hold it."""
        return np.bincount(self.codes, minlength=len(self.different))

    def with_cells(self, put: Mapping[int, Typed], rows: int) -> TypedColumn:
        """Return a column of so many rows that holds something else in some of them."""
        different = [*self.different, None, *put.values()]
        codes = np.full(rows, len(self.different), dtype=np.int32)
        codes[: len(self.codes)] = self.codes
        codes[list(put)] = np.arange(len(put)) + len(self.different) + 1
        return TypedColumn(different, codes)


class Numbering:
    """Numbers given to things in the order in which they come, the same thing the same number."""

    def __init__(self) -> None:
        self._known: defaultdict[Any, int] = defaultdict()
        self._known.default_factory = self._known.__len__

    def codes(self, things: Sequence[Any]) -> np.ndarray:
        """Return the numbers of some things."""
        return np.fromiter(map(self._known.__getitem__, things), dtype=np.int32, count=len(things))

    @property
    def different(self) -> list[Any]:
        """The things in the order of their numbers."""
        return list(self._known)


class Columns(Sequence[Sequence["Typed"]]):
    """The rows of a sheet, kept by column; a row ends with its last cell."""

    def __init__(self, columns: Sequence[TypedColumn], rows: int) -> None:
        self.columns = tuple(columns)
        self._rows = rows

    def __len__(self) -> int:
        return self._rows

    @overload
    def __getitem__(self, row: int) -> list[Typed]: ...
    @overload
    def __getitem__(self, row: slice) -> list[list[Typed]]: ...
    def __getitem__(self, row: int | slice) -> list[Typed] | list[list[Typed]]:
        """Return one row, or several."""
        if isinstance(row, slice):
            return [self[at] for at in range(*row.indices(self._rows))]
        if not -self._rows <= row < self._rows:
            raise IndexError(row)
        cells = [column.different[column.codes[row]] for column in self.columns]
        while cells and cells[-1] is None:
            cells.pop()
        return cells

    def __iter__(self) -> Iterator[list[Typed]]:
        return (self[row] for row in range(self._rows))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, map(list, other)))

    __hash__ = None  # type: ignore[assignment]

    def cell(self, row: int, column: int) -> Typed:
        """Return one cell, None beyond the last column."""
        if column >= len(self.columns):
            return None
        held = self.columns[column]
        code: int = held.codes[row]
        return held.different[code]

    def with_cells(self, put: Mapping[Position, Typed]) -> Columns:
        """Return the rows with something else in some cells, and as many more rows and columns as these need."""
        rows = max(self._rows, *(row + 1 for row, _ in put))
        width = max(len(self.columns), *(column + 1 for _, column in put))
        nothing = TypedColumn([None], np.zeros(self._rows, dtype=np.int32))
        columns = [*self.columns, *[nothing] * (width - len(self.columns))]
        return Columns(
            [
                column.with_cells({row: cell for (row, place), cell in put.items() if place == at}, rows)
                for at, column in enumerate(columns)
            ],
            rows,
        )


class Gathering:
    """Rows that arrive one by one and are kept by their columns, unless one of them is far longer than the others."""

    def __init__(self) -> None:
        self.cells = self.rows = 0
        self._waiting: list[Sequence[Typed]] = []
        self._width = 0
        self._numberings: list[Numbering] = []
        self._codes: list[list[np.ndarray]] = []
        self._uneven: list[Sequence[Typed]] | None = None

    def add(self, row: Sequence[Typed]) -> None:
        """Take one more row."""
        self.cells += len(row)
        self.rows += 1
        self._width = max(self._width, len(row))
        self._waiting.append(row)
        if len(self._waiting) * self._width > MOST_CELLS_AT_ONCE:
            self._keep()

    def all(self) -> Sequence[Sequence[Typed]]:
        """Return all rows."""
        self._keep()
        return self._columns() if self._uneven is None else self._uneven

    def _keep(self) -> None:
        if self._uneven is None and self._is_uneven():
            kept = self.rows - len(self._waiting)
            self._uneven = list(self._columns(kept))
            self._numberings, self._codes = [], []
        if self._uneven is not None:
            self._uneven += self._waiting
        else:
            self._encode()
        self._waiting = []

    def _is_uneven(self) -> bool:
        most = MOST_TIMES_ITS_CELLS * self.cells + MOST_CELLS_LACKING
        return self._width > MOST_COLUMNS or self._width * self.rows > most

    def _encode(self) -> None:
        before = self.rows - len(self._waiting)
        for at, cells in enumerate(zip_longest(*self._waiting)):
            if at == len(self._codes):
                self._numberings.append(Numbering())
                self._codes.append([self._numberings[at].codes([None] * before)])
            self._codes[at].append(self._numberings[at].codes(cells))
        for at in range(max(map(len, self._waiting), default=0), len(self._codes)):
            self._codes[at].append(self._numberings[at].codes([None] * len(self._waiting)))

    def _columns(self, rows: int | None = None) -> Columns:
        columns = [
            TypedColumn(numbering.different, np.concatenate(codes))
            for numbering, codes in zip(self._numberings, self._codes, strict=True)
        ]
        return Columns(columns, self.rows if rows is None else rows)
