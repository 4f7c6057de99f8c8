"""Workbooks: .xlsx by its XML and openpyxl's styles; .xls and .ods through calamine, with facts beside."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from xml.parsers.expat import ExpatError

import openpyxl
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.utils.exceptions import CellCoordinatesException, InvalidFileException
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from indicators.errors import UnreadableFile
from indicators.intake.book import RawBook, RawSheet, Typed
from indicators.intake.facts import Facts, with_facts
from indicators.intake.finding import Said
from indicators.intake.oldworkbook import old_facts
from indicators.intake.opendocument import facts_of
from indicators.intake.sheetcells import Styles, TooManyCells, read_cells

# The fonts of TCVN3 that show small letters as capitals: .VnTimeH. The name alone proves no encoding.
CAPITALS_FONT = re.compile(r"\.Vn\w.*H$")
LITERALS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')
# A comma behind the last digit divides by a thousand; one between digits groups them.
IN_THOUSANDS = re.compile(r"[0#?],+(?![0#?,])")
YEAR_FORMAT = re.compile(r"(?:y+|e+)(?:;@)?", re.IGNORECASE)
# A head has a few; a sheet merged all over is read without.
MOST_MERGED = 2000
# 100 000 rows of 50 columns.
MOST_CELLS = 5_000_000
# Broken XML is a SyntaxError, by whichever of its two parsers openpyxl finds.
BROKEN_WORKBOOK = (
    InvalidFileException,
    zipfile.BadZipFile,
    SyntaxError,
    ExpatError,
    CellCoordinatesException,
    LookupError,
    ValueError,
    TypeError,
    ArithmeticError,
    struct.error,
    zlib.error,
    AttributeError,
    AssertionError,
    NotImplementedError,
    EOFError,
    OSError,
)


def read_xlsx(file: str, content: bytes) -> RawBook:
    """Return the sheets of an .xlsx with the values it was saved with; formulas are known by their cells.

    Raises UnreadableFile.
    """
    try:
        workbook = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        styles = _styles(workbook)
        sheets = tuple(_sheet(worksheet, styles) for worksheet in workbook.worksheets)
    except TooManyCells as error:
        raise UnreadableFile(file=file, why=Said.of("finding.why_too_many_cells", most=MOST_CELLS)) from error
    except BROKEN_WORKBOOK as error:
        raise UnreadableFile(file=file, why=Said.of("finding.why_not_workbook")) from error
    return RawBook(file, content, sheets)


def _sheet(worksheet: ReadOnlyWorksheet, styles: Styles) -> RawSheet:
    with worksheet._get_source() as part:
        found = read_cells(part, worksheet._shared_strings, styles, most_cells=MOST_CELLS)
    return RawSheet(
        worksheet.title,
        found.rows,
        is_hidden=worksheet.sheet_state != "visible",
        percents=frozenset(found.percents),
        capitals=frozenset(found.capitals),
        merged=tuple(found.merged) if len(found.merged) <= MOST_MERGED else (),
        formulas=frozenset(found.formulas),
        shown_smaller=frozenset(found.shown_smaller),
        hidden_rows=frozenset(found.hidden_rows),
        hidden_columns=frozenset(found.hidden_columns),
    )


def _styles(workbook: openpyxl.Workbook) -> Styles:
    """Return what the workbook's styles make of a figure."""
    formats = [_number_format(workbook, style.numFmtId) for style in workbook._cell_styles]
    fonts = [workbook._fonts[style.fontId].name or "" for style in workbook._cell_styles]
    return Styles(
        epoch=workbook.epoch,
        dates=frozenset(workbook._date_formats),
        durations=frozenset(workbook._timedelta_formats),
        years=frozenset(at for at, shown in enumerate(formats) if YEAR_FORMAT.fullmatch(_own_signs(shown))),
        percents=frozenset(at for at, shown in enumerate(formats) if "%" in _own_signs(shown)),
        smaller=frozenset(at for at, shown in enumerate(formats) if IN_THOUSANDS.search(_own_signs(shown))),
        capitals=frozenset(at for at, font in enumerate(fonts) if CAPITALS_FONT.match(font)),
    )


def _number_format(workbook: openpyxl.Workbook, number: int) -> str:
    if number < BUILTIN_FORMATS_MAX_SIZE:
        return str(BUILTIN_FORMATS.get(number, "General"))
    return str(workbook._number_formats[number - BUILTIN_FORMATS_MAX_SIZE])


def _own_signs(shown: str) -> str:
    """Return a number format without the letters it only adds: 0.0"%" multiplies nothing by a hundred."""
    return LITERALS.sub("", shown)


def read_ods(file: str, content: bytes) -> RawBook:
    """Return the sheets of an .ods with the values they were saved with. Raises UnreadableFile."""
    return _read_with_facts(file, content, partial(facts_of, most_cells=MOST_CELLS))


def read_xls(file: str, content: bytes) -> RawBook:
    """Return the sheets of an .xls with the values they were saved with. Raises UnreadableFile."""
    return _read_with_facts(file, content, old_facts)


def _read_with_facts(file: str, content: bytes, facts_in: Callable[[bytes], list[Facts]]) -> RawBook:
    try:
        facts = facts_in(content)
    except TooManyCells as error:
        raise UnreadableFile(file=file, why=Said.of("finding.why_too_many_cells", most=MOST_CELLS)) from error
    except BROKEN_WORKBOOK as error:
        raise UnreadableFile(file=file, why=Said.of("finding.why_not_workbook")) from error
    book = _read_calamine(file, content)
    if len(facts) != len(book.sheets):
        raise UnreadableFile(file=file, why=Said.of("finding.why_not_workbook"))
    sheets = (with_facts(*both, most_merged=MOST_MERGED) for both in zip(book.sheets, facts, strict=True))
    return replace(book, sheets=tuple(sheets))


def _read_calamine(file: str, content: bytes) -> RawBook:
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
