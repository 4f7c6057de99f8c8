"""Stores of a few rows that are read as large ones are: from their files and from roll-ups."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from indicators.store import engine as engines
from indicators.store.engine import Engine

_NOTHING_HELD = Engine(most_rows_held=0)


@contextmanager
def read_as_large() -> Iterator[None]:
    """Let this process hold no version in memory for a while."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engines, "_made_once", lambda: _NOTHING_HELD)
        yield
