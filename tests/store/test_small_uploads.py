"""Many small publications in a row: an indicator keeps one sorted file, and every version stays as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from deltalake import DeltaTable

from indicators import queries
from indicators.errors import StoreMoved
from indicators.store import Store
from indicators.store.record import ORDER, PARTITION
from tests.store.rows import BY_A_CLERK, actual, definition, rows, target, withdrawn

# `make long` says how many.
PUBLICATIONS = 1000 if "INDICATORS_KILLS" in os.environ else 12
DISTRICTS = ("173", "164", "169")


def publish_one_by_one(store: Store, publications: int) -> None:
    """Publish one figure after another, of two indicators in turn, years running backwards."""
    store.publish(rows(definition("firms"), definition("turns")), BY_A_CLERK, rehearsed=0)
    for number in range(1, publications):
        place = {"district": DISTRICTS[number % len(DISTRICTS)]}
        figure = actual(("firms", "turns")[number % 2], 3000 - number, float(number), **place)
        store.publish(rows(figure), BY_A_CLERK, rehearsed=number)


def files_of(store: Store) -> list[Path]:
    """Return the files of the latest version."""
    table = DeltaTable(store.folder / "records")
    return [store.folder / "records" / path for path in table.get_add_actions(flatten=True)["path"].to_pylist()]


@pytest.mark.long
def test_small_uploads_leave_one_sorted_file_an_indicator(store: Store) -> None:
    publish_one_by_one(store, PUBLICATIONS)
    assert store.version == PUBLICATIONS
    assert len(files_of(store)) == 2
    for path in files_of(store):
        held = pq.read_table(path, partitioning=None)
        order = [(name, "ascending", "at_end") for name in ORDER if name != PARTITION]
        assert held.num_rows > 1
        assert held.equals(held.sort_by(order))
    values = queries.values_by_place(store.at(), level="district")["value"]
    assert sorted(values) == [float(number) for number in range(1, PUBLICATIONS)]
    assert len(queries.values_by_place(store.at(3), level="district")) == 2


def test_an_upload_leaves_the_files_of_other_indicators_alone(store: Store) -> None:
    publish_one_by_one(store, 4)
    before = {path.parent.name: path for path in files_of(store)}
    store.publish(rows(actual("turns", 2015, 1.0)), BY_A_CLERK, rehearsed=4)
    after = {path.parent.name: path for path in files_of(store)}
    assert after["indicator=firms"] == before["indicator=firms"]
    assert after["indicator=turns"] != before["indicator=turns"]
    assert before["indicator=turns"].exists(), "the former version needs it"


def test_an_indicator_whose_last_record_is_withdrawn_keeps_no_file(store: Store) -> None:
    store.publish(rows(actual("firms", 2015, 1.0), target("turns", 2020, 2.0)), BY_A_CLERK, rehearsed=0)
    store.publish(rows(withdrawn(actual("firms", 2015))), BY_A_CLERK, rehearsed=1)
    assert [path.parent.name for path in files_of(store)] == ["indicator=turns"]
    assert store.at().rows == 1


def test_a_refused_publication_leaves_no_file_behind(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.publish(rows(actual("firms", 2015, 1.0)), BY_A_CLERK, rehearsed=0)
    store.publish(rows(actual("firms", 2015, 2.0)), BY_A_CLERK, rehearsed=1)
    before = set((store.folder / "records").rglob("*.parquet"))
    # Somebody publishes between the look at the version and the commit.
    monkeypatch.setattr(Store, "_refuse_if_moved", lambda self, rehearsed: None)
    with pytest.raises(StoreMoved):
        store.publish(rows(actual("firms", 2015, 3.0)), BY_A_CLERK, rehearsed=1)
    assert set((store.folder / "records").rglob("*.parquet")) == before
    assert store.version == 2
