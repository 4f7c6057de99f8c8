"""The speaker's mode, driven by keyboard alone."""

from __future__ import annotations

import os
import re

import pytest
from playwright.sync_api import Page, expect

from tests.snapshot.offline import Offline

pytestmark = pytest.mark.browser

PARTS = ("text", "customdata")
SIDES = """
() => [...document.querySelectorAll('.stage-tools button')]
  .map((each) => each.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height))
"""
TURN_ALL = """
async () => { for (const slide of slides()) { jumpTo(slide); await new Promise((done) => setTimeout(done, 40)) } }
"""


def slide(page: Page) -> str:
    return page.locator(".slide").inner_text()


def at(page: Page) -> int:
    return int(page.locator(".stage-count").inner_text().split("/")[0])


def test_next_and_back_are_arrows_space_and_the_keys_of_a_clicker(stage: Page) -> None:
    for key in ("ArrowRight", " ", "PageDown"):
        before = at(stage)
        stage.keyboard.press(key)
        assert at(stage) == before + 1
    for key in ("ArrowLeft", "PageUp"):
        before = at(stage)
        stage.keyboard.press(key)
        assert at(stage) == before - 1


def test_before_the_first_and_after_the_last_nothing_moves(stage: Page) -> None:
    stage.keyboard.press("ArrowLeft")
    assert at(stage) == 1
    stage.keyboard.press("End")
    last = at(stage)
    stage.keyboard.press("ArrowRight")
    assert at(stage) == last
    stage.keyboard.press("Home")
    assert at(stage) == 1


def test_an_indicator_is_found_by_typing_it_without_marks(stage: Page) -> None:
    stage.keyboard.type("kaizen")
    stage.keyboard.press("Enter")

    expect(stage.locator(".slide h1")).to_have_text(re.compile("Kaizen"))
    assert stage.locator(".slide .chart[data-drawn]").or_(stage.locator(".slide .chart")).count() == 1


def test_a_district_asked_for_from_the_third_row_is_on_stage_in_a_word(stage: Page) -> None:
    stage.keyboard.type("kaizen")
    stage.keyboard.press("Enter")
    stage.keyboard.type("vo nhai")
    stage.keyboard.press("Enter")

    assert "Võ Nhai" in slide(stage)
    assert "Kaizen" in slide(stage)
    stage.keyboard.press("ArrowUp")
    assert "Võ Nhai" not in slide(stage)


def test_a_name_that_nothing_has_says_so_and_escape_takes_it_back(stage: Page) -> None:
    stage.keyboard.type("/xyzzy")
    assert "Không có chỉ tiêu" in stage.locator(".jump").inner_text()
    stage.keyboard.press("Enter")
    stage.keyboard.press("Escape")
    assert stage.locator(".jump").count() == 0
    assert at(stage) == 1


def test_b_blanks_and_any_step_brings_the_picture_back(stage: Page) -> None:
    stage.keyboard.press("b")
    assert slide(stage).strip() == ""
    stage.keyboard.press("ArrowRight")
    assert at(stage) == 2


def test_z_leaves_one_series_with_its_values(stage: Page) -> None:
    stage.keyboard.type("kaizen")
    stage.keyboard.press("Enter")
    stage.wait_for_selector(".slide .chart[data-drawn]")
    names = "document.querySelector('.slide .chart').data.map(({ name }) => name)"
    assert len(stage.evaluate(names)) > 1
    stage.keyboard.press("z")
    stage.wait_for_selector(".slide .chart[data-drawn]")

    assert stage.evaluate(names) == ["actual"]
    texts, told = (stage.evaluate(f"document.querySelector('.slide .chart').data[0].{part}") for part in PARTS)
    assert all(text and text in label for text, label in zip(texts, told, strict=True))
    stage.keyboard.press("z")
    stage.wait_for_selector(".slide .chart[data-drawn]")
    assert len(stage.evaluate(names)) > 1


def test_n_opens_notes_with_the_figures_the_next_slide_and_the_time(stage: Page) -> None:
    stage.keyboard.type("kaizen")
    stage.keyboard.press("Enter")
    with stage.context.expect_page() as opening:
        stage.keyboard.press("n")
    notes = opening.value
    notes.wait_for_selector("#time")

    told = notes.locator("body").inner_text()
    assert "Đã nói 0:" in told
    assert "Trang sau:" in told
    assert stage.locator(".stage-verdict p").inner_text() in told
    before = at(stage)
    notes.keyboard.press("ArrowRight")
    assert at(stage) == before + 1
    assert stage.locator(".slide h1").inner_text() in notes.locator("body").inner_text()


def test_escape_leaves_at_the_indicator_that_was_shown(stage: Page) -> None:
    stage.keyboard.type("kaizen")
    stage.keyboard.press("Enter")
    stage.keyboard.press("Escape")

    expect(stage.locator("main h1")).to_have_text(re.compile("Kaizen"))


def test_a_finger_finds_every_tool(stage: Page) -> None:
    sizes = stage.evaluate(SIDES)

    assert len(sizes) == 9
    assert min(sizes) >= 44


@pytest.mark.parametrize(
    ("typed", "found"),
    [("nang suat lao dong", "Năng suất lao động"), ("ban hanh", "Ban hành danh mục"), ("dong hy", "Đồng Hỷ")],
)
def test_a_name_that_begins_with_the_letter_of_a_command_is_found_too(stage: Page, typed: str, found: str) -> None:
    stage.keyboard.type(typed)
    assert stage.locator(".slide.blank").count() == 0
    stage.keyboard.press("Enter")

    assert found in slide(stage)
    assert len(stage.context.pages) == 1


def test_what_several_keys_put_together_is_not_torn_by_the_list(stage: Page) -> None:
    stage.keyboard.press("/")
    stage.evaluate("window.box = document.getElementById('jump'), true")
    stage.keyboard.type("vo n")

    assert stage.evaluate("window.box === document.getElementById('jump') && document.activeElement === window.box")
    assert stage.locator("#jump-found li").first.inner_text().startswith("Võ Nhai")


def test_a_window_that_changes_its_size_leaves_what_is_being_typed(stage: Page) -> None:
    stage.keyboard.type("vo")
    stage.set_viewport_size({"width": 1600, "height": 900})
    stage.wait_for_timeout(400)
    stage.keyboard.type(" nhai")
    stage.keyboard.press("Enter")

    assert stage.locator(".stage-place").inner_text() == "Võ Nhai"


def test_a_slide_about_the_whole_province_never_stands_under_a_districts_name(stage: Page) -> None:
    stage.keyboard.type("vo nhai")
    stage.keyboard.press("Enter")
    assert stage.locator(".stage-place").inner_text() == "Võ Nhai"
    for key in ("End", "ArrowLeft", "ArrowLeft"):
        stage.keyboard.press(key)
        assert "Võ Nhai" not in stage.locator(".slide header").inner_text()


def test_every_slide_has_notes_and_a_jump_can_be_typed_in_their_window(stage: Page) -> None:
    with stage.context.expect_page() as opening:
        stage.keyboard.press("n")
    notes = opening.value
    notes.wait_for_selector("#time")
    stage.keyboard.press("End")
    count = at(stage)
    stage.keyboard.press("Home")
    for _ in range(count):
        assert notes.locator(".notes li").count() > 0, slide(stage)[:80]
        stage.keyboard.press("ArrowRight")

    notes.keyboard.type("kaizx")
    notes.keyboard.press("Backspace")
    notes.keyboard.type("en")
    notes.keyboard.press("Enter")
    expect(stage.locator(".slide h1")).to_have_text(re.compile("Kaizen"))


def test_a_value_in_the_zoom_never_leaves_the_slide(stage: Page) -> None:
    stage.keyboard.type("kaizen")
    stage.keyboard.press("Enter")
    stage.keyboard.press("z")
    stage.wait_for_selector(".slide .chart[data-drawn] .textpoint")
    right = "[...document.querySelectorAll('.slide .textpoint')].map((each) => each.getBoundingClientRect().right)"
    end = "document.querySelector('.main-svg').getBoundingClientRect().right"
    assert max(stage.evaluate(right)) <= stage.evaluate(end)


def test_a_line_across_changed_borders_says_so_in_the_zoom_too(stage: Page) -> None:
    for typed in ("dong hy", "he thong quan ly"):
        stage.keyboard.type(typed)
        stage.keyboard.press("Enter")
    stage.keyboard.press("z")
    stage.wait_for_selector(".slide .chart[data-drawn]")
    assert "đổi địa giới 2017" in stage.locator(".slide .chart").inner_text()
    assert stage.evaluate("document.querySelector('.slide .chart').layout.shapes.length") == 1


def swipe(page: Page, start: int, end: int) -> None:
    box = page.locator(".slide")
    for type, x in (("pointerdown", start), ("pointerup", end)):
        box.dispatch_event(type, {"pointerType": "touch", "isPrimary": True, "clientX": x, "clientY": 400})


@pytest.mark.parametrize(("start", "end", "by"), [(900, 500, 1), (500, 900, -1), (1800, 1800, 1), (40, 40, -1)])
def test_a_finger_drawn_across_or_put_on_an_edge_turns_the_page(stage: Page, start: int, end: int, by: int) -> None:
    stage.keyboard.press("ArrowRight")
    before = at(stage)

    swipe(stage, start, end)

    assert at(stage) == before + by
    swipe(stage, 900, 905)
    assert at(stage) == before + by


def test_on_a_tablet_the_tools_are_there_and_hide_nothing_of_the_slide(offline: Offline) -> None:
    for width, height in ((1024, 768), (1366, 768), (390, 844)):
        offline.page.set_viewport_size({"width": width, "height": height})
        page = offline.go("p=overview&nam=2020")
        page.keyboard.press("f")
        page.keyboard.type("kaizen")
        page.keyboard.press("Enter")
        page.wait_for_selector(".slide .chart[data-drawn]")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert "Số liệu minh họa" in page.locator(".slide footer").inner_text()
        assert page.locator(".stage-tools button:visible").count() == (7 if width < 520 else 9)


def test_pages_turned_for_weeks_leave_nothing_behind(stage: Page) -> None:
    """What Plotly and the stage hold after more rounds is what they held after two."""
    session = stage.context.new_cdp_session(stage)

    def held() -> dict[str, int]:
        stage.keyboard.press("Home")
        session.send("HeapProfiler.collectGarbage")
        session.send("HeapProfiler.collectGarbage")
        return dict(session.send("Memory.getDOMCounters"))

    for _ in range(2):
        stage.evaluate(TURN_ALL)
    before = held()
    for _ in range(8 if "INDICATORS_KILLS" in os.environ else 3):
        stage.evaluate(TURN_ALL)
    after = held()

    assert after["nodes"] <= before["nodes"] + 200
    assert after["jsEventListeners"] <= before["jsEventListeners"] + 10
