"""A store of one's own for each test, and an empty one to rehearse on."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.store import Reading, Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store at version 0."""
    return Store.create(tmp_path / "store", by="test")


@pytest.fixture(scope="session")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """An empty store, on which rows are only rehearsed: a rehearsal reads what a publication would make."""
    return Store.create(tmp_path_factory.mktemp("nothing") / "store", by="test").at()
