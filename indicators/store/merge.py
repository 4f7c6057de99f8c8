"""The words in which the table is told what a publication changes."""

from __future__ import annotations

from collections.abc import Iterable

import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, PostCommitHookProperties, WriterProperties

from indicators.store.record import CONTENT, DATED_MEASURE, KEY, KEY_DATE, PARTITION, RECORD_SCHEMA

WRITER_PROPERTIES = WriterProperties(compression="ZSTD", compression_level=3, max_row_group_size=122_880)
# Old log entries are what old versions are made of.
HOOKS = PostCommitHookProperties(create_checkpoint=True, cleanup_expired_logs=False)


def commit_properties(metadata: dict[str, str]) -> CommitProperties:
    """Return how every commit is made: with its metadata, and never upon a version it was not rehearsed on.

    A commit that may be tried again on a later version would carry the wrong number in `upload`.
    """
    return CommitProperties(custom_metadata=dict(metadata), max_commit_retries=0)


def merge(table: DeltaTable, rows: pa.Table, metadata: dict[str, str]) -> None:
    """Make one commit of the effective rows: withdrawals leave, changed rows are updated, new ones come in."""
    (
        table.merge(
            rows,
            predicate=same_key(rows[PARTITION].unique().to_pylist()),
            source_alias="source",
            target_alias="target",
            writer_properties=WRITER_PROPERTIES,
            commit_properties=commit_properties(metadata),
            post_commithook_properties=HOOKS,
        )
        .when_matched_delete("source.withdraw")
        .when_matched_update({name: f"source.{name}" for name in RECORD_SCHEMA.names}, _differs())
        .when_not_matched_insert({name: f"source.{name}" for name in RECORD_SCHEMA.names}, "not source.withdraw")
        .execute()
    )


def same_key(partitions: Iterable[str]) -> str:
    """Return the condition under which a row of the table and an incoming one are the same record.

    Every part is null-safe, also those that are never null: one `=` among them turns the hash join into a loop over
    all pairs (50,000 rows into 50,000: 89 s instead of 0.1). The partitions are listed so that no other file is read.
    """
    listed = ", ".join("'" + partition.replace("'", "''") + "'" for partition in partitions)
    parts = [f"(target.{name} is not distinct from source.{name})" for name in KEY]
    dates = " is not distinct from ".join(
        f"(case when {side}.measure = '{DATED_MEASURE}' then {side}.{KEY_DATE} end)" for side in ("target", "source")
    )
    return " and ".join([f"target.{PARTITION} in ({listed})", *parts, f"({dates})"])


def _differs() -> str:
    # Without its parentheses each `is distinct from` would take the following `or` into its right side.
    return " or ".join(f"(target.{name} is distinct from source.{name})" for name in CONTENT)
