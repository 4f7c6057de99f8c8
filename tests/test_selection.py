"""The address: what it asks for, what it does not know, and that a link shows others the same."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import catalogue
from indicators.selection import KEY_BY_FIELD, Selection, Unknown, read

CATALOGUE = catalogue.load()
INDICATORS = ("dn_ho_tro", "ty_le_loi")
LATEST = 7


def asked(params: Mapping[str, str]) -> tuple[Selection, tuple[Unknown, ...]]:
    return read(params, catalogue=CATALOGUE, indicator_ids=INDICATORS, latest_version=LATEST, default_as_of=2020)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("nam", "20"),
        ("nam", "2020.0"),
        ("nam", "٢٠٢٠"),
        ("nam", "9999"),
        ("nam", "-2020"),
        ("lang", "fr"),
        ("lang", "VI"),
        ("v", "8"),
        ("v", "-1"),
        ("v", "1e3"),
        ("v", "1" * 40),
        ("huyen", "Đại Từ"),
        ("huyen", "166"),
        ("nganh", "CHE"),
        ("nhom", "khong_co"),
        ("chi_tieu", "khong_co"),
        ("huyen_2", "<script>"),
        ("nganh_2", "che; drop table records"),
    ],
)
def test_a_code_that_means_nothing_is_reported_and_left_out(key: str, value: str) -> None:
    selection, unknown = asked({key: value})

    assert selection == Selection(as_of=2020)
    assert unknown == (Unknown(key, value[:60]),)


def test_an_empty_address_asks_for_the_defaults() -> None:
    assert asked({}) == (Selection(as_of=2020, language="vi", version=None), ())


def test_a_blank_value_and_a_stranger_s_key_are_passed_over() -> None:
    assert asked({"huyen": "  ", "utm_source": "mail"}) == (Selection(as_of=2020), ())


def test_every_code_is_read() -> None:
    params = {
        "nam": "2018", "lang": "en", "v": "3", "huyen": "171", "nganh": "che", "nhom": "dao_tao",
        "chi_tieu": "dn_ho_tro", "huyen_2": "173", "nganh_2": "may",
    }  # fmt: skip

    selection, unknown = asked(params)

    assert unknown == ()
    assert selection == Selection(
        as_of=2018, language="en", version=3, district="171", sector="che", group="dao_tao", indicator="dn_ho_tro",
        other_district="173", other_sector="may",
    )  # fmt: skip
    assert selection.to_query() == params


def test_the_address_carries_defaults_too() -> None:
    assert Selection(as_of=2020).to_query() == {"nam": "2020", "lang": "vi"}


def test_a_pinned_link_names_the_version() -> None:
    assert Selection(as_of=2020).pinned(4).to_query()["v"] == "4"


def test_several_unknown_codes_are_all_reported() -> None:
    _, unknown = asked({"nam": "x", "huyen": "999", "nganh": "che"})

    assert set(unknown) == {Unknown("nam", "x"), Unknown("huyen", "999")}


def known_or_none(values: list[str]) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from(values)


@given(
    as_of=st.integers(1990, 2100),
    language=st.sampled_from(["vi", "en"]),
    version=st.none() | st.integers(0, LATEST),
    district=known_or_none([district.code for district in CATALOGUE.districts]),
    sector=known_or_none([sector.id for sector in CATALOGUE.sectors]),
    group=known_or_none([group.id for group in CATALOGUE.groups]),
    indicator=known_or_none(list(INDICATORS)),
    other_district=known_or_none([district.code for district in CATALOGUE.districts]),
    other_sector=known_or_none([sector.id for sector in CATALOGUE.sectors]),
)
def test_what_is_written_is_read_back(**fields: object) -> None:
    selection = Selection(**fields)  # type: ignore[arg-type]

    assert asked(selection.to_query()) == (selection, ())


@given(st.dictionaries(st.sampled_from([*KEY_BY_FIELD.values(), "junk"]), st.text(max_size=80), max_size=9))
def test_no_junk_breaks_it_and_what_is_left_is_known(params: dict[str, str]) -> None:
    selection, unknown = asked(params)

    assert asked(selection.to_query()) == (selection, ())
    assert {each.key for each in unknown} <= set(params)
    assert all(len(each.value) <= 60 for each in unknown)
