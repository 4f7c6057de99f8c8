"""The table of edge cases, a test a row and in its order; then those found while building the engine.

Rows that concern intake, totals or display as well have here the engine's part.
"""

from __future__ import annotations

import dataclasses
import math

import pytest

from indicators.assessment import (
    Baseline,
    Observation,
    Reason,
    Status,
    revised_targets,
)
from tests.assessment.builders import judge, series, target, yearly

TO_200 = {2020: 200.0}


def test_baseline_0() -> None:
    verdict = judge(series("stock", actual={2017: 100}, targets=TO_200, baseline=(2014, 0)), 2017)
    assert verdict.ratio == 1.0
    assert {verdict.methods[name].reason for name in ("cagr", "un_2022", "un_2023")} == {"baseline_zero"}
    assert verdict.methods["time_elapsed"].class_ == "good"


@pytest.mark.parametrize("kind", ["stock", "ratio", "index"])
def test_baseline_missing(kind: str) -> None:
    verdict = judge(series(kind, actual={2013: 40, 2017: 100}, targets=TO_200), 2017)
    assert (verdict.status, verdict.reason) == (Status.NOT_ASSESSED, Reason.NO_BASELINE)
    assert verdict.baseline is None
    assert verdict.achievement == 0.5
    declared = judge(series(kind, actual={2013: 40, 2017: 100}, targets=TO_200, baseline=(2013, 40)), 2017)
    assert (declared.status, declared.ratio) == (Status.SLOW, 0.65625)
    assert declared.baseline == Baseline(2013, 40)


def test_target_equals_baseline() -> None:
    kept = series("stock", actual={2017: 50}, targets={2020: 50.0}, baseline=(2014, 50))
    fallen = series("stock", actual={2017: 49}, targets={2020: 50.0}, baseline=(2014, 50))
    assert judge(kept, 2017).status is Status.ACHIEVED
    assert judge(fallen, 2017).status is Status.REVERSING
    for verdict in (judge(kept, 2017), judge(fallen, 2017)):
        assert (verdict.distance, verdict.missing["distance"]) == (None, "target_equals_baseline")
        assert (verdict.ratio, verdict.missing["ratio"]) == (None, "path_flat")


@pytest.mark.parametrize(
    ("value", "year", "status"),
    [(45, 2017, Status.ACHIEVED), (38, 2017, Status.REVERSING), (38, 2020, Status.MISSED), (60, 2017, Status.ACHIEVED)],
)
def test_target_on_the_wrong_side_of_direction(value: float, year: int, status: Status) -> None:
    verdict = judge(series("stock", actual={year: value}, targets={2020: 40.0}, baseline=(2014, 50)), year)
    assert verdict.status is status
    assert (verdict.ratio, verdict.distance) == (None, None)
    assert "target_behind_baseline" in verdict.flags


def test_target_reached_early() -> None:
    early = {2015: 80, 2016: 150, 2017: 200, 2018: 220}
    verdict = judge(series("stock", actual=early, targets=TO_200, baseline=(2014, 0)), 2018)
    assert (verdict.status, verdict.achieved_in) == (Status.ACHIEVED, 2017)
    assert verdict.years_left == 2
    fallen = judge(series("stock", actual=early | {2019: 199}, targets=TO_200, baseline=(2014, 0)), 2019)
    assert (fallen.status, fallen.achieved_in) == (Status.ACHIEVED_THEN_LOST, 2017)
    again = judge(series("stock", actual=early | {2019: 199, 2020: 200}, targets=TO_200, baseline=(2014, 0)))
    assert (again.status, again.achieved_in) == (Status.ACHIEVED, 2020)


def test_decrease_is_better() -> None:
    down = judge(series("ratio", "down", actual={2017: 8}, targets={2020: 4.0}, baseline=(2014, 10)), 2017)
    up = judge(series("ratio", "up", actual={2017: -8}, targets={2020: -4.0}, baseline=(2014, -10)), 2017)
    assert (down.status, down.ratio, down.pace) == (up.status, up.ratio, up.pace)
    assert judge(series("ratio", "down", actual={2017: 11}, targets={2020: 4.0}, baseline=(2014, 10)), 2017).status is (
        Status.REVERSING
    )


def test_no_data_this_year() -> None:
    subject = series("stock", actual={2017: 60}, targets=TO_200, baseline=(2014, 0))
    last_year = judge(subject, 2018)
    assert (last_year.status, last_year.ratio, last_year.age_years) == (Status.SLOW, 0.6, 1.0)
    assert "old_value" in last_year.flags
    assert last_year.latest == Observation(2017, "Y", 60)
    too_old = judge(subject, 2019)
    assert (too_old.status, too_old.reason, too_old.age_years) == (Status.NOT_ASSESSED, Reason.STALE, 2.0)
    assert (too_old.ratio, too_old.missing["ratio"]) == (None, "stale")


def test_zero_and_blank() -> None:
    zero = judge(series("cumulative", actual={2017: 0}, targets=TO_200, baseline=(2014, 0)), 2017)
    assert (zero.status, zero.ratio, zero.achievement) == (Status.AT_RISK, 0.0, 0.0)
    blank = judge(series("cumulative", actual={2017: None}, targets=TO_200, baseline=(2014, 0)), 2017)
    assert (blank.status, blank.reason) == (Status.NOT_ASSESSED, Reason.NO_DATA)
    assert (blank.achievement, blank.missing["achievement"]) == (None, "no_data")


def test_cumulative_count_decreases() -> None:
    verdict = judge(series("cumulative", actual={2016: 90, 2017: 80}, targets=TO_200, baseline=(2014, 0)), 2017)
    assert "cumulative_falls" in verdict.flags
    assert (verdict.status, verdict.ratio) == (Status.SLOW, 0.8)
    assert "cumulative_falls" not in judge(series("stock", actual={2016: 90, 2017: 80}, targets=TO_200), 2017).flags


def test_district_target_missing_while_the_province_has_one() -> None:
    province = series("cumulative", actual={2017: 100}, targets=TO_200)
    district = dataclasses.replace(province, targets=(), district="171")
    assert judge(province, 2017).status is not Status.NOT_ASSESSED
    verdict = judge(district, 2017)
    assert (verdict.status, verdict.reason, verdict.agree) == (Status.NOT_ASSESSED, Reason.NO_TARGET, None)
    assert verdict.latest == Observation(2017, "Y", 100)


def test_sum_of_district_targets_differs_from_the_province_target() -> None:
    districts = [series("cumulative", actual={2020: 60}, targets={2020: goal}) for goal in (50.0, 60.0)]
    province = series("cumulative", actual={2020: 120}, targets={2020: 150.0})
    assert [judge(each).status for each in districts] == [Status.ACHIEVED, Status.ACHIEVED]
    assert (judge(province).status, judge(province).gap) == (Status.MISSED, 30)


def test_ratio_at_a_higher_level_that_lacks_parts() -> None:
    built = Observation(2018, "Y", 27.0, how="built", complete=False, parts="districts", have=11, expected=13)
    alone = judge(series("ratio", actual=[built], targets={2020: 35.0}, baseline=(2014, 20)), 2018)
    assert (alone.reason, alone.flags) == (Reason.NO_DATA, ("incomplete_total",))
    earlier = judge(
        series("ratio", actual=[built, *yearly({2017: 27})], targets={2020: 35.0}, baseline=(2014, 20)), 2018
    )
    assert earlier.latest == Observation(2017, "Y", 27)
    assert earlier.ratio == 0.933333333
    assert "incomplete_total" in earlier.flags
    whole = dataclasses.replace(built, complete=True, have=13)
    verdict = judge(series("ratio", actual=[whole], targets={2020: 35.0}, baseline=(2014, 20)), 2018)
    assert verdict.latest == whole
    assert "built_total" in verdict.flags


def test_enterprise_counted_in_two_years_or_two_sectors() -> None:
    running = judge(series("cumulative", actual={2016: 50, 2017: 60}, targets=TO_200, baseline=(2014, 0)), 2017)
    assert running.attained == 60, "a running total is never summed over years"
    built = yearly({2017: 60}, how="built", parts="sectors", have=2, expected=2)
    over_sectors = judge(series("cumulative", actual=built, targets=TO_200, baseline=(2014, 0)), 2017)
    assert "built_total" in over_sectors.flags


def test_share_near_100_percent() -> None:
    rising = series(
        "ratio", actual={2015: 90, 2016: 94, 2017: 98}, targets={2020: 100.0}, baseline=(2014, 86), max=100.0
    )
    verdict = judge(rising, 2017)
    assert verdict.ratio == pytest.approx(12 / 7)
    assert verdict.projection == (100.0, 100.0, 100.0)
    unlimited = dataclasses.replace(rising, definition=dataclasses.replace(rising.definition, max=None))
    assert judge(unlimited, 2017).projection == (110.0, 110.0, 110.0)
    assert judge(unlimited, 2017).ratio == verdict.ratio


def test_changed_boundary_in_the_middle_of_a_series() -> None:
    def flags(year: int, baseline: tuple[int, float] | None, kind: str = "stock") -> tuple[str, ...]:
        actual = {2015: 10.0, year: 20.0}
        return judge(series(kind, actual=actual, targets=TO_200, baseline=baseline, breaks=(2015, 2017)), year).flags

    assert "boundary_break" in flags(2017, (2014, 0))
    assert "boundary_break" in flags(2016, (2014, 0)), "2015 has new borders, the baseline of 2014 the old ones"
    assert "boundary_break" not in flags(2016, (2015, 0))
    assert "boundary_break" in flags(2017, None, "cumulative"), "without a baseline the first value counts"
    assert "boundary_break" not in flags(2016, None, "cumulative")


def test_target_revised_in_2017() -> None:
    first = target(2020, 200, dated="2014-01-08")
    revised = target(2020, 100, dated="2017-06-30")
    subject = series("cumulative", actual={2016: 60, 2017: 100}, targets=[revised, first], baseline=(2014, 0))
    assert (judge(subject, 2016).target, judge(subject, 2016).ratio) == (first, 0.9)
    verdict = judge(subject, 2017)
    assert (verdict.target, verdict.status, verdict.achieved_in) == (revised, Status.ACHIEVED, 2017)
    assert "revised_target" in verdict.flags
    assert revised_targets(subject.targets, 2017) == (first,)
    assert revised_targets(subject.targets, 2016) == ()


@pytest.mark.parametrize("quality", ["preliminary", "estimate"])
def test_provisional_or_estimated_value(quality: str) -> None:
    provisional = yearly({2017: 250}, quality=quality)
    alone = judge(series("stock", actual=provisional, targets=TO_200, baseline=(2014, 0)), 2017)
    assert (alone.status, alone.reason) == (Status.NOT_ASSESSED, Reason.ONLY_PRELIMINARY)
    beside = judge(
        series("stock", actual=[*provisional, *yearly({2016: 40})], targets=TO_200, baseline=(2014, 0)), 2017
    )
    assert (beside.status, beside.latest) == (Status.SLOW, Observation(2016, "Y", 40))
    assert "preliminary_later" in beside.flags


def test_t_equals_t0() -> None:
    verdict = judge(series("stock", actual={2014: 10}, targets=TO_200, baseline=(2014, 10)), 2014)
    assert (verdict.status, verdict.elapsed) == (Status.JUST_STARTED, 0.0)
    assert (verdict.ratio, verdict.missing["ratio"]) == (None, "just_started")
    assert (verdict.pace, verdict.missing["pace"]) == (None, "just_started")
    assert (verdict.agree, verdict.missing["agree"]) == (None, "no_class")


def test_period_over_and_any_other_as_of_year() -> None:
    subject = series(
        "stock",
        actual={2014: 10, 2015: 12, 2016: 45, 2017: 200, 2018: 150, 2019: 150, 2020: 190},
        targets=TO_200,
        baseline=(2014, 10),
    )
    lost = [Status.ACHIEVED_THEN_LOST] * 3
    expected = [Status.JUST_STARTED, Status.AT_RISK, Status.AT_RISK, Status.ACHIEVED, *lost]
    assert [judge(subject, year).status for year in range(2014, 2021)] == expected
    never = series("stock", actual={2020: 199}, targets=TO_200, baseline=(2014, 10))
    assert judge(never, 2020).status is Status.MISSED


def test_rounding() -> None:
    subject = series("cumulative", actual={2017: 94.96}, targets=TO_200, baseline=(2014, 0))
    verdict = judge(subject, 2017)
    assert (verdict.ratio, verdict.status) == (0.9496, Status.SLOW)
    on_the_line = series("ratio", actual={2017: 0.19}, targets={2020: 0.4}, baseline=(2014, 0))
    assert judge(on_the_line, 2017).status is Status.ON_TRACK, "0.19 / 0.2 is 0.95, floats make it 0.9499999999999998"
    almost = series("stock", actual={2020: math.nextafter(200, 0)}, targets=TO_200, baseline=(2014, 0))
    assert judge(almost).status is Status.MISSED, "met is compared on stored values"


def test_composite_by_sector() -> None:
    ahead, behind = ({2017: 200.0}, {2017: 0.0})
    sectors = [series("cumulative", actual=each, targets={2020: 200.0}, baseline=(2014, 0)) for each in (ahead, behind)]
    total = series("cumulative", actual={2017: 200.0}, targets={2020: 400.0}, baseline=(2014, 0))
    assert [judge(each, 2017).status for each in sectors] == [Status.ACHIEVED, Status.AT_RISK]
    assert judge(total, 2017).status is Status.ON_TRACK, "from its own sums, not from its sectors' lights"


# Found while building the engine.


def test_before_the_start() -> None:
    verdict = judge(series("stock", actual={2013: 10}, targets=TO_200, baseline=(2014, 10)), 2014)
    assert (verdict.status, verdict.reason) == (Status.NOT_ASSESSED, Reason.BEFORE_START)
    assert judge(series("cumulative", actual={2012: 10}, targets=TO_200), 2013).reason is Reason.BEFORE_START


def test_met_earlier_is_measured_against_the_target_now_in_force() -> None:
    goals = [target(2020, 100, dated="2014-01-08"), target(2020, 200, dated="2018-01-08")]
    verdict = judge(series("stock", actual={2016: 120, 2018: 110}, targets=goals, baseline=(2014, 0)), 2018)
    assert verdict.status is Status.SLOW
    assert verdict.achieved_in is None


def test_what_stood_at_the_start_is_no_achievement() -> None:
    verdict = judge(series("stock", actual={2014: 210, 2017: 150}, targets=TO_200, baseline=(2014, 100)), 2017)
    assert (verdict.status, verdict.achieved_in) == (Status.ON_TRACK, None)
    at_start = judge(series("stock", actual={2014: 210}, targets=TO_200, baseline=(2014, 210)), 2014)
    assert at_start.status is Status.JUST_STARTED


def test_a_value_that_stops_short_of_the_last_year_is_not_missed() -> None:
    verdict = judge(series("stock", actual={2019: 160}, targets=TO_200, baseline=(2014, 0)), 2020)
    assert (verdict.status, verdict.ratio, verdict.age_years) == (Status.ON_TRACK, 0.96, 1.0)


def test_a_value_after_the_last_year() -> None:
    subject = series("stock", actual={2018: 90}, targets={2017: 100.0}, baseline=(2014, 0))
    verdict = judge(subject, 2018)
    assert (verdict.status, verdict.elapsed, verdict.expected, verdict.ratio) == (Status.MISSED, 1.0, 100, 0.9)
    assert (verdict.pace, verdict.missing["pace"]) == (None, "period_over")


@pytest.mark.parametrize(("value", "status"), [(200, Status.ACHIEVED), (150, Status.MISSED)])
def test_a_target_that_is_not_after_its_baseline(value: float, status: Status) -> None:
    verdict = judge(series("stock", actual={2020: value}, targets=TO_200, baseline=(2020, 100)), 2020)
    assert verdict.status is status
    assert (verdict.elapsed, verdict.missing["elapsed"]) == (None, "target_not_after_baseline")
    assert (verdict.ratio, verdict.missing["ratio"]) == (None, "target_not_after_baseline")


def test_a_pace_that_never_arrives_has_no_year() -> None:
    creeping = judge(series("stock", actual={2017: 0.01}, targets=TO_200, baseline=(2014, 0)), 2017)
    assert (creeping.reached_at_pace, creeping.missing["reached_at_pace"]) == (None, "beyond_calendar")
    standing = judge(series("stock", actual={2017: 0}, targets=TO_200, baseline=(2014, 0)), 2017)
    assert (standing.pace, standing.missing["pace"]) == (None, "pace_zero")
    assert standing.missing["reached_at_pace"] == "pace_zero"
    falling = judge(series("stock", actual={2017: -5}, targets=TO_200, baseline=(2014, 0)), 2017)
    assert (falling.pace, falling.missing["pace"]) == (None, "pace_backwards")
    assert falling.missing["reached_at_pace"] == "pace_backwards"
    met = judge(series("stock", actual={2017: 200}, targets=TO_200, baseline=(2014, 0)), 2017)
    assert {met.missing[name] for name in ("pace", "needed_next", "reached_at_pace")} == {"already_met"}


def test_a_late_target_is_reached_after_its_year() -> None:
    verdict = judge(series("stock", actual={2020: 150}, targets=TO_200, baseline=(2014, 0)), 2020)
    assert verdict.status is Status.MISSED
    assert verdict.reached_at_pace == pytest.approx(2022)
