"""Every slide as it is seen from the last row: letters, the room of the plot, unit and source, nothing on anything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.looking import cut_words
from tests.snapshot.offline import opened

pytestmark = pytest.mark.browser

# Of the slide's height: a letter beside a chart, a letter in one, and the plot between its axes.
SMALLEST_LETTER, SMALLEST_IN_CHART, SMALLEST_PLOT = 0.018, 0.022, 0.33
SHOW = """
async ([slide, district, zoomed]) => {
  Object.assign(stage, { slide, district, zoomed, blank: false })
  setStage()
  const chart = document.querySelector(".slide .chart")
  while (chart && !chart.dataset.drawn) await new Promise((done) => setTimeout(done, 20))
}
"""
SEEN = """
() => {
  const slide = document.getElementById("slide"), body = slide.querySelector(".slide-body")
  const chart = slide.querySelector(".chart"), { height } = slide.getBoundingClientRect()
  const hasWords = (each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())
  const letters = [...slide.querySelectorAll("*")].filter((each) =>
    hasWords(each) && each.getClientRects().length && !each.classList.contains("unseen"))
  const smallest = (some) => Math.min(...some.map((each) => parseFloat(getComputedStyle(each).fontSize) / height))
  const texts = [...slide.querySelectorAll(".stage-unit, .chart svg text")].filter((each) => each.textContent.trim())
  const boxes = texts.map((each) => [each.textContent, each.getBoundingClientRect()]).filter(([, box]) => box.width)
  const edge = slide.querySelector(".stage-figure")?.getBoundingClientRect()
  const lying = boxes.flatMap(([one, box], at) => boxes.slice(at + 1).filter(([, other]) =>
    Math.min(box.right, other.right) - Math.max(box.left, other.left) > 3
    && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 0.35 * Math.min(box.height, other.height),
  ).map(([other]) => `${one} lies on ${other}`))
  const cut = boxes.filter(([, { left, right, top, bottom }]) =>
    left < edge.left - 2 || right > edge.right + 2 || top < edge.top - 2 || bottom > edge.bottom + 2)
  return {
    beside: smallest(letters.filter((each) => !each.closest("svg"))),
    inside: smallest(letters.filter((each) => each.closest("svg"))),
    plot: chart ? chart._fullLayout._size.h / height : 1,
    faults: [...lying, ...cut.map(([text]) => `cut: ${text}`)],
    overrun: body.scrollHeight - body.clientHeight,
    words: slide.innerText.length,
    unit: chart && slide.querySelector(".stage-unit")?.innerText,
    source: slide.querySelector("footer .stage-source")?.innerText,
  }
}
"""


def seen(page: Page, slide: str, *, district: str | None, zoomed: bool) -> dict[str, Any]:
    page.evaluate(SHOW, [slide, district, zoomed])
    return dict(page.evaluate(SEEN))


@pytest.mark.parametrize("district", [None, "164"], ids=["province", "new_borders"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1920, 1080)])
def test_every_slide_is_read_from_the_last_row(
    chromium: Browser, offline_file: Path, width: int, height: int, district: str | None
) -> None:
    with opened(chromium, offline_file, width=width, height=height, fragment="p=overview&nam=2020") as offline:
        offline.page.keyboard.press("f")
        offline.page.wait_for_selector(".slide")
        for slide in offline.page.evaluate("slides()"):
            for zoomed in (False, True) if slide.startswith("indicator:") else (False,):
                found = seen(offline.page, slide, district=district, zoomed=zoomed)

                assert found["words"] > 60, slide
                assert found["beside"] >= SMALLEST_LETTER, slide
                assert (found["inside"] or 1) >= SMALLEST_IN_CHART, slide
                assert found["plot"] >= SMALLEST_PLOT, slide
                assert found["overrun"] <= 2, slide
                assert [*found["faults"], *cut_words(offline.page)] == [], slide


def test_a_slide_says_its_source_and_the_unit_of_its_chart(chromium: Browser, offline_file: Path) -> None:
    with opened(chromium, offline_file, fragment="p=overview&nam=2020") as offline:
        offline.page.keyboard.press("f")
        for slide in offline.page.evaluate("slides()"):
            assert seen(offline.page, slide, district=None, zoomed=False)["source"].startswith("Nguồn: "), slide
        kaizen = next(each for each in offline.page.evaluate("slides()") if "kaizen" in each or "cong_cu" in each)
        for zoomed in (False, True):
            assert seen(offline.page, kaizen, district=None, zoomed=zoomed)["unit"] == "Đơn vị: lượt DN"
