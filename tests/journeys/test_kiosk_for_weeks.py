"""A screen in a lobby whose clock runs fast: after thousands of pages it holds what it held at the beginning."""

from __future__ import annotations

import os

import pytest
from playwright.sync_api import CDPSession, Page

from tests.browser.server import Server
from tests.browser.visit import Visits

pytestmark = pytest.mark.browser

# Each round is every page once: some thirty.
ROUNDS = int(os.environ.get("INDICATORS_ROUNDS", "1"))
SECONDS = 3
MOST_MEGABYTES_GROWN = 2.0
MOST_NODES_GROWN = 200
MOST_LISTENERS_GROWN = 10
COUNT = "slides().length"
DRAWN = "Promise.all([...document.querySelectorAll('.slide .chart')].map(draw))"
# As after a publication: the figures come anew, whichever they are.
TAKEN = "take(about.version)"


def turn(page: Page) -> None:
    """Let the seconds of one page go by and its chart be drawn."""
    page.clock.run_for(SECONDS * 1000)
    page.evaluate(DRAWN)


def held(session: CDPSession) -> tuple[float, int, int]:
    """Return the megabytes, nodes and listeners that the page holds once its rubbish is collected."""
    for _ in range(2):
        session.send("HeapProfiler.collectGarbage")
    counted = session.send("Memory.getDOMCounters")
    return session.send("Runtime.getHeapUsage")["usedSize"] / 1e6, counted["nodes"], counted["jsEventListeners"]


def test_pages_that_turn_for_weeks_leave_nothing_behind(dashboard: Server, visits: Visits) -> None:
    page = visits(dashboard.url).page
    page.clock.install()
    page.goto(f"{dashboard.url}/kiosk?nam=2020&seconds={SECONDS}")
    page.wait_for_selector("html[data-ready]")
    page.evaluate("plotly()")
    # From here on no page turns but by `turn`, however busy the computer is.
    page.clock.pause_at(page.evaluate("Date.now() / 1000") + 1)
    session = page.context.new_cdp_session(page)
    seen: set[str] = set()

    def turn_all() -> None:
        for _ in range(page.evaluate(COUNT)):
            turn(page)
            seen.add(page.evaluate("stage.slide"))
        page.evaluate(TAKEN)
        # Held is compared on one and the same page.
        page.evaluate("jumpTo(slides()[0])")

    turn_all()
    assert len(seen) == page.evaluate(COUNT) > 10
    megabytes, nodes, listeners = held(session)
    for _ in range(ROUNDS):
        turn_all()
    later = held(session)

    assert later[0] <= megabytes + MOST_MEGABYTES_GROWN
    assert later[1] <= nodes + MOST_NODES_GROWN
    assert later[2] <= listeners + MOST_LISTENERS_GROWN
