"""A rehearsal of a great many rows is asked some indicators at a time, and answers as if it were asked at once."""

from __future__ import annotations

import pandas as pd
import pytest

from indicators import queries
from indicators.catalogue.definition import Kind
from indicators.store import Store, reading
from tests.store.rows import actual, definition, rows

NAMES = ("firms", "jobs", "share")


def test_every_indicator_is_answered_for_whatever_was_asked_before(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.create(tmp_path_factory.mktemp("great") / "store", by="tests")
    incoming = rows(
        *(definition(name, Kind.FLOW) for name in NAMES),
        *(
            actual(name, year, 1.0 * year, district=place)
            for name in NAMES
            for year in (2015, 2016)
            for place in ("164", "165")
        ),
    )
    at_once = queries.values_by_place(store.at().with_incoming(incoming), level="province")
    monkeypatch.setattr(reading, "_MOST_ROWS_AT_ONCE", 1)
    monkeypatch.setattr(reading.Reading, "will_be_large", property(lambda _: True))
    in_parts = queries.values_by_place(store.at().with_incoming(incoming), level="province")

    assert list(at_once["indicator"].unique()) == list(NAMES)
    pd.testing.assert_frame_equal(in_parts, at_once)
