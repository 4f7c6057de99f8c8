"""What slides are written on: our own wide paper, or a province's template with its size, theme and layouts."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass

from lxml import etree
from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR as THEME
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.exc import PythonPptxError
from pptx.opc.constants import RELATIONSHIP_TYPE as RELATION
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Slides
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Pt

from indicators.errors import UnusableTemplate
from indicators.palette import Palette, palette

WIDTH, HEIGHT = 960.0, 540.0
MARGIN = 48.0
KICKER = 36.0
FOOT = 40.0
GAP = 10.0
# Every Vietnamese letter, on every office computer; elsewhere Liberation Sans has the same widths.
FONT = "Arial"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
OWN_LAYOUTS = ("Title Slide", "Title and Content", "Title Only", "Blank")
TITLES = (KIND.TITLE, KIND.CENTER_TITLE)
QUIET_KINDS = (KIND.DATE, KIND.FOOTER, KIND.SLIDE_NUMBER, *TITLES)


@dataclass(frozen=True)
class Box:
    """A rectangle on a slide, in points from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends on the right."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.top + self.height

    def cut(self, *, left: float = 0.0, top: float = 0.0, right: float = 0.0, bottom: float = 0.0) -> Box:
        """Return the box with so many points taken off its sides."""
        return Box(self.left + left, self.top + top, self.width - left - right, self.height - top - bottom)


@dataclass(frozen=True, eq=False)
class Stationery:
    """The presentation to fill, its layouts for the cover and the rest, and where things go on a slide."""

    slides: Slides
    cover: SlideLayout
    plain: SlideLayout
    title: Box
    kicker: Box
    content: Box
    foot: Box


def stationery(template: bytes | None, *, name: str) -> Stationery:
    """Return our own paper, or that of a template; raises UnusableTemplate with what is wrong in it."""
    slides = _own() if template is None else _given(template, name)
    layouts = [layout for master in slides.slide_masters for layout in master.slide_layouts]
    titled = [layout for layout in layouts if _kinds(layout) & set(TITLES)]
    if not titled:
        raise UnusableTemplate(file=name)
    cover = next((layout for layout in titled if KIND.CENTER_TITLE in _kinds(layout)), titled[0])
    plain = min((layout for layout in titled if layout is not cover), key=_filled, default=cover)
    return _measured(slides, cover, plain)


def _kinds(layout: SlideLayout) -> set[KIND]:
    return {shape.placeholder_format.type for shape in layout.placeholders}


def _filled(layout: SlideLayout) -> int:
    """Return how many placeholders a layout has beside its title: the fewer, the more room for what is drawn."""
    return sum(shape.placeholder_format.type not in QUIET_KINDS for shape in layout.placeholders)


def _measured(slides: Slides, cover: SlideLayout, plain: SlideLayout) -> Stationery:
    height = points(slides.slide_height)
    title = next(shape for shape in plain.placeholders if shape.placeholder_format.type in TITLES)
    box = Box(points(title.left), points(title.top), points(title.width), points(title.height))
    foot = Box(box.left, height - FOOT - GAP, box.width, FOOT)
    below = [points(shape.top) for shape in plain.placeholders if shape.placeholder_format.type in QUIET_KINDS[:3]]
    if slides.core_properties.category != OWN and below:
        foot = Box(box.left, min(foot.top, min(below) - FOOT), box.width, FOOT)
    is_room_above = box.top >= KICKER
    top = box.top - KICKER if is_room_above else box.bottom
    kicker = Box(box.left, top, box.width, KICKER)
    start = (box.bottom if is_room_above else kicker.bottom) + GAP
    content = Box(box.left, start, box.width, foot.top - GAP - start)
    return Stationery(slides, cover, plain, box, kicker, content, foot)


def points(length: int | None) -> float:
    """Return a length of the library in points."""
    return (length or 0) / 12700


OWN = "indicators"


def _given(template: bytes, name: str) -> Slides:
    try:
        slides = Presentation(io.BytesIO(template))
    except (PythonPptxError, ValueError, KeyError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise UnusableTemplate(file=name) from error
    listed = slides.slides._sldIdLst
    for entry in list(listed):
        # A template's own slides are samples; what nothing points to is not written.
        slides.part.drop_rel(entry.rId)
        listed.remove(entry)
    return slides


def _own() -> Slides:
    slides = Presentation()
    slides.slide_width, slides.slide_height = Pt(WIDTH), Pt(HEIGHT)
    slides.core_properties.category = OWN
    master = slides.slide_masters[0]
    for layout in list(master.slide_layouts):
        if layout.name not in OWN_LAYOUTS:
            master.slide_layouts.remove(layout)
    theme = master.part.part_related_by(RELATION.THEME)
    theme.blob = _dyed(theme.blob, palette("light"))
    _placed(master)
    for layout in master.slide_layouts:
        _placed(layout)
    _banded(next(layout for layout in master.slide_layouts if layout.name == OWN_LAYOUTS[0]))
    return slides


def _banded(layout: SlideLayout) -> None:
    """Give the cover the dark ground of the dashboard's band."""
    layout.background.fill.solid()
    layout.background.fill.fore_color.theme_color = THEME.TEXT_2
    for shape in layout.placeholders:
        styles = shape._element.find(".//{*}lstStyle")
        if styles is None or shape.placeholder_format.type == KIND.SLIDE_NUMBER:
            continue
        for old in list(styles):
            styles.remove(old)
        size, bold = ("3600", "1") if shape.placeholder_format.type == KIND.CENTER_TITLE else ("1800", "0")
        styles.append(
            parse_xml(
                f'<a:lvl1pPr xmlns:a="{DRAWING}" marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="{size}" '
                f'b="{bold}"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:defRPr></a:lvl1pPr>'
            )
        )


def _dyed(theme: bytes, colours: Palette) -> bytes:
    """Return the theme with our colours and a font that has every Vietnamese letter."""
    text = theme.decode("utf-8")
    named = {
        "dk1": colours.text, "lt1": colours.raised, "dk2": colours.band, "lt2": colours.paper,
        "accent1": colours.accent, "accent2": colours.mark("achieved").fill, "accent3": colours.mark("slow").fill,
        "accent4": colours.mark("at_risk").fill, "accent5": colours.mark("missed").fill,
        "accent6": colours.mark("achieved_then_lost").fill, "hlink": colours.accent, "folHlink": colours.quiet,
    }  # fmt: skip
    for name, colour in named.items():
        text = re.sub(
            rf"<a:{name}>.*?</a:{name}>", f'<a:{name}><a:srgbClr val="{colour[1:]}"/></a:{name}>', text, flags=re.DOTALL
        )
    return re.sub(r'<a:latin typeface="[^"]*"', f'<a:latin typeface="{FONT}"', text).encode("utf-8")


def _placed(paper: SlideMaster | SlideLayout) -> None:
    """Put the placeholders of our own paper where a wide slide wants them."""
    for shape in list(paper.placeholders):
        kind = shape.placeholder_format.type
        if kind in (KIND.DATE, KIND.FOOTER):
            shape._element.getparent().remove(shape._element)
            continue
        box = {
            KIND.TITLE: Box(MARGIN, 50, WIDTH - 2 * MARGIN, 78),
            KIND.CENTER_TITLE: Box(MARGIN, 150, WIDTH - 2 * MARGIN, 130),
            KIND.SUBTITLE: Box(MARGIN, 292, WIDTH - 2 * MARGIN, 110),
            KIND.SLIDE_NUMBER: Box(WIDTH - MARGIN - 60, HEIGHT - 34, 60, 22),
        }.get(kind, Box(MARGIN, 146, WIDTH - 2 * MARGIN, 336))
        shape.left, shape.top, shape.width, shape.height = (
            Pt(side) for side in (box.left, box.top, box.width, box.height)
        )
    if isinstance(paper, SlideMaster):
        _written_left(paper)


def _written_left(master: SlideMaster) -> None:
    styles = master._element.find(".//{*}titleStyle/{*}lvl1pPr")
    styles.set("algn", "l")
    run = styles.find("{*}defRPr")
    run.set("sz", "2800")
    run.set("b", "1")
