"""One indicator's verdict at the end of each year, and what changed it: nothing jumps without a cause that is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from indicators.assessment import Cause, Verdict, causes
from indicators.catalogue import Catalogue
from indicators.exhibits.evidence import evidence_of
from indicators.exhibits.exhibit import Exhibit, Table
from indicators.exhibits.frames import download, framed
from indicators.exhibits.phrases import ratio, sentence
from indicators.exhibits.request import Request, verdict_label
from indicators.exhibits.verdicts import Assessed, reassess
from indicators.exhibits.words import Words
from indicators.labels import Text
from indicators.palette import SYMBOL_BY_STATUS
from indicators.selection import Selection
from indicators.store import Reading

COLUMNS = ("year", "status", "ratio", "cause")


@dataclass(frozen=True)
class Step:
    """The verdict of one year, that of the year before, and why they differ."""

    year: int
    before: Verdict
    verdict: Verdict
    causes: tuple[Cause, ...]


def verdict_over_years(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return the verdict of each year up to the one asked about, the newest first, and the cause of each change."""
    request = Request(reading, catalogue, selection, text)
    one = request.chosen()
    if one is None:
        return request.without_indicator(
            "verdict_over_years", title=text("method.history_title"), drawing=Table(), columns=COLUMNS
        )
    words = request.words(one.definition)
    steps = list(_steps(request, one))
    headers = {name: text(f"exhibit.column_{name}") for name in COLUMNS}
    numbers = (
        (step.year, verdict_label(step.verdict, text), step.verdict.ratio, _changed(step, words)) for step in steps
    )
    return request.exhibit(
        "verdict_over_years",
        title=request.titled(text("method.history_title_of", name=words.name)),
        headline=_headline(steps, words),
        frame=framed(COLUMNS, (_row(step, words) for step in steps)),
        drawing=Table(headers=tuple(headers.values())),
        evidence=evidence_of([one], text),
        figures=download(framed(COLUMNS, numbers), headers),
        empty_sentence=text("exhibit.empty_before_programme"),
        unit=words.unit,
        decimals=one.definition.decimals,
        notes=(text("method.history_note"),),
    )


def marked(verdict: Verdict, text: Text) -> str:
    """Return a verdict in a table: its symbol, its word, and the reason where it is not assessed."""
    return f"{SYMBOL_BY_STATUS[verdict.status]} {verdict_label(verdict, text)}"


def cause_sentence(cause: Cause, verdict: Verdict, words: Words) -> str:
    """Return what changed since the year before, with its figure."""
    latest, target = verdict.latest, verdict.target
    return words.text(
        f"method.cause_{cause}",
        latest="" if latest is None else words.value_in(latest),
        target="" if target is None else words.target_in(target),
        year=verdict.as_of,
    )


def _steps(request: Request, one: Assessed) -> Iterator[Step]:
    first = request.catalogue.programme.first_year
    known = [observation.year for observation in one.series.observations]
    last = min(request.as_of, max([request.catalogue.programme.last_year, *known]))
    by_year = {year: reassess(one, request.catalogue, as_of=year) for year in range(first - 1, last + 1)}
    for year in range(last, first - 1, -1):
        before, verdict = by_year[year - 1], by_year[year]
        yield Step(year, before, verdict, causes(before, verdict))


def _row(step: Step, words: Words) -> tuple[str, ...]:
    shown = "" if step.verdict.ratio is None else ratio(step.verdict.ratio, words.text)
    return (str(step.year), marked(step.verdict, words.text), shown, _changed(step, words))


def _changed(step: Step, words: Words) -> str:
    if not step.causes:
        return words.text("method.unchanged")
    return sentence(*(cause_sentence(cause, step.verdict, words) for cause in step.causes)).removesuffix(".")


def _headline(steps: list[Step], words: Words) -> str:
    text = words.text
    changes = [step for step in steps if step.causes and step.verdict.reason is None and step.before.reason is None]
    if not steps:
        return text("exhibit.empty_before_programme")
    if not changes:
        return text("method.history_unchanged", status=verdict_label(steps[0].verdict, text))
    last = changes[0]
    return text(
        "method.history_headline_one" if len(changes) == 1 else "method.history_headline",
        count=len(changes),
        year=last.year,
        before=verdict_label(last.before, text),
        after=verdict_label(last.verdict, text),
        cause="; ".join(cause_sentence(cause, last.verdict, words) for cause in last.causes),
    )
