"""A talk given from the dashboard by keyboard alone, and a screen in a lobby that turns by itself."""

from __future__ import annotations

import os
import re
import signal
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from indicators import handout
from tests.browser.server import CHECKOUT, Server, serving
from tests.browser.visit import Visits
from tests.conftest import CommandLine
from tests.handout.test_handout import FIRST
from tests.journeys.test_live import INDICATOR, publish

pytestmark = pytest.mark.browser

PATIENCE_MS = 60_000
# Three seconds a slide are the fewest; a busy build server is given more.
TURNED_MS = 20_000
DRAWN = ".slide .chart[data-drawn]"
DATA = "JSON.stringify(document.querySelector('.slide .chart').data.map(({ name, x, y }) => [name, [...x], [...y]]))"


def opened_by_keyboard(page: Page) -> Page:
    """Go to the menu by Tab, to its link by Tab, and open it with Enter; return the talk."""
    focused = "document.activeElement?.closest('button, a, summary')?.innerText ?? ''"
    for wanted in ("Tải về, trình chiếu", "Trình chiếu ngay"):
        for _ in range(80):
            if wanted in page.evaluate(focused):
                break
            page.keyboard.press("Tab")
        assert wanted in page.evaluate(focused)
        if wanted.startswith("Tải về"):
            page.keyboard.press("Enter")
            page.locator(".downloads").wait_for()
    with page.context.expect_page() as opening:
        page.keyboard.press("Enter")
    talk = opening.value
    talk.wait_for_selector("html[data-ready]", timeout=PATIENCE_MS)
    return talk


def slide(page: Page) -> str:
    return page.locator(".slide").inner_text()


def test_a_talk_by_keyboard_alone_on_which_a_publication_changes_nothing(
    served: Server, office: CommandLine, visits: Visits, tmp_path: Path
) -> None:
    visit = visits(served.url).go("indicator", {"nam": "2020", "chi_tieu": INDICATOR, "huyen": "173"})
    talk = opened_by_keyboard(visit.page)
    asked: list[str] = []
    talk.on("request", lambda request: asked.append(request.url))
    errors: list[str] = []
    talk.on("console", lambda message: message.type == "error" and errors.append(message.text))

    expect(talk.locator(".slide h1")).to_have_text(re.compile("hệ thống quản lý"))
    assert "Phú Bình" in slide(talk)
    assert "Số liệu minh họa" in slide(talk)
    talk.wait_for_selector(DRAWN)
    before, figures = slide(talk), talk.evaluate(DATA)

    talk.keyboard.type("2018")
    assert "chỉ mang số liệu đến hết năm 2020" in talk.locator(".jump").inner_text()
    talk.keyboard.press("Escape")
    talk.wait_for_selector(DRAWN)

    publish(office, tmp_path, 97, "Phú Bình báo lại năm 2020")

    talk.keyboard.press("ArrowRight")
    assert slide(talk) != before
    talk.keyboard.press("ArrowLeft")
    talk.wait_for_selector(DRAWN)
    assert (slide(talk), talk.evaluate(DATA)) == (before, figures)
    talk.keyboard.press("b")
    assert slide(talk).strip() == ""
    talk.keyboard.press("b")
    talk.keyboard.type("dong hy")
    talk.keyboard.press("Enter")
    assert "Đồng Hỷ" in slide(talk)
    talk.keyboard.type("phu binh")
    talk.keyboard.press("Enter")
    talk.wait_for_selector(DRAWN)
    assert (slide(talk), talk.evaluate(DATA)) == (before, figures)
    talk.keyboard.press("z")
    talk.wait_for_selector(DRAWN)
    assert "97" not in talk.evaluate("document.querySelector('.slide .chart').data[0].text")
    with talk.context.expect_page() as opening:
        talk.keyboard.press("n")
    notes = opening.value
    notes.wait_for_selector("#time")
    assert "Phú Bình" in notes.locator("body").inner_text()
    talk.reload()
    talk.wait_for_selector(DRAWN, timeout=PATIENCE_MS)
    assert (slide(talk), talk.evaluate(DATA)) == (before, figures)

    addresses = [url for url in asked if not url.startswith(("data:", "blob:"))]
    assert [url for url in addresses if "/stage?" not in url and "/static/media/Source" not in url] == []
    assert errors == []


@pytest.mark.parametrize("address", ["stage?nam=2020&v=12", "kiosk?nam=2020&pages=overview"])
def test_talk_and_kiosk_are_set_in_the_faces_of_the_pages(dashboard: Server, visits: Visits, address: str) -> None:
    page = visits(dashboard.url).page
    page.goto(f"{dashboard.url}/{address}")
    page.wait_for_selector("html[data-ready]", timeout=PATIENCE_MS)
    page.evaluate("document.fonts.ready.then(() => true)")

    faces = "[...document.fonts].map(({ family, status }) => `${family}: ${status}`.replaceAll('\"', '')).sort()"
    assert page.evaluate(faces) == ["Source Sans: loaded", "Source Serif: loaded"]


def test_leaving_the_talk_leads_to_the_page_that_shows_the_same(dashboard: Server, visits: Visits) -> None:
    page = visits(dashboard.url).page
    page.goto(f"{dashboard.url}/stage?nam=2019")
    page.wait_for_selector("html[data-ready]", timeout=PATIENCE_MS)
    page.keyboard.type("kaizen")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")

    page.wait_for_url("**/indicator?**")
    assert "nam=2019" in page.url
    assert "chi_tieu=luot_dn_ap_dung_cong_cu" in page.url
    expect(page.get_by_role("heading", name="Kaizen").first).to_be_visible(timeout=PATIENCE_MS)


def test_a_talk_ends_on_the_code_of_what_is_handed_out(served: Server, office: CommandLine, visits: Visits) -> None:
    put = handout.publish(office.store, FIRST, by="Hoa")
    page = visits(served.url).page
    page.goto(f"{served.url}/stage?nam=2019&huyen=173&v=12")
    page.wait_for_selector("html[data-ready]", timeout=PATIENCE_MS)
    page.keyboard.press("End")
    code = page.get_by_role("img", name=f"{served.url}/h/{put.code}")

    expect(page.locator(".slide h2")).to_have_text("Xem tiếp trên điện thoại: quét mã hoặc mở địa chỉ")
    box, room = code.bounding_box(), page.viewport_size
    assert box is not None
    assert room is not None
    assert box["width"] == pytest.approx(box["height"], abs=1)
    assert box["height"] > room["width"] * 9 / 16 / 2
    assert "".join(page.locator(".scan-address span").all_inner_texts()) == f"{served.url}/h/{put.code}"
    assert "Phiên bản số liệu 12, tính đến hết năm 2020" in page.locator(".scan").inner_text()
    assert "Số liệu minh họa" in page.locator(".slide footer").inner_text()
    assert page.evaluate(
        "document.querySelector('.slide-body').scrollHeight <= document.querySelector('.slide-body').clientHeight + 2"
    )
    page.keyboard.press("ArrowRight")
    expect(code).to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(code).to_have_count(0)


def kiosk(page: Page, server: Server, query: str) -> Page:
    page.goto(f"{server.url}/kiosk?{query}")
    page.wait_for_selector("html[data-ready]", timeout=PATIENCE_MS)
    return page


def test_a_kiosk_turns_by_itself_and_takes_up_what_is_published(
    served: Server, office: CommandLine, visits: Visits, tmp_path: Path
) -> None:
    page = kiosk(visits(served.url).page, served, f"nam=2020&huyen=173&seconds=3&pages={INDICATOR},districts")
    expect(page.locator(".slide h1")).to_have_text(re.compile("hệ thống quản lý"))
    assert page.locator(".stage-tools").count() == 0
    page.evaluate("window.sameDocument = true")

    expect(page.locator(".slide h2")).to_be_visible(timeout=TURNED_MS)
    expect(page.locator(".slide h1")).to_be_visible(timeout=TURNED_MS)
    version = publish(office, tmp_path, 97, "Phú Bình báo lại năm 2020")

    line = page.locator(".slide footer")
    expect(line).to_contain_text(f"Phiên bản số liệu {version}, tính đến hết năm 2020. Công bố", timeout=TURNED_MS)
    expect(page.locator(".stage-verdict p")).to_contain_text("97", timeout=TURNED_MS)
    assert page.evaluate("window.sameDocument") is True


def test_a_kiosk_held_at_a_version_stays_there(dashboard: Server, visits: Visits) -> None:
    page = visits(dashboard.url).page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    kiosk(page, dashboard, "nam=2020&v=7&seconds=3")
    page.wait_for_timeout(6_500)

    assert "Phiên bản số liệu 7" in slide(page)
    assert [url for url in asked if url.endswith("/live")] == []


def test_a_key_stops_the_kiosk_and_arrows_turn_it_by_hand(dashboard: Server, visits: Visits) -> None:
    page = kiosk(visits(dashboard.url).page, dashboard, "nam=2020&seconds=3&pages=overview,attention,method")
    page.keyboard.press("ArrowRight")
    shown = slide(page)
    assert "Tạm dừng" in shown
    page.wait_for_timeout(6_500)
    assert slide(page) == shown

    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert page.locator(".stage-count").inner_text() == "3/3"


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_who_wants_no_motion_sees_pages_swapped_and_no_line_run(dashboard: Server, visits: Visits, motion: str) -> None:
    page = visits(dashboard.url).page
    page.emulate_media(reduced_motion=motion)
    kiosk(page, dashboard, "nam=2020&seconds=3&pages=overview,attention")
    expect(page.locator(".stage-count")).to_have_text("2/2", timeout=TURNED_MS)

    moving = page.evaluate("document.getAnimations().length")
    assert (moving == 0) is (motion == "reduce")


def test_while_the_server_is_away_the_last_figures_stay_and_it_is_said_since_when(
    office: CommandLine, chromium: Browser, tmp_path: Path
) -> None:
    page = chromium.new_context(viewport={"width": 1440, "height": 900}).new_page()
    environment = {"INDICATORS_STORE": str(office.store)}
    with serving(CHECKOUT / "dashboard.py", log=tmp_path / "log.txt", environment=environment) as server:
        kiosk(page, server, "nam=2020&seconds=3")
        os.kill(server.pid, signal.SIGKILL)

    away = page.locator(".slide .stage-said")
    expect(away).to_have_text(
        re.compile(r"Chưa hỏi lại được máy chủ từ .*\d\d:\d\d.*số liệu gần nhất"), timeout=TURNED_MS
    )
    before = page.locator(".stage-count").inner_text()
    expect(page.locator(".stage-count")).not_to_have_text(before, timeout=TURNED_MS)
    assert "Phiên bản số liệu 12" in slide(page)
    assert page.locator(DRAWN).or_(page.locator(".slide h2")).count() > 0
    page.context.close()


def test_what_is_said_in_the_foot_of_a_kiosk_held_upright_never_lies_on_the_chart(
    dashboard: Server, visits: Visits
) -> None:
    page = visits(dashboard.url, width=768, height=1024).page
    kiosk(page, dashboard, f"nam=2020&v=12&seconds=3600&pages={INDICATOR}")
    page.wait_for_selector(DRAWN)
    bottom = "document.querySelector('.slide .main-svg').getBoundingClientRect().bottom"
    before = page.evaluate(bottom)
    page.evaluate("kiosk.isAway = true; say()")

    page.wait_for_function(f"{bottom} < {before} - 10")
    assert page.evaluate(f"{bottom} <= document.querySelector('.slide footer').getBoundingClientRect().top")


def test_an_answer_that_is_no_figures_leaves_the_last_ones(dashboard: Server, visits: Visits) -> None:
    broken = cycle(["<html>", '{"shapes": []}'])
    page = visits(dashboard.url).page
    page.route("**/live", lambda route: route.fulfill(json={"version": 11}))
    page.route("**/kiosk/figures?**", lambda route: route.fulfill(body=next(broken)))
    kiosk(page, dashboard, "nam=2020&seconds=3&pages=overview,districts")

    expect(page.locator(".slide .stage-said")).to_contain_text("Chưa hỏi lại được", timeout=TURNED_MS)
    for shown in ("1/2", "2/2"):
        expect(page.locator(".stage-count")).to_have_text(shown, timeout=TURNED_MS)
    assert "Phiên bản số liệu 12" in slide(page)


def test_a_kiosk_begins_anew_where_the_server_has_another_program(dashboard: Server, visits: Visits) -> None:
    page = visits(dashboard.url).page
    kiosk(page, dashboard, "nam=2020&seconds=3&pages=overview")
    page.evaluate("window.sameDocument = true; about.program = 'former'")
    page.route("**/live", lambda route: route.fulfill(json={"version": 11}))

    with page.expect_event("load", timeout=TURNED_MS):
        pass
    page.wait_for_selector("html[data-ready]", timeout=PATIENCE_MS)
    assert page.evaluate("window.sameDocument") is None
