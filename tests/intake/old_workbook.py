"""An .xls written by hand: its records, and the container about them."""

from __future__ import annotations

import struct

SECTOR = 512
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
BEGINNING = struct.pack("<HHHHHI", 0x0600, 0x05, 0x0DBB, 0x07CC, 0, 6)
BEGINNING_OF_SHEET = struct.pack("<HHHHII", 0x0600, 0x10, 0x0DBB, 0x07CC, 0, 6)


def record(kind: int, body: bytes = b"") -> bytes:
    """Return one record."""
    return struct.pack("<HH", kind, len(body)) + body


def text(row: int, column: int, words: str) -> bytes:
    """Return a cell of text."""
    return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(words), 1) + words.encode("utf-16-le"))


def number(row: int, column: int, value: float, *, style: int = 0) -> bytes:
    """Return a cell of a number."""
    return record(0x0203, struct.pack("<HHHd", row, column, style, value))


def formula(row: int, column: int, result: bytes, *, style: int = 0) -> bytes:
    """Return a cell of a formula with its saved result of eight bytes."""
    return record(0x06, struct.pack("<HHH", row, column, style) + result + struct.pack("<HIH", 0, 0, 0))


def error(row: int, column: int, code: int) -> bytes:
    """Return a cell of an error."""
    return record(0x0205, struct.pack("<HHHBB", row, column, 0, code, 1))


def workbook(cells: bytes, *, formats: tuple[str, ...] = ()) -> bytes:
    """Return the bytes of an .xls of one sheet; style 1 has the first of the formats, and so on."""
    shown = b"".join(
        record(0x041E, struct.pack("<HHB", 164 + at, len(one), 0) + one.encode("latin-1"))
        for at, one in enumerate(formats)
    )
    styles = b"".join(
        record(0xE0, struct.pack("<HH", 0, kind) + bytes(16)) for kind in (0, *(164 + at for at in range(len(formats))))
    )
    sheet = record(0x0809, BEGINNING_OF_SHEET) + cells + record(0x0A)
    head = record(0x0809, BEGINNING) + record(0x42, struct.pack("<H", 1200)) + shown + styles
    start = len(head) + 4 + 8 + 1 + 4
    bound = record(0x85, struct.pack("<IBBBB", start, 0, 0, 1, 0) + b"S")
    stream = (head + bound + record(0x0A) + sheet).ljust(4096, b"\0")
    return _contained(stream.ljust(-(-len(stream) // SECTOR) * SECTOR, b"\0"))


def _contained(stream: bytes) -> bytes:
    """Return a stream in its container: a table of sectors, a directory, the stream itself."""
    sectors = len(stream) // SECTOR
    table = [TABLE, END, *range(3, 2 + sectors), END]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, END, 0, END, 0) + struct.pack("<I", 0)
    directory = _entry("Root Entry", 5, 1, END, 0) + _entry("Workbook", 2, FREE, 2, len(stream))
    return b"".join(
        [
            head.ljust(SECTOR, b"\xff"),
            struct.pack(f"<{len(table)}I", *table).ljust(SECTOR, b"\xff"),
            directory.ljust(SECTOR, b"\0"),
            stream,
        ]
    )


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    letters = (name + "\0").encode("utf-16-le")
    about = struct.pack("<HBBIII", len(letters), kind, 1, FREE, FREE, child)
    return letters.ljust(64, b"\0") + about + bytes(36) + struct.pack("<III", start, size, 0)
