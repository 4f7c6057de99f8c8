"""`check --errors-to`: the file that goes back to its sender, and the letter with it."""

from __future__ import annotations

import io

import openpyxl

from tests.cli.conftest import Clerk

FAULTY = "chi_tieu;nam;huyen;gia_tri\ndn;20l4;171;12\n"


def test_the_file_and_the_letter_are_given_and_the_store_stays(with_store: Clerk) -> None:
    before = with_store("history", "--json").json[0]["version"]
    path = with_store.folder / "gui-tra.xlsx"
    ended = with_store("check", with_store.file(FAULTY), "--errors-to", path, "--json")
    sheet = openpyxl.load_workbook(io.BytesIO(path.read_bytes())).worksheets[0]

    assert ended.exit_code == 1
    assert ended.json["errors_to"] == str(path)
    assert "ô B2" in ended.json["letter"]["vi"]
    assert "cell B2" in ended.json["letter"]["en"]
    assert sheet["B2"].comment is not None
    assert with_store("history", "--json").json[0]["version"] == before


def test_where_it_can_not_be_written_that_is_said(with_store: Clerk) -> None:
    ended = with_store("check", with_store.file(FAULTY), "--errors-to", with_store.folder / "no" / "x.xlsx", "--json")

    assert (ended.exit_code, ended.json["error"]["code"]) == (2, "unwritable_file")


def test_without_being_asked_no_file_is_written(with_store: Clerk) -> None:
    before = sorted(with_store.folder.iterdir())
    path = with_store.file(FAULTY)
    ended = with_store("check", path, "--json")

    assert "letter" not in ended.json
    assert sorted(with_store.folder.iterdir()) == sorted([*before, path])
