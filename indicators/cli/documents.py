"""The JSON of each command, field by field as the contract has it: codes are text, blank is null, numbers finite."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import math
from collections.abc import Mapping
from numbers import Integral
from typing import Any

import pandas as pd

from indicators.assessment import Verdict, causes
from indicators.cli.outcome import in_both
from indicators.exhibits.verdicts import Assessed
from indicators.intake import Finding, Rehearsal, Report, SheetSummary
from indicators.intake.queryrows import rows_of
from indicators.store import Commit

Row = dict[str, object]
# Of a verdict, beside those that the contract names: what is compared, what is missing, what would have to be true.
FURTHER_FIGURES = (
    "attained", "bound", "gap", "years_left", "age_years", "pace_needed", "pace_so_far", "needed_next",
    "reached_at_pace",
)  # fmt: skip


def check_document(report: Report, rehearsal: Rehearsal, version: int) -> Row:
    """Return what a check or a publication says."""
    changes = rehearsal.changes
    return {
        "publishable": report.publishable,
        "file": report.file,
        "version": version,
        "rows": report.rows,
        "sheets": [_sheet(sheet) for sheet in report.sheets],
        "answers": [dataclasses.asdict(answer) for answer in report.answers],
        "findings": [_finding(finding) for finding in (*report.findings, *rehearsal.findings)],
        "changes": {
            "new": changes.new,
            "changed": changes.changed,
            "unchanged": changes.unchanged,
            "removed": changes.removed,
        },
        "flips": [
            {
                "indicator": flip.indicator,
                "district": flip.district,
                "sector": flip.sector,
                "from": flip.before,
                "to": flip.after,
            }
            for flip in rehearsal.flips
        ],
    }


def _sheet(sheet: SheetSummary) -> Row:
    reason = None if sheet.reason is None else in_both(f"finding.{sheet.reason}", {})
    return {"sheet": sheet.name, "layout": sheet.layout, "rows": sheet.rows, "reason": reason}


def _finding(finding: Finding) -> Row:
    figures = {"value": finding.value or "", "cell": finding.cell or "", **finding.figures}
    return {
        "severity": str(finding.severity),
        "code": finding.code,
        "sheet": finding.sheet,
        "cell": finding.cell,
        "value": finding.value,
        "message": in_both(f"finding.{finding.code}", figures),
        "fix": None if finding.fix is None else {"kind": finding.fix.kind, "value": finding.fix.value},
        "choices": [
            {
                "name": {"vi": choice.name.name_vi, "en": choice.name.name_en},
                "safe": choice.is_safe,
                "answers": [dataclasses.asdict(answer) for answer in choice.answers],
            }
            for choice in finding.choices
        ],
    }


def assessed_row(assessed: Assessed, previous: Verdict) -> Row:
    """Return one verdict with every figure it rests on; why one is blank stands in `missing`.

    `previous` is the verdict of the year before; what made them differ stands in `changed_because`, empty where
    nothing did.
    """
    verdict, definition = assessed.verdict, assessed.definition
    return {
        "indicator": definition.id,
        "name": {"vi": definition.name_vi, "en": definition.name_en or None},
        "kind": str(definition.kind),
        "direction": str(definition.direction),
        "unit": definition.unit,
        "group": definition.group or None,
        "district": assessed.district,
        "sector": assessed.sector,
        "as_of": verdict.as_of,
        "status": str(verdict.status),
        "reason": _word(verdict.reason),
        "previous": {
            "as_of": previous.as_of,
            "status": str(previous.status),
            "reason": _word(previous.reason),
        },
        "changed_because": [str(cause) for cause in causes(previous, verdict)],
        **_ends(verdict),
        "achieved_in": verdict.achieved_in,
        "achievement": _number(verdict.achievement),
        "distance": _number(verdict.distance),
        "elapsed": _number(verdict.elapsed),
        "expected": _number(verdict.expected),
        "ratio": _number(verdict.ratio),
        "pace": _number(verdict.pace),
        **{name: _number(getattr(verdict, name)) for name in FURTHER_FIGURES},
        "projection": None
        if verdict.projection is None
        else dict(zip(("low", "middle", "high"), verdict.projection, strict=True)),
        "methods": {
            str(name): {
                "value": _number(method.value),
                "label": _word(method.label),
                "class": _word(method.class_),
                "reason": _word(method.reason),
            }
            for name, method in verdict.methods.items()
        },
        "agreement": {"agree": verdict.agree, "applicable": verdict.applicable},
        "flags": [str(flag) for flag in verdict.flags],
        "rule": str(verdict.rule),
        "thresholds": verdict.thresholds,
        "missing": {str(figure): str(why) for figure, why in verdict.missing.items()},
    }


def _ends(verdict: Verdict) -> Row:
    baseline, target, latest = verdict.baseline, verdict.target, verdict.latest
    return {
        "baseline": None
        if baseline is None
        else {"year": baseline.year, "period": baseline.period, "value": _number(baseline.value)},
        "target": None
        if target is None
        else {
            "year": target.year,
            "operator": target.operator,
            "value": _number(target.value),
            "value_to": _number(target.value_to),
            "document": target.document,
            "document_date": _day(target.document_date),
        },
        "latest": None
        if latest is None
        else {
            "year": latest.year,
            "period": latest.period,
            "value": _number(latest.value),
            "quality": latest.quality,
            "how": latest.how,
            "coverage": latest.coverage,
        },
    }


def value_rows(values: pd.DataFrame, targets: pd.DataFrame) -> list[Row]:
    """Return the records behind the verdicts: what was reported or built, then baselines and targets."""
    actual = [{**_value("actual", row), **_parts(row)} for row in rows_of(values)]
    return actual + [{**_value(row["measure"], row), **_goal(row)} for row in rows_of(targets)]


def _value(measure: str, row: Mapping[str, Any]) -> Row:
    how = row.get("how", "reported")
    source = {name: row[name] for name in ("upload", "file", "sheet", "cell")}
    return {
        "measure": measure,
        "year": int(row["year"]),
        "period": row["period"],
        "district": row["district"],
        "sector": row["sector"],
        "value": _number(row["value"]),
        "how": how,
        "coverage": None if row.get("have") is None else f"{row['have']}/{row['expected']}",
        "quality": row["quality"],
        "source": None if how == "built" else {**source, "upload": int(row["upload"])},
        "raw": row["raw"],
        "document": row["document"],
        "note": row["note"],
    }


def _parts(row: Mapping[str, Any]) -> Row:
    return {
        "numerator": _number(row["numerator"]),
        "denominator": _number(row["denominator"]),
        "parts": row["parts"],
        "complete": bool(row["complete"]),
        "difference": _number(row["difference"]),
    }


def _goal(row: Mapping[str, Any]) -> Row:
    return {
        "operator": row["operator"],
        "value_to": _number(row["value_to"]),
        "document_date": _day(row["document_date"]),
    }


def commit_row(commit: Commit) -> Row:
    """Return one version of the store: who made it, when and why."""
    return {
        "version": commit.version,
        "at": commit.at.isoformat(),
        "by": commit.by,
        "reason": commit.reason or None,
        "document": commit.document,
        "file": commit.file,
        "sender": commit.sender,
        "approved_by": commit.approved_by,
        "sha256": commit.sha256,
        "new": commit.new,
        "changed": commit.changed,
        "removed": commit.removed,
        "restored_from": commit.restored_from,
    }


def difference_rows(differences: pd.DataFrame) -> list[Row]:
    """Return what changed between two versions, record by record; a definition as the object it is."""
    return [{name: _plain(name, value) for name, value in row.items()} for row in rows_of(differences)]


def _plain(column: str, value: Any) -> object:  # noqa: ANN401
    if column.startswith("definition_"):
        return None if value is None else json.loads(value)
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, Integral):
        return int(value)
    return _day(value) if isinstance(value, dt.date) else value


def _number(value: float | None) -> float | None:
    return None if value is None or not math.isfinite(value) else float(value)


def _word(value: object) -> str | None:
    return None if value is None else str(value)


def _day(value: dt.date | None) -> str | None:
    return None if value is None else value.isoformat()
