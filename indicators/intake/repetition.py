"""One key twice in one file: equal values are a warning, different ones an error on both cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from indicators.intake.draft import Draft, drafts_of
from indicators.intake.finding import Finding, Severity
from indicators.store import only, repeated_rows


def once(rows: pa.Table) -> tuple[pa.Table, list[Finding]]:
    """Return the rows with each key once, the first, and what is to be said of the others."""
    repeated = repeated_rows(rows)
    if not len(repeated):
        return rows, []
    by_key: dict[tuple[object, ...], list[tuple[int, Draft]]] = defaultdict(list)
    for at, draft in zip(repeated.tolist(), drafts_of(rows.take(pa.array(repeated))), strict=True):
        by_key[draft.key].append((at, draft))
    is_kept = np.ones(rows.num_rows, dtype=bool)
    is_kept[[at for same in by_key.values() for at, _ in same[1:]]] = False
    findings = [finding for same in by_key.values() for finding in _findings([draft for _, draft in same])]
    return only(rows, is_kept), findings


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
