"""One verdict with every figure it rests on, and the rule that fired in words with its numbers."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from indicators.assessment import THRESHOLDS, Flag, Verdict
from indicators.catalogue import Catalogue
from indicators.catalogue.definition import Direction, Kind
from indicators.exhibits.evidence import evidence_of
from indicators.exhibits.exhibit import Exhibit, VerdictCard
from indicators.exhibits.frames import VERDICT_CARD, download, framed
from indicators.exhibits.notes import notes_on_indicator
from indicators.exhibits.origins import baseline_row, links_of, source_of, target_row
from indicators.exhibits.phrases import multiple, percent, period, ratio, sentence, short_period, years
from indicators.exhibits.request import Request, verdict_label
from indicators.exhibits.sentences import verdict_sentence
from indicators.exhibits.sums import SUMMED_KINDS, of_a_sum
from indicators.exhibits.verdicts import Assessed
from indicators.exhibits.words import Words
from indicators.labels import Text
from indicators.selection import Selection
from indicators.store import Reading

NOT_THERE = "–"
Row = tuple[str, str, str, str]


def verdict(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return the verdict on the selected indicator at the selected place, with the figures behind it."""
    request = Request(reading, catalogue, selection, text)
    one = request.chosen()
    if one is None:
        return request.without_indicator(
            "verdict", title=text("exhibit.verdict_title"), drawing=VerdictCard(), columns=VERDICT_CARD
        )
    words = request.words(one.definition)
    frame = framed(VERDICT_CARD, _rows(request, one, words))
    return request.exhibit(
        "verdict",
        title=request.titled(words.name),
        headline=verdict_sentence(one.series, one.verdict, words),
        frame=frame,
        drawing=VerdictCard(
            status=str(one.verdict.status),
            status_label=verdict_label(one.verdict, text),
            rule=rule_sentence(one, words),
            links=links_of(one),
        ),
        evidence=evidence_of([one], text),
        figures=_figures(request, one, words),
        empty_sentence=text("exhibit.empty_indicator"),
        unit=words.unit,
        decimals=one.definition.decimals,
        notes=[*notes_on_indicator(request, one), _thresholds(one.verdict, text)],
    )


def rule_sentence(one: Assessed, words: Words) -> str:
    """Return the rule that fired with the numbers put in."""
    found, text = one.verdict, words.text
    lines = THRESHOLDS.ratio
    baseline, target, latest = found.baseline, found.target, found.latest
    return text(
        f"sentence.rule_{found.rule}",
        as_of=found.as_of,
        latest=NOT_THERE if latest is None else period(latest.year, latest.period, text),
        start=NOT_THERE if baseline is None else period(baseline.year, baseline.period, text),
        age=NOT_THERE if found.age_years is None else years(found.age_years, text),
        allowed=years(one.definition.stale_after_years, text),
        value=_judged(one, words),
        goal=_goal(one, words),
        achieved_in=NOT_THERE if found.achieved_in is None else found.achieved_in,
        due=NOT_THERE if target is None else target.year,
        baseline=_value(None if baseline is None else baseline.value, words),
        expected=_value(found.expected, words),
        attained=_value(found.attained, of_a_sum(words), edges=_edges(found)),
        bound=_value(found.bound, of_a_sum(words)),
        good=text.number(lines.good, 2),
        slow=text.number(lines.slow, 2),
        formula=formula(one, words),
    )


def _judged(one: Assessed, words: Words) -> str:
    """Return the value that is held against the target: for a flow and a growth rate that of all its years."""
    found = one.verdict
    if one.definition.kind in SUMMED_KINDS:
        return _value(found.attained, of_a_sum(words), edges=_edges(found))
    return _value(None if found.latest is None else found.latest.value, words, edges=_edges(found))


def _goal(one: Assessed, words: Words) -> str:
    """Return what it is held against: for a flow the plans of all its years."""
    found = one.verdict
    if found.target is None:
        return NOT_THERE
    if one.definition.kind is Kind.FLOW and found.bound is not None:
        return words.text("sentence.goal_of_plans", plan=_value(found.bound, of_a_sum(words)))
    return words.goal(found.target)


def formula(one: Assessed, words: Words) -> str:
    """Return how S came about, with the numbers put in; "S" where there is none."""
    found, text = one.verdict, words.text
    if found.ratio is None:
        return "S"
    if one.definition.kind in SUMMED_KINDS and one.definition.direction is not Direction.BAND:
        key = "sentence.formula_sum_down" if one.definition.direction is Direction.DOWN else "sentence.formula_sum_up"
    else:
        key = "sentence.formula_band" if one.definition.direction is Direction.BAND else "sentence.formula_line"
    edges = [] if found.expected is None else [found.expected]
    return text(
        key,
        value=_number(found.attained, words, edges=edges),
        baseline=_number(None if found.baseline is None else found.baseline.value, words),
        expected=NOT_THERE if found.expected is None else words.average_number(found.expected),
        attained=_number(found.attained, words, edges=_edges(found)),
        bound=_number(found.bound, words),
        ratio=ratio(found.ratio, text),
    )


def _rows(request: Request, one: Assessed, words: Words) -> Iterator[Row]:
    yield from _points(request, one, words)
    found, text = one.verdict, words.text
    summed = of_a_sum(words)
    written = {
        "achievement": None if found.achievement is None else percent(found.achievement, text),
        "distance": None if found.distance is None else percent(found.distance, text),
        "elapsed": None if found.elapsed is None else percent(found.elapsed, text),
        "expected": None if found.expected is None else summed.average(found.expected),
        "ratio": None if found.ratio is None else ratio(found.ratio, text),
        "gap": None if found.gap is None else summed.difference(found.gap),
        "pace": None if found.pace is None else multiple(found.pace, text),
        "needed_next": None if found.needed_next is None else words.average(found.needed_next, edges=_edges(found)),
        "reached_at_pace": None if found.reached_at_pace is None else str(int(-(-found.reached_at_pace // 1))),
        "projection": _projection(found, summed),
        "agree": None if found.agree is None else f"{found.agree}/{found.applicable}",
    }
    for name, value in written.items():
        why = found.missing.get(name)
        note = text(f"sentence.missing_{why}") if value is None and why else text(f"exhibit.figure_{name}_note")
        if name == "projection" and Flag.PROJECTION_UNCERTAIN in found.flags:
            note = text("exhibit.figure_projection_uncertain")
        yield name, text(f"exhibit.figure_{name}"), NOT_THERE if value is None else value, note
    version = text("exhibit.thresholds_version", version=found.thresholds)
    since = text("exhibit.thresholds_since", date=text.date(THRESHOLDS.effective))
    yield "thresholds", text("exhibit.figure_thresholds"), version, since


def _projection(found: Verdict, words: Words) -> str | None:
    """Return low, middle and high of the projection, written so that none looks to have reached the target."""
    if found.projection is None:
        return None
    ends = sorted(set(found.projection))
    return words.interval(found.projection if len(ends) > 1 else ends, edges=_edges(found))


def _points(request: Request, one: Assessed, words: Words) -> Iterator[Row]:
    found, text = one.verdict, words.text
    latest, target, baseline = found.latest, found.target, found.baseline
    if latest is not None and latest.value is not None:
        note = _joined(text(f"exhibit.quality_{latest.quality}"), source_of(one, latest))
        yield "latest", text("exhibit.figure_latest"), words.value_in(latest), note
    if target is not None:
        row = target_row(one, target)
        dated = "" if target.document_date is None else text.date(target.document_date)
        note = _joined(target.document or "", dated, "" if row is None or not row.file else row.origin)
        yield "target", text("exhibit.figure_target"), words.target_in(target), note
    if baseline is not None:
        when = short_period(baseline.year, baseline.period, text)
        value = text("sentence.value_in", value=words.value(baseline.value), period=when)
        declared = baseline_row(one, baseline)
        note = text("sentence.flag_baseline_from_zero") if declared is None else declared.origin
        yield "baseline", text("exhibit.figure_baseline"), value, note


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _figures(request: Request, one: Assessed, words: Words) -> pd.DataFrame:
    found, text = one.verdict, request.text
    baseline, target, latest = found.baseline, found.target, found.latest
    numbers = {
        "latest": None if latest is None else latest.value,
        "target": None if target is None else target.value,
        "baseline": None if baseline is None else baseline.value,
        **{name: getattr(found, name) for name in NUMBERS if name != "projection"},
    }
    ends = found.projection or (None, None, None)
    numbers |= {f"projection_{end}": value for end, value in zip(("low", "middle", "high"), ends, strict=True)}
    rows = ((text(f"exhibit.figure_{name}"), value) for name, value in numbers.items())
    headers = {"figure": text("exhibit.column_figure"), "value": text("exhibit.column_value")}
    return download(framed(tuple(headers), rows), headers)


NUMBERS = (
    "achievement", "distance", "elapsed", "expected", "ratio", "gap", "pace", "needed_next", "reached_at_pace",
    "projection", "agree",
)  # fmt: skip


def _thresholds(found: Verdict, text: Text) -> str:
    return sentence(
        text("sentence.thresholds", version=found.thresholds, date=text.date(THRESHOLDS.effective)).removesuffix(".")
    )


def _edges(found: Verdict) -> list[float]:
    return [] if found.bound is None else [found.bound]


def _value(value: float | None, words: Words, *, edges: list[float] | None = None) -> str:
    return NOT_THERE if value is None else words.value(value, edges=edges or ())


def _number(value: float | None, words: Words, *, edges: list[float] | None = None) -> str:
    return NOT_THERE if value is None else words.number(value, edges=edges or ())
