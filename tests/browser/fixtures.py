"""The dashboard over the demonstration store, and a Chromium that may speak to it alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.server import Server, serving_office
from tests.browser.visit import Visits


@pytest.fixture(scope="session")
def dashboard(demo_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The dashboard over the shared demonstration store: for looking only."""
    with serving_office(demo_store, tmp_path_factory.mktemp("server")) as server:
        yield server


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for the whole run; missing it is a skip at home and a failure on the build server."""
    path = find_chromium()
    if path is None:
        sentence = "no Chromium on this computer (Debian: apt-get install chromium)"
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def visits(chromium: Browser) -> Iterator[Visits]:
    """Open pages with `visits(url, width=…)`; at the end none of them has called outside or broken."""
    opened = Visits(chromium)
    yield opened
    opened.close()
