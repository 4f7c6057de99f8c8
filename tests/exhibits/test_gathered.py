"""A reading that was asked about every place once says what the store says, at every place and in every year."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.exhibits.verdicts import Gathered, gathered
from indicators.store import Reading, Store
from tests.exhibits.every_builder import BUILDERS, CATALOGUE, build, cells, words

PLACES = ({}, {"district": "171"}, {"sector": "che"}, {"district": "171", "sector": "che"}, {"district": "172"})


@pytest.fixture(scope="module")
def reading(demo_store: Path) -> Reading:
    """The newest version of the demonstration store."""
    return Store.open(demo_store).at()


@pytest.fixture(scope="module")
def known(reading: Reading) -> Gathered:
    """The same, asked about every place once."""
    return gathered(reading, CATALOGUE, as_of=2020)


@pytest.mark.parametrize("name", BUILDERS)
def test_every_exhibit_is_the_same(reading: Reading, known: Gathered, name: str) -> None:
    for year in (2014, 2017, 2020):
        for place in PLACES:
            asked = {**place, "indicator": "dn_ap_dung_he_thong", "as_of": year}
            one, other = build(name, reading, **asked), build(name, known, **asked)

            assert list(words(one)) == list(words(other))
            assert list(map(repr, cells(one))) == list(map(repr, cells(other)))
            assert repr(one.drawing) == repr(other.drawing)


def test_another_version_is_asked_anew(demo_store: Path) -> None:
    former = gathered(Store.open(demo_store).at(3), CATALOGUE, as_of=2020)

    assert former.version == 3
    assert build("overview.final_verdict", former).version == 3


def test_what_was_asked_once_is_not_judged_twice(known: Gathered) -> None:
    one = known.at("dn_ap_dung_he_thong", (None, None), as_of=2018)

    assert known.at("dn_ap_dung_he_thong", (None, None), as_of=2018) is one
    assert one.in_year is not None
    assert one.in_year(2018) is one.verdict
    assert one.in_year(2015) != one.verdict
