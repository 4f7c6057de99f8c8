"""Signing in as people do: by account, by the token of a first try, by the office's own service; and back out."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from indicators.accounts import settings_line
from tests.browser.looking import headings, in_order, serious
from tests.browser.provider import Provider, providing, settings
from tests.browser.server import Server, serving_office
from tests.browser.visit import Visit, Visits

pytestmark = pytest.mark.browser

HOA, PASSWORD = "Nguyễn Thị Hoa", "chè Tân Cương ngon"
ACCOUNTS = f"[accounts]\n{settings_line(HOA, PASSWORD)}\n"
# `make long` takes the desk, too.
SIZES = [(390, 844), *([(1440, 900)] if "INDICATORS_KILLS" in os.environ else [])]
Opens = Callable[[str], Server]


@pytest.fixture
def opens(demo_store: Path, tmp_path: Path) -> Iterator[Opens]:
    """Open the dashboard with a secrets file of one's own, which is served until the visits to it are over."""
    with ExitStack() as served:

        def opened(secrets: str) -> Server:
            return served.enter_context(serving_office(demo_store, tmp_path, secrets))

        yield opened


@pytest.fixture
def office(opens: Opens) -> Server:
    """The dashboard of an office with one account."""
    return opens(ACCOUNTS)


@pytest.fixture
def provider() -> Iterator[Provider]:
    """The office's own sign-in service."""
    with providing() as found:
        yield found


def send(visit: Visit, **fields: str) -> Visit:
    """Fill in the form, press Enter in its last field, and wait for the page that answers."""
    for name, value in fields.items():
        visit.page.fill(f'input[name="{name}"]', value)
    with visit.page.expect_navigation():
        visit.page.keyboard.press("Enter")
    return visit.wait()


def sign_out(visit: Visit) -> Visit:
    """Press the button and wait for the page that answers."""
    with visit.page.expect_navigation():
        visit.page.get_by_role("button", name="Đăng xuất").click()
    return visit.wait()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_an_account_comes_in_from_the_foot_of_a_page_and_back_to_it(
    office: Server, visits: Visits, width: int, height: int
) -> None:
    visit = visits(office.url, width=width, height=height).go("district", {"nam": "2018", "huyen": "171"})
    visit.page.get_by_role("link", name="Đăng nhập").click()
    visit.page.wait_for_selector('input[name="mat_khau"]')
    visit.wait()
    assert visit.overflow() == 0

    send(visit, ten=HOA, mat_khau="sai rồi sai rồi")
    assert "chưa đúng" in visit.text()
    assert HOA not in visit.text()

    send(visit, ten=HOA, mat_khau=PASSWORD)
    assert "/district?" in visit.page.url
    assert "nam=2018" in visit.page.url
    assert HOA in visit.text()
    assert visit.overflow() == 0

    visit.page.reload()
    assert HOA in visit.wait().text()
    assert visit.page.evaluate("document.cookie").find("indicators_session") == -1

    assert HOA not in sign_out(visit).text()
    assert "/district?" in visit.page.url
    visit.page.reload()
    assert HOA not in visit.wait().text()


def test_the_form_is_one_that_a_password_manager_knows(office: Server, visits: Visits) -> None:
    visit = visits(office.url).go("sign-in", {"lang": "en"})
    form = visit.page.locator('form[method="post"]')

    assert form.locator('input[autocomplete="username"]').count() == 1
    assert form.locator('input[type="password"][autocomplete="current-password"]').count() == 1
    assert "Account name" in visit.text()
    visit.page.get_by_label("Account name").focus()
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.name") == "mat_khau"
    assert visit.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_who_guesses_is_told_to_wait(office: Server, visits: Visits) -> None:
    visit = visits(office.url).go("sign-in")
    # Each wait is twice as long as the one before: on a slow computer the first ones are over before the next guess.
    for _ in range(12):
        send(visit, ten=HOA, mat_khau="đoán mò thôi mà")
        if re.search(r"Chờ \d+ giây", visit.text()):
            return
    pytest.fail("twelve guesses, and no word of waiting")


def test_a_first_try_comes_in_once_by_the_printed_address(opens: Opens, visits: Visits) -> None:
    server = opens("")
    printed = re.findall(r"http://localhost:\d+/(sign-in\?ma=\S+)", server.written())
    assert len(printed) == 2

    visit = visits(server.url, width=390, height=844).go(printed[0])
    send(visit, ten="Trần Văn Bình")
    assert "Trần Văn Bình (mã dùng một lần)" in visit.text()
    assert visit.overflow() == 0

    again = visits(server.url).go(printed[0])
    assert "đã dùng rồi" in send(again, ten="Người Khác").text()


def test_with_accounts_no_token_is_printed(office: Server) -> None:
    assert "?ma=" not in office.written()


def test_where_reading_is_restricted_the_address_opened_is_the_one_come_back_to(opens: Opens, visits: Visits) -> None:
    server = opens(f'[access]\nreading = "restricted"\n{ACCOUNTS}')
    visit = visits(server.url, dark=True).go("district", {"nam": "2018", "huyen": "171"})
    assert "Đại Từ" not in visit.text()
    assert visit.page.get_by_label("Mật khẩu").count() == 1
    assert serious(visit.page) == []
    assert in_order(headings(visit.page))
    visit.page.get_by_role("link", name="English").click()
    visit.page.wait_for_selector("text=Sign in")
    assert "lang=en" in visit.wait().page.url

    send(visit, ten=HOA, mat_khau=PASSWORD)
    assert "Dai Tu" in visit.text()
    assert "nam=2018" in visit.page.url
    assert "lang=en" in visit.page.url


def test_settings_that_cannot_be_meant_show_nothing_and_say_where(opens: Opens, visits: Visits) -> None:
    server = opens(f'[access]\nreadin = "restricted"\n{ACCOUNTS}')
    visit = visits(server.url).go("district", {"huyen": "171"})

    assert "readin" in visit.text()
    assert "Đại Từ" not in visit.text()
    assert visit.page.locator("form").count() == 0


def test_a_broken_account_is_named_to_the_server_only(opens: Opens, visits: Visits) -> None:
    server = opens('[accounts]\n"Người Bí Mật" = "x"')
    visit = visits(server.url).go("sign-in")

    assert "có chỗ sai" in visit.text()
    assert "Bí Mật" not in visit.text()
    assert visit.page.locator("form").count() == 0
    assert "Người Bí Mật" in server.written()


def test_the_offices_own_service_lets_in_whom_the_office_lists(
    opens: Opens, provider: Provider, visits: Visits
) -> None:
    listed = '[access.staff]\n"lan@thainguyen.gov.vn" = "Nguyễn Thị Lan"\n'
    server = opens(listed + settings(provider))

    def arrives(who: str) -> Visit:
        visit = visits(server.url).go("sign-in")
        visit.page.get_by_role("button", name="Đăng nhập bằng tài khoản cơ quan").click()
        visit.page.locator(f"#{who}").click()
        visit.page.wait_for_url(f"{server.url}/**")
        return visit.wait()

    stranger = arrives("khach")
    assert "khach@noikhac.vn không có trong danh sách" in stranger.text()

    lan = arrives("lan")
    assert "Đang đăng nhập: Nguyễn Thị Lan" in lan.text()
    assert "Tên Tự Đặt" not in lan.text()
    lan.page.reload()
    assert "Nguyễn Thị Lan" in lan.wait().text()
    assert "Nguyễn Thị Lan" not in sign_out(lan).text()
    assert "Nguyễn Thị Lan" not in lan.go().text()


def test_staff_of_the_offices_service_may_fetch_what_is_restricted(
    opens: Opens, provider: Provider, visits: Visits
) -> None:
    closed = '[access]\nreading = "restricted"\nstaff = ["lan@thainguyen.gov.vn"]\n'
    server = opens(closed + settings(provider))
    export = f"{server.url}/exports/figures.csv?exhibit=overview.final_verdict"
    visit = visits(server.url).go("district", {"huyen": "171"})
    assert visit.page.request.get(export).status == 401
    visit.page.get_by_role("button", name="Đăng nhập bằng tài khoản cơ quan").click()
    visit.page.locator("#lan").click()
    visit.page.wait_for_url(f"{server.url}/**")
    visit.wait()

    assert "lan@thainguyen.gov.vn" in visit.text()
    assert visit.page.request.get(export).status == 200
    cookie = next(each for each in visit.page.context.cookies() if each["name"] == "_streamlit_user")
    stolen = {"Cookie": f"_streamlit_user={cookie['value']}"}
    assert visits(server.url).page.request.get(export, headers=stolen).status == 200
    sign_out(visit)
    assert visit.page.request.get(export, headers=stolen).status == 401
