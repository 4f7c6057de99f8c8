"""The offline file for everybody: axe-core finds nothing serious in any view, headings are in order, fingers meet."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.looking import MISREAD, cut_words, headings, in_order, serious, small_targets
from tests.conftest import CommandLine
from tests.snapshot.offline import DRAW_ALL, Offline, opened

pytestmark = pytest.mark.browser

VIEWS = ("overview", "indicator", "sector", "district", "method")
# Charts without a sentence in their place, or without the table of their figures one key away.
SILENT = """
() => [...document.querySelectorAll(".chart")].filter((chart) =>
  chart.getAttribute("role") !== "img" || !(chart.getAttribute("aria-label")?.length > 20)
  || !chart.closest(".card").querySelector("details.figures-table summary")).length
"""
# How often a page is looked through for quotations after one change of it.
WALKS = """
async () => {
  const walker = document.createTreeWalker
  let walks = 0
  document.createTreeWalker = (...given) => { walks += 1; return walker.apply(document, given) }
  go({ district: null })
  await new Promise((done) => setTimeout(done, 600))
  document.createTreeWalker = walker
  return walks
}
"""


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing_serious_in_any_view(chromium: Browser, offline_file: Path, dark: bool) -> None:
    with opened(chromium, offline_file, dark=dark) as offline:
        for view in VIEWS:
            page = offline.turn(f"p={view}&huyen=171")
            page.evaluate(DRAW_ALL)

            assert serious(page) == []
            assert in_order(headings(page))
            assert page.evaluate(SILENT) == 0


# `make long` looks at the wider phone too.
@pytest.mark.parametrize("width", [360, 390] if "INDICATORS_KILLS" in os.environ else [360])
def test_on_a_phone_fingers_meet_and_no_word_is_cut(chromium: Browser, offline_file: Path, width: int) -> None:
    with opened(chromium, offline_file, width=width, height=844) as offline:
        for view in VIEWS:
            page = offline.turn(f"p={view}&huyen=171")
            page.evaluate(DRAW_ALL)

            assert small_targets(page) == []
            assert cut_words(page) == []


def test_a_table_of_its_figures_opens_by_key_under_a_chart(offline: Offline) -> None:
    page = offline.go("p=indicator&chi_tieu=dn_ap_dung_he_thong")
    summary = page.locator("details.figures-table summary").first
    summary.focus()
    page.keyboard.press("Enter")

    table = page.locator("details.figures-table[open] table").first
    table.wait_for()
    assert table.locator("tbody tr").count() > 5
    assert "141" in table.inner_text()


@pytest.mark.skipif("INDICATORS_KILLS" not in os.environ, reason="in `make long`; `make test` looks at the stage")
def test_what_an_english_file_quotes_in_vietnamese_is_read_as_vietnamese(
    chromium: Browser, demo_store: Path, tmp_path: Path
) -> None:
    file = tmp_path / "english.html"
    ended = CommandLine(demo_store)("export", "snapshot", "--out", file, "--lang", "en", timeout=600)
    assert ended.exit_code == 0, ended.complaints
    with opened(chromium, file) as offline:
        for fragment in ("p=overview", "p=indicator&chi_tieu=dn_ap_dung_he_thong", "p=district&huyen=171"):
            page = offline.turn(fragment)
            page.locator('main span[lang="vi"]').first.wait_for()
            page.wait_for_timeout(200)
            assert page.evaluate(MISREAD, "body") == []
        assert page.evaluate(WALKS) == 1
        page.keyboard.press("f")
        with page.context.expect_page() as opening:
            page.keyboard.press("n")
        notes = opening.value
        notes.locator('span[lang="vi"]').first.wait_for()
        assert notes.evaluate("document.documentElement.lang") == "en"
        assert notes.evaluate(MISREAD, "body") == []
