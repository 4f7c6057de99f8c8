"""How the table is told what a publication changes: the files of the indicators it touches are written anew."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from deltalake import CommitProperties, DeltaTable, PostCommitHookProperties
from deltalake.exceptions import CommitFailedError
from deltalake.transaction import AddAction

from indicators.store.record import PARTITION, RECORD_SCHEMA, ROWS_IN_A_GROUP

# Old log entries are what old versions are made of.
HOOKS = PostCommitHookProperties(create_checkpoint=True, cleanup_expired_logs=False)
# The partition stands in the path, not in the file.
FILE_SCHEMA = RECORD_SCHEMA.remove(RECORD_SCHEMA.get_field_index(PARTITION))


@dataclass(frozen=True)
class Written:
    """A new file of one indicator."""

    path: Path
    indicator: str
    rows: int


def commit_properties(metadata: dict[str, str]) -> CommitProperties:
    """Return how every commit is made: with its metadata, and never upon a version it was not rehearsed on.

    A commit that may be tried again on a later version would carry the wrong number in `upload`.
    """
    return CommitProperties(custom_metadata=dict(metadata), max_commit_retries=0)


def rewrite(
    table: DeltaTable, folder: Path, rows: Iterable[pa.RecordBatch], indicators: Iterable[str], metadata: dict[str, str]
) -> None:
    """Make one commit that puts the rows in place of all that the indicators had; each has its rows together.

    However many small uploads there were, an indicator has one sorted file (docs/decisions/0036).
    """
    files = [write(folder, indicator, batches) for indicator, batches in _by_indicator(rows)]
    try:
        commit(table, folder, files, indicators, metadata)
    except CommitFailedError:
        for file in files:
            file.path.unlink()
        raise


def write(folder: Path, indicator: str, batches: Iterable[pa.Table]) -> Written:
    """Write the rows of one indicator into a new file of the table's folder; nobody reads it before its commit."""
    path = folder / f"{PARTITION}={quote(indicator, safe='')}" / f"part-{uuid4()}.zstd.parquet"
    path.parent.mkdir(exist_ok=True)
    rows = 0
    with pq.ParquetWriter(path, FILE_SCHEMA, compression="zstd", compression_level=3) as writer:
        for batch in batches:
            writer.write_table(batch.select(FILE_SCHEMA.names).cast(FILE_SCHEMA), row_group_size=ROWS_IN_A_GROUP)
            rows += batch.num_rows
    return Written(path, indicator, rows)


def commit(
    table: DeltaTable, folder: Path, files: Iterable[Written], indicators: Iterable[str], metadata: dict[str, str]
) -> None:
    """Make one commit after which these files are all that the indicators have."""
    table.create_write_transaction(
        [
            AddAction(
                path=file.path.relative_to(folder).as_posix(),
                size=file.path.stat().st_size,
                partition_values={PARTITION: file.indicator},
                modification_time=int(time.time() * 1000),
                data_change=True,
                stats=json.dumps({"numRecords": file.rows}),
            )
            for file in files
        ],
        mode="overwrite",
        schema=table.schema(),
        partition_by=[PARTITION],
        partition_filters=[(PARTITION, "in", list(indicators))],
        commit_properties=commit_properties(metadata),
        post_commithook_properties=HOOKS,
    )


def note(table: DeltaTable, metadata: dict[str, str]) -> None:
    """Make one commit that changes no record and says something."""
    table.create_write_transaction(
        [],
        mode="append",
        schema=table.schema(),
        partition_by=[PARTITION],
        commit_properties=commit_properties(metadata),
        post_commithook_properties=HOOKS,
    )


def _by_indicator(rows: Iterable[pa.RecordBatch]) -> Iterator[tuple[str, Iterator[pa.Table]]]:
    runs = ((indicator, part) for batch in rows for indicator, part in _runs(batch))
    for indicator, same in groupby(runs, key=lambda run: run[0]):
        yield indicator, (part for _, part in same)


def _runs(batch: pa.RecordBatch) -> Iterator[tuple[str, pa.Table]]:
    """Yield the indicators of a batch in their order, each with its rows."""
    whole = pa.Table.from_batches([batch])
    ends = pc.run_end_encode(whole[PARTITION].combine_chunks()) if len(whole) else None
    start = 0
    if ends is not None:
        for indicator, end in zip(ends.values.to_pylist(), ends.run_ends.to_pylist(), strict=True):
            yield indicator, whole.slice(start, end - start)
            start = end
