"""A store of one's own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store at version 0."""
    return Store.create(tmp_path / "store", by="test")
