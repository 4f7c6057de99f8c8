"""A row for the store, as a file has it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


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
