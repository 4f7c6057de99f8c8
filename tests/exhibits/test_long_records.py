"""An indicator with more records than a page shows: the places compared, said so, and no figure other than before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
import pytest

from indicators import labels
from indicators.exhibits import behind
from indicators.exhibits.exhibit import Exhibit
from indicators.store import Store
from tests.exhibits.every_builder import build
from tests.exhibits.small_store import small_store
from tests.store.large import read_as_large

SECTORS = (None, "che")
# The one figure of a sector of a district.
CELL = "ngành Chè ở Đại Từ"


@contextmanager
def every_answer_is_long() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch, read_as_large():
        patch.setattr(behind, "MOST_RECORDS", 0)
        yield


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store of its own folder: roll-ups are written beside the records."""
    return small_store(tmp_path / "store")


def exhibit(store: Store, name: str, **selection: object) -> Exhibit:
    return build(f"indicator.{name}", store.at(), indicator="dn_ho_tro", **selection)


@pytest.mark.parametrize("as_of", [2015, 2019, 2020])
@pytest.mark.parametrize("district", [None, "171"])
@pytest.mark.parametrize("sector", SECTORS)
def test_the_parts_of_a_total_are_the_same(store: Store, as_of: int, district: str | None, sector: str | None) -> None:
    asked = {"as_of": as_of, "district": district, "sector": sector}
    short = exhibit(store, "parts", **asked)
    with every_answer_is_long():
        long = exhibit(store, "parts", **asked)
    pd.testing.assert_frame_equal(long.frame, short.frame)
    assert (long.headline, long.source_note, long.drawing) == (short.headline, short.source_note, short.drawing)


@pytest.mark.parametrize("district", [None, "171"])
@pytest.mark.parametrize("sector", SECTORS)
def test_the_records_are_those_of_the_places_compared(store: Store, district: str | None, sector: str | None) -> None:
    short = exhibit(store, "records", district=district, sector=sector)
    with every_answer_is_long():
        long = exhibit(store, "records", district=district, sector=sector)
    text = labels.text("vi")
    said = text("exhibit.records_compared", most=text.number(20_000))
    assert (said in long.notes) == (district is None)
    assert said not in short.notes
    is_whole = district is None and sector is None
    kept = short.frame[short.frame["place"] != CELL] if is_whole else short.frame
    assert len(kept) == len(short.frame) - is_whole
    pd.testing.assert_frame_equal(long.frame, kept.reset_index(drop=True))
