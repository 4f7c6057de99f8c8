"""Rows of words as a table of text, for a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

GAP = "  "


def columns(titles: Sequence[str], rows: Iterable[Sequence[str]], *, right: frozenset[int] = frozenset()) -> list[str]:
    """Return aligned lines, titles first; the columns in `right` are set flush right."""
    table = [list(titles), *(list(row) for row in rows)]
    widths = [max(_width(row[column]) for row in table) for column in range(len(titles))]
    rule = ["─" * width for width in widths]
    return [
        GAP.join(_set(cell, widths[column], is_right=column in right) for column, cell in enumerate(row)).rstrip()
        for row in (table[0], rule, *table[1:])
    ]


def _set(cell: str, width: int, *, is_right: bool) -> str:
    space = " " * (width - _width(cell))
    return space + cell if is_right else cell + space


def _width(cell: str) -> int:
    return sum(1 for letter in unicodedata.normalize("NFC", cell) if not unicodedata.combining(letter))
