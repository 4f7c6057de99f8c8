"""How much room a text takes: an estimate by letter widths, so that no slide needs to be opened to be laid out."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache

# Widths of Arial's letters in thousandths of the size; a letter with marks is as wide as without them.
NARROW, SLIM, HALF, REGULAR, WIDE, WIDEST = 278, 333, 500, 556, 722, 889
WIDTHS = {
    **dict.fromkeys("ijlI.,:;/!|' \u00a0\u202f·", NARROW),
    **dict.fromkeys("frt()[]-–", SLIM),
    **dict.fromkeys("cksvxyzJ", HALF),
    **dict.fromkeys("CDHNRUwGOQ", WIDE),
    **dict.fromkeys("ABEKPSVXY&", 667),
    **dict.fromkeys("mM%W@…—", WIDEST),
    **dict.fromkeys("FTLZ", 611),
}
BOLD = 1.07
LINE = 1.2


@cache
def _width(letter: str) -> int:
    return WIDTHS.get(unicodedata.normalize("NFD", letter)[0], REGULAR)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a line of text in points."""
    return sum(map(_width, text)) * size / 1000 * (BOLD if bold else 1)


def lines(text: str, size: float, room: float, *, bold: bool = False) -> int:
    """Return how many lines a text takes in a room of that many points, broken between words as a slide breaks it."""
    return sum(_lines_of(paragraph, size, room, bold=bold) for paragraph in text.split("\n"))


def _lines_of(text: str, size: float, room: float, *, bold: bool) -> int:
    count, used, space = 1, 0.0, width(" ", size, bold=bold)
    for word in text.split(" "):
        wanted = width(word, size, bold=bold)
        if used and used + space + wanted > room:
            count, used = count + 1, 0.0
        used += wanted + (space if used else 0.0)
        while used > room:
            # A word longer than the line, an address of a page, is broken where the line ends.
            count, used = count + 1, used - room
    return count


def height(text: str, size: float, room: float, *, bold: bool = False) -> float:
    """Return the height of a text in points in a room of that width."""
    return lines(text, size, room, bold=bold) * size * LINE


def largest(text: str, sizes: Sequence[float], *, room: float, tall: float, bold: bool = False) -> float:
    """Return the first of the sizes, the largest first, with which a text keeps to its box; else the last of them."""
    return next((size for size in sizes if height(text, size, room, bold=bold) <= tall), sizes[-1])


def shortened(text: str, size: float, *, room: float, tall: float, bold: bool = False) -> str:
    """Return a text, cut at a word and marked with … where it would not keep to its box."""
    if height(text, size, room, bold=bold) <= tall:
        return text
    words = text.split(" ")
    while len(words) > 1 and height(" ".join(words) + "…", size, room, bold=bold) > tall:
        words.pop()
    return " ".join(words).rstrip(" ,;:.–") + "…"
