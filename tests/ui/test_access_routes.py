"""The two forms: refused from any other site, bounded, answered with a strict cookie and a way back that stays here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from indicators.store import Store
from indicators.ui import access, carried, directory, exports, parts, staged
from indicators.ui.access import asking, routes
from indicators.ui.access.guard import Guard
from tests.ui.asking import Answer, ask
from tests.ui.test_access_door import HOA, LINE, PASSWORD, Office

FORM = "application/x-www-form-urlencoded"
OUR_OWN = {"sec-fetch-site": "same-origin", "content-type": FORM}
RIGHT = {"ten": HOA, "mat_khau": PASSWORD, "ve": "district", "hoi": "nam=2020&huyen=171"}


async def figures(request: Request) -> PlainTextResponse:
    """Answer as a route does that somebody adds later."""
    return PlainTextResponse("42")


SERVED = Starlette(
    routes=[*routes.routes(), *exports.routes(), Route("/{path:path}", figures, methods=["GET", "PUT"])],
    middleware=[Middleware(Guard)],
)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """The office of this test behind the door that the routes know."""
    found = Office(tmp_path).sets(f"[accounts]\n{LINE}")
    monkeypatch.setattr(access, "DOOR", found.door)
    monkeypatch.setattr(routes, "DOOR", found.door)
    return found


def post(
    fields: Mapping[str, str] | bytes, *, headers: Mapping[str, str] = OUR_OWN, to: str = routes.SIGN_IN, **more: str
) -> Answer:
    """Return the answer to a form."""
    body = fields if isinstance(fields, bytes) else urlencode(fields).encode()
    return ask(SERVED, f"/{to}", method="POST", headers=headers, body=body, **more)


def cookie_of(answer: Answer) -> str:
    """Return the session cookie that an answer sets."""
    found = re.match(rf"{asking.COOKIE}=([\w-]+);", answer.headers.get("set-cookie", ""))
    assert found, answer.headers
    return found[1]


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}, {"origin": "https://evil.vn"},
        {"sec-fetch-site": "cross-site", "origin": "http://127.0.0.1"}, {}, {"origin": "null"},
        {"origin": "http://127.0.0.1.evil.vn"}, {"origin": "http://evil.vn/127.0.0.1"},
    ],
    ids=str,
)  # fmt: skip
@pytest.mark.parametrize("to", [routes.SIGN_IN, routes.SIGN_OUT])
def test_a_form_of_another_site_is_refused(office: Office, headers: dict[str, str], to: str) -> None:
    answer = post(RIGHT, headers={**headers, "content-type": FORM}, to=to)

    assert answer.status == 403
    assert "set-cookie" not in answer.headers
    assert office.log() == []


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "same-origin"}, {"origin": "http://127.0.0.1"}], ids=str)
def test_a_form_of_ours_is_taken(office: Office, headers: dict[str, str]) -> None:
    answer = post(RIGHT, headers={**headers, "content-type": FORM})

    assert answer.status == 303
    assert answer.headers["location"] == "../district?nam=2020&huyen=171"
    assert office.door.staff_of_cookie(cookie_of(answer))


@pytest.mark.parametrize("type", ["application/json", "multipart/form-data; boundary=x", "text/plain", ""])
def test_anything_but_a_form_is_refused(office: Office, type: str) -> None:
    assert post(RIGHT, headers={**OUR_OWN, "content-type": type}).status == 415


@pytest.mark.parametrize(
    "body", [b"ten=" + b"x" * 9000, b"&".join([b"a=1"] * 20), b"ten=\xff\xfe", b"ten=%ff%fe"], ids=len
)
def test_a_form_that_none_of_ours_could_be_is_refused(office: Office, body: bytes) -> None:
    assert post(body).status == 413
    assert office.log() == []


def test_the_cookie_is_for_this_site_alone_and_no_script_sees_it(office: Office) -> None:
    written = post(RIGHT).headers["set-cookie"].lower()

    for part in ("httponly", "samesite=strict", "path=/", "max-age=43200"):
        assert part in written
    assert "secure" not in written
    assert "secure" in post(RIGHT, headers={**OUR_OWN, "x-forwarded-proto": "https"}).headers["set-cookie"].lower()


@pytest.mark.parametrize(
    ("back", "query", "leads"),
    [
        ("https://evil.vn", "", "../"), ("//evil.vn", "", "../"), ("../../x", "", "../"), ("overview", "", "../"),
        ("sign_in", "", "../"), ("method", "lang=en&evil=1", "../method?lang=en"), ("", "v=%0d%0aX", "../?v=%0D%0AX"),
    ],
)  # fmt: skip
def test_the_way_back_leads_to_our_own_pages_only(office: Office, back: str, query: str, leads: str) -> None:
    assert post({**RIGHT, "ve": back, "hoi": query}).headers["location"] == leads


def test_a_wrong_password_is_said_in_the_address_and_no_cookie_given(office: Office) -> None:
    answer = post({**RIGHT, "mat_khau": "sai"})

    assert answer.headers["location"] == "../sign-in?nam=2020&huyen=171&ve=district&loi=sai"
    assert "set-cookie" not in answer.headers


def test_who_tries_too_often_is_told_how_long_to_wait(office: Office) -> None:
    for _ in range(3):
        post({**RIGHT, "mat_khau": "sai"})

    assert post(RIGHT).headers["location"].endswith("&cho=1")


def test_a_made_up_forwarded_address_gains_no_tries(office: Office) -> None:
    """Each try names another address; with no proxy in the settings they count as one."""
    for number in range(30):
        post(
            {**RIGHT, "mat_khau": "sai"},
            headers={**OUR_OWN, "x-forwarded-for": f"10.9.8.{number}"},
            client=f"10.9.8.{number}",
        )

    assert [line["outcome"] for line in office.log()].count("account_wrong") == 3
    assert {line["address"] for line in office.log()} == {asking.UNNAMED_PROXY}


@pytest.mark.parametrize(
    ("host", "forwarded", "proxies", "address"),
    [
        ("10.0.0.5", None, set(), "10.0.0.5"),
        ("10.0.0.5", "1.2.3.4", set(), asking.UNNAMED_PROXY),
        ("10.0.0.2", "6.6.6.6, 10.0.0.9", {"10.0.0.2"}, "10.0.0.9"),
        ("10.0.0.2", "6.6.6.6, 10.0.0.2", {"10.0.0.2"}, asking.UNNAMED_PROXY),
        ("10.0.0.5", "1.2.3.4", {"10.0.0.2"}, asking.UNNAMED_PROXY),
        ("10.0.0.9", "6.6.6.6, 10.0.0.9", {"127.0.0.1"}, "10.0.0.9"),
    ],
)
def test_a_forwarded_address_is_believed_from_a_named_proxy(
    host: str, forwarded: str | None, proxies: set[str], address: str
) -> None:
    headers = [(b"x-forwarded-for", forwarded.encode())] if forwarded else []
    request = HTTPConnection({"type": "http", "headers": headers, "client": (host, 1)})

    assert asking.address_of(request, proxies) == address


def test_signing_in_again_ends_the_session_before(office: Office) -> None:
    first = cookie_of(post(RIGHT))
    second = cookie_of(post(RIGHT, headers={**OUR_OWN, "cookie": f"{asking.COOKIE}={first}"}))

    assert office.door.staff_of_cookie(first) is None
    assert office.door.staff_of_cookie(second)


def test_signing_out_ends_the_session_and_takes_the_cookie_back(office: Office) -> None:
    cookie = cookie_of(post(RIGHT))

    answer = post({}, to=routes.SIGN_OUT, headers={**OUR_OWN, "cookie": f"{asking.COOKIE}={cookie}"})

    assert answer.status == 303
    assert answer.headers["location"] == "../"
    assert "max-age=0" in answer.headers["set-cookie"].lower()
    assert office.door.staff_of_cookie(cookie) is None


@pytest.mark.parametrize("to", [routes.SIGN_IN, routes.SIGN_OUT])
def test_nothing_happens_by_a_link(office: Office, to: str) -> None:
    assert ask(SERVED, f"/{to}", RIGHT).text == "42"
    assert office.log() == []


def test_with_broken_settings_nobody_comes_in(office: Office) -> None:
    office.sets("[accounts]\nLan = 'x'")

    assert post(RIGHT).headers["location"].endswith("loi=cai_dat")


class TestToken:
    def post(self, office: Office, **fields: str) -> Answer:
        """Return the answer to the form of a first try."""
        return post({"ma": office.sets("").door.new_token() or "", **fields})

    @pytest.mark.parametrize("name", ["", "   ", "x" * 70, "a\x00b"])
    def test_without_a_name_nobody_comes_in_and_the_token_is_kept(self, office: Office, name: str) -> None:
        assert self.post(office, ten=name).headers["location"].endswith("loi=ten")
        assert office.log() == []

    def test_the_name_says_by_which_way(self, office: Office) -> None:
        found = office.door.staff_of_cookie(cookie_of(self.post(office, ten=" Trần  Bình ")))

        assert found == access.Staff("Trần Bình (mã dùng một lần)", "token")

    def test_any_other_token_is_refused(self, office: Office) -> None:
        assert self.post(office, ten="Bình", ma="x").headers["location"].endswith("loi=ma")


class TestGuard:
    @pytest.fixture
    def closed(self, office: Office) -> Office:
        return office.sets(f'[access]\nreading = "restricted"\n[accounts]\n{LINE}')

    @pytest.mark.parametrize(
        "path",
        [
            "/exports/figures.csv", "/received/3", "/h/abc", "/media/x.png", "//exports/figures.csv", "/new",
            "/exports/report.docx/progress",
            "/static", "/_STCORE/x", "/accessible", "/stage", "/kiosk", "/kiosk/figures", "/live",
        ],
    )  # fmt: skip
    def test_a_stranger_gets_no_figure_by_any_address(self, closed: Office, path: str) -> None:
        answer = ask(SERVED, path, {"exhibit": "overview.groups"})

        assert answer.status == 401
        assert "42" not in answer.text
        assert answer.headers["cache-control"] == "no-store"

    @pytest.mark.parametrize(
        "path", ["/", "/district", "/sign-in", "/static/js/x.js", "/_stcore/health", "/favicon.png"]
    )
    def test_the_way_in_is_open(self, closed: Office, path: str) -> None:
        assert ask(SERVED, path).status == 200

    def test_staff_gets_everything(self, closed: Office) -> None:
        headers = {"cookie": f"{asking.COOKIE}={closed.signed_in()}"}

        assert ask(SERVED, "/new", headers=headers).text == "42"

    def test_the_route_of_exports_asks_for_itself(self, closed: Office) -> None:
        assert (
            ask(Starlette(routes=exports.routes()), "/exports/figures.csv", {"exhibit": "overview.groups"}).status
            == 401
        )

    @pytest.mark.parametrize(
        ("path", "query"),
        [
            ("stage", {}),
            ("exports/chart", {"exhibit": "indicator.trajectory"}),
            ("exports/figures.xlsx", {"exhibit": "overview.groups"}),
            ("exports/part", {"exhibit": "overview.groups", "part": "figures"}),
            ("exports/directory.json", {}),
            ("received/2", {}),
            ("kiosk", {}),
        ],
    )
    def test_where_only_the_staff_reads_no_browser_keeps_what_they_read(
        self, closed: Office, demo_store: Path, monkeypatch: pytest.MonkeyPatch, path: str, query: dict[str, str]
    ) -> None:
        monkeypatch.setenv("INDICATORS_STORE", str(demo_store))
        store = Store.open(demo_store)
        received = next(commit for commit in store.history() if commit.version == 2)
        asked = {"v": str(store.version), "chi_tieu": "dn_ap_dung_he_thong", "h": received.sha256 or "", **query}
        served = [*exports.routes(), *staged.routes(), *carried.routes(), *parts.routes(), *directory.routes()]
        headers = {"cookie": f"{asking.COOKIE}={closed.signed_in()}"}

        kept = ask(Starlette(routes=served), f"/{path}", asked, headers=headers)

        assert kept.status == 200
        assert kept.headers["cache-control"] == ("private, no-cache" if path.startswith("received") else "no-store")

    def test_with_broken_settings_nobody_gets_anything(self, closed: Office) -> None:
        headers = {"cookie": f"{asking.COOKIE}={closed.signed_in()}"}
        closed.sets("[access]\nreadin = 'restricted'")

        assert ask(SERVED, "/received/3", headers=headers).status == 401

    def test_where_reading_is_open_everybody_gets_everything(self, office: Office) -> None:
        assert ask(SERVED, "/new").text == "42"

    def test_only_staff_may_put_a_file_into_the_servers_memory(self, office: Office) -> None:
        path, headers = "/_stcore/upload_file/a/b", {"cookie": f"{asking.COOKIE}={office.signed_in()}"}

        assert ask(SERVED, path, method="PUT").status == 401
        assert ask(SERVED, path, method="PUT", headers=headers).status == 200
