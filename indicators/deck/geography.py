"""The districts as shapes of the presentation's own: each can be moved, renamed and recoloured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR as THEME
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from indicators.catalogue import Schematic, Shape
from indicators.deck import fitting
from indicators.deck.charts import drawn_line
from indicators.deck.sheet import BODY_SIZE, COLOURS, Piece, Sheet, filled
from indicators.deck.stationery import Box

INSIDE_WIDTH, OUTSIDE_WIDTH = 66.0, 100.0
CAPTION = 20.0


@dataclass(frozen=True)
class Look:
    """How a district is shown: its fill, the ink on it, its name and what stands under the name."""

    fill: str
    ink: str
    name: str
    said: str


def by_status(status: str, name: str, said: str) -> Look:
    """Return the look of a district with a verdict of its own."""
    mark = COLOURS.mark(status)
    return Look(mark.fill, mark.on_fill, name, f"{mark.symbol} {said}".strip())


def draw(sheet: Sheet, box: Box, schematic: Schematic, looks: Mapping[str, Look], caption: str) -> None:
    """Draw the districts into a box, north up, with the words that say it is no survey."""
    room = box.cut(bottom=CAPTION)
    scale = min(room.width / schematic.width, room.height / schematic.height)
    left = room.left + (room.width - scale * schematic.width) / 2
    group = sheet.slide.shapes.add_group_shape()
    group.name = caption
    for shape in schematic.shapes:
        _shape(group, shape, looks[shape.district], left, room.top, scale)
    for shape in schematic.shapes:
        _label(sheet, shape, looks[shape.district], left, room.top, scale)
    sheet.write(
        Box(box.left, box.bottom - CAPTION, box.width, CAPTION), [[Piece(caption, BODY_SIZE, quiet=True)]],
        align=PP_ALIGN.CENTER,
    )  # fmt: skip


def _shape(group: Any, shape: Shape, look: Look, left: float, top: float, scale: float) -> None:  # noqa: ANN401
    corners = [(Pt(left + x * scale), Pt(top + y * scale)) for x, y in shape.points]
    builder = group.shapes.build_freeform(*corners[0])
    builder.add_line_segments(corners[1:], close=True)
    made = builder.convert_to_shape()
    made.name = look.name
    filled(made.fill, look.fill)
    drawn_line(made.line, 1.75, theme=THEME.BACKGROUND_1)
    made.shadow.inherit = False


def _label(sheet: Sheet, shape: Shape, look: Look, left: float, top: float, scale: float) -> None:
    x, y = left + shape.label[0] * scale, top + shape.label[1] * scale
    width = INSIDE_WIDTH if shape.holds_label else OUTSIDE_WIDTH
    tall = fitting.height(look.name, BODY_SIZE, width, bold=True) + BODY_SIZE * fitting.LINE
    ink = look.ink if shape.holds_label else None
    if not shape.holds_label:
        to_x, to_y = (left + shape.middle[0] * scale, top + shape.middle[1] * scale)
        start = y - tall / 2 if to_y < y else y + tall / 2
        line = sheet.slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Pt(x), Pt(start), Pt(to_x), Pt(to_y))
        drawn_line(line.line, 1.0, theme=THEME.TEXT_1)
    sheet.write(
        Box(x - width / 2, y - tall / 2, width, tall),
        [[Piece(look.name, BODY_SIZE, bold=True, colour=ink)], [Piece(look.said, BODY_SIZE, colour=ink)]],
        align=PP_ALIGN.CENTER,
        anchor=MSO_ANCHOR.MIDDLE,
    )
