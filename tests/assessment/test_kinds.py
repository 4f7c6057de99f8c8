"""Each kind has its own ruler: flows, growth rates, things done or not, bands."""

from __future__ import annotations

import dataclasses

import pytest

from indicators.assessment import Observation, Reason, Status, Verdict
from tests.assessment.builders import judge, quarters, series, target, yearly

FIVE_A_YEAR = {year: 5.0 for year in range(2014, 2021)}
SEVEN_PERCENT = {2020: 7.0}
BAND = [target(2020, 95, "range", to=105)]


def test_flow_compares_sums_of_the_same_years() -> None:
    verdict = judge(series("flow", actual={2014: 3, 2015: 4, 2016: 5}, targets=FIVE_A_YEAR), 2016)
    assert (verdict.attained, verdict.expected, verdict.ratio, verdict.status) == (12, 15, 0.8, Status.SLOW)
    assert (verdict.achievement, verdict.gap) == (0.8, 3)
    assert (verdict.target, verdict.latest) == (target(2020, 5.0), Observation(2016, "Y", 5))
    assert (verdict.distance, verdict.elapsed) == (None, None)
    assert verdict.missing["distance"] == verdict.missing["elapsed"] == "not_for_kind"
    assert verdict.path == tuple((float(year), 5.0) for year in range(2014, 2021))


def test_flow_needs_the_rest_of_the_plan_in_the_years_left() -> None:
    verdict = judge(series("flow", actual={2014: 3, 2015: 4, 2016: 5}, targets=FIVE_A_YEAR), 2016)
    assert verdict.pace_needed == (35 - 12) / 4
    assert verdict.pace == pytest.approx(23 / 4 / 4)
    assert verdict.needed_next == 23 / 4
    assert verdict.reached_at_pace == pytest.approx(2016 + 23 / 4)


@pytest.mark.parametrize(
    ("last", "as_of", "status"),
    [
        (5, 2019, Status.ON_TRACK),
        (4.9, 2019, Status.ON_TRACK),
        (5, 2020, Status.ACHIEVED),
        (4.9, 2020, Status.MISSED),
    ],
)
def test_flow_is_achieved_in_its_last_planned_year_only(last: float, as_of: int, status: Status) -> None:
    actual = {year: 5.0 for year in range(2014, as_of)} | {as_of: last}
    verdict = judge(series("flow", actual=actual, targets=FIVE_A_YEAR), as_of)
    assert (verdict.status, verdict.achieved_in) == (status, 2020 if status is Status.ACHIEVED else None)


def test_flow_sums_as_people_write_numbers() -> None:
    actual = {2014: 0.1, 2015: 0.2}
    verdict = judge(series("flow", "down", actual=actual, targets={2014: 0.15, 2015: 0.15}), 2015)
    assert (verdict.status, verdict.attained) == (Status.ACHIEVED, 0.3)


def test_flow_year_without_a_value_keeps_its_plan_and_one_without_a_plan_is_left_out() -> None:
    verdict = judge(
        series("flow", actual={2014: 9, 2016: 4, 2017: 4}, targets={2015: 5.0, 2016: 5.0, 2017: 5.0, 2020: 5.0}), 2017
    )
    assert (verdict.attained, verdict.expected) == (8, 15)
    assert verdict.flags == ("years_without_actual", "years_without_plan")


def test_flow_does_not_reward_a_year_that_nobody_reported() -> None:
    verdict = judge(series("flow", actual={2016: 10}, targets={2015: 10.0, 2016: 10.0}), 2016)
    assert (verdict.status, verdict.ratio) == (Status.MISSED, 0.5)
    limit = judge(series("flow", "down", actual={2016: 12}, targets={2015: 10.0, 2016: 10.0}), 2016)
    assert (limit.status, limit.ratio) == (Status.MISSED, 0.8)


def test_flow_years_count_after_a_declared_baseline() -> None:
    subject = series("flow", actual={2014: 0, 2015: 5}, targets=FIVE_A_YEAR)
    assert judge(subject, 2015).attained == 5
    assert judge(subject, 2015).expected == 10
    assert judge(series("flow", actual={2014: 0, 2015: 5}, targets=FIVE_A_YEAR, baseline=(2014, 1)), 2015).expected == 5


def test_flow_year_made_of_all_its_parts() -> None:
    whole = judge(series("flow", actual=[*yearly({2014: 5}), *quarters(2015, 1, 1, 1, 2)], targets=FIVE_A_YEAR), 2015)
    assert whole.latest == Observation(2015, "Y", 5)
    assert (whole.attained, whole.flags) == (10, ("summed_periods",))
    lacking = judge(series("flow", actual=[*yearly({2014: 5}), *quarters(2015, 1, 1, 1)], targets=FIVE_A_YEAR), 2015)
    assert (lacking.latest, lacking.flags) == (Observation(2014, "Y", 5), ("partial_year", "old_value"))
    halves = [Observation(2015, "H1", 2), Observation(2015, "H2", 3), Observation(2015, "Q1", 9)]
    assert judge(series("flow", actual=halves, targets=FIVE_A_YEAR), 2015).latest == Observation(2015, "Y", 5)


def test_flow_whose_parts_never_made_a_year_has_no_data() -> None:
    verdict = judge(series("flow", actual=quarters(2015, 1, 1, 1), targets=FIVE_A_YEAR), 2015)
    assert (verdict.reason, verdict.flags) == (Reason.NO_DATA, ("partial_year",))


def test_flow_says_that_any_of_its_years_was_built_from_the_fewest_places() -> None:
    parts = [
        dataclasses.replace(each, how="built", parts="districts", have=have, expected=9)
        for each, have in zip(quarters(2015, 1, 1, 1, 1), (9, 8, 9, 9), strict=True)
    ]
    built = judge(series("flow", actual=parts, targets=FIVE_A_YEAR), 2015)
    assert built.latest == Observation(2015, "Y", 4, how="built", parts="districts", have=8, expected=9)
    assert "built_total" in built.flags
    assert "built_total" in judge(series("flow", actual=[*parts, *yearly({2016: 5})], targets=FIVE_A_YEAR), 2016).flags


def test_flow_plan_of_zero() -> None:
    nothing_planned = {2014: 0.0, 2015: 0.0, 2016: 4.0}
    kept = judge(series("flow", "down", actual={2014: 0, 2015: 0}, targets=nothing_planned), 2015)
    assert (kept.status, kept.ratio, kept.missing["ratio"]) == (Status.ON_TRACK, None, "target_zero")
    broken = judge(series("flow", "down", actual={2014: 0, 2015: 1}, targets=nothing_planned), 2015)
    assert (broken.status, broken.ratio, broken.achievement) == (Status.AT_RISK, None, None)


def test_flow_before_its_first_plan_and_without_a_common_year() -> None:
    late_plan = {2018: 5.0, 2019: 5.0}
    assert judge(series("flow", actual={2016: 5}, targets=late_plan), 2016).reason is Reason.BEFORE_START
    assert judge(series("flow", actual={2013: 5}, targets=FIVE_A_YEAR), 2013).reason is Reason.BEFORE_START
    apart = judge(series("flow", actual={2020: 5}, targets=late_plan), 2020)
    assert (apart.reason, apart.flags) == (Reason.NO_DATA, ("years_without_actual",))


def test_flow_that_must_stay_low_has_a_limit() -> None:
    at_most_ten = {year: 10.0 for year in range(2014, 2018)}
    sparing = judge(series("flow", "down", actual={2014: 12, 2015: 12}, targets=at_most_ten), 2015)
    assert (sparing.status, sparing.ratio, sparing.needed_next) == (Status.SLOW, 0.8, 8)
    assert sparing.pace == pytest.approx(8 / 12)
    spent = judge(series("flow", "down", actual={2014: 30, 2015: 12}, targets=at_most_ten), 2015)
    assert (spent.status, spent.ratio) == (Status.REVERSING, -0.1)
    assert (spent.pace, spent.missing["pace"]) == (None, "limit_exceeded")


def test_flow_range_plan_counts_from_its_lower_end() -> None:
    plans = [target(year, 2, "range", to=3) for year in range(2014, 2021)]
    verdict = judge(series("flow", actual={2014: 2, 2015: 2}, targets=plans), 2015)
    assert (verdict.status, verdict.expected, verdict.ratio) == (Status.ON_TRACK, 4, 1.0)


def test_flow_in_a_band_is_outside_on_either_side() -> None:
    plans = [target(year, 90, "range", to=110) for year in range(2014, 2021)]

    def at(*amounts: float) -> tuple[Status, float | None]:
        actual = dict(enumerate(amounts, 2014))
        verdict = judge(series("flow", "band", actual=actual, targets=plans), 2013 + len(amounts))
        return verdict.status, verdict.ratio

    assert at(100, 119) == (Status.ON_TRACK, None)
    assert at(100, 121) == (Status.ON_TRACK, 0.995454545)
    assert at(60, 60) == (Status.SLOW, 0.666666667)


def test_growth_takes_the_compound_mean() -> None:
    verdict = judge(series("growth", actual={2014: 10, 2015: 2, 2016: 6}, targets=SEVEN_PERCENT, unit="%"), 2016)
    mean = ((1.10 * 1.02 * 1.06) ** (1 / 3) - 1) * 100
    assert verdict.attained == pytest.approx(mean)
    assert verdict.ratio == pytest.approx(1 + (mean - 7) / 7)
    assert verdict.status is Status.SLOW
    needed = ((1.07**7 / (1.10 * 1.02 * 1.06)) ** (1 / 4) - 1) * 100
    assert verdict.needed_next == pytest.approx(needed)
    assert verdict.pace == pytest.approx(needed / mean)
    assert (verdict.elapsed, verdict.distance) == (None, None)


def test_growth_of_seven_every_year_is_seven() -> None:
    actual = {year: 7.0 for year in range(2014, 2020)}
    assert judge(series("growth", actual=actual, targets=SEVEN_PERCENT), 2019).status is Status.ON_TRACK
    verdict = judge(series("growth", actual=actual | {2020: 7.0}, targets=SEVEN_PERCENT), 2020)
    assert (verdict.status, verdict.attained, verdict.achieved_in) == (Status.ACHIEVED, 7, 2020)
    assert judge(series("growth", actual=actual | {2020: 6.9}, targets=SEVEN_PERCENT), 2020).status is Status.MISSED


def test_growth_with_a_year_missing_between_others() -> None:
    verdict = judge(series("growth", actual={2015: 8, 2017: 8}, targets=SEVEN_PERCENT), 2017)
    assert (verdict.status, verdict.attained, verdict.flags) == (Status.ON_TRACK, 8, ("years_without_actual",))
    assert judge(series("growth", actual={2016: 8, 2017: 8}, targets=SEVEN_PERCENT), 2017).flags == ()


def test_growth_of_quarters_makes_no_year() -> None:
    verdict = judge(series("growth", actual=quarters(2015, 7, 7, 7, 7), targets=SEVEN_PERCENT), 2015)
    assert (verdict.reason, verdict.flags) == (Reason.NO_DATA, ("partial_year",))


def test_growth_below_minus_100_percent_is_no_rate() -> None:
    verdict = judge(series("growth", actual={2015: 8, 2016: -101}, targets=SEVEN_PERCENT), 2016)
    assert verdict.latest == Observation(2015, "Y", 8)
    assert "impossible_rate" in verdict.flags
    total_loss = judge(series("growth", actual={2015: 8, 2016: -100}, targets=SEVEN_PERCENT), 2016)
    assert (total_loss.attained, total_loss.status) == (-100, Status.REVERSING)
    assert (total_loss.needed_next, total_loss.missing["needed_next"]) == (None, "not_computable")


def test_growth_against_zero_and_where_falling_still_suffices() -> None:
    shrinking = judge(series("growth", actual={2015: -1}, targets={2020: 0.0}), 2015)
    assert (shrinking.status, shrinking.ratio, shrinking.missing["ratio"]) == (Status.AT_RISK, None, "target_zero")
    assert shrinking.missing["pace"] == "pace_backwards"
    secured = judge(series("growth", actual={2018: 50, 2019: 50}, targets=SEVEN_PERCENT), 2019)
    assert secured.needed_next is not None
    assert secured.needed_next < 0
    assert (secured.pace, secured.missing["pace"]) == (None, "already_met")


def test_growth_counts_from_the_first_year_of_the_programme() -> None:
    assert judge(series("growth", actual={2013: 50, 2014: 7, 2015: 7}, targets=SEVEN_PERCENT), 2015).attained == 7
    standing = judge(series("growth", actual={2014: 0}, targets=SEVEN_PERCENT), 2014)
    assert (standing.pace, standing.missing["pace"]) == (None, "pace_zero")


def test_growth_in_a_band() -> None:
    def at(rate: float) -> tuple[Status, float | None]:
        goal = [target(2020, 4, "range", to=8)]
        verdict = judge(series("growth", "band", actual={2015: rate}, targets=goal), 2015)
        return verdict.status, verdict.ratio

    assert [at(3), at(6), at(9)] == [(Status.SLOW, 0.75), (Status.ON_TRACK, None), (Status.SLOW, 0.875)]


@pytest.mark.parametrize(
    ("actual", "as_of", "status", "year"),
    [
        ({2017: 1}, 2020, Status.ACHIEVED, 2017),
        ({2016: 0, 2017: 1, 2018: 1}, 2018, Status.ACHIEVED, 2017),
        ({2017: 0}, 2017, Status.ON_TRACK, None),
        ({2020: 0}, 2020, Status.MISSED, None),
        ({2017: 1, 2018: 0}, 2018, Status.ACHIEVED_THEN_LOST, 2017),
        ({2012: 1}, 2020, Status.ACHIEVED, 2012),
    ],
)
def test_yes_no(actual: dict[int, float | None], as_of: int, status: Status, year: int | None) -> None:
    verdict = judge(series("yes_no", actual=actual, targets={2020: 1.0}), as_of)
    assert (verdict.status, verdict.achieved_in, verdict.ratio) == (status, year, None)
    assert verdict.years_left == 2020 - max(actual)


def test_yes_no_without_a_record_and_not_done_for_long() -> None:
    assert judge(series("yes_no", targets={2020: 1.0})).reason is Reason.NO_DATA
    assert judge(series("yes_no", actual={2017: 0}, targets={2020: 1.0})).reason is Reason.STALE


def test_yes_no_counted_over_districts() -> None:
    verdict = judge(series("yes_no", actual={2018: 7}, targets={2020: 9.0}), 2018)
    assert (verdict.status, verdict.achievement, verdict.gap) == (Status.ON_TRACK, 7 / 9, 2)


def band(value: float, baseline: float | None, year: int = 2017, earlier: dict[int, float] | None = None) -> Verdict:
    start = None if baseline is None else (2014, baseline)
    return judge(series("index", "band", actual={**(earlier or {}), year: value}, targets=BAND, baseline=start), year)


@pytest.mark.parametrize("value", [95, 100, 105])
@pytest.mark.parametrize("baseline", [None, 80, 100, 120])
def test_band_is_met_inside_edges_included(value: float, baseline: float | None) -> None:
    assert band(value, baseline).status is Status.ACHIEVED


@pytest.mark.parametrize(
    ("value", "status", "ratio", "distance"),
    [
        (94, Status.ON_TRACK, 1.866666667, 14 / 15),
        (87.5, Status.ON_TRACK, 1.0, 0.5),
        (84, Status.AT_RISK, 0.533333333, 4 / 15),
        (79, Status.REVERSING, -0.133333333, -1 / 15),
        (112.5, Status.ON_TRACK, 1.0, 0.5),
        (121, Status.REVERSING, -0.133333333, -1 / 15),
    ],
)
def test_band_from_outside(value: float, status: Status, ratio: float, distance: float) -> None:
    verdict = band(value, 80)
    assert (verdict.status, verdict.ratio) == (status, ratio)
    assert verdict.distance == pytest.approx(distance)
    assert verdict.bound == (95 if value < 100 else 105)
    assert band(value, 80, year=2020).status is Status.MISSED


def test_band_left_by_a_level_that_was_inside() -> None:
    verdict = band(94, 100)
    assert (verdict.status, verdict.ratio, verdict.missing["ratio"]) == (
        Status.REVERSING,
        None,
        "baseline_inside_band",
    )
    assert band(94, 100, earlier={2016: 99}).status is Status.REVERSING
    assert band(94, 100, year=2020, earlier={2019: 99}).status is Status.MISSED


def test_band_without_a_baseline() -> None:
    never = band(94, None)
    assert (never.status, never.ratio, never.missing["ratio"]) == (Status.AT_RISK, None, "no_baseline")
    assert (never.gap, never.bound) == (1, 95)
    assert band(94, None, earlier={2016: 99}).status is Status.ACHIEVED_THEN_LOST
    assert band(94, None, year=2020).status is Status.MISSED


def test_band_whose_milestone_already_holds_the_baseline() -> None:
    wide_first = [target(2017, 70, "range", to=130), *BAND]
    subject = series("index", "band", actual={2017: 80}, targets=wide_first, baseline=(2014, 80))
    assert (judge(subject, 2017).expected, judge(subject, 2017).status) == (80, Status.ON_TRACK)


def test_band_at_its_baseline_and_with_a_target_that_is_not_after_it() -> None:
    begun = band(80, 80, year=2014)
    assert (begun.status, begun.ratio, begun.missing["ratio"]) == (Status.JUST_STARTED, None, "just_started")
    ended = judge(series("index", "band", actual={2020: 80}, targets=BAND, baseline=(2020, 80)), 2020)
    assert (ended.status, ended.missing["ratio"]) == (Status.MISSED, "target_not_after_baseline")
