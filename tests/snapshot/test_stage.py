"""The speaker's mode, driven by keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.snapshot.offline import Offline

pytestmark = pytest.mark.browser

SMALLEST_SHARE = 0.018
PARTS = ("text", "customdata")
SIDES = """
() => [...document.querySelectorAll('.stage-tools button')]
  .map((each) => each.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height))
"""
LETTERS = """
() => [...document.querySelectorAll('.slide *')]
  .filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))
  .filter((each) => !each.closest('svg') && each.getClientRects().length && !each.classList.contains('unseen'))
  .map((each) => parseFloat(getComputedStyle(each).fontSize) / innerHeight)
"""


def slide(page: Page) -> str:
    return page.locator(".slide").inner_text()


def at(page: Page) -> int:
    return int(page.locator(".stage-count").inner_text().split("/")[0])


@pytest.fixture
def stage(offline: Offline) -> Page:
    """The stage, entered by F."""
    offline.page.set_viewport_size({"width": 1920, "height": 1080})
    page = offline.go("p=overview&nam=2020")
    page.keyboard.press("f")
    page.wait_for_selector(".slide")
    return page


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


def test_every_slide_says_something_and_is_large_enough_for_the_last_row(stage: Page) -> None:
    stage.keyboard.press("End")
    count = at(stage)
    stage.keyboard.press("Home")
    for _ in range(count):
        assert len(slide(stage)) > 60
        sizes = stage.evaluate(LETTERS)
        assert min(sizes) >= SMALLEST_SHARE, slide(stage)[:80]
        assert stage.evaluate(
            "[document.querySelector('.slide-body')].every((body) => body.scrollHeight <= body.clientHeight + 2)"
        )
        stage.keyboard.press("PageDown")


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

    assert len(sizes) == 7
    assert min(sizes) >= 44
