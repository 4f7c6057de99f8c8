"""The targets and the definition behind an indicator, the targets with the file, sheet and cell they came from."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from indicators import queries
from indicators.assessment import Target, targets_in_force
from indicators.catalogue import Catalogue, Definition
from indicators.exhibits.evidence import evidence_of
from indicators.exhibits.exhibit import Exhibit, Table
from indicators.exhibits.frames import download, framed
from indicators.exhibits.origins import link_to
from indicators.exhibits.request import Request
from indicators.exhibits.rows import TargetRow, target_rows
from indicators.exhibits.verdicts import Assessed
from indicators.exhibits.words import Words
from indicators.labels import Text
from indicators.selection import Selection
from indicators.store import Reading

TARGETS = ("measure", "year", "place", "value", "in_force", "document", "document_date", "source", "note", "upload")
DEFINITION = ("field", "value")


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
        drawing=Table(headers=tuple(headers.values()), links=(("value", tuple(map(link_to, rows))),)),
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
    frame = framed(DEFINITION, _definition(request, one.definition, words))
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


def definition_fields(request: Request, what: Definition, words: Words) -> dict[str, str]:
    """Return each field of a definition in words, empty where it says nothing."""
    text = request.text
    limits = [None if limit is None else words.value(limit) for limit in (what.min, what.max)]
    return {
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


def _definition(request: Request, what: Definition, words: Words) -> Iterator[tuple[str, str]]:
    fields = definition_fields(request, what, words)
    yield from ((request.text(f"exhibit.field_{name}"), value) for name, value in fields.items() if value)
