"""The offline file of the demonstration set, written by the command line, open in a Chromium without a network."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from indicators.exhibits.verdicts import Gathered, gathered
from indicators.store import Store
from tests.conftest import CommandLine
from tests.exhibits.every_builder import CATALOGUE
from tests.snapshot.offline import Offline, opened


@pytest.fixture(scope="session")
def offline_file(demo_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file in Vietnamese, at the end of 2020, made by whichever process of the tests comes first."""
    own = tmp_path_factory.getbasetemp()
    folder = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    path = folder / "số liệu 2020.html"
    try:
        (folder / "making").mkdir()
    except FileExistsError:
        while not path.exists():
            assert not (folder / "failed").exists()
            time.sleep(0.1)
        return path
    ended = CommandLine(demo_store)("export", "snapshot", "--out", own / "made.html", "--as-of", "2020", timeout=600)
    if ended.exit_code:
        (folder / "failed").mkdir()
    assert ended.exit_code == 0, ended.complaints
    return (own / "made.html").rename(path)


@pytest.fixture(scope="session")
def known(demo_store: Path) -> Gathered:
    """What the store says of every place."""
    return gathered(Store.open(demo_store).at(), CATALOGUE, as_of=2020)


@pytest.fixture(scope="session")
def page(chromium: Browser, offline_file: Path) -> Iterator[Page]:
    """The file, opened once for questions to its own model."""
    with opened(chromium, offline_file) as offline:
        yield offline.page


@pytest.fixture
def offline(chromium: Browser, offline_file: Path) -> Iterator[Offline]:
    """The file in a window of its own; at the end it has asked for nothing and complained of nothing."""
    with opened(chromium, offline_file) as found:
        yield found


@pytest.fixture
def stage(chromium: Browser, offline_file: Path) -> Iterator[Page]:
    """The stage, entered by F."""
    with opened(chromium, offline_file, width=1920, height=1080, fragment="p=overview&nam=2020") as offline:
        offline.page.keyboard.press("f")
        offline.page.wait_for_selector(".slide")
        yield offline.page
