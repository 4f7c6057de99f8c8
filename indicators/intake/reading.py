"""A file's bytes opened as what they are, whatever its name says."""

from __future__ import annotations

import re

from indicators.errors import UnknownSheet, UnreadableFile
from indicators.intake.book import RawBook, RawSheet
from indicators.intake.columnar import read_parquet
from indicators.intake.container import packed_kind, refuse_large, refuse_locked
from indicators.intake.delimited import read_delimited
from indicators.intake.finding import Said
from indicators.intake.legible import legible
from indicators.intake.spreadsheet import read_ods, read_xls, read_xlsx

READERS = {"xlsx": read_xlsx, "ods": read_ods}
ZIP_START = b"PK\x03\x04"
OLD_OFFICE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PARQUET_START = b"PAR1"
# An .ods names itself in its first, uncompressed part.
OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
WORKBOOK_ENDINGS = frozenset({"xlsx", "xlsm", "ods"})
OTHER_STARTS = {
    b"%PDF": "PDF",
    b"{\\rtf": "RTF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"PK\x05\x06": "ZIP",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7-Zip",
    b"\x1f\x8b": "GZIP",
    b"MZ\x90": "EXE",
}
MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|table|\?xml|head|meta)\b", re.IGNORECASE)
LAST_OF_A_PATH = re.compile(r"[^/\\]*$")
UNSEEN = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
LONGEST_NAME = 200


def read(file: str, content: bytes) -> RawBook:
    """Return the file's sheets, every cell with its text as typed; text from before Unicode is made legible beside.

    Raises UnreadableFile.
    """
    name = plain_name(file)
    refuse_large(name, content)
    return legible(_opened(name, content))


def plain_name(file: str) -> str:
    """Return a file's own name: no folders before it, no signs that hide or turn its letters."""
    found = LAST_OF_A_PATH.search(UNSEEN.sub("", file.rstrip("/\\")))
    return (found.group() if found else "")[-LONGEST_NAME:].lstrip(".") or "tep"


def _opened(file: str, content: bytes) -> RawBook:
    if not content or content.isspace():
        raise UnreadableFile(file=file, why=Said.of("finding.why_empty"))
    if content.startswith(PARQUET_START):
        return read_parquet(file, content)
    if content.startswith(OLD_OFFICE_START):
        refuse_locked(file, content)
        return read_xls(file, content)
    if content.startswith(ZIP_START):
        kind = packed_kind(file, content)
        return READERS[kind](file, content)
    for start, format_name in OTHER_STARTS.items():
        if content.startswith(start):
            raise UnreadableFile(file=file, why=Said.of("finding.why_other_format", format=format_name))
    if MARKUP.match(content):
        raise UnreadableFile(file=file, why=Said.of("finding.why_other_format", format="HTML/XML"))
    book = read_delimited(file, content)
    _refuse_other_names(book)
    return book


def _refuse_other_names(book: RawBook) -> None:
    """Refuse text under the name of another format: it was renamed, or is a page of an error. Raises UnreadableFile."""
    ending = book.file.lower().rpartition(".")[2]
    if ending in WORKBOOK_ENDINGS:
        raise UnreadableFile(file=book.file, why=Said.of("finding.why_not_workbook"))
    if ending == "parquet":
        raise UnreadableFile(file=book.file, why=Said.of("finding.why_not_parquet"))
    if ending == "txt" and all(sheet.width < 2 for sheet in book.sheets):
        raise UnreadableFile(file=book.file, why=Said.of("finding.why_no_fields"))


def chosen(book: RawBook, sheet: str | None) -> tuple[RawSheet, ...]:
    """Return the sheets to work on: the named one, else all. Raises UnknownSheet."""
    if sheet is None:
        return book.sheets
    found = tuple(one for one in book.sheets if one.name == sheet)
    if not found:
        names = ", ".join(one.name for one in book.sheets if one.name is not None)
        raise UnknownSheet(sheet=sheet, sheets=names)
    return found
