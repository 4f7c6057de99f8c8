"""The head of a table: one to five rows, some cells spanning others, that together say what each column holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from openpyxl.utils.cell import coordinate_to_tuple

from indicators.intake.answer import About
from indicators.intake.book import Position, RawSheet, is_blank
from indicators.intake.dates import Heading, heading_from
from indicators.intake.letters import tidy

MOST_ROWS_ABOVE = 3
MOST_ROWS_BELOW = 3
UNIT_LINE = re.compile(r"(?:đơn\s+vị(?:\s+tính)?|đvt|unit)\s*[:：]", re.IGNORECASE)
TITLE = re.compile(r"\s*(?:biểu|bảng|phụ lục|table)\b", re.IGNORECASE)
LONGEST_HEAD = 80
COLUMN_NUMBER = re.compile(r"\(?\s*(?:[A-Za-z]|\d{1,2})\s*\)?")
FIGURE = re.compile(r"[-−+]?\d[\d.,\s]*%?|[-–—…x:]|\.{2,3}")

Part = tuple[Position, str]


@dataclass(frozen=True)
class Head:
    """What the head says of one column: its year and period, and the other words that stand over or under them."""

    column: int
    heading: Heading
    about: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Band:
    """The rows of a head, first and last, with the columns of figures; `end` is its last row with their numbers."""

    top: int
    bottom: int
    end: int
    heads: tuple[Head, ...]


def band_at(sheet: RawSheet, row: int, least: int, is_unit: Callable[[str], bool]) -> Band | None:
    """Return the head that a row belongs to, where at least so many columns are given a year.

    `is_unit` says whether a cell holds a unit and nothing else.
    """
    answers = columns_answered(sheet, row)
    years = [
        column
        for column in range(max(len(sheet.rows[row]), *(column + 1 for column in answers), 0))
        if (answers[column] if column in answers else heading_from(sheet.text(row, column)))
    ]
    if len(years) < (1 if answers else least):
        return None
    first = years[0]
    bottom = _bottom(sheet, row, first)
    top = _top(sheet, row, first, is_unit)
    rows = range(top, bottom + 1)
    columns = range(first, sheet.width)
    heads = [
        head
        for column in columns
        if (head := _answered_head(column, answers) or _head(column, _parts(sheet, rows, column, first))) is not None
        and answers.get(column, head.heading) is not None
    ]
    if len(heads) < (1 if answers else least):
        return None
    return Band(top, bottom, _past_numbers(sheet, bottom), tuple(heads))


def columns_answered(sheet: RawSheet, row: int) -> dict[int, Heading | None]:
    """Return what the clerk says that columns headed on this row hold, None for one that is not to be read."""
    found: dict[int, Heading | None] = {}
    for answer in sheet.answers:
        at = coordinate_to_tuple(answer.cell) if answer.about is About.COLUMN and answer.cell else (0, 0)
        if at[0] == row + 1:
            found[at[1] - 1] = heading_from(answer.value)
    return found


def _answered_head(column: int, answers: Mapping[int, Heading | None]) -> Head | None:
    heading = answers.get(column)
    return None if heading is None else Head(column, heading)


def _head(column: int, parts: list[Part]) -> Head | None:
    """Return what the parts say, leaving out words of something else above them or below."""
    said = [text for _, text in parts]
    for start in range(len(parts)):
        if heading := heading_from(" ".join(said[start:])):
            return Head(column, heading, tuple(parts[:start]))
    for end in range(len(parts) - 1, 0, -1):
        if heading := heading_from(" ".join(said[:end])):
            return Head(column, heading, tuple(parts[end:]))
    for position, text in enumerate(said):
        if heading := heading_from(text):
            return Head(column, heading, tuple(parts[:position] + parts[position + 1 :]))
    return None


def _parts(sheet: RawSheet, rows: range, column: int, first: int) -> list[Part]:
    """Return the words over one column, top down; those of a cell that spans it count, each once."""
    found: dict[Position, str] = {}
    for row in rows:
        cell = _spanning(sheet, row, column, first, rows)
        text = tidy(sheet.text(*cell)) if cell else ""
        if cell and text and cell[1] >= first and not _is_title(text):
            found.setdefault(cell, text)
    return list(found.items())


def _spanning(sheet: RawSheet, row: int, column: int, first: int, rows: range) -> Position | None:
    """Return the cell whose words stand over a place: its own, the merged one's, or the last one to the left."""
    if (merged := sheet.merged_at(row, column)) is not None:
        return merged if merged[0] in rows else None
    if not is_blank(sheet.typed(row, column)):
        return row, column
    if row == rows[-1] or sheet.merged:
        return None
    left = [at for at in range(first, column) if not is_blank(sheet.typed(row, at))]
    if not left or left[-1] != first and len(left) == 1 and not _spans_below(sheet, row, rows, left[-1]):
        return None
    # What has nothing under it is a head of its own and spans nothing.
    return (row, left[-1]) if _spans_below(sheet, row, rows, left[-1]) else None


def _spans_below(sheet: RawSheet, row: int, rows: range, column: int) -> bool:
    return any(not is_blank(sheet.typed(below, column)) for below in range(row + 1, rows[-1] + 1))


def _is_title(text: str) -> bool:
    return len(text) > LONGEST_HEAD or bool(UNIT_LINE.search(text) or TITLE.match(text))


def _top(sheet: RawSheet, row: int, first: int, is_unit: Callable[[str], bool]) -> int:
    """Return the first row of the head: those above that hold words over the figures and are no titles."""
    top = row
    while top > 0 and row - top < MOST_ROWS_ABOVE and _has_heads(sheet, top - 1, first, is_unit):
        top -= 1
    return top


def _has_heads(sheet: RawSheet, row: int, first: int, is_unit: Callable[[str], bool]) -> bool:
    filled = [tidy(sheet.text(row, column)) for column, cell in enumerate(sheet.rows[row]) if not is_blank(cell)]
    # A unit alone on its row is the whole table's.
    if len(filled) == 1 and is_unit(filled[0]):
        return False
    cells = [(row, column) for column in range(first, len(sheet.rows[row])) if not is_blank(sheet.typed(row, column))]
    heads = [cell for cell in cells if not _is_title(tidy(sheet.text(*cell)))]
    return bool(heads) and not any(_is_figure(sheet, cell) for cell in heads)


def _is_figure(sheet: RawSheet, cell: Position) -> bool:
    text = tidy(sheet.text(*cell))
    return heading_from(text) is None and FIGURE.fullmatch(text) is not None


def _bottom(sheet: RawSheet, row: int, first: int) -> int:
    """Return the last row of the head: those below without a label and with words only."""
    bottom = row
    while bottom + 1 < len(sheet.rows) and bottom - row < MOST_ROWS_BELOW and _goes_on(sheet, bottom + 1, first):
        bottom += 1
    return bottom


def _goes_on(sheet: RawSheet, row: int, first: int) -> bool:
    if sheet.is_blank_row(row):
        return False
    labels = [column for column in range(first) if not is_blank(sheet.typed(row, column))]
    cells = [(row, column) for column in range(first, len(sheet.rows[row])) if not is_blank(sheet.typed(row, column))]
    return not labels and bool(cells) and not any(_is_figure(sheet, cell) for cell in cells)


def _past_numbers(sheet: RawSheet, bottom: int) -> int:
    """Return the row of the columns' own numbers (A, B, 1, 2, 3) where one follows the head, else the head's last."""
    if bottom + 1 >= len(sheet.rows):
        return bottom
    row = bottom + 1
    texts = [tidy(sheet.text(row, column)) for column in range(len(sheet.rows[row]))]
    filled = [text.strip("() ") for text in texts if text]
    numbers = [int(text) for text in filled if text.isdecimal()]
    is_counting = (
        len(numbers) >= 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] <= 3
    )
    return row if is_counting and all(COLUMN_NUMBER.fullmatch(text) for text in filled) and len(filled) > 2 else bottom


def groups_of(heads: tuple[Head, ...]) -> Iterator[tuple[tuple[Part, ...], tuple[Head, ...]]]:
    """Return the heads by the other words that stand with them, in the order of their columns."""
    by_words: dict[tuple[str, ...], list[Head]] = {}
    for head in heads:
        by_words.setdefault(tuple(text for _, text in head.about), []).append(head)
    for same in by_words.values():
        yield same[0].about, tuple(same)
