"""Who is let in: the right password of a known account, a token once and in time; tries are limited and logged."""

from __future__ import annotations

import datetime as dt
import json
import os
import stat
import tomllib
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import accounts
from indicators.accounts import Accounts, AttemptLog, Attempts, Entrance, OneTimeToken, Refused, SignedIn
from indicators.errors import BrokenAccounts, StoreForbidden

PASSWORD = "chè Tân Cương ngon"
# Always the same salt: tests are named by what they are given.
HASH = accounts._HASHER.hash(PASSWORD, salt=b"0123456789abcdef")
LAN = "Nguyễn Thị Lan"
START = dt.datetime(2026, 11, 23, 8, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)


class Clock:
    """A clock that stands until somebody moves it."""

    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> dt.datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def log(tmp_path: Path) -> AttemptLog:
    return AttemptLog.of_store(tmp_path)


@pytest.fixture
def entrance(log: AttemptLog, clock: Clock) -> Entrance:
    return Entrance(Accounts.of({LAN: HASH}), log, clock=clock)


def lines(log: AttemptLog) -> list[dict[str, str | None]]:
    return [json.loads(line) for line in log.path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    ("name", "hash"),
    [
        ("", HASH), (" ", HASH), ("a\x07b", HASH), ("x" * 81, HASH), (LAN, ""), (LAN, PASSWORD), (LAN, 5),
        (LAN, HASH.replace("argon2id", "argon2i")), (LAN, "$argon2id$v=19$broken"),
    ],
)  # fmt: skip
def test_an_account_without_a_name_or_a_hash_is_refused_at_the_start(name: str, hash: object) -> None:
    with pytest.raises(BrokenAccounts):
        Accounts.of({name: hash})


def test_two_spellings_of_one_name_are_refused() -> None:
    with pytest.raises(BrokenAccounts):
        Accounts.of({LAN: HASH, unicodedata.normalize("NFD", LAN): HASH})


@pytest.mark.parametrize("password", ["", PASSWORD.upper(), f"{PASSWORD} ", PASSWORD[:-1], "x" * 5000, HASH])
def test_any_other_password_is_refused(password: str) -> None:
    assert not Accounts.of({LAN: HASH}).verify(LAN, password)


@pytest.mark.parametrize("name", ["", "Lan", LAN.upper(), HASH])
def test_any_other_name_is_refused(name: str) -> None:
    assert not Accounts.of({LAN: HASH}).verify(name, PASSWORD)


def test_letters_composed_or_not_are_the_same_password_and_name() -> None:
    apart = unicodedata.normalize("NFD", PASSWORD)

    assert apart != PASSWORD
    assert Accounts.of({LAN: HASH}).verify(f"  {unicodedata.normalize('NFD', LAN)} ", apart)


def test_an_unknown_name_is_verified_like_a_known_one() -> None:
    """The time is that of argon2: what counts is that it runs, with the same parameters."""
    known, nobody = HASH.split("$")[1:4], accounts._nobodys_hash().split("$")[1:4]

    assert known == nobody
    assert known[0] == "argon2id"


def test_a_hash_is_salted_and_holds_no_password() -> None:
    assert accounts.hashed(PASSWORD) != HASH
    assert PASSWORD not in HASH


@given(st.text(min_size=1, max_size=100))
def test_a_name_of_an_account_is_read_back_from_its_line(name: str) -> None:
    tidy = accounts.tidy_name(name)
    line = f"{json.dumps(tidy, ensure_ascii=False)} = 1"

    assert tidy == "" or tomllib.loads(line) == {tidy: 1}
    assert accounts.tidy_name(tidy) == tidy


def test_the_line_makes_the_account() -> None:
    line = accounts.settings_line('Lan "A" \\', PASSWORD)

    assert Accounts.of(tomllib.loads(f"[accounts]\n{line}")["accounts"]).verify('Lan "A" \\', PASSWORD)


def test_a_wrong_password_is_refused_and_the_right_one_let_in(entrance: Entrance, log: AttemptLog) -> None:
    assert entrance.sign_in(LAN, "sai rồi sai rồi", address="10.0.0.5") == Refused()
    assert entrance.sign_in(LAN, PASSWORD, address="10.0.0.5") == SignedIn(LAN)
    assert [(line["name"], line["outcome"]) for line in lines(log)] == [
        (LAN, "account_wrong"), (LAN, "account_signed_in"),
    ]  # fmt: skip


def test_after_three_failures_the_right_password_must_wait_too(entrance: Entrance, clock: Clock) -> None:
    for _ in range(3):
        assert entrance.sign_in(LAN, "sai", address="10.0.0.5") == Refused()

    assert entrance.sign_in(LAN, PASSWORD, address="10.0.0.5") == Refused(wait_seconds=1)
    assert entrance.sign_in(LAN, PASSWORD, address="10.0.0.6") == SignedIn(LAN)
    clock.at += SECOND
    assert entrance.sign_in(LAN, PASSWORD, address="10.0.0.5") == SignedIn(LAN)


def test_nothing_typed_is_written_down_but_names_that_exist(entrance: Entrance, log: AttemptLog) -> None:
    entrance.sign_in(PASSWORD, LAN, address="10.0.0.5")
    entrance.sign_in_by_token(PASSWORD, address="10.0.0.5\n{}")

    assert PASSWORD not in log.path.read_text("utf-8").encode().decode("unicode_escape", "ignore")
    assert [line["name"] for line in lines(log)] == [None, None]
    assert [line["outcome"] for line in lines(log)] == ["account_wrong", "token_wrong"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_the_log_is_its_owners_alone(entrance: Entrance, log: AttemptLog) -> None:
    entrance.sign_in(LAN, PASSWORD, address="10.0.0.5")

    assert stat.S_IMODE(log.path.stat().st_mode) == 0o600


def test_nobody_comes_in_where_nothing_can_be_logged(tmp_path: Path) -> None:
    entrance = Entrance(Accounts.of({LAN: HASH}), AttemptLog.of_store(tmp_path / "nowhere"))

    with pytest.raises(StoreForbidden):
        entrance.sign_in(LAN, PASSWORD, address="10.0.0.5")


def test_a_log_that_grew_begins_anew_and_the_old_one_stays(log: AttemptLog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounts, "MOST_LOG_BYTES", 10)
    for _ in range(2):
        log.write(at=START, name=None, address="a", outcome="account_wrong")

    assert len(lines(log)) == 1
    assert log.path.with_suffix(".log.1").exists()


class TestAttempts:
    def waits(self, count: int, **who: str) -> list[float]:
        """Return how long each next try must wait, when every one is made as soon as it may be."""
        attempts, at, found = Attempts(), START, []
        for number in range(count):
            name = who.get("name", f"n{number}")
            wait = attempts.begin(name, "a", at=at)
            found.append(wait.total_seconds())
            at += wait
            if wait:
                assert attempts.begin(name, "a", at=at) == dt.timedelta()
        return found

    def test_each_wait_is_twice_the_last_up_to_a_quarter_of_an_hour(self) -> None:
        assert self.waits(14, name=LAN) == [0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900]

    def test_one_address_with_many_names_waits_too(self) -> None:
        assert self.waits(22)[19:] == [0, 1, 2]

    def test_an_hour_later_all_is_forgotten(self) -> None:
        attempts = Attempts()
        for _ in range(3):
            attempts.begin(LAN, "a", at=START)

        assert attempts.begin(LAN, "a", at=START + dt.timedelta(minutes=61)) == dt.timedelta()
        assert attempts.begin(LAN, "a", at=START + dt.timedelta(minutes=61)) == dt.timedelta()

    def test_many_at_once_get_no_more_tries_than_one_after_the_other(self) -> None:
        attempts = Attempts()
        with ThreadPoolExecutor(8) as crowd:
            waits = list(crowd.map(lambda _: attempts.begin(LAN, "a", at=START), range(50)))

        assert sum(not wait for wait in waits) == 3

    def test_colleagues_who_come_in_do_not_use_up_the_tries_of_their_address(self) -> None:
        attempts = Attempts()
        for number in range(100):
            assert attempts.begin(f"n{number}", "a", at=START) == dt.timedelta()
            attempts.succeeded(f"n{number}", "a")

    def test_what_is_remembered_is_bounded(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(accounts, "MOST_REMEMBERED", 10)
        attempts = Attempts()
        for number in range(100):
            attempts.begin("n", f"a{number}", at=START)

        assert len(attempts._tries) == 10


class TestToken:
    @pytest.mark.parametrize("wrong", [lambda text: "", lambda text: text[:-1], lambda text: text.swapcase()])
    def test_any_other_text_is_refused_and_uses_nothing_up(self, wrong: Callable[[str], str]) -> None:
        token, text = OneTimeToken.made(at=START)

        assert not token.take(wrong(text), at=START)
        assert token.take(text, at=START)

    def test_it_serves_once(self) -> None:
        token, text = OneTimeToken.made(at=START)

        with ThreadPoolExecutor(8) as crowd:
            assert sum(crowd.map(lambda _: token.take(text, at=START), range(50))) == 1

    def test_it_expires(self) -> None:
        token, text = OneTimeToken.made(at=START)

        assert not token.take(text, at=START + accounts.TOKEN_LIFETIME)
        assert token.take(text, at=START + accounts.TOKEN_LIFETIME - SECOND)

    def test_the_entrance_lets_its_holder_in_without_a_name(self, log: AttemptLog, clock: Clock) -> None:
        token, text = OneTimeToken.made(at=START)
        entrance = Entrance(Accounts(), log, token=token, clock=clock)

        assert entrance.sign_in_by_token("no", address="a") == Refused()
        assert entrance.sign_in_by_token(f" {text}\n", address="a") == SignedIn(None)
        assert entrance.sign_in_by_token(text, address="a") == Refused()
        assert text not in log.path.read_text("utf-8")

    def test_without_a_token_no_text_is_one(self, entrance: Entrance) -> None:
        assert entrance.sign_in_by_token("", address="a") == Refused()
