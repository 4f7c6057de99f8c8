"""Rows of a table known by some of their columns together: numbered, so that a million are compared at once."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from indicators.errors import RepeatedRecord
from indicators.store.record import CONTENT, DATED_MEASURE, KEY, KEY_DATE

MOST_STRETCHES = 1_000


def numbered(rows: pa.Table, names: Iterable[str]) -> np.ndarray:
    """Return a number for each row; rows that say the same in those columns, blanks too, have the same one."""
    return combined(_numbers(rows[name]) for name in names)


def combined(columns: Iterable[np.ndarray]) -> np.ndarray:
    """Return one number for the numbers of several columns, counted from 0."""
    found: np.ndarray | None = None
    for numbers in columns:
        both = numbers if found is None else found * (int(numbers.max(initial=0)) + 1) + numbers
        # Numbered anew each time, so that they never outgrow 64 bits.
        found = np.asarray(pd.factorize(both)[0], dtype=np.int64)
    assert found is not None, "a row has no number of its own"
    return found


def repeated_rows(rows: pa.Table) -> np.ndarray:
    """Return the places of the rows whose key another row has too; a target's key holds the date of its document."""
    known = numbered(rows.append_column("key_date", key_date(rows)), (*KEY, "key_date"))
    return np.flatnonzero(pd.Series(known).duplicated(keep=False).to_numpy())


def key_date(rows: pa.Table) -> pa.ChunkedArray:
    """Return the date that is part of each row's key: a target's alone."""
    return pc.if_else(pc.equal(rows["measure"], DATED_MEASURE), rows[KEY_DATE], pa.scalar(None, pa.date32()))


def are_among(rows: pa.Table, wanted: pa.Table) -> np.ndarray:
    """Return for each row whether one of the wanted ones says the same in all of their columns."""
    names = wanted.column_names
    both = pa.concat_tables([rows.select(names), wanted.cast(rows.select(names).schema)])
    known = numbered(both, names)
    return np.asarray(np.isin(known[: rows.num_rows], known[rows.num_rows :]))


def _numbers(column: pa.ChunkedArray) -> np.ndarray:
    encoded = column.combine_chunks().dictionary_encode()
    codes = encoded.indices.fill_null(len(encoded.dictionary)).to_numpy(zero_copy_only=False)
    return np.asarray(codes, dtype=np.int64)


def only(rows: pa.Table, is_kept: np.ndarray) -> pa.Table:
    """Return some of the rows; where these lie together in long stretches they are not copied."""
    ends = np.flatnonzero(np.diff(np.concatenate([[False], is_kept, [False]]).astype(np.int8)))
    if len(ends) > 2 * MOST_STRETCHES:
        return rows.filter(pa.array(is_kept))
    stretches = [rows.slice(start, end - start) for start, end in ends.reshape(-1, 2).tolist()]
    return pa.concat_tables(stretches) if stretches else rows.slice(0, 0)


def firsts(numbers: np.ndarray) -> list[int]:
    """Return the first place of each different number that is not negative, in the order of the places."""
    places = np.flatnonzero(~pd.Series(numbers).duplicated().to_numpy())
    return [place for place in places.tolist() if numbers[place] >= 0]


def without_repetitions(records: pa.Table) -> pa.Table:
    """Return each key once; the same key with different contents raises RepeatedRecord."""
    if not len(repeated_rows(records)):
        return records
    dated = records.append_column("key_date", key_date(records)).append_column("row", pa.array(range(len(records))))
    key = [*KEY, "key_date"]
    different = dated.group_by([*key, *_others(key), "withdraw"]).aggregate([("row", "min")])
    repeated = different.group_by(key).aggregate([([], "count_all")]).filter(pc.field("count_all") > 1)
    if repeated.num_rows:
        first = repeated.slice(0, 1).to_pylist()[0]
        raise RepeatedRecord(indicator=first["indicator"], year=first["year"], records=first["count_all"])
    return records if len(different) == len(records) else records.take(different["row_min"].combine_chunks().sort())


def _others(key: list[str]) -> list[str]:
    return [name for name in CONTENT if name not in key]
