"""One key twice in one file: equal values are a warning, different ones an error on both cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from indicators.intake.draft import Draft
from indicators.intake.finding import Finding, Severity


def once(drafts: Iterable[Draft]) -> tuple[list[Draft], list[Finding]]:
    """Return the drafts with each key once, the first, and what is to be said of the others."""
    by_key: dict[tuple[object, ...], list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_key[draft.key].append(draft)
    repeated = [same for same in by_key.values() if len(same) > 1]
    findings = [finding for same in repeated for finding in _findings(same)]
    return [same[0] for same in by_key.values()], findings


def _findings(same: list[Draft]) -> Iterator[Finding]:
    first = same[0]
    is_equal = all(draft.figures == first.figures for draft in same)
    stem = "definition" if first.measure == "definition" else "record"
    code = f"{stem}_repeated" if is_equal else f"{stem}_contradicted"
    severity = Severity.WARNING if is_equal else Severity.ERROR
    for draft in same[1:] if is_equal else same:
        other = same[1] if draft is first else first
        figures = {"other_cell": _place(other, draft), "other": other.raw or ""}
        yield Finding(severity, code, draft.sheet, draft.cell, draft.raw, figures)


def _place(other: Draft, draft: Draft) -> str:
    return f"{other.sheet}!{other.cell}" if other.sheet != draft.sheet else str(other.cell)
