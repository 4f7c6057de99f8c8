"""The first screen that comes with the HTML: what the page itself shows, and nothing for whom it might be another."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.applications import Starlette

from indicators.store import Store
from indicators.ui import first
from indicators.ui.builders import BUILDERS
from indicators.ui.shell import SIGNED, Shell
from tests.pages.opening import opened, sent
from tests.ui.asking import ask

SHEETS = r'<section class="(?:card|lead)" data-exhibit="([\w-]+)">.*?</section>'
APP = Shell(Starlette())


@pytest.fixture(autouse=True)
def full(demo_store: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The demonstration store, as the dashboard finds it."""
    monkeypatch.setenv("INDICATORS_STORE", str(demo_store))
    return Store.open(demo_store)


def sheets(markup: str) -> list[str]:
    return [found[0] for found in re.finditer(SHEETS, markup, re.DOTALL)]


@pytest.mark.parametrize("cookie", SIGNED)
def test_whoever_is_signed_in_gets_none(cookie: str) -> None:
    assert 'id="first"' not in ask(APP, "/", headers={"cookie": f"{cookie}=x", "accept-encoding": ""}).text


def test_where_reading_is_restricted_a_stranger_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indicators.ui.access.may_read_request", lambda request: False)

    answer = ask(APP, "/", headers={"accept-encoding": ""})

    assert 'id="first"' not in answer.text
    assert 'id="root"' in answer.text


@pytest.mark.parametrize("query", [{"nam": "hai nghìn"}, {"huyen": "<b>"}, {"v": "3"}])
def test_an_address_of_which_the_page_has_something_to_say_gets_none(query: dict[str, str]) -> None:
    assert 'id="first"' not in ask(APP, "/", query, headers={"accept-encoding": ""}).text


def test_without_a_store_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "nowhere"))

    assert 'id="first"' not in ask(APP, "/", headers={"accept-encoding": ""}).text


@pytest.mark.parametrize("query", [{}, {"nam": "2018"}, {"lang": "en", "huyen": "173"}, {"nhom": "tieu_chuan"}])
def test_it_shows_what_the_page_shows_first(query: dict[str, str]) -> None:
    html = ask(APP, "/", query, headers={"accept-encoding": ""}).text
    shown = sheets(html)
    assert len(shown) == 3
    assert shown == sheets(sent(opened("overview", query)))[:3]


def test_the_kept_answer_is_asked_for_anew_and_differs_by_who_is_signed_in() -> None:
    answer = ask(APP, "/")

    assert answer.headers["cache-control"] == "no-cache"
    assert "Cookie" in answer.headers["vary"]


def test_every_name_in_it_is_an_exhibit() -> None:
    names = {name for rows in first.ROWS.values() for row in rows for name in row}

    assert names <= set(BUILDERS)
    assert set(first.LEADS.values()) <= names
