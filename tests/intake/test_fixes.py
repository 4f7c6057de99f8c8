"""What one click would accept: a slip of the pen mended, and nothing that the sender can't have meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import catalogue
from indicators.intake.finding import Problem
from indicators.intake.lookup import (
    Outside,
    find_district,
    find_measure,
    find_period,
    find_quality,
    find_sector,
)

KNOWN = catalogue.load()
NO_DISTRICTS = (
    "Vùng cao", "Vùng thấp", "Khối DN", "Khu vực I", "Miền núi", "Các huyện khác", "Ghi chú", "Người lập biểu",
    "Tổng cộng các huyện", "Khác", "Thị xã", "Huyện", "Xã Tân Cương", "KCN Sông Công", "Cụm CN Phổ Yên", "Núi Cốc",
    "Phú Thọ", "Phú Yên", "Đại Lộc", "Định Quán", "166", "174", "1644", "Công nghiệp", "Nông nghiệp", "Dịch vụ",
    "Sở Công Thương", "Công ty CP Định Hóa",
)  # fmt: skip
NO_SECTORS = (
    "Vùng thấp", "Khối DN", "Miền núi", "Ghi chú", "Người lập biểu", "Du lịch", "Giáo dục", "Công nghiệp",
    "Nông nghiệp", "Thương mại", "Dịch vụ", "Xây dựng", "Hóa chất", "Bắc Kạn", "Cả nước",
)  # fmt: skip


@pytest.mark.parametrize("typed", NO_DISTRICTS)
def test_no_district_is_offered_for_what_is_none(typed: str) -> None:
    found = find_district(typed, KNOWN, is_by_province=False)

    assert isinstance(found, Problem)
    assert found.fix is None


@pytest.mark.parametrize("typed", NO_SECTORS)
def test_no_sector_is_offered_for_what_is_none(typed: str) -> None:
    found = find_sector(typed, KNOWN)

    assert isinstance(found, Problem)
    assert found.fix is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Vỏ Nhaj", "Võ Nhai"), ("Đồng Hỹy", "Đồng Hỷ"), ("Phú Bìng", "Phú Bình"), ("Tx Phố Yen", "TX Phổ Yên")],
)
def test_a_slip_of_a_district_is_offered_what_was_meant(typed: str, meant: str) -> None:
    found = find_district(typed, KNOWN, is_by_province=False)

    assert isinstance(found, Problem)
    assert found.fix is not None
    assert found.fix.value == meant


@pytest.mark.parametrize("typed", ["M13", "M0", "M00", "Q5", "Q0", "H3", "Tháng 13", "quý 5", "Y2", "2016"])
def test_no_other_period_is_offered_for_one_that_is_not(typed: str) -> None:
    found = find_period(typed)

    assert isinstance(found, Problem)
    assert found.fix is None


@pytest.mark.parametrize("typed", ["ước", "gì đó", "số", "-", "tốt"])
def test_no_measure_and_no_quality_is_offered_for_another_word(typed: str) -> None:
    for found in (find_measure(typed), find_quality(typed)):
        assert not isinstance(found, Problem) or found.fix is None


@given(st.text(max_size=12))
def test_whatever_is_offered_has_the_digits_that_were_typed(typed: str) -> None:
    digits = [sign for sign in typed if sign.isdecimal()]
    for found in (
        find_district(typed, KNOWN, is_by_province=False), find_sector(typed, KNOWN), find_period(typed),
        find_measure(typed), find_quality(typed),
    ):  # fmt: skip
        if isinstance(found, Problem) and found.fix is not None and not isinstance(found, Outside):
            assert [sign for sign in str(found.fix.value) if sign.isdecimal()] == digits
