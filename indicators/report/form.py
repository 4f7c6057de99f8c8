"""The head and the foot of an administrative report: the nation's name, the office, number and date; who signs."""

from __future__ import annotations

from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell

from indicators.exhibits import Document
from indicators.report.page import SMALL, Report, widths_set, without_borders

LEFT_CM, RIGHT_CM = 6.5, 10.0
# In letters of this size the nation's name fits on one line beside the office's, as the decree wants it.
NATION = 12.5


def head(report: Report, told: Document) -> None:
    """Write the national heading beside the office's name, number and date left blank, then the report's title."""
    text = told.text
    table = report.paper.add_table(rows=2, cols=2)
    widths_set(table, (LEFT_CM, RIGHT_CM))
    without_borders(table)
    office, nation = table.rows[0].cells
    province = text.name(told.catalogue.province).upper()
    _lines(office, [(text("report.above", province=province), NATION, False, False),
                    (text("report.office"), NATION, True, False)], ruled_cm=2.2)  # fmt: skip
    _lines(nation, [(text("report.nation"), NATION, True, False), (text("report.motto"), 13.5, True, False)],
           ruled_cm=6.2)  # fmt: skip
    number, dated = table.rows[1].cells
    place = text.name(told.catalogue.province).removeprefix(text("report.province_word")).strip()
    _lines(number, [(text("report.number"), 13.0, False, False)])
    _lines(dated, [(text("report.dated", place=place), 13.5, False, True)])
    title = report.paragraph(text("report.kind"), align=ALIGN.CENTER, bold=True)
    title.paragraph_format.space_before = Pt(14)
    title.paragraph_format.space_after = Pt(0)
    subject = text("report.subject", programme=text.name(told.catalogue.programme), place=told.place, year=told.as_of)
    report.paper.add_paragraph(subject, style="Title").alignment = ALIGN.CENTER


def foot(report: Report, told: Document) -> None:
    """Write who receives the report and who signs it, both left for the office."""
    text = told.text
    table = report.paper.add_table(rows=1, cols=2)
    widths_set(table, (8.0, 8.5))
    without_borders(table)
    receivers, signer = table.rows[0].cells
    _lines(receivers, [(text("report.receivers"), SMALL, True, True)], align=ALIGN.LEFT)
    for line in text("report.receivers_listed").split("\n"):
        _added(receivers, line, 11.0, bold=False, italic=False, align=ALIGN.LEFT)
    _lines(signer, [(text("report.signer"), 14.0, True, False), (text("report.signed"), 13.0, False, True)])


def _lines(
    cell: _Cell, lines: list[tuple[str, float, bool, bool]], *, align: ALIGN = ALIGN.CENTER, ruled_cm: float = 0.0
) -> None:
    for position, (said, size, bold, italic) in enumerate(lines):
        _added(cell, said, size, bold=bold, italic=italic, align=align, is_first=position == 0)
    if ruled_cm:
        _ruled(cell, ruled_cm)


def _added(
    cell: _Cell, said: str, size: float, *, bold: bool, italic: bool, align: ALIGN, is_first: bool = False
) -> None:
    paragraph = cell.paragraphs[0] if is_first else cell.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = 1.0
    run = paragraph.add_run(said)
    run.font.size, run.bold, run.italic = Pt(size), bold or None, italic or None


def _ruled(cell: _Cell, width_cm: float) -> None:
    """Draw the line under a heading: an empty paragraph, as wide as the line, with a border above it."""
    paragraph = cell.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(4)
    paragraph.paragraph_format.line_spacing = Pt(4)
    room = (LEFT_CM if width_cm < 4 else RIGHT_CM) - 0.4
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Cm((room - width_cm) / 2)
    borders = OxmlElement("w:pBdr")
    line = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    properties = paragraph._p.get_or_add_pPr()
    style = properties.find(qn("w:spacing"))
    style.addprevious(borders)
