"""`export snapshot`: what it refuses, and the file it writes."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import CommandLine


def test_a_kind_that_there_is_not_is_wrong_usage(demo_store: Path, tmp_path: Path) -> None:
    ended = CommandLine(demo_store)("export", "poster", "--out", tmp_path / "F.html", "--json")

    assert ended.exit_code == 2
    assert ended.json["error"]["code"] == "wrong_usage"


def test_a_version_that_there_is_not_writes_nothing(demo_store: Path, tmp_path: Path) -> None:
    ended = CommandLine(demo_store)("export", "snapshot", "--out", tmp_path / "F.html", "--version", "999", "--json")

    assert (ended.exit_code, ended.json["error"]["code"]) == (2, "unknown_version")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_told(empty_store: Path, tmp_path: Path) -> None:
    ended = CommandLine(empty_store)("export", "snapshot", "--out", tmp_path / "nowhere" / "F.html", "--json")

    assert (ended.exit_code, ended.json["error"]["code"]) == (2, "unwritable_file")


def test_an_empty_store_makes_a_file_that_says_so(empty_store: Path, tmp_path: Path) -> None:
    ended = CommandLine(empty_store)("export", "snapshot", "--out", tmp_path / "F.html", "--lang", "en", "--json")

    assert ended.exit_code == 0
    assert ended.json["version"] == 0
    text = (tmp_path / "F.html").read_text("utf-8")
    assert '<html lang="en">' in text
    assert "Data version 0" in text or "version 0" in text
    assert ended.json["bytes"] == (tmp_path / "F.html").stat().st_size


def test_a_year_outside_the_programme_opens_at_its_nearest(empty_store: Path, tmp_path: Path) -> None:
    ended = CommandLine(empty_store)("export", "snapshot", "--out", tmp_path / "F.html", "--as-of", "2030", "--json")

    assert ended.json["as_of"] == 2020
