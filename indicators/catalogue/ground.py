"""What a map of the districts is drawn on: the office's own borders of that day, else our schematic."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from indicators.catalogue.borders import Borders, FaultyBorders, borders
from indicators.catalogue.outline import Outline
from indicators.catalogue.schematic import schematic


@dataclass(frozen=True)
class Ground:
    """The districts as outlines on a plane; x runs to the right and y down, both from the upper left corner.

    `attribution` is what the office's file wants printed. `lacks_day` says that there are files of borders, but none
    for the day asked about.
    """

    width: float
    height: float
    outlines: tuple[Outline, ...]
    is_schematic: bool
    attribution: str = ""
    faults: tuple[FaultyBorders, ...] = ()
    lacks_day: bool = False


def ground(as_of: int, folder: Path | None = None) -> Ground | None:
    """Return the districts with the borders of 31 December of a year; None where there is no drawing of them at all.

    Of two files for that day the one whose borders began later counts. Raises BrokenCatalogue.
    """
    found = borders(folder)
    faults = tuple(each for each in found if isinstance(each, FaultyBorders))
    known = [each for each in found if isinstance(each, Borders)]
    held = [each for each in known if each.held_on(dt.date(as_of, 12, 31))]
    if held:
        latest = max(held, key=lambda each: each.first_day or dt.date.min)
        return Ground(latest.width, latest.height, latest.outlines, False, latest.attribution, faults)
    drawn = schematic()
    if drawn is None:
        return None
    outlines = tuple(Outline(shape.district, (shape.points,), shape.label) for shape in drawn.shapes)
    return Ground(drawn.width, drawn.height, outlines, True, faults=faults, lacks_day=bool(known))
