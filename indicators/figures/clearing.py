"""Where a label stands clear of lines, marks and other labels, reckoned as on the narrowest phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

# What the narrowest phone leaves for a chart with figures on its left: what is clear there is clear everywhere.
WIDTH_PX = 270.0
CHARACTER_PX = 6.2
LINE_PX = 18.0
MARK_PX = 6.0
STEPS_OF_A_LINE = 12

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """What something takes of a chart, in pixels from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def shared(self, other: Box) -> float:
        """Return how much room two share."""
        across = min(self.right, other.right) - max(self.left, other.left)
        upward = min(self.top, other.top) - max(self.bottom, other.bottom)
        return across * upward if across > 0 and upward > 0 else 0.0


@dataclass
class Clearing:
    """A chart between two ranges, and what is taken of it so far."""

    across: Sequence[float]
    upward: Sequence[float]
    height_px: float
    taken: list[Box] = field(default_factory=list)

    def take_line(self, points: Sequence[Point]) -> None:
        """Take what a line through some points covers, the points' marks with it."""
        pixels = [self._pixels(*point) for point in points]
        steps = [share / STEPS_OF_A_LINE for share in range(STEPS_OF_A_LINE + 1)]
        passed = [
            (x + (to_x - x) * share, y + (to_y - y) * share)
            for (x, y), (to_x, to_y) in pairwise(pixels)
            for share in steps
        ]
        for x, y in passed or pixels:
            self.taken.append(Box(x - MARK_PX, y - MARK_PX, x + MARK_PX, y + MARK_PX))

    def place(self, point: Point, characters: int, lines: int, shifts: Sequence[float], *, reaching: float) -> float:
        """Take the room of a label and return by which of some shifts it stands from its point.

        It is the first with which the label is clear of all that is taken, or lies on the least of it. `reaching` is
        the share of the label that lies to the left of its point.
        """
        boxes = [self._box(point, characters, lines, shift, reaching) for shift in shifts]
        chosen = min(range(len(boxes)), key=lambda at: sum(boxes[at].shared(other) for other in self.taken))
        self.taken.append(boxes[chosen])
        return shifts[chosen]

    def free(self, point: Point, characters: int, shifts: Sequence[float]) -> float | None:
        """Take the room of a line of text by the first shift that leaves it clear; None if none does."""
        for shift in shifts:
            box = self._box(point, characters, 1, shift, 0.5)
            if not any(map(box.shared, self.taken)):
                self.taken.append(box)
                return shift
        return None

    def _box(self, point: Point, characters: int, lines: int, shift: float, reaching: float) -> Box:
        x, y = self._pixels(*point)
        width, height = characters * CHARACTER_PX, lines * LINE_PX
        left, bottom = x - reaching * width, y + shift - (height if shift < 0 else 0)
        return Box(left, bottom, left + width, bottom + height)

    def _pixels(self, at: float, value: float) -> Point:
        (first, last), (low, high) = self.across, self.upward
        return (at - first) / (last - first) * WIDTH_PX, (value - low) / (high - low) * self.height_px
