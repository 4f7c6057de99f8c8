"""Who published what, when and why: what a commit carries, and how the log gives it back."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

# The log gives custom keys back flat, among its own ones; one key of ours can't meet one of theirs.
_METADATA_KEY = "publication"


@dataclass(frozen=True)
class Publication:
    """Who publishes, why, and the file it came from; `sha256` is the hash the received file is kept by.

    `sender` is the office that sent the file, `shape` what its tables look like whatever their figures, `answers` what
    the clerk said beside it (JSON), `approved_by` a second pair of eyes.
    """

    by: str
    reason: str
    document: str | None = None
    file: str | None = None
    sha256: str | None = None
    sender: str | None = None
    shape: str | None = None
    answers: str | None = None
    approved_by: str | None = None


@dataclass(frozen=True)
class Counts:
    """How many rows a commit brought, changed and took away."""

    new: int = 0
    changed: int = 0
    removed: int = 0


@dataclass(frozen=True)
class Commit:
    """One version of the store; `restored_from` is the version it equals, where it was restored.

    `no_longer_kept` are the versions whose figures it took away, as "0-3,5".
    """

    version: int
    at: dt.datetime
    by: str
    reason: str
    document: str | None = None
    file: str | None = None
    sha256: str | None = None
    sender: str | None = None
    shape: str | None = None
    answers: str | None = None
    approved_by: str | None = None
    new: int = 0
    changed: int = 0
    removed: int = 0
    restored_from: int | None = None
    no_longer_kept: str | None = None


def metadata(
    publication: Publication,
    counts: Counts,
    *,
    restored_from: int | None = None,
    no_longer_kept: str | None = None,
) -> dict[str, str]:
    """Return what the log is told about a commit: one JSON text under one key."""
    told: dict[str, Any] = {**asdict(publication), **asdict(counts), "restored_from": restored_from}
    if no_longer_kept is not None:
        told["no_longer_kept"] = no_longer_kept
    return {_METADATA_KEY: json.dumps(told, ensure_ascii=False, sort_keys=True)}


def from_log(entry: Mapping[str, Any]) -> Commit:
    """Return the commit that an entry of the log tells of; one made by another program is known by its operation."""
    at = dt.datetime.fromtimestamp(entry["timestamp"] / 1000, dt.UTC)
    told = entry.get(_METADATA_KEY)
    if told is None:
        return Commit(version=entry["version"], at=at, by="", reason=entry.get("operation", ""))
    known = {field.name for field in fields(Commit)} - {"version", "at"}
    # A later release may tell more than this one knows of.
    said = {name: value for name, value in json.loads(told).items() if name in known}
    return Commit(version=entry["version"], at=at, **said)
