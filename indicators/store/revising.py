"""What publications changed of the figures of districts, read from the files that each of them replaced."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pyarrow as pa

from indicators import queryfile
from indicators.errors import StoreDamaged, VersionNotKept
from indicators.store import files
from indicators.store.engine import VersionKey, engine, literal, read_as
from indicators.store.log import Log

REPLACED = pa.schema([("upload", pa.int64()), ("path", pa.string()), ("is_added", pa.bool_())])
CHANGED = pa.schema(
    [
        ("upload", pa.int64()),
        ("indicator", pa.string()),
        ("year", pa.int32()),
        ("period", pa.string()),
        ("district", pa.string()),
        ("sector", pa.string()),
        ("value_before", pa.float64()),
        ("upload_before", pa.int64()),
        ("is_revision", pa.bool_()),
    ]
)


def changed_figures(log: Log, key: VersionKey, at: Callable[[int], object]) -> tuple[pa.Table, tuple[int, ...]]:
    """Return what the publications up to a version wrote anew, and those of which it is no longer kept.

    The columns are those of queries/changed_figures.sql; `at` opens a version, or raises VersionNotKept. All are read
    at once, each by what its own entry of the log names: opening versions one by one takes most of the time.
    """
    told, gone = _told_and_gone(log, key.version, at)
    try:
        changed = engine().answers.get(("changed_figures", key.folder, key.table, told), partial(_read, log, key, told))
    except StoreDamaged:
        # They may have been vacuumed away while they were looked for.
        if _told_and_gone(log, key.version, at) == (told, gone):
            raise
        return changed_figures(log, key, at)
    return changed, gone


def _told_and_gone(log: Log, latest: int, at: Callable[[int], object]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    told: list[int] = []
    gone: list[int] = []
    for version in filter(log.may_revise, range(1, latest + 1)):
        is_told = log.entry(version) is not None and _is_kept(at, version - 1) and _is_kept(at, version)
        (told if is_told else gone).append(version)
    return tuple(told), tuple(gone)


def _is_kept(at: Callable[[int], object], version: int) -> bool:
    try:
        at(version)
    except VersionNotKept:
        return False
    return True


def _read(log: Log, key: VersionKey, versions: Sequence[int]) -> pa.Table:
    folder = files.records(Path(key.folder))
    replaced = [
        {"upload": version, "path": str(folder / path), "is_added": is_added}
        for version in versions
        for path, is_added in log.replaced(version)
    ]
    if not replaced:
        return CHANGED.empty_table()
    paths = sorted({str(one["path"]) for one in replaced})
    with engine().cursor_on_files(key.folder, {}) as cursor:
        read_as(cursor, "replaced", pa.Table.from_pylist(replaced, schema=REPLACED))
        query = queryfile.read("changed_figures")
        return cursor.sql(query.sql, params={"files": [literal(path) for path in paths]}).to_arrow_table()
