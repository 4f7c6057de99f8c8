"""The columns of a record, its key, and what a table must be before it may come in."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from indicators.errors import UnstorableRecord

_KEY_AND_CONTENT = [
    pa.field("measure", pa.string()),
    pa.field("indicator", pa.string()),
    pa.field("year", pa.int32()),
    pa.field("period", pa.string()),
    pa.field("district", pa.string()),
    pa.field("sector", pa.string()),
    pa.field("document_date", pa.date32()),
    pa.field("value", pa.float64()),
    pa.field("value_to", pa.float64()),
    pa.field("operator", pa.string()),
    pa.field("numerator", pa.float64()),
    pa.field("denominator", pa.float64()),
    pa.field("quality", pa.string()),
    pa.field("document", pa.string()),
    pa.field("note", pa.string()),
    pa.field("raw", pa.string()),
    pa.field("definition", pa.string()),
]
_SOURCE = [pa.field("file", pa.string()), pa.field("sheet", pa.string()), pa.field("cell", pa.string())]

RECORD_SCHEMA = pa.schema([*_KEY_AND_CONTENT, pa.field("upload", pa.int64()), *_SOURCE])
INCOMING_SCHEMA = pa.schema([*_KEY_AND_CONTENT, *_SOURCE, pa.field("withdraw", pa.bool_())])

PARTITION = "indicator"
KEY = ("measure", "indicator", "year", "period", "district", "sector")
# A revised target keeps its former value: its key holds the date of its document too.
DATED_MEASURE = "target"
KEY_DATE = "document_date"
CONTENT = (
    "value", "value_to", "operator", "numerator", "denominator", "quality", "document", "document_date", "note",
    "definition",
)  # fmt: skip
# A file is sorted by place first, in small groups: of a large one, a question about a place reads a few.
ORDER = ("measure", "indicator", "district", "sector", "year", "period", "document_date")
ROWS_IN_A_GROUP = 16_384

_NEEDED = ("measure", "indicator", "withdraw")
_NUMBERS = ("value", "value_to", "numerator", "denominator")


def conformed(incoming: pa.Table) -> pa.Table:
    """Return the incoming rows with the store's own columns and types.

    Raises UnstorableRecord where a column is missing or of another type, a row has no measure or indicator, or holds
    NaN or infinity.
    """
    for field in INCOMING_SCHEMA:
        if field.name not in incoming.column_names:
            raise UnstorableRecord(column=field.name, records=incoming.num_rows)
    try:
        records = incoming.select(INCOMING_SCHEMA.names)
        # A cast to the same types copies all the same.
        records = records if records.schema.equals(INCOMING_SCHEMA) else records.cast(INCOMING_SCHEMA)
    except pa.ArrowInvalid as error:
        raise UnstorableRecord(column=_miscast(incoming), records=incoming.num_rows) from error
    for name in _NEEDED:
        _refuse(name, records[name].null_count)
    for name in _NUMBERS:
        _refuse(name, pc.sum(pc.invert(pc.is_finite(records[name]))).as_py() or 0)
    return records


def _refuse(column: str, records: int) -> None:
    if records:
        raise UnstorableRecord(column=column, records=records)


def _miscast(incoming: pa.Table) -> str:
    for field in INCOMING_SCHEMA:
        try:
            incoming[field.name].cast(field.type)
        except pa.ArrowInvalid:
            return str(field.name)
    return ""
