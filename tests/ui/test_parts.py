"""What a page fetches when a reader comes to it: refused, missing, kept, and the same figures as the exhibit's."""

from __future__ import annotations

import gzip
import html
import re
from pathlib import Path

import pytest
from starlette.applications import Starlette

from indicators import catalogue, exhibits, labels
from indicators.selection import Selection
from indicators.store import Store
from indicators.ui import parts
from indicators.ui.elements.later import DRAWING, FIGURES, LONGEST_AT_ONCE
from tests.ui.asking import Answer, ask

NAME = "overview.ratio_over_years"


@pytest.fixture(autouse=True)
def full(demo_store: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The demonstration store, as the dashboard finds it."""
    monkeypatch.setenv("INDICATORS_STORE", str(demo_store))
    return Store.open(demo_store)


def asked(**query: str) -> Answer:
    return ask(Starlette(routes=parts.routes()), "/exports/part", query)


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"exhibit": NAME},
        {"exhibit": NAME, "part": "secrets"},
        {"exhibit": "../store", "part": FIGURES},
        {"exhibit": "overview.nothing", "part": FIGURES},
    ],
)
def test_what_is_no_part_is_not_found(query: dict[str, str]) -> None:
    answer = asked(**query)

    assert answer.status == 404
    assert "<" not in answer.text


def test_without_a_store_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "nowhere"))

    answer = asked(exhibit=NAME, part=FIGURES)

    assert answer.status == 404
    assert "python -m indicators init" in answer.text


def test_a_pinned_part_is_kept_by_the_browser_and_the_newest_is_not(full: Store) -> None:
    assert "max-age" in asked(exhibit=NAME, part=FIGURES, v=str(full.version)).headers["cache-control"]
    assert asked(exhibit=NAME, part=FIGURES).headers["cache-control"] == "no-store"


@pytest.mark.parametrize("year", [2016, 2020])
def test_the_parts_hold_every_figure_of_the_exhibit(full: Store, year: int) -> None:
    selection = Selection(as_of=year, version=full.version)
    known = exhibits.overview.ratio_over_years(full.at(), catalogue.load(), selection, labels.text("vi"))

    drawn, figures = (
        html.unescape(gzip.decompress(asked(exhibit=NAME, part=part, **selection.to_query()).body).decode("utf-8"))
        for part in (DRAWING, FIGURES)
    )

    written = [text for text in known.frame["written"] if isinstance(text, str) and text]
    assert re.findall(r'class="ratio">([^<]+)<', drawn) == written
    assert len(drawn) > LONGEST_AT_ONCE
    assert figures.count("<tr>") == min(len(known.figures), 150) + 1
    assert "exports/figures.csv" in figures
