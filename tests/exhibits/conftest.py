"""Readings of three stores: a small literal one, an empty one, and the demonstration set."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.store import Reading, Store
from tests.exhibits.small_store import small_store


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return small_store(tmp_path_factory.mktemp("small") / "store").at()


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return Store.create(tmp_path_factory.mktemp("empty") / "store", by="test").at()


@pytest.fixture(scope="session")
def demo(demo_store: Path) -> Reading:
    return Store.open(demo_store).at()
