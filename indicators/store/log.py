"""The table's log, entry by entry: an entry never changes, so each is read once."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from indicators.errors import StoreDamaged
from indicators.store.commit import Commit, from_log


@dataclass(frozen=True)
class Entry:
    """What one version's entry tells: the commit, and the partitions whose files it adds or removes."""

    commit: Commit
    touched: frozenset[str]


class Log:
    """The entries of one table.

    Asked by deltalake itself, the history gets its numbers by counting back from the version that was the latest when
    the table was opened: a commit that lands meanwhile moves all of them by one.
    """

    def __init__(self, folder: Path, *, partition: str) -> None:
        self._folder = folder
        self._partition = partition
        self._entries: dict[int, Entry] = {}

    def has(self, version: int) -> bool:
        """Whether that version has been committed."""
        return self._path(version).exists()

    def entry(self, version: int) -> Entry | None:
        """Return what a version's entry tells, None where it was cleaned away by another program.

        Raises StoreDamaged for one that is no JSON.
        """
        if version not in self._entries:
            try:
                lines = self._path(version).read_text("utf-8").splitlines()
                written = self._path(version).stat().st_mtime
            except FileNotFoundError:
                return None
            # A program may leave out who it is; the file itself still says when.
            told = {"timestamp": written * 1000, "version": version}
            try:
                self._entries[version] = _entry(map(json.loads, filter(None, lines)), told, self._partition)
            except ValueError as error:
                raise StoreDamaged(folder=str(self._folder.parents[1])) from error
        return self._entries[version]

    def may_revise(self, version: int) -> bool:
        """Whether a version changed records that stood before, or nobody told what it did."""
        entry = self.entry(version)
        # What another program committed has no counts of ours.
        return entry is None or not entry.commit.by or entry.commit.changed > 0

    def replaced(self, version: int) -> list[tuple[str, bool]]:
        """Return the files that an entry took away or added, below the folder of the table, and whether it added each.

        There are none where another program cleaned the entry away. Raises StoreDamaged for one that is no JSON.
        """
        try:
            lines = self._path(version).read_text("utf-8").splitlines()
            named = [(action.get("add"), action.get("remove")) for action in map(json.loads, filter(None, lines))]
        except FileNotFoundError:
            return []
        except ValueError as error:
            raise StoreDamaged(folder=str(self._folder.parents[1])) from error
        return [(unquote((add or remove)["path"]), bool(add)) for add, remove in named if add or remove]

    def _path(self, version: int) -> Path:
        return self._folder / f"{version:020}.json"


def _entry(actions: Iterable[dict[str, Any]], told: dict[str, Any], partition: str) -> Entry:
    touched: set[str] = set()
    for action in actions:
        told = {**told, **action.get("commitInfo", {}), "version": told["version"]}
        for kind in ("add", "remove"):
            value = (action.get(kind, {}).get("partitionValues") or {}).get(partition)
            if value is not None:
                touched.add(value)
    return Entry(from_log(told), frozenset(touched))
