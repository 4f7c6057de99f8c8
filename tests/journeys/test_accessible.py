"""Every page for everybody: axe-core finds nothing serious, a fingertip meets what it touches, no word is cut."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from indicators.accounts import settings_line
from tests.browser.addresses import QUERY_BY_PAGE, WITHOUT_FIGURES, WORDS_BY_PAGE, path_of
from tests.browser.looking import MISREAD, cut_words, headings, in_order, serious, small_targets
from tests.browser.server import CHECKOUT, Server, serving, serving_office
from tests.browser.visit import Visit, Visits

pytestmark = pytest.mark.browser

NAME, PASSWORD = "Nguyễn Thị Hoa", "chè Tân Cương ngon"
PAGES = {**QUERY_BY_PAGE, "sign-in": {}, "source_cell": {"nam": "2020", "tep": "3", "trang": "Mục tiêu", "o": "E9"}}
OFFICE = ("upload", "approval", "handout")
IS_LONG = "INDICATORS_KILLS" in os.environ
# `make test` looks at each page at the narrowest and at two wider ones, one page at a tablet held upright and a desk,
# the next at one held across and a wall; `make long` at all six.
WIDTHS = ((360, 390, 768, 1024, 1440, 1920),) if IS_LONG else ((360, 768, 1440), (360, 1024, 1920))
PHONES = (360, 390)
# Words don't depend on the theme, nor colours on the language: light is looked at in Vietnamese, at every width, and
# dark in English; in `make long` each with each.
LIGHT = (False, "vi")
LOOKS = [(True, "en"), *([(True, "vi"), (False, "en")] if IS_LONG else [])]
FRAME = ("banner", "main", "contentinfo")
# Charts without a sentence in their place, or without the table of their figures one key away.
SILENT = """
() => [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].filter((chart) => {
  const card = chart.closest('[class*="st-key-card-"], [class*="st-key-lead-"]')
  const is_told = chart.getAttribute("role") === "figure" && chart.getAttribute("aria-label")?.length > 20
  return !is_told || !card?.querySelector("details.figures-table summary")
}).length
"""
IS_SEEN = """
() => {
  const { outlineStyle, boxShadow } = getComputedStyle(document.activeElement)
  // A field shows it by the frame around it.
  return outlineStyle !== "none" || boxShadow !== "none" || document.activeElement.matches("[role=group] > input")
}
"""
MOVING = """
() => [...document.querySelectorAll("*")].filter((each) => {
  const { animationName, transitionDuration } = getComputedStyle(each)
  return animationName !== "none" || parseFloat(transitionDuration) > 0
}).length
"""


@pytest.fixture(scope="module")
def office(demo_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The dashboard of an office with one account."""
    accounts = f"[accounts]\n{settings_line(NAME, PASSWORD)}\n"
    with serving_office(demo_store, tmp_path_factory.mktemp("office"), accounts) as server:
        yield server


def settled(visit: Visit) -> Visit:
    """Bring every part of a page that is fetched when a reader comes to it."""
    visit.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    visit.page.wait_for_function("!document.querySelector('[data-part]')")
    return visit.wait()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("dark", "language"), LOOKS)
def test_axe_finds_nothing_serious(dashboard: Server, visits: Visits, page: str, dark: bool, language: str) -> None:
    visit = settled(visits(dashboard.url, dark=dark).go(path_of(page), {**PAGES[page], "lang": language}))

    looked_through(visit, language)
    if language == "en":
        assert visit.page.evaluate(MISREAD, '[data-testid="stApp"]') == []
        assert "Demonstration data" in visit.text() or page in {*WITHOUT_FIGURES, "sign-in", "source_cell"}
        assert "Overview" in visit.text()


@pytest.mark.parametrize(("page", "widths"), list(zip(PAGES, cycle(WIDTHS), strict=False)))
def test_nothing_is_cut_or_lies_on_another_and_a_fingertip_meets_what_can_be_touched(
    dashboard: Server, visits: Visits, page: str, widths: tuple[int, ...]
) -> None:
    visit = settled(visits(dashboard.url).go(path_of(page), PAGES[page]))
    looked_through(visit, "vi")
    found = {}
    for width in widths:
        visit.page.set_viewport_size({"width": width, "height": 900})
        found[width] = [*cut_words(visit.wait().page), *([f"wide by {visit.overflow()}"] if visit.overflow() else [])]
        if width in PHONES:
            found[width] += small_targets(visit.page)

    assert {width: faults for width, faults in found.items() if faults} == {}
    assert WORDS_BY_PAGE.get(page, "") in visit.text()
    assert "Số liệu minh họa" in visit.text() or page in {*WITHOUT_FIGURES, "sign-in", "source_cell"}


def looked_through(visit: Visit, language: str) -> None:
    """Look at an open page with axe-core, at its headings, its landmarks, its language and what its charts say."""
    assert serious(visit.page) == []
    assert in_order(headings(visit.page))
    assert visit.page.evaluate("document.documentElement.lang") == language
    assert [visit.page.get_by_role(role).count() for role in FRAME] == [1, 1, 1]  # type: ignore[arg-type]
    assert visit.page.evaluate(SILENT) == 0


@pytest.mark.parametrize(("dark", "language"), [LIGHT, *LOOKS])
def test_axe_finds_nothing_serious_where_the_office_works(
    office: Server, visits: Visits, dark: bool, language: str
) -> None:
    visit = visits(office.url, dark=dark).sign_in(NAME, PASSWORD)

    found = {page: serious(visit.go(page, {"lang": language}).page) for page in OFFICE}

    assert {page: faults for page, faults in found.items() if faults} == {}


@pytest.mark.parametrize("page", OFFICE)
def test_a_fingertip_meets_what_the_office_touches(office: Server, visits: Visits, page: str) -> None:
    visit = visits(office.url, width=390, height=844).sign_in(NAME, PASSWORD).go(page)

    assert small_targets(visit.page) == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_on_the_narrowest_phone_a_filter_shows_whole_that_nothing_is_left_out(
    dashboard: Server, visits: Visits, language: str
) -> None:
    visit = visits(dashboard.url, width=360, height=780).go("", {"nam": "2020", "lang": language})
    choices = visit.page.locator('[data-testid="stSelectbox"] input')

    assert choices.count() == 3
    assert [choices.nth(at).evaluate("it => it.scrollWidth - it.clientWidth") for at in range(3)] == [0, 0, 0]


def test_the_first_screen_that_comes_with_the_html_is_as_good(dashboard: Server, chromium: Browser) -> None:
    # Without scripts it stays: axe-core comes in by the browser's own way and needs none of the page's.
    context = chromium.new_context(viewport={"width": 390, "height": 844}, locale="vi-VN")
    context.route("**/static/**", lambda route: route.abort())
    page = context.new_page()
    for dark, language in ((False, "vi"), (True, "en")):
        page.emulate_media(color_scheme="dark" if dark else "light")
        page.goto(f"{dashboard.url}/?nam=2020&lang={language}")
        page.wait_for_selector("#first")

        assert serious(page) == []
        assert in_order(headings(page))
        assert page.evaluate("document.documentElement.lang") == language
        assert small_targets(page) == []
    context.close()


def test_what_an_english_talk_quotes_in_vietnamese_is_read_as_vietnamese(dashboard: Server, visits: Visits) -> None:
    page = visits(dashboard.url).page
    page.goto(f"{dashboard.url}/stage?nam=2020&lang=en&chi_tieu=dn_ap_dung_he_thong")
    page.locator('.slide span[lang="vi"]').first.wait_for()
    page.wait_for_timeout(200)

    assert page.evaluate(MISREAD, "body") == []


def test_an_empty_store_and_none_at_all_have_a_heading(empty_store: Path, visits: Visits, tmp_path: Path) -> None:
    for store in (empty_store, tmp_path / "nowhere"):
        environment = {"INDICATORS_STORE": str(store)}
        with serving(CHECKOUT / "dashboard.py", log=tmp_path / "log.txt", environment=environment) as server:
            visit = visits(server.url).go("", {"lang": "en"})

            assert serious(visit.page) == []
            assert in_order(headings(visit.page))
            visits.close()


def test_the_language_of_the_document_changes_with_the_words(dashboard: Server, visits: Visits) -> None:
    visit = visits(dashboard.url).go("district", QUERY_BY_PAGE["district"])
    visit.page.get_by_role("link", name="English").click()
    visit.page.wait_for_function("document.documentElement.lang === 'en'")

    assert visit.wait().page.get_by_role("link", name="Tiếng Việt").get_attribute("lang") == "vi"


def test_the_keyboard_skips_to_the_content_and_is_seen_on_its_way(dashboard: Server, visits: Visits) -> None:
    page = visits(dashboard.url).go("indicator", QUERY_BY_PAGE["indicator"]).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Đến thẳng nội dung"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "main"

    unseen = []
    for _ in range(25):
        page.keyboard.press("Tab")
        if not page.evaluate(IS_SEEN):
            unseen.append(page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))
    assert unseen == []
    assert page.evaluate("document.querySelector('.st-key-body').contains(document.activeElement)")


def test_nothing_moves_for_whoever_asked_for_stillness(dashboard: Server, chromium: Browser) -> None:
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{dashboard.url}/?nam=2020")
    page.wait_for_selector('[data-testid="stApp"] .foot')

    assert page.evaluate(MOVING) == 0
    context.close()


@pytest.mark.parametrize(
    ("language", "empty", "lost"),
    [
        ("vi", "Không có mục nào như vậy", "Mất kết nối"),
        *([("en", "Nothing in the list is called so", "Connection lost")] if IS_LONG else []),
    ],
)
def test_what_streamlit_says_in_english_only_is_said_in_the_readers_words(
    demo_store: Path, chromium: Browser, tmp_path: Path, language: str, empty: str, lost: str
) -> None:
    # A page that loses its server writes so to its console: it is opened beside those that must be silent.
    page = chromium.new_page()
    with serving_office(demo_store, tmp_path / "office") as server:
        visit = Visit(page, server.url).go("indicator", {**QUERY_BY_PAGE["indicator"], "lang": language})
        field = page.locator('[data-testid="stSelectbox"] input').first
        field.fill("zzzz")
        expect(page.get_by_role("listbox")).to_contain_text(empty)
        page.keyboard.press("Escape")
        visit.wait()

    expect(page.get_by_role("dialog")).to_contain_text(lost, timeout=60_000)
    assert "treamlit" not in page.get_by_role("dialog").inner_text()
    page.close()
