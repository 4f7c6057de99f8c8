"""What a reader takes along from a page is about what the page shows."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

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


@pytest.mark.browser
def test_a_document_shows_how_far_it_is_and_says_when_it_has_come(
    dashboard: Server, visits: Visits, tmp_path: Path
) -> None:
    page = visits(dashboard.url).go("district", {"huyen": "173", "nam": "2018"}).page
    told: list[dict[str, int]] = []
    page.on("response", lambda answer: told.append(answer.json()) if answer.url.count("/progress?") else None)
    menu_of(page)
    link = page.get_by_role("link", name=REPORT)

    with page.expect_download(timeout=120_000) as waiting:
        link.focus()
        page.keyboard.press("Enter")
        expect(link).to_have_attribute("aria-busy", "true")
        expect(page.get_by_role("status").filter(has_text="Đang lập tệp")).to_contain_text(REPORT)
        page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Đã lập xong")).to_contain_text(REPORT)

    waiting.value.save_as(tmp_path / "made.docx")
    assert "Đại Từ" not in docx.Document(str(tmp_path / "made.docx")).core_properties.title
    assert [far for far in told if 0 < far["done"] <= far["of"]]
    expect(link).not_to_have_attribute("aria-busy", "true")
    assert page.locator(".tray progress").count() == 0
    assert link.evaluate("link => link === document.activeElement")


@pytest.mark.browser
def test_a_document_that_can_not_be_had_says_why_until_it_was_read(dashboard: Server, visits: Visits) -> None:
    visit = visits(dashboard.url).go("district", {"huyen": "173"})
    page = visit.page
    menu_of(page)
    link = page.get_by_role("link", name=REPORT)
    status = page.locator(".tray")

    page.context.set_offline(True)
    link.click()
    expect(status).to_contain_text("Chưa tải được: Báo cáo (.docx). Máy chủ không trả lời")
    page.context.set_offline(False)
    status.get_by_role("button", name="Đóng").click()
    expect(status).to_be_empty()
    expect(link).to_be_focused()

    link.evaluate("link => { link.href = link.href.replace(/report.docx.*/, 'figures.csv?exhibit=nothing') }")
    link.click()
    expect(status).to_contain_text("Chưa tải được: Báo cáo (.docx). Không có")
    assert len(visit.errors) == len([error for error in visit.errors if "Failed to load resource" in error]) > 0
    visit.errors.clear()


@pytest.mark.browser
def test_without_a_script_the_link_downloads_the_same_file(dashboard: Server, visits: Visits) -> None:
    page = visits(dashboard.url).go("district", {"huyen": "170", "nam": "2019"}).page
    menu_of(page)
    link = page.get_by_role("link", name=REPORT)
    link.evaluate("link => { delete link.dataset.making }")

    with page.expect_download(timeout=120_000) as waiting:
        link.click()

    assert waiting.value.suggested_filename.startswith("report-2019-v")
    assert page.locator(".tray").inner_text() == ""
