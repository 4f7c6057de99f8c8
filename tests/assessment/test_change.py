"""Nothing jumps without a reason: two different verdicts on one series always have a cause that can be named."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from indicators.assessment import Cause, Observation, Series, Status, causes
from tests.assessment.builders import judge, series, target
from tests.assessment.strategies import Case, cases


def _named(subject: Series, before: int, after: int) -> set[Cause]:
    return set(causes(judge(subject, before), judge(subject, after)))


def test_the_same_verdict_needs_no_cause() -> None:
    """A verdict beside itself names nothing."""
    subject = series("cumulative", actual={2018: 150}, targets=[target(2020, 200)], baseline=(2014, 0))
    assert causes(judge(subject, 2018), judge(subject, 2018)) == ()


def test_a_new_value_is_the_cause() -> None:
    """2015 slow, 2016 at risk: the value of 2016 is what is new."""
    subject = series("cumulative", actual={2015: 20, 2016: 30}, targets=[target(2020, 200)], baseline=(2014, 0))
    assert judge(subject, 2015).status is Status.SLOW
    assert judge(subject, 2016).status is Status.AT_RISK
    assert _named(subject, 2015, 2016) == {Cause.NEW_VALUE}


def test_a_revised_target_is_a_cause_even_where_no_value_is_new() -> None:
    """A decision of 2017 lowers the target to what has been reached."""
    targets = [target(2020, 200, dated="2014-01-08"), target(2020, 90, dated="2017-05-20")]
    subject = series("cumulative", actual={2016: 90}, targets=targets, baseline=(2014, 0))
    assert judge(subject, 2017).status is Status.ACHIEVED
    assert Cause.TARGET_REVISED in _named(subject, 2016, 2017)


def test_a_value_that_ages_is_the_cause_of_a_withheld_verdict() -> None:
    """Nothing came after 2016, so that in 2018 no verdict is given."""
    subject = series("stock", actual={2016: 30}, targets=[target(2020, 200)], baseline=(2014, 0))
    assert judge(subject, 2018).status is Status.NOT_ASSESSED
    assert _named(subject, 2017, 2018) == {Cause.VALUE_AGED}


def test_the_end_of_the_period_is_a_cause() -> None:
    """Late in 2019, missed in 2020."""
    subject = series("cumulative", actual={2019: 100, 2020: 120}, targets=[target(2020, 200)], baseline=(2014, 0))
    assert judge(subject, 2020).status is Status.MISSED
    assert _named(subject, 2019, 2020) == {Cause.NEW_VALUE, Cause.PERIOD_ENDED}


def test_a_first_preliminary_value_is_named_though_it_decides_nothing() -> None:
    """From no data to nothing but preliminary data."""
    subject = series(
        "stock", actual=[Observation(2016, "Y", 5.0, "preliminary")], targets={2020: 9}, baseline=(2014, 0)
    )
    assert _named(subject, 2015, 2016) == {Cause.FIRST_PRELIMINARY}


@given(cases(), st.integers(2012, 2022))
def test_two_different_verdicts_always_have_a_cause(case: Case, year: int) -> None:
    """Whatever the series: a status that differs from last year's is explained, one that doesn't is not."""
    before, after = judge(case[0], year), judge(case[0], year + 1)
    is_different = (before.status, before.reason) != (after.status, after.reason)
    assert bool(causes(before, after)) == is_different
