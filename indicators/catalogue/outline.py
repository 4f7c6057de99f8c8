"""A district as corners on a plane: what lies in it, how wide it is, where its name has most room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
# How many lines across a district are tried for its name.
LINES_TRIED = 24
# A line of text is so many times as wide as two lines of it are tall.
WIDE_FOR_TALL = 2.0


@dataclass(frozen=True)
class Outline:
    """One district: its rings, each a closed row of corners, and where its name stands, in it or beside it."""

    district: str
    rings: tuple[tuple[Point, ...], ...]
    label: Point

    @classmethod
    def around(cls, district: str, rings: tuple[tuple[Point, ...], ...]) -> Outline:
        """Return the outline of these rings with the name where it has most room."""
        return cls(district, rings, _roomiest(rings))

    @property
    def middle(self) -> Point:
        """The point that has most room around it."""
        return _roomiest(self.rings)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The least x and y, then the greatest x and y."""
        xs, ys = [x for ring in self.rings for x, _ in ring], [y for ring in self.rings for _, y in ring]
        return min(xs), min(ys), max(xs), max(ys)

    def holds(self, point: Point) -> bool:
        """Whether a point lies in the district."""
        x, y = point
        return sum(at > x for at in _crossings(self.rings, y)) % 2 == 1

    def width_at(self, point: Point) -> float:
        """Return how wide something with its middle at a point may be without leaving the district there."""
        return _room(self.rings, point[0], point[1])

    def height_at(self, point: Point) -> float:
        """Return how tall something with its middle at a point may be without leaving the district there."""
        return _room(_turned(self.rings), point[1], point[0])


def _room(rings: Sequence[Sequence[Point]], x: float, y: float) -> float:
    return next((2 * min(x - start, end - x) for start, end in _chords(rings, y) if start <= x <= end), 0.0)


def _roomiest(rings: Sequence[Sequence[Point]]) -> Point:
    """Return the middle of the line across that leaves most room for words: wide, and not in a narrow neck."""
    ys = [y for ring in rings for _, y in ring]
    low, high = min(ys), max(ys)
    turned = _turned(rings)
    best, most = (rings[0][0][0], rings[0][0][1]), -1.0
    for line in range(1, LINES_TRIED):
        y = low + (high - low) * line / LINES_TRIED
        for start, end in _chords(rings, y):
            x = (start + end) / 2
            room = min(end - start, _room(turned, y, x) * WIDE_FOR_TALL)
            if room > most:
                best, most = (x, y), room
    return best


def _turned(rings: Sequence[Sequence[Point]]) -> list[list[Point]]:
    return [[(y, x) for x, y in ring] for ring in rings]


def _chords(rings: Sequence[Sequence[Point]], y: float) -> list[tuple[float, float]]:
    found = _crossings(rings, y)
    return list(zip(found[::2], found[1::2], strict=False))


def _crossings(rings: Sequence[Sequence[Point]], y: float) -> list[float]:
    """Return where the borders cross a line from left to right, in order."""
    return sorted(
        low[0] + (y - low[1]) * (high[0] - low[0]) / (high[1] - low[1])
        for ring in rings
        for low, high in pairwise((*ring, ring[0]))
        if (low[1] > y) != (high[1] > y)
    )
