"""One indicator on the map: where it stands, district by district."""

from __future__ import annotations

from collections.abc import Iterator

from indicators.assessment import STATUS_ORDER
from indicators.catalogue import Ground, Kind, ground
from indicators.exhibits.evidence import evidence_of
from indicators.exhibits.exhibit import Exhibit, Map
from indicators.exhibits.frames import MAP, download, framed
from indicators.exhibits.phrases import sentence
from indicators.exhibits.place_charts import figure_notes, standing, value_header, within
from indicators.exhibits.places import DISTRICT, Places, ordered, place_notes, places_headline
from indicators.exhibits.request import Request, status_label, verdict_label
from indicators.exhibits.tally import tally
from indicators.exhibits.verdicts import Assessed
from indicators.exhibits.words import Words

KEY = "map"


def district_map(request: Request) -> Exhibit:
    """Return each district with its value and verdict, on the borders of the year's end or on the schematic."""
    text = request.text
    title = text("exhibit.map_title")
    one, base = request.chosen(), ground(request.as_of)
    if one is None or request.selection.indicator is None:
        return request.without_indicator(KEY, title=title, drawing=Map(), columns=MAP)
    places, words = Places(request, DISTRICT, request.selection.indicator), request.words(one.definition)
    titled = text("exhibit.titled", title=title, narrowed=", ".join([words.name, *within(places)]))
    if base is None:
        return request.asking(KEY, title=titled, drawing=Map(), columns=MAP, sentence=text("exhibit.empty_map"))
    rows = (_district(places, part, words) for part in ordered(places)) if places.with_values else ()
    frame = framed(MAP, rows)
    return request.exhibit(
        KEY,
        title=titled,
        headline=_headline(places, words),
        frame=frame,
        drawing=Map(ground=base, caption=_caption(request, base, words), chosen=request.selection.district),
        evidence=evidence_of(places.parts, text),
        figures=download(
            frame,
            {
                "label": text("exhibit.column_district"),
                "value": value_header(words),
                "status_label": text("exhibit.column_status"),
            },
        ),
        empty_sentence=text("exhibit.empty_places"),
        unit=words.unit,
        decimals=one.definition.decimals,
        notes=[
            text("exhibit.map_click"), *_ground_notes(request, base), *place_notes(places, words),
            *figure_notes(request, places),
        ],
    )  # fmt: skip


def _district(places: Places, one: Assessed, words: Words) -> tuple[object, ...]:
    value, target, is_hollow = standing(places, one)
    return (
        places.key(one), places.label(one), value, _written(value, target, words),
        str(one.verdict.status), verdict_label(one.verdict, words.text), is_hollow, places.hover(one, words),
    )  # fmt: skip


def _written(value: float | None, target: float | None, words: Words) -> str:
    """Return a value as briefly as an area has room for; its unit stands beneath the map."""
    if value is None:
        return ""
    edges = () if target is None else (target,)
    if words.is_share or words.definition.kind is Kind.YES_NO:
        return words.value(value, edges=edges)
    return words.number(value, edges=edges)


def _headline(places: Places, words: Words) -> str:
    """Return the districts by their verdict, the best first; without a verdict who has the most."""
    text = places.request.text
    if not places.with_values or all(one.verdict.status == "not_assessed" for one in places.parts):
        return places_headline(places, words, tally(places.parts, text, of_places=True))
    return sentence(*_by_status(places))


def _by_status(places: Places) -> Iterator[str]:
    text = places.request.text
    best_first = ["achieved", *(str(status) for status in reversed(STATUS_ORDER) if status != "achieved")]
    for status in sorted(best_first, key=lambda status: status == "not_assessed"):
        named = [places.label(one) for one in places.parts if one.verdict.status == status]
        if named:
            said = status_label(status, text).lower()
            yield text("exhibit.map_status", status=said, places=", ".join(named))


def _caption(request: Request, base: Ground, words: Words) -> str:
    """Return what the ground is, and the unit of the values written on it."""
    key = "exhibit.map_schematic" if base.is_schematic else "exhibit.map_borders"
    clauses = [request.text(key, year=request.as_of)]
    if words.unit and not words.is_share:
        clauses.append(request.text("document.unit", unit=words.unit))
    return ". ".join(clauses) + "."


def _ground_notes(request: Request, base: Ground) -> Iterator[str]:
    if base.lacks_day:
        yield request.text("exhibit.map_lacks_day", year=request.as_of)
    for faulty in base.faults:
        yield request.text(f"exhibit.borders_{faulty.fault}", file=faulty.file, word=faulty.word)
