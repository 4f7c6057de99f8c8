"""The rows of two queries, place by place, as the series that a verdict is made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from indicators.assessment import Baseline, Observation, Series, Target
from indicators.catalogue import Catalogue
from indicators.catalogue.definition import Definition, Kind
from indicators.exhibits.rows import TargetRow, ValueRow, target_row, value_row

Place = tuple[str | None, str | None]
# A named tuple with the columns of the query it comes from.
Row = Any
# What a blank may be in them: None, NaN or pandas' own NA.
Scalar = str | float | None


@dataclass(frozen=True, eq=False)
class Rows:
    """Some rows of a query as they are read, and as frozen objects where their sources are wanted."""

    each: tuple[Row, ...]

    @cached_property
    def values(self) -> tuple[ValueRow, ...]:
        """Rows of `queries.values_by_place`."""
        return tuple(map(value_row, self.each))

    @cached_property
    def targets(self) -> tuple[TargetRow, ...]:
        """Rows of `queries.targets_by_place`."""
        return tuple(map(target_row, self.each))


class RowsByPlace:
    """A query's frame read once, row by row, and kept by indicator and place: a frame for each would be slow."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._rows: list[Row] = list(frame.itertuples(index=False, name="Row"))
        self._positions: dict[tuple[str, Place], list[int]] = defaultdict(list)
        for position, row in enumerate(self._rows):
            self._positions[str(row.indicator), (_text(row.district), _text(row.sector))].append(position)

    def of(self, indicator: str, place: Place) -> Rows:
        """Return the rows of an indicator at a place."""
        positions = tuple(self._positions.get((indicator, place), ()))
        return Rows(tuple(self._rows[position] for position in positions))


def series_of(
    definition: Definition,
    district: str | None,
    sector: str | None,
    *,
    catalogue: Catalogue,
    values: Rows,
    targets: Rows,
) -> Series:
    """Return what is known of an indicator at a place, as the engine judges it."""
    return Series(
        definition=definition,
        observations=tuple(_observations(values.each)),
        targets=tuple(_targets(targets.each, definition)),
        baselines=tuple(_baselines(targets.each)),
        boundary_breaks=catalogue.district(district).break_years if district else (),
        district=district,
        sector=sector,
    )


def _observations(rows: Iterable[Row]) -> Iterable[Observation]:
    for row in rows:
        yield Observation(
            year=int(row.year),
            period=str(row.period),
            value=_number(row.value),
            quality=_text(row.quality) or "official",
            how=str(row.how),
            complete=bool(row.complete),
            parts=_text(row.parts),
            have=_count(row.have),
            expected=_count(row.expected),
        )


def _targets(rows: Iterable[Row], definition: Definition) -> Iterable[Target]:
    for row in rows:
        value = _number(row.value)
        if value is None and definition.kind is Kind.YES_NO:
            value = 1.0
        if value is None or row.measure != "target":
            continue
        yield Target(
            year=int(row.year),
            operator=_text(row.operator) or (">=" if definition.direction == "up" else "<="),
            value=value,
            value_to=_number(row.value_to),
            document=_text(row.document),
            document_date=None if pd.isna(row.document_date) else pd.Timestamp(row.document_date).date(),
        )


def _baselines(rows: Iterable[Row]) -> Iterable[Baseline]:
    for row in rows:
        value = _number(row.value)
        if row.measure == "baseline" and value is not None:
            yield Baseline(year=int(row.year), value=value, period=str(row.period))


def _text(value: Scalar) -> str | None:
    if type(value) is str:
        return value
    return None if value is None or pd.isna(value) else str(value)


def _number(value: Scalar) -> float | None:
    if type(value) is float:
        return value if value == value else None
    return None if value is None or pd.isna(value) else float(value)


def _count(value: Scalar) -> int | None:
    return None if value is None or pd.isna(value) else int(value)
