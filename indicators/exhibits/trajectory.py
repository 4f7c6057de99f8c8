"""One indicator at one place over the years: what was reported, the path to the target, what is still needed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from indicators.assessment import Flag, Observation, Target, revised_targets, targets_in_force
from indicators.assessment.observed import moment, observe
from indicators.assessment.period import end_of
from indicators.catalogue import Catalogue
from indicators.catalogue.definition import Kind
from indicators.exhibits.evidence import evidence_of
from indicators.exhibits.exhibit import Exhibit, Trajectory
from indicators.exhibits.frames import TRAJECTORY, download, framed
from indicators.exhibits.notes import notes_on_indicator
from indicators.exhibits.origins import baseline_row, source_of
from indicators.exhibits.phrases import short_period
from indicators.exhibits.pointed import lines_of_value
from indicators.exhibits.request import Request
from indicators.exhibits.sentences import verdict_sentence
from indicators.exhibits.sums import SUMMED_KINDS
from indicators.exhibits.verdicts import Assessed
from indicators.exhibits.words import Words
from indicators.labels import Text
from indicators.selection import Selection
from indicators.store import Reading

Row = tuple[str, float, str, float | None, float | None, str, str, str]
OPEN = ("just_started", "on_track", "slow", "at_risk", "reversing", "achieved_then_lost")


def trajectory(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return the actual values and the path through the milestones to the target, up to the year asked about."""
    request = Request(reading, catalogue, selection, text)
    one = request.chosen()
    if one is None:
        return request.without_indicator(
            "trajectory", title=text("exhibit.trajectory_title"), drawing=Trajectory(), columns=TRAJECTORY
        )
    words = request.words(one.definition)
    breaks = tuple(float(year) for year in one.series.boundary_breaks if year <= request.as_of)
    rows: list[Row] = sorted(_rows(request, one, words), key=_order)
    frame = framed(TRAJECTORY, rows)
    return request.exhibit(
        "trajectory",
        title=request.titled(text("exhibit.trajectory_title_of", name=words.name)),
        headline=verdict_sentence(one.series, one.verdict, words),
        frame=frame,
        drawing=Trajectory(status=str(one.verdict.status), breaks=breaks),
        evidence=evidence_of([one], text),
        figures=_figures(rows, text),
        empty_sentence=text("exhibit.empty_indicator"),
        unit=words.unit,
        decimals=one.definition.decimals,
        notes=[*notes_on_indicator(request, one), _blank_years(frame, text)],
    )


def _blank_years(frame: pd.DataFrame, text: Text) -> str:
    blank = [
        period
        for series, period, value in zip(frame["series"], frame["period"], frame["value"], strict=True)
        if series == "actual" and value is None
    ]
    return text("exhibit.blank_years", years=", ".join(blank)) if blank else ""


def _figures(rows: Sequence[Row], text: Text) -> pd.DataFrame:
    named = framed(TRAJECTORY, ((text(f"exhibit.series_{row[0]}"), *row[1:]) for row in rows if row[0] != "path"))
    columns = ("series", "period", "value", "value_to", "quality", "source")
    return download(named, {name: text(f"exhibit.column_{name}") for name in columns})


def _rows(request: Request, one: Assessed, words: Words) -> Iterator[Row]:
    yield from _observed(request, one, words)
    yield from _baseline(one, words)
    yield from (_point("path", at, value) for at, value in _path(one))
    yield from _targets(request, one, words)
    yield from _needed(one)
    yield from _forecast(one, words)


def _order(row: Row) -> tuple[str, float]:
    return row[0], row[1]


def _point(series: str, at: float, value: float | None) -> Row:
    return (series, at, str(math.ceil(at)), value, None, "", "", "")


def _observed(request: Request, one: Assessed, words: Words) -> Iterator[Row]:
    """Yield official values, preliminary ones and totals without all their parts, each as a series of its own."""
    observed = observe(one.series.observations, kind=_kind_drawn(one), as_of=request.as_of)
    yield from _with_gaps([_observation("actual", request, one, each, words) for each in observed.judged])
    yield from (_observation("preliminary", request, one, each, words) for each in observed.provisional)
    yield from (_observation("incomplete", request, one, each, words) for each in observed.incomplete)


def _kind_drawn(one: Assessed) -> Kind:
    """Return by which kind values are picked: a rate's parts of a year are drawn as they were reported."""
    return Kind.INDEX if one.definition.kind is Kind.GROWTH else one.definition.kind


def _with_gaps(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield rows with an empty one at the end of each year that has none, so that no line bridges it."""
    for position, row in enumerate(rows):
        if position:
            years = range(math.ceil(rows[position - 1][1]) + 1, math.ceil(row[1]))
            yield from (_point("actual", float(year), None) for year in years)
        yield row


def _observation(series: str, request: Request, one: Assessed, each: Observation, words: Words) -> Row:
    text, said = request.text, "\n".join(lines_of_value(request, one, each, words))
    return (
        series, moment(each), short_period(each.year, each.period, text), each.value, None,
        text(f"exhibit.quality_{each.quality}"), source_of(one, each), said,
    )  # fmt: skip


def _baseline(one: Assessed, words: Words) -> Iterator[Row]:
    baseline = one.verdict.baseline
    if baseline is None or baseline not in one.series.baselines:
        return
    text = words.text
    declared = baseline_row(one, baseline)
    source = "" if declared is None else declared.origin
    at = end_of(baseline.year, baseline.period)
    when = short_period(baseline.year, baseline.period, text)
    said = text("exhibit.baseline_hover", period=when, value=words.value(baseline.value))
    yield ("baseline", at, when, baseline.value, None, "", source, f"{said}\n{source}".strip())


def _path(one: Assessed) -> tuple[tuple[float, float], ...]:
    return one.verdict.path if len(one.verdict.path) > 1 else ()


def _targets(request: Request, one: Assessed, words: Words) -> Iterator[Row]:
    named: Iterable[tuple[str, Sequence[Target]]] = (
        ("target", targets_in_force(one.series.targets, request.as_of)),
        ("target_revised", revised_targets(one.series.targets, request.as_of)),
    )
    for series, targets in named:
        yield from (_target(series, target, one, words) for target in targets)


def _target(series: str, target: Target, one: Assessed, words: Words) -> Row:
    text = words.text
    source = ", ".join(part for part in (target.document or "", _dated(target, text)) if part)
    key = "exhibit.target_hover" if series == "target" else "exhibit.target_revised_hover"
    said = text(key, year=target.year, target=words.target(target))
    return (
        series, float(target.year), str(target.year), target.value, target.value_to, "", source,
        f"{said}\n{source}".strip(),
    )  # fmt: skip


def _dated(target: Target, text: Text) -> str:
    return "" if target.document_date is None else text.date(target.document_date)


def _needed(one: Assessed) -> Iterator[Row]:
    """Yield the straight way from the last value to the target, for a rate the level rate that is still needed."""
    verdict = one.verdict
    if verdict.status not in OPEN or verdict.target is None or verdict.latest is None or not verdict.years_left:
        return
    at, due = moment(verdict.latest), float(verdict.target.year)
    kind = one.definition.kind
    if kind in SUMMED_KINDS:
        ends = (at + 1, verdict.needed_next), (due, verdict.needed_next)
    elif kind is Kind.YES_NO or not verdict.gap:
        return
    else:
        ends = (at, verdict.attained), (due, verdict.bound)
    if all(value is not None for _, value in ends):
        yield from (_point("needed", moment_, value) for moment_, value in ends)


def _forecast(one: Assessed, words: Words) -> Iterator[Row]:
    """Yield where a level leads by its last years, at the target's year, from the lowest to the highest."""
    verdict = one.verdict
    if verdict.projection is None or verdict.target is None or one.definition.kind in SUMMED_KINDS:
        return
    text, due = words.text, verdict.target.year
    bounds = () if verdict.bound is None else (verdict.bound,)
    said = [
        text("exhibit.forecast_hover", year=due, value=words.interval(verdict.projection, edges=bounds)),
        text("exhibit.figure_projection_note"),
        text("exhibit.figure_projection_uncertain") if Flag.PROJECTION_UNCERTAIN in verdict.flags else "",
    ]
    low, _, high = verdict.projection
    yield ("forecast", float(due), str(due), low, high, "", "", "\n".join(filter(None, said)))
