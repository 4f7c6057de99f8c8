"""A page on paper: nothing to click, the selection and the version in words, white ground, charts within the sheet."""

from __future__ import annotations

import os
import re

import pytest
from playwright.sync_api import Page

from indicators.palette import contrast, palette
from tests.browser.addresses import QUERY_BY_PAGE, path_of
from tests.browser.server import Server
from tests.browser.visit import Visit, Visits
from tests.journeys.test_accessible import settled

pytestmark = pytest.mark.browser

# A page with every kind of chart and one of cells; `make long` prints two more.
PAGES = ["indicator", "completeness", *(["overview", "district"] if "INDICATORS_KILLS" in os.environ else [])]
# A4 without its margins, in points of a page.
SHEET = 688
BEFORE, AFTER = (f"dispatchEvent(new Event('{moment}print'))" for moment in ("before", "after"))
INKS = """
() => [...document.querySelectorAll('[data-testid="stApp"] .js-plotly-plot .xtick text')]
  .map((each) => getComputedStyle(each).fill)
"""
WIDTHS = """
() => [...document.querySelectorAll('[data-testid="stApp"] .js-plotly-plot .main-svg')]
  .map((each) => each.getBoundingClientRect().width)
"""
GROUND = "getComputedStyle(document.querySelector('[data-testid=\"stMain\"]')).backgroundColor"


def on_paper(visit: Visit) -> Page:
    """Return the page as it goes to the printer."""
    page = settled(visit).page
    page.evaluate(BEFORE)
    page.emulate_media(media="print")
    return page


def colour(written: str) -> str:
    """Return a colour that a browser tells as rgb(…) the way the palette writes it."""
    return "#" + "".join(f"{int(part):02X}" for part in re.findall(r"\d+", written)[:3])


@pytest.mark.parametrize("page", PAGES)
def test_nothing_that_leads_elsewhere_is_printed_and_no_chart_is_too_wide(
    dashboard: Server, visits: Visits, page: str
) -> None:
    printed = on_paper(visits(dashboard.url).go(path_of(page), QUERY_BY_PAGE[page]))
    words = printed.locator("body").inner_text()

    for unwanted in ("Cách đánh giá\n", "English", "Tải về, trình chiếu", "Bảng số\n", "Đăng nhập", "Hướng dẫn"):
        assert unwanted not in words
    assert printed.locator('[class*="st-key-filters-"] >> visible=true').count() == 0
    assert f"Tính đến hết năm {QUERY_BY_PAGE[page]['nam']}." in words
    assert re.search(r"Số liệu phiên bản 12, công bố \d\d/\d\d/\d{4}", words)
    assert "Số liệu minh họa" in words
    widths = printed.evaluate(WIDTHS)
    assert len(widths) > 4 or page != "indicator"
    assert max(widths, default=0) <= SHEET


def test_what_shows_no_demonstration_data_is_not_marked(dashboard: Server, visits: Visits) -> None:
    printed = on_paper(visits(dashboard.url).go("history", QUERY_BY_PAGE["history_list"]))

    assert printed.locator(".printed-mark").is_hidden()


def test_a_dark_page_is_printed_on_white_and_is_dark_again(dashboard: Server, visits: Visits) -> None:
    visit = visits(dashboard.url, dark=True).go("indicator", QUERY_BY_PAGE["indicator"])
    dark = set(visit.page.evaluate(INKS))
    printed = on_paper(visit)

    inks = {colour(ink) for ink in printed.evaluate(INKS)}
    assert inks
    assert all(contrast(ink, "#FFFFFF") >= 4.5 for ink in inks)
    assert all(contrast(colour(ink), "#FFFFFF") < 4.5 for ink in dark)
    assert colour(printed.evaluate(GROUND)) == "#FFFFFF"
    heading = printed.locator("h1").first.evaluate("each => getComputedStyle(each).color")
    assert colour(heading) == palette("light").text

    printed.evaluate(AFTER)
    printed.emulate_media(media="screen")
    assert set(printed.evaluate(INKS)) == dark


def test_it_comes_out_in_sheets(dashboard: Server, visits: Visits) -> None:
    page = settled(visits(dashboard.url).go("", QUERY_BY_PAGE["overview"])).page
    sheets = re.findall(rb"/Type /Page\b", page.pdf(prefer_css_page_size=True))

    assert 3 <= len(sheets) <= 12
