"""What an office sets about one store, in `settings.toml` in its folder; without that file nothing is set."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from indicators.errors import BrokenStoreSettings

FILE, TABLE, KEPT_DAYS = "settings.toml", "versions", "kept_days"
# A thousand years: beyond, no date can be told.
_MOST_DAYS = 365_000


@dataclass(frozen=True)
class StoreSettings:
    """How many days the figures of a version are kept after a later one took its place; None: for ever."""

    kept_days: int | None = None


def read(folder: Path) -> StoreSettings:
    """Return what is set for a store; raises BrokenStoreSettings, also for a name that means nothing."""
    path = folder / FILE
    try:
        told: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return StoreSettings()
    except (OSError, ValueError) as error:
        raise BrokenStoreSettings(file=str(path)) from error
    versions = told.pop(TABLE, {})
    if told or not isinstance(versions, dict) or versions.keys() - {KEPT_DAYS}:
        raise BrokenStoreSettings(file=str(path))
    days = versions.get(KEPT_DAYS)
    if days is not None and (type(days) is not int or not 0 <= days <= _MOST_DAYS):
        raise BrokenStoreSettings(file=str(path))
    return StoreSettings(kept_days=days)
