"""The closed sets of words a verdict is made of; each needs a sentence in both languages."""

from __future__ import annotations

from enum import StrEnum


class Rule(StrEnum):
    """The rule that decided a verdict; the sentence with its numbers is made from this and the figures."""

    NO_TARGET = "no_target"
    NO_DATA = "no_data"
    ONLY_PRELIMINARY = "only_preliminary"
    NO_BASELINE = "no_baseline"
    BEFORE_START = "before_start"
    STALE = "stale"
    TARGET_MET = "target_met"
    MET_THEN_LOST = "met_then_lost"
    PERIOD_OVER = "period_over"
    NOTHING_ELAPSED = "nothing_elapsed"
    RATIO_ON_TRACK = "ratio_on_track"
    RATIO_SLOW = "ratio_slow"
    RATIO_AT_RISK = "ratio_at_risk"
    RATIO_REVERSING = "ratio_reversing"
    PATH_FLAT_HELD = "path_flat_held"
    PATH_FLAT_FALLEN = "path_flat_fallen"
    BAND_LEFT = "band_left"
    BAND_NEVER_ENTERED = "band_never_entered"
    PLAN_MET_SO_FAR = "plan_met_so_far"
    PLAN_ZERO_NOT_MET = "plan_zero_not_met"
    DONE = "done"
    DONE_THEN_UNDONE = "done_then_undone"
    NOT_DONE_IN_TIME = "not_done_in_time"
    NOT_YET_DONE = "not_yet_done"


class Flag(StrEnum):
    """What a reader of a verdict must know beside it, in the order in which it is said."""

    BOUNDARY_BREAK = "boundary_break"
    BUILT_TOTAL = "built_total"
    INCOMPLETE_TOTAL = "incomplete_total"
    SUMMED_PERIODS = "summed_periods"
    PARTIAL_YEAR = "partial_year"
    YEARS_WITHOUT_ACTUAL = "years_without_actual"
    YEARS_WITHOUT_PLAN = "years_without_plan"
    IMPOSSIBLE_RATE = "impossible_rate"
    CUMULATIVE_FALLS = "cumulative_falls"
    PRELIMINARY_LATER = "preliminary_later"
    OLD_VALUE = "old_value"
    BASELINE_FROM_ZERO = "baseline_from_zero"
    REVISED_TARGET = "revised_target"
    TARGET_BEHIND_BASELINE = "target_behind_baseline"
    MILESTONE_BEHIND_BASELINE = "milestone_behind_baseline"
    PROJECTION_UNCERTAIN = "projection_uncertain"


class Missing(StrEnum):
    """Why a figure or a method is not there; the first six are the reasons of a series that is not assessed."""

    NO_TARGET = "no_target"
    NO_DATA = "no_data"
    ONLY_PRELIMINARY = "only_preliminary"
    NO_BASELINE = "no_baseline"
    BEFORE_START = "before_start"
    STALE = "stale"
    ALREADY_MET = "already_met"
    PERIOD_OVER = "period_over"
    JUST_STARTED = "just_started"
    NOT_FOR_KIND = "not_for_kind"
    BASELINE_ZERO = "baseline_zero"
    TARGET_ZERO = "target_zero"
    VALUE_ZERO = "value_zero"
    SIGN_CHANGE = "sign_change"
    GROWTH_RATE = "growth_rate"
    YEARLY_PLAN = "yearly_plan"
    YES_NO = "yes_no"
    BAND = "band"
    INSIDE_BAND = "inside_band"
    BASELINE_INSIDE_BAND = "baseline_inside_band"
    TARGET_EQUALS_BASELINE = "target_equals_baseline"
    TARGET_BEHIND_BASELINE = "target_behind_baseline"
    TARGET_NOT_AFTER_BASELINE = "target_not_after_baseline"
    PATH_FLAT = "path_flat"
    PATH_BEHIND_BASELINE = "path_behind_baseline"
    PACE_ZERO = "pace_zero"
    PACE_BACKWARDS = "pace_backwards"
    LIMIT_EXCEEDED = "limit_exceeded"
    TOO_FEW_POINTS = "too_few_points"
    BEYOND_CALENDAR = "beyond_calendar"
    NOT_COMPUTABLE = "not_computable"
    NO_CLASS = "no_class"


class MethodName(StrEnum):
    """The five methods of the court, in the order in which they are shown."""

    TIME_ELAPSED = "time_elapsed"
    CAGR = "cagr"
    UN_2022 = "un_2022"
    UN_2023 = "un_2023"
    PROJECTION = "projection"


class MethodClass(StrEnum):
    """What the methods' own labels come to, so that they can be compared."""

    GOOD = "good"
    SLOW = "slow"
    POOR = "poor"
    BACKWARDS = "backwards"
