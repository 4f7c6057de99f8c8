"""Who is in: a session holds as long as its account, its password and its time, and not a moment longer."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from indicators.accounts import LOG_FILE, Refused, settings_line
from indicators.errors import BrokenAccounts, BrokenSettings, StoreForbidden
from indicators.ui.access import sessions
from indicators.ui.access.door import Claims, Door, LetIn
from indicators.ui.access.sessions import LONGEST, LONGEST_IDLE, Sessions, Staff
from tests.ui.test_access_settings import LONG_AGO, written

PASSWORD = "chè Tân Cương ngon"
HOA = "Nguyễn Thị Hoa"
LINE = settings_line(HOA, PASSWORD)
OTHER_LINE = settings_line(HOA, "mật khẩu mới hơn")
AUTH = (
    f'[auth]\nserver_metadata_url = "u"\nclient_id = "i"\nclient_secret = "s"\ncookie_secret = "{"s" * 32}"\n'
    'redirect_uri = "http://127.0.0.1/oauth2callback"\n'
)
START = dt.datetime(2026, 11, 25, 8, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)
ADDRESS = "10.0.0.5"


class Office:
    """A door with a clock that somebody moves and a secrets file that somebody writes."""

    def __init__(self, folder: Path) -> None:
        self.at, self.folder, self.changes = START, folder, 0
        self.file = folder / "secrets.toml"
        self.door = Door(files=lambda: [self.file], folder=lambda: folder, clock=lambda: self.at)

    def sets(self, text: str) -> Office:
        """Write the secrets file."""
        self.changes += 1
        written(self.file, text, at=LONG_AGO + self.changes)
        return self

    def signed_in(self) -> str:
        """Return the cookie of a sign-in by account."""
        outcome = self.door.sign_in(HOA, PASSWORD, address=ADDRESS)
        assert isinstance(outcome, LetIn)
        return outcome.cookie

    def log(self) -> list[dict[str, str]]:
        """Return the lines of the log of attempts."""
        path = self.folder / LOG_FILE
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path).sets(f"[accounts]\n{LINE}")


@pytest.mark.parametrize("cookie", [None, "", "x", "ÿ" * 40, "x" * 100_000, "\udcff"])
def test_a_cookie_that_nobody_was_given_is_nobody(office: Office, cookie: str | None) -> None:
    office.signed_in()

    assert office.door.staff_of_cookie(cookie) is None


def test_an_account_stays_in_until_it_signs_out(office: Office) -> None:
    cookie = office.signed_in()

    assert office.door.staff_of_cookie(cookie) == Staff(HOA, "account")
    office.door.sign_out(cookie)
    assert office.door.staff_of_cookie(cookie) is None


@pytest.mark.parametrize(
    "changed",
    ["[accounts]\n", f"[accounts]\n{OTHER_LINE}", f"[accounts]\n{LINE}\nLan = 'x'", "[access]\nreadin = 1", "= ="],
    ids=["removed", "new password", "broken account", "broken settings", "no toml"],
)  # fmt: skip
def test_what_the_file_no_longer_grants_is_gone_at_once(office: Office, changed: str) -> None:
    cookie = office.signed_in()
    assert office.door.staff_of_cookie(cookie)

    office.sets(changed)

    assert office.door.staff_of_cookie(cookie) is None


def test_a_session_ends_after_twelve_hours_of_work(office: Office) -> None:
    cookie = office.signed_in()
    for _ in range(12):
        assert office.door.staff_of_cookie(cookie)
        office.at += LONGEST / 12

    assert office.at - START == LONGEST
    assert office.door.staff_of_cookie(cookie) is None


def test_a_session_ends_after_two_idle_hours(office: Office) -> None:
    cookie = office.signed_in()
    office.at += LONGEST_IDLE - SECOND
    assert office.door.staff_of_cookie(cookie)
    office.at += LONGEST_IDLE

    assert office.door.staff_of_cookie(cookie) is None
    office.at -= LONGEST_IDLE
    assert office.door.staff_of_cookie(cookie) is None


def test_only_the_digest_of_a_cookie_is_kept(office: Office) -> None:
    cookie = office.signed_in()

    assert len(cookie) >= 43
    assert cookie not in repr(vars(office.door._sessions))
    assert cookie != office.signed_in()


def test_sessions_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "MOST_SESSIONS", 3)
    kept = Sessions()
    cookies = [kept.begin(Staff("n", "token")) for _ in range(5)]

    assert [kept.find(cookie) is not None for cookie in cookies] == [False, False, True, True, True]


def test_thirty_wrong_passwords_are_limited_and_logged_and_none_is_written_down(office: Office) -> None:
    outcomes = [office.door.sign_in(HOA, f"sai lần thứ {number}", address=ADDRESS) for number in range(30)]

    assert all(isinstance(outcome, Refused) for outcome in outcomes)
    assert sum(outcome.wait_seconds == 0 for outcome in outcomes if isinstance(outcome, Refused)) == 3
    assert isinstance(office.door.sign_in(HOA, PASSWORD, address=ADDRESS), Refused)
    assert len(office.log()) == 31
    assert {line["address"] for line in office.log()} == {ADDRESS}
    assert "sai lần" not in json.dumps(office.log(), ensure_ascii=False)


def test_failures_count_on_when_the_file_changes(office: Office) -> None:
    for _ in range(3):
        office.door.sign_in(HOA, "sai", address=ADDRESS)
    office.sets(f"[access]\napproval = true\n[accounts]\n{LINE}")

    assert office.door.sign_in(HOA, PASSWORD, address=ADDRESS) == Refused(wait_seconds=1)


def test_an_unknown_name_is_refused_as_a_wrong_password_is(office: Office) -> None:
    unknown = [office.door.sign_in("Không Có", "sai", address="10.0.0.6") for _ in range(5)]
    known = [office.door.sign_in(HOA, "sai", address="10.0.0.7") for _ in range(5)]

    assert unknown == known


def test_with_a_broken_file_nobody_comes_in(office: Office) -> None:
    office.sets("[accounts]\nLan = 'x'")
    with pytest.raises(BrokenAccounts):
        office.door.sign_in(HOA, PASSWORD, address=ADDRESS)
    office.sets("= =")
    with pytest.raises(BrokenSettings):
        office.door.sign_in(HOA, PASSWORD, address=ADDRESS)
    assert not office.door.may_read(lambda: Staff(HOA, "account"))


def test_nobody_comes_in_unlogged(tmp_path: Path) -> None:
    office = Office(tmp_path).sets(f"[accounts]\n{LINE}")
    office.door._folder = lambda: tmp_path / "nowhere"

    with pytest.raises(StoreForbidden):
        office.door.sign_in(HOA, PASSWORD, address=ADDRESS)


class TestToken:
    def test_there_is_none_where_staff_is_named(self, office: Office) -> None:
        assert office.door.new_token() is None
        assert Office(office.folder).sets(AUTH).door.new_token() is None
        assert Office(office.folder).sets("= =").door.new_token() is None

    def test_it_lets_one_in_under_a_name(self, office: Office) -> None:
        text = office.sets("").door.new_token() or ""

        outcome = office.door.sign_in_by_token(text, "Bình (mã dùng một lần)", address=ADDRESS)

        assert isinstance(outcome, LetIn)
        assert office.door.staff_of_cookie(outcome.cookie) == Staff("Bình (mã dùng một lần)", "token")
        assert office.door.sign_in_by_token(text, "Lan", address=ADDRESS) == Refused()
        assert text not in (office.folder / LOG_FILE).read_text("utf-8")

    def test_the_first_account_ends_the_first_try(self, office: Office) -> None:
        text = office.sets("").door.new_token() or ""
        outcome = office.door.sign_in_by_token(text, "Bình", address=ADDRESS)
        assert isinstance(outcome, LetIn)

        office.sets(f"[accounts]\n{LINE}")

        assert office.door.staff_of_cookie(outcome.cookie) is None

    def test_a_token_printed_before_the_first_account_serves_no_more(self, office: Office) -> None:
        text = office.sets("").door.new_token() or ""
        office.sets(f"[accounts]\n{LINE}")

        assert office.door.sign_in_by_token(text, "Bình", address=ADDRESS) == Refused()


class TestClaims:
    LISTED = '[access]\nstaff = {"lan@x.gov.vn" = "Nguyễn Thị Lan"}\n' + AUTH

    def claims(self, **changed: object) -> Claims:
        """Return what a provider says of somebody who has just signed in."""
        said = {"is_logged_in": True, "iss": "i", "sub": "1", "iat": START.timestamp(), "email": "Lan@x.gov.vn"}
        return {**said, **changed}

    def test_a_listed_address_is_staff_by_the_name_the_office_gave(self, office: Office) -> None:
        office.sets(self.LISTED)

        assert office.door.staff_of_claims(self.claims(name="Ai Đó"), address=ADDRESS) == Staff(
            "Nguyễn Thị Lan", "oidc"
        )
        assert [line["outcome"] for line in office.log()] == ["oidc_signed_in"]

    @pytest.mark.parametrize(
        "changed",
        [
            {"email": "ai@x.gov.vn"}, {"email": None}, {"email_verified": False}, {"email_verified": "false"},
            {"is_logged_in": False}, {"iat": None}, {"iat": (START - LONGEST).timestamp()},
        ],
        ids=str,
    )  # fmt: skip
    def test_anybody_else_is_nobody(self, office: Office, changed: dict[str, object]) -> None:
        office.sets(self.LISTED)

        assert office.door.staff_of_claims(self.claims(**changed), address=ADDRESS) is None
        assert [line["outcome"] for line in office.log()] == ["oidc_refused"]

    @pytest.mark.parametrize("changed", [LISTED.replace("lan@", "la@"), LISTED.split("[auth]", maxsplit=1)[0], "= ="])
    def test_an_address_taken_off_the_list_is_out_at_once(self, office: Office, changed: str) -> None:
        office.sets(self.LISTED)
        assert office.door.staff_of_claims(self.claims(), address=ADDRESS)

        office.sets(changed)

        assert office.door.staff_of_claims(self.claims(), address=ADDRESS) is None

    def test_signing_out_ends_it_in_every_window(self, office: Office) -> None:
        office.sets(self.LISTED)
        office.door.sign_out(None, self.claims())

        assert office.door.staff_of_claims(self.claims(), address=ADDRESS) is None
        again = self.claims(iat=START.timestamp() + 1)
        assert office.door.staff_of_claims(again, address=ADDRESS)

    def test_a_sign_in_is_logged_once(self, office: Office) -> None:
        office.sets(self.LISTED)
        for _ in range(3):
            office.door.staff_of_claims(self.claims(), address=ADDRESS)

        assert len(office.log()) == 1

    def test_nobody_comes_in_unlogged(self, office: Office) -> None:
        office.sets(self.LISTED).door._folder = lambda: office.folder / "nowhere"

        assert office.door.staff_of_claims(self.claims(), address=ADDRESS) is None


@pytest.mark.parametrize(
    ("reading", "who", "may"),
    [("open", None, True), ("restricted", None, False), ("restricted", Staff(HOA, "account"), True)],
)
def test_who_may_read(office: Office, reading: str, who: Staff | None, may: bool) -> None:
    asked: Callable[[], Staff | None] = lambda: who  # noqa: E731
    office.sets(f'[access]\nreading = "{reading}"')

    assert office.door.may_read(asked) is may
