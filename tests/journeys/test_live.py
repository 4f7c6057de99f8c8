"""A publication shows in every page that is open, without a reload by hand; who is pinned stays and is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.server import CHECKOUT, Server, serving
from tests.browser.visit import Visits
from tests.conftest import CommandLine, made_by_command

pytestmark = pytest.mark.browser

INDICATOR = "dn_ap_dung_he_thong"
PHU_BINH = "Phú Bình"
# One publication is seen within three seconds; a busy build server is given more.
SEEN_MILLISECONDS = 15_000
ADDRESS = {"nam": "2020", "chi_tieu": INDICATOR}
COUNT_QUESTIONS = """
  window.__asked = 0
  const fetched = window.fetch
  window.fetch = (address, ...rest) => {
    if (String(address).endsWith('/live')) window.__asked += 1
    return fetched(address, ...rest)
  }
  Object.defineProperty(document, 'hidden', { get: () => window.__hidden === true })
"""
SCROLLED = """() => document.querySelector('[data-testid="stMain"]').scrollTop"""
TURN = "hidden => { window.__hidden = hidden; document.dispatchEvent(new Event('visibilitychange')) }"


LIVE = CHECKOUT / "indicators" / "ui" / "live.js"
# The script alone on a page that says, as Streamlit's does, whether a run is under way; version 2 is the newest.
ON_ITS_OWN = """
async source => {
  document.body.innerHTML = '<div data-testid="stApp" data-test-script-state="running"><p class="renewed"></p></div>'
  window.__streamlit = { BACKEND_BASE_URL: 'http://127.0.0.1/' }
  window.fetch = async () => { window.asked = (window.asked ?? 0) + 1; return Response.json({ version: 2 }) }
  const live = await import(URL.createObjectURL(new Blob([source], { type: "text/javascript" })))
  const reported = (_, version) => { window.reported = version }
  live.default({ data: { version: 1, renewed: "" }, parentElement: document.body, setTriggerValue: reported })
}
"""
ENDED = """document.querySelector('[data-testid="stApp"]').dataset.testScriptState = 'notRunning'"""


@pytest.fixture
def served_nothing(tmp_path: Path) -> Iterator[Server]:
    """The dashboard where no store was made yet; made beside its log, it is the one that is shown."""
    environment = {"INDICATORS_STORE": str(tmp_path / "store")}
    with serving(CHECKOUT / "dashboard.py", log=tmp_path / "log.txt", environment=environment) as server:
        yield server


def publish(office: CommandLine, folder: Path, value: int, reason: str) -> int:
    """Publish another figure for Phú Bình in 2020 and return the version it made."""
    file = folder / f"phu-binh-{value}.csv"
    file.write_text(f"chi_tieu,nam,huyen,gia_tri\n{INDICATOR},2020,173,{value}\n", "utf-8")
    ended = office("publish", file, "--by", "Chi cục", "--reason", reason, "--json")
    assert ended.exit_code == 0, ended.output + ended.complaints
    return int(ended.json["version"])


def newest(office: CommandLine) -> int:
    """Return the number of the newest version."""
    return int(office("history", "--json").json[0]["version"])


def test_both_open_pages_show_the_new_figure_and_say_why(
    served: Server, office: CommandLine, visits: Visits, tmp_path: Path
) -> None:
    both = [visits(served.url).go("indicator", ADDRESS), visits(served.url, width=390).go("indicator", ADDRESS)]
    before = [visit.bars()[PHU_BINH] for visit in both]

    version = publish(office, tmp_path, 97, "Phú Bình báo lại năm 2020")

    said = f"phiên bản {version}, do Chi cục công bố với lý do “Phú Bình báo lại năm 2020”"
    for visit in both:
        expect(visit.page.get_by_role("status").filter(has_text=said)).to_be_visible(timeout=SEEN_MILLISECONDS)
        assert visit.wait().bars()[PHU_BINH] == 97
    assert 97 not in before


def test_who_is_pinned_stays_and_is_told_that_there_is_a_newer_version(
    served: Server, office: CommandLine, visits: Visits, tmp_path: Path
) -> None:
    old = newest(office)
    publish(office, tmp_path, 50, "Báo lại lần đầu")
    visit = visits(served.url).go("indicator", {**ADDRESS, "v": str(old)})
    before = visit.bars()[PHU_BINH]

    version = publish(office, tmp_path, 97, "Báo lại lần hai")

    notice = f"Đang xem số liệu của phiên bản {old}. Kho đã có phiên bản {version}."
    expect(visit.page.get_by_text(notice)).to_be_visible(timeout=SEEN_MILLISECONDS)
    assert visit.wait().bars()[PHU_BINH] == before != 97
    assert visit.page.locator(".renewed").inner_text() == ""


def test_what_the_reader_had_before_the_eyes_stays_there(
    served: Server, office: CommandLine, visits: Visits, tmp_path: Path
) -> None:
    visit = visits(served.url).go("indicator", {**ADDRESS, "huyen": "173"})
    visit.page.locator(".figures-table summary").last.click()
    opened = visit.page.locator(".figures-table[open] table")
    expect(opened).to_be_visible()
    place = visit.page.evaluate(SCROLLED)
    assert place > 200

    version = publish(office, tmp_path, 97, "Báo lại")

    renewed = visit.page.get_by_role("status").filter(has_text=f"phiên bản {version}")
    expect(renewed).to_be_visible(timeout=SEEN_MILLISECONDS)
    visit.wait()
    assert "huyen=173" in visit.page.url
    assert f"v={version}" in visit.page.url
    expect(opened).to_be_visible()
    assert abs(visit.page.evaluate(SCROLLED) - place) < 100


def test_a_store_that_comes_to_be_is_shown_without_a_reload(served_nothing: Server, visits: Visits) -> None:
    page = visits(served_nothing.url).page
    page.goto(served_nothing.url)
    expect(page.get_by_text("init --demo").first).to_be_visible(timeout=SEEN_MILLISECONDS)

    made_by_command(served_nothing.log.parent / "store", "--demo")

    expect(page.locator(".lead-headline")).to_be_visible(timeout=SEEN_MILLISECONDS)


def test_a_page_that_nobody_sees_asks_nothing_and_one_that_is_seen_again_asks_at_once(
    served: Server, office: CommandLine, visits: Visits, tmp_path: Path
) -> None:
    visit = visits(served.url)
    visit.page.add_init_script(COUNT_QUESTIONS)
    visit.go("indicator", ADDRESS)
    visit.page.wait_for_function("() => window.__asked >= 2", timeout=SEEN_MILLISECONDS)

    visit.page.evaluate(TURN, True)
    asked = visit.page.evaluate("window.__asked")
    version = publish(office, tmp_path, 97, "Báo lại")
    visit.page.wait_for_timeout(6_000)

    assert visit.page.evaluate("window.__asked") == asked
    assert visit.bars()[PHU_BINH] != 97

    visit.page.evaluate(TURN, False)
    assert visit.page.evaluate("window.__asked") == asked + 1
    expect(visit.page.get_by_text(f"phiên bản {version} của kho")).to_be_visible(timeout=SEEN_MILLISECONDS)
    assert visit.wait().bars()[PHU_BINH] == 97


def test_a_publication_elsewhere_never_cuts_short_the_run_that_a_click_began(visits: Visits) -> None:
    page = visits("about:blank").page
    page.evaluate(ON_ITS_OWN, LIVE.read_text("utf-8"))

    page.wait_for_function("window.asked >= 2")
    assert page.evaluate("window.reported") is None
    page.evaluate(ENDED)

    page.wait_for_function("window.reported === 2")
