"""Verdicts one below the other: what needs attention in the programme, what a district or a sector stands at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import pandas as pd

from indicators.catalogue import Catalogue
from indicators.exhibits.evidence import evidence_of
from indicators.exhibits.exhibit import Exhibit, VerdictList
from indicators.exhibits.frames import VERDICT_LIST, download, framed
from indicators.exhibits.holding_back import holding_back
from indicators.exhibits.notes import notes_on
from indicators.exhibits.phrases import percent, ratio
from indicators.exhibits.places import share_of
from indicators.exhibits.request import Request, verdict_label, worst_first
from indicators.exhibits.sentences import last_known, verdict_sentence
from indicators.exhibits.sums import SUMMED_KINDS, compared_over_years
from indicators.exhibits.tally import tally
from indicators.exhibits.verdicts import Assessed
from indicators.exhibits.words import Words
from indicators.labels import Text
from indicators.selection import Selection
from indicators.store import Reading

# From the worst on: over and not met, lost again, moving away, far behind, behind.
ATTENTION = ("missed", "achieved_then_lost", "reversing", "at_risk", "slow")
NOWHERE: Mapping[str, str] = MappingProxyType({})


def needs_attention(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return the indicators that are missed, lost, reversing, at risk or slow, the furthest behind first, and where."""
    request = Request(reading, catalogue, selection, text)
    assessed = request.assess()
    listed = behind(assessed)
    return _verdict_list(
        request,
        "needs_attention",
        listed,
        behind_it=assessed,
        where=holding_back(request, [one.definition.id for one in listed], among=ATTENTION),
        title=text("exhibit.needs_attention_title"),
        headline=_attention_headline(request, assessed, listed),
        empty_sentence=text("exhibit.empty_attention" if _judged(assessed) else "exhibit.empty_store"),
    )


def standing(request: Request, *, is_chosen: bool, empty_key: str) -> Exhibit:
    """Return every indicator's verdict at the selected place, the worst first; not assessed ones at the end."""
    assessed = worst_first(request.assess()) if is_chosen else []
    headline = (
        request.text(
            "exhibit.standing_headline",
            place=request.selected_place,
            year=request.as_of,
            counts=tally(assessed, request.text),
        )
        if assessed
        else request.text(empty_key if not is_chosen else "exhibit.nothing_to_assess")
    )
    return _verdict_list(
        request,
        "standing",
        assessed,
        behind_it=assessed,
        title=request.text("exhibit.standing_title"),
        headline=headline,
        empty_sentence=request.text("exhibit.empty_store" if is_chosen else empty_key),
    )


def behind(assessed: Iterable[Assessed]) -> list[Assessed]:
    """Return the verdicts that need attention by status in the order above, those of one status by S."""
    found = [one for one in assessed if one.verdict.status in ATTENTION]
    return sorted(
        found,
        key=lambda one: (
            ATTENTION.index(one.verdict.status),
            float("inf") if one.verdict.ratio is None else one.verdict.ratio,
            one.definition.id,
        ),
    )


def _verdict_list(
    request: Request,
    key: str,
    listed: Sequence[Assessed],
    *,
    behind_it: Sequence[Assessed],
    title: str,
    headline: str,
    empty_sentence: str,
    where: Mapping[str, str] = NOWHERE,
) -> Exhibit:
    """Return the list; `behind_it` are all those whose records its sentences rest on, `where` says where each lags."""
    text = request.text
    wholes = _wholes(request, listed)
    frame = framed(
        VERDICT_LIST,
        (_row(request, one, wholes.get(one.definition.id), where.get(one.definition.id, "")) for one in listed),
    )
    return request.exhibit(
        key,
        title=request.titled(title),
        headline=headline,
        frame=frame,
        drawing=VerdictList(),
        evidence=evidence_of(behind_it, text),
        figures=_figures(request, listed),
        empty_sentence=empty_sentence,
        notes=notes_on(request, listed),
    )


def _wholes(request: Request, listed: Sequence[Assessed]) -> dict[str, Assessed]:
    """Return the province's own indicators, for those that have a target there and none at the selected place."""
    without = {one.definition.id for one in listed if (one.district or one.sector) and one.verdict.target is None}
    if not without:
        return {}
    found = request.assess_at("province")
    return {one.definition.id: one for one in found if one.definition.id in without and one.verdict.target is not None}


def _contribution(request: Request, one: Assessed, whole: Assessed) -> str:
    """Return what a place without a target of its own brings to the whole, and that the whole has one."""
    text, words, target = request.text, request.words(one.definition), whole.verdict.target
    share = share_of(last_known(one.series, request.as_of), whole)
    if share is None or target is None:
        return ""
    return text(
        "exhibit.contribution", share=percent(share, text), whole=request.place(None, None),
        target=words.target_in(target),
    )  # fmt: skip


def _row(request: Request, one: Assessed, whole: Assessed | None, where: str) -> tuple[object, ...]:
    verdict, words = one.verdict, request.words(one.definition)
    said = verdict_sentence(one.series, verdict, words)
    return (
        one.definition.id,
        words.name,
        str(verdict.status),
        verdict_label(verdict, request.text),
        verdict.ratio,
        *_compared(one, words),
        " ".join(part for part in (said, "" if whole is None else _contribution(request, one, whole), where) if part),
        "" if verdict.ratio is None else ratio(verdict.ratio, request.text),
    )


def _compared(one: Assessed, words: Words) -> tuple[str, str]:
    """Return the value and the target that are compared, written: of a flow the sums, of a rate the mean so far."""
    verdict = one.verdict
    if verdict.status != "not_assessed" and one.definition.kind in SUMMED_KINDS:
        return compared_over_years(one.series, verdict, words)
    return (
        "" if verdict.latest is None else words.value_in(verdict.latest),
        "" if verdict.target is None else words.target_in(verdict.target),
    )


def _figures(request: Request, listed: Sequence[Assessed]) -> pd.DataFrame:
    text = request.text
    columns = ("name", "status", "ratio", "year", "value", "target_year", "target", "target_to", "unit", "sentence")
    rows = []
    for one in listed:
        verdict, words = one.verdict, request.words(one.definition)
        latest, target = verdict.latest, verdict.target
        rows.append(
            (
                words.name,
                verdict_label(verdict, text),
                verdict.ratio,
                latest and latest.year,
                latest and latest.value,
                target and target.year,
                target and target.value,
                target and target.value_to,
                words.unit,
                verdict_sentence(one.series, verdict, words),
            )
        )
    return download(
        framed(columns, rows),
        {
            "name": text("exhibit.column_indicator"),
            "status": text("exhibit.column_status"),
            "ratio": text("exhibit.column_ratio"),
            "year": text("exhibit.column_year"),
            "value": text("exhibit.column_value"),
            "target_year": text("exhibit.column_target_year"),
            "target": text("exhibit.column_target"),
            "target_to": text("exhibit.column_target_to"),
            "unit": text("exhibit.column_unit"),
            "sentence": text("exhibit.column_sentence"),
        },
    )


def _attention_headline(request: Request, assessed: Sequence[Assessed], listed: Sequence[Assessed]) -> str:
    text = request.text
    judged = len(_judged(assessed))
    if not judged:
        return text("exhibit.nothing_to_assess")
    if not listed:
        return text("exhibit.attention_none", judged=judged)
    worst = listed[0]
    return text(
        "exhibit.attention_one" if len(listed) == 1 else "exhibit.attention_many",
        count=len(listed),
        judged=judged,
        name=text.name(worst.definition),
    )


def _judged(assessed: Iterable[Assessed]) -> list[Assessed]:
    return [one for one in assessed if one.verdict.status != "not_assessed"]
