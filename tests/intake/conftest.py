"""Desks for the tests of the way in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.desk import Desk


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk whose store knows definitions and holds no figures; for checking, not for publishing."""
    return Desk.with_definitions(tmp_path_factory.mktemp("desk") / "store")


@pytest.fixture
def own_desk(tmp_path: Path) -> Desk:
    """A desk of one's own, to publish at."""
    return Desk.with_definitions(tmp_path / "store")
