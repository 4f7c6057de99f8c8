"""Text files of separated fields: their encoding, their delimiter, their cells."""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from indicators.errors import UnreadableFile
from indicators.intake.book import RawBook, RawSheet, Typed
from indicators.intake.columns import MOST_CELLS, MOST_ROWS, Gathering
from indicators.intake.finding import Said
from indicators.intake.legible import vietnamese_words
from indicators.intake.oldletters import Letters

DELIMITERS = (";", "\t", "|", ",")
SAMPLE_LINES = 200
SAMPLE_LETTERS = 100_000
LEGACY_ENCODING = "cp1258"
SEPARATOR_LINE = re.compile(r'\A"?sep=(.)"?\r?\n', re.IGNORECASE)
# Control characters that no text file holds: the file is of another format.
NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")
TEXT_BYTES = bytes(byte for byte in range(256) if not NOT_TEXT.match(chr(byte)))

# A quotation mark that is never closed makes one field of the rest of the file; that is found out by its contents.
csv.field_size_limit(2**31 - 1)


def read_delimited(file: str, content: bytes) -> RawBook:
    """Return the one sheet of a text file; its line 24 is row 24, as Excel shows it. Raises UnreadableFile."""
    text = decoded(file, content)
    named = SEPARATOR_LINE.match(text.beginning)
    delimiter = named.group(1) if named else delimiter_of(text.beginning)
    lines = text.lines()
    if named:
        # Excel obeys this line and does not show it.
        next(lines)
    try:
        rows = _rows(file, csv.reader(lines, delimiter=delimiter))
    except csv.Error as error:
        raise UnreadableFile(file=file, why=Said.of("finding.why_not_text")) from error
    return RawBook(file, content, (RawSheet(None, rows),), text.supposed)


def _rows(file: str, lines: Iterable[list[str]]) -> Sequence[Sequence[Typed]]:
    """Return the lines with their fields; a file that would fill the memory is refused before it does."""
    gathering = Gathering()
    for line in lines:
        if gathering.rows == MOST_ROWS or gathering.cells + len(line) > MOST_CELLS:
            raise UnreadableFile(file=file, why=Said.of("finding.why_too_long", rows=MOST_ROWS, cells=MOST_CELLS))
        gathering.add(line)
    return gathering.all()


@dataclass(frozen=True)
class Decoded:
    """The text of a file, letter by letter as it is asked for, so that a long one is never held twice.

    `supposed` is the encoding's name where it is none of Unicode's.
    """

    content: bytes | str
    encoding: str = "utf-8"
    supposed: str | None = None

    def lines(self) -> Iterator[str]:
        """Return the lines with their ends."""
        if isinstance(self.content, str):
            return io.StringIO(self.content, newline="")
        return io.TextIOWrapper(io.BytesIO(self.content), self.encoding, newline="")

    @cached_property
    def beginning(self) -> str:
        """The first lines that hold anything, and those before them."""
        lines = self.lines()
        found, filled = [], 0
        while filled < SAMPLE_LINES and (line := next(lines, None)) is not None:
            found.append(line)
            filled += bool(line.strip())
        return "".join(found)


def decoded(file: str, content: bytes) -> Decoded:
    """Return the text in its encoding; raises UnreadableFile for what is no text."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            _strictly(file, content, encoding)
            return Decoded(content, encoding)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        text, supposed = _from_bytes(file, content)
        if NOT_TEXT.search(text):
            raise UnreadableFile(file=file, why=Said.of("finding.why_not_text")) from None
        return Decoded(text, supposed=supposed)
    # A byte of such a control character is never part of another letter.
    if content.translate(None, TEXT_BYTES):
        raise UnreadableFile(file=file, why=Said.of("finding.why_not_text"))
    return Decoded(content)


def _from_bytes(file: str, content: bytes) -> tuple[str, str | None]:
    """Return text of one byte a letter, in the encoding that makes the most Vietnamese words of it.

    TCVN3 and VNI are left as their bytes, to be converted and told of as in a workbook.
    """
    bytewise = content.decode("latin-1")
    sample = bytewise[:SAMPLE_LETTERS]
    try:
        # This encoding has its tone marks apart from their letters.
        text = unicodedata.normalize("NFC", content.decode(LEGACY_ENCODING))
    except UnicodeDecodeError:
        text = None
    old = max(vietnamese_words(sample, letters) for letters in Letters)
    if old and old > (0 if text is None else vietnamese_words(text[:SAMPLE_LETTERS])):
        return bytewise, None
    return (_strictly(file, content, LEGACY_ENCODING) if text is None else text), LEGACY_ENCODING


def _strictly(file: str, content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFile(file=file, why=Said.of("finding.why_encoding", position=error.start + 1)) from error


def delimiter_of(text: str) -> str:
    """Return the delimiter under which most lines have the same number of fields, more than one."""
    lines = [line for line in io.StringIO(text, newline="") if line.strip()][:SAMPLE_LINES]
    return max(DELIMITERS, key=lambda delimiter: _evenness(lines, delimiter))


def _evenness(lines: Iterable[str], delimiter: str) -> tuple[float, int]:
    counts = Counter(len(fields) for fields in csv.reader(lines, delimiter=delimiter) if fields)
    width, rows = max(counts.items(), key=lambda item: (item[0] > 1, item[1], item[0]), default=(1, 0))
    return (rows / counts.total(), width) if width > 1 else (0.0, 1)
