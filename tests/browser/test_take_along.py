"""From a page of the dashboard: the chart saved as a picture, the figures as a workbook, a link to the same figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.server import Server
from tests.browser.visit import Visits


@pytest.mark.browser
def test_the_chart_opens_by_itself_and_is_saved(dashboard: Server, visits: Visits) -> None:
    page = visits(dashboard.url).page
    page.goto(f"{dashboard.url}/exports/chart?exhibit=indicator.trajectory&nam=2020&chi_tieu=dn_ap_dung_he_thong")
    page.wait_for_selector(".chart[data-drawn]")
    for name, beginning in (("PNG", b"\x89PNG"), ("SVG", b"<svg")):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        assert Path(download.value.path()).read_bytes().startswith(beginning)


@pytest.mark.browser
def test_the_ways_to_take_an_exhibit_along_stand_under_its_figures(dashboard: Server, visits: Visits) -> None:
    visit = visits(dashboard.url).go("indicator", {"nam": "2020", "chi_tieu": "dn_ap_dung_he_thong"})
    page = visit.page
    page.locator(".figures-table summary", has_text="Bảng số").nth(1).click()
    ways = page.locator(".carried a")
    ways.first.wait_for()

    assert ways.all_inner_texts() == [
        "Tải bảng số (CSV)", "Tải bảng số (Excel)", "Lưu biểu đồ (PNG, SVG)", "Liên kết đến đúng số liệu này",
    ]  # fmt: skip
    link = ways.last.get_attribute("href") or ""
    assert all(part in link for part in ("nam=2020", "lang=vi", "v=", "chi_tieu=dn_ap_dung_he_thong"))
