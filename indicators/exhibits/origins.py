"""Where a figure comes from: the row that brought it, and the link to its cell or to the parts of a total."""

from __future__ import annotations

from indicators.assessment import Baseline, Observation, Target
from indicators.exhibits.exhibit import Link, Origin, Parts
from indicators.exhibits.rows import SourcedRow, TargetRow, ValueRow
from indicators.exhibits.verdicts import Assessed


def source_of(one: Assessed, each: Observation) -> str:
    """Return where an observation came from: file, sheet and cell, or for a total the documents of its parts.

    A year that was summed from its periods comes from the cells of all of them.
    """
    row = value_row(one, each)
    rows = [row] if row is not None else [row for row in one.values if (row.year, row.how) == (each.year, each.how)]
    return "; ".join(dict.fromkeys(row.origin for row in rows if row.origin))


def value_row(one: Assessed, each: Observation) -> ValueRow | None:
    """Return the row of an observation; None for a year that was summed from its periods."""
    wanted = (each.year, each.period, each.how)
    return next((row for row in one.values if (row.year, row.period, row.how) == wanted), None)


def target_row(one: Assessed, target: Target) -> TargetRow | None:
    """Return the row that set a target."""
    wanted = ("target", target.year, target.document_date)
    return next((row for row in one.targets if (row.measure, row.year, _day(row)) == wanted), None)


def baseline_row(one: Assessed, baseline: Baseline) -> TargetRow | None:
    """Return the row that declared a baseline; None where nobody did and a running total starts from 0."""
    wanted = ("baseline", baseline.year, baseline.period)
    if baseline not in one.series.baselines:
        return None
    return next((row for row in one.targets if (row.measure, row.year, row.period) == wanted), None)


def link_to(row: SourcedRow) -> Link | None:
    """Return where a row leads: to the cell it was read from, a built total to its parts."""
    if isinstance(row, ValueRow) and row.how == "built":
        return Parts(row.indicator, row.year, row.district, row.sector)
    return None if row.upload is None or not row.file else Origin(row.upload, row.sheet, row.cell)


def links_of(one: Assessed) -> tuple[tuple[str, Link], ...]:
    """Return where the value, the target and the baseline of a verdict lead."""
    verdict, definition = one.verdict, one.definition
    found: dict[str, Link | None] = {}
    if verdict.latest is not None:
        row = value_row(one, verdict.latest)
        whole_year = Parts(definition.id, verdict.latest.year, one.district, one.sector)
        found["latest"] = whole_year if row is None else link_to(row)
    if verdict.target is not None:
        target = target_row(one, verdict.target)
        found["target"] = None if target is None else link_to(target)
    if verdict.baseline is not None:
        baseline = baseline_row(one, verdict.baseline)
        found["baseline"] = None if baseline is None else link_to(baseline)
    return tuple((figure, link) for figure, link in found.items() if link is not None)


def _day(row: TargetRow) -> object:
    # A query answers with a moment where a target holds a day.
    date = getattr(row.document_date, "date", None)
    return date() if callable(date) else row.document_date
