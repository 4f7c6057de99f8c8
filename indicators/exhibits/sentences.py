"""The sentence of a verdict: built from its figures with their units, claiming no cause; same figures, same words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from indicators.assessment import Observation, Series, Target, Verdict
from indicators.assessment.observed import moment
from indicators.assessment.targets import edges
from indicators.catalogue.definition import Direction, Kind
from indicators.exhibits import sums
from indicators.exhibits.phrases import observed, pace_phrase, percent, period, sentence, years
from indicators.exhibits.words import Words


def verdict_sentence(series: Series, verdict: Verdict, words: Words) -> str:
    """Return what a verdict says, in one sentence."""
    if verdict.target is None or verdict.latest is None or verdict.status == "not_assessed":
        return sentence(*_not_assessed(series, verdict, words))
    kind = series.definition.kind
    if kind is Kind.YES_NO:
        return sentence(*_yes_no(verdict, verdict.target, words))
    if kind in sums.SUMMED_KINDS:
        return sentence(*sums.clauses(series, verdict, verdict.target, words))
    if series.definition.direction is Direction.BAND:
        return sentence(*_band(verdict, verdict.target, verdict.latest, words))
    return sentence(*_line(verdict, verdict.target, verdict.latest, words))


def last_known(series: Series, as_of: int) -> Observation | None:
    """Return the last value of a series up to a year, whatever its quality."""
    known = [each for each in series.observations if each.value is not None and moment(each) <= as_of]
    return max(known, key=lambda each: (moment(each), each.quality == "official"), default=None)


def _line(verdict: Verdict, target: Target, latest: Observation, words: Words) -> list[str]:
    clauses: Mapping[str, Callable[[Verdict, Target, Observation, Words], list[str]]] = {
        "achieved": _achieved,
        "achieved_then_lost": _lost,
        "missed": _missed,
        "just_started": _just_started,
        "reversing": _reversing,
    }
    return clauses.get(verdict.status, _under_way)(verdict, target, latest, words)


def _achieved(verdict: Verdict, target: Target, latest: Observation, words: Words) -> list[str]:
    text = words.text
    goal, at, value = words.goal(target), observed(latest, text), words.value(latest.value or 0.0)
    early = target.year - verdict.achieved_in if verdict.achieved_in is not None else 0
    if early > 0:
        return [
            text("sentence.achieved_early", goal=goal, year=verdict.achieved_in, early=years(early, text)),
            text("sentence.stands_at", value=value, period=at),
        ]
    return [text("sentence.achieved", goal=goal, value=value, period=at)]


def _lost(verdict: Verdict, target: Target, latest: Observation, words: Words) -> list[str]:
    text = words.text
    if verdict.achieved_in is None:
        return _missed(verdict, target, latest, words)
    return [
        text(
            "sentence.lost",
            goal=words.goal(target),
            year=verdict.achieved_in,
            value=_value(verdict, latest, words),
            period=observed(latest, text),
        ),
        _distance(verdict, words),
    ]


def _missed(verdict: Verdict, target: Target, latest: Observation, words: Words) -> list[str]:
    text = words.text
    goal, value = words.goal(target), _value(verdict, latest, words)
    # A share of a percentage reads as the percentage itself, and all of a target that must be exceeded is not met.
    is_told = verdict.achievement is not None and verdict.achievement >= 0 and bool(verdict.gap)
    if verdict.achievement is None or not is_told or words.is_share or words.definition.direction != "up":
        head = text("sentence.missed", year=target.year, value=value, goal=goal)
    else:
        share = percent(verdict.achievement, text)
        head = text("sentence.missed_share", year=target.year, value=value, goal=_share_of(target, words), share=share)
    return [head, _distance(verdict, words)]


def _just_started(verdict: Verdict, target: Target, latest: Observation, words: Words) -> list[str]:
    text = words.text
    started = text(
        "sentence.just_started",
        value=words.value(latest.value or 0.0),
        period=observed(latest, text),
        goal=words.goal(target),
        year=target.year,
    )
    return [started, _needed(verdict, words)]


def _reversing(verdict: Verdict, target: Target, latest: Observation, words: Words) -> list[str]:
    text, baseline = words.text, verdict.baseline
    value, at = words.value(latest.value or 0.0), observed(latest, text)
    sign = -1 if words.definition.direction is Direction.DOWN else 1
    if baseline is not None and sign * ((latest.value or 0.0) - baseline.value) < 0:
        head = text(
            "sentence.reversing", value=value, period=at, baseline=words.value(baseline.value),
            baseline_period=period(baseline.year, baseline.period, text),
        )  # fmt: skip
        return [head, text("sentence.goal_by", goal=words.goal(target), year=target.year), _needed(verdict, words)]
    head = text("sentence.off_path", value=value, period=at, goal=words.goal(target), year=target.year)
    return [head, _needed(verdict, words)]


def _under_way(verdict: Verdict, target: Target, latest: Observation, words: Words) -> list[str]:
    text, baseline = words.text, verdict.baseline
    gone = None if verdict.elapsed is None else percent(verdict.elapsed, text, decimals=0)
    starts_at_zero = baseline is None or baseline.value == 0
    if (
        gone
        and verdict.gap
        and starts_at_zero
        and verdict.achievement is not None
        and words.definition.direction is Direction.UP
    ):
        share = percent(verdict.achievement, text)
        head = text("sentence.share_reached", share=share, goal=_share_of(target, words), elapsed=gone)
    elif gone and verdict.gap and baseline is not None and verdict.distance is not None and verdict.bound is not None:
        head = text(
            "sentence.way_covered", share=percent(verdict.distance, text), baseline=words.value(baseline.value),
            bound=words.value(verdict.bound), elapsed=gone,
        )  # fmt: skip
    else:
        head = text(
            "sentence.value_and_goal", value=words.value(latest.value or 0.0), period=observed(latest, text),
            goal=words.goal(target), year=target.year,
        )  # fmt: skip
    return [head, _needed(verdict, words), _age(verdict, latest, words)]


def _band(verdict: Verdict, target: Target, latest: Observation, words: Words) -> list[str]:
    text = words.text
    low, high = edges(target, Direction.BAND)
    value = latest.value or 0.0
    outside = [edge for edge in (low, high) if edge is not None]
    stands = text(
        "sentence.band_inside" if not verdict.gap else "sentence.band_outside",
        value=words.value(value, edges=outside),
        period=observed(latest, text),
        range=words.range(target),
    )
    if not verdict.gap:
        return [stands]
    key = "sentence.band_below" if low is not None and value < low else "sentence.band_above"
    away = text(key, gap=words.difference(verdict.gap))
    if verdict.status == "missed":
        return [text("sentence.period_over", year=target.year), stands, away]
    if verdict.status == "achieved_then_lost" and verdict.achieved_in is not None:
        return [text("sentence.band_was_inside", year=verdict.achieved_in), stands, away]
    return [stands, away, _time_left(verdict, target, words)]


def _yes_no(verdict: Verdict, target: Target, words: Words) -> list[str]:
    text = words.text
    if verdict.status == "achieved" and verdict.achieved_in is not None:
        early = target.year - verdict.achieved_in
        if early == 0:
            return [text("sentence.done", year=verdict.achieved_in)]
        key = "sentence.done_early" if early > 0 else "sentence.done_late"
        return [text(key, year=verdict.achieved_in, due=target.year, years=years(abs(early), text))]
    if verdict.status == "missed":
        return [text("sentence.not_done_in_time", year=target.year)]
    if verdict.status == "achieved_then_lost" and verdict.achieved_in is not None:
        return [text("sentence.undone", year=verdict.achieved_in, due=target.year)]
    return [text("sentence.not_done_yet"), _time_left(verdict, target, words)]


def _not_assessed(series: Series, verdict: Verdict, words: Words) -> list[str]:
    text = words.text
    reason = verdict.reason or "no_data"
    latest = verdict.latest if verdict.latest is not None else last_known(series, verdict.as_of)
    clauses = [text(f"sentence.reason_{reason}")]
    if latest is not None and latest.value is not None:
        clauses.append(text("sentence.last_value", value=words.value(latest.value), period=observed(latest, text)))
    if reason == "stale" and verdict.age_years:
        clauses.append(text("sentence.age", age=years(verdict.age_years, text), as_of=verdict.as_of))
    if reason == "before_start" and verdict.baseline is not None:
        baseline = verdict.baseline
        clauses.append(text("sentence.baseline_of", period=period(baseline.year, baseline.period, text)))
    if verdict.target is not None:
        clauses.append(text("sentence.goal_by", goal=words.goal(verdict.target), year=verdict.target.year))
    return clauses


def _value(verdict: Verdict, latest: Observation, words: Words) -> str:
    return words.value(latest.value or 0.0, edges=() if verdict.bound is None else (verdict.bound,))


def _share_of(target: Target, words: Words) -> str:
    if target.value_to is None:
        return words.goal(target)
    low, high = edges(target, words.definition.direction)
    bound = low if low is not None else high
    return words.text("sentence.end_of_range", bound=words.value(bound or 0.0), range=words.range(target))


def _distance(verdict: Verdict, words: Words) -> str:
    if not verdict.gap:
        return ""
    is_down = words.definition.direction is Direction.DOWN
    key = "sentence.places_behind" if words.is_rank else "sentence.too_high" if is_down else "sentence.short_by"
    return words.text(key, gap=words.difference(verdict.gap))


def _needed(verdict: Verdict, words: Words) -> str:
    if not verdict.gap or not verdict.years_left:
        return ""
    text = words.text
    is_down = words.definition.direction is Direction.DOWN
    key = "sentence.need_places" if words.is_rank else "sentence.need_less" if is_down else "sentence.need_more"
    needed = text(
        key,
        gap=words.distance(verdict.gap),
        unit=words.distance_unit(words.distance(verdict.gap)),
        years=years(verdict.years_left, text),
    )
    return needed + pace_phrase(verdict.pace, text)


def _age(verdict: Verdict, latest: Observation, words: Words) -> str:
    return words.text("sentence.data_until", period=observed(latest, words.text)) if verdict.age_years else ""


def _time_left(verdict: Verdict, target: Target, words: Words) -> str:
    if not verdict.years_left:
        return ""
    return words.text("sentence.time_left", years=years(verdict.years_left, words.text), year=target.year)
