"""Which districts hold an indicator of the whole province back: those that are behind their own targets, by name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from indicators.exhibits.phrases import sentence
from indicators.exhibits.request import Request, status_label, worst_first
from indicators.exhibits.verdicts import Assessed, assess_places


def holding_back(request: Request, indicators: Collection[str], *, among: Sequence[str]) -> Mapping[str, str]:
    """Return for each indicator the districts whose own verdict is one of `among`, by verdict, as one sentence.

    Where no district can be judged it says so, or that the indicator is not reported by district: nothing is guessed
    from shares or ranks. Asked about anything narrower than the whole province it is empty.
    """
    if request.level != "province" or not indicators:
        return {}
    found = assess_places(
        request.reading, request.catalogue, as_of=request.as_of, level="district", indicators=tuple(indicators)
    )
    by_indicator: dict[str, list[Assessed]] = {}
    for one in found:
        by_indicator.setdefault(one.definition.id, []).append(one)
    return {id: _said(request, parts, among) for id, parts in by_indicator.items()}


def _said(request: Request, parts: Sequence[Assessed], among: Sequence[str]) -> str:
    if not any(one.series.observations for one in parts):
        return request.text("exhibit.behind_not_by_district")
    if all(one.verdict.status == "not_assessed" for one in parts):
        return request.text("exhibit.behind_none_judged")
    return sentence(*_by_status(request, parts, among)) or request.text("exhibit.behind_in_none")


def _by_status(request: Request, parts: Sequence[Assessed], among: Sequence[str]) -> Iterator[str]:
    behind = worst_first(one for one in parts if one.verdict.status in among)
    for status in among:
        places = [request.place(one.district, one.sector) for one in behind if one.verdict.status == status]
        if places:
            said = status_label(status, request.text).lower()
            yield request.text("exhibit.behind_in", status=said, places=", ".join(places))
