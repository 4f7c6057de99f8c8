"""The records behind an indicator, and those a total was built from, each with the cell it came from."""

from __future__ import annotations

import pandas as pd

from indicators.catalogue import Catalogue
from indicators.exhibits.behind import MOST_RECORDS, is_long, values_behind
from indicators.exhibits.evidence import evidence_of
from indicators.exhibits.exhibit import Exhibit, Table
from indicators.exhibits.frames import download, framed
from indicators.exhibits.notes import coverage, notes_on_indicator
from indicators.exhibits.origins import link_to
from indicators.exhibits.phrases import short_period
from indicators.exhibits.request import Request
from indicators.exhibits.rows import ValueRow, value_rows
from indicators.exhibits.verdicts import Assessed
from indicators.exhibits.words import Words
from indicators.labels import Text
from indicators.selection import Selection
from indicators.store import Reading

RECORDS = ("period", "place", "value", "parts", "quality", "how", "source", "document", "note", "upload")


def records(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return every value of the selected indicator at the selected place and its parts, with where it came from."""
    request = Request(reading, catalogue, selection, text)
    one = request.chosen()
    if one is None:
        return request.without_indicator(
            "records", title=text("exhibit.records_title"), drawing=Table(), columns=RECORDS
        )
    words = request.words(one.definition)
    found = values_behind(request, are_compared=True)
    rows = value_rows(found)
    headers = {name: text(f"exhibit.column_{name}") for name in RECORDS}
    reported = sum(row.how == "reported" for row in rows)
    key = "exhibit.records_headline_one" if reported == 1 else "exhibit.records_headline"
    return request.exhibit(
        "records",
        title=request.titled(text("exhibit.records_title_of", name=words.name)),
        headline=text(key, count=reported, built=len(rows) - reported) if rows else text("exhibit.records_none"),
        frame=framed(RECORDS, (_record(request, row, words) for row in rows)),
        drawing=Table(headers=tuple(headers.values()), links=(("value", tuple(map(link_to, rows))),)),
        evidence=evidence_of([one], text, more=[found]),
        figures=_record_figures(request, rows),
        empty_sentence=text("exhibit.empty_indicator"),
        unit=words.unit,
        decimals=one.definition.decimals,
        notes=(*_left_out(request), *notes_on_indicator(request, one)),
    )


def parts(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return what the selected indicator's total of the selected year was built from, each with where it came from."""
    request = Request(reading, catalogue, selection, text)
    one = request.chosen()
    if one is None:
        return request.without_indicator("parts", title=text("exhibit.parts_title"), drawing=Table(), columns=RECORDS)
    words = request.words(one.definition)
    found = values_behind(request)
    rows = _parts_of_year(one, value_rows(found), request.as_of)
    headers = {name: text(f"exhibit.column_{name}") for name in RECORDS}
    place = request.selected_place
    return request.exhibit(
        "parts",
        title=text("exhibit.parts_title_of", name=words.name, place=place, year=request.as_of),
        headline=_parts_headline(request, one, rows, words),
        frame=framed(RECORDS, (_record(request, row, words) for row in rows)),
        drawing=Table(headers=tuple(headers.values()), links=(("value", tuple(map(link_to, rows))),)),
        evidence=evidence_of([one], text, more=[found]),
        figures=_record_figures(request, rows),
        empty_sentence=text("exhibit.empty_parts", year=request.as_of),
        unit=words.unit,
        decimals=one.definition.decimals,
    )


def _left_out(request: Request) -> tuple[str, ...]:
    if not is_long(request):
        return ()
    return (request.text("exhibit.records_compared", most=request.text.number(MOST_RECORDS)),)


def _parts_of_year(one: Assessed, rows: list[ValueRow], year: int) -> list[ValueRow]:
    """Return the rows a total of that year was built from; where none was built, what the place itself reported."""
    own = (one.district, one.sector)
    of_year = [row for row in rows if row.year == year]
    wanted = {
        (row.period, _places_of(row.parts, own)) for row in of_year
        if row.how == "built" and (row.district, row.sector) == own
    }  # fmt: skip
    if not wanted:
        return [row for row in of_year if (row.district, row.sector) == own]
    by_part: dict[tuple[str, str | None, str | None], ValueRow] = {}
    for row in of_year:
        # A part's own report comes before the sum that stands beside it, and that one is what was added up.
        if (row.period, (row.district is not None, row.sector is not None)) in wanted:
            by_part.setdefault((row.period, row.district, row.sector), row)
    return list(by_part.values())


def _places_of(parts: str | None, own: tuple[str | None, str | None]) -> tuple[bool, bool]:
    """Return whether the parts of a total have a district, and whether they have a sector."""
    if parts == "cells" or any(own):
        return True, True
    return parts == "districts", parts == "sectors"


def _parts_headline(request: Request, one: Assessed, rows: list[ValueRow], words: Words) -> str:
    text = request.text
    same = [each for each in one.series.observations if each.year == request.as_of and each.how == "built"]
    total = next((each for each in same if each.value is not None), None)
    if total is None or total.value is None:
        key = "exhibit.parts_reported_one" if len(rows) == 1 else "exhibit.parts_reported"
        return (
            text(key, count=len(rows), year=request.as_of) if rows else text("exhibit.empty_parts", year=request.as_of)
        )
    return text(
        "exhibit.parts_headline", value=words.value_in(total), coverage=coverage(request, total),
        place=request.selected_place,
    )  # fmt: skip


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
