"""How fresh the data are: each indicator's last reported period, the upload that brought it, who never reported."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from indicators import queries
from indicators.assessment import end_of
from indicators.catalogue import Catalogue
from indicators.exhibits.evidence import evidence_of, listed
from indicators.exhibits.exhibit import Exhibit, Table
from indicators.exhibits.frames import download, framed
from indicators.exhibits.phrases import short_period
from indicators.exhibits.request import Request
from indicators.exhibits.verdicts import Assessed
from indicators.labels import Text
from indicators.selection import Selection
from indicators.store import Reading

MOST_PLACES_NAMED = 4


@dataclass(frozen=True)
class Last:
    """The last thing reported of an indicator."""

    year: int
    period: str
    upload: int
    records: int

    @property
    def at(self) -> float:
        """When its period ends."""
        return end_of(self.year, self.period)


def freshness(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return for each indicator the last reported period and its upload, the oldest first, and who never reported."""
    request = Request(reading, catalogue, selection, text)
    assessed = request.assess()
    last = _last_at_place(assessed) if request.level != "province" else _last_anywhere(request)
    ordered = sorted(assessed, key=lambda one: (_at(last.get(one.definition.id)), one.definition.id))
    rows = [(one, last.get(one.definition.id)) for one in ordered]
    headers = {
        "indicator": text("exhibit.column_indicator"),
        "period": text("exhibit.column_last_period"),
        "upload": text("exhibit.column_upload"),
        "records": text("exhibit.column_records"),
    }
    shown = framed(tuple(headers), (_shown(request, one, found) for one, found in rows))
    silent = _silent_districts(request) if request.level == "province" else []
    return request.exhibit(
        "freshness",
        title=request.titled(text("exhibit.freshness_title")),
        headline=_headline(request, [found for _, found in rows]),
        frame=shown,
        drawing=Table(headers=tuple(headers.values())),
        evidence=evidence_of(assessed, text),
        figures=_figures(request, rows, headers),
        empty_sentence=text("exhibit.empty_store"),
        notes=(text("exhibit.silent_districts", places=", ".join(silent)),) if silent else (),
    )


def _last_anywhere(request: Request) -> dict[str, Last]:
    found = queries.freshness_by_indicator(request.reading)
    columns = (found[name].tolist() for name in ("indicator", "last_year", "last_period", "last_upload", "records"))
    return {indicator: Last(*rest) for indicator, *rest in zip(*columns, strict=True)}


def _last_at_place(assessed: tuple[Assessed, ...]) -> dict[str, Last]:
    found: dict[str, Last] = {}
    for one in assessed:
        rows = [row for row in one.values if row.how == "reported" and row.value is not None]
        if rows:
            last = max(rows, key=lambda row: (row.at, row.period == "Y"))
            found[one.definition.id] = Last(last.year, last.period, max(row.upload or 0 for row in rows), len(rows))
    return found


def _silent_districts(request: Request) -> list[str]:
    heard = set(queries.reporting_by_district(request.reading)["district"].tolist())
    if not heard:
        return []
    return [request.text.name(district) for district in request.catalogue.districts if district.code not in heard]


def _shown(request: Request, one: Assessed, found: Last | None) -> tuple[str, ...]:
    text = request.text
    if found is None:
        return (text.name(one.definition), text("exhibit.never_reported"), "", text.number(0))
    return (
        text.name(one.definition),
        short_period(found.year, found.period, text),
        text.number(found.upload),
        text.number(found.records),
    )


def _figures(request: Request, rows: list[tuple[Assessed, Last | None]], headers: dict[str, str]) -> pd.DataFrame:
    columns = (*headers, "year")
    frame = framed(
        columns,
        (
            (
                request.text.name(one.definition),
                found and found.period,
                found and found.upload,
                found.records if found else 0,
                found and found.year,
            )
            for one, found in rows
        ),
    )
    return download(
        frame,
        {
            "indicator": headers["indicator"],
            "year": request.text("exhibit.column_year"),
            "period": request.text("exhibit.column_period"),
            "upload": headers["upload"],
            "records": headers["records"],
        },
    )


def _headline(request: Request, found: list[Last | None]) -> str:
    text = request.text
    known = [last for last in found if last is not None]
    if not known:
        return text("exhibit.nothing_reported")
    newest = max(last.year for last in known)
    clauses = [
        text(
            "exhibit.freshness_newest",
            year=newest,
            count=sum(last.year == newest for last in known),
            total=len(found),
        )
    ]
    never = len(found) - len(known)
    if never:
        clauses.append(text("exhibit.freshness_never_one" if never == 1 else "exhibit.freshness_never", count=never))
    silent = _silent_districts(request) if request.level == "province" else []
    if silent:
        places = listed(silent, text, most=MOST_PLACES_NAMED, key="exhibit.and_more_places")
        clauses.append(text("exhibit.freshness_silent", places=places))
    return "; ".join(clauses) + "."


def _at(found: Last | None) -> float:
    return float("-inf") if found is None else found.at
