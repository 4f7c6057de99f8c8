"""An upload seen by a reader without a reload, taken back again; and one that waits for a second pair of eyes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect

from indicators.accounts import settings_line
from tests.browser.server import Server, serving_office
from tests.browser.visit import Visit, Visits
from tests.conftest import CommandLine
from tests.journeys.test_upload import file_of, hand_in, press, settled
from tests.upload.reports import INDICATOR, workbook

pytestmark = pytest.mark.browser

CLERK, HEAD, PASSWORD = "Nguyễn Thị Hoa", "Trần Văn Bình", "chè Tân Cương ngon"
SEEN_MILLISECONDS = 20_000
READS = {"nam": "2020", "chi_tieu": INDICATOR}
DAI_TU_IS = "length => window.lengthOfDaiTu && window.lengthOfDaiTu() === length"
LENGTH = """
() => { window.lengthOfDaiTu = () => {
  for (const chart of document.querySelectorAll('.js-plotly-plot'))
    for (const trace of chart.data ?? [])
      if (trace.type === 'bar')
        for (const [at, hover] of Array.from(trace.customdata ?? []).entries())
          if (String(hover).startsWith('Đại Từ:')) return trace.x[at]
  return null
} }
"""


@contextmanager
def of_two(store: Path, folder: Path, settings: str = "") -> Iterator[Server]:
    """Serve the dashboard of an office with two accounts."""
    lines = "\n".join(settings_line(name, PASSWORD) for name in (CLERK, HEAD))
    with serving_office(store, folder, f"[accounts]\n{lines}\n{settings}") as server:
        yield server


def signed_in(visit: Visit, name: str, page: str) -> Visit:
    return visit.sign_in(name, PASSWORD).go(page)


def handed_in(visit: Visit, path: Path, *, button: str) -> None:
    """Take a faultless file from the first step to the last."""
    hand_in(visit, path)
    press(visit, "Đúng rồi, kiểm tra số liệu")
    settled(visit, "Không còn gì phải sửa")
    press(visit, "Xem hệ quả")
    settled(visit, "kết luận sẽ đổi")
    press(visit, "Đồng ý, đi tiếp")
    visit.page.locator("textarea").fill("Báo cáo năm 2020")
    visit.page.locator("textarea").press("Tab")
    visit.wait()
    press(visit, button)


def test_a_publication_is_seen_by_an_open_page_and_so_is_its_restoration(
    office: CommandLine, visits: Visits, tmp_path: Path
) -> None:
    before = office("history", "--json").json[0]["version"]
    with of_two(office.store, tmp_path / "office") as server:
        reader = visits(server.url).go("indicator", READS)
        reader.page.evaluate(LENGTH)
        former = reader.bars()["Đại Từ"]
        assert former != 56
        clerk = signed_in(visits(server.url), CLERK, "upload")

        handed_in(clerk, file_of(tmp_path, workbook()), button="Công bố")
        settled(clerk, f"Đã công bố: phiên bản {before + 1}")
        reader.page.wait_for_function(DAI_TU_IS, arg=56, timeout=SEEN_MILLISECONDS)

        clerk.go("history", {"tu": str(before + 1), "den": str(before)})
        clerk.page.get_by_label("Lý do khôi phục").fill("Tệp của năm khác")
        press(clerk, f"Khôi phục phiên bản {before}")
        settled(clerk, f"Đã khôi phục phiên bản {before}")
        reader.page.wait_for_function(DAI_TU_IS, arg=former, timeout=SEEN_MILLISECONDS)
        visits.close()

    newest = office("history", "--json").json[0]
    assert (newest["version"], newest["by"], newest["restored_from"]) == (before + 2, CLERK, before)


def test_with_approval_nothing_lands_before_another_account_has_looked(
    office: CommandLine, visits: Visits, tmp_path: Path
) -> None:
    before = office("history", "--json").json[0]["version"]
    with of_two(office.store, tmp_path / "office", "\n[access]\napproval = true\n") as server:
        clerk = signed_in(visits(server.url), CLERK, "upload")
        handed_in(clerk, file_of(tmp_path, workbook()), button="Gửi duyệt")
        expect(clerk.page.get_by_text("chờ").first).to_be_visible(timeout=SEEN_MILLISECONDS)
        assert office("history", "--json").json[0]["version"] == before

        clerk.go("approval")
        press(clerk, "Xem thay đổi")
        expect(clerk.page.get_by_role("button", name="Duyệt và công bố")).to_be_disabled(timeout=SEEN_MILLISECONDS)

        head = signed_in(visits(server.url), HEAD, "approval")
        press(head, "Xem thay đổi")
        settled(head, "Duyệt thì điều gì thay đổi")
        assert "kết luận sẽ đổi" in head.text()
        press(head, "Duyệt và công bố")
        settled(head, f"là phiên bản {before + 1}")
        visits.close()

    newest = office("history", "--json").json[0]
    assert (newest["version"], newest["by"], newest["approved_by"]) == (before + 1, CLERK, HEAD)
