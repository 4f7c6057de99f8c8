"""The slides of one year hold what the offline file holds of it, and the talk's document can ask nobody."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

from indicators import labels, snapshot
from indicators.exhibits import overview
from indicators.exhibits.verdicts import Gathered, gathered
from indicators.selection import Selection
from indicators.snapshot.contents import Contents
from indicators.store import Store
from tests.exhibits.every_builder import CATALOGUE
from tests.snapshot.test_pool import unpacked

TEXT = labels.text("vi")
PUBLISHED = dt.datetime(2026, 11, 25, 3, 47, tzinfo=dt.UTC)
RANKINGS = ("district_ranking", "sector_ranking")


@pytest.fixture(scope="module")
def known(demo_store: Path) -> Gathered:
    """What the store says of every place at the end of 2019."""
    return gathered(Store.open(demo_store).at(), CATALOGUE, as_of=2019)


def slides(demo_store: Path, *, group: str | None = None) -> snapshot.Slides:
    reading = Store.open(demo_store).at()
    return snapshot.slides(reading, CATALOGUE, TEXT, as_of=2019, group=group, published=PUBLISHED)


def policy(document: bytes) -> str:
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', document.decode("utf-8"))
    assert found
    return found[1]


def test_a_talk_can_ask_nobody_and_a_kiosk_only_its_own_server(demo_store: Path) -> None:
    made = slides(demo_store)

    assert "connect-src" not in policy(snapshot.talk(made, TEXT))
    assert policy(snapshot.talk(made, TEXT)).startswith("default-src 'none'")
    assert "connect-src 'self'" in policy(snapshot.kiosk(made, TEXT))


def test_typefaces_are_allowed_only_where_a_server_has_them(demo_store: Path) -> None:
    made, face = slides(demo_store), "@font-face{font-family:'Source Sans';src:url('a.woff2')}"
    for make in (snapshot.talk, snapshot.kiosk):
        assert "font" not in policy(make(made, TEXT))
        assert "font-src 'self'" in policy(make(made, TEXT, faces=face))
        assert face in make(made, TEXT, faces=face).decode("utf-8")


def test_the_slides_of_a_year_are_those_of_the_offline_file(known: Gathered) -> None:
    contents = Contents(known, CATALOGUE, TEXT, only_year=2019)
    whole, shown = contents.table(), contents.on_stage()

    # Packed together, equal values stand in one place.
    assert {name: found for name, found in shown.items() if name not in RANKINGS} == {
        name: whole[name] for name in shown if name not in RANKINGS
    }
    assert all(shown[name][0][0] == whole[name][0][0] for name in RANKINGS)


def test_a_group_narrows_the_slides_as_it_narrows_the_overview(demo_store: Path, known: Gathered) -> None:
    group = CATALOGUE.groups[0].id
    root: dict[str, Any] = unpacked(json.loads(slides(demo_store, group=group).packed))
    wanted = overview.final_verdict(known, CATALOGUE, Selection(as_of=2019, version=known.version, group=group), TEXT)

    assert 0 < len(root["about"]["indicators"]) < len(known.known)
    assert root["about"]["narrowed"] == TEXT.name(CATALOGUE.groups[0])
    assert root["table"]["final_verdict"][0][0][0]["headline"] == wanted.headline


def test_the_line_says_version_year_and_when_it_was_published(demo_store: Path) -> None:
    made = slides(demo_store)

    assert made.line == "Phiên bản số liệu 12, tính đến hết năm 2019. Công bố 25/11/2026, 10:47."
    assert json.loads(made.packed)


def test_a_store_without_an_indicator_has_slides_too(empty_store: Path) -> None:
    reading = Store.open(empty_store).at()
    made = snapshot.slides(reading, CATALOGUE, TEXT, as_of=2019, group=None, published=PUBLISHED)

    assert unpacked(json.loads(made.packed))["about"]["indicators"] == []
