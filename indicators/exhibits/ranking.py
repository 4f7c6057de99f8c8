"""Every district or sector with the spread of its verdicts, most met first; lights are counted, never averaged."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.assessment import STATUS_ORDER
from indicators.exhibits.evidence import evidence_of, listed
from indicators.exhibits.exhibit import Distribution, Exhibit
from indicators.exhibits.frames import DISTRIBUTION, download, framed
from indicators.exhibits.places import DISTRICT
from indicators.exhibits.request import Request, counted, status_label
from indicators.exhibits.verdicts import Assessed

MOST_NAMED = 3


def ranking(request: Request, axis: str) -> Exhibit:
    """Return a row a place with its counts of verdicts, the one with most targets met on top."""
    text, selection = request.text, request.selection
    within = selection.sector if axis == DISTRICT else selection.district
    level = "cell" if within else axis
    narrowing = {"sector": within} if axis == DISTRICT else {"district": within}
    assessed = request.assess_at(level, **narrowing)
    members = _by_place(assessed, axis)
    order = sorted(members, key=lambda place: (*(-count for count in _best_first(members[place])), place))
    frame = framed(
        DISTRIBUTION,
        (
            (place, _name(request, axis, place), status, status_label(status, text), count)
            for place in order
            for status, count in counted(members[place]).items()
        ),
    )
    title = text("exhibit.ranking_district_title" if axis == DISTRICT else "exhibit.ranking_sector_title")
    if within:
        title = text("exhibit.titled", title=title, narrowed=request.place(*_whole(axis, within)))
    return request.exhibit(
        "ranking",
        title=title,
        headline=_headline(request, axis, members, order),
        frame=frame,
        drawing=Distribution(),
        evidence=evidence_of(assessed, text),
        figures=download(
            frame,
            {
                "row_label": text("exhibit.column_district" if axis == DISTRICT else "exhibit.column_sector"),
                "status_label": text("exhibit.column_status"),
                "count": text("exhibit.column_count"),
            },
        ),
        empty_sentence=text("exhibit.empty_store"),
        notes=(text("exhibit.ranking_note"),),
    )


def _whole(axis: str, within: str) -> tuple[str | None, str | None]:
    return (None, within) if axis == DISTRICT else (within, None)


def _name(request: Request, axis: str, place: str) -> str:
    catalogue = request.catalogue
    return request.text.name(catalogue.district(place) if axis == DISTRICT else catalogue.sector(place))


def _by_place(assessed: Sequence[Assessed], axis: str) -> dict[str, list[Assessed]]:
    """Return each place's verdicts on the indicators that have a target there; of a place without any, all of them."""
    found: dict[str, list[Assessed]] = {}
    for one in assessed:
        found.setdefault(str(one.district if axis == DISTRICT else one.sector), []).append(one)
    return {place: [one for one in all_ if one.verdict.target is not None] or all_ for place, all_ in found.items()}


def _best_first(assessed: Sequence[Assessed]) -> list[int]:
    counts = counted(assessed)
    return [counts.get(status, 0) for status in reversed(STATUS_ORDER) if status != "not_assessed"]


def _headline(request: Request, axis: str, members: dict[str, list[Assessed]], order: Sequence[str]) -> str:
    text = request.text
    met = {place: counted(members[place]).get("achieved", 0) for place in order}
    judged = [place for place in order if any(one.verdict.status != "not_assessed" for one in members[place])]
    if not judged:
        return text("exhibit.nothing_to_assess")
    most = max(met[place] for place in judged)
    if most == 0:
        return text("exhibit.ranking_none_met", count=len(judged))
    best = [_name(request, axis, place) for place in judged if met[place] == most]
    key = "exhibit.ranking_headline_one" if most == 1 else "exhibit.ranking_headline"
    return text(key, places=listed(best, text, most=MOST_NAMED, key="exhibit.and_more_places"), count=most)
