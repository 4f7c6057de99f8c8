"""`account`: the line of the secrets file; the password comes from the keyboard or from standard input."""

from __future__ import annotations

import io
import tomllib

import pytest

from indicators.accounts import Accounts
from tests.cli.conftest import Clerk


def typed(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(words))


@pytest.mark.parametrize(
    ("name", "password"), [(" ", "mười ký tự trở lên"), ("Lan", "ngắn"), ("Lan", ""), ("Lan", "x" * 201)]
)
def test_a_name_or_password_that_will_not_do_is_refused(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch, name: str, password: str
) -> None:
    typed(monkeypatch, f"{password}\n")
    ended = clerk("account", name, "--json")

    assert (ended.exit_code, ended.json["error"]["code"]) == (2, "wrong_usage")


def test_the_line_makes_the_account_and_says_no_password(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "chè Tân Cương ngon\r\n")
    ended = clerk("account", "Nguyễn Thị  Lan", "--json")

    assert ended.exit_code == 0
    assert ended.json["name"] == "Nguyễn Thị Lan"
    assert "Cương" not in ended.output
    assert Accounts.of(tomllib.loads(ended.json["line"])).verify("Nguyễn Thị Lan", "chè Tân Cương ngon")


def test_what_is_printed_is_a_part_of_the_secrets_file(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "chè Tân Cương ngon\n")
    printed = clerk("account", "Lan").output

    assert list(tomllib.loads(printed.split("\n\n", 1)[1])["accounts"]) == ["Lan"]
