"""One row of the demonstration files, before it is known which file carries it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

DEMONSTRATION_MARK = "Số liệu minh họa"


@dataclass(frozen=True)
class Record:
    """A figure with its key; `note` carries the mark wherever the figure is invented."""

    indicator: str
    year: int
    value: float | None = None
    period: str = "Y"
    district: str | None = None
    sector: str | None = None
    measure: str = "actual"
    value_to: float | None = None
    operator: str | None = None
    numerator: int | None = None
    denominator: int | None = None
    quality: str = "official"
    document: str | None = None
    document_date: dt.date | None = None
    note: str | None = DEMONSTRATION_MARK
