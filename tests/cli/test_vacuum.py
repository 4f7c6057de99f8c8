"""The figures of old versions taken away by hand: said first, done with --yes, told in words ever after."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators import handout
from tests.cli.conftest import Clerk
from tests.conftest import CommandLine

SHORT = "chi_tieu;nam;gia_tri\n"
KEYS = {"done", "version", "kept_days", "earliest", "versions", "files", "bytes", "megabytes"}


@pytest.fixture
def five(with_store: Clerk) -> Clerk:
    """A store with five versions of one figure."""
    for value in range(4):
        with_store.publish(SHORT + f"dn;2019;{value}\n")
    return with_store


def folder_of(clerk: Clerk) -> Path:
    return clerk.folder / "store"


def keep_latest_only(clerk: Clerk) -> None:
    (folder_of(clerk) / "settings.toml").write_text("[versions]\nkept_days = 0\n", "utf-8")


def files(store: Path) -> set[Path]:
    return set((store / "records").rglob("*.parquet"))


def test_a_broken_setting_is_refused_in_words(five: Clerk) -> None:
    (folder_of(five) / "settings.toml").write_text("[versions]\nkept_days = 'một năm'\n", "utf-8")
    ended = five("vacuum", "--yes", "--json")
    assert (ended.exit_code, ended.json["error"]["code"]) == (2, "broken_store_settings")
    assert "kept_days" in ended.json["error"]["message"]["vi"]


def test_nothing_is_set_and_nothing_goes(five: Clerk) -> None:
    before = files(folder_of(five))
    ended = five("vacuum", "--yes", "--json")
    assert ended.exit_code == 0
    assert ended.json.keys() == KEYS
    assert (ended.json["kept_days"], ended.json["versions"], ended.json["files"]) == (None, [], 0)
    assert ended.json["version"] == 5
    assert files(folder_of(five)) == before
    assert "settings.toml" in five("vacuum").output


def test_without_yes_it_only_says(five: Clerk) -> None:
    keep_latest_only(five)
    before = files(folder_of(five))
    ended = five("vacuum", "--json")
    assert (ended.json["done"], ended.json["version"], ended.json["earliest"]) == (False, 5, 0)
    assert ended.json["versions"]
    assert ended.json["files"] > 0
    assert ended.json["bytes"] > 0
    assert files(folder_of(five)) == before
    said = five("vacuum").output
    assert "--yes" in said
    assert f"Sẽ bỏ {ended.json['files']} tệp" in said


def test_with_yes_it_goes_and_the_history_keeps_the_version(five: Clerk) -> None:
    keep_latest_only(five)
    foreseen = five("vacuum", "--json").json
    before = five("values", "--indicator", "dn", "--json").json
    done = five("vacuum", "--yes", "--by", "Quản trị", "--reason", "hết chỗ", "--json").json
    assert done == {**foreseen, "done": True, "version": 6}
    assert five("values", "--indicator", "dn", "--json").json == before

    gone = foreseen["versions"][0]
    refused = five("values", "--indicator", "dn", "--version", gone, "--json")
    assert (refused.exit_code, refused.json["error"]["code"]) == (2, "version_not_kept")
    assert f"Phiên bản {gone} vẫn có trong lịch sử" in refused.json["error"]["message"]["vi"]
    assert five("restore", gone, "--by", "Lan", "--reason", "x", "--json").json["error"]["code"] == "version_not_kept"

    listed = {row["version"]: row for row in five("history", "--json").json}
    assert sorted(listed) == list(range(7))
    assert [version for version, row in listed.items() if not row["is_kept"]] == foreseen["versions"][::-1]
    assert (listed[6]["by"], listed[6]["reason"]) == ("Quản trị", "hết chỗ")
    assert "thử (không còn số liệu)" in five("history").output
    again = five("vacuum", "--yes", "--json").json
    assert (again["versions"], again["files"], again["version"]) == ([], 0, 6)
    assert "Không có gì để bỏ." in five("vacuum").output


class Offered:
    """An offline file of one version."""

    content, title, as_of, language, is_demonstration = b"<html>", "Số liệu", 2020, "vi", False

    def __init__(self, version: int) -> None:
        self.version = version


def test_the_version_that_a_hand_out_shows_is_kept_until_it_is_withdrawn(five: Clerk) -> None:
    keep_latest_only(five)
    offered = handout.publish(folder_of(five), Offered(3), by="Lan")
    assert 3 not in five("vacuum", "--json").json["versions"]
    handout.withdraw(folder_of(five), offered.code, by="Lan")
    assert 3 in five("vacuum", "--json").json["versions"]


def test_a_store_that_is_not_there_is_said(tmp_path: Path) -> None:
    ended = CommandLine(tmp_path / "none")("vacuum", "--json")
    assert (ended.exit_code, ended.json["error"]["code"]) == (2, "store_missing")
