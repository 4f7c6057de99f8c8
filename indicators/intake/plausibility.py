"""What is doubtful in figures that may well be right: warned of, never refused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from indicators import queries
from indicators.assessment import end_of
from indicators.catalogue import Definition, Kind
from indicators.intake.draft import Draft, drafts_of
from indicators.intake.finding import Finding, Severity
from indicators.intake.letters import tidy
from indicators.intake.queryrows import Row, rows_of
from indicators.store import Reading, are_among, firsts, numbered

JUMP = 10
KINDS_WITHOUT_SIZE = frozenset({Kind.GROWTH, Kind.YES_NO})

SERIES = ("indicator", "district", "sector", "length")
Series = tuple[str, str | None, str | None, str]


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series, with the row of the file that brings it, if it is this file's."""

    at: float
    year: int
    value: float
    draft: Draft | None


def doubts(records: pa.Table, after: Reading, definitions: Mapping[str, Definition]) -> list[Finding]:
    """Return what is doubtful about rows of a file once they stand beside what the store holds.

    `after` is the store as it would be with them.
    """
    series = _series(records, after)
    return [finding for key, points in series.items() for finding in _doubts(points, definitions[key[0]])]


def _series(records: pa.Table, after: Reading) -> dict[Series, list[Point]]:
    """Return the series that may be doubtful; the store picks them, for a large file touches a great many."""
    is_actual = pc.and_(pc.equal(records["measure"], "actual"), pc.is_valid(records["value"]))
    actual = records.select(["indicator", "district", "sector", "period"]).filter(is_actual)
    length = pc.utf8_slice_codeunits(pc.coalesce(actual["period"], pa.scalar("Y")), 0, 1)
    actual = actual.append_column("length", length).select(list(SERIES))
    touched = actual.take(pa.array(firsts(numbered(actual, SERIES)), pa.int64()))
    if not touched.num_rows:
        return {}
    rows = rows_of(queries.doubtful_series(after, touched, jump=JUMP))
    keys = [dict(zip(SERIES, key, strict=True)) for key in {_key(row) for row in rows}]
    is_doubtful = are_among(actual, pa.Table.from_pylist(keys, touched.schema))
    places = np.flatnonzero(is_actual.to_numpy())[is_doubtful]
    brought = {
        (draft.indicator, draft.year, draft.period, draft.district, draft.sector): draft
        for draft in drafts_of(records.take(pa.array(places)))
    }
    found: dict[Series, list[Point]] = defaultdict(list)
    for row in rows:
        draft = brought.get((row["indicator"], row["year"], row["period"], row["district"], row["sector"]))
        found[_key(row)].append(Point(end_of(row["year"], row["period"]), row["year"], row["value"], draft))
    return {key: sorted(points, key=lambda point: point.at) for key, points in found.items()}


def _key(row: Row) -> Series:
    return row["indicator"], row["district"], row["sector"], row["period"][0]


def _doubts(points: list[Point], definition: Definition) -> Iterator[Finding]:
    if definition.kind is Kind.CUMULATIVE:
        yield from _falls(points)
    if definition.kind not in KINDS_WITHOUT_SIZE:
        yield from _jumps(points)


def _falls(points: list[Point]) -> Iterator[Finding]:
    for before, here in zip(points, points[1:], strict=False):
        draft = here.draft or before.draft
        if draft is not None and here.value < before.value:
            figures = {"year": here.year, "number": here.value, "year_before": before.year, "before": before.value}
            yield _warning("cumulative_falls", draft, figures)


def _jumps(points: list[Point]) -> Iterator[Finding]:
    for position, here in enumerate(points):
        near = _neighbours(points, position)
        if here.draft is None or not near or not all(_is_far(here.value, other.value) for other in near):
            continue
        if len({abs(here.value) > abs(other.value) for other in near}) == 1:
            figures = {"number": here.value, "neighbour": near[0].value, "year": near[0].year}
            yield _warning("ten_times_neighbours", here.draft, figures)


def _neighbours(points: list[Point], position: int) -> list[Point]:
    """Return the two nearest values, of a series of two the earlier one."""
    if len(points) == 2:
        return points[:1] if position == 1 else []
    others = [*range(position - 2, position), *range(position + 1, position + 3)]
    known = [other for other in others if 0 <= other < len(points)]
    nearest = sorted(known, key=lambda other: (abs(other - position), other))[:2]
    return [points[other] for other in nearest]


def _is_far(value: float, other: float) -> bool:
    small, large = sorted((abs(value), abs(other)))
    return small > 0 and large >= JUMP * small


def _warning(code: str, draft: Draft, figures: Mapping[str, object]) -> Finding:
    return Finding(Severity.WARNING, code, draft.sheet, draft.cell, tidy(draft.raw or ""), figures)
