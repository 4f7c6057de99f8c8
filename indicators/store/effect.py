"""What an upload does to one version of the store, worked out once for its check, its rehearsal and its publication."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from dataclasses import dataclass

import pyarrow as pa

from indicators.store.commit import Counts
from indicators.store.engine import VersionKey


@dataclass(frozen=True)
class Effect:
    """What an upload does to one version: the rows that are new, changed or withdrawn, and how many they are.

    `changes` says of every row of the upload, in their order, what queries/changes_for_upload.sql does.
    """

    rows: pa.Table
    counts: Counts
    changes: pa.Table


class Effects:
    """What uploads were found to do to versions, known as long as the upload itself is in memory.

    A file is checked, rehearsed and published on the same version; of a million rows each of these would ask anew.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[int, VersionKey], Effect] = {}

    def get(self, incoming: pa.Table, key: VersionKey, find: Callable[[], Effect]) -> Effect:
        """Return what those very rows do to a version; `find` is called where it is not known yet."""
        named = (id(incoming), key)
        known = self._known.get(named)
        if known is None:
            known = self._known[named] = find()
            weakref.finalize(incoming, self._known.pop, named, None)
        return known
