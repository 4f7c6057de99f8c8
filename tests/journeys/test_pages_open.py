"""The pages open for a desk and for a phone, whole, without a call to anyone outside."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.addresses import QUERY_BY_PAGE
from tests.browser.server import CHECKOUT, Server
from tests.browser.visit import Visits


@pytest.mark.browser
def test_the_charts_are_drawn(dashboard: Server, visits: Visits) -> None:
    indicator = visits(dashboard.url).go("indicator", QUERY_BY_PAGE["indicator"])
    district = visits(dashboard.url).go("district", QUERY_BY_PAGE["district"])

    for visit in (indicator, district):
        assert visit.charts() != []
        assert all(chart["traces"] for chart in visit.charts())


@pytest.mark.browser
def test_the_address_holds_the_selection(dashboard: Server, visits: Visits) -> None:
    visit = visits(dashboard.url).go("district", {"nam": "2018", "huyen": "171"})

    for part in ("nam=2018", "huyen=171", "lang=vi", "v="):
        assert part in visit.page.url
    assert "Đại Từ" in visit.text()


@pytest.mark.browser
def test_a_code_that_means_nothing_is_said(dashboard: Server, visits: Visits) -> None:
    visit = visits(dashboard.url).go("district", {"nam": "2018", "huyen": "999"})

    assert "999" in visit.text()
    assert visit.exceptions() == []


@pytest.mark.browser
@pytest.mark.parametrize(
    "said",
    [
        '<footer class="foot"></footer>', '<p class="empty" role="alert">Có lỗi</p>',
        '<div class="st-key-card-error"></div>', '<div class="st-key-card-sign-in"></div>',
    ],
)  # fmt: skip
def test_the_first_screen_goes_when_the_page_stands_or_says_why_it_does_not(chromium: Browser, said: str) -> None:
    page = chromium.new_page()
    script = (CHECKOUT / "indicators" / "ui" / "pages.js").read_text("utf-8")
    page.set_content(
        f'<div id="first">…</div><div data-testid="stApp"></div><script>const PAGES = [];{script}</script>'
    )
    stays = page.locator("#first").count()
    page.evaluate("""said => { document.querySelector('[data-testid="stApp"]').innerHTML = said }""", said)

    expect(page.locator("#first")).to_have_count(0)
    assert stays == 1
    page.close()
