"""Whoever the operating system does not let write the store's folder reads it, and is refused all the rest."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import CHECKOUT, CommandLine

NOBODY = 65534
DEFINITION = "ma;ten;don_vi;loai_chi_tieu;chieu\ndn;Doanh nghiệp;DN;luỹ kế;tăng\n"
pytestmark = pytest.mark.skipif(
    os.name == "nt" or os.geteuid() != 0, reason="only root can become an account without rights"
)

# The libraries and the queries are loaded before, because the checkout itself may lie where nobody may look.
AS_NOBODY = f"""
import os, ssl, sys
import pyarrow.acero, pyarrow.dataset, pyarrow.parquet
from indicators import catalogue, labels, queryfile
from indicators.cli import main
catalogue.load()
for name in queryfile.names():
    queryfile.read(name)
for language in labels.LANGUAGES:
    labels.sentences(language)
os.setgroups([])
os.setgid({NOBODY})
os.setuid({NOBODY})
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder that everybody may read and only root may write, with a store of two versions and a file."""
    with tempfile.TemporaryDirectory() as made:
        root = Path(made)
        command = CommandLine(root / "store")
        assert command("init", "--empty").exit_code == 0
        (root / "chi-tieu.csv").write_text(
            "ma;ten;don_vi;loai_chi_tieu;chieu\ndn;Doanh nghiệp;DN;luỹ kế;tăng\n", "utf-8"
        )
        (root / "so-lieu.csv").write_text("chi_tieu;nam;gia_tri\ndn;2019;5\n", "utf-8")
        for _ in range(2):
            assert command("publish", root / "chi-tieu.csv", "--by", "Lan", "--reason", "thử").exit_code == 0
        for path in (root, *root.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        yield root


def run(folder: Path, *words: str, store: str = "store") -> tuple[int, Any]:
    """Return the exit code and the document of one command, run as an account without rights."""
    ended = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, *words, "--json"],
        cwd=CHECKOUT,
        env={**os.environ, "INDICATORS_STORE": str(folder / store)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in ended.stderr, ended.stderr
    return ended.returncode, json.loads(ended.stdout)


def everything_in(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


WRITING = {
    "publish": ("publish", "{folder}/so-lieu.csv", "--by", "Ai đó", "--reason", "lẻn vào"),
    "restore": ("restore", "0", "--by", "Ai đó", "--reason", "lẻn vào"),
    "vacuum": ("vacuum", "--yes"),
}


@pytest.mark.parametrize("command", WRITING)
def test_writing_is_refused_in_words_and_changes_nothing(folder: Path, command: str) -> None:
    before = everything_in(folder)

    exit_code, document = run(folder, *(word.format(folder=folder) for word in WRITING[command]))

    assert (exit_code, document["error"]["code"]) == (2, "store_forbidden")
    assert "quyền ghi" in document["error"]["message"]["vi"]
    assert str(folder / "store") in document["error"]["message"]["en"]
    assert everything_in(folder) == before


@pytest.mark.parametrize("kind", ["--demo", "--empty"])
def test_a_store_is_not_made_where_nobody_may_write(folder: Path, kind: str) -> None:
    exit_code, document = run(folder, "init", kind, store="another")

    assert (exit_code, document["error"]["code"]) == (2, "store_forbidden")
    assert sorted(path.name for path in folder.iterdir()) == ["chi-tieu.csv", "so-lieu.csv", "store"]


@pytest.mark.parametrize(
    "words",
    [
        ("history",),
        ("assess",),
        ("values", "--indicator", "dn"),
        ("diff", "0", "1"),
        ("vacuum",),
        ("check", "{folder}/so-lieu.csv"),
    ],
    ids=lambda words: words[0],
)
def test_reading_goes_on(folder: Path, words: tuple[str, ...]) -> None:
    exit_code, document = run(folder, *(word.format(folder=folder) for word in words))

    assert exit_code == 0
    assert "error" not in document
