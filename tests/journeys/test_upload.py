"""A clerk, alone, in the browser: a district's workbook with three faults becomes figures on every page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from indicators.accounts import settings_line
from tests.browser.looking import serious
from tests.browser.server import Server, serving_office
from tests.browser.visit import Visit, Visits
from tests.conftest import CommandLine
from tests.upload.reports import BASE, FAULTS, INDICATOR, workbook

NAME = "dai-tu-2020.xlsx"
REASON = "Báo cáo năm 2020"
# What was answered to a sender's file is remembered: a test that wants its faults whole has another sender.
OTHER_SENDER = "UBND HUYỆN VÕ NHAI"
CLERK, PASSWORD = "Nguyễn Thị Hoa", "chè Tân Cương ngon"

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def own(demo_store: Path, tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """The command line on a demonstration store of this file's own."""
    return CommandLine(Path(shutil.copytree(demo_store, tmp_path_factory.mktemp("upload") / "store")))


@pytest.fixture(scope="module")
def dashboard_of_own(own: CommandLine) -> Iterator[Server]:
    """The dashboard of an office with one account over that store; only the first test below publishes into it."""
    with serving_office(own.store, own.store.parent, f"[accounts]\n{settings_line(CLERK, PASSWORD)}\n") as server:
        yield server


def sign_in(visit: Visit) -> Visit:
    """Sign in with the office's account and open the upload page."""
    return visit.sign_in(CLERK, PASSWORD).go("upload")


def file_of(folder: Path, content: bytes) -> Path:
    path = folder / NAME
    path.write_bytes(content)
    return path


def hand_in(visit: Visit, path: Path) -> None:
    visit.page.locator('input[type="file"]').set_input_files(str(path))
    expect(visit.page.get_by_text("Tệp đang làm")).to_be_visible()
    press(visit, "Xem tệp được nhận dạng thế nào")


def press(visit: Visit, name: str) -> None:
    visit.page.get_by_role("button", name=name, exact=True).click()
    visit.page.wait_for_timeout(300)
    visit.wait()


def cell(visit: Visit, row: int, column: int) -> Locator:
    return visit.page.locator(f'td[data-row="{row}"][data-column="{column}"]')


def settled(visit: Visit, sentence: str) -> None:
    expect(visit.page.get_by_text(sentence)).to_be_visible(timeout=20_000)
    visit.wait()


def test_a_stranger_finds_the_door_and_no_uploader(dashboard_of_own: Server, visits: Visits) -> None:
    visit = visits(dashboard_of_own.url).go("upload")

    assert "Hãy đăng nhập" in visit.text()
    assert visit.page.locator('input[type="file"]').count() == 0


def test_from_a_workbook_with_three_faults_to_the_chart(
    own: CommandLine, dashboard_of_own: Server, visits: Visits, tmp_path: Path
) -> None:
    before = own("history", "--json").json[0]["version"]
    visit = sign_in(visits(dashboard_of_own.url))

    hand_in(visit, file_of(tmp_path, workbook(FAULTS)))
    settled(visit, "Bảng theo huyện, 7 cột số liệu (2014–2020)")
    assert serious(visit.page) == []
    press(visit, "Đúng rồi, kiểm tra số liệu")
    settled(visit, "Còn 2 lỗi phải sửa")
    assert serious(visit.page) == []

    # The finding leads to its cell; one click mends a name, the grid a number, and the grid a total.
    press(visit, "Ô B10")
    expect(visit.page.locator(".address")).to_have_text("B10")
    press(visit, "Ghi “Võ Nhai”")
    settled(visit, "Còn 1 lỗi phải sửa")
    cell(visit, 10, 6).dblclick()
    visit.page.locator("td input").fill("48")
    visit.page.keyboard.press("Enter")
    settled(visit, "Không còn gì phải sửa")
    cell(visit, 13, 8).click()
    visit.page.keyboard.press("F2")
    visit.page.locator("td input").fill(str(sum(BASE) * 7))
    visit.page.keyboard.press("Enter")
    expect(visit.page.get_by_text("Tổng ghi 409")).to_have_count(0, timeout=20_000)
    expect(visit.page.get_by_text("Ô G11: “4l” thành “48”")).to_be_visible()

    press(visit, "Xem hệ quả")
    settled(visit, "kết luận sẽ đổi")
    assert serious(visit.page) == []
    assert "Võ Nhai" in visit.text()
    assert own("history", "--json").json[0]["version"] == before
    press(visit, "Đồng ý, đi tiếp")
    visit.page.locator("textarea").fill(REASON)
    visit.page.get_by_label("Số văn bản").fill("125/BC-UBND")
    visit.page.get_by_label("Số văn bản").press("Enter")
    visit.wait()
    assert serious(visit.page) == []
    press(visit, "Công bố")
    settled(visit, f"Đã công bố: phiên bản {before + 1}")
    assert serious(visit.page) == []

    visit.page.get_by_role("link", name="Số tiêu chuẩn cơ sở được xây dựng").click()
    visit.page.wait_for_url("**/indicator?**")
    visit.wait()
    lengths = visit.bars()
    assert (lengths["Đại Từ"], lengths["Võ Nhai"]) == (56, 14)

    commit = own("history", "--json").json[0]
    assert (commit["version"], commit["by"], commit["sender"]) == (before + 1, CLERK, "Huyện Đại Từ")
    assert (commit["reason"], commit["document"]) == (REASON, "125/BC-UBND")
    values = own("values", "--indicator", INDICATOR, "--district", "171", "--json").json
    reported = {row["year"]: row for row in values if row["measure"] == "actual" and row["how"] == "reported"}
    assert (reported[2018]["value"], reported[2018]["raw"], reported[2018]["source"]["cell"]) == (48, "4l", "G11")


def test_going_back_and_forth_keeps_what_was_mended(dashboard_of_own: Server, visits: Visits, tmp_path: Path) -> None:
    visit = sign_in(visits(dashboard_of_own.url))
    hand_in(visit, file_of(tmp_path, workbook(FAULTS, sender=OTHER_SENDER)))
    press(visit, "Đúng rồi, kiểm tra số liệu")
    press(visit, "Ghi “Võ Nhai”")
    settled(visit, "Còn 1 lỗi phải sửa")

    press(visit, "Quay lại")
    press(visit, "Quay lại")
    settled(visit, "Tệp đang làm")
    visit.page.locator('[class*="st-key-step-"] button').nth(2).click()

    settled(visit, "Còn 1 lỗi phải sửa")


def test_the_grid_is_worked_by_keyboard_alone(dashboard_of_own: Server, visits: Visits, tmp_path: Path) -> None:
    visit = sign_in(visits(dashboard_of_own.url))
    hand_in(visit, file_of(tmp_path, workbook(FAULTS, sender=OTHER_SENDER)))
    press(visit, "Đúng rồi, kiểm tra số liệu")
    press(visit, "Ô G11")
    page, keyboard = visit.page, visit.page.keyboard
    cell(visit, 10, 6).focus()

    keyboard.press("ArrowLeft")
    expect(page.locator(".address")).to_have_text("F11")
    keyboard.press("ArrowRight")
    keyboard.press("F2")
    page.locator("td input").fill("99")
    keyboard.press("Escape")
    expect(cell(visit, 10, 6)).to_contain_text("4l")
    keyboard.type("48")
    keyboard.press("Tab")

    settled(visit, "Còn 1 lỗi phải sửa")
    expect(page.locator(".address")).to_have_text("H11")
    assert page.locator('table[role="grid"] td[aria-invalid="true"]').count() == 1


@pytest.mark.parametrize("dark", [False, True])
def test_on_a_phone_the_page_is_never_pushed_sideways(
    dashboard_of_own: Server, visits: Visits, tmp_path: Path, dark: bool
) -> None:
    visit = sign_in(visits(dashboard_of_own.url, width=390, height=844, dark=dark))
    assert visit.overflow() == 0

    hand_in(visit, file_of(tmp_path, workbook(FAULTS, sender=OTHER_SENDER)))
    assert visit.overflow() == 0
    press(visit, "Đúng rồi, kiểm tra số liệu")

    assert visit.overflow() == 0
    assert cell(visit, 10, 6).bounding_box()["height"] >= 44


def test_a_file_too_large_is_refused_in_words_and_another_can_be_chosen(
    dashboard_of_own: Server, visits: Visits, tmp_path: Path
) -> None:
    visit = sign_in(visits(dashboard_of_own.url))
    dropzone = visit.page.get_by_test_id("stFileUploaderDropzone")
    large = tmp_path / "lon.csv"
    with large.open("wb") as file:
        file.truncate(201 << 20)

    visit.page.locator('input[type="file"]').set_input_files(str(large))
    expect(dropzone.get_by_test_id("stFileChip")).to_be_visible()

    said = "element => getComputedStyle(element, '::after').content"
    assert "Tệp lớn hơn 200 MB nên không nhận" in dropzone.evaluate(said)
    assert "Error" not in visit.text()
    assert "Chọn tệp trên máy" in dropzone.get_by_test_id("stBaseButton-borderlessIcon").evaluate(said)
    hand_in(visit, file_of(tmp_path, workbook(FAULTS, sender=OTHER_SENDER)))


def test_the_way_past_the_menu_is_named_in_the_readers_language(dashboard_of_own: Server, visits: Visits) -> None:
    visit = visits(dashboard_of_own.url).go("history", {"lang": "vi"})
    visit.page.keyboard.press("Tab")
    focused = "() => { const at = document.activeElement; return [at.dataset.testid, %s] }"
    said = "getComputedStyle(at, '::after').content, getComputedStyle(at).fontSize"

    assert visit.page.evaluate(focused % said) == ["stSkipToContent", '"Đến thẳng nội dung"', "0px"]


def test_the_uploader_speaks_the_readers_language(dashboard_of_own: Server, visits: Visits) -> None:
    visit = sign_in(visits(dashboard_of_own.url))
    dropzone = visit.page.get_by_test_id("stFileUploaderDropzone")

    assert dropzone.get_by_role("button", name="Chọn tệp trên máy").count() == 1
    assert dropzone.inner_text().strip() == ""
