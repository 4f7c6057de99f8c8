"""What each command tells a reader: sentences and tables in their language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from indicators.catalogue import Catalogue, Definition
from indicators.cli.columns import columns
from indicators.exhibits import Exhibit, Table
from indicators.exhibits.phrases import short_period
from indicators.exhibits.sentences import verdict_sentence
from indicators.exhibits.verdicts import Assessed
from indicators.exhibits.words import words_for
from indicators.intake import Finding, Rehearsal, Report, Severity
from indicators.labels import Text
from indicators.store import Commit, no_longer_kept

MOST_SHEETS_ALIKE = 3


def report(checked: Report, rehearsal: Rehearsal, text: Text) -> tuple[str, ...]:
    """Return what a check found, the worst first, and what publishing would change."""
    findings = sorted(
        (*checked.findings, *rehearsal.findings), key=lambda finding: list(Severity).index(finding.severity)
    )
    lines = [*_sheets(checked, text)]
    lines += [_finding(finding, text) for finding in findings]
    if not checked.publishable:
        errors, questions = checked.count(Severity.ERROR), checked.count(Severity.QUESTION)
        return (*lines, text("cli.refused", errors=errors, questions=questions))
    changes = rehearsal.changes
    lines.append(
        text(
            "cli.changes",
            new=changes.new,
            changed=changes.changed,
            unchanged=changes.unchanged,
            removed=changes.removed,
        )
    )
    lines += [
        text(
            "cli.flip",
            indicator=flip.indicator,
            place=" · ".join(part for part in (flip.district, flip.sector) if part) or text("cli.whole_province"),
            before=text(f"status.{flip.before}"),
            after=text(f"status.{flip.after}"),
        )
        for flip in rehearsal.flips
    ]
    return tuple(lines)


def _sheets(checked: Report, text: Text) -> Iterator[str]:
    """Yield a line a sheet; of many without a table for the same reason, one line for all of them."""
    reasons = Counter(sheet.reason for sheet in checked.sheets if sheet.layout is None)
    for sheet in checked.sheets:
        if sheet.layout is not None or reasons[sheet.reason] <= MOST_SHEETS_ALIKE:
            what = _what(sheet.layout, sheet.reason, text)
            yield text("cli.sheet", sheet=sheet.name or checked.file, what=what, rows=sheet.rows)
    for reason, count in reasons.items():
        if count > MOST_SHEETS_ALIKE:
            yield text("cli.sheets_alike", count=count, what=_what(None, reason, text))


def _what(layout: str | None, reason: str | None, text: Text) -> str:
    return text(f"cli.layout_{layout}") if layout else text(f"finding.{reason}")


def _finding(finding: Finding, text: Text) -> str:
    where = "!".join(part for part in (finding.sheet, finding.cell) if part)
    return text(
        "cli.finding",
        severity=text(f"cli.severity_{finding.severity}"),
        where=f" {where}" if where else "",
        sentence=finding.sentence(text),
    )


def verdicts(
    assessed: Iterable[Assessed], catalogue: Catalogue, text: Text, *, as_of: int, version: int
) -> tuple[str, ...]:
    """Return one line a verdict: the indicator, its status, and the sentence with its numbers."""
    rows = [
        (
            text.name(one.definition),
            text(f"status.{one.verdict.status}"),
            verdict_sentence(one.series, one.verdict, words_for(one.definition, catalogue, text)),
        )
        for one in assessed
    ]
    titles = (text("cli.column_indicator"), text("cli.column_status"), text("cli.column_sentence"))
    head = text("cli.as_of", year=as_of, version=version)
    return (head, *columns(titles, rows)) if rows else (head, text("cli.no_indicators"))


def values(
    rows: Iterable[Mapping[str, object]], definition: Definition, catalogue: Catalogue, text: Text
) -> tuple[str, ...]:
    """Return one line a record: period, place, value, how it came and from which cell."""
    shown = [_value(row, definition, catalogue, text) for row in rows]
    titles = tuple(
        text(f"cli.column_{name}")
        for name in ("measure", "period", "district", "sector", "value", "how", "quality", "source")
    )
    name = text("cli.values_of", name=text.name(definition), unit=words_for(definition, catalogue, text).unit)
    return (name, *columns(titles, shown, right=frozenset({4}))) if shown else (name, text("cli.no_values"))


def _value(row: Mapping[str, object], definition: Definition, catalogue: Catalogue, text: Text) -> tuple[str, ...]:
    number, upper = row["value"], row.get("value_to")
    words = words_for(definition, catalogue, text)
    value = text("cli.null") if not isinstance(number, float) else words.number(number)
    if isinstance(upper, float):
        value = f"{value}–{words.number(upper)}"
    operator = row.get("operator")
    how = text(f"cli.how_{row['how']}")
    quality = row["quality"]
    return (
        text(f"cli.measure_{row['measure']}"),
        short_period(int(str(row["year"])), str(row["period"]), text),
        "" if row["district"] is None else text.name(catalogue.district(str(row["district"]))),
        "" if row["sector"] is None else text.name(catalogue.sector(str(row["sector"]))),
        f"{operator} {value}" if operator and operator != "range" else value,
        how if row["coverage"] is None else f"{how} {row['coverage']}",
        text(f"cli.quality_{quality}") if quality else "",
        _source(row["source"]),
    )


def _source(source: object) -> str:
    if not isinstance(source, Mapping):
        return ""
    return " ".join(str(source[name]) for name in ("file", "sheet", "cell") if source[name] is not None)


def history(commits: Sequence[Commit], text: Text) -> tuple[str, ...]:
    """Return one line a version, the newest first."""
    names = ("version", "at", "by", "reason", "file", "new", "changed", "removed")
    gone = no_longer_kept(commits)
    rows = [
        (
            str(commit.version),
            text.moment(commit.at),
            commit.by,
            text("cli.not_kept", reason=commit.reason) if commit.version in gone else commit.reason,
            commit.file
            or ("" if commit.restored_from is None else text("cli.from_version", version=commit.restored_from)),
            str(commit.new),
            str(commit.changed),
            str(commit.removed),
        )
        for commit in commits
    ]
    return tuple(columns([text(f"cli.column_{name}") for name in names], rows, right=frozenset({0, 5, 6, 7})))


def differences(changes: Exhibit) -> tuple[str, ...]:
    """Return how many records differ and one line for each, the former value before the latter."""
    drawing = changes.drawing
    if changes.is_empty or not isinstance(drawing, Table):
        return (changes.empty_sentence,)
    rows = [tuple(map(str, cells)) for cells in changes.frame.itertuples(index=False)]
    return (changes.headline, *columns(drawing.headers, rows))
