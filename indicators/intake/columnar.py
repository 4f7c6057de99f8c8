"""Parquet files: their columns are the header, their values are typed already."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from indicators.errors import UnreadableFile
from indicators.intake.book import RawBook, RawSheet, Typed
from indicators.intake.columns import MOST_CELLS, MOST_ROWS, Columns, TypedColumn
from indicators.intake.finding import Said


def read_parquet(file: str, content: bytes) -> RawBook:
    """Return the one table of a Parquet file; a cell's address is its column's name and its row, counted from 1.

    Raises UnreadableFile.
    """
    try:
        packed = pq.ParquetFile(io.BytesIO(content))
        about = packed.metadata
        # Its values may take a thousandth of the room that they need in memory.
        if about.num_rows >= MOST_ROWS or about.num_rows * about.num_columns > MOST_CELLS:
            raise UnreadableFile(file=file, why=Said.of("finding.why_too_long", rows=MOST_ROWS, cells=MOST_CELLS))
        table = packed.read()
        columns = [
            TypedColumn([name, *cells.different], np.concatenate([[0], cells.codes + 1]).astype(np.int32))
            for name, cells in zip(table.column_names, map(_column, table.columns), strict=True)
        ]
    except (pa.ArrowException, OSError) as error:
        raise UnreadableFile(file=file, why=Said.of("finding.why_not_parquet")) from error
    names = tuple(str(name) for name in table.column_names)
    return RawBook(file, content, (RawSheet(None, Columns(columns, table.num_rows + 1), column_names=names),))


def _column(cells: pa.ChunkedArray) -> TypedColumn:
    try:
        encoded = cells.combine_chunks().dictionary_encode()
    except pa.ArrowNotImplementedError:
        # Lists and records have no numbers of their own.
        return TypedColumn.of(_typed(value) for value in cells.to_pylist())
    different = [_typed(value) for value in encoded.dictionary.to_pylist()]
    codes = encoded.indices.fill_null(len(different)).to_numpy(zero_copy_only=False)
    return TypedColumn([*different, None], codes)


def _typed(value: object) -> Typed:
    if isinstance(value, bytes):
        return value.decode("utf-8", "backslashreplace")
    if isinstance(value, Decimal):
        # Its digits are exact; as text they would be asked what their point means.
        return float(value)
    if value is None or isinstance(value, str | int | float | bool | dt.date | dt.time):
        return value
    return str(value)
