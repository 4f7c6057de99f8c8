"""How far a command is: told to a reader at a terminal, on a line that is wiped, and to nobody else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.browser.server import CHECKOUT
from tests.conftest import CommandLine

pty = pytest.importorskip("pty")


def at_a_terminal(store: Path, *words: object) -> str:
    """Run a command whose complaints go to a terminal, and return what stood there."""
    ours, theirs = pty.openpty()
    said: list[bytes] = []

    def listen() -> None:
        # At its end a terminal is closed by an error.
        try:
            while block := os.read(ours, 65536):
                said.append(block)
        except OSError:
            pass

    listening = threading.Thread(target=listen)
    listening.start()
    command = [sys.executable, "-m", "indicators", *map(str, words)]
    environment = {**os.environ, "INDICATORS_STORE": str(store)}
    subprocess.run(command, cwd=CHECKOUT, env=environment, stdout=subprocess.DEVNULL, stderr=theirs, check=True)
    os.close(theirs)
    listening.join()
    os.close(ours)
    return b"".join(said).decode("utf-8")


# `make long` makes the offline file, too.
WORDS = [
    (("init", "--demo"), "Đang lập"),
    (("export", "report", "--district", "170", "--lang", "en"), "Being made"),
    *([(("export", "snapshot"), "Đang lập")] if "INDICATORS_KILLS" in os.environ else []),
]


@pytest.mark.parametrize(("words", "sign"), WORDS, ids=str)
def test_a_terminal_is_told_each_part_to_the_last(
    demo_store: Path, tmp_path: Path, words: tuple[str, ...], sign: str
) -> None:
    is_export = words[0] == "export"
    out = ("--out", tmp_path / "made") if is_export else ()

    said = at_a_terminal(demo_store if is_export else tmp_path / "store", *words, *out)

    lines = re.findall(rf"{sign}: (\d+)/(\d+)", said)
    assert len(lines) > 3
    assert [int(done) for done, _ in lines] == list(range(1, len(lines) + 1))
    # The last part wipes the line.
    assert {int(of) for _, of in lines} == {len(lines) + 1}
    assert said.rpartition("\r")[0].rpartition("\r")[2].strip() == ""


def test_another_program_is_told_nothing(demo_store: Path, tmp_path: Path) -> None:
    ended = CommandLine(demo_store)("export", "workbook", "--district", "170", "--out", tmp_path / "made.xlsx")

    assert ended.exit_code == 0
    assert ended.complaints == ""
