"""`diff`: what changed between two versions, for programs and for readers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Clerk

SHORT = "chi_tieu;nam;huyen;gia_tri;chat_luong\n"


@pytest.fixture
def published_twice(with_store: Clerk) -> Clerk:
    """Version 1 defines `dn` among others, 2 brings two values of it, 3 changes one and withdraws the other."""
    with_store.publish(SHORT + "dn;2014;164;5;\ndn;2015;164;6;\n")
    with_store.publish(SHORT + "dn;2014;164;1234,5;uoc\ndn;2015;164;xoá;\n")
    return with_store


@pytest.mark.parametrize("words", [("1", "9"), ("9", "1"), ("-1", "2"), ("1", "một"), ("1",), ("1", "2", "3")])
@pytest.mark.usefixtures("published_twice")
def test_a_version_that_is_not_there_is_refused(published_twice: Clerk, words: tuple[str, ...]) -> None:
    ended = published_twice("diff", *words, "--json")

    assert ended.exit_code == 2
    assert ended.json["error"]["code"] in {"unknown_version", "wrong_usage"}


def test_without_a_store_there_is_nothing_to_compare(clerk: Clerk) -> None:
    assert clerk("diff", "0", "1", "--json").json["error"]["code"] == "store_missing"


def test_each_record_is_told_as_it_was_and_as_it_is(published_twice: Clerk) -> None:
    changed, removed = published_twice("diff", "2", "3", "--json").json

    assert {name: changed[name] for name in ("change", "indicator", "year", "period", "district", "sector")} == {
        "change": "changed", "indicator": "dn", "year": 2014, "period": "Y", "district": "164", "sector": None,
    }  # fmt: skip
    assert (changed["value_before"], changed["value_after"]) == (5, 1234.5)
    assert (changed["quality_before"], changed["quality_after"]) == ("official", "estimate")
    assert (changed["upload"], changed["cell"]) == (3, "D2")
    assert Path(changed["file"]).suffix == ".csv"
    assert (removed["change"], removed["value_before"], removed["value_after"]) == ("removed", 6, None)


def test_a_definition_is_told_as_an_object(published_twice: Clerk) -> None:
    rows = published_twice("diff", "0", "1", "--json").json

    assert {row["change"] for row in rows} == {"new"}
    (row,) = [row for row in rows if row["measure"] == "definition" and row["indicator"] == "dn"]
    assert row["definition_before"] is None
    assert row["definition_after"]["kind"] == "cumulative"
    assert row["year"] is None


def test_the_other_way_round_new_is_removed(published_twice: Clerk) -> None:
    there, back = (published_twice("diff", *pair, "--json").json for pair in (("1", "3"), ("3", "1")))

    assert [row["change"] for row in there] == ["new"]
    assert [row["change"] for row in back] == ["removed"]
    assert there[0]["value_after"] == back[0]["value_before"] == 1234.5


def test_a_reader_sees_before_and_after_with_the_unit(published_twice: Clerk) -> None:
    ended = published_twice("diff", "2", "3")

    assert ended.exit_code == 0
    assert ended.output.startswith("2 bản ghi khác nhau (1 sửa, 1 rút)")
    assert "1.234,5 DN" in ended.output
    assert "Chất lượng: chính thức → ước tính" in ended.output
    assert "1,234.5" in published_twice("diff", "2", "3", "--lang", "en").output


def test_equal_versions_are_said_to_be_so(published_twice: Clerk) -> None:
    restored = published_twice("restore", "2", "--by", "Lan", "--reason", "nhầm", "--json").json["version"]

    assert published_twice("diff", "2", str(restored), "--json").json == []
    assert "giống hệt" in published_twice("diff", "2", str(restored)).output
