"""Documents of the demonstration store, each made once: of the province, of one district, of one sector."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from indicators import catalogue, labels
from indicators.deck import deck
from indicators.exhibits import Document, document_of
from indicators.report import report
from indicators.selection import Selection
from indicators.store import Store
from indicators.workbook import book

# The whole province in both languages, a district in one, a sector in the other.
TOLD = {
    "province-vi": Selection(2020, "vi"),
    "province-en": Selection(2020, "en"),
    "district-vi": Selection(2020, "vi", district="170"),
    "district-en": Selection(2019, "en", district="164"),
    "sector-vi": Selection(2019, "vi", sector="che"),
    "sector-en": Selection(2020, "en", sector="che"),
}
MAKERS = {"pptx": deck, "xlsx": book, "docx": report}
Made = Callable[[str, str], bytes]
Told = Callable[[str], Document]


@pytest.fixture(scope="session")
def told(demo_store: Path) -> Told:
    """Return the document of a name of TOLD."""
    reading = Store.open(demo_store).at()

    @cache
    def found(name: str) -> Document:
        selection = TOLD[name]
        return document_of(reading, catalogue.load(), selection, labels.text(selection.language))

    return found


@pytest.fixture(scope="session")
def made(told: Told) -> Made:
    """Return the file of a document: name of TOLD, ending."""
    return cache(lambda name, ending: MAKERS[ending](told(name)))


@pytest.fixture(scope="session")
def as_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes, str], Path]:
    """Open a file in LibreOffice and return it as PDF; skipped where there is no LibreOffice."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("no LibreOffice on this computer (Debian: apt-get install libreoffice-impress)")
    home = tmp_path_factory.mktemp("office")

    def opened(content: bytes, ending: str) -> Path:
        folder = tmp_path_factory.mktemp("opened")
        (folder / f"made.{ending}").write_bytes(content)
        done = subprocess.run(
            [office, f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", "pdf", "--outdir", folder,
             folder / f"made.{ending}"],
            env={**os.environ, "HOME": str(home)}, capture_output=True, text=True, timeout=240, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        assert (folder / "made.pdf").exists(), done.stdout + done.stderr
        return folder / "made.pdf"

    return opened
