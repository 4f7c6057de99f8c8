"""What an .xls says of its cells beside their values: percentages, formulas, what is hidden.

The records are those of [MS-XLS], the container's sectors those of [MS-CFB].
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from indicators.intake.facts import Facts

FIRST_TABLE, END, LEAST_SECTOR = 109, 0xFFFFFFFA, 64
STREAMS = ("Workbook", "Book")
SMALL_STREAM = 4096
ENTRY_BYTES = 128
BOF, EOF_RECORD, BOUND_SHEET, FORMAT, FORMAT_OLD, XF = 0x0809, 0x0A, 0x85, 0x041E, 0x1E, 0xE0
NUMBER, RK, MANY_RK, FORMULA, ROW, COLUMNS = 0x0203, 0x027E, 0xBD, 0x06, 0x0208, 0x7D
TRUTH_OR_ERROR, RESULT_IS_ERROR = 0x0205, 2
ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!"}
OTHER_ERROR = "#N/A"
WORKSHEET = 0
NEW_BOOK = 0x0600
BUILT_IN_PERCENTS = frozenset({9, 10})
LITERALS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')
LAST_COLUMN = 255


def old_facts(content: bytes) -> list[Facts]:
    """Return the facts of each worksheet of an .xls, in its own order.

    Raises what a broken file raises: struct.error, IndexError, ValueError.
    """
    stream = _stream(content)
    (version,) = struct.unpack_from("<H", stream, 4)
    starts: list[int] = []
    formats: dict[int, str] = {}
    styles: list[int] = []
    for kind, body in _records(stream, 0):
        if kind == BOUND_SHEET and body[5] & 0x0F == WORKSHEET:
            starts.append(int.from_bytes(body[:4], "little"))
        elif kind in (FORMAT, FORMAT_OLD):
            formats[int.from_bytes(body[:2], "little")] = _shown(body, is_new=version >= NEW_BOOK)
        elif kind == XF:
            styles.append(int.from_bytes(body[2:4], "little"))
    percents = {at for at, shown in enumerate(styles) if _is_percentage(shown, formats)}
    return [_facts(stream, start, percents) for start in starts]


def _is_percentage(number: int, formats: dict[int, str]) -> bool:
    if number in formats:
        return "%" in LITERALS.sub("", formats[number])
    return number in BUILT_IN_PERCENTS


def _shown(body: bytes, *, is_new: bool) -> str:
    if not is_new:
        return body[3:].decode("latin-1")
    is_wide = body[4] & 1
    return body[5:].decode("utf-16-le" if is_wide else "latin-1", "replace")


def _facts(stream: bytes, start: int, percents: set[int]) -> Facts:
    found = Facts()
    for kind, body in _records(stream, start):
        if kind in (NUMBER, RK, FORMULA):
            row, column, style = struct.unpack_from("<HHH", body)
            if kind == FORMULA:
                found.formulas.add((row, column))
                if body[6] == RESULT_IS_ERROR and body[12:14] == b"\xff\xff":
                    found.errors[row, column] = ERRORS.get(body[8], OTHER_ERROR)
            if style in percents:
                found.percents.add((row, column))
        elif kind == TRUTH_OR_ERROR and body[7]:
            row, column = struct.unpack_from("<HH", body)
            found.errors[row, column] = ERRORS.get(body[6], OTHER_ERROR)
        elif kind == MANY_RK:
            row, first = struct.unpack_from("<HH", body)
            for at in range((len(body) - 6) // 6):
                (style,) = struct.unpack_from("<H", body, 4 + 6 * at)
                if style in percents:
                    found.percents.add((row, first + at))
        elif kind == ROW and len(body) >= 16 and body[12] & 0x20:
            found.hidden_rows.add(int.from_bytes(body[:2], "little"))
        elif kind == COLUMNS and body[8] & 0x01:
            first, last = struct.unpack_from("<HH", body)
            found.hidden_columns.update(range(first, min(last, LAST_COLUMN) + 1))
    return found


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records of one part, from its beginning to its end; a chart inside a sheet is a part of its own."""
    at, depth = start, 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        depth += (kind == BOF) - (kind == EOF_RECORD)
        if depth == 0:
            return
        if depth == 1:
            yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _stream(content: bytes) -> bytes:
    """Return the workbook's stream. Raises ValueError where there is none."""
    size = 1 << min(struct.unpack_from("<H", content, 30)[0], 20)
    if size < LEAST_SECTOR:
        raise ValueError(size)
    table = _table(content, size)
    directory = _chained(content, size, table, struct.unpack_from("<I", content, 48)[0], offset=1)
    entries = [directory[at : at + ENTRY_BYTES] for at in range(0, len(directory), ENTRY_BYTES)]
    by_name = {entry[: max(0, entry[64] - 2)].decode("utf-16-le", "replace"): entry for entry in entries}
    entry = next((by_name[name] for name in STREAMS if name in by_name), None)
    if entry is None:
        raise ValueError(sorted(by_name))
    start, length = struct.unpack_from("<II", entry, 116)
    if length >= SMALL_STREAM:
        return _chained(content, size, table, start, offset=1)[:length]
    small_start = struct.unpack_from("<I", content, 60)[0]
    small_table = _numbers(_chained(content, size, table, small_start, offset=1))
    small = _chained(content, size, table, struct.unpack_from("<I", entries[0], 116)[0], offset=1)
    return _chained(small, 1 << struct.unpack_from("<H", content, 32)[0], small_table, start, offset=0)[:length]


def _table(content: bytes, size: int) -> tuple[int, ...]:
    """Return which sector follows which."""
    sectors = [at for at in struct.unpack_from(f"<{FIRST_TABLE}I", content, 76) if at < END]
    more, seen = struct.unpack_from("<I", content, 68)[0], set[int]()
    while more < END and more not in seen:
        seen.add(more)
        *here, more = _numbers(content[(more + 1) * size : (more + 2) * size])
        sectors += [at for at in here if at < END]
    return _numbers(b"".join(content[(at + 1) * size : (at + 2) * size] for at in sectors))


def _chained(content: bytes, size: int, table: tuple[int, ...], start: int, *, offset: int) -> bytes:
    """Return the bytes of the sectors that follow one another from the first; a chain that goes round is broken."""
    pieces: list[bytes] = []
    at = start
    while at < END:
        pieces.append(content[(at + offset) * size : (at + offset + 1) * size])
        if len(pieces) > len(table):
            raise ValueError(at)
        at = table[at]
    return b"".join(pieces)


def _numbers(part: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(part) // 4}I", part[: len(part) // 4 * 4])
