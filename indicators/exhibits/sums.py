"""The clauses of a verdict on years taken together: the sum of a flow, the compound mean of a growth rate."""

from __future__ import annotations

from dataclasses import replace

from indicators.assessment import THRESHOLDS, Series, Target, Verdict
from indicators.assessment.evidence import gather
from indicators.assessment.reasons import counted_years
from indicators.catalogue.definition import Direction, Kind
from indicators.exhibits.phrases import pace_phrase, percent, years
from indicators.exhibits.words import Words

SUMMED_KINDS = (Kind.FLOW, Kind.GROWTH)


def clauses(series: Series, verdict: Verdict, target: Target, words: Words) -> list[str]:
    """Return what a verdict on a flow or a growth rate says."""
    if verdict.attained is None or verdict.bound is None:
        return [words.text("sentence.goal_by", goal=words.goal(target), year=target.year)]
    if words.definition.kind is Kind.FLOW:
        return _flow(verdict, _span(series, verdict, words), verdict.attained, verdict.bound, of_a_sum(words))
    return _growth(verdict, _span(series, verdict, words), verdict.attained, verdict.bound, target, words)


def compared_over_years(series: Series, verdict: Verdict, words: Words) -> tuple[str, str]:
    """Return what is compared, with its years: 1.012 lượt DN (2014–2020) and 1.140 lượt DN (2014–2020)."""
    counted = years_counted(series, verdict, words)
    if verdict.attained is None or verdict.bound is None or not counted:
        return "", "" if verdict.target is None else words.target_in(verdict.target)
    span = str(counted[0]) if len(counted) == 1 else f"{counted[0]}–{counted[-1]}"
    of_sum = of_a_sum(words)
    value = of_sum.value(verdict.attained, edges=(verdict.bound,))
    target = of_sum.value(verdict.bound)
    if words.definition.kind is Kind.GROWTH and verdict.target is not None:
        target = words.target(verdict.target)
    text = words.text
    return text("sentence.value_in", value=value, period=span), text("sentence.value_in", value=target, period=span)


def years_counted(series: Series, verdict: Verdict, words: Words) -> tuple[int, ...]:
    """Return the years that a sum or a mean was made of."""
    evidence = gather(series, as_of=verdict.as_of, first_year=words.first_year, thresholds=THRESHOLDS)
    return counted_years(evidence) if evidence.targets else ()


def _flow(verdict: Verdict, span: str, attained: float, bound: float, words: Words) -> list[str]:
    text = words.text
    total, plan = words.value(attained, edges=(bound,)), words.value(bound)
    if verdict.achievement is None or words.definition.direction is not Direction.UP:
        head = text("sentence.sum_and_plan", span=span, total=total, plan=plan)
    else:
        share = percent(verdict.achievement, text)
        head = text("sentence.sum_share", span=span, total=total, share=share, plan=plan)
    is_limit = words.definition.direction is Direction.DOWN
    needed = ""
    if verdict.needed_next is not None and verdict.years_left:
        key = "sentence.at_most_a_year" if is_limit else "sentence.needed_a_year"
        left = years(verdict.years_left, text)
        needed = text(key, value=words.average(verdict.needed_next, edges=(0.0,)), years=left)
        needed += pace_phrase(verdict.pace, text)
    return [head, _gap(verdict, attained, bound, words), needed]


def _growth(verdict: Verdict, span: str, attained: float, bound: float, target: Target, words: Words) -> list[str]:
    text = words.text
    head = text("sentence.mean", span=span, mean=words.value(attained, edges=(bound,)), goal=words.goal(target))
    needed = ""
    if verdict.needed_next is not None and verdict.years_left:
        left = years(verdict.years_left, text)
        needed = text("sentence.rate_needed", rate=words.value(verdict.needed_next, edges=(bound,)), years=left)
        needed += pace_phrase(verdict.pace, text)
    return [head, _gap(verdict, attained, bound, words), needed]


def _gap(verdict: Verdict, attained: float, bound: float, words: Words) -> str:
    if not verdict.gap:
        return ""
    key = "sentence.too_high" if attained > bound else "sentence.short_by"
    return words.text(key, gap=words.difference(verdict.gap))


def _span(series: Series, verdict: Verdict, words: Words) -> str:
    counted = years_counted(series, verdict, words)
    if len(counted) < 2:
        year = counted[0] if counted else verdict.as_of
        return words.text("sentence.one_year", year=year)
    key = "sentence.sum_of_years" if words.definition.kind is Kind.FLOW else "sentence.mean_of_years"
    return words.text(key, years=years(len(counted), words.text), first=counted[0], last=counted[-1])


def of_a_sum(words: Words) -> Words:
    """Return the words for a sum over years: what is counted a year is then simply counted."""
    if words.definition.kind is not Kind.FLOW:
        return words
    a_year = words.text("sentence.unit_a_year")
    return replace(words, unit=words.unit.removesuffix(a_year), unit_for_one=words.unit_for_one.removesuffix(a_year))
