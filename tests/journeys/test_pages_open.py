"""The pages open for a desk and for a phone, whole, without a call to anyone outside."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.addresses import QUERY_BY_PAGE, path_of
from tests.browser.server import CHECKOUT, Server
from tests.browser.visit import Visits

SIZES = ((1440, 900), (390, 844))

# What a reader is sure to meet there, whatever the figures are.
WORDS_BY_PAGE = {
    "overview": "đến hết năm 2020",
    "indicator": "Số DN được hỗ trợ áp dụng hệ thống quản lý",
    "district": "Huyện Đại Từ",
    "sector": "Chè",
    "method": "Năm phương pháp đối chiếu",
    "completeness": "Ai đã báo cáo gì",
    "handout": "Đăng nhập bằng tài khoản cán bộ",
    "history": "Phiên bản 8 so với phiên bản 5",
    "history_list": "13 phiên bản",
    "source": "các số thành phần",
    "help": "Trình bày trước hội nghị",
    "help-office": "Duyệt trước khi công bố",
}
# They show no figure of the set; what the guides show stands in pictures, of which they say so.
WITHOUT_FIGURES = frozenset({"history_list", "handout", "help", "help-office"})


@pytest.mark.browser
def test_the_charts_are_drawn(dashboard: Server, visits: Visits) -> None:
    indicator = visits(dashboard.url).go("indicator", QUERY_BY_PAGE["indicator"])
    district = visits(dashboard.url).go("district", QUERY_BY_PAGE["district"])

    for visit in (indicator, district):
        assert visit.charts() != []
        assert all(chart["traces"] for chart in visit.charts())


@pytest.mark.browser
@pytest.mark.parametrize("page", QUERY_BY_PAGE)
def test_a_page_opens_and_fits(visits: Visits, dashboard: Server, page: str) -> None:
    visit = visits(dashboard.url).go(path_of(page), QUERY_BY_PAGE[page])

    for width, height in SIZES:
        visit.page.set_viewport_size({"width": width, "height": height})
        assert visit.wait().exceptions() == []
        assert visit.overflow() == 0
        assert WORDS_BY_PAGE[page] in visit.text()
        assert "Số liệu minh họa" in visit.text() or page in WITHOUT_FIGURES


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
