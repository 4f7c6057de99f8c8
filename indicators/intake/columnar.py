"""Parquet files: their columns are the header, their values are typed already."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq

from indicators.errors import UnreadableFile
from indicators.intake.book import RawBook, RawSheet, Typed
from indicators.intake.finding import Said


def read_parquet(file: str, content: bytes) -> RawBook:
    """Return the one table of a Parquet file; a cell's address is its column's name and its row, counted from 1.

    Raises UnreadableFile.
    """
    try:
        table = pq.ParquetFile(io.BytesIO(content)).read()
    except (pa.ArrowException, OSError) as error:
        raise UnreadableFile(file=file, why=Said.of("finding.why_not_parquet")) from error
    names = tuple(str(name) for name in table.column_names)
    columns = [[_typed(value) for value in column.to_pylist()] for column in table.columns]
    return RawBook(
        file, content, (RawSheet(None, [list(names), *map(list, zip(*columns, strict=True))], column_names=names),)
    )


def _typed(value: object) -> Typed:
    if isinstance(value, bytes):
        return value.decode("utf-8", "backslashreplace")
    if isinstance(value, Decimal):
        # Its digits are exact; as text they would be asked what their point means.
        return float(value)
    if value is None or isinstance(value, str | int | float | bool | dt.date | dt.time):
        return value
    return str(value)
