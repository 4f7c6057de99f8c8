"""The districts as a drawing without a scale, from data/catalogue/schematic.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from indicators.catalogue.loading import FOLDER, load
from indicators.catalogue.tables import Table, read_toml

FILE = "schematic.toml"
FEWEST_CORNERS = 3

Point = tuple[float, float]


@dataclass(frozen=True)
class Shape:
    """One district of the drawing: its corners in order, and where its name stands."""

    district: str
    points: tuple[Point, ...]
    label: Point

    @property
    def middle(self) -> Point:
        """The mean of the corners."""
        return sum(x for x, _ in self.points) / len(self.points), sum(y for _, y in self.points) / len(self.points)

    @property
    def holds_label(self) -> bool:
        """Whether the name stands inside the district, so that no line must lead to it."""
        x, y = self.label
        crossings = (
            (low[1] > y) != (high[1] > y) and x < low[0] + (y - low[1]) * (high[0] - low[0]) / (high[1] - low[1])
            for low, high in pairwise((*self.points, self.points[0]))
        )
        return sum(crossings) % 2 == 1


@dataclass(frozen=True)
class Schematic:
    """The whole drawing; x runs to the right and y down, both from the upper left corner."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


@cache
def schematic(folder: Path = FOLDER) -> Schematic | None:
    """Return the drawing of the province's districts, None where it has none; raises BrokenCatalogue."""
    if not (folder / FILE).exists():
        return None
    table = read_toml(folder / FILE)
    width, height = table.positive_number("width"), table.positive_number("height")
    named = table.points("points")
    shapes = tuple(_shape(entry, named) for entry in table.tables("shape", at_least=1))
    table.done()
    drawn, known = [shape.district for shape in shapes], [district.code for district in load(folder).districts]
    if sorted(drawn) != sorted(known):
        raise table.broken(
            why=f"one [[shape]] for each of {', '.join(sorted(known))} is needed, not {', '.join(drawn)}"
        )
    outside = [name for name, (x, y) in named.items() if not (0 <= x <= width and 0 <= y <= height)]
    if outside:
        raise table.broken(why=f"outside the drawing: {', '.join(outside)}")
    return Schematic(width, height, shapes)


def _shape(entry: Table, named: dict[str, Point]) -> Shape:
    names = entry.texts("points")
    unknown = [name for name in names if name not in named]
    if unknown or len(set(names)) != len(names) or len(names) < FEWEST_CORNERS:
        raise entry.broken(why=f"points must be three or more different names of [points]; unknown: {unknown}")
    shape = Shape(entry.text("district"), tuple(named[name] for name in names), entry.point("label"))
    entry.done()
    return shape
