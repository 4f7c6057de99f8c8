"""The slides of a deck: one idea each, its sentence as headline, its figures as a chart that can be edited."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.enum.text import MSO_ANCHOR
from pptx.util import Pt

from indicators.catalogue import Schematic
from indicators.deck import charts, fitting, geography, notes
from indicators.deck.sheet import BODY_SIZE, COLOURS, INSET_WIDTH, Piece, Sheet
from indicators.deck.stationery import Box, Stationery
from indicators.deck.tables import Cell, Columns, pages, table
from indicators.deck.trajectory import trajectory
from indicators.exhibits import Chapter, Document, Dumbbell, Exhibit, Scan, Trajectory, VerdictCard
from indicators.exhibits.frames import named_rows
from indicators.palette import contrast, mix

GAP = 18.0
PANEL = 0.27
FIGURES = ("latest", "target", "achievement", "ratio", "gap", "needed_next", "reached_at_pace")
MOST_FIGURES = 5
NOT_THERE = "–"
FIGURE_SIZES = (22.0, 20.0, 18.0, 16.0, 14.0)
UNIT_LINE = 22.0
MAP_SHARE = 0.42
MOST_OF_WIDTH = 0.45
# Rows of a comparison on one slide, each with two bars and a name of two lines.
MOST_COMPARED = 8
SOURCE_SIZE = 12.0
ADDRESS_SIZES = (40.0, 36.0, 32.0, 28.0, 24.0, 22.0, 20.0, 18.0)


def cover(paper: Stationery, told: Document) -> None:
    """Make the first slide: what the deck is about, which place, which year and version."""
    text = told.text
    sheet = Sheet.new(paper, paper.cover)
    programme = told.catalogue.programme
    title = sheet.slide.shapes.title
    title.text_frame.text = text("document.title", place=told.place, year=told.as_of)
    mark = [text("page.figure_demonstration")] if told.is_demonstration else []
    below = [text.name(programme), text("page.version_and_year", version=told.version, year=told.as_of), *mark]
    subtitle = next((shape for shape in sheet.slide.placeholders if shape != title and shape.has_text_frame), None)
    room = title.width / 12700 - 14.4
    size = fitting.largest(title.text_frame.text, (40.0, 36.0, 32.0, 28.0), room=room, tall=title.height / 12700 - 8)
    title.text_frame.paragraphs[0].runs[0].font.size = Pt(size)
    if subtitle is None:
        sheet.write(paper.content, [[Piece(line, 18.0)] for line in below], inset=True)
    else:
        subtitle.text_frame.text = "\n".join(below)
        for paragraph in subtitle.text_frame.paragraphs:
            paragraph.runs[0].font.size = Pt(18)
    sheet.without_empty_placeholders()
    sheet.notes("\n".join([*below, text("page.foot_documents", documents="; ".join(programme.documents))]))


def overview(paper: Stationery, told: Document) -> None:
    """Make the slide of the final verdict: how many targets have which status."""
    exhibit = told.final_verdict
    sheet = _begun(paper, exhibit, told)
    if not exhibit.is_empty:
        charts.spread(sheet, paper.content, exhibit)


def groups(paper: Stationery, told: Document) -> None:
    """Make the slide of the groups, a bar each."""
    exhibit = told.groups
    if not exhibit.is_empty:
        charts.stacked(_begun(paper, exhibit, told), paper.content, exhibit, row="group", name="label")


def listed(paper: Stationery, exhibit: Exhibit, told: Document) -> None:
    """Make the slides of a list of verdicts, as many as its rows need; where nothing was set or reported, none."""
    text = told.text
    columns = Columns(
        headers=(
            text("exhibit.column_status"), text("exhibit.column_indicator"), text("document.column_reached"),
            text("exhibit.column_target"), text("exhibit.column_ratio"),
        ),
        shares=(0.2, 0.36, 0.19, 0.17, 0.08),
        right=frozenset({2, 3, 4}),
    )  # fmt: skip
    rows = [
        [
            Cell(charts.marked(row.status, row.status_label), status=row.status), Cell(row.label, bold=True),
            Cell(row.value), Cell(row.target), Cell(row.written),
        ]
        for row in named_rows(exhibit.frame)
        if row.value or row.target
    ]  # fmt: skip
    _tables(paper, exhibit, rows, columns, told)


def chapter(paper: Stationery, one: Chapter, told: Document) -> None:
    """Make the slide of an indicator: its verdict's sentence, its years against the path, the figures that count."""
    text, card, course = told.text, one.verdict, one.trajectory
    if course.is_empty and not told.is_of_province:
        # Nothing was set or reported there: the slide would be about nothing.
        return
    sheet = Sheet.new(paper)
    sheet.headline(card.headline)
    drawing = card.drawing
    assert isinstance(drawing, VerdictCard)
    assert isinstance(course.drawing, Trajectory)
    name = one.name if told.is_of_province else text("exhibit.titled", title=one.name, narrowed=told.place)
    sheet.kicker(name, status=drawing.status, label=drawing.status_label)
    box = paper.content
    panel = Box(box.right - PANEL * box.width, box.top, PANEL * box.width, box.height)
    chart = box.cut(right=panel.width + GAP)
    if course.unit:
        said = text("document.unit", unit=course.unit)
        sheet.write(Box(chart.left, chart.top, chart.width, UNIT_LINE), [[Piece(said, quiet=True)]], inset=True)
        chart = chart.cut(top=UNIT_LINE)
    if course.is_empty:
        sheet.write(chart, [[Piece(course.empty_sentence, 18.0)]], anchor=MSO_ANCHOR.MIDDLE, inset=True)
    else:
        trajectory(sheet, chart, course, course.drawing, text)
    _panel(sheet, panel, card)
    _ended(sheet, card, told, notes.of_chapter(one, text))


def places(paper: Stationery, exhibit: Exhibit, told: Document, schematic: Schematic | None) -> None:
    """Make the slide of an indicator's districts or sectors; districts with a drawing of the province beside them."""
    text = told.text
    sheet = Sheet.new(paper)
    sheet.headline(exhibit.headline)
    sheet.kicker(exhibit.title)
    box = paper.content
    if schematic is not None:
        looks = {row.key: geography.by_status(row.status, row.label, "") for row in named_rows(exhibit.frame)}
        geography.draw(sheet, _left(box), schematic, looks, text("document.schematic"))
        box = _right(box)
    charts.bars(sheet, box, exhibit, text)
    _ended(sheet, exhibit, told, notes.of_places(exhibit, text))


def ranking(paper: Stationery, exhibit: Exhibit, told: Document, schematic: Schematic | None) -> None:
    """Make the slide of all districts or sectors with their verdicts counted, never averaged."""
    if exhibit.is_empty:
        return
    sheet = _begun(paper, exhibit, told)
    box = paper.content
    if schematic is not None:
        geography.draw(sheet, _left(box), schematic, _met(exhibit), told.text("document.schematic_met"))
        box = _right(box)
    charts.stacked(sheet, box, exhibit, row="row", name="row_label")


def comparison(paper: Stationery, exhibit: Exhibit, told: Document) -> None:
    """Make the slides of a place beside the whole it is a part of, some indicators a slide."""
    drawing = exhibit.drawing
    assert isinstance(drawing, Dumbbell)
    of = -(-len(exhibit.frame) // MOST_COMPARED)
    # As evenly as they go, so that no slide ends with a row or two.
    each = -(-len(exhibit.frame) // of) if of else 0
    for number in range(1, of + 1):
        rows = exhibit.frame.iloc[(number - 1) * each : number * each]
        sheet = _begun(paper, exhibit, told, number=number, of=of)
        charts.compared(sheet, paper.content, exhibit, drawing, rows)


def method(paper: Stationery, told: Document) -> None:
    """Make the slides of the rules: the nine statuses in the order in which they are tried."""
    exhibit = told.statuses
    rows = [
        [Cell(row.order), Cell(row.status, bold=True), Cell(row.rule), Cell(row.lines)]
        for row in named_rows(exhibit.frame)
    ]
    columns = Columns(exhibit.drawing.headers, (0.07, 0.24, 0.51, 0.18))  # type: ignore[union-attr]
    _tables(paper, exhibit, rows, columns, told)


def sources(paper: Stationery, told: Document) -> None:
    """Make the slides that say where the figures of each indicator come from."""
    text = told.text
    rows = [[Cell(one.name, bold=True), Cell(one.verdict.source_note)] for one in told.chapters]
    columns = Columns((text("exhibit.column_indicator"), text("exhibit.column_source")), (0.32, 0.68), size=SOURCE_SIZE)
    parts = pages(rows, columns, paper.content)
    for number, page in enumerate(parts, start=1):
        sheet = Sheet.new(paper)
        sheet.headline(text("document.sources_headline", count=len(told.chapters)))
        sheet.kicker(text("document.part", title=text("document.sources"), number=number, of=len(parts)))
        table(sheet, paper.content, page, columns)
        _ended(sheet, told.final_verdict, told, notes.of_exhibit(told.final_verdict, text))


def scan(paper: Stationery, one: Scan, told: Document) -> None:
    """Make the last slide, which stays while the hall takes out its phones: the hand-out's QR code and its address."""
    text, box = told.text, paper.content
    sheet = Sheet.new(paper)
    sheet.headline(text("document.scan_headline"))
    sheet.kicker(text("document.scan"))
    side = min(box.height, MOST_OF_WIDTH * box.width)
    code = Box(box.left, box.top + (box.height - side) / 2, side, side)
    sheet.picture(code, one.picture, text("document.scan_alternative", address=one.address))
    panel = box.cut(left=side + GAP)
    # As large as leaves the server and the hand-out on it a line each.
    size = min(
        fitting.largest(
            line, ADDRESS_SIZES, room=panel.width - INSET_WIDTH, tall=ADDRESS_SIZES[0] * fitting.LINE, bold=True
        )
        for line in one.lines
    )
    shown = text("page.version_and_year", version=one.version, year=one.as_of)
    said = [[Piece(line, 18.0)] for line in (text("document.scan_holds"), shown)]
    address = [[Piece(line, size, bold=True)] for line in one.lines]
    sheet.write(panel, [*address, [Piece("", 18.0)], *said], anchor=MSO_ANCHOR.MIDDLE, inset=True)
    _ended(sheet, told.final_verdict, told, "\n".join([text("document.scan_headline"), one.address, shown]))


def _begun(paper: Stationery, exhibit: Exhibit, told: Document, *, number: int = 1, of: int = 1) -> Sheet:
    sheet = Sheet.new(paper)
    sheet.headline(exhibit.headline)
    title = exhibit.title if of == 1 else told.text("document.part", title=exhibit.title, number=number, of=of)
    sheet.kicker(title)
    _ended(sheet, exhibit, told, notes.of_exhibit(exhibit, told.text))
    return sheet


def _ended(sheet: Sheet, exhibit: Exhibit, told: Document, spoken: str) -> None:
    text = told.text
    mark = text("page.figure_demonstration") if exhibit.is_demonstration else ""
    said = text("page.version_and_year", version=exhibit.version, year=exhibit.as_of)
    sheet.without_empty_placeholders()
    sheet.source(exhibit.source_note, said, mark)
    sheet.notes(spoken)


def _tables(
    paper: Stationery, exhibit: Exhibit, rows: Sequence[Sequence[Cell]], columns: Columns, told: Document
) -> None:
    parts = pages(rows, columns, paper.content)
    for number, page in enumerate(parts, start=1):
        table(_begun(paper, exhibit, told, number=number, of=len(parts)), paper.content, page, columns)


def _panel(sheet: Sheet, box: Box, card: Exhibit) -> None:
    """Write the figures that count, the value large under its quiet name."""
    found = {row.figure: row for row in named_rows(card.frame) if row.value != NOT_THERE}
    if isinstance(card.drawing, VerdictCard) and card.drawing.status == "achieved":
        # Nothing is missing any more, and "0 left" would only be read as a figure.
        found.pop("gap", None)
    shown = [found[name] for name in FIGURES if name in found][:MOST_FIGURES]
    step = box.height / MOST_FIGURES
    for position, row in enumerate(shown):
        size = fitting.largest(row.value, FIGURE_SIZES, room=box.width - 14.4, tall=30.0, bold=True)
        part = Box(box.left, box.top + position * step, box.width, step)
        sheet.write(part, [[Piece(row.label, BODY_SIZE, quiet=True)], [Piece(row.value, size, bold=True)]], inset=True)


def _left(box: Box) -> Box:
    return Box(box.left, box.top, MAP_SHARE * box.width, box.height)


def _right(box: Box) -> Box:
    return box.cut(left=MAP_SHARE * box.width + GAP)


def _met(exhibit: Exhibit) -> dict[str, geography.Look]:
    """Return districts the darker the larger the share of their targets that is met; the figures say how many."""
    frame, looks = exhibit.frame, {}
    best = COLOURS.mark("achieved")
    for key, part in frame.groupby("row", sort=False):
        total = int(part["count"].sum())
        met = int(part.loc[part["status"] == "achieved", "count"].sum())
        fill = mix(best.fill, COLOURS.mark("not_assessed").fill, met / total if total else 0.0)
        ink = max(("#10191D", "#FFFFFF"), key=lambda tone: contrast(tone, fill))
        looks[str(key)] = geography.Look(fill, ink, str(part["row_label"].iloc[0]), f"{met}/{total}")
    return looks
