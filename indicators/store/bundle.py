"""Files that hold what all indicators say of one matter: one roll-up, or one district with its sectors.

A page asks every indicator of one place, and a file for each would have to be opened. A bundle tells by which files it
was made of each indicator: one that has other files now is read beside it, until there are too many of these. It never
changes; deleting the folder loses nothing.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, unquote

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from indicators.store.engine import literal
from indicators.store.record import PARTITION

# Each indicator read beside a bundle is a file more to open: beyond this a new bundle is made.
MOST_APART = 8
ROWS_IN_A_GROUP = 8_192
_MEMBERS = b"indicators"
_PLACE = "place="
_ORDER = ("level", "measure", "district", "sector", "indicator", "year")
_MOST_HEADS = 1_024
# Whoever asks an older version still finds its bundle, and nobody is left who began to read one that goes.
_KEPT_OF_A_MATTER, _KEPT_SECONDS = 4, 24 * 3600


@dataclass(frozen=True)
class Plan:
    """Which bundles answer, which of their indicators they answer no more, and which are to be asked apart."""

    paths: tuple[Path, ...]
    outdated: frozenset[str]
    apart: frozenset[str]

    @property
    def is_worn(self) -> bool:
        """Whether too much would be asked apart."""
        return len(self.apart) > MOST_APART

    def rows(
        self,
        cursor: duckdb.DuckDBPyConnection,
        ask: Callable[[Collection[str]], duckdb.DuckDBPyRelation],
    ) -> duckdb.DuckDBPyRelation:
        """Return what the bundles hold together with what is asked apart."""
        if not self.paths:
            return ask(self.apart)
        kept = cursor.read_parquet([literal(str(path)) for path in self.paths], hive_partitioning=False)
        if self.outdated:
            names = (duckdb.ConstantExpression(name) for name in sorted(self.outdated))
            kept = kept.filter(duckdb.ColumnExpression(PARTITION).isnotin(*names))
        return kept.union(ask(self.apart)) if self.apart else kept


def of_place(district: str | None) -> str:
    """Return the matter of a district with its sectors, or, without one, of the province and its sectors."""
    return f"{_PLACE}{quote(district or '', safe='')}"


def place_of(matter: str) -> str | None:
    """Return the district that a matter is about."""
    return unquote(matter.removeprefix(_PLACE)) or None


def is_place(matter: str) -> bool:
    """Whether a matter is a place, and no roll-up."""
    return matter.startswith(_PLACE)


@dataclass(frozen=True)
class Bundles:
    """The bundles of one store, a folder for each matter."""

    folder: Path

    @property
    def matters(self) -> tuple[str, ...]:
        """Of what there are bundles."""
        return tuple(sorted(path.name for path in self.folder.iterdir())) if self.folder.is_dir() else ()

    def plan(self, matters: Sequence[str], wanted: Mapping[str, str]) -> Plan:
        """Return how these matters are read of indicators, each given with the name of what it is made of."""
        found = [self._best(matter, wanted) for matter in matters]
        if any(path is None for path, _ in found):
            return Plan((), frozenset(), frozenset(wanted))
        answered = frozenset(wanted).intersection(*(_right(held, wanted) for _, held in found))
        return Plan(
            paths=tuple(path for path, _ in found if path is not None),
            outdated=frozenset().union(*(held.keys() for _, held in found)) - answered,
            apart=frozenset(wanted) - answered,
        )

    def write(self, matter: str, rows: pa.Table, wanted: Mapping[str, str]) -> None:
        """Keep what these indicators say of a matter."""
        folder = self.folder / matter
        folder.mkdir(parents=True, exist_ok=True)
        ordered = rows.sort_by([(name, "ascending") for name in _ORDER if name in rows.column_names])
        told = {**(ordered.schema.metadata or {}), _MEMBERS: json.dumps(dict(wanted), sort_keys=True).encode()}
        with tempfile.NamedTemporaryFile(dir=folder, prefix="arriving-", delete=False) as arriving:
            pq.write_table(
                ordered.replace_schema_metadata(told), arriving, compression="zstd", row_group_size=ROWS_IN_A_GROUP
            )
            arriving.flush()
            os.fsync(arriving.fileno())
        os.replace(arriving.name, folder / f"{Path(arriving.name).name.removeprefix('arriving-')}.parquet")
        self._drop_old(matter)

    def _best(self, matter: str, wanted: Mapping[str, str]) -> tuple[Path | None, Mapping[str, str]]:
        held = {path: _held(str(path), *said) for path, said in sorted(self._files(matter))}
        best = max(held, key=lambda path: len(_right(held[path], wanted)), default=None)
        return (best, held[best]) if best is not None and _right(held[best], wanted) else (None, {})

    def _drop_old(self, matter: str) -> None:
        for path, (written, _) in sorted(self._files(matter), key=lambda one: -one[1][0])[_KEPT_OF_A_MATTER:]:
            if written < time.time() - _KEPT_SECONDS:
                # Somebody else drops it, or Windows still has it open.
                with suppress(OSError):
                    path.unlink()

    def _files(self, matter: str) -> Iterator[tuple[Path, tuple[float, int]]]:
        """Yield the bundles of a matter, each with when it was written and its size."""
        for path in (self.folder / matter).glob("*.parquet"):
            with suppress(FileNotFoundError):
                said = path.stat()
                yield path, (said.st_mtime, said.st_size)


def _right(held: Mapping[str, str], wanted: Mapping[str, str]) -> Collection[str]:
    return {name for name, made_of in wanted.items() if held.get(name) == made_of}


@lru_cache(maxsize=_MOST_HEADS)
def _held(path: str, written: float, size: int) -> Mapping[str, str]:
    """Return which indicators a bundle holds and what each was made of; nothing where it can't be read.

    When it was written and its size tell a file that broke since it was read.
    """
    del written, size
    try:
        told = (pq.read_metadata(path).metadata or {}).get(_MEMBERS, b"{}")
    except (OSError, pa.ArrowException):
        return {}
    read: dict[str, str] = json.loads(told)
    return read
