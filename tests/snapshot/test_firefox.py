"""The offline file in Firefox: opened from disk without a network, its charts drawn, its talk given by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.firefox import ENTER, Firefox, find_firefox, firefox

pytestmark = pytest.mark.browser

ASKED = "performance.getEntriesByType('resource').map(({ name }) => name)"
ERRORS = "window.errors = [], addEventListener('error', (event) => window.errors.push(event.message)), true"
TABS = {
    "overview": "Tổng quan",
    "indicator": "Chỉ tiêu",
    "district": "Huyện",
    "sector": "Ngành",
    "method": "Cách đánh giá",
}
DRAWN = "document.querySelector('.chart[data-drawn] .main-svg') !== null"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """A Firefox; where none is installed the test is skipped in words."""
    path = find_firefox()
    if path is None:
        pytest.skip("no Firefox on this computer (Debian: apt-get install firefox-esr)")
    with firefox(path, tmp_path_factory.mktemp("firefox") / "profile") as found:
        yield found


@pytest.fixture
def page(browser: Firefox, offline_file: Path) -> Firefox:
    """The file, opened from disk."""
    browser.ask("WebDriver:Navigate", url="about:blank")
    browser.go(f"{offline_file.as_uri()}#p=overview&nam=2020")
    browser.value(ERRORS)
    return browser


def test_the_file_opens_from_disk_and_asks_for_nothing(page: Firefox) -> None:
    assert "9 chỉ tiêu đạt" in page.value("document.querySelector('h1').innerText.replaceAll('\\u00a0', ' ')")
    assert page.value(ASKED) == []
    assert page.value("document.documentElement.scrollWidth - innerWidth") <= 0


def test_every_view_is_shown_and_its_charts_are_drawn(page: Firefox) -> None:
    for view in ("overview", "indicator", "district", "sector", "method"):
        page.value(f"location.hash = 'p={view}&nam=2020&huyen=171&chi_tieu=dn_ap_dung_he_thong', true")
        page.wait_for(f"document.querySelector('.tabs [aria-current]').textContent === '{TABS[view]}'")
        if view == "indicator":
            page.value("document.querySelector('.chart').scrollIntoView(), true")
            page.wait_for(DRAWN)
        assert page.value("document.querySelector('main').innerText.length") > 300
    assert page.value("window.errors") == []
    assert page.value(ASKED) == []


def test_a_talk_by_keyboard_with_notes_in_a_second_window(page: Firefox) -> None:
    page.press("f")
    # Keys pressed while the window becomes the whole screen are lost.
    page.wait_for("document.fullscreenElement !== null && document.querySelector('.slide footer') !== null")
    page.press("dong hy" + ENTER)
    page.press("he thong quan ly" + ENTER)
    assert "hệ thống quản lý" in page.wait_for("document.querySelector('.slide h1')?.innerText")
    page.wait_for(DRAWN)
    assert "Đồng Hỷ" in page.value("document.querySelector('.slide').innerText")

    talk = page.windows()
    page.press("n")
    page.switch(page.opened(*talk))
    page.wait_for("document.getElementById('time') !== null")
    assert "Đã nói 0:" in page.value("document.body.innerText")
    assert "Đồng Hỷ" in page.value("document.body.innerText")
    page.ask("WebDriver:CloseWindow")
    page.switch(talk[0])
    assert page.value("window.errors") == []
    assert page.picture().startswith(b"\x89PNG")
