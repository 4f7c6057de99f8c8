"""Workbooks: .xlsx through openpyxl, which knows formulas and formats; .xls and .ods through calamine."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from indicators.errors import UnreadableFile
from indicators.intake.book import Position, Range, RawBook, RawSheet, Typed
from indicators.intake.finding import Said

# The fonts of TCVN3 that show small letters as capitals: .VnTimeH. The name alone proves no encoding.
CAPITALS_FONT = re.compile(r"\.Vn\w.*H$")
MERGED_TAG = re.compile(rb'<mergeCell [^>]*ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
# A head has a few; a sheet merged all over is read without.
MOST_MERGED = 2000
PIECE_BYTES = 1 << 20
# 100 000 rows of 50 columns.
MOST_CELLS = 5_000_000
FORMULA_TAG = re.compile(rb"<f[ >/]")
BROKEN_WORKBOOK = (
    InvalidFileException,
    zipfile.BadZipFile,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    EOFError,
    OSError,
)


class TooManyCells(Exception):
    """A sheet of more cells than the memory is kept for."""


def read_xlsx(file: str, content: bytes) -> RawBook:
    """Return the sheets of an .xlsx with the values it was saved with; formulas are known by their cells.

    Raises UnreadableFile.
    """
    try:
        formulas = _formulas_by_sheet(content) if _has_formulas(content) else {}
        workbook = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheets = tuple(_sheet(worksheet, formulas) for worksheet in workbook.worksheets)
    except TooManyCells as error:
        raise UnreadableFile(file=file, why=Said.of("finding.why_too_many_cells", most=MOST_CELLS)) from error
    except BROKEN_WORKBOOK as error:
        raise UnreadableFile(file=file, why=Said.of("finding.why_not_workbook")) from error
    return RawBook(file, content, sheets)


def _sheet(worksheet: ReadOnlyWorksheet, formulas: dict[str, frozenset[Position]]) -> RawSheet:
    # Some programs write a wrong extent, and openpyxl would stop there.
    worksheet.reset_dimensions()
    rows: list[list[Typed]] = []
    percents: set[Position] = set()
    capitals: set[Position] = set()
    shows_percent = _by_style(lambda cell: "%" in (cell.number_format or ""))
    shows_capitals = _by_style(lambda cell: CAPITALS_FONT.match(cell.font.name or "") is not None)
    count = 0
    for cells in worksheet.iter_rows():
        count += len(cells)
        if count > MOST_CELLS:
            raise TooManyCells
        for column, cell in enumerate(cells):
            value = cell.value
            if isinstance(value, int | float) and shows_percent(cell):
                percents.add((len(rows), column))
            elif isinstance(value, str) and not value.isascii() and shows_capitals(cell):
                capitals.add((len(rows), column))
        rows.append([cell.value for cell in cells])
    return RawSheet(
        worksheet.title,
        rows,
        is_hidden=worksheet.sheet_state != "visible",
        percents=frozenset(percents),
        capitals=frozenset(capitals),
        merged=_merged(worksheet),
        formulas=formulas.get(worksheet.title, frozenset()),
    )


def _by_style(look: Callable[[ReadOnlyCell], bool]) -> Callable[[ReadOnlyCell], bool]:
    """Return a look at a cell's style that is made once for each style of the workbook."""
    known: dict[int, bool] = {}

    def looked(cell: ReadOnlyCell) -> bool:
        style = cell._style_id
        if style not in known:
            known[style] = look(cell)
        return known[style]

    return looked


def _merged(worksheet: ReadOnlyWorksheet) -> tuple[Range, ...]:
    """Return the merged ranges, which stand after all cells and which openpyxl passes over while it reads by rows."""
    found: list[Range] = []
    rest = b""
    with worksheet._get_source() as part:
        while piece := part.read(PIECE_BYTES):
            rest += piece
            for tag in MERGED_TAG.finditer(rest):
                left, top, right, bottom = range_boundaries(tag.group(1).decode())
                found.append((top - 1, left - 1, bottom - 1, right - 1))
            rest = rest[rest.rfind(b"<") :] if b"<" in rest else b""
    return tuple(found) if len(found) <= MOST_MERGED else ()


def _has_formulas(content: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        names = [name for name in parts.namelist() if name.startswith("xl/worksheets/") and name.endswith(".xml")]
        return any(FORMULA_TAG.search(parts.read(name)) for name in names)


def _formulas_by_sheet(content: bytes) -> dict[str, frozenset[Position]]:
    workbook = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
    found: dict[str, frozenset[Position]] = {}
    for worksheet in workbook.worksheets:
        worksheet.reset_dimensions()
        found[worksheet.title] = frozenset(
            (row, column)
            for row, cells in enumerate(worksheet.iter_rows())
            for column, cell in enumerate(cells)
            if cell.data_type == "f"
        )
    return found


def read_calamine(file: str, content: bytes) -> RawBook:
    """Return the sheets of an .xls or .ods with the values they were saved with. Raises UnreadableFile."""
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = tuple(_sheets(workbook))
    except PasswordError as error:
        raise UnreadableFile(file=file, why=Said.of("finding.why_password")) from error
    except (CalamineError, OSError, ValueError) as error:
        raise UnreadableFile(file=file, why=Said.of("finding.why_not_workbook")) from error
    return RawBook(file, content, sheets)


def _sheets(workbook: CalamineWorkbook) -> Iterator[RawSheet]:
    for about in workbook.sheets_metadata:
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        # Rows above and columns left of the first filled cell count too, or every address would be off.
        sheet = workbook.get_sheet_by_name(about.name)
        rows = sheet.to_python(skip_empty_area=False)
        cells = [[None if cell == "" else _typed(cell) for cell in row] for row in rows]
        merged = tuple((*first, *last) for first, last in sheet.merged_cell_ranges or ())
        yield RawSheet(
            about.name,
            cells,
            is_hidden=about.visible is not SheetVisibleEnum.Visible,
            merged=merged if len(merged) <= MOST_MERGED else (),
        )


def _typed(cell: object) -> Typed:
    return str(cell) if not isinstance(cell, Typed) else cell
