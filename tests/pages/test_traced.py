"""A verdict traced by clicks to the cell it rests on; the page of the method; addresses that name no cell."""

from __future__ import annotations

import html
import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.pages.opening import markup, opened, words


@pytest.fixture
def demonstration(demo_store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The demonstration store, as the one the dashboard shows."""
    monkeypatch.setenv("INDICATORS_STORE", str(demo_store))
    return demo_store


def leads(page: str) -> list[dict[str, str]]:
    """Return the queries of the links to sources, in their order."""
    found = re.findall(r'class="lead" href="source\?([^"]+)"', page)
    return [dict(parse_qsl(urlsplit("?" + html.unescape(query)).query)) for query in found]


def test_from_a_verdict_to_the_cell_it_rests_on(demonstration: Path) -> None:
    indicator = opened("indicator", {"nam": "2018", "chi_tieu": "dn_ap_dung_he_thong"})
    latest, target = leads(markup(indicator))[:2]
    parts = opened("source", latest)
    cell = opened("source", leads(markup(parts))[0])
    decision = opened("source", target)

    assert "57/57 ngành của các huyện" in words(parts)
    assert "11-ket-qua-theo-huyen-va-nganh.parquet" in words(cell)
    assert "<mark>16</mark>" in markup(cell)
    assert "<mark>180</mark>" in markup(decision)
    assert "Bộ số liệu minh họa" in words(decision)
    for page in (indicator, parts, cell, decision):
        assert not page.exception


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({}, "Hãy bấm vào một con số"),
        ({"tep": "99", "o": "E10"}, "không có lần công bố nào mang số “99”"),
        ({"tep": "<b>", "o": "E10"}, "không có lần công bố nào mang số “<b>”"),
        ({"tep": "0", "o": "A1"}, "không mang theo tệp nào"),
        ({"tep": "3", "trang": "khác", "o": "A1"}, "Tệp không có trang nào tên là “khác”"),
        ({"tep": "3", "trang": "Mục tiêu", "o": "../x"}, "Tệp không có ô “../x”"),
    ],
)
def test_an_address_that_names_no_cell_is_a_sentence(demonstration: Path, query: dict[str, str], said: str) -> None:
    page = opened("source", query)

    assert said in words(page)
    assert not page.exception


@pytest.mark.parametrize(("language", "said"), [("vi", "S ≥ 0,95"), ("en", "S ≥ 0.95")])
def test_the_method_is_explained_with_this_stores_numbers(demonstration: Path, language: str, said: str) -> None:
    page = opened("method", {"nam": "2018", "lang": language})

    assert said in words(page)
    assert "(116 − 0) ÷ (126" in words(page)
    assert not page.exception
