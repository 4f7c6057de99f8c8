"""Publications that wait for a second pair of eyes: one small JSON file each, in the store's own folder."""

from __future__ import annotations

import json
import os
import re
import secrets
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from indicators.errors import UnknownProposal

WAITING, APPROVED, REFUSED = "waiting", "approved", "refused"
_ID = re.compile(r"[0-9a-f]{12}")


@dataclass(frozen=True)
class Proposal:
    """A publication as it was rehearsed, and what became of it; times are ISO, in UTC.

    The file is kept by `sha256` as any received file; `answers` is what was said beside it (JSON). `state` is waiting,
    approved or refused; `decided_by` whose eyes the second ones were, `published` the version it became.
    """

    id: str
    at: str
    by: str
    reason: str
    file: str
    sha256: str
    version: int
    new: int
    changed: int
    removed: int
    flips: int
    document: str | None = None
    sender: str | None = None
    answers: str | None = None
    indicator: str | None = None
    sheet: str | None = None
    state: str = WAITING
    decided_by: str | None = None
    decided_at: str | None = None
    decided_reason: str | None = None
    published: int | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has decided yet."""
        return self.state == WAITING


def new_id() -> str:
    """Return an id that no other proposal has."""
    return secrets.token_hex(6)


def keep(folder: Path, proposal: Proposal) -> None:
    """Write a proposal whole, in place of its former state."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=folder, prefix="arriving-", delete=False) as arriving:
        json.dump(asdict(proposal), arriving, ensure_ascii=False)
        arriving.flush()
        os.fsync(arriving.fileno())
    os.replace(arriving.name, folder / f"{proposal.id}.json")


def find(folder: Path, id: str) -> Proposal:
    """Return the proposal of that id; raises UnknownProposal."""
    path = folder / f"{id}.json"
    if not _ID.fullmatch(id) or not path.is_file():
        raise UnknownProposal(proposal=id[:20])
    read: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return Proposal(**read)


def every(folder: Path) -> tuple[Proposal, ...]:
    """Return all proposals, the latest first."""
    return tuple(sorted(_all(folder), key=lambda proposal: proposal.at, reverse=True))


def _all(folder: Path) -> Iterator[Proposal]:
    for path in folder.glob("*.json") if folder.is_dir() else ():
        if _ID.fullmatch(path.stem):
            yield find(folder, path.stem)


def decided(
    proposal: Proposal, state: str, *, by: str, at: str, reason: str | None = None, published: int | None = None
) -> Proposal:
    """Return a proposal with what became of it."""
    return replace(proposal, state=state, decided_by=by, decided_at=at, decided_reason=reason, published=published)
