"""What a reader must know beside the figures: new borders, totals that lack parts, preliminary values, differences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from indicators.assessment import Observation
from indicators.assessment.observed import moment
from indicators.catalogue import BoundaryBreak, District
from indicators.exhibits.evidence import listed
from indicators.exhibits.phrases import observed, period
from indicators.exhibits.request import Request
from indicators.exhibits.verdicts import Assessed
from indicators.labels import Text

MOST_PERIODS = 4
ONE_PART_BY_PARTS = {
    "districts": "exhibit.parts_districts",
    "sectors": "exhibit.parts_sectors",
    "cells": "exhibit.parts_cells",
}


def notes_on(request: Request, assessed: Sequence[Assessed]) -> tuple[str, ...]:
    """Return what stands under an exhibit of several indicators at one place."""
    districts = {one.district for one in assessed if one.district}
    return tuple(break_sentences(request, districts))


def notes_on_indicator(request: Request, one: Assessed) -> tuple[str, ...]:
    """Return what stands under an exhibit of one indicator at one place."""
    return tuple(
        [
            *break_sentences(request, [one.district] if one.district else []),
            *coverage_sentences(request, one),
            *preliminary_sentences(request, [one]),
            *difference_sentences(request, one),
            *flag_sentences(request, one),
        ]
    )


def break_sentences(request: Request, districts: Iterable[str]) -> Iterator[str]:
    """Yield the changes of borders up to the year asked about, with their documents.

    Of one district each with what moved; of several one sentence a document that names them.
    """
    text, wanted = request.text, set(districts)
    changes: dict[tuple[int, str], list[tuple[District, BoundaryBreak]]] = {}
    for district in request.catalogue.districts:
        for change in district.breaks:
            if district.code in wanted and change.first_year <= request.as_of:
                changes.setdefault((change.first_year, change.document), []).append((district, change))
    for (year, document), changed in sorted(changes.items()):
        places = ", ".join(text.name(district) for district, _ in changed)
        note = border_note(changed[0][1], text) if len(wanted) == 1 else ""
        yield text("exhibit.break_note", place=places, year=year, document=document, note=note).rstrip()


def border_note(change: BoundaryBreak, text: Text) -> str:
    """Return what moved, in the reader's language."""
    return change.note_vi if text.language == "vi" else change.note_en


def coverage_sentences(request: Request, one: Assessed) -> Iterator[str]:
    """Yield for each period whose total lacks parts how many it has: cộng từ 7/9 huyện."""
    for observation in _until(request, one):
        if observation.how == "built" and not observation.complete and observation.value is not None:
            yield capitalised(
                request.text,
                "exhibit.coverage_note",
                period=observed(observation, request.text),
                coverage=coverage(request, observation),
            )


def coverage(request: Request, observation: Observation) -> str:
    """Return of what a total is built: 7/9 huyện."""
    key = ONE_PART_BY_PARTS.get(observation.parts or "", "exhibit.parts_cells")
    return request.text(key, coverage=observation.coverage or "")


def preliminary_sentences(request: Request, assessed: Iterable[Assessed]) -> Iterator[str]:
    """Yield one sentence that names the periods known only by preliminary values or estimates."""
    periods = {
        (moment(observation), observed(observation, request.text))
        for one in assessed
        for observation in _until(request, one)
        if observation.quality != "official" and observation.value is not None
    }
    if periods:
        names = listed((name for _, name in sorted(periods)), request.text, most=MOST_PERIODS)
        yield request.text("exhibit.preliminary_note", periods=names)


def difference_sentences(request: Request, one: Assessed) -> Iterator[str]:
    """Yield for each period whose reported total differs from the sum of its parts both figures and the difference."""
    words = request.words(one.definition)
    for row in one.values:
        if row.how != "built" or not row.difference or row.value is None or row.at > request.as_of:
            continue
        yield capitalised(
            request.text,
            "exhibit.difference_note",
            period=period(row.year, row.period, request.text),
            reported=words.value(row.value + row.difference),
            built=words.value(row.value),
            difference=words.difference(abs(row.difference)),
        )


def flag_sentences(request: Request, one: Assessed) -> Iterator[str]:
    """Yield what the verdict itself flags; borders and coverage have longer sentences of their own."""
    told = {"boundary_break", "incomplete_total", "preliminary_later"}
    yield from (request.text(f"sentence.flag_{flag}") for flag in one.verdict.flags if flag not in told)


def capitalised(text: Text, key: str, **figures: object) -> str:
    """Return a sentence that begins with a figure of its own, its first letter a capital."""
    said = text(key, **figures)
    return f"{said[:1].upper()}{said[1:]}"


def _until(request: Request, one: Assessed) -> list[Observation]:
    found = [each for each in one.series.observations if moment(each) <= request.as_of]
    return sorted(found, key=moment)
