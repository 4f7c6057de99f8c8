"""Files torn, flipped, renamed: whatever becomes of them, they are answered in words and never by a traceback."""

from __future__ import annotations

import io
import os
import random
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from indicators.errors import IndicatorsError
from indicators.intake import read
from tests.intake import old_workbook
from tests.intake.corpus.workbooks import every_workbook
from tests.intake.desk import Desk, workbook
from tests.intake.open_document import document, number, row, text

SEED = 20261125
# `make long` asks for more.
ROUNDS = int(os.environ.get("INDICATORS_TORN", "2"))
PARTS = {"xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "content.xml"}
ENDINGS = ("xls", "xlsx", "xlsm", "ods", "csv", "txt", "parquet", "")


def mutations(content: bytes, rounds: int, chance: random.Random) -> Iterator[bytes]:
    """Yield the bytes cut short, with some of them changed, doubled, left out, moved."""
    for _ in range(rounds):
        at, length = chance.randrange(len(content)), chance.randrange(1, 200)
        yield content[:at]
        yield content[: chance.choice((1, 8, 100, 511, 512, 513, 4096))]
        flipped = bytearray(content)
        for _ in range(chance.choice((1, 5, 50))):
            flipped[chance.randrange(len(flipped))] = chance.randrange(256)
        yield bytes(flipped)
        yield content[:at] + content[at + length :]
        yield content[:at] + bytes(chance.randrange(256) for _ in range(length)) + content[at:]
        yield content + content[:at]


def torn_inside(content: bytes, rounds: int, chance: random.Random) -> Iterator[bytes]:
    """Yield a packed file with one of its parts torn: the container stays whole, and only its reader can tell."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    for name in sorted(parts.keys() & PARTS):
        for torn in mutations(parts[name], rounds, chance):
            written = io.BytesIO()
            with zipfile.ZipFile(written, "w") as packed:
                for one, part in parts.items():
                    packed.writestr(one, torn if one == name else part)
            yield written.getvalue()


def answered(desk: Desk, content: bytes, name: str) -> None:
    """Check a file, with and without an indicator chosen for it; what is refused by name is answered too."""
    with suppress(IndicatorsError):
        book = read(name, content)
        for indicator in (None, "ty_le"):
            with suppress(IndicatorsError):
                desk.check_book(book, indicator=indicator)


def made_here() -> Iterator[tuple[str, bytes]]:
    """Yield small files of every format."""
    rows = [["Số DN được hỗ trợ"], ["Huyện", 2014, "2015 (*)"], ["Đại Từ", 4, "1.234,5"], ["Tæng sè", "…", None]]
    yield "tep.xlsx", workbook({"S": rows, "T": rows})
    yield "tep.csv", "\n".join(";".join("" if cell is None else str(cell) for cell in cells) for cells in rows).encode()
    yield (
        "tep.ods",
        document({"S": row(text("Huyện"), number(2014)) + row(text("Đại Từ"), number(0.5, kind="percentage"))}),
    )
    cells = old_workbook.text(0, 0, "Huyện") + old_workbook.number(0, 1, 2014) + old_workbook.text(1, 0, "Đại Từ")
    yield "tep.xls", old_workbook.workbook(cells + old_workbook.number(1, 1, 0.5, style=1), formats=("0%",))
    yield from ((book.file, book.content) for book in list(every_workbook())[::40])


def test_torn_files_of_every_format_are_answered_in_words(desk: Desk) -> None:
    chance = random.Random(SEED)
    for name, content in made_here():
        for torn in mutations(content, ROUNDS, chance):
            answered(desk, torn, f"tep.{chance.choice(ENDINGS)}" if chance.random() < 0.3 else name)


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_workbooks_with_a_torn_part_are_answered_in_words(desk: Desk) -> None:
    chance = random.Random(SEED)
    for name, content in list(made_here())[:3]:
        if content.startswith(b"PK"):
            for torn in torn_inside(content, ROUNDS, chance):
                answered(desk, torn, name)


@pytest.mark.long
def test_torn_real_files_are_answered_in_words(desk: Desk, shared: Path) -> None:
    chance = random.Random(SEED)
    for folder in ("px-web", "monthly-workbooks"):
        for path in sorted((shared / "real" / folder).iterdir()):
            for torn in mutations(path.read_bytes(), max(1, ROUNDS // 4), chance):
                answered(desk, torn, path.name)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_real_file_under_any_ending_is_answered_in_words(ending: str, desk: Desk, shared: Path) -> None:
    for folder in ("px-web", "monthly-workbooks"):
        path = sorted((shared / "real" / folder).iterdir())[0]
        answered(desk, path.read_bytes(), f"tep.{ending}")
