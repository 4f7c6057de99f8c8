"""How figures are written: units by number, percentages that never flatter, periods, durations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import catalogue, labels
from indicators.catalogue import Definition, Direction, Kind
from indicators.exhibits.digits import digits_for
from indicators.exhibits.evidence import listed
from indicators.exhibits.phrases import percent, period, ratio, sentence, years
from indicators.exhibits.words import Words, singular, words_for

VI, EN = labels.text("vi"), labels.text("en")
CATALOGUE = catalogue.load()


def words(unit: str, language: str = "en", *, decimals: int = 0, kind: Kind = Kind.STOCK) -> Words:
    definition = Definition("id", "Chỉ tiêu", unit, kind, Direction.UP, decimals=decimals)
    return words_for(definition, CATALOGUE, labels.text(language))


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("enterprises", "enterprise"),
        ("people", "person"),
        ("person turns", "person turn"),
        ("enterprise turns", "enterprise turn"),
        ("classes", "class"),
        ("enterprises a year", "enterprise a year"),
        ("thousand people", "thousand people"),
        ("million dong", "million dong"),
        ("US dollars", "US dollar"),
        ("kg", "kg"),
        ("%", "%"),
        ("% a year", "% a year"),
        ("hectares", "hectare"),
    ],
)
def test_the_unit_after_one(plural: str, one: str) -> None:
    assert singular(plural) == one


@pytest.mark.parametrize(
    ("unit", "value", "vietnamese", "english"),
    [
        ("DN", 1, "1 DN", "1 enterprise"),
        ("DN", 1200, "1.200 DN", "1,200 enterprises"),
        ("DN", 0, "0 DN", "0 enterprises"),
        ("%", 35, "35\u202f%", "35%"),
        ("%/năm", -1.5, "−1,5\u202f%/năm", "−1.5% a year"),
        ("hạng", 7, "hạng 7", "rank 7"),
        ("tấm bằng", 2, "2 tấm bằng", "2 tấm bằng"),
        ("", 3, "3", "3"),
    ],
)
def test_a_value_with_its_unit(unit: str, value: float, vietnamese: str, english: str) -> None:
    assert words(unit, "vi").value(value) == vietnamese
    assert words(unit, "en").value(value) == english


@pytest.mark.parametrize(
    ("value", "decimals", "edges", "digits"),
    [
        (94.96, 0, (), 2),
        (77.142857143, 1, (), 1),
        (199.99999, 0, (200.0,), 5),
        (0.04, 0, (0.0,), 2),
        (35.0, 1, (35.0,), 1),
    ],
)
def test_a_value_has_the_digits_it_needs(value: float, decimals: int, edges: tuple[float, ...], digits: int) -> None:
    assert digits_for(value, decimals, edges=edges) == digits


@given(st.floats(0.90, 0.9999999))
def test_a_percentage_below_the_whole_is_never_shown_as_the_whole(fraction: float) -> None:
    assert not percent(fraction, VI).startswith("100")


@given(st.floats(0.5, 0.9499999))
def test_s_below_the_line_is_never_shown_on_it(value: float) -> None:
    assert float(ratio(value, EN)) < 0.95


@pytest.mark.parametrize(
    ("count", "vietnamese", "english"),
    [(1, "1 năm", "1 year"), (3, "3 năm", "3 years"), (2.5, "2,5 năm", "2.5 years"), (7 / 12, "7 tháng", "7 months")],
)
def test_a_duration(count: float, vietnamese: str, english: str) -> None:
    assert (years(count, VI), years(count, EN)) == (vietnamese, english)


@pytest.mark.parametrize(
    ("name", "vietnamese", "english"),
    [
        ("Y", "năm 2018", "2018"),
        ("H1", "nửa đầu năm 2018", "the first half of 2018"),
        ("Q2", "quý 2/2018", "Q2 2018"),
        ("M05", "tháng 5/2018", "month 5 of 2018"),
    ],
)
def test_a_period(name: str, vietnamese: str, english: str) -> None:
    assert (period(2018, name, VI), period(2018, name, EN)) == (vietnamese, english)


def test_clauses_make_one_sentence() -> None:
    assert sentence("đạt  30 %", "", "cần thêm") == "Đạt 30 %; cần thêm."
    assert sentence("", "") == ""


def test_the_rest_of_a_long_list_is_counted() -> None:
    assert listed(["a", "b", "b", "c"], VI) == "a, b, c"
    assert listed(["a", "b", "c", "d", "e"], VI) == "a, b và 3 mục khác"


def test_a_long_name_is_cut_between_words() -> None:
    name = "Tổng cục Thống kê, " * 8

    assert (
        listed([name, "b"], VI)
        == "Tổng cục Thống kê, Tổng cục Thống kê, Tổng cục Thống kê, Tổng cục Thống kê, Tổng cục…, b"
    )
    assert listed([name], VI) == name.strip()
