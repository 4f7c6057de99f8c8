"""One indicator at every district or sector, drawn: bars against their targets, small lines over the years."""

from __future__ import annotations

from collections.abc import Iterator

from indicators.assessment.observed import moment
from indicators.assessment.path import expected_at
from indicators.exhibits.evidence import evidence_of
from indicators.exhibits.exhibit import Bars, Exhibit, SmallMultiples
from indicators.exhibits.frames import BARS, SMALL_MULTIPLES, download, framed
from indicators.exhibits.notes import break_sentences, preliminary_sentences
from indicators.exhibits.places import Places, ordered, place_notes, places_headline, points
from indicators.exhibits.pointed import lines_of_value
from indicators.exhibits.request import Request, verdict_label
from indicators.exhibits.sums import SUMMED_KINDS
from indicators.exhibits.tally import tally
from indicators.exhibits.verdicts import Assessed
from indicators.exhibits.words import Words


def bars(request: Request, axis: str) -> Exhibit:
    """Return a bar a place with its own target as a tick where it has one; hollow where nothing could be judged."""
    key, title = f"by_{axis}", request.text(f"exhibit.by_{axis}_title")
    one = request.chosen()
    if one is None or request.selection.indicator is None:
        return request.without_indicator(key, title=title, drawing=Bars(), columns=BARS)
    places = Places(request, axis, request.selection.indicator)
    words, text = request.words(one.definition), request.text
    frame = framed(BARS, (_bar(places, part, words) for part in ordered(places)) if places.with_values else ())
    return request.exhibit(
        key,
        title=text("exhibit.titled", title=title, narrowed=", ".join([words.name, *within(places)])),
        headline=places_headline(places, words, tally(places.parts, text, of_places=True)),
        frame=frame,
        drawing=Bars(),
        evidence=evidence_of(places.parts, text),
        figures=download(
            frame,
            {
                "label": text(f"exhibit.column_{axis}"),
                "value": value_header(words),
                "target": text("exhibit.column_target"),
                "status_label": text("exhibit.column_status"),
            },
        ),
        empty_sentence=text("exhibit.empty_places"),
        unit=words.unit,
        decimals=one.definition.decimals,
        notes=[*place_notes(places, words), *figure_notes(request, places)],
    )


def small_multiples(request: Request, axis: str) -> Exhibit:
    """Return a small line a place over the years with its path behind it; hollow points decide no verdict."""
    key, title = f"{axis}s_over_years", request.text(f"exhibit.{axis}s_over_years_title")
    one = request.chosen()
    if one is None or request.selection.indicator is None:
        return request.without_indicator(key, title=title, drawing=SmallMultiples(), columns=SMALL_MULTIPLES)
    places = Places(request, axis, request.selection.indicator)
    words, text = request.words(one.definition), request.text
    rows = (row for part in places.parts for row in _line(places, part, words)) if places.with_values else ()
    frame = framed(SMALL_MULTIPLES, rows)
    return request.exhibit(
        key,
        title=text("exhibit.titled", title=title, narrowed=", ".join([words.name, *within(places)])),
        headline=places_headline(places, words, tally(places.parts, text, of_places=True)),
        frame=frame,
        drawing=SmallMultiples(breaks_by_key=_breaks(places)),
        evidence=evidence_of(places.parts, text),
        figures=download(
            frame,
            {
                "label": text(f"exhibit.column_{axis}"),
                "at": text("exhibit.column_at"),
                "value": value_header(words),
                "target_path": text("exhibit.column_path"),
            },
        ),
        empty_sentence=text("exhibit.empty_places"),
        unit=words.unit,
        decimals=one.definition.decimals,
        notes=figure_notes(request, places),
    )


def within(places: Places) -> list[str]:
    """Return what narrows the places, as the end of a title."""
    return [places.whole_name] if places.within else []


def standing(places: Places, one: Assessed) -> tuple[float | None, float | None, bool]:
    """Return the value a place is drawn with, the bound it is measured against, and whether that value decides nothing.

    Of an indicator whose years add up both are sums, where the verdict has them.
    """
    shown, target = places.shown(one), one.verdict.bound
    own = one.verdict.target
    if one.definition.kind not in SUMMED_KINDS and own is not None and target is None:
        target = own.value
    value = None if shown is None else shown.value
    if one.definition.kind in SUMMED_KINDS and one.verdict.attained is not None:
        value = one.verdict.attained
    return value, target, shown is not None and shown != one.verdict.latest


def _bar(places: Places, one: Assessed, words: Words) -> tuple[object, ...]:
    value, target, is_hollow = standing(places, one)
    return (
        places.key(one), places.label(one), value, target, str(one.verdict.status),
        verdict_label(one.verdict, words.text), is_hollow, places.hover(one, words),
    )  # fmt: skip


def _line(places: Places, one: Assessed, words: Words) -> Iterator[tuple[object, ...]]:
    request = places.request
    known = {moment(each): each for each in points(places, one)}
    path = one.verdict.path if len(one.verdict.path) > 1 else ()
    first = request.catalogue.programme.first_year
    years = {float(year) for year in range(first, request.as_of + 1)} if first <= request.as_of else set()
    label = places.label(one)
    for at in sorted(years | set(known)):
        each = known.get(at)
        said = "" if each is None else "\n".join(lines_of_value(request, one, each, words, place=label))
        yield (
            places.key(one), label, at, None if each is None else each.value, _on_path(path, at),
            str(one.verdict.status), each is not None and not (each.complete and each.quality == "official"), said,
        )  # fmt: skip


def value_header(words: Words) -> str:
    """Return the header of a column of values, with their unit where they have one."""
    if not words.unit:
        return words.text("exhibit.column_value")
    return words.text("exhibit.column_value_unit", unit=words.unit)


def _on_path(path: tuple[tuple[float, float], ...], at: float) -> float | None:
    if not path or not path[0][0] <= at <= path[-1][0]:
        return None
    return expected_at(path, at)


def _breaks(places: Places) -> tuple[tuple[str, tuple[float, ...]], ...]:
    as_of = places.request.as_of
    found = {
        places.key(one): tuple(float(year) for year in one.series.boundary_breaks if year <= as_of)
        for one in places.parts
    }
    return tuple((key, years) for key, years in found.items() if years)


def figure_notes(request: Request, places: Places) -> list[str]:
    """Return what must be said of figures that are preliminary or stand across a change of borders."""
    districts = {one.district for one in places.parts if one.district}
    return [*preliminary_sentences(request, places.parts), *break_sentences(request, districts)]
