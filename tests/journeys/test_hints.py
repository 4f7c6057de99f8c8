"""Hints at a first visit: read once, put away by a button or Escape, and nothing of the page moves for them."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.looking import serious
from tests.browser.server import Server
from tests.browser.visit import Visits

pytestmark = pytest.mark.browser

HINTS = ".hints"
PLACES = """
() => [...document.querySelectorAll('[data-testid="stApp"] :is(h1, h2, .foot, .card)')]
  .map((each) => { const { x, y, width, height } = each.getBoundingClientRect(); return [x, y, width, height] })
"""


def test_whoever_has_been_here_and_other_pages_have_none(dashboard: Server, visits: Visits) -> None:
    again, elsewhere = visits(dashboard.url), visits(dashboard.url, is_first=True)

    expect(again.go("", {"nam": "2020"}).page.locator(HINTS)).to_have_count(0)
    expect(elsewhere.go("method", {"nam": "2020"}).page.locator(HINTS)).to_have_count(0)


def test_the_stage_has_none(dashboard: Server, visits: Visits) -> None:
    page = visits(dashboard.url, is_first=True).page
    page.goto(f"{dashboard.url}/stage?nam=2020")
    page.wait_for_selector("html[data-ready]")

    expect(page.locator(HINTS)).to_have_count(0)


@pytest.mark.parametrize("width", [390, 1440])
def test_the_button_puts_them_away_for_good_and_moves_nothing(dashboard: Server, visits: Visits, width: int) -> None:
    visit = visits(dashboard.url, width=width, height=844, is_first=True).go("", {"nam": "2020"})
    page = visit.page
    expect(page.get_by_role("region", name="Lần đầu xem trang này?").locator("li")).to_have_count(3)
    assert serious(page) == []
    assert visit.overflow() == 0
    before = page.evaluate(PLACES)

    page.get_by_role("button", name="Đã hiểu").click()
    expect(page.locator(HINTS)).to_have_count(0)
    assert page.evaluate(PLACES) == before
    assert page.evaluate("document.activeElement.className").find("st-key-body") >= 0
    expect(visit.go("", {"nam": "2019"}).page.locator(HINTS)).to_have_count(0)


def test_escape_closes_what_is_open_first_then_the_hints(dashboard: Server, visits: Visits) -> None:
    visit = visits(dashboard.url, is_first=True).go("", {"nam": "2020"})
    page = visit.page
    page.locator(HINTS).wait_for()
    page.locator(".menu-of-downloads summary").last.click()
    page.keyboard.press("Escape")
    expect(page.locator(HINTS)).to_have_count(1)
    focused = page.evaluate("document.activeElement.tagName")
    page.keyboard.press("Escape")
    expect(page.locator(HINTS)).to_have_count(0)
    assert page.evaluate("document.activeElement.tagName") == focused


def test_each_page_has_its_own_in_its_own_language_and_print_has_none(dashboard: Server, visits: Visits) -> None:
    visit = visits(dashboard.url, is_first=True).go("indicator", {"nam": "2020", "lang": "en"})
    page = visit.page

    expect(page.locator(HINTS)).to_contain_text("narrows the whole page")
    page.emulate_media(media="print")
    expect(page.locator(HINTS)).to_be_hidden()
    page.emulate_media(media="screen")
    page.locator(".menu a").first.click()
    expect(page.locator(HINTS)).to_contain_text("Every verdict has its reason")
    assert visit.wait().errors == []
