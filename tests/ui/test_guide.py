"""The guides: every chapter has its words and, in each language, a picture that is served."""

from __future__ import annotations

import re
from html import unescape

import pytest
from starlette.applications import Starlette

from indicators import labels
from indicators.labels import LANGUAGES
from indicators.ui import assets, guide
from indicators.ui.screens import BY_NAME
from tests.ui.asking import ask

APP = Starlette(routes=assets.routes())
NAMES = [name for chapters in guide.CHAPTERS.values() for name in chapters]
MOST_BYTES = 1_500_000


def test_where_there_is_no_picture_there_are_words_alone() -> None:
    assert assets.picture("approve-de") is None


def test_no_picture_lies_there_that_no_chapter_shows() -> None:
    shown = {f"{name}-{language}.png" for name in NAMES for language in LANGUAGES}

    assert {path.name for path in assets.PICTURES.glob("*")} == shown
    assert sum(path.stat().st_size for path in assets.PICTURES.glob("*")) <= MOST_BYTES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_described_and_served_for_good(name: str, language: str) -> None:
    words = labels.text(language)
    markup = guide.chapter(name, 1, words)
    source = re.search(r'src="\.(/[^"]+)" width="(\d+)" height="(\d+)"', markup)
    described = re.search(r'alt="([^"]+)"', markup)

    assert source
    assert described
    assert unescape(described[1]) == words(f"help.{name}_picture")
    answer = ask(APP, source[1])
    assert answer.status == 200
    assert answer.headers["content-type"] == "image/png"
    assert "immutable" in answer.headers["cache-control"]
    assert answer.body.startswith(b"\x89PNG")
    assert 200 < int(source[2]) <= 1280


def test_every_step_of_a_chapter_is_a_point_of_its_own() -> None:
    words = labels.text("vi")

    assert guide.chapter("verdict", 1, words).count("<li>") == len(words("help.verdict_steps").splitlines()) == 4


def test_each_guide_is_a_page() -> None:
    assert set(guide.CHAPTERS) <= set(BY_NAME)
