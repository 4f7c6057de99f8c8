"""A row for the store, as a file has it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import pyarrow as pa

from indicators.store import INCOMING_SCHEMA


@dataclass(slots=True)
class Draft:
    """A row for the store, as the file has it; `withdraw` takes the record of its key away."""

    measure: str
    indicator: str
    year: int | None = None
    period: str | None = None
    district: str | None = None
    sector: str | None = None
    document_date: dt.date | None = None
    value: float | None = None
    value_to: float | None = None
    operator: str | None = None
    numerator: float | None = None
    denominator: float | None = None
    quality: str | None = None
    document: str | None = None
    note: str | None = None
    raw: str | None = None
    definition: str | None = None
    file: str | None = None
    sheet: str | None = None
    cell: str | None = None
    withdraw: bool = False

    @property
    def key(self) -> tuple[object, ...]:
        """What makes it the same record as another."""
        dated = self.document_date if self.measure == "target" else None
        return (self.measure, self.indicator, self.year, self.period, self.district, self.sector, dated)

    @property
    def figures(self) -> tuple[object, ...]:
        """What two rows of one key may not say differently within one file."""
        return (
            self.value, self.value_to, self.operator, self.numerator, self.denominator, self.quality, self.definition,
            self.withdraw,
        )  # fmt: skip


def as_table(drafts: Iterable[Draft]) -> pa.Table:
    """Return rows as the store takes them."""
    rows = list(drafts)
    columns = {name: [getattr(draft, name) for draft in rows] for name in INCOMING_SCHEMA.names}
    return pa.Table.from_pydict(columns, schema=INCOMING_SCHEMA)


def drafts_of(rows: pa.Table) -> list[Draft]:
    """Return rows one by one, for what is said of single ones."""
    return [Draft(**row) for row in rows.to_pylist()]


def with_file(rows: pa.Table, file: str) -> pa.Table:
    """Return rows with the name of the file that brings them."""
    place = INCOMING_SCHEMA.get_field_index("file")
    return rows.set_column(place, INCOMING_SCHEMA.field(place), pa.repeat(file, rows.num_rows))
