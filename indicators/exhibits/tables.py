"""The records, targets and definition behind an indicator, each with the file, sheet and cell it came from."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from indicators import queries
from indicators.assessment import Target, targets_in_force
from indicators.catalogue import Catalogue
from indicators.exhibits.evidence import evidence_of
from indicators.exhibits.exhibit import Exhibit, Table
from indicators.exhibits.frames import download, framed
from indicators.exhibits.notes import notes_on_indicator
from indicators.exhibits.phrases import short_period
from indicators.exhibits.request import Request
from indicators.exhibits.rows import TargetRow, ValueRow, target_rows, value_rows
from indicators.exhibits.verdicts import Assessed
from indicators.exhibits.words import Words
from indicators.labels import Text
from indicators.selection import Selection
from indicators.store import Reading

RECORDS = ("period", "place", "value", "parts", "quality", "how", "source", "document", "note", "upload")
TARGETS = ("measure", "year", "place", "value", "in_force", "document", "document_date", "source", "note", "upload")
DEFINITION = ("field", "value")


def records(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return every value of the selected indicator at the selected place and its parts, with where it came from."""
    request = Request(reading, catalogue, selection, text)
    one = request.chosen()
    if one is None:
        return request.without_indicator(
            "records", title=text("exhibit.records_title"), drawing=Table(), columns=RECORDS
        )
    words = request.words(one.definition)
    found = queries.values_by_place(
        reading, indicator=selection.indicator, district=selection.district, sector=selection.sector
    )
    rows = value_rows(found)
    headers = {name: text(f"exhibit.column_{name}") for name in RECORDS}
    reported = sum(row.how == "reported" for row in rows)
    key = "exhibit.records_headline_one" if reported == 1 else "exhibit.records_headline"
    return request.exhibit(
        "records",
        title=request.titled(text("exhibit.records_title_of", name=words.name)),
        headline=text(key, count=reported, built=len(rows) - reported) if rows else text("exhibit.records_none"),
        frame=framed(RECORDS, (_record(request, row, words) for row in rows)),
        drawing=Table(headers=tuple(headers.values())),
        evidence=evidence_of([one], text, more=[found]),
        figures=_record_figures(request, rows),
        empty_sentence=text("exhibit.empty_indicator"),
        unit=words.unit,
        decimals=one.definition.decimals,
        notes=notes_on_indicator(request, one),
    )


def targets(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return the targets and baselines of the selected indicator, former ones too, with their decisions."""
    request = Request(reading, catalogue, selection, text)
    one = request.chosen()
    if one is None:
        return request.without_indicator(
            "targets", title=text("exhibit.targets_title"), drawing=Table(), columns=TARGETS
        )
    words = request.words(one.definition)
    found = queries.targets_by_place(
        reading, indicator=selection.indicator, district=selection.district, sector=selection.sector
    )
    rows = target_rows(found)
    headers = {name: text(f"exhibit.column_{name}") for name in TARGETS}
    headers["value"] = text("exhibit.column_target")
    frame = framed(TARGETS, (_target(request, row, one, words) for row in rows))
    return request.exhibit(
        "targets",
        title=request.titled(text("exhibit.targets_title_of", name=words.name)),
        headline=_targets_headline(one, words),
        frame=frame,
        drawing=Table(headers=tuple(headers.values())),
        evidence=evidence_of([one], text, more=[found]),
        figures=_target_figures(request, rows),
        empty_sentence=text("exhibit.empty_targets"),
        unit=words.unit,
        decimals=one.definition.decimals,
    )


def definition(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return what the selected indicator is: unit, kind, direction, how it adds up, who reports it, which decision."""
    request = Request(reading, catalogue, selection, text)
    one = request.chosen()
    if one is None:
        return request.without_indicator(
            "definition", title=text("exhibit.definition_title"), drawing=Table(), columns=DEFINITION
        )
    words = request.words(one.definition)
    frame = framed(DEFINITION, _definition(request, one, words))
    headers = {"field": text("exhibit.column_field"), "value": text("exhibit.column_meaning")}
    what = one.definition
    return request.exhibit(
        "definition",
        title=text("exhibit.definition_title_of", name=words.name),
        headline=text(
            "exhibit.definition_headline",
            name=words.name,
            kind=text(f"exhibit.kind_{what.kind}"),
            direction=text(f"exhibit.direction_{what.direction}"),
            over_place=text(f"exhibit.over_place_{what.over_place}"),
        ),
        frame=frame,
        drawing=Table(headers=tuple(headers.values())),
        evidence=evidence_of([one], text),
        figures=download(frame, headers),
        empty_sentence=text("exhibit.empty_indicator"),
        unit=words.unit,
        decimals=what.decimals,
    )


def _record(request: Request, row: ValueRow, words: Words) -> tuple[str, ...]:
    text = request.text
    parts = []
    if row.numerator is not None and row.denominator is not None:
        parts.append(f"{text.figure(row.numerator)} ÷ {text.figure(row.denominator)}")
    if row.have is not None:
        parts.append(f"{row.have}/{row.expected}")
    not_there = text("exhibit.not_available", sign=row.raw or "…")
    return (
        short_period(row.year, row.period, text),
        request.place(row.district, row.sector),
        not_there if row.value is None else words.value(row.value),
        ", ".join(parts),
        text(f"exhibit.quality_{row.quality or 'official'}"),
        text(f"exhibit.how_{row.how}"),
        row.origin if row.how == "reported" else "",
        row.document or "",
        row.note or "",
        "" if row.upload is None else str(row.upload),
    )


def _record_figures(request: Request, rows: list[ValueRow]) -> pd.DataFrame:
    text = request.text
    columns = (
        "year", "period", "place", "value", "numerator", "denominator", "quality", "how", "have", "expected",
        "difference", "document", "note", "upload", "file", "sheet", "cell",
    )  # fmt: skip
    figures = (
        (
            row.year, row.period, request.place(row.district, row.sector), row.value, row.numerator, row.denominator,
            text(f"exhibit.quality_{row.quality or 'official'}"), text(f"exhibit.how_{row.how}"), row.have,
            row.expected, row.difference, row.document, row.note, row.upload, row.file, row.sheet, row.cell,
        )
        for row in rows
    )  # fmt: skip
    return download(framed(columns, figures), {name: text(f"exhibit.column_{name}") for name in columns})


def _target(request: Request, row: TargetRow, one: Assessed, words: Words) -> tuple[str, ...]:
    text = request.text
    target = None if row.value is None else Target(row.year, row.operator or "", row.value, row.value_to)
    return (
        text(f"exhibit.measure_{row.measure}"),
        str(row.year),
        request.place(row.district, row.sector),
        "" if target is None else words.target(target),
        text("exhibit.in_force") if _is_in_force(request, row, one) else "",
        row.document or "",
        "" if row.document_date is None else text.date(row.document_date),
        row.origin if row.file else "",
        row.note or "",
        "" if row.upload is None else str(row.upload),
    )


def _is_in_force(request: Request, row: TargetRow, one: Assessed) -> bool:
    if row.measure != "target" or (row.district, row.sector) != (one.district, one.sector):
        return False
    in_force = targets_in_force(one.series.targets, request.as_of)
    return any((each.year, each.document_date) == (row.year, row.document_date) for each in in_force)


def _target_figures(request: Request, rows: list[TargetRow]) -> pd.DataFrame:
    text = request.text
    columns = (
        "measure", "year", "place", "operator", "value", "value_to", "document", "document_date", "file", "sheet",
        "cell",
    )  # fmt: skip
    figures = (
        (
            text(f"exhibit.measure_{row.measure}"), row.year, request.place(row.district, row.sector), row.operator,
            row.value, row.value_to, row.document, row.document_date, row.file, row.sheet, row.cell,
        )
        for row in rows
    )  # fmt: skip
    return download(framed(columns, figures), {name: text(f"exhibit.column_{name}") for name in columns})


def _targets_headline(one: Assessed, words: Words) -> str:
    text, target = words.text, one.verdict.target
    if target is None:
        return text("exhibit.targets_none")
    is_revised = "revised_target" in one.verdict.flags
    key = "exhibit.targets_headline_revised" if is_revised else "exhibit.targets_headline"
    return text(key, target=words.target_in(target))


def _definition(request: Request, one: Assessed, words: Words) -> Iterator[tuple[str, str]]:
    text, what = request.text, one.definition
    limits = [None if limit is None else words.value(limit) for limit in (what.min, what.max)]
    fields = {
        "id": what.id,
        "name": words.name,
        "group": request.group_name(request.group_of(what)),
        "unit": words.unit,
        "kind": text(f"exhibit.kind_{what.kind}"),
        "direction": text(f"exhibit.direction_{what.direction}"),
        "over_place": text(f"exhibit.over_place_{what.over_place}"),
        "limits": " – ".join(limit or "…" for limit in limits) if any(limits) else "",
        "frequency": what.frequency,
        "responsible": what.responsible,
        "source": what.source,
        "document": what.document,
        "aliases": "; ".join(what.aliases),
    }
    yield from ((text(f"exhibit.field_{name}"), value) for name, value in fields.items() if value)
