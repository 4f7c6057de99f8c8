"""The stage on a phone or tablet held upright: every slide whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.snapshot.offline import opened

pytestmark = pytest.mark.browser

# The slides whose words run into the head or out of the foot, or whose chart has no room.
RUN_OVER = """
async () => {
  const over = []
  for (const slide of slides()) {
    jumpTo(slide)
    await new Promise((done) => setTimeout(done, 40))
    const body = document.querySelector(".slide-body"), head = document.querySelector(".slide header")
    const top = Math.min(...[...body.children].map((each) => each.getBoundingClientRect().top))
    const chart = body.querySelector(".chart")
    const is_over = body.scrollHeight > body.clientHeight + 1 || top < head.getBoundingClientRect().bottom - 1
    if (is_over || (chart && chart.clientHeight < 200)) over.push(slide)
  }
  return over
}
"""


@pytest.mark.parametrize(("width", "height"), [(360, 740), (768, 1024)])
def test_held_upright_no_slide_runs_over_and_no_chart_is_squashed(
    chromium: Browser, offline_file: Path, width: int, height: int
) -> None:
    with opened(chromium, offline_file, width=width, height=height, fragment="p=overview&nam=2020") as offline:
        offline.page.keyboard.press("f")
        offline.page.wait_for_selector(".slide")

        assert offline.page.evaluate(RUN_OVER) == []
