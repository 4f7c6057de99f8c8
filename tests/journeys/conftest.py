"""An office at work: a clerk's command line, and the dashboard over the same store."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.server import Server, serving_office
from tests.conftest import CommandLine


@pytest.fixture
def office(demo_store: Path, tmp_path: Path) -> CommandLine:
    """A clerk's command line on a demonstration store of this test's own."""
    return CommandLine(Path(shutil.copytree(demo_store, tmp_path / "store")))


@pytest.fixture
def served(office: CommandLine, tmp_path: Path) -> Iterator[Server]:
    """The dashboard over that store."""
    with serving_office(office.store, tmp_path / "served") as server:
        yield server
