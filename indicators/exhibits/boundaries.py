"""What a district was called and which borders it had, by date and document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from indicators.catalogue import District
from indicators.exhibits.evidence import Evidence, listed
from indicators.exhibits.exhibit import Exhibit, Table
from indicators.exhibits.frames import download, framed
from indicators.exhibits.notes import border_note
from indicators.exhibits.request import Request

COLUMNS = ("district", "date", "change", "document", "first_year")
Change = tuple[dt.date, str, str, int | None]


def boundary_table(request: Request) -> Exhibit:
    """Return the changes of rank and borders of the selected district, or of every one where none is selected."""
    text, selected = request.text, request.selection.district
    districts = [known for known in request.catalogue.districts if selected in (None, known.code)]
    changes = [(district, change) for district in districts for change in _changes(request, district)]
    headers = {name: text(f"exhibit.column_{name}") for name in COLUMNS}
    rows = [(text.name(district), *change) for district, change in changes]
    documents = listed([document for *_, document, _ in rows], text)
    source = text("exhibit.source_documents", named=documents) if documents else text("exhibit.source_none")
    place = text.name(districts[0])
    return request.exhibit(
        "boundaries",
        title=text("exhibit.boundaries_title_of", place=place) if selected else text("exhibit.boundaries_title"),
        headline=_headline(request, districts),
        frame=framed(
            COLUMNS,
            (
                (name, text.date(day), what, document, "" if first_year is None else str(first_year))
                for name, day, what, document, first_year in rows
            ),
        ),
        drawing=Table(headers=tuple(headers.values())),
        evidence=Evidence(source),
        figures=download(framed(COLUMNS, rows), headers),
        empty_sentence=text("exhibit.empty_boundaries"),
    )


def _changes(request: Request, district: District) -> Iterator[Change]:
    """Yield ranks and borders in order of time; the first rank is no change but how the district began."""
    text = request.text
    changes: list[Change] = []
    for position, rank in enumerate(district.ranks):
        key = "exhibit.rank_became" if position else "exhibit.rank_was"
        changes.append((rank.since, text(key, name=text.name(rank)), rank.document, None))
    for change in district.breaks:
        changes.append((change.effective, border_note(change, text), change.document, change.first_year))
    yield from sorted(changes, key=lambda change: change[0])


def _headline(request: Request, districts: list[District]) -> str:
    text = request.text
    changed = [district for district in districts if district.breaks]
    if not changed:
        return text("exhibit.boundaries_none")
    if len(districts) == 1:
        years = ", ".join(str(change.first_year) for change in changed[0].breaks)
        return text("exhibit.boundaries_headline", place=text.name(changed[0]), years=years)
    return text("exhibit.boundaries_headline_all", count=len(changed), total=len(districts))
