"""Which versions the history lists, and what an address may ask of it."""

from __future__ import annotations

import datetime as dt

import pytest

from indicators.store import Commit
from indicators.ui.versions import ON_A_PAGE, Asked, asked_in, listed, people_in

NOON = dt.datetime(2020, 1, 1, 12, tzinfo=dt.UTC)
QUARTERS = ("một", "hai", "ba", "bốn")
COMMITS = tuple(
    Commit(
        version=number, at=NOON, by=("Hoa", "Lan", "")[number % 3],
        reason=f"Báo cáo quý {QUARTERS[number % 4]} của Đại Từ",
        document=f"{number}/BC-SCT", file=f"tep-{number}.csv",
    )
    for number in range(999, -1, -1)
)  # fmt: skip
TOUCHED = {number: frozenset({"dn" if number % 2 else "ty_le"}) for number in range(1000)}


def numbers(asked: Asked) -> list[int]:
    return [commit.version for commit in listed(COMMITS, TOUCHED, asked).commits]


@pytest.mark.parametrize("page", ["", "0", "-1", "x", "1.5", "9" * 20, "\u0663"])
def test_a_page_that_makes_no_sense_is_the_first(page: str) -> None:
    found = listed(COMMITS, TOUCHED, asked_in({"trang_so": page}, indicator=None))

    assert (found.page, found.commits[0].version) == (1, 999)


def test_a_page_beyond_the_end_is_the_last() -> None:
    found = listed(COMMITS, TOUCHED, Asked(page=500))

    assert (found.page, found.pages, found.count) == (40, 40, 1000)
    assert found.commits[-1].version == 0


def test_a_store_without_versions_has_one_empty_page() -> None:
    found = listed((), {}, Asked())

    assert (found.commits, found.count, found.page, found.pages) == ((), 0, 1, 1)


def test_the_pages_together_are_all_versions_once() -> None:
    shown = [number for page in range(1, 41) for number in numbers(Asked(page=page))]

    assert shown == list(range(999, -1, -1))
    assert len(numbers(Asked())) == ON_A_PAGE


def test_a_person_is_matched_whole() -> None:
    assert {number % 3 for number in numbers(Asked(person="Hoa"))} == {0}
    assert numbers(Asked(person="Ho")) == []
    assert people_in(COMMITS) == ["Hoa", "Lan"]


def test_an_indicator_is_matched_by_what_the_version_changed() -> None:
    assert all(number % 2 for number in numbers(Asked(indicator="dn")))
    assert numbers(Asked(indicator="khac")) == []


@pytest.mark.parametrize("words", ["quy bon dai tu", "QUÝ BỐN", "  Đại   Từ  bốn quý "])
def test_words_are_found_without_marks_in_any_order(words: str) -> None:
    assert {number % 4 for number in numbers(Asked(words=words))} == {3}


def test_a_version_is_found_by_its_document_or_its_file() -> None:
    assert numbers(Asked(words="713/bc-sct")) == numbers(Asked(words="tep-713.csv")) == [713]
    assert numbers(Asked(words="khong co")) == []
