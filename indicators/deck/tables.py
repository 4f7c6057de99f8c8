"""Tables on slides, as many rows a slide as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.table import _Cell
from pptx.util import Pt

from indicators.deck import fitting
from indicators.deck.sheet import BODY_SIZE, COLOURS, Piece, Sheet, dressed, filled, placed
from indicators.deck.stationery import Box

PADDING = 6.0
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


@dataclass(frozen=True)
class Cell:
    """What stands in one cell; a status colours it as a chip."""

    text: str
    status: str | None = None
    bold: bool = False


@dataclass(frozen=True)
class Columns:
    """The columns of a table: headers, shares of the width that sum to 1, and which stand to the right."""

    headers: tuple[str, ...]
    shares: tuple[float, ...]
    right: frozenset[int] = frozenset()
    size: float = BODY_SIZE


def row_height(row: Sequence[Cell], columns: Columns, width: float) -> float:
    """Return the height in points that the fullest cell of a row needs."""
    tallest = max(
        fitting.height(cell.text, columns.size, share * width - 2 * PADDING, bold=cell.bold or cell.status is not None)
        for cell, share in zip(row, columns.shares, strict=True)
    )
    return tallest + 2 * PADDING - 2


def pages(rows: Sequence[Sequence[Cell]], columns: Columns, box: Box) -> list[list[Sequence[Cell]]]:
    """Return the rows slide by slide, as evenly as they go; one that fits nowhere stands alone."""
    head = row_height([Cell(header, bold=True) for header in columns.headers], columns, box.width)
    heights = [row_height(row, columns, box.width) for row in rows]
    room = box.height - head
    needed = len(_parted(heights, room))
    # The lowest room that needs no more slides, so that none ends nearly empty.
    even = next(
        (room * share / 20 for share in range(8, 20) if len(_parted(heights, room * share / 20)) == needed), room
    )
    found, start = [], 0
    for count in _parted(heights, even):
        found.append(list(rows[start : start + count]))
        start += count
    return found


def _parted(heights: Sequence[float], room: float) -> list[int]:
    counts: list[int] = []
    used = room + 1
    for height in heights:
        if used + height > room:
            counts.append(0)
            used = 0.0
        counts[-1] += 1
        used += height
    return counts


def table(sheet: Sheet, box: Box, rows: Sequence[Sequence[Cell]], columns: Columns) -> None:
    """Draw a table: quiet headers, a thin line between rows, chips where a cell has a status."""
    head = [Cell(header, bold=True) for header in columns.headers]
    heights = [row_height(row, columns, box.width) for row in (head, *rows)]
    box = Box(box.left, box.top, box.width, sum(heights))
    frame = sheet.slide.shapes.add_table(len(rows) + 1, len(head), *placed(box))
    made = frame.table
    made._tbl.tblPr.find("{*}tableStyleId").text = PLAIN_STYLE
    made.horz_banding = False
    for position, share in enumerate(columns.shares):
        made.columns[position].width = Pt(share * box.width)
    for number, (row, height) in enumerate(zip((head, *rows), heights, strict=True)):
        made.rows[number].height = Pt(height)
        for position, (cell, drawn) in enumerate(zip(row, made.rows[number].cells, strict=True)):
            _fill(drawn, cell, columns, is_right=position in columns.right, is_head=number == 0)


def _fill(drawn: _Cell, cell: Cell, columns: Columns, *, is_right: bool, is_head: bool) -> None:
    drawn.margin_left = drawn.margin_right = Pt(PADDING)
    drawn.margin_top = drawn.margin_bottom = Pt(PADDING - 2)
    drawn.vertical_anchor = MSO_ANCHOR.MIDDLE
    mark = None if cell.status is None else COLOURS.mark(cell.status)
    paragraph = drawn.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if is_right else PP_ALIGN.LEFT
    run = paragraph.add_run()
    run.text = cell.text
    colour = None if mark is None else mark.ink
    dressed(run.font, Piece(cell.text, columns.size, cell.bold or mark is not None, quiet=is_head, colour=colour))
    if mark is None:
        drawn.fill.background()
    else:
        filled(drawn.fill, mark.tint)
    _underlined(drawn, 12700 if is_head else 6350)


def _underlined(drawn: _Cell, width: int) -> None:
    line = parse_xml(
        f'<a:lnB xmlns:a="{DRAWING}" w="{width}"><a:solidFill><a:schemeClr val="tx1"><a:lumMod val="50000"/>'
        f'<a:lumOff val="50000"/></a:schemeClr></a:solidFill></a:lnB>'
    )
    # Lines come before the fill in a cell's properties.
    drawn._tc.get_or_add_tcPr().insert(0, line)
