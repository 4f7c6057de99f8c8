"""The file sent back: the sender's own workbook with a comment in each faulty cell, and a list of them all."""

from __future__ import annotations

import datetime as dt
import io
import math
import re
from collections.abc import Iterator, Mapping, Sequence

import openpyxl
from openpyxl.cell import MergedCell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from indicators.intake.book import Position, RawBook, RawSheet, Typed, text_of
from indicators.intake.finding import Finding, Severity
from indicators.intake.mending import position_of
from indicators.intake.spreadsheet import BROKEN_WORKBOOK
from indicators.labels import LANGUAGES, Text, text

XLSX_START = b"PK\x03\x04"
# What Excel can hold.
MOST_ROWS, MOST_COLUMNS, LONGEST_TEXT, LONGEST_TITLE = 1_048_576, 16_384, 32_767, 31
LONGEST_COMMENT = 2_000
NOT_IN_A_TITLE = re.compile(r"[\[\]:*?/\\]")
# Half of a pair of code units stands for no letter and can't be written.
NOT_WRITTEN = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
FIRST_YEAR_OF_EXCEL = 1900
COMMENT_WIDTH, COMMENT_HEIGHT = 380, 130
FILLS = {
    Severity.ERROR: PatternFill("solid", fgColor="F6C7B6"),
    Severity.QUESTION: PatternFill("solid", fgColor="FBE3A2"),
    Severity.WARNING: PatternFill("solid", fgColor="FFF3CF"),
}
SEVERITIES = {
    Severity.ERROR: "message.severity_error",
    Severity.QUESTION: "message.severity_question",
    Severity.WARNING: "message.severity_warning",
}
Marks = Mapping[Position, Sequence[Finding]]


def error_file(book: RawBook, findings: Sequence[Finding], words: Text) -> bytes:
    """Return an .xlsx to send back: errors, questions and warnings as comments in their cells, and one sheet of all.

    An .xlsx keeps its sheets, formulas and formats; of any other format the same cells stand at the same addresses.
    """
    told = [finding for finding in findings if finding.severity in SEVERITIES]
    workbook = _own_workbook(book, told, words) or _same_cells(book, told, words)
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def _own_workbook(book: RawBook, findings: Sequence[Finding], words: Text) -> Workbook | None:
    if not book.content.startswith(XLSX_START):
        return None
    try:
        workbook = openpyxl.load_workbook(io.BytesIO(book.content))
    except BROKEN_WORKBOOK:
        # An .ods is a zip too; and what can be read cell by cell can't always be read whole.
        return None
    _take_back(workbook)
    for sheet in book.sheets:
        if sheet.name in workbook.sheetnames and isinstance(workbook[sheet.name], Worksheet):
            worksheet = workbook[sheet.name]
            for (row, column), said in _marks(sheet, findings).items():
                _mark(_writable(worksheet, row + 1, column + 1), said, words)
    _listed(workbook, findings, words)
    return workbook


def _take_back(workbook: Workbook) -> None:
    """Take away what an earlier round put there: our comments, our list."""
    authors, lists, marks = (
        {text(language)(key) for language in LANGUAGES}
        for key in ("message.author", "message.sheet_of_findings", "template.not_data")
    )
    for worksheet in workbook.worksheets:
        if worksheet.title in lists and worksheet["A1"].value in marks and len(workbook.worksheets) > 1:
            workbook.remove(worksheet)
            continue
        for cells in worksheet.iter_rows():
            for cell in cells:
                if cell.comment is not None and cell.comment.author in authors:
                    cell.comment = None


def _writable(worksheet: Worksheet, row: int, column: int) -> Cell:
    """Return a cell, or for one hidden under a merged one that one."""
    cell = worksheet.cell(row, column)
    if isinstance(cell, MergedCell):
        area = next(area for area in worksheet.merged_cells.ranges if cell.coordinate in area)
        return worksheet.cell(area.min_row, area.min_col)
    return cell


def _same_cells(book: RawBook, findings: Sequence[Finding], words: Text) -> Workbook:
    workbook = Workbook(write_only=True)
    titles: set[str] = set()
    for number, sheet in enumerate(book.sheets, start=1):
        worksheet = workbook.create_sheet(_title(sheet.name or words("message.sheet_of_text", number=number), titles))
        if sheet.is_hidden:
            worksheet.sheet_state = "hidden"
        marks = _marks(sheet, findings)
        last = max([len(sheet.rows) - 1, *(row for row, _ in marks)])
        for row in range(min(last + 1, MOST_ROWS)):
            worksheet.append(list(_cells(worksheet, sheet, row, marks, words)))
    if all(sheet.is_hidden for sheet in book.sheets):
        # A workbook without a sheet to see can't be opened.
        for worksheet in workbook.worksheets:
            worksheet.sheet_state = "visible"
    _listed(workbook, findings, words, titles)
    return workbook


def _cells(worksheet: Worksheet, sheet: RawSheet, row: int, marks: Marks, words: Text) -> Iterator[Cell | None]:
    typed = sheet.rows[row] if row < len(sheet.rows) else ()
    marked = [column for line, column in marks if line == row] if marks else []
    for column in range(min(max([len(typed), *(column + 1 for column in marked)]), MOST_COLUMNS)):
        value = typed[column] if column < len(typed) else None
        said = marks.get((row, column))
        if value is None and said is None:
            yield None
            continue
        cell = _put(WriteOnlyCell(worksheet), value)
        if (row, column) in sheet.percents:
            cell.number_format = "0.0##%"
        if said is not None:
            _mark(cell, said, words)
            cell.fill = FILLS[min((finding.severity for finding in said), key=list(SEVERITIES).index)]
        yield cell


def _put(cell: Cell, value: Typed) -> Cell:
    """Write a value as what it is; text stays text whatever it begins with."""
    if isinstance(value, str) or not _fits(value):
        cell.value = clean(value if isinstance(value, str) else text_of(value))[:LONGEST_TEXT]
        if cell.value is not None:
            cell.data_type = "s"
            # Without it Excel would make a formula of such a text once somebody edits the cell.
            cell.quotePrefix = cell.value.startswith(("=", "+", "-", "@"))
    else:
        cell.value = value
    return cell


def _fits(value: Typed) -> bool:
    if isinstance(value, dt.datetime) and value.tzinfo is not None:
        return False
    if isinstance(value, dt.date):
        return value.year >= FIRST_YEAR_OF_EXCEL
    return not isinstance(value, float) or math.isfinite(value)


def clean(text: str) -> str:
    """Return a text without the characters that no workbook can hold."""
    return NOT_WRITTEN.sub("\ufffd", ILLEGAL_CHARACTERS_RE.sub("\ufffd", text))


def _mark(cell: Cell, findings: Sequence[Finding], words: Text) -> None:
    sentences = [f"{words(SEVERITIES[finding.severity])}: {finding.sentence(words)}" for finding in findings]
    # Somebody's own remark in that cell stays, after ours.
    before = [cell.comment.text] if cell.comment is not None else []
    told = clean("\n".join([*sentences, *before]))[:LONGEST_COMMENT]
    cell.comment = Comment(told, words("message.author"), height=COMMENT_HEIGHT, width=COMMENT_WIDTH)


def _marks(sheet: RawSheet, findings: Sequence[Finding]) -> dict[Position, list[Finding]]:
    marks: dict[Position, list[Finding]] = {}
    for finding in findings:
        at = position_of(sheet, finding.cell) if finding.sheet == sheet.name and finding.cell else None
        if at is not None:
            marks.setdefault(at, []).append(finding)
    return dict(sorted(marks.items()))


def _listed(workbook: Workbook, findings: Sequence[Finding], words: Text, titles: set[str] | None = None) -> None:
    taken = set(map(str.casefold, workbook.sheetnames)) if titles is None else titles
    worksheet = workbook.create_sheet(_title(words("message.sheet_of_findings"), taken))
    for letter, width in zip("ABCDE", (16, 20, 10, 28, 110), strict=True):
        worksheet.column_dimensions[letter].width = width
    lines: list[tuple[str, ...]] = [
        # The way in passes over a sheet that begins so.
        (words("template.not_data"),),
        (),
        tuple(map(words, ("message.severity", "message.sheet", "message.cell", "message.typed", "message.sentence"))),
        *(
            (
                words(SEVERITIES[finding.severity]), finding.sheet or "", finding.cell or "", finding.value or "",
                finding.sentence(words),
            )
            for finding in sorted(findings, key=lambda finding: list(SEVERITIES).index(finding.severity))
        ),
    ]  # fmt: skip
    for line in lines:
        worksheet.append([_put(WriteOnlyCell(worksheet), entry) for entry in line])


def _title(name: str, taken: set[str]) -> str:
    """Return a sheet's name as Excel takes it, unlike every other one; it is then taken."""
    bare = NOT_IN_A_TITLE.sub("_", clean(name)).strip("'")[:LONGEST_TITLE] or "_"
    found, number = bare, 2
    while found.casefold() in taken:
        ending = f" {number}"
        found, number = f"{bare[: LONGEST_TITLE - len(ending)]}{ending}", number + 1
    taken.add(found.casefold())
    return found
