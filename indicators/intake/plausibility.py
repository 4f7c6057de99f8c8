"""What is doubtful in figures that may well be right: warned of, never refused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyarrow as pa

from indicators import queries
from indicators.assessment import end_of
from indicators.catalogue import Definition, Kind
from indicators.intake.draft import Draft
from indicators.intake.finding import Finding, Severity
from indicators.intake.letters import tidy
from indicators.intake.queryrows import Row, rows_of
from indicators.store import Reading

JUMP = 10
KINDS_WITHOUT_SIZE = frozenset({Kind.GROWTH, Kind.YES_NO})

Series = tuple[str, str | None, str | None, str]


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series, with the row of the file that brings it, if it is this file's."""

    at: float
    year: int
    value: float
    draft: Draft | None


def doubts(drafts: Iterable[Draft], after: Reading, definitions: Mapping[str, Definition]) -> list[Finding]:
    """Return what is doubtful about rows of a file once they stand beside what the store holds.

    `after` is the store as it would be with them.
    """
    actual = [draft for draft in drafts if draft.measure == "actual" and draft.value is not None]
    series = _series(actual, after)
    return [finding for key, points in series.items() for finding in _doubts(points, definitions[key[0]])]


def _series(drafts: list[Draft], after: Reading) -> dict[Series, list[Point]]:
    """Return the series that may be doubtful; the store picks them, for a large file touches a great many."""
    touched = dict.fromkeys((one.indicator, one.district, one.sector, (one.period or "Y")[0]) for one in drafts)
    if not touched:
        return {}
    columns = zip(*touched, strict=True)
    named = dict(zip(("indicator", "district", "sector", "length"), columns, strict=True))
    table = pa.table({name: pa.array(column, pa.string()) for name, column in named.items()})
    rows = rows_of(queries.doubtful_series(after, table, jump=JUMP))
    doubtful = {_key(row) for row in rows}
    brought = {
        (draft.indicator, draft.year, draft.period, draft.district, draft.sector): draft
        for draft in drafts
        if (draft.indicator, draft.district, draft.sector, (draft.period or "Y")[0]) in doubtful
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
