"""`template`: a workbook written where it was asked, for the province or one district."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Clerk


def test_a_district_that_is_none_is_refused_and_nothing_written(with_store: Clerk) -> None:
    ended = with_store("template", "--out", with_store.folder / "bieu.xlsx", "--district", "999", "--json")

    assert (ended.exit_code, ended.json["error"]["code"]) == (2, "unknown_district")
    assert not (with_store.folder / "bieu.xlsx").exists()


def test_a_folder_that_is_not_there_is_said(with_store: Clerk) -> None:
    ended = with_store("template", "--out", with_store.folder / "nowhere" / "bieu.xlsx", "--json")

    assert (ended.exit_code, ended.json["error"]["code"]) == (2, "unwritable_file")


def test_without_a_store_there_is_no_template(clerk: Clerk) -> None:
    assert clerk("template", "--out", clerk.folder / "bieu.xlsx").exit_code == 2


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_is_known_is_checked_and_published_without_a_new_version(with_store: Clerk, language: str) -> None:
    published = with_store.publish("chi_tieu;nam;huyen;gia_tri\ndn;2015;171;12\ndn;2016;171;13,5\n").json
    path = with_store.folder / "bieu.xlsx"
    told = with_store("template", "--out", path, "--known", "--json", "--lang", language).json
    again = with_store("publish", path, "--by", "Lan", "--reason", "thử", "--json").json

    assert told == {"file": str(path), "version": published["version"], "district": None, "rows": 2}
    assert (again["version"], again["changes"]["unchanged"]) == (published["version"], 2)
    assert again["publishable"] is True


def test_a_file_already_there_is_replaced_whole(with_store: Clerk) -> None:
    path = with_store.file("old", "bieu.xlsx")
    assert with_store("template", "--out", path).exit_code == 0

    assert path.read_bytes().startswith(b"PK")
    assert sorted(one.name for one in with_store.folder.iterdir() if one.name.startswith(".arriving")) == []
