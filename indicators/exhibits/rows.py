"""The rows of two queries as frozen objects, where a blank is None: a value, or a target or baseline, of one place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import PurePath
from typing import Any

import pandas as pd

from indicators.assessment import end_of


@dataclass(frozen=True)
class SourcedRow:
    """What every record says of where it came from; a total that was built has no cell, and no file if it had many."""

    indicator: str
    year: int
    period: str
    district: str | None
    sector: str | None
    value: float | None
    quality: str | None
    raw: str | None
    document: str | None
    note: str | None
    upload: int | None
    file: str | None
    sheet: str | None
    cell: str | None

    @property
    def at(self) -> float:
        """When its period ends."""
        return end_of(self.year, self.period)

    @property
    def origin(self) -> str:
        """File › sheet › cell; for a total without one file, the documents of its parts."""
        if self.file is None:
            return self.document or ""
        return " › ".join(part for part in (PurePath(self.file).name, self.sheet, self.cell) if part)


@dataclass(frozen=True)
class ValueRow(SourcedRow):
    """A row of `queries.values_by_place`: reported, or built from `have` of the `expected` parts."""

    numerator: float | None
    denominator: float | None
    how: str
    parts: str | None
    have: int | None
    expected: int | None
    difference: float | None


@dataclass(frozen=True)
class TargetRow(SourcedRow):
    """A row of `queries.targets_by_place`: a target with its operator and decision, or a baseline."""

    measure: str
    operator: str | None
    value_to: float | None
    document_date: dt.date | None


def value_rows(frame: pd.DataFrame) -> list[ValueRow]:
    """Return the rows of `queries.values_by_place`, in their order."""
    return [ValueRow(**cells) for cells in _cells(frame, ValueRow)]


def target_rows(frame: pd.DataFrame) -> list[TargetRow]:
    """Return the rows of `queries.targets_by_place`, in their order."""
    return [TargetRow(**cells) for cells in _cells(frame, TargetRow)]


def value_row(row: Any) -> ValueRow:  # noqa: ANN401
    """Return a row of `queries.values_by_place` from a named tuple of its columns."""
    return ValueRow(**{name: _filled(getattr(row, name)) for name in _VALUE_NAMES})


def target_row(row: Any) -> TargetRow:  # noqa: ANN401
    """Return a row of `queries.targets_by_place` from a named tuple of its columns."""
    return TargetRow(**{name: _filled(getattr(row, name)) for name in _TARGET_NAMES})


def _filled(cell: Any) -> Any:  # noqa: ANN401
    return None if _is_blank(cell) else cell


_VALUE_NAMES = tuple(part.name for part in fields(ValueRow))
_TARGET_NAMES = tuple(part.name for part in fields(TargetRow))


def _cells(frame: pd.DataFrame, row: type[SourcedRow]) -> Iterator[dict[str, Any]]:
    names = [field.name for field in fields(row)]
    columns = [[None if _is_blank(cell) else cell for cell in frame[name].tolist()] for name in names]
    for cells in zip(*columns, strict=True):
        yield dict(zip(names, cells, strict=True))


def _is_blank(cell: object) -> bool:
    # NaN and NaT are the values that differ from themselves.
    return cell is None or cell is pd.NA or cell != cell
