"""Wrong words: exit 2, and with --json one document that says so in both languages."""

from __future__ import annotations

import pytest

from indicators.labels import LANGUAGES
from tests.cli.conftest import Clerk
from tests.conftest import CommandLine

WRONG = {
    "no command": (),
    "unknown command": ("nonsense",),
    "no file": ("check",),
    "no kind of store": ("init",),
    "both kinds of store": ("init", "--demo", "--empty"),
    "unknown option": ("history", "--loud"),
    "abbreviated option": ("assess", "--dist", "164"),
    "no value": ("assess", "--as-of"),
    "year in words": ("assess", "--as-of", "năm ngoái"),
    "year out of reach": ("assess", "--as-of", "1800"),
    "unknown language": ("history", "--lang", "fr"),
    "value for a switch": ("history", "--json=yes"),
    "blank name": ("restore", "0", "--by", " ", "--reason", "thử"),
    "version in words": ("restore", "đầu", "--by", "Lan", "--reason", "thử"),
}


@pytest.mark.parametrize("words", WRONG.values(), ids=WRONG)
def test_wrong_usage_is_said_in_both_languages(words: tuple[str, ...], clerk: Clerk) -> None:
    ended = clerk("--json", *words)

    assert ended.exit_code == 2
    assert ended.complaints == ""
    error = ended.json["error"]
    assert error["code"] == "wrong_usage"
    assert set(error["message"]) == set(LANGUAGES)
    assert error["message"]["vi"].startswith("Lệnh chưa đúng: ")
    assert error["message"]["en"].startswith("The command is not right: ")
    assert "argument" not in error["message"]["vi"]


@pytest.mark.parametrize("words", WRONG.values(), ids=WRONG)
def test_without_json_it_is_a_sentence_on_standard_error(words: tuple[str, ...], clerk: Clerk) -> None:
    ended = clerk(*words)

    assert (ended.exit_code, ended.output) == (2, "")
    assert ended.complaints.count("\n") == 1


@pytest.mark.parametrize("words", [("--json", "--lang", "en", "history"), ("history", "--lang=en", "--json")])
def test_the_shared_options_stand_before_or_after_the_command(words: tuple[str, ...], clerk: Clerk) -> None:
    assert clerk(*words).json["error"]["code"] == "store_missing"


@pytest.mark.parametrize(("language", "word"), [("vi", "cách dùng:"), ("en", "usage:")])
def test_help_is_in_the_readers_language(language: str, word: str, clerk: Clerk) -> None:
    ended = clerk("--lang", language, "publish", "--help")

    assert ended.exit_code == 0
    assert ended.output.startswith(word)


@pytest.mark.parametrize(
    "words",
    [
        ("check", "tep.csv"),
        ("publish", "tep.csv", "--by", "Lan", "--reason", "thử"),
        ("assess",),
        ("values", "--indicator", "dn"),
        ("history",),
        ("restore", "0", "--by", "Lan", "--reason", "thử"),
    ],
)
def test_without_a_store_nothing_works_and_none_is_made(words: tuple[str, ...], clerk: Clerk) -> None:
    clerk.file("chi_tieu;nam;gia_tri\n")

    ended = clerk(*words, "--json")

    assert (ended.exit_code, ended.json["error"]["code"]) == (2, "store_missing")
    assert not (clerk.folder / "store").exists()


NAMED = {
    "unknown_district": ("assess", "--district", "999"),
    "unknown_sector": ("assess", "--sector", "khong"),
    "unknown_version": ("assess", "--version", "99"),
    "unknown_indicator": ("values", "--indicator", "khong"),
}


@pytest.mark.parametrize("code", NAMED)
def test_a_code_that_is_not_known_is_named(code: str, with_store: Clerk) -> None:
    ended = with_store(*NAMED[code], "--json")

    assert (ended.exit_code, ended.json["error"]["code"]) == (2, code)
    assert NAMED[code][-1] in ended.json["error"]["message"]["vi"]


def test_a_file_that_is_not_there_is_unreadable(with_store: Clerk) -> None:
    ended = with_store("check", with_store.folder / "khong-co.csv", "--json")

    assert (ended.exit_code, ended.json["error"]["code"]) == (2, "unreadable_file")


def test_a_process_of_its_own_writes_unicode_and_nothing_but_json(clerk: Clerk) -> None:
    ended = CommandLine(clerk.folder / "store")("assess", "--json")

    assert (ended.exit_code, ended.complaints) == (2, "")
    assert "Chưa có kho số liệu" in ended.json["error"]["message"]["vi"]
