"""Targets against their baselines: one on the wrong side can't be reached by any path, and is an error."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from indicators import queries
from indicators.catalogue import Definition, Direction, Kind
from indicators.intake.draft import Draft, drafts_of
from indicators.intake.finding import Finding, Said, Severity
from indicators.intake.letters import tidy
from indicators.intake.queryrows import Row, rows_of
from indicators.store import Reading

KINDS_ON_A_PATH = frozenset({Kind.CUMULATIVE, Kind.STOCK, Kind.RATIO, Kind.INDEX})

GOALS = ("target", "baseline")

Place = tuple[str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Goal:
    """A target (its bound that counts) or a baseline, with the row of the file that brings it, if it is this file's."""

    year: int
    bound: float
    dated: dt.date
    draft: Draft | None


def wrong_sides(records: pa.Table, after: Reading, definitions: Mapping[str, Definition]) -> list[Finding]:
    """Return the targets that would lie on the wrong side of their baseline, once the file's rows were in the store.

    `after` is the store as it would be with them. Of a revised target only the latest is looked at.
    """
    goals = [
        draft
        for draft in drafts_of(records.filter(pc.field("measure").isin(GOALS) & pc.field("value").is_valid()))
        if _has_path(definitions[draft.indicator])
    ]
    brought = {(draft.measure, *draft.key[1:6]): draft for draft in goals}
    touched = dict.fromkeys((draft.indicator, draft.district, draft.sector) for draft in goals)
    if not touched:
        return []
    indicators = {indicator for indicator, _, _ in touched}
    rows = rows_of(queries.targets_by_place(after, indicator=indicators.pop() if len(indicators) == 1 else None))
    by_place: dict[tuple[str, Place], list[Goal]] = defaultdict(list)
    for row in rows:
        place = (row["indicator"], row["district"], row["sector"])
        if row["value"] is not None and place in touched:
            by_place[row["measure"], place].append(_goal(row, definitions[place[0]], brought))
    # In the file's own order.
    return [
        finding
        for place in touched
        for finding in _wrong(by_place["target", place], by_place["baseline", place], definitions[place[0]])
    ]


def _has_path(definition: Definition) -> bool:
    return definition.kind in KINDS_ON_A_PATH and definition.direction is not Direction.BAND


def _goal(row: Row, definition: Definition, brought: Mapping[tuple[object, ...], Draft]) -> Goal:
    # For less is better a range is met up to its upper value.
    is_upper = definition.direction is Direction.DOWN and row["value_to"] is not None
    key = ("measure", "indicator", "year", "period", "district", "sector")
    return Goal(
        year=row["year"],
        bound=row["value_to"] if is_upper else row["value"],
        dated=row["document_date"] or dt.date.min,
        draft=brought.get(tuple(row[name] for name in key)),
    )


def _wrong(targets: list[Goal], baselines: list[Goal], definition: Definition) -> Iterator[Finding]:
    side = 1 if definition.direction is Direction.UP else -1
    latest = {goal.year: goal for goal in sorted(targets, key=lambda goal: goal.dated)}
    for target in latest.values():
        earlier = [goal for goal in baselines if goal.year <= target.year]
        if not earlier:
            continue
        baseline = max(earlier, key=lambda goal: goal.year)
        draft = target.draft or baseline.draft
        if draft is not None and side * (target.bound - baseline.bound) < 0:
            way = Said.of(f"finding.way_{definition.direction}")
            figures = {"target": target.bound, "baseline": baseline.bound, "year": baseline.year, "way": way}
            yield Finding(Severity.ERROR, "target_wrong_side", draft.sheet, draft.cell, tidy(draft.raw or ""), figures)
