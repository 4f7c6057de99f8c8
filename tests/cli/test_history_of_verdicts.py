"""`assess` from 2015 to 2020: a history of verdicts in which nothing jumps without a reason that the output names."""

from __future__ import annotations

from typing import Any

import pytest

from indicators.assessment import Cause, Status
from tests.cli.conftest import Clerk

YEARS = range(2015, 2021)
Row = dict[str, Any]


def verdict(row: Row) -> tuple[str, str | None]:
    return row["status"], row["reason"]


def by_indicator(clerk: Clerk, year: int, *place: str) -> dict[str, Row]:
    return {row["indicator"]: row for row in clerk("assess", "--as-of", str(year), *place, "--json").json}


@pytest.mark.parametrize("place", [(), ("--district", "164"), ("--sector", "che")])
def test_nothing_jumps_without_a_cause(on_demo: Clerk, place: tuple[str, ...]) -> None:
    history = {year: by_indicator(on_demo, year, *place) for year in YEARS}
    causes = set(Cause)

    for year in YEARS[1:]:
        for indicator, now in history[year].items():
            before = history[year - 1][indicator]
            assert (now["previous"]["status"], now["previous"]["reason"]) == verdict(before)
            assert now["previous"]["as_of"] == year - 1
            assert bool(now["changed_because"]) == (verdict(now) != verdict(before)), (year, indicator)
            assert set(now["changed_because"]) <= causes


def test_verdicts_do_change_over_the_years(on_demo: Clerk) -> None:
    rows = [row for year in YEARS for row in by_indicator(on_demo, year).values()]
    named = {cause for row in rows for cause in row["changed_because"]}

    assert {Cause.NEW_VALUE, Cause.PERIOD_ENDED} <= named
    assert {Status.ACHIEVED, Status.MISSED} <= {row["status"] for row in rows if row["changed_because"]}


def test_what_would_have_to_be_true_is_told(on_demo: Clerk) -> None:
    row = by_indicator(on_demo, 2018)["dn_ap_dung_he_thong"]

    assert (row["attained"], row["bound"], row["gap"], row["years_left"]) == (116, 180, 64, 2)
    assert row["needed_next"] == 148
    assert row["projection"]["low"] <= row["projection"]["middle"] <= row["projection"]["high"]
