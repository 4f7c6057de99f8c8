"""The directory that a search looks through: closed with the figures, whole, in both languages, and led by address."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from starlette.applications import Starlette

from indicators import catalogue, labels
from indicators.exhibits import verdicts
from indicators.store import Store
from indicators.ui import directory
from indicators.ui.access.guard import Guard
from tests.ui.asking import Answer, ask

APP = Starlette(routes=directory.routes())


@pytest.fixture(autouse=True)
def full(demo_store: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The demonstration store, as the dashboard finds it."""
    monkeypatch.setenv("INDICATORS_STORE", str(demo_store))
    return Store.open(demo_store)


def asked(**query: str) -> Answer:
    return ask(APP, f"/{directory.PATH}", query)


def test_where_reading_is_restricted_a_stranger_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indicators.ui.access.may_read_request", lambda request: False)

    answer = ask(Guard(APP), f"/{directory.PATH}", {})

    assert answer.status == 401
    assert "Đồng" not in answer.text


def test_without_a_store_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "nowhere"))

    answer = asked(lang="en")

    assert answer.status == 404
    assert "python -m indicators init" in answer.text


def test_that_of_a_named_version_is_kept_and_the_newest_is_not(full: Store) -> None:
    assert "max-age" in asked(v=str(full.version)).headers["cache-control"]
    assert asked().headers["cache-control"] == "no-store"
    plain = ask(APP, f"/{directory.PATH}", headers={"accept-encoding": ""})
    assert plain.text == gzip.decompress(asked().body).decode("utf-8")


@pytest.mark.parametrize("language", labels.LANGUAGES)
def test_everything_with_a_page_is_in_it(full: Store, language: str) -> None:
    known, words = catalogue.load(), labels.text(language)
    entries = json.loads(gzip.decompress(asked(lang=language).body))
    led = {(page, key, code): name for _, name, _, page, key, code in entries}

    definitions = verdicts.definitions(full.at())
    assert led == {
        **{("indicator", "chi_tieu", id): words.name(each) for id, each in definitions.items()},
        **{("district", "huyen", each.code): words.name(each) for each in known.districts},
        **{("sector", "nganh", each.id): words.name(each) for each in known.sectors},
    }


def test_in_either_language_a_thing_is_found_by_both_its_names_and_every_other() -> None:
    entries = json.loads(gzip.decompress(asked(lang="en").body))

    assert next(names for _, name, names, *_ in entries if name == "Dong Hy") == "dong hy"
    assert any("nang suat lao dong" in names and "labour productivity" in names for _, _, names, *_ in entries)


def test_a_store_without_an_indicator_has_its_places(empty_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INDICATORS_STORE", str(empty_store))

    pages = {page for *_, page, _, _ in json.loads(gzip.decompress(asked().body))}

    assert pages == {"district", "sector"}
