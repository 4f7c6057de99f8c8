"""A year asked for from the third row: typed like a name, in a file that holds them all."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def count(page: Page) -> str:
    return page.locator(".stage-count").inner_text()


def test_a_year_that_is_typed_shows_the_same_slide_as_it_stood_then(stage: Page) -> None:
    stage.keyboard.type("kaizen")
    stage.keyboard.press("Enter")
    before = count(stage)
    stage.keyboard.type("2021")
    assert "Không có chỉ tiêu" in stage.locator(".jump").inner_text()
    stage.keyboard.press("Escape")

    stage.keyboard.type("2018")
    stage.keyboard.press("Enter")

    assert count(stage) == before
    told = stage.locator(".slide").inner_text().replace("\u00a0", " ")
    assert "2018" in stage.locator(".slide header").inner_text()
    assert "tính đến hết năm 2018" in stage.locator(".slide footer").inner_text()
    assert stage.evaluate("exhibit('verdict', { ...onStage(), indicator: indicatorOf(stage.slide) }).headline") in told
    assert stage.evaluate("asked.year") == 2018
    stage.keyboard.press("Escape")
    assert "nam=2018" in stage.url
    assert "tính đến hết năm 2018" in stage.locator("#band").inner_text()
    assert "tính đến hết năm 2018" in stage.locator("#foot").inner_text()
