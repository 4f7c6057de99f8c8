"""From an empty store to published figures, as a clerk does it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Clerk
from tests.conftest import CommandLine
from tests.intake.desk import workbook
from tests.intake.px_web import OURS
from tests.intake.ten_faults import EXPECTED, ROWS

SHORT = "chi_tieu;nam;huyen;gia_tri\n"


def test_init_makes_an_empty_store_and_refuses_a_second(clerk: Clerk) -> None:
    assert clerk("init", "--empty", "--json").json == {"version": 0}

    again = clerk("init", "--empty", "--json")

    assert (again.exit_code, again.json["error"]["code"]) == (1, "store_exists")


def test_check_says_everything_and_writes_nothing(with_store: Clerk) -> None:
    path = with_store.file(SHORT + "dn;2014;164;5\ndn;2015;Đại Tử;6\n")

    ended = with_store("check", path, "--json")

    assert ended.exit_code == 1
    assert ended.json["publishable"] is False
    assert ended.json["rows"] == 2
    assert ended.json["sheets"] == [{"sheet": None, "layout": "records", "rows": 2, "reason": None}]
    (finding,) = ended.json["findings"]
    assert set(finding) == {"severity", "code", "sheet", "cell", "value", "message", "fix", "choices"}
    assert (finding["code"], finding["cell"], finding["value"], finding["sheet"]) == (
        "unknown_district",
        "C3",
        "Đại Tử",
        None,
    )
    assert finding["fix"] == {"kind": "district", "value": "Đại Từ"}
    assert ended.json["changes"] == {"new": 0, "changed": 0, "unchanged": 0, "removed": 0}
    assert ended.json["flips"] == []
    assert with_store("history", "--json").json[0]["version"] == 1


def test_publish_is_one_version_and_the_same_file_again_none(with_store: Clerk) -> None:
    content = SHORT + "dn;2014;164;5\ndn;2015;164;6\n"
    first = with_store.publish(content)

    again = with_store.publish(content)

    assert (first.json["version"], first.json["changes"]["new"]) == (2, 2)
    assert again.json["publishable"] is True
    assert again.json["version"] == 2
    assert again.json["changes"] == {"new": 0, "changed": 0, "unchanged": 2, "removed": 0}
    assert [finding["code"] for finding in again.json["findings"]] == ["nothing_new"]


def test_a_refused_publication_moves_nothing(with_store: Clerk) -> None:
    path = with_store.file("\n".join(";".join(row) for row in ROWS))

    ended = with_store("publish", path, "--by", "Lan", "--reason", "thử", "--json")

    assert ended.exit_code == 1
    assert (ended.json["publishable"], ended.json["version"]) == (False, 1)
    assert [(finding["code"], finding["cell"]) for finding in ended.json["findings"]] == EXPECTED
    assert all(finding["message"]["vi"] != finding["message"]["en"] for finding in ended.json["findings"])
    assert with_store("history", "--json").json[0]["version"] == 1


def test_a_question_keeps_a_file_out_too(with_store: Clerk) -> None:
    ended = with_store("check", with_store.file(SHORT + "dn;2014;164;1.234\n"), "--json")

    assert (ended.exit_code, ended.json["publishable"]) == (1, False)
    assert ended.json["findings"][0]["severity"] == "question"


def test_a_flip_is_told_by_its_codes(with_store: Clerk) -> None:
    head = "chi_tieu;nam;loai_so_lieu;gia_tri\n"
    with_store.publish(head + "dn;2020;muc_tieu;200\ndn;2020;;120\n")

    ended = with_store("check", with_store.file(head + "dn;2020;;210\n"), "--json")

    assert ended.json["flips"] == [
        {"indicator": "dn", "district": None, "sector": None, "from": "missed", "to": "achieved"}
    ]


@pytest.mark.parametrize("name", OURS)
def test_a_table_of_the_statistics_office_reaches_values(name: str, with_store: Clerk, shared: Path) -> None:
    row, _, figures, ends_preliminary = OURS[name]
    path = shared / "real" / "px-web" / name
    words = ("publish", path, "--indicator", "iip", "--by", "Lan", "--reason", "Niên giám", "--json")

    published = with_store(*words)
    rows = with_store("values", "--indicator", "iip", "--json").json

    assert published.exit_code == 0
    assert published.json["changes"]["new"] == len(figures)
    assert [row["value"] for row in rows] == figures
    assert rows[0]["source"] == {"upload": 2, "file": name, "sheet": None, "cell": f"B{row}"}
    assert {row["how"] for row in rows} == {"reported"}
    assert rows[-1]["quality"] == ("preliminary" if ends_preliminary else "official")
    assert {(row["district"], row["sector"]) for row in rows} == {(None, None)}


def test_the_whole_way_works_as_a_process_of_its_own(tmp_path: Path, shared: Path) -> None:
    command = CommandLine(tmp_path / "store")
    definitions = tmp_path / "dinh-nghia.csv"
    definitions.write_text("ma;ten;don_vi;loai_chi_tieu;chieu\niip;Chỉ số;%;index;up\n", "utf-8")
    real = shared / "real" / "px-web" / "index-of-industrial-production-by-province.csv"

    assert command("init", "--empty").exit_code == 0
    assert command("publish", definitions, "--by", "Lan", "--reason", "mới").exit_code == 0
    assert command("publish", real, "--indicator", "iip", "--by", "Lan", "--reason", "mới").exit_code == 0
    rows = command("values", "--indicator", "iip", "--json").json

    assert [(row["year"], row["value"], row["source"]["cell"]) for row in rows] == [
        (2012, 106.7, "B24"),
        (2013, 102.1, "C24"),
        (2014, 322.8, "D24"),
        (2015, 176.0, "E24"),
        (2016, 123.7, "F24"),
    ]


def test_history_and_restore(with_store: Clerk) -> None:
    with_store.publish(SHORT + "dn;2014;164;5\n")

    restored = with_store("restore", "1", "--by", "Lan", "--reason", "nhầm", "--json")
    again = with_store("restore", "1", "--by", "Lan", "--reason", "nhầm", "--json")
    commits = with_store("history", "--json").json

    assert (restored.json, again.json) == ({"version": 3}, {"version": 3})
    assert [commit["version"] for commit in commits] == [3, 2, 1, 0]
    assert {"version", "at", "by", "reason", "file", "sha256", "new", "changed"} <= set(commits[0])
    assert (commits[0]["restored_from"], commits[0]["file"], commits[1]["file"]) == (1, None, "tep.csv")
    assert with_store("values", "--indicator", "dn", "--json").json == []
    assert len(with_store("values", "--indicator", "dn", "--version", "2", "--json").json) == 2


def test_a_reader_gets_sentences_in_their_language(with_store: Clerk) -> None:
    path = with_store.file(SHORT + "dn;2014;164;5\n")

    vietnamese = with_store("publish", path, "--by", "Lan", "--reason", "thử")
    english = with_store("publish", path, "--by", "Lan", "--reason", "thử", "--lang", "en")

    assert "Đã công bố: phiên bản 2." in vietnamese.output
    assert "Nothing new; the store stays at version 2." in english.output


def test_a_question_is_answered_by_one_of_its_choices(with_store: Clerk, tmp_path: Path) -> None:
    path = with_store.file(SHORT + "dn;2014;164;1.234\n")
    asked = with_store("check", path, "--json").json["findings"][0]["choices"]
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(asked[0]["answers"]), "utf-8")

    words = ("--by", "Lan", "--reason", "thử", "--sender", "UBND huyện Đại Từ", "--document", "12/BC", "--json")
    ended = with_store("publish", path, "--answers", answers, *words)

    assert (ended.exit_code, ended.json["version"], len(ended.json["answers"])) == (0, 2, 1)
    assert {choice["name"]["vi"].split(", và")[0] for choice in asked} == {"Đọc là 1.234", "Đọc là 1,234"}
    commit = with_store("history", "--json").json[0]
    assert (commit["document"], commit["sender"]) == ("12/BC", "UBND huyện Đại Từ")


def test_a_sender_is_answered_as_last_time(with_store: Clerk, tmp_path: Path) -> None:
    content = SHORT + "dn;2014;Đại Tử;5\n"
    path = with_store.file(content)
    choice = with_store("check", path, "--json").json["findings"][0]["choices"][0]
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(choice["answers"]), "utf-8")
    words = ("--by", "Lan", "--reason", "thử", "--sender", "Đại Từ")
    assert with_store("publish", path, "--answers", answers, *words).exit_code == 0

    again = with_store("check", with_store.file(content.replace(";5", ";6")), "--sender", "Đại Từ", "--json")
    other = with_store("check", with_store.file(content.replace(";5", ";6")), "--sender", "Võ Nhai", "--json")

    assert (again.exit_code, again.json["changes"]["changed"]) == (0, 1)
    assert other.exit_code == 1


def test_answers_that_are_none_are_refused_with_2(with_store: Clerk, tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text('{"sai": 1}', "utf-8")

    ended = with_store("check", with_store.file(SHORT + "dn;2014;164;5\n"), "--answers", answers, "--json")

    assert (ended.exit_code, ended.json["error"]["code"]) == (2, "unreadable_file")


def test_many_sheets_without_a_table_are_one_line(with_store: Clerk, tmp_path: Path) -> None:
    path = tmp_path / "thang.xlsx"
    path.write_bytes(workbook({f"Trang {number}": [["Ghi chú"]] for number in range(9)}))

    ended = with_store("check", path)

    assert sum("Không tìm thấy dòng tiêu đề" in line for line in ended.output.splitlines()) == 1
    assert "9 trang:" in ended.output
