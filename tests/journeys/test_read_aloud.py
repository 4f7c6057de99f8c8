"""Read aloud, the overview alone tells which targets are late and where: by what the browser gives a screen reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators import catalogue, labels
from indicators.exhibits.request import Request
from indicators.exhibits.standing import ATTENTION, behind
from indicators.exhibits.verdicts import assess_places
from indicators.selection import Selection
from indicators.store import Store
from tests.browser.server import Server
from tests.browser.visit import Visits

pytestmark = pytest.mark.browser

CATALOGUE = catalogue.load()


def told_in_order(spoken: str, parts: list[str]) -> bool:
    """Whether a reader hears these parts one after the other."""
    at = 0
    for part in parts:
        at = spoken.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True


@pytest.mark.parametrize("language", labels.LANGUAGES)
@pytest.mark.parametrize("year", [2017, 2020])
def test_the_overview_alone_tells_which_targets_are_late_and_where(
    dashboard: Server, demo_store: Path, visits: Visits, language: str, year: int
) -> None:
    visit = visits(dashboard.url).go("", {"nam": str(year), "lang": language})
    rest = visit.page.locator(".rest > summary").first
    if rest.count():
        rest.focus()
        visit.page.keyboard.press("Enter")
    spoken = visit.page.get_by_role("main").aria_snapshot()
    text, reading = labels.text(language), Store.open(demo_store).at()
    request = Request(reading, CATALOGUE, Selection(as_of=year, version=reading.version), text)
    late = behind(request.assess())
    lagging = [
        one
        for one in assess_places(reading, CATALOGUE, as_of=year, level="district")
        if one.verdict.status in ATTENTION
    ]
    heard: list[str] = []
    for one in late:
        heard += [text.name(one.definition), text(f"status.{one.verdict.status}")]
        places = {request.place(part.district, None) for part in lagging if part.definition.id == one.definition.id}
        row = spoken[spoken.find(heard[-2], spoken.find(heard[0])) :]
        assert all(place in row[: row.find("link", 200) if row.find("link", 200) > 0 else None] for place in places)

    assert late
    assert told_in_order(spoken, heard)
