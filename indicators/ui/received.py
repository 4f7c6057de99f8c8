"""A cell of a file that was received: who published the file and why, and what stands around the cell in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from indicators.intake import Answers, RawSheet, answered, read
from indicators.store import Commit, Store

ROWS_EACH_WAY = 4
COLUMNS_EACH_WAY = 3
# What an address names beside the selection: the version that brought the file, its sheet, the cell.
KEY_BY_FIELD: Mapping[str, str] = {"upload": "tep", "sheet": "trang", "cell": "o"}
LONGEST_VALUE = 120
LETTERS_AND_ROW = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
UPLOAD = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True)
class Place:
    """The cell an address asks for, as typed there."""

    upload: str
    sheet: str | None = None
    cell: str | None = None


@dataclass(frozen=True)
class Excerpt:
    """The cells around one: their columns' and rows' names, their texts, and where among them the one stands."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    row: int
    column: int

    @property
    def text(self) -> str:
        """The text of the cell itself."""
        return self.rows[self.row][1][self.column]


@dataclass(frozen=True)
class Received:
    """What is known of a cell: the commit that brought its file, and the excerpt; `missing` names what is not there.

    `mended` is what the clerk put in the cell's place when the file was published.
    """

    commit: Commit | None
    sheet: str | None = None
    excerpt: Excerpt | None = None
    missing: str = ""
    mended: str | None = None


def place_in(params: Mapping[str, str]) -> Place | None:
    """Return the cell that an address asks for, None where it names no upload."""
    upload, sheet, cell = (params.get(key, "").strip()[:LONGEST_VALUE] for key in KEY_BY_FIELD.values())
    return Place(upload, sheet or None, cell or None) if upload else None


def query_of(place: Place) -> dict[str, str]:
    """Return the address of a cell, without the selection."""
    asked = ((key, getattr(place, field)) for field, key in KEY_BY_FIELD.items())
    return {key: value for key, value in asked if value}


def find(store: Store, place: Place, *, version: int) -> Received:
    """Return what is known of a cell up to a version of the store; raises UnreadableFile and UnknownReceived."""
    number = int(place.upload) if UPLOAD.fullmatch(place.upload) else -1
    commit = next((each for each in store.history() if each.version == number and number <= version), None)
    if commit is None:
        return Received(None, missing="upload")
    if commit.sha256 is None or commit.file is None:
        return Received(commit, missing="file")
    book = read(PurePath(commit.file).name, store.received(commit.sha256).read_bytes())
    if commit.answers:
        book, _ = answered(book, Answers.from_json(commit.answers))
    sheet = next((each for each in book.sheets if place.sheet in (each.name, None)), None)
    if sheet is None:
        return Received(commit, missing="sheet")
    at = position_of(place.cell or "", sheet)
    if at is None:
        return Received(commit, sheet.name, missing="cell")
    mended = sheet.text(*at) if at in sheet.mended else None
    return Received(commit, sheet.name, excerpt_of(sheet, *at), mended=mended)


def position_of(address: str, sheet: RawSheet) -> tuple[int, int] | None:
    """Return the row and column of an address, from 0; None where the sheet has no such cell."""
    if sheet.column_names is None:
        found = LETTERS_AND_ROW.fullmatch(address.upper())
        row, column = (int(found[2]) - 1, _column(found[1])) if found else (-1, -1)
    else:
        name, _, number = address.rpartition(" ")
        known = number.isascii() and number.isdigit() and name in sheet.column_names
        row, column = (int(number), sheet.column_names.index(name)) if known else (-1, -1)
    is_there = 0 <= row < len(sheet.rows) and 0 <= column < sheet.width
    return (row, column) if is_there else None


def excerpt_of(sheet: RawSheet, row: int, column: int) -> Excerpt:
    """Return a cell with up to four rows and three columns on each side."""
    rows = range(max(0, row - ROWS_EACH_WAY), min(len(sheet.rows), row + ROWS_EACH_WAY + 1))
    columns = range(max(0, column - COLUMNS_EACH_WAY), min(sheet.width, column + COLUMNS_EACH_WAY + 1))
    is_columnar = sheet.column_names is not None
    return Excerpt(
        columns=tuple(sheet.address(0, each).removesuffix("" if is_columnar else "1") for each in columns),
        rows=tuple(
            (str(each if is_columnar else each + 1), tuple(_as_received(sheet, each, at) for at in columns))
            for each in rows
        ),
        row=row - rows.start,
        column=column - columns.start,
    )


def _as_received(sheet: RawSheet, row: int, column: int) -> str:
    return sheet.raw(row, column) if (row, column) in sheet.mended else sheet.text(row, column)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
