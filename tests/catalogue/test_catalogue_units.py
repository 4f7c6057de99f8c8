"""A figure is converted only where the factor is certain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import catalogue

KNOWN = catalogue.load()


@pytest.mark.parametrize(
    ("source", "goal"),
    [
        ("DN", "lượt DN"),
        ("lượt DN", "lượt người"),
        ("người", "lượt người"),
        ("%", "%/năm"),
        ("điểm", "hạng"),
        ("triệu đồng", "triệu USD"),
        ("triệu đồng", "triệu đồng/lao động"),
        ("DN", "DN/năm"),
        ("thùng", "tấn"),
        ("tấn", "thùng"),
        ("", "DN"),
    ],
)
def test_nothing_is_converted_across_dimensions_or_from_the_unknown(source: str, goal: str) -> None:
    assert KNOWN.conversion_factor(source, goal) is None


@pytest.mark.parametrize(
    ("source", "goal", "factor"),
    [
        ("triệu đồng", "tỷ đồng", 0.001),
        ("tỷ đồng", "triệu đồng", 1000),
        ("Tỷ đồng", "tỉ đồng", 1),
        ("Tr. đồng", "nghìn đồng", 1000),
        ("tr.đ", "triệu đồng", 1),
        ("1.000 đồng", "đồng", 1000),
        ("ngàn đồng", "triệu đồng", 0.001),
        ("doanh nghiệp", "DN", 1),
        ("Nghìn người", "người", 1000),
        ("tấn", "kg", 1000),
        ("‰", "%", 0.1),
        ("triệu đồng / lao động", "nghìn đồng/lao động", 1000),
        ("ty\u0309 đồng", "Tỷ  ĐỒNG", 1),
    ],
)
def test_a_figure_is_converted_within_a_dimension(source: str, goal: str, factor: float) -> None:
    assert KNOWN.conversion_factor(source, goal) == pytest.approx(factor, rel=1e-12)


def test_a_unit_the_catalogue_does_not_know_is_equal_to_itself() -> None:
    assert KNOWN.find_unit("thùng") is None
    assert KNOWN.conversion_factor("Thùng", "thùng ") == 1.0


@pytest.mark.parametrize("unit", KNOWN.units, ids=lambda unit: unit.id)
def test_every_spelling_finds_its_unit(unit: catalogue.Unit) -> None:
    for spelling in unit.spellings:
        for text in (spelling, spelling.upper(), f" {spelling} "):
            assert KNOWN.find_unit(text) == unit


@given(st.sampled_from(KNOWN.units), st.sampled_from(KNOWN.units), st.sampled_from(KNOWN.units))
def test_converting_in_two_steps_is_converting_in_one(
    first: catalogue.Unit, second: catalogue.Unit, third: catalogue.Unit
) -> None:
    there = KNOWN.conversion_factor(first.name_vi, second.name_vi)
    on = KNOWN.conversion_factor(second.name_vi, third.name_vi)
    directly = KNOWN.conversion_factor(first.name_vi, third.name_vi)

    assert (there is None) == (first.dimension != second.dimension)
    if there is not None and on is not None:
        assert directly == pytest.approx(there * on, rel=1e-12)
