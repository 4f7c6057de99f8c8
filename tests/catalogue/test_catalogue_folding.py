"""What folding forgets and what it keeps, on any text at all."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from indicators import catalogue
from indicators.catalogue import fold, without_marks

KNOWN = catalogue.load()


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert without_marks(without_marks(text)) == without_marks(text)


@given(st.text(), st.sampled_from(["NFC", "NFD"]))
def test_folding_forgets_composition_capitals_and_spaces(text: str, form: str) -> None:
    assert fold(unicodedata.normalize(form, text)) == fold(text)
    assert fold(f"\u00a0 {text}\t\n") == fold(text)
    assert fold(text) == fold(text).strip()
    assert "  " not in fold(text)


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ "))
def test_folding_keeps_the_marks_and_searching_drops_them(text: str) -> None:
    assert fold(text) == " ".join(text.split())
    assert without_marks(text).isascii()
    assert without_marks(text.upper()) == without_marks(text)


@given(st.text())
def test_any_text_finds_one_thing_or_none(text: str) -> None:
    found = [KNOWN.find_district(text) is not None, KNOWN.is_whole_province(text), KNOWN.is_outside_place(text)]

    assert sum(found) <= 1
    assert len(KNOWN.nearest_districts(text)) <= 3


def test_the_eth_is_the_vietnamese_letter() -> None:
    assert fold("\u00d0ại Từ") == fold("Đại Từ") == "đại từ"
    assert fold("\u00f0ại từ") == "đại từ"
    assert fold("Thai  Nguyen") == "thai nguyen"
