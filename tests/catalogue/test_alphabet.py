"""Lists stand in the order of the Vietnamese alphabet, whatever way their letters were typed."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalogue.alphabet import LETTERS, alphabetical
from indicators.store import Commit
from indicators.ui.versions import people_in

COMMIT = Commit(version=1, at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC), by="", reason="")
VIETNAMESE = st.text(alphabet=LETTERS + LETTERS.upper() + "àảãáạấầẩẫậđ 0123456789-(),", max_size=30)


@pytest.mark.parametrize(
    "names",
    [
        # Not by the code of the letter, which puts Đ after Z and a capital before every small letter.
        ["Dược", "điện", "Điện tử", "Giấy"],
        ["Dân số", "Đại Từ", "Định Hóa", "Đồng Hỷ", "Em", "Êm"],
        ["ma", "mà", "mả", "mã", "má", "mạ", "mă", "mâ", "mb"],
        ["oa", "ôa", "ơa", "pa", "ua", "ưa", "va"],
        # A syllable is whole before the next one counts.
        ["Phù Ninh", "Phú Bình", "Phú Lương"],
        ["Biểu 2", "Biểu 10", "Biểu A"],
        ["", "–", "a"],
    ],
)
def test_names_stand_in_the_order_of_a_dictionary(names: list[str]) -> None:
    assert sorted(reversed(names), key=alphabetical) == names


def test_who_published_is_listed_by_name() -> None:
    made = [replace(COMMIT, by=name) for name in ("Đỗ An", "Vũ Bình", "Đặng Chi", "Dương Yến", "")]

    assert people_in(made) == ["Dương Yến", "Đặng Chi", "Đỗ An", "Vũ Bình"]


@given(VIETNAMESE)
def test_the_way_it_was_typed_makes_no_difference(name: str) -> None:
    assert alphabetical(unicodedata.normalize("NFD", name)) == alphabetical(unicodedata.normalize("NFC", name))
    assert alphabetical(name.upper()) == alphabetical(name.casefold())


@given(st.lists(st.text(max_size=12), max_size=8))
def test_any_text_has_its_place(names: list[str]) -> None:
    keys = sorted(alphabetical(name) for name in names)

    assert keys == [alphabetical(name) for name in sorted(names, key=alphabetical)]
