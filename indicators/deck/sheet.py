"""One slide and what can be put on it: its headline, a verdict's chip, text, a table, its source, its notes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.dml.fill import FillFormat
from pptx.enum.dml import MSO_THEME_COLOR as THEME
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide, SlideLayout
from pptx.text.text import Font, TextFrame
from pptx.util import Pt

from indicators.deck import fitting
from indicators.deck.stationery import TITLES, Box, Stationery
from indicators.palette import Palette, palette

HEADLINE_SIZES = (28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0)
KICKER_SIZE, CHIP_SIZE, BODY_SIZE, SOURCE_SIZE = 16.0, 16.0, 14.0, 10.0
CHIP_PADDING, CHIP_HEIGHT = 12.0, 27.0
# A title's own inner margins, left and right together, and above and below.
INSET_WIDTH, INSET_HEIGHT = 14.4, 7.2
LIGHTER = 0.35
COLOURS: Palette = palette("light")


@dataclass(frozen=True)
class Piece:
    """Some words of one look; `colour` is #RRGGBB, the theme's own text colour where there is none."""

    text: str
    size: float = BODY_SIZE
    bold: bool = False
    quiet: bool = False
    colour: str | None = None


@dataclass(frozen=True, eq=False)
class Sheet:
    """One slide being filled."""

    paper: Stationery
    slide: Slide

    @classmethod
    def new(cls, paper: Stationery, layout: SlideLayout | None = None) -> Sheet:
        """Return a new slide at the end."""
        slide = paper.slides.slides.add_slide(layout or paper.plain)
        return cls(paper, slide)

    def headline(self, text: str) -> None:
        """Write the sentence the slide is about into its title, as large as it fits."""
        title, box = self.slide.shapes.title, self.paper.title
        room, tall = box.width - INSET_WIDTH, box.height - INSET_HEIGHT
        size = fitting.largest(text, HEADLINE_SIZES, room=room, tall=tall, bold=True)
        title.text_frame.text = fitting.shortened(text, size, room=room, tall=tall, bold=True)
        title.text_frame.word_wrap = True
        title.text_frame.vertical_anchor = MSO_ANCHOR.TOP
        title.text_frame.paragraphs[0].runs[0].font.size = Pt(size)

    def kicker(self, text: str, *, status: str | None = None, label: str = "") -> None:
        """Write above the headline what it is about, with the verdict's chip to the right."""
        box = self.paper.kicker
        if status is not None:
            chip = self.chip(status, label, box.right, box.top + (box.height - CHIP_HEIGHT) / 2)
            box = box.cut(right=box.right - chip.left + 12)
        room = box.width - INSET_WIDTH
        size = fitting.largest(text, (KICKER_SIZE, BODY_SIZE), room=room, tall=box.height, bold=True)
        cut = fitting.shortened(text, size, room=room, tall=box.height, bold=True)
        self.write(box, [[Piece(cut, size, bold=True, colour=COLOURS.accent)]], anchor=MSO_ANCHOR.MIDDLE, inset=True)

    def chip(self, status: str, label: str, right: float, top: float) -> Box:
        """Draw a verdict as a chip with its colour and its symbol, ending at `right`; return where it is."""
        mark = COLOURS.mark(status)
        said = f"{mark.symbol} {label}"
        longest = self.paper.kicker.width / 2
        said = fitting.shortened(said, CHIP_SIZE, room=longest - 2 * CHIP_PADDING, tall=CHIP_SIZE * 1.3, bold=True)
        width = fitting.width(said, CHIP_SIZE, bold=True) * 1.06 + 2 * CHIP_PADDING
        box = Box(right - width, top, width, CHIP_HEIGHT)
        shape = self.slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *placed(box))
        shape.adjustments[0] = 0.5
        filled(shape.fill, mark.fill)
        shape.line.fill.background()
        shape.shadow.inherit = False
        frame = _bare(shape.text_frame)
        frame.word_wrap = False
        _written(frame, [[Piece(said, CHIP_SIZE, bold=True, colour=mark.on_fill)]], PP_ALIGN.CENTER)
        return box

    def write(
        self,
        box: Box,
        paragraphs: Sequence[Sequence[Piece]],
        *,
        align: PP_ALIGN = PP_ALIGN.LEFT,
        anchor: MSO_ANCHOR = MSO_ANCHOR.TOP,
        inset: bool = False,
    ) -> Shape:
        """Write paragraphs into a box; with `inset` they begin where a title's letters do."""
        shape = self.slide.shapes.add_textbox(*placed(box))
        frame = shape.text_frame if inset else _bare(shape.text_frame)
        frame.vertical_anchor = anchor
        frame.word_wrap = True
        if inset:
            frame.margin_top = frame.margin_bottom = 0
        _written(frame, paragraphs, align)
        return shape

    def picture(self, box: Box, content: bytes, said: str) -> None:
        """Place a picture, with what is said of it to whoever can't see it."""
        shape = self.slide.shapes.add_picture(io.BytesIO(content), *placed(box))
        shape._element.nvPicPr.cNvPr.set("descr", said)

    def source(self, note: str, said: str, mark: str) -> None:
        """Write the line below: the mark of demonstration data, version and year, and where the figures come from."""
        box = self.paper.foot.cut(right=70)
        first = f"{mark} · " if mark else ""
        tall = 3 * SOURCE_SIZE * fitting.LINE + 1
        room = box.width - INSET_WIDTH
        whole = fitting.shortened(f"{first}{said}. {note}", SOURCE_SIZE, room=room, tall=tall, bold=bool(first))
        pieces = [Piece(first, SOURCE_SIZE, bold=True, colour=COLOURS.mark("missed").fill)] if first else []
        pieces.append(Piece(whole.removeprefix(first), SOURCE_SIZE, quiet=True))
        self.write(box, [pieces], inset=True)
        self._number()

    def notes(self, text: str) -> None:
        """Write what the speaker reads."""
        self.slide.notes_slide.notes_text_frame.text = text

    def without_empty_placeholders(self) -> None:
        """Take away what the layout offers and nobody filled, so that no "click to add" is shown."""
        for shape in list(self.slide.placeholders):
            if shape.placeholder_format.type not in TITLES and not shape.text_frame.text:
                shape._element.getparent().remove(shape._element)

    def _number(self) -> None:
        """Put the layout's slide number on the slide, which the library leaves out."""
        for shape in self.slide.slide_layout.placeholders:
            if shape.placeholder_format.type == KIND.SLIDE_NUMBER:
                self.slide.shapes.clone_placeholder(shape)
                added = self.slide.shapes[-1]
                frame = added.text_frame
                frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
                frame.paragraphs[0]._p.append(_field())
                return


def placed(box: Box) -> tuple[int, int, int, int]:
    """Return a box as the library wants it: left, top, width, height."""
    return Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height)


def filled(fill: FillFormat, colour: str) -> None:
    """Fill with one colour, written #RRGGBB."""
    fill.solid()
    fill.fore_color.rgb = RGBColor.from_string(colour[1:])


def dressed(font: Font, piece: Piece) -> None:
    """Give letters the look of a piece; the typeface stays the theme's."""
    font.size, font.bold = Pt(piece.size), piece.bold
    if piece.colour is not None:
        font.color.rgb = RGBColor.from_string(piece.colour[1:])
    else:
        font.color.theme_color = THEME.TEXT_1
        if piece.quiet:
            font.color.brightness = LIGHTER


def _bare(frame: TextFrame) -> TextFrame:
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return frame


def _written(frame: TextFrame, paragraphs: Sequence[Sequence[Piece]], align: PP_ALIGN) -> None:
    for position, pieces in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if position == 0 else frame.add_paragraph()
        paragraph.alignment = align
        for piece in pieces:
            run = paragraph.add_run()
            run.text = piece.text
            dressed(run.font, piece)


def _field() -> Any:  # noqa: ANN401
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    return parse_xml(
        f'<a:fld xmlns:a="{drawing}" id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
        f'<a:rPr lang="vi-VN" sz="1000"/><a:t>‹#›</a:t></a:fld>'
    )
