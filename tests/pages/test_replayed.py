"""What is replayed from the cache is what was drawn: the same elements, in the same places, whoever asks."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from indicators.ui import access
from tests.pages.opening import opened, sent

SELECTIONS = {
    "overview": {"nam": "2019", "huyen": "173"},
    "indicator": {"chi_tieu": "dn_ap_dung_he_thong", "nam": "2018"},
    "sector": {"nganh_2": "det_may", "nam": "2020"},
    "district": {"huyen": "171", "huyen_2": "164"},
    "method": {"lang": "en"},
    "completeness": {"nhom": "tieu_chuan"},
}


@pytest.fixture
def full(demo_store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The demonstration store, as the dashboard finds it."""
    monkeypatch.setenv("INDICATORS_STORE", str(demo_store))
    return demo_store


def elements(test: AppTest) -> list[tuple[str, str]]:
    """Return every element of a page in its order, as it is sent."""
    return [(element.type, str(element.proto)) for element in test.main if getattr(element, "proto", None) is not None]


@pytest.mark.parametrize("page", SELECTIONS)
def test_a_replayed_page_is_the_drawn_one_element_by_element(full: Path, page: str) -> None:
    st.cache_data.clear()
    drawn = elements(opened(page, SELECTIONS[page]))
    replayed = elements(opened(page, SELECTIONS[page]))

    assert len(drawn) > 5
    assert replayed == drawn


def test_what_one_reader_was_shown_is_not_shown_to_another_who_asked_otherwise(full: Path) -> None:
    asked = [{"nam": "2019"}, {"nam": "2019", "lang": "en"}, {"nam": "2019", "huyen": "173"}, {"nam": "2018"}]
    alone = []
    for query in asked:
        st.cache_data.clear()
        alone.append(elements(opened("overview", query)))

    together = [elements(opened("overview", query)) for query in asked]

    assert together == alone
    assert len({str(page) for page in together}) == len(asked)


def test_what_is_kept_says_nothing_of_who_read_it_first(full: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    st.cache_data.clear()
    with monkeypatch.context() as signed_in:
        signed_in.setattr(access, "staff", lambda: access.Staff("Nguyễn Thị Hoa", "account"))
        seen_by_staff = sent(opened("overview"))

    seen_by_anybody = sent(opened("overview"))

    assert "Nguyễn Thị Hoa" in seen_by_staff
    assert "Nguyễn Thị Hoa" not in seen_by_anybody
    assert "sign-out" not in seen_by_anybody
