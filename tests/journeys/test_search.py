"""A reader finds an indicator, a district or a sector from any page by typing a few letters of its name."""

from __future__ import annotations

import os
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.addresses import QUERY_BY_PAGE, path_of
from tests.browser.server import Server
from tests.browser.visit import Visit, Visits

pytestmark = pytest.mark.browser

BOX = '[data-testid="stApp"] .search-words'
# An Enter as an input method sends it: still composing, or meant.
PRESS_ENTER = """
(isComposing) => document.activeElement.dispatchEvent(
  new KeyboardEvent("keydown", { key: "Enter", isComposing, bubbles: true, cancelable: true }))
"""
TAKE_THE_NEXT_KEY = "addEventListener('keydown', (event) => event.preventDefault(), { capture: true, once: true })"
FOUND = '[data-testid="stApp"] .search-found [role="option"]'


def named(page: Page, query: str) -> list[str]:
    """Type into the open field and return the names that are found."""
    page.locator(BOX).fill(query)
    page.wait_for_function(
        "() => document.querySelector('[data-testid=\"stApp\"] .search-said').textContent !== ''", timeout=5_000
    )
    return [text.rsplit("\n", 1)[0].strip() for text in page.locator(FOUND).all_inner_texts()]


def arrived(visit: Visit) -> tuple[str, dict[str, str]]:
    """Return the page and the address that a visit has come to."""
    parts = urlsplit(visit.wait().page.url)
    return parts.path.strip("/"), {key: values[0] for key, values in parse_qs(parts.query).items()}


# With charts and without, of the office, and one that shows no figure; `make long` takes every page.
PAGES = QUERY_BY_PAGE if "INDICATORS_KILLS" in os.environ else ("indicator", "history", "help")


@pytest.mark.parametrize("page", PAGES)
def test_from_any_page_a_stroke_opens_it_and_enter_leads_on(dashboard: Server, visits: Visits, page: str) -> None:
    visit = visits(dashboard.url).go(path_of(page), QUERY_BY_PAGE[page])
    visit.page.keyboard.press("/")
    expect(visit.page.locator(BOX)).to_be_focused()
    assert named(visit.page, "dong hy")[0] == "Đồng Hỷ"
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/district?**")

    path, address = arrived(visit)
    assert (path, address["huyen"], address["nam"]) == ("district", "169", QUERY_BY_PAGE[page]["nam"])
    assert visit.page.locator("h1").inner_text() == "Huyện Đồng Hỷ"


def test_nothing_is_found_by_a_name_that_nothing_has(dashboard: Server, visits: Visits) -> None:
    page = visits(dashboard.url).go("", {"nam": "2020"}).page
    page.keyboard.press("/")

    assert named(page, "Hà Nội xyz") == []
    expect(page.locator('[data-testid="stApp"] .search-said')).to_have_text(
        "Không có chỉ tiêu, huyện hay ngành nào tên như vậy."
    )
    page.keyboard.press("Enter")
    assert page.url.endswith("v=12")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("nang suat lao dong", "Năng suất lao động bình quân của DN tham gia"),
        ("NĂNG SUẤT LAO", "Năng suất lao động bình quân của DN tham gia"),
        ("labour prod", "Năng suất lao động bình quân của DN tham gia"),
        ("ÐỒNG HỶ", "Đồng Hỷ"),
        ("hy dong", "Đồng Hỷ"),
        ("che", "Chè"),
    ],
)
def test_it_is_found_however_it_is_typed(dashboard: Server, visits: Visits, typed: str, name: str) -> None:
    page = visits(dashboard.url).go("method", {"nam": "2018"}).page
    page.keyboard.press("/")

    assert name in named(page, typed)[:3]


def test_arrows_choose_escape_closes_and_each_step_is_told(dashboard: Server, visits: Visits) -> None:
    visit = visits(dashboard.url).go("sector", {"nam": "2019", "nganh": "che", "lang": "en", "v": "9"})
    page = visit.page
    box = page.get_by_role("combobox", name="Find an indicator, district, sector")
    box.click()
    names = named(page, "p")
    assert len(names) > 3
    assert box.get_attribute("aria-expanded") == "true"
    for key, at in (("ArrowDown", 1), ("ArrowDown", 2), ("ArrowUp", 1), ("ArrowUp", 0), ("ArrowUp", len(names) - 1)):
        page.keyboard.press(key)
        chosen = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
        assert chosen.get_attribute("aria-selected") == "true"
        assert chosen.inner_text().startswith(names[at])
    page.keyboard.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    expect(page.locator(FOUND)).to_have_count(0)

    box.click()
    named(page, "energy")
    page.locator(FOUND).first.click()
    page.wait_for_url("**/indicator?**")
    path, address = arrived(visit)
    assert {key: address[key] for key in ("nam", "lang", "v")} == {"nam": "2019", "lang": "en", "v": "9"}
    assert path == "indicator"
    assert "nganh" not in address


def test_a_phone_opens_a_field_as_wide_as_itself(dashboard: Server, visits: Visits) -> None:
    visit = visits(dashboard.url, width=360, height=800).go("", {"nam": "2020"})
    page = visit.page
    expect(page.locator(BOX)).to_be_hidden()
    page.get_by_role("button", name="Tìm (phím /)").click()
    expect(page.locator(BOX)).to_be_focused()
    assert page.locator(BOX).bounding_box()["width"] > 270  # type: ignore[index]

    named(page, "th")
    assert visit.overflow() == 0
    assert all(box.bounding_box()["height"] >= 44 for box in page.locator(FOUND).all())  # type: ignore[index]
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Tìm (phím /)")).to_be_focused()


def test_letters_typed_elsewhere_stay_there_and_cost_no_message(dashboard: Server, visits: Visits) -> None:
    visit = visits(dashboard.url).go("history", {"nam": "2020"})
    sent: list[str] = []
    visit.page.on("request", lambda request: "directory" in request.url and sent.append(request.url))
    field = visit.page.get_by_label("Tìm", exact=True)
    field.fill("12")
    field.press("/")
    assert field.input_value() == "12/"
    assert sent == []

    # Leaving the other field draws the page anew: what is typed meanwhile goes on.
    visit.page.locator(BOX).click()
    for word in ("dai", "dai tu", "thai"):
        named(visit.page, word)
    assert len(sent) == 1


def test_an_enter_that_ends_a_syllable_opens_nothing(dashboard: Server, visits: Visits) -> None:
    page = visits(dashboard.url).go("", {"nam": "2020"}).page
    page.keyboard.press("/")
    named(page, "dong hy")
    before = page.url
    page.evaluate(PRESS_ENTER, True)
    page.wait_for_timeout(300)
    assert page.url == before
    expect(page.locator(FOUND).first).to_be_visible()
    page.evaluate(PRESS_ENTER, False)
    page.wait_for_url("**/district?**")


def test_a_stroke_that_somebody_else_has_taken_opens_nothing(dashboard: Server, visits: Visits) -> None:
    page = visits(dashboard.url).go("", {"nam": "2020"}).page
    page.evaluate(TAKE_THE_NEXT_KEY)
    page.keyboard.press("/")

    expect(page.locator(BOX)).not_to_be_focused()
