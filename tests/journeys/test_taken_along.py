"""What a reader takes along from a page is about what the page shows."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page

from tests.browser.server import Server
from tests.browser.visit import Visits

REPORT = "Báo cáo (.docx)"


def menu_of(page: Page) -> dict[str, str]:
    """Open the menu and return its links by their words."""
    page.locator(".menu-of-downloads summary").click()
    page.get_by_role("link", name=REPORT).wait_for()
    links = page.locator(".downloads a").all()
    return {link.inner_text(): str(link.get_attribute("href")) for link in links}


@pytest.mark.browser
def test_a_districts_page_gives_a_report_of_that_district(dashboard: Server, visits: Visits, tmp_path: Path) -> None:
    page = visits(dashboard.url, width=390).go("district", {"huyen": "170", "nam": "2019"}).page
    menu_of(page)

    with page.expect_download(timeout=120_000) as waiting:
        page.get_by_role("link", name=REPORT).click()

    waiting.value.save_as(tmp_path / "made.docx")
    assert waiting.value.suggested_filename.startswith("report-2019-v")
    title = docx.Document(str(tmp_path / "made.docx")).core_properties.title
    assert title == "Kết quả năng suất, chất lượng – Võ Nhai, đến hết năm 2019"


@pytest.mark.browser
def test_only_the_page_of_an_indicator_gives_documents_of_one(dashboard: Server, visits: Visits) -> None:
    asked = {"chi_tieu": "mo_hinh_diem"}
    overview = menu_of(visits(dashboard.url).go("", asked).page)
    indicator = menu_of(visits(dashboard.url).go("indicator", asked).page)

    assert len(overview) == len(indicator) == 5
    assert [link for link in overview.values() if "chi_tieu" in link] == []
    assert all("chi_tieu=mo_hinh_diem" in link for link in indicator.values())
