"""The offline file as a reader meets it: on a phone, in the dark, by keyboard, without a network."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import CommandLine
from tests.snapshot.offline import DRAW_ALL, Offline, opened

MOST_BYTES = 3_000_000
MOST_MS = 100
FRAGMENTS = (
    "p=overview", "p=indicator&chi_tieu=dn_ap_dung_he_thong",
    "p=indicator&chi_tieu=dn_ap_dung_he_thong&huyen=171&nganh=che",
    "p=district&huyen=164", "p=sector&nganh=thep", "p=method",
)  # fmt: skip
TOO_WIDE = """
() => document.documentElement.scrollWidth > document.documentElement.clientWidth
  || [...document.querySelectorAll('main > *')].some((each) => each.getBoundingClientRect().right > innerWidth + 1)
"""
CHANGE = """
async (changes) => {
  const began = performance.now();
  go(changes);
  document.body.offsetHeight;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - began;
}
"""

pytestmark = pytest.mark.browser


def test_it_weighs_at_most_three_megabytes(offline_file: Path) -> None:
    size = offline_file.stat().st_size
    print(f"the offline file of the demonstration set: {size:,} bytes")

    assert size <= MOST_BYTES


def test_it_names_no_address_to_fetch_from(offline_file: Path) -> None:
    text = offline_file.read_text("utf-8")

    assert "content=\"default-src 'none'" in text
    assert "unsafe-eval" not in text
    assert not any(f'{name}="http' in text for name in ("src", "href", "action"))


def test_a_script_that_is_not_its_own_does_not_run(chromium: Browser, offline_file: Path, tmp_path: Path) -> None:
    forged = tmp_path / "forged.html"
    text = offline_file.read_text("utf-8")
    forged.write_text(text.replace("</body>", "<script>window.forged = true</script></body>"), "utf-8")
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.goto(forged.as_uri())
    page.wait_for_selector("html[data-ready]", timeout=60_000)

    assert page.evaluate("window.forged") is None
    context.close()


@pytest.mark.parametrize(("width", "dark"), [(360, False), (390, True), (1440, False)])
def test_nothing_is_wider_than_the_window(chromium: Browser, offline_file: Path, width: int, dark: bool) -> None:
    with opened(chromium, offline_file, width=width, height=800, dark=dark) as offline:
        for fragment in FRAGMENTS:
            page = offline.turn(fragment)
            page.evaluate(DRAW_ALL)

            assert not page.evaluate(TOO_WIDE), fragment


def test_version_date_and_the_mark_of_demonstration_are_in_sight(offline: Offline) -> None:
    band = offline.page.locator("#band").inner_text()

    assert "Phiên bản số liệu" in band
    assert "Lập ngày" in band
    assert "Số liệu minh họa" in band


def test_the_address_brings_a_reader_back_to_the_same_figures(offline: Offline) -> None:
    page = offline.go("p=indicator&nam=2018&huyen=171&chi_tieu=dn_ap_dung_he_thong")
    sentence = page.locator(".verdict-sentence").inner_text()
    page.get_by_role("button", name="Tổng quan").click()
    page.get_by_role("button", name="2015", exact=True).click()
    page.go_back()
    page.go_back()

    assert page.locator(".verdict-sentence").inner_text() == sentence
    assert "Đại Từ" in page.locator(".lead").inner_text()


@pytest.mark.parametrize(
    "fragment", ["nam=1999&huyen=999&nganh=x&chi_tieu=<b>&p=nowhere", "%E0%A4%A", "p=indicator&chi_tieu="]
)
def test_an_address_that_means_nothing_shows_the_overview_or_the_first_indicator(
    offline: Offline, fragment: str
) -> None:
    page = offline.go(fragment)

    assert page.locator("h1").first.inner_text()
    assert page.locator("main b").count() == 0


def test_a_filter_answers_within_a_tenth_of_a_second(offline: Offline) -> None:
    page = offline.go("p=overview")
    changes = [{"year": year, "district": district} for year in (2014, 2017, 2019) for district in ("171", None, "164")]
    times = sorted(page.evaluate(CHANGE, change) for change in changes)
    print(f"a change of filter: {times[len(times) // 2]:.0f} ms, at most {times[-1]:.0f} ms")

    # The median, because other tests share the processor.
    assert times[len(times) // 2] <= MOST_MS


def test_pointing_at_a_bar_goes_to_that_district(offline: Offline) -> None:
    page = offline.go("p=indicator&nam=2020&chi_tieu=dn_ap_dung_he_thong")
    page.evaluate(DRAW_ALL)
    page.evaluate(
        "[...document.querySelectorAll('.chart')].find((each) => each.chosen)"
        ".emit('plotly_click', { points: [{ y: 0 }] })"
    )

    assert page.evaluate("asked.district") is not None


def test_the_theme_is_the_devices_until_the_reader_says_otherwise(chromium: Browser, offline_file: Path) -> None:
    with opened(chromium, offline_file, dark=True) as offline:
        ground = "getComputedStyle(document.body).backgroundColor"
        dark = offline.page.evaluate(ground)
        offline.page.get_by_role("button", name="Nền sáng").click()

        assert dark != offline.page.evaluate(ground)


def test_a_chart_is_saved_as_a_picture_and_as_a_drawing(offline: Offline) -> None:
    page = offline.go("p=indicator&nam=2020&chi_tieu=dn_ap_dung_he_thong")
    for name, beginning in (("PNG", b"\x89PNG"), ("SVG", b"<svg")):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).first.click()
        assert Path(download.value.path()).read_bytes().startswith(beginning)
        assert "-v" in download.value.suggested_filename


def test_the_file_of_an_empty_store_says_so_in_every_view(chromium: Browser, empty_store: Path, tmp_path: Path) -> None:
    file = tmp_path / "empty.html"
    assert CommandLine(empty_store)("export", "snapshot", "--out", file).exit_code == 0
    with opened(chromium, file) as offline:
        for view in ("overview", "indicator", "district", "sector", "method"):
            assert len(offline.turn(f"p={view}&huyen=171").locator("main").inner_text()) > 60
        offline.page.keyboard.press("f")
        for _ in range(6):
            offline.page.keyboard.press("ArrowRight")
        assert offline.page.locator(".slide").inner_text()


def test_an_old_browser_is_told_what_to_do(chromium: Browser, offline_file: Path) -> None:
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.add_init_script("delete window.DecompressionStream")
    page.goto(offline_file.as_uri())
    page.wait_for_function("document.getElementById('waiting').textContent.includes('quá cũ')")
    context.close()
