"""A store to publish into and somebody signed in, as the upload page finds them."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.store import Store
from indicators.ui import access
from tests.upload.clerk import CLERK


@pytest.fixture
def store(demo_store_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A demonstration store to publish into, as the dashboard finds it."""
    monkeypatch.setenv("INDICATORS_STORE", str(demo_store_copy))
    return Store.open(demo_store_copy)


@pytest.fixture
def signed_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody is signed in."""
    monkeypatch.setattr(access, "staff", lambda: CLERK)
