"""What a publication would do to figures that are already there: totals that move, values that are overwritten."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from indicators import queries
from indicators.intake.queryrows import rows_of
from indicators.intake.report import Report
from indicators.store import Reading, only

Row = Mapping[str, Any]
KEPT = [
    "measure", "indicator", "year", "period", "district", "sector", "value", "value_to", "operator", "document",
    "document_date", "definition",
]  # fmt: skip
CHANGING = frozenset({"new", "changed", "removed"})


@dataclass(frozen=True)
class MovedTotal:
    """A figure of the whole province before and after; None where there is no figure."""

    indicator: str
    year: int
    period: str
    before: float | None
    after: float | None


@dataclass(frozen=True)
class Effect:
    """One row of a file that is not the same in the store: what it is about, and the value there before.

    `change` is new, changed or removed; `value` what the file says, `definition` the JSON of a definition.
    """

    change: str
    measure: str
    indicator: str
    year: int | None
    period: str | None
    district: str | None
    sector: str | None
    value: float | None
    before: float | None
    value_to: float | None
    operator: str | None
    document: str | None
    document_date: dt.date | None
    definition: str | None


@dataclass(frozen=True, eq=False)
class Effects:
    """The rows of a file that are not the same in the store, in their order in the file; there may be a million.

    `rows` has the columns of `Effect`.
    """

    rows: pa.Table

    def __len__(self) -> int:
        return int(self.rows.num_rows)

    def __iter__(self) -> Iterator[Effect]:
        return map(_effect, self.rows.to_pylist())

    @property
    def indicators(self) -> tuple[str, ...]:
        """The indicators they are of, in the order in which these come first."""
        return tuple(self.rows["indicator"].unique().to_pylist())

    def of(self, *measures: str, but: str | None = None) -> Effects:
        """Return those of some measures, without those that change in one way."""
        is_theirs = pc.is_in(self.rows["measure"], pa.array(measures))
        if but is not None:
            is_theirs = pc.and_(is_theirs, pc.not_equal(self.rows["change"], but))
        return Effects(only(self.rows, is_theirs.to_numpy()))

    def first(self, most: int) -> list[Effect]:
        """Return the first ones."""
        return list(Effects(self.rows.slice(0, most)))


def effects(report: Report, reading: Reading) -> Effects:
    """Return the rows of a file that would change the store; none of one that can't be published."""
    incoming = report.incoming if report.publishable else report.incoming.slice(0, 0)
    changes = reading.effect(incoming).changes
    told = incoming.select(KEPT).append_column("change", changes["change"])
    told = told.append_column("before", changes["value_before"])
    return Effects(only(told, pc.is_in(changes["change"], pa.array(sorted(CHANGING))).to_numpy()))


def moved_totals(report: Report, reading: Reading, changing: Effects) -> tuple[MovedTotal, ...]:
    """Return the figures of the whole province that would differ after a publication, by indicator and year.

    `changing` are the effects of the file, which say where to look.
    """
    touched = changing.of("actual", "baseline", "definition").indicators
    if not touched:
        return ()
    one = touched[0] if len(touched) == 1 else None
    were, are = (_totals(each, one) for each in (reading, reading.with_incoming(report.incoming)))
    return tuple(
        MovedTotal(*total, were.get(total), are.get(total))
        for total in sorted({*were, *are})
        if total[0] in touched and were.get(total) != are.get(total)
    )


def _totals(reading: Reading, indicator: str | None) -> dict[tuple[str, int, str], float]:
    told = reading.telling("indicator", "year", "period", "value")
    frame = queries.values_by_place(told, indicator=indicator, level="province")
    return {
        (str(row["indicator"]), int(row["year"]), str(row["period"])): float(row["value"])
        for row in rows_of(frame)
        if row["value"] is not None and not pd.isna(row["value"])
    }


def _effect(row: Row) -> Effect:
    return Effect(**row)
