"""Cells of a frame as a figure reads them."""

from __future__ import annotations

import pytest

from indicators.figures.canvas import hover, number, shortened, word, wrapped


class TestCells:
    @pytest.mark.parametrize("value", [None, float("nan"), float("inf"), "12", "…", object()])
    def test_what_is_no_number_is_none(self, value: object) -> None:
        assert number(value) is None

    @pytest.mark.parametrize(("value", "found"), [(0, 0.0), (True, 1.0), (-2.5, -2.5)])
    def test_a_number_is_itself(self, value: object, found: float) -> None:
        assert number(value) == found

    @pytest.mark.parametrize("value", [None, float("nan")])
    def test_a_missing_word_is_empty(self, value: object) -> None:
        assert word(value) == ""

    def test_long_labels_are_broken_at_words(self) -> None:
        assert wrapped("Doanh nghiệp áp dụng ISO", 14) == "Doanh nghiệp<br>áp dụng ISO"
        assert wrapped("", 14) == ""
        assert shortened("Doanh nghiệp áp dụng ISO", 14) == "Doanh nghiệp…"

    def test_hover_keeps_its_lines(self) -> None:
        assert hover("Năm 2018: 80 DN\ntệp.xlsx, E14") == "Năm 2018: 80 DN<br>tệp.xlsx, E14"
        assert hover(None) == ""
