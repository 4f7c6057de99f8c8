"""The table's own log, entry by entry: which commit made a version, and which indicators it changed.

Deltalake's `history` counts its numbers down from the version it opened, over whatever the log holds by then: while
somebody else publishes it gives one version the name of another. The number stands in the name of an entry's file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from indicators.store.commit import Commit, from_log
from indicators.store.record import PARTITION

Action = Mapping[str, Any]


@dataclass(frozen=True)
class Entry:
    """One entry of the log; `indicators` are those whose records it changed."""

    commit: Commit
    indicators: frozenset[str]


def read_entry(log: Path, version: int) -> Entry | None:
    """Return what made a version, None where its entry was cleaned away; raises ValueError for one that is no JSON."""
    path = log / f"{version:020}.json"
    try:
        text, moment = path.read_text("utf-8"), path.stat().st_mtime
    except FileNotFoundError:
        return None
    actions: list[Action] = [json.loads(line) for line in text.splitlines() if line]
    # A program may leave out who it is; the file itself still says when.
    told: Action = next((action["commitInfo"] for action in actions if "commitInfo" in action), {})
    commit = from_log({"timestamp": moment * 1000, **told, "version": version})
    return Entry(commit, frozenset(_partitions(actions)))


def _partitions(actions: Iterable[Action]) -> Iterable[str]:
    files = (action[kind] for action in actions for kind in ("add", "remove") if kind in action)
    values = ((file.get("partitionValues") or {}).get(PARTITION) for file in files)
    return (value for value in values if value is not None)
