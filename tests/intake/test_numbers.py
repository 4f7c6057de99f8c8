"""Numbers as offices write them: what can be read in one way is read, what can't is asked."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indicators.intake.numbers import Meaning, Proof, Style, decide, number_meant, understand

STYLES = {Style.COMMA: (".", ","), Style.POINT: (",", ".")}


def in_style(number: float, decimals: int, style: Style, *, grouped: bool) -> str:
    """Write a number as an office of that style would."""
    thousands, decimal = STYLES[style]
    shown = f"{number:,.{decimals}f}" if grouped else f"{number:.{decimals}f}"
    return shown.translate(str.maketrans({",": thousands, ".": decimal}))


@given(
    st.integers(-(10**15), 10**15),
    st.integers(0, 6),
    st.sampled_from(Style),
    st.booleans(),
)
def test_a_number_written_in_a_known_style_is_read_back(
    digits: int, decimals: int, style: Style, grouped: bool
) -> None:
    number = float(f"{digits}e-{decimals}")
    assume(abs(number) < 1e12)
    typed = in_style(number, decimals, style, grouped=grouped)

    found = understand(typed)

    assert found.meaning is Meaning.NUMBER
    assert found.number(style) == float(f"{number:.{decimals}f}")
    assert found.style in (None, style)


@given(st.integers(-(10**12), 10**12), st.integers(0, 6), st.sampled_from(Style))
def test_only_three_digits_behind_one_separator_are_ambiguous(digits: int, decimals: int, style: Style) -> None:
    number = float(f"{digits}e-{decimals}")
    typed = in_style(number, decimals, style, grouped=True)
    separators = sum(typed.count(sign) for sign in ",.")

    found = understand(typed)

    if found.proof is Proof.AMBIGUOUS:
        assert separators == 1
        assert found.number(Style.COMMA) != found.number(Style.POINT) or float(found.number(Style.COMMA)) == 0
    elif separators:
        assert found.style is style


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234.567", 1234567),
        ("12,5", 12.5),
        ("0,125", 0.125),
        (".5", 0.5),
        ("1 234,5", 1234.5),
        ("1\u00a0234\u202f567", 1234567),
        ("1'234.50", 1234.5),
        ("'123", 123),
        ("−4,13", -4.13),
        ("-4,13%", -4.13),
        ("106.7 (*)", 106.7),
        ("106.7*", 106.7),
        ("1\u00ad06.7", 106.7),
        ("1.5E+03", 1500),
        ("0", 0),
    ],
)
def test_a_number_is_read_whatever_stands_around_it(typed: str, number: float) -> None:
    found = understand(typed)

    assert (found.meaning, found.number(None)) == (Meaning.NUMBER, number)


@pytest.mark.parametrize(
    "typed",
    ["Đạt", "Vượt 3,6%", "98,9 (không đạt)", "12.34,5", "1.234,567,8", "12 34", "5.", "nan", "inf", "1e999", "TRUE",
     "(4,13)", "30-40", "01/02/2014", "#N/A", "١٢", "1.2.3", "--5", "12 DN"],
)  # fmt: skip
def test_what_is_no_number_is_never_made_one(typed: str) -> None:
    assert understand(typed).meaning is Meaning.UNREADABLE


@pytest.mark.parametrize("typed", ["...", "…", "..", "x", "X", ":", " … "])
def test_signs_for_not_available_are_no_zero(typed: str) -> None:
    assert understand(typed).meaning is Meaning.MISSING


@pytest.mark.parametrize("typed", ["-", "–", "—", " - "])
def test_a_dash_is_a_true_zero(typed: str) -> None:
    assert (understand(typed).meaning, understand(typed).number(None)) == (Meaning.NIL, 0.0)


@pytest.mark.parametrize("typed", ["xoá", "xóa", "Xoá", "delete"])
def test_the_words_of_withdrawal(typed: str) -> None:
    assert understand(typed).meaning is Meaning.WITHDRAWN


@pytest.mark.parametrize("typed", ["", "  ", "\u00a0", "\u200b"])
def test_a_blank_is_a_blank(typed: str) -> None:
    assert understand(typed).meaning is Meaning.BLANK


@pytest.mark.parametrize(
    ("typed", "quality"),
    [("Ước 12", "estimate"), ("Sơ bộ 12", "preliminary"), ("Prel. 12", "preliminary"), ("12", None)],
)
def test_a_word_before_a_number_says_its_quality(typed: str, quality: str | None) -> None:
    assert (understand(typed).quality, understand(typed).number(None)) == (quality, 12)


@pytest.mark.parametrize(
    ("column", "style", "is_asked"),
    [
        (["1.234"], None, True),
        (["1.234", "1.300,5"], Style.COMMA, False),
        (["1.234", "12.5"], Style.POINT, False),
        (["1,234", "1,234,567"], Style.POINT, False),
        (["25.000", "47.86", "160.000"], None, True),
        (["25.000", "0.125"], Style.POINT, False),
        (["1.234", "1.234,5", "1,234.5"], None, True),
        (["12", "13"], None, False),
    ],
)
def test_a_column_is_of_the_style_that_it_proves(column: list[str], style: Style | None, is_asked: bool) -> None:
    decision = decide([understand(typed) for typed in column])

    assert (decision.style, decision.asked is not None) == (style, is_asked)


@pytest.mark.parametrize(
    ("typed", "number"), [("98,9 (không đạt)", 98.9), ("12 DN", 12), ("Vượt 3,6%", None), ("1.234 DN", None)]
)
def test_a_number_is_proposed_only_where_it_comes_first_and_is_certain(typed: str, number: float | None) -> None:
    assert number_meant(typed) == number
