"""Answers that a large store keeps: what the files of one indicator say of each place that is no single cell.

A roll-up is named by the hash of the files it was made of and of the queries that made it. It never changes and is
never wrong: other files, or another query, make another name. Deleting the folder loses nothing.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Self

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from indicators import queryfile
from indicators.store.bundle import Bundles, Plan
from indicators.store.engine import Partition, literal, read_as, records_of

# One question to some indicators at once costs little more than one to a single one; beyond this, memory.
MOST_ROWS_AT_ONCE = 100_000
ROWS_IN_A_GROUP = 8_192


class Rollup(StrEnum):
    """What is kept of an indicator: values of totals, definitions with targets, how far it reaches, who reported."""

    VALUES = "values"
    SETTINGS = "settings"
    FRESHNESS = "freshness"
    REPORTING = "reporting"


# `rollup_of_values` reads the answer of values_by_place.
_ANSWERED = "values_by_place"
_QUERIES = {
    Rollup.VALUES: "rollup_of_values",
    Rollup.SETTINGS: "rollup_of_settings",
    Rollup.FRESHNESS: "freshness_by_indicator",
    Rollup.REPORTING: "rollup_of_reporting",
}
# `rollup_of_places` reads the roll-up of the values and the answer of values_of_cells.
PLACES, CELLS = "rollup_of_places", "values_of_cells"
_MAKING = Lock()


def answered(cursor: duckdb.DuckDBPyConnection, rollup: Rollup) -> pa.Table:
    """Return what a roll-up holds of every indicator in `records`, as the cursor reads it now."""
    if rollup is Rollup.VALUES:
        values = queryfile.read(_ANSWERED)
        read_as(cursor, "answered", cursor.sql(values.sql, params=dict.fromkeys(values.params)))
    return cursor.sql(queryfile.read(_QUERIES[rollup]).sql).to_arrow_table()


@dataclass(frozen=True)
class Rollups:
    """The roll-ups of one store, in a folder of their own beside the records."""

    folder: Path
    table: str

    @classmethod
    def beside(cls, store: Path, table: str) -> Self:
        """Return the roll-ups of a store; who may not write there keeps them while the process lasts."""
        folder = store / "rollups"
        is_ours = os.access(folder if folder.exists() else store, os.W_OK)
        return cls(folder if is_ours else Path(_folder_of_process()) / table, table)

    def read(
        self, cursor: duckdb.DuckDBPyConnection, rollup: Rollup, partitions: Sequence[Partition]
    ) -> duckdb.DuckDBPyRelation:
        """Return the roll-ups of some indicators, the missing ones made."""
        paths = [self._path(rollup, partition) for partition in partitions]
        if not _are_whole(paths):
            self.make(cursor, partitions)
        return cursor.read_parquet([literal(str(path)) for path in paths], hive_partitioning=False)

    @property
    def bundles(self) -> Bundles:
        """Where what all indicators say of one matter is held together."""
        return Bundles(self.folder / "bundles")

    def plan(self, matters: Sequence[str], partitions: Iterable[Partition]) -> Plan:
        """Return how these matters are read of some indicators."""
        return self.bundles.plan(matters, self.named(partitions))

    def named(self, partitions: Iterable[Partition]) -> dict[str, str]:
        """Return what tells what is kept of each of these indicators from what is kept of it in another version."""
        return {partition.indicator: self._name(partition) for partition in partitions}

    def make(self, cursor: duckdb.DuckDBPyConnection, partitions: Iterable[Partition]) -> None:
        """Make what is missing."""
        with _MAKING, closing(cursor.cursor()) as own:
            for some in _batches(one for one in partitions if not self._is_kept(one)):
                read_as(own, "records", records_of(own, some))
                for rollup in Rollup:
                    found = answered(own, rollup)
                    for partition in some:
                        self._write(found.filter(pc.field("indicator") == partition.indicator), rollup, partition)

    def _write(self, rows: pa.Table, rollup: Rollup, partition: Partition) -> None:
        path = self._path(rollup, partition)
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, arriving = tempfile.mkstemp(dir=path.parent, prefix="arriving-")
        os.close(descriptor)
        pq.write_table(rows, arriving, compression="zstd", row_group_size=ROWS_IN_A_GROUP)
        os.replace(arriving, path)

    def _is_kept(self, partition: Partition) -> bool:
        return _are_whole(self._path(rollup, partition) for rollup in Rollup)

    def _path(self, rollup: Rollup, partition: Partition) -> Path:
        return self.folder / rollup / f"{self._name(partition)}.parquet"

    def _name(self, partition: Partition) -> str:
        return hashlib.sha256("\n".join((_made_by(), self.table, *partition.names)).encode()).hexdigest()[:32]


@cache
def _temporary() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="rollups-")


def _folder_of_process() -> str:
    return _temporary().name


@cache
def _made_by() -> str:
    texts = (queryfile.read(name).sql for name in (_ANSWERED, PLACES, CELLS, *_QUERIES.values()))
    return hashlib.sha256("".join(texts).encode()).hexdigest()


def _are_whole(paths: Iterable[Path]) -> bool:
    # A power cut can leave a name without its bytes.
    try:
        return all(path.stat().st_size > 0 for path in paths)
    except FileNotFoundError:
        return False


def _batches(partitions: Iterable[Partition]) -> Iterator[list[Partition]]:
    batch: list[Partition] = []
    rows = 0
    for partition in partitions:
        if batch and rows + (partition.rows or MOST_ROWS_AT_ONCE) > MOST_ROWS_AT_ONCE:
            yield batch
            batch, rows = [], 0
        batch.append(partition)
        rows += partition.rows or MOST_ROWS_AT_ONCE
    if batch:
        yield batch
