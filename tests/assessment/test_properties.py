"""What holds for every series, whatever its figures."""

from __future__ import annotations

import dataclasses
import itertools
import math
from collections.abc import Iterator
from random import Random

from hypothesis import assume, example, given
from hypothesis import strategies as st

from indicators.assessment import STATUS_ORDER, Flag, Missing, Observation, Reason, Rule, Status, Verdict
from indicators.assessment.ruling import Figures
from indicators.catalogue.definition import Direction, Kind
from tests.assessment.builders import judge, series
from tests.assessment.strategies import LEVELS, Case, any_number, cases, mirrored, scaled, whole

FIGURES = (*(each.name for each in dataclasses.fields(Figures)), "age_years", "projection", "agree", "applicable")
UP_OR_DOWN = (Direction.UP, Direction.DOWN)


def numbers_in(found: object) -> Iterator[float]:
    """Every float in a verdict, however deep."""
    if isinstance(found, float):
        yield found
    elif dataclasses.is_dataclass(found) and not isinstance(found, type):
        yield from numbers_in(tuple(getattr(found, each.name) for each in dataclasses.fields(found)))
    elif isinstance(found, dict):
        yield from numbers_in(tuple(found.values()))
    elif isinstance(found, tuple):
        yield from itertools.chain.from_iterable(map(numbers_in, found))


def judgement(verdict: Verdict) -> tuple[object, ...]:
    """What a verdict comes to, free of the unit."""
    classes = {name: (method.class_, method.reason) for name, method in verdict.methods.items()}
    return (verdict.status, verdict.reason, verdict.rule, verdict.achieved_in, verdict.missing, verdict.agree, classes)


def assert_not_worse(after: Verdict, before: Verdict) -> None:
    """Hold that a verdict is no worse than another; a value may also become good enough not to grow stale."""
    if Status.NOT_ASSESSED in (before.status, after.status):
        assert after.reason is before.reason or (before.reason is Reason.STALE and after.reason is None)
    else:
        assert STATUS_ORDER.index(after.status) >= STATUS_ORDER.index(before.status)


@given(cases(numbers=any_number))
@example((series("flow", actual={2014: 1e308, 2015: 1e308}, targets={2014: 1e308, 2015: 1e308, 2016: 1e308}), 2015))
@example((series("stock", actual={2015: -1e308, 2016: 1e308}, targets={2020: 1.7e308}, baseline=(2014, -1e308)), 2016))
@example((series("index", "up", actual={2015: 5e-324, 2016: 0}, targets={2020: 1e-323}, baseline=(2014, 0)), 2016))
def test_nothing_is_ever_nan_or_infinite_and_every_lack_has_its_reason(case: Case) -> None:
    verdict = judge(*case)
    assert all(math.isfinite(number) for number in numbers_in(verdict))
    for name in FIGURES:
        assert (getattr(verdict, name) is None) == (name in verdict.missing), name
    for method in verdict.methods.values():
        assert (method.class_ is None) == (method.value is None) == (method.reason is not None)


@given(cases())
def test_every_word_of_a_verdict_is_of_a_closed_set(case: Case) -> None:
    verdict = judge(*case)
    assert (verdict.status is Status.NOT_ASSESSED) == (verdict.reason is not None)
    assert verdict.rule in set(Rule)
    assert [flag for flag in Flag if flag in verdict.flags] == list(verdict.flags)
    assert set(verdict.missing.values()) <= set(Missing)
    assert {method.reason for method in verdict.methods.values()} - {None} <= set(Missing)


@given(cases())
def test_only_what_was_achieved_has_a_year_of_it(case: Case) -> None:
    verdict = judge(*case)
    achieved = verdict.status in {Status.ACHIEVED, Status.ACHIEVED_THEN_LOST}
    assert achieved == (verdict.achieved_in is not None)


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(case: Case, random: Random) -> None:
    subject, as_of = case
    names = ("observations", "targets", "baselines", "boundary_breaks")
    rows = {name: random.sample(getattr(subject, name), len(getattr(subject, name))) for name in names}
    again = dataclasses.replace(subject, **{name: tuple(shuffled) for name, shuffled in rows.items()})
    assert judge(again, as_of) == judge(subject, as_of)


@given(cases(kinds=(*LEVELS, Kind.FLOW, Kind.YES_NO)))
def test_a_mirrored_series_has_the_same_verdict(case: Case) -> None:
    subject, as_of = case
    straight, turned = judge(subject, as_of), judge(mirrored(subject), as_of)
    limits = {Flag.CUMULATIVE_FALLS}
    assert set(turned.flags) - limits == set(straight.flags) - limits
    assert (turned.ratio, turned.distance, turned.elapsed) == (straight.ratio, straight.distance, straight.elapsed)
    if subject.definition.kind is Kind.FLOW:
        # An amount to reach can be secured early, one not to exceed only at the end: their paces differ in kind.
        straight, turned = (dataclasses.replace(each, missing={}) for each in (straight, turned))
    assert judgement(turned) == judgement(straight)


@given(cases(kinds=(*LEVELS, Kind.FLOW, Kind.YES_NO)), st.sampled_from((2.0**-20, 0.5, 1000.0, 2.0**40)))
def test_units_do_not_matter(case: Case, factor: float) -> None:
    subject, as_of = case
    here, there = judge(subject, as_of), judge(scaled(subject, factor), as_of)
    assert judgement(there) == judgement(here)
    assert (there.ratio, there.flags) == (here.ratio, here.flags)


@given(cases(kinds=(*LEVELS, Kind.YES_NO), directions=UP_OR_DOWN), st.integers(0, 300))
def test_a_better_last_value_never_gives_a_worse_verdict(case: Case, gain: int) -> None:
    """The last value: a better one before it can turn what was never met into what is lost."""
    subject, as_of = case
    before = judge(subject, as_of)
    if before.latest is None or before.latest.value is None:
        return
    sign = -1 if subject.definition.direction is Direction.DOWN else 1
    better = dataclasses.replace(before.latest, value=before.latest.value + sign * gain)
    values = tuple(better if each == before.latest else each for each in subject.observations)
    assert_not_worse(judge(dataclasses.replace(subject, observations=values), as_of), before)


@given(cases(kinds=(Kind.FLOW, Kind.GROWTH), directions=UP_OR_DOWN), st.integers(0, 300), st.data())
def test_a_better_value_of_any_year_never_gives_a_worse_verdict(case: Case, gain: int, data: st.DataObject) -> None:
    subject, as_of = case
    if not subject.observations:
        return
    chosen = data.draw(st.sampled_from(subject.observations))
    sign = -1 if subject.definition.direction is Direction.DOWN else 1
    value = None if chosen.value is None else chosen.value + sign * gain
    # A rate below -100 % is no rate: making one of it takes a value away, and does not improve it.
    assume(value is None or subject.definition.kind is Kind.FLOW or min(value, chosen.value) >= -100)
    better = dataclasses.replace(chosen, value=value)
    values = tuple(better if each == chosen else each for each in subject.observations)
    assert_not_worse(judge(dataclasses.replace(subject, observations=values), as_of), judge(subject, as_of))


@given(cases(kinds=LEVELS, directions=(Direction.BAND,)), st.floats(0, 1), whole)
def test_a_last_value_nearer_to_its_band_never_gives_a_worse_verdict(case: Case, share: float, inside: int) -> None:
    subject, as_of = case
    before = judge(subject, as_of)
    if before.latest is None or before.latest.value is None or before.target is None:
        return
    low, high = before.target.value, before.target.value_to
    assert high is not None
    edge = min(max(before.latest.value, low), high)
    nearer = edge + (before.latest.value - edge) * share if before.latest.value != edge else min(max(inside, low), high)
    values = tuple(
        dataclasses.replace(each, value=nearer) if each == before.latest else each for each in subject.observations
    )
    assert_not_worse(judge(dataclasses.replace(subject, observations=values), as_of), before)


@given(cases(kinds=LEVELS, directions=UP_OR_DOWN))
def test_a_value_worse_than_the_baseline_never_has_a_positive_ratio(case: Case) -> None:
    verdict = judge(*case)
    if verdict.ratio is not None and verdict.baseline is not None and verdict.attained is not None:
        sign = -1 if case[0].definition.direction is Direction.DOWN else 1
        assert verdict.ratio * sign * (verdict.attained - verdict.baseline.value) >= 0


@given(cases())
def test_what_comes_after_the_as_of_year_changes_nothing(case: Case) -> None:
    subject, as_of = case
    known = dataclasses.replace(
        subject,
        observations=tuple(each for each in subject.observations if each.year <= as_of),
        targets=tuple(t for t in subject.targets if t.document_date is None or t.document_date.year <= as_of),
    )
    assert judge(known, as_of) == judge(subject, as_of)


@given(cases(), st.sampled_from(("preliminary", "estimate")), st.integers(2012, 2022), whole)
def test_a_provisional_value_never_decides(case: Case, quality: str, year: int, value: int) -> None:
    subject, as_of = case
    free = (year, "M03") not in {(each.year, each.period) for each in subject.observations}
    added = (Observation(year, "M03", value, quality=quality),) if free else ()
    before = judge(subject, as_of)
    after = judge(dataclasses.replace(subject, observations=(*subject.observations, *added)), as_of)
    if before.reason is Reason.NO_DATA:
        assert after.reason in (Reason.NO_DATA, Reason.ONLY_PRELIMINARY)
    else:
        assert judgement(after) == judgement(before)
