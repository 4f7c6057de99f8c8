"""Years, periods and dates as they are typed."""

from __future__ import annotations

import datetime as dt

import pytest

from indicators.intake.dates import PERIODS, Heading, date_from, heading_from, period_from, year_from


@pytest.mark.parametrize(
    ("typed", "heading"),
    [
        ("2014", Heading(2014)),
        ("Năm 2014", Heading(2014)),
        ("Prel. 2016", Heading(2016, quality="preliminary")),
        ("Sơ bộ 2016", Heading(2016, quality="preliminary")),
        ("Ước 2020", Heading(2020, quality="estimate")),
        ("2016 (*)", Heading(2016)),
        ("Quý I/2017", Heading(2017, "Q1")),
        ("Quý IV năm 2016", Heading(2016, "Q4")),
        ("Q1 2017", Heading(2017, "Q1")),
        ("6 tháng đầu năm 2017", Heading(2017, "H1")),
        ("Tháng 3/2018", Heading(2018, "M03")),
        ("Cả năm 2017", Heading(2017)),
        ("Kế hoạch 2020", Heading(2020, measure="target")),
        ("Ước TH 2014", Heading(2014, quality="estimate")),
    ],
)
def test_the_head_of_a_column_of_figures(typed: str, heading: Heading) -> None:
    assert heading_from(typed) == heading


@pytest.mark.parametrize("typed", ["2014-2015", "So 2013 (%)", "Biểu 2014", "12/2014", "Huyện", "", "2014.5", "20145"])
def test_what_only_looks_like_a_year_heads_no_column(typed: str) -> None:
    assert heading_from(typed) is None


@pytest.mark.parametrize("period", sorted(PERIODS))
def test_every_period_is_read_by_its_own_id(period: str) -> None:
    assert period_from(period) == period
    assert period_from(period.lower()) == period


@pytest.mark.parametrize(
    ("typed", "period"),
    [("", "Y"), ("Quý II", "Q2"), ("6 tháng", "H1"), ("tháng 12", "M12"), ("9 tháng", None), ("Q5", None)],
)
def test_periods_in_words(typed: str, period: str | None) -> None:
    assert period_from(typed) == period


@pytest.mark.parametrize(
    ("typed", "year"),
    [("2014", 2014), ("2014.0", 2014), ("Năm 2014", 2014), ("1989", None), ("2101", None), ("14", None)],
)
def test_a_year_lies_between_1990_and_2100(typed: str, year: int | None) -> None:
    assert year_from(typed) == year


@pytest.mark.parametrize("typed", ["08/01/2014", "8.1.2014", "2014-01-08", "41647", "ngày 8 tháng 1 năm 2014"])
def test_a_day_is_read_day_first_or_as_excel_counts_it(typed: str) -> None:
    assert date_from(typed) == dt.date(2014, 1, 8)


@pytest.mark.parametrize("typed", ["31/02/2014", "13/13/2014", "2014", "hôm qua", "08/01/14"])
def test_what_is_no_day_is_none(typed: str) -> None:
    assert date_from(typed) is None
