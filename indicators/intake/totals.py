"""What a publication would do to figures that are already there: totals that move, values that are overwritten."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from indicators import queries
from indicators.intake.queryrows import rows_of
from indicators.intake.report import Report
from indicators.store import Reading

Row = Mapping[str, Any]
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


def effects(report: Report, reading: Reading) -> tuple[Effect, ...]:
    """Return the rows of a publishable file that would change the store, in their order in the file."""
    if not report.publishable or not report.incoming.num_rows:
        return ()
    by_key = {_key(row): row for row in report.incoming.to_pylist()}
    changes = rows_of(queries.changes_for_upload(reading, report.incoming))
    return tuple(_effect(by_key[_key(change)], change) for change in changes if change["change"] in CHANGING)


def moved_totals(report: Report, reading: Reading, changing: Iterable[Effect]) -> tuple[MovedTotal, ...]:
    """Return the figures of the whole province that would differ after a publication, by indicator and year.

    `changing` are the effects of the file, which say where to look.
    """
    touched = sorted({effect.indicator for effect in changing if effect.measure != "target"})
    if not touched:
        return ()
    after = reading.with_incoming(report.incoming)
    return tuple(moved for indicator in touched for moved in _moved(reading, after, indicator))


def _moved(before: Reading, after: Reading, indicator: str) -> Iterator[MovedTotal]:
    were, are = (_totals(reading, indicator) for reading in (before, after))
    for year, period in sorted({*were, *are}):
        was, now = were.get((year, period)), are.get((year, period))
        if was != now:
            yield MovedTotal(indicator, year, period, was, now)


def _totals(reading: Reading, indicator: str) -> dict[tuple[int, str], float]:
    frame = queries.values_by_place(reading, indicator=indicator, level="province")
    return {
        (int(row["year"]), str(row["period"])): float(row["value"])
        for row in rows_of(frame)
        if row["value"] is not None and not pd.isna(row["value"])
    }


def _key(row: Row) -> tuple[object, ...]:
    dated = str(row["document_date"])[:10] if row["measure"] == "target" and row["document_date"] else None
    year = None if row["year"] is None else int(row["year"])
    return row["measure"], row["indicator"], year, row["period"], row["district"], row["sector"], dated


def _effect(row: Row, change: Row) -> Effect:
    before = change["value_before"]
    return Effect(
        change=str(change["change"]),
        measure=str(row["measure"]),
        indicator=str(row["indicator"]),
        year=row["year"],
        period=row["period"],
        district=row["district"],
        sector=row["sector"],
        value=row["value"],
        before=None if before is None or pd.isna(before) else float(before),
        value_to=row["value_to"],
        operator=row["operator"],
        document=row["document"],
        document_date=row["document_date"],
        definition=row["definition"],
    )
