"""What a packed file is, before anything of it is opened: refused where it would flood the memory or is locked."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from indicators.errors import UnreadableFile
from indicators.intake.finding import Said

# The largest file taken in, and the most that a packed one may hold: 100 000 rows of 20 columns make some 60 MB of XML.
MOST_BYTES = 200 * 1024 * 1024
MOST_UNPACKED_BYTES = 400 * 1024 * 1024
MOST_PARTS = 5_000
# A sheet of the same digit over and over packs at most so tightly.
MOST_TIMES_PACKED = 250
ALWAYS_FITS_BYTES = 20 * 1024 * 1024
PROLOGUE_BYTES = 64 * 1024
IS_ENCRYPTED = 0x1
DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
PROGRAMS_BY_FOLDER = {"word/": "Word", "ppt/": "PowerPoint", "visio/": "Visio"}
PROGRAMS_BY_STREAM = {"WordDocument": "Word", "PowerPoint Document": "PowerPoint", "VisioDocument": "Visio"}
WORKBOOK_PARTS = frozenset({"xl/workbook.xml", "xl/workbook.bin"})
OPEN_DOCUMENT_PART = "content.xml"


def refuse_large(file: str, content: bytes) -> None:
    """Refuse a file over the bound. Raises UnreadableFile."""
    if len(content) > MOST_BYTES:
        raise _unreadable(file, "why_too_large", megabytes=MOST_BYTES >> 20)


def refuse_locked(file: str, content: bytes) -> None:
    """Refuse an old Office file that is locked or holds no workbook. Raises UnreadableFile."""
    if _named("EncryptedPackage") in content:
        raise _unreadable(file, "why_password")
    for stream, program in PROGRAMS_BY_STREAM.items():
        if _named(stream) in content and _named("Workbook") not in content:
            raise _unreadable(file, "why_other_format", format=program)


def packed_kind(file: str, content: bytes) -> str:
    """Return what a packed file is: xlsx or ods; everything unsafe or foreign is refused.

    Raises UnreadableFile.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            _refuse_flood(file, parts, len(content))
            kind = _kind(file, parts)
            _refuse_declarations(file, parts)
            if kind == "ods":
                # Its reader trusts the sizes that the file states; reading it once here holds them to be true.
                _refuse_locked_document(file, parts)
                if parts.testzip() is not None:
                    raise _unreadable(file, "why_truncated")
            return kind
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise _unreadable(file, "why_truncated") from error


def _refuse_flood(file: str, parts: zipfile.ZipFile, packed: int) -> None:
    infos = parts.infolist()
    if any(info.flag_bits & IS_ENCRYPTED for info in infos):
        raise _unreadable(file, "why_password")
    unpacked = sum(info.file_size for info in infos)
    is_tight = unpacked > ALWAYS_FITS_BYTES and unpacked > MOST_TIMES_PACKED * packed
    if len(infos) > MOST_PARTS or unpacked > MOST_UNPACKED_BYTES or is_tight:
        raise _unreadable(file, "why_bomb", megabytes=MOST_UNPACKED_BYTES >> 20, times=MOST_TIMES_PACKED)


def _kind(file: str, parts: zipfile.ZipFile) -> str:
    names = set(parts.namelist())
    if "xl/workbook.bin" in names:
        # Its reader says nothing of percentages and formulas: 35 % would come in as 0.35.
        raise _unreadable(file, "why_other_format", format="XLSB")
    if names & WORKBOOK_PARTS or any(name.startswith("xl/") for name in names):
        return "xlsx"
    if OPEN_DOCUMENT_PART in names and "mimetype" in names:
        return "ods"
    for folder, program in PROGRAMS_BY_FOLDER.items():
        if any(name.startswith(folder) for name in names):
            raise _unreadable(file, "why_other_format", format=program)
    raise _unreadable(file, "why_other_format", format="ZIP")


def _refuse_declarations(file: str, parts: zipfile.ZipFile) -> None:
    """Refuse parts that declare entities: no workbook needs them, and they can read files or flood the memory."""
    for info in parts.infolist():
        if info.filename.endswith((".xml", ".rels")):
            with parts.open(info) as part:
                if DECLARATION.search(part.read(PROLOGUE_BYTES)):
                    raise _unreadable(file, "why_entities")


def _refuse_locked_document(file: str, parts: zipfile.ZipFile) -> None:
    name = "META-INF/manifest.xml"
    if name in parts.namelist() and b"encryption-data" in parts.read(name):
        raise _unreadable(file, "why_password")


def _named(stream: str) -> bytes:
    """Return a stream's name as the directory of an old Office file holds it."""
    return stream.encode("utf-16-le")


def _unreadable(file: str, why: str, **figures: object) -> UnreadableFile:
    return UnreadableFile(file=file, why=Said.of(f"finding.{why}", **figures))
