"""The table of `make bench`: each line a figure, what it is measured against, its target, and whether it is reached."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

REACHED, MISSED, NOT_MEASURED = "✓", "✗", "–"


@dataclass(frozen=True)
class Line:
    """One figure and its target: `at_most` or `at_least`; a figure that could not be taken is None."""

    what: str
    figure: float | None
    unit: str
    at_most: float | None = None
    at_least: float | None = None

    @property
    def is_reached(self) -> bool | None:
        """Whether the figure is as good as its target; None where there is no figure."""
        if self.figure is None:
            return None
        return (self.at_most is None or self.figure <= self.at_most) and (
            self.at_least is None or self.figure >= self.at_least
        )

    @property
    def target(self) -> str:
        """The target as it is read."""
        return f"≤ {self.at_most:g}" if self.at_most is not None else f"≥ {self.at_least:g}"

    @property
    def mark(self) -> str:
        """Reached, missed, or not measured."""
        return {True: REACHED, False: MISSED, None: NOT_MEASURED}[self.is_reached]

    def told(self) -> dict[str, object]:
        """Return the line for the JSON file."""
        return {**asdict(self), "reached": self.is_reached}


def ratio(figure: float | None, yardstick: float | None) -> float | None:
    """Return how many times the yardstick a figure is, None where one of them is missing."""
    return round(figure / yardstick, 2) if figure is not None and yardstick else None


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return rows as aligned text under their columns, words to the left and figures to the right."""
    cells = [list(columns), *([("–" if cell is None else f"{cell}") for cell in row] for row in rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(columns))]
    written = (
        [f"{row[0]:<{widths[0]}}", *(f"{cell:>{width}}" for cell, width in zip(row[1:], widths[1:], strict=True))]
        for row in cells
    )
    return "\n".join("  ".join(row) for row in written)


def report(lines: Iterable[Line]) -> str:
    """Return the table of lines."""
    rows = [(line.what, line.figure, line.unit, line.target, line.mark) for line in lines]
    return table(("what", "figure", "unit", "target", ""), rows)
