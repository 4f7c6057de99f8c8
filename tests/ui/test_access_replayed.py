"""The check stands at the action: a message replayed over a bare websocket does nothing without a session of today."""

from __future__ import annotations

import http.client
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

from indicators.accounts import LOG_FILE, settings_line
from indicators.ui.access import asking, routes
from tests.browser.server import CHECKOUT, Server, serving
from tests.ui.viewing import connected, run, viewed

HOA, PASSWORD = "Nguyễn Thị Hoa", "chè Tân Cương ngon"
LINE = settings_line(HOA, PASSWORD)

# An action as careless as can be: its button is shown to everybody, nothing but the action itself asks who clicks.
PAGE = """
from pathlib import Path

import streamlit as st

from indicators.ui import access


def publish():
    staff = access.require_staff()
    with Path("{done}").open("a", encoding="utf-8") as file:
        file.write(staff.name + chr(10))


st.button("publish", on_click=publish)
st.write("staff: " + str(access.staff()))
"""
DOOR = """
import streamlit as st
from starlette.middleware import Middleware

from indicators.ui.access.guard import Guard
from indicators.ui.access.routes import routes

app = st.App("page.py", routes=routes(), middleware=[Middleware(Guard)])
"""


@dataclass(frozen=True)
class Careless:
    """A running dashboard with one careless action, its files and its settings."""

    server: Server
    folder: Path

    @property
    def secrets(self) -> Path:
        """The secrets file."""
        return self.folder / "secrets.toml"

    def done(self) -> list[str]:
        """Return who has published so far."""
        path = self.folder / "done.txt"
        return path.read_text("utf-8").splitlines() if path.exists() else []


@pytest.fixture
def careless(tmp_path: Path) -> Iterator[Careless]:
    (tmp_path / "page.py").write_text(PAGE.format(done=tmp_path / "done.txt"), "utf-8")
    (tmp_path / "door.py").write_text(DOOR, "utf-8")
    (tmp_path / "secrets.toml").write_text(f"[accounts]\n{LINE}\n", "utf-8")
    (tmp_path / "store").mkdir()
    environment = {
        "INDICATORS_STORE": str(tmp_path / "store"),
        "STREAMLIT_SECRETS_FILES": str(tmp_path / "secrets.toml"),
        "PYTHONPATH": str(CHECKOUT),
    }
    with serving(tmp_path / "door.py", log=tmp_path / "log.txt", environment=environment) as server:
        yield Careless(server, tmp_path)


def post(url: str, to: str, fields: dict[str, str], **headers: str) -> tuple[int, str, str]:
    """Return status, session cookie and address that a form is answered with."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)
    sent = {"Content-Type": routes.FORM, "Sec-Fetch-Site": "same-origin"}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request("POST", f"/{to}", urlencode(fields), sent)
    answer = connection.getresponse()
    cookie = answer.headers.get("Set-Cookie", "").split(";")[0]
    return answer.status, cookie, answer.headers.get("Location", "")


def signed_in(url: str) -> str:
    """Return the cookie of a sign-in by account."""
    status, cookie, _ = post(url, routes.SIGN_IN, {routes.NAME: HOA, routes.PASSWORD: PASSWORD})
    assert status == 303
    assert cookie.startswith(f"{asking.COOKIE}=")
    return cookie


def test_a_replayed_click_does_nothing_without_a_session_of_today(careless: Careless) -> None:
    url = careless.server.url
    cookie = signed_in(url)
    with connected(url, cookie=cookie) as socket:
        click = run(socket).buttons["publish"]
        assert HOA in run(socket, click=click).words
    assert careless.done() == [HOA]

    made_up = f"{asking.COOKIE}={'x' * 43}"
    for wrong in ("", made_up, f"{asking.COOKIE}=", f"{cookie}x", cookie.replace("=", "_old=")):
        with connected(url, cookie=wrong) as socket:
            run(socket)
            run(socket, click=click)
    assert careless.done() == [HOA]

    with connected(url, cookie=cookie) as still_open, connected(url, cookie=cookie) as other:
        run(still_open)
        run(other)
        run(other, click=click)
        assert careless.done() == [HOA, HOA]
        assert post(url, routes.SIGN_OUT, {}, Cookie=cookie, Sec_Fetch_Site="cross-site")[0] == 403
        run(other, click=click)
        assert careless.done() == [HOA, HOA, HOA]
        assert post(url, routes.SIGN_OUT, {}, Cookie=cookie)[0] == 303
        # Signed out elsewhere, a window that is still open can do nothing either; nor can a cookie stolen before.
        assert "exception" in run(still_open, click=click).words
        assert "staff: None" in run(still_open).words
    with connected(url, cookie=cookie) as stolen:
        run(stolen, click=click)
    assert careless.done() == [HOA, HOA, HOA]


def test_an_account_taken_out_of_the_file_is_out_at_once(careless: Careless) -> None:
    url = careless.server.url
    with connected(url, cookie=signed_in(url)) as socket:
        click = run(socket).buttons["publish"]
        careless.secrets.write_text("[accounts]\n", "utf-8")
        # Written long ago: a file that is still being written is not believed for a second.
        os.utime(careless.secrets, (1_000_000_000, 1_000_000_000))

        run(socket, click=click)

    assert careless.done() == []


def test_thirty_wrong_passwords_are_slowed_and_logged_and_none_stands_in_the_log(careless: Careless) -> None:
    url, wrong = careless.server.url, "mật khẩu đoán mò"
    found = [
        post(url, routes.SIGN_IN, {routes.NAME: HOA, routes.PASSWORD: wrong}, X_Forwarded_For=f"10.9.8.{number}")
        for number in range(30)
    ]

    assert {cookie for _, cookie, _ in found} == {""}
    assert sum("cho=" in address for _, _, address in found) >= 20
    log = (careless.folder / "store" / LOG_FILE).read_text("utf-8")
    assert len(log.splitlines()) == 30
    for written in (log, careless.server.written()):
        assert wrong not in written.encode().decode("unicode_escape", "ignore")
        assert wrong not in written


@pytest.fixture(scope="module")
def closed(demo_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real dashboard over the demonstration set, for staff alone."""
    folder = tmp_path_factory.mktemp("closed")
    secrets = folder / "secrets.toml"
    secrets.write_text(f'[access]\nreading = "restricted"\n[accounts]\n{LINE}\n', "utf-8")
    environment = {"INDICATORS_STORE": str(demo_store), "STREAMLIT_SECRETS_FILES": str(secrets)}
    with serving(CHECKOUT / "dashboard.py", log=folder / "log.txt", environment=environment) as server:
        yield server
        assert "Traceback" not in server.written(), server.written()


class TestRestricted:
    @pytest.mark.parametrize("page", ["", "indicator", "district", "sector", "method", "source", "sign-in"])
    def test_a_page_shows_a_stranger_the_way_in_and_no_figure(self, closed: Server, page: str) -> None:
        seen = viewed(closed.url, page=page, query="nam=2020&huyen=171&chi_tieu=dn_ap_dung_he_thong")

        assert "mat_khau" in seen.words
        for word in ("Đại Từ", "chỉ tiêu đạt", "plotly", "Số liệu minh họa", "Nguồn:"):
            assert word not in seen.words

    def test_no_address_gives_a_stranger_a_figure(self, closed: Server) -> None:
        for path in (
            "/exports/figures.csv?exhibit=overview.final_verdict",
            "/received/1",
            "/media/x.png",
            "/data/store",
        ):
            connection = http.client.HTTPConnection(urlsplit(closed.url).netloc, timeout=60)
            connection.request("GET", path)
            answer = connection.getresponse()
            assert answer.status == 401, path
            assert "đăng nhập" in answer.read().decode("utf-8")

    def test_staff_sees_pages_and_exports(self, closed: Server) -> None:
        cookie = signed_in(closed.url)
        connection = http.client.HTTPConnection(urlsplit(closed.url).netloc, timeout=60)
        connection.request("GET", "/exports/figures.csv?exhibit=overview.final_verdict", headers={"Cookie": cookie})

        assert connection.getresponse().status == 200
        assert "Đại Từ" in viewed(closed.url, page="district", query="huyen=171", cookie=cookie).words
