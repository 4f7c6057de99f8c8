"""A book with what its clerk said: cells hold what was put into them, and remember what was typed."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.utils.exceptions import CellCoordinatesException

from indicators.intake.answer import Answer, Answers
from indicators.intake.book import Position, RawBook, RawSheet, Typed
from indicators.intake.columns import Columns
from indicators.intake.finding import Finding, Severity
from indicators.intake.letters import tidy

# How far beyond its last row and column a sheet may be written on.
MOST_ROWS_BEYOND, MOST_COLUMNS_BEYOND = 50, 20


def answered(book: RawBook, answers: Answers) -> tuple[RawBook, tuple[Finding, ...]]:
    """Return the book as the clerk's answers make it, and a warning for each answer that fits no cell any more."""
    if not answers:
        return book, ()
    names = {sheet.name for sheet in book.sheets}
    strays = [_stray(answer) for answer in answers if answer.sheet not in names]
    sheets = []
    for sheet in book.sheets:
        own = [answer for answer in answers if answer.sheet == sheet.name]
        kept, stale = _sorted(sheet, own)
        strays += [_stray(answer) for answer in stale]
        sheets.append(_mended(dataclasses.replace(sheet, answers=Answers.of(kept)), kept) if kept else sheet)
    return dataclasses.replace(book, sheets=tuple(sheets)), tuple(strays)


def position_of(sheet: RawSheet, address: str) -> Position | None:
    """Return the row and column of an address, both from 0: of B24, or of "value 24" in a Parquet file."""
    if sheet.column_names is None:
        try:
            row, column = coordinate_to_tuple(address)
        except (CellCoordinatesException, ValueError):
            return None
        return row - 1, column - 1
    if address in sheet.column_names:
        return 0, sheet.column_names.index(address)
    name, _, number = address.rpartition(" ")
    return (int(number), sheet.column_names.index(name)) if name in sheet.column_names and number.isdecimal() else None


def _sorted(sheet: RawSheet, answers: Iterable[Answer]) -> tuple[list[Answer], list[Answer]]:
    """Return the answers that fit their cells, and those whose cell holds something else than when they were given."""
    kept: list[Answer] = []
    stale: list[Answer] = []
    for answer in answers:
        (kept if _fits(sheet, answer) else stale).append(answer)
    return kept, stale


def _fits(sheet: RawSheet, answer: Answer) -> bool:
    if answer.cell is None:
        return not answer.is_mend
    at = position_of(sheet, answer.cell)
    if at is None or at[0] >= len(sheet.rows) + MOST_ROWS_BEYOND or at[1] >= sheet.width + MOST_COLUMNS_BEYOND:
        return False
    return answer.typed is None or tidy(answer.typed) == tidy(sheet.text(*at) if at[0] < len(sheet.rows) else "")


def _mended(sheet: RawSheet, answers: Iterable[Answer]) -> RawSheet:
    put = dict(_put(sheet, answers))
    if not put:
        return sheet
    as_typed = dict(sheet.as_typed)
    for row, column in put:
        as_typed[row, column] = sheet.raw(row, column) if row < len(sheet.rows) else ""
    cells = put.keys()
    return dataclasses.replace(
        sheet,
        rows=_with(sheet.rows, put),
        as_typed=as_typed,
        mended=sheet.mended | cells,
        percents=sheet.percents - cells,
        formulas=sheet.formulas - cells,
    )


def _with(rows: Sequence[Sequence[Typed]], put: Mapping[Position, Typed]) -> Sequence[Sequence[Typed]]:
    """Return rows with what is put into them."""
    if isinstance(rows, Columns):
        return rows.with_cells(put)
    own: list[list[Typed]] = [list(cells) for cells in rows]
    own += [[] for _ in range(max(row for row, _ in put) + 1 - len(own))]
    for (row, column), value in put.items():
        own[row] += [None] * (column + 1 - len(own[row]))
        own[row][column] = value
    return own


def _put(sheet: RawSheet, answers: Iterable[Answer]) -> Iterator[tuple[Position, Typed]]:
    for answer in answers:
        at = position_of(sheet, answer.cell or "") if answer.is_mend else None
        if at is not None:
            yield at, (answer.value or None) if answer.about == "cell" else _number(answer.value)


def _number(written: str) -> Typed:
    """Return a number from its JSON; what is none stays the text it is, and is complained of like any other."""
    try:
        number = json.loads(written)
    except ValueError:
        return written
    return number if isinstance(number, int | float) and not isinstance(number, bool) else written


def _stray(answer: Answer) -> Finding:
    figures = {"answer": answer.value}
    return Finding(Severity.WARNING, "answer_not_used", answer.sheet, answer.cell, answer.typed, figures)
