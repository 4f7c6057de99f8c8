"""Paper, letters and page numbers as Decree 30/2020/NĐ-CP wants them, and the pieces a report is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import docx
from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
BODY, SMALL = 14, 12
LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}
BLACK = RGBColor(0, 0, 0)
# What is left of A4 between the margins.
WIDTH_CM = 16.5


@dataclass(eq=False)
class Report:
    """A report being written: its paper, and how many tables it has so far."""

    paper: Paper
    language: str
    tables: int = field(default=0)

    def paragraph(
        self, text: str, *, style: str = "Normal", align: ALIGN | None = None, bold: bool = False, italic: bool = False
    ) -> Paragraph:
        """Add a paragraph."""
        paragraph = self.paper.add_paragraph(style=style)
        if align is not None:
            paragraph.alignment = align
            paragraph.paragraph_format.first_line_indent = Pt(0)
        run = paragraph.add_run(text)
        run.bold, run.italic = bold or None, italic or None
        return paragraph

    def heading(self, text: str, level: int) -> None:
        """Add a heading of a real style, so that the document has an outline."""
        self.paper.add_heading(text, level)

    def table(
        self, caption: str, headers: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float], *,
        right: frozenset[int] = frozenset(), note: str = "",
    ) -> Table:  # fmt: skip
        """Add a table with its caption above it, its header repeated on each page, and its source below it."""
        self.paragraph(caption, style="Caption")
        made = self.paper.add_table(rows=1 + len(rows), cols=len(headers), style="Table Grid")
        made.alignment = WD_TABLE_ALIGNMENT.CENTER
        widths_set(made, [WIDTH_CM * share for share in shares])
        # The library's own way to a row's cells walks through the whole table each time.
        for position, (line, texts) in enumerate(zip(made._tbl.tr_lst, (headers, *rows), strict=True)):
            is_head = position == 0
            cells = [_Cell(cell, made) for cell in line.tc_lst]
            _cells(cells, texts, bold=is_head, right=frozenset() if is_head else right)
            _kept_whole(line, is_head=is_head)
        self.paragraph(note, style="Source")
        return made


def paper(language: str) -> Report:
    """Return blank paper: A4 upright, the margins, Times New Roman, real heading styles, numbered from page 2."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    _numbered(section.header.paragraphs[0])
    _styled(made, LANGUAGES[language])
    return Report(made, language)


def without_borders(table: Table) -> None:
    """Take the lines off a table that only places words side by side."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        line.set(qn("w:val"), "nil")
        borders.append(line)
    properties = table._tbl.tblPr
    # The schema wants the borders before these.
    after = next((child for child in properties if child.tag in _AFTER_BORDERS), None)
    if after is None:
        properties.append(borders)
    else:
        after.addprevious(borders)


_AFTER_BORDERS = frozenset(qn(f"w:{name}") for name in ("shd", "tblLayout", "tblCellMar", "tblLook"))


def _numbered(paragraph: Paragraph) -> None:
    """Put the page's number in the middle of the upper margin; the first page has a header of its own, left empty."""
    paragraph.alignment = ALIGN.CENTER
    for kind, text in (("begin", None), (None, " PAGE "), ("separate", None), ("text", "2"), ("end", None)):
        run = paragraph.add_run()
        run.font.size = Pt(BODY)
        if kind == "text":
            run.text = str(text)
        elif kind is None:
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = text
            run._r.append(code)
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


def _styled(made: Paper, language: str) -> None:
    normal = made.styles["Normal"]
    _lettered(normal, BODY)
    _spoken(made, language)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.1
    for level, size in ((1, BODY), (2, BODY), (3, BODY)):
        style = made.styles[f"Heading {level}"]
        _lettered(style, size, bold=True, italic=level == 3)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(10), Pt(4)
        style.paragraph_format.keep_with_next = True
    title = made.styles["Title"]
    _lettered(title, BODY, bold=True)
    title.paragraph_format.space_after = Pt(12)
    title.element.pPr.remove(title.element.pPr.find(qn("w:pBdr")))
    caption = made.styles["Caption"]
    _lettered(caption, 13, bold=True)
    caption.paragraph_format.keep_with_next = True
    caption.paragraph_format.space_before, caption.paragraph_format.space_after = Pt(8), Pt(4)
    for name, size, italic in (("Source", 11, True), ("Cell", SMALL, False)):
        style = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        _lettered(style, size, italic=italic)
        style.paragraph_format.space_after = Pt(8 if name == "Source" else 0)
        style.paragraph_format.line_spacing = 1.0


def _lettered(style: ParagraphStyle, size: int, *, bold: bool = False, italic: bool = False) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    style.font.bold, style.font.italic = bold, italic
    style.font.color.rgb = BLACK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for old in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[old]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)


def _spoken(made: Paper, language: str) -> None:
    """Say in which language the words are, for spelling and for readers aloud."""
    for found in made.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), language)
    made.core_properties.language = language


def widths_set(table: Table, widths_cm: Sequence[float]) -> None:
    """Set the widths of a table's columns, on the columns and on each cell, as different programs read one or other."""
    table.autofit = False
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths_cm, strict=True):
        column.w = Cm(width)
    for line in table._tbl.tr_lst:
        for cell, width in zip(line.tc_lst, widths_cm, strict=True):
            cell.width = Cm(width)


def _cells(cells: Sequence[_Cell], texts: Sequence[str], *, bold: bool, right: frozenset[int]) -> None:
    for position, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        paragraph = cell.paragraphs[0]
        paragraph.style = "Cell"
        if bold:
            paragraph.alignment = ALIGN.CENTER
        elif position in right:
            paragraph.alignment = ALIGN.RIGHT
        run = paragraph.add_run(text)
        run.bold = bold or None


def _kept_whole(line: Any, *, is_head: bool) -> None:  # noqa: ANN401
    """Keep a row on one page, and repeat the first one on each."""
    properties = line.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if is_head:
        properties.append(OxmlElement("w:tblHeader"))
