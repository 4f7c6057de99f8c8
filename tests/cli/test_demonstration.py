"""`init --demo`, and what it lets a reader ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators import catalogue
from indicators.cli import making
from indicators.intake import FileRefused
from tests.cli.conftest import Clerk


def test_the_demonstration_is_published_file_by_file(on_demo: Clerk) -> None:
    commits = on_demo("history", "--json").json

    files = sorted(path.name for path in making.DEMONSTRATION.iterdir() if path.suffix in making.ENDINGS)
    assert [commit["file"] for commit in reversed(commits)] == [None, *files]
    assert all("Số liệu minh họa" in commit["reason"] for commit in commits[:-1])


def test_a_place_narrows_both_commands(on_demo: Clerk) -> None:
    assessed = on_demo("assess", "--district", "171", "--json").json
    indicator = next(row["indicator"] for row in assessed if row["latest"])
    rows = on_demo("values", "--indicator", indicator, "--district", "171", "--json").json

    assert {(row["district"], row["sector"]) for row in assessed} == {("171", None)}
    assert {(row["district"], row["sector"]) for row in rows} == {("171", None)}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_reader_gets_a_line_for_each_row(language: str, on_demo: Clerk) -> None:
    assessed = on_demo("assess", "--json").json
    some = {row["kind"]: row["indicator"] for row in assessed}.values()

    assert len(on_demo("assess", "--lang", language).output.splitlines()) == 3 + len(assessed)
    assert len(some) == 7
    for indicator in some:
        rows = on_demo("values", "--indicator", indicator, "--json").json
        lines = on_demo("values", "--indicator", indicator, "--lang", language).output.splitlines()
        assert len(lines) == (3 + len(rows) if rows else 2)


def test_built_totals_have_no_source_and_say_what_they_are_made_of(on_demo: Clerk) -> None:
    indicators = [row["indicator"] for row in on_demo("assess", "--json").json]
    rows = [row for id in indicators for row in on_demo("values", "--indicator", id, "--json").json]
    built = [row for row in rows if row["how"] == "built"]
    reported = [row for row in rows if row["how"] == "reported"]

    assert built
    assert {row["source"] for row in built} == {None}
    assert all("/" in row["coverage"] for row in built)
    assert all(set(row["source"]) == {"upload", "file", "sheet", "cell"} for row in reported)
    assert all(row["coverage"] is None for row in reported)
    assert {row["measure"] for row in rows} == {"actual", "target", "baseline"}


def test_a_store_that_fails_midway_is_not_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = tmp_path / "demo"
    files.mkdir()
    (files / "1.csv").write_text("ma;ten;don_vi;loai_chi_tieu;chieu\ndn;DN;DN;luỹ kế;tăng\n", "utf-8")
    (files / "2.csv").write_text("chi_tieu;nam;gia_tri\nkhong_co;2014;5\n", "utf-8")
    publish = making.publish_demonstration
    monkeypatch.setattr(
        making, "publish_demonstration", lambda store, known, progress: publish(store, known, files, progress=progress)
    )
    folder = tmp_path / "store"

    with pytest.raises(FileRefused):
        making.make_store(folder, catalogue.load(), with_demonstration=True)

    assert not folder.exists()


def test_a_folder_that_is_there_and_empty_becomes_the_store(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    folder.mkdir()

    assert making.make_store(folder, catalogue.load(), with_demonstration=False) == 0
    assert sorted(path.name for path in folder.iterdir()) == ["received", "records"]
