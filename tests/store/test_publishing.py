"""What one publication does to the records, and what it refuses."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace

import pyarrow as pa
import pytest

from indicators import queries
from indicators.errors import RepeatedRecord, StoreMoved, UnknownReceived, UnknownVersion, UnstorableRecord
from indicators.store import Store
from tests.store.rows import BY_A_CLERK, Row, actual, definition, rows, target, withdrawn


def publish(store: Store, *records: Row) -> int:
    return store.publish(rows(*records), BY_A_CLERK, rehearsed=store.version)


def values(store: Store) -> list[tuple[object, ...]]:
    read = queries.values_by_place(store.at())
    columns = ["indicator", "year", "period", "district", "sector", "value"]
    return [row for row in read[columns].itertuples(index=False, name=None)]


@pytest.mark.parametrize("not_a_number", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("column", ["value", "value_to", "numerator", "denominator"])
def test_what_is_no_number_stays_out(store: Store, column: str, not_a_number: float) -> None:
    with pytest.raises(UnstorableRecord) as refused:
        publish(store, actual("firms", 2015, 1.0), actual("firms", 2016, **{column: not_a_number}))
    assert refused.value.figures == {"column": column, "records": 1}
    assert store.version == 0


@pytest.mark.parametrize("column", ["measure", "indicator"])
def test_a_row_without_its_name_stays_out(store: Store, column: str) -> None:
    with pytest.raises(UnstorableRecord) as refused:
        publish(store, {**actual("firms", 2015, 1.0), column: None})
    assert refused.value.figures == {"column": column, "records": 1}


def test_a_table_that_lacks_a_column_stays_out(store: Store) -> None:
    with pytest.raises(UnstorableRecord) as refused:
        store.publish(rows(actual("firms", 2015, 1.0)).drop_columns(["quality"]), BY_A_CLERK, rehearsed=0)
    assert refused.value.figures["column"] == "quality"


def test_a_year_that_fits_no_year_stays_out(store: Store) -> None:
    incoming = rows(actual("firms", 2015, 1.0))
    too_long = incoming.set_column(incoming.column_names.index("year"), "year", pa.array([20_150_000_000]))
    with pytest.raises(UnstorableRecord) as refused:
        store.publish(too_long, BY_A_CLERK, rehearsed=0)
    assert refused.value.figures["column"] == "year"


def test_the_same_key_with_two_values_stays_out(store: Store) -> None:
    with pytest.raises(RepeatedRecord) as refused:
        publish(store, actual("firms", 2015, 1.0), actual("turns", 2015, 1.0), actual("firms", 2015, 2.0))
    assert refused.value.figures == {"indicator": "firms", "year": 2015, "records": 2}
    assert store.version == 0


def test_the_same_row_twice_comes_in_once(store: Store) -> None:
    publish(store, actual("firms", 2015, 1.0, cell="B2"), actual("firms", 2015, 1.0, cell="B9"))
    assert queries.values_by_place(store.at())["cell"].to_list() == ["B2"]
    assert store.history()[0].new == 1


def test_a_file_that_was_not_kept_before_is_no_source(store: Store) -> None:
    with pytest.raises(UnknownReceived):
        store.publish(rows(actual("firms", 2015, 1.0)), replace(BY_A_CLERK, sha256="0" * 64), rehearsed=0)
    assert store.version == 0


def test_a_rehearsal_on_another_version_does_not_count(store: Store) -> None:
    publish(store, actual("firms", 2015, 1.0))
    with pytest.raises(StoreMoved) as refused:
        store.publish(rows(actual("firms", 2015, 2.0)), BY_A_CLERK, rehearsed=0)
    assert refused.value.figures == {"rehearsed": 0, "version": 1}
    with pytest.raises(UnknownVersion):
        store.publish(rows(actual("firms", 2015, 2.0)), BY_A_CLERK, rehearsed=2)
    assert values(store) == [("firms", 2015, "Y", None, None, 1.0)]


def test_blank_is_a_place_of_its_own(store: Store) -> None:
    """The key is null-safe: a blank district is the whole province, not an unknown place that never matches itself."""
    places = [(None, None), ("164", None), (None, "tea"), ("164", "tea")]
    for value in (1.0, 2.0):
        publish(store, *(actual("firms", 2015, value, district=d, sector=s) for d, s in places))
    assert values(store) == [("firms", 2015, "Y", d, s, 2.0) for d, s in [(None, None), (None, "tea"), *places[1::2]]]
    assert store.history()[0].changed == 4


def test_every_part_of_the_key_tells_records_apart(store: Store) -> None:
    first = actual("firms", 2015, 1.0)
    publish(
        store,
        first,
        {**first, "measure": "baseline"},
        {**first, "indicator": "turns"},
        {**first, "year": 2016},
        {**first, "period": "Q1"},
        {**first, "district": "164"},
        {**first, "sector": "tea"},
    )
    assert store.history()[0].new == 7


def test_a_revised_target_keeps_its_former_value(store: Store) -> None:
    publish(store, target("firms", 2020, 200.0), target("firms", 2020, 210.0, document_date=dt.date(2014, 1, 8)))
    publish(store, target("firms", 2020, 150.0, document_date=dt.date(2017, 5, 4)))
    read = queries.targets_by_place(store.at())
    assert read[["value", "document_date"]].values.tolist() == [
        [200.0, None],
        [210.0, dt.date(2014, 1, 8)],
        [150.0, dt.date(2017, 5, 4)],
    ]


def test_an_actual_value_has_one_document_date(store: Store) -> None:
    publish(store, actual("firms", 2015, 1.0, document_date=dt.date(2016, 1, 8)))
    publish(store, actual("firms", 2015, 1.0, document_date=dt.date(2016, 2, 8)))
    assert len(values(store)) == 1
    assert store.history()[0].changed == 1


CONTENTS: dict[str, object] = {
    "value": 2.0, "value_to": 3.0, "operator": ">=", "numerator": 1.0, "denominator": 2.0, "quality": "estimate",
    "document": "Báo cáo 12", "document_date": dt.date(2016, 1, 8), "note": "(*)", "definition": "{}",
}  # fmt: skip


@pytest.mark.parametrize("column", CONTENTS)
def test_any_content_that_differs_is_a_change(store: Store, column: str) -> None:
    before = actual("firms", 2015, 1.0)
    publish(store, before)
    assert publish(store, {**before, column: CONTENTS[column]}) == 2
    assert publish(store, before) == 3
    commits = store.history()
    assert [(commit.new, commit.changed, commit.removed) for commit in commits[:2]] == [(0, 1, 0), (0, 1, 0)]


@pytest.mark.parametrize("column", ["raw", "file", "sheet", "cell"])
def test_where_a_figure_stands_is_no_content(store: Store, column: str) -> None:
    publish(store, actual("firms", 2015, 1.0, **{column: "one"}))
    assert publish(store, actual("firms", 2015, 1.0, **{column: "another"})) == 1
    assert queries.values_by_place(store.at())[column].to_list() == ["one"]


def test_what_changes_nothing_makes_no_version(store: Store) -> None:
    records = [
        definition("firms"),
        actual("firms", 2015, 1.0),
        actual("firms", 2016, raw="…"),
        target("firms", 2020, 9.0),
    ]
    assert publish(store, *records) == 1
    assert publish(store, *records) == 1
    assert publish(store, withdrawn(actual("firms", 2017))) == 1
    assert publish(store) == 1
    assert len(store.history()) == 2


def test_only_rows_that_changed_are_of_the_new_upload(store: Store) -> None:
    publish(store, actual("firms", 2015, 1.0), actual("firms", 2016, 2.0))
    publish(store, actual("firms", 2015, 1.0), actual("firms", 2016, 3.0), actual("firms", 2017, 4.0))
    read = queries.values_by_place(store.at())
    assert read[["year", "upload"]].values.tolist() == [[2015, 1], [2016, 2], [2017, 2]]


def test_zero_and_no_value_differ(store: Store) -> None:
    publish(store, actual("firms", 2015, 0.0, raw="-"), actual("firms", 2016, None, raw="…"))
    read = queries.values_by_place(store.at())
    assert read["value"].isna().to_list() == [False, True]
    assert publish(store, actual("firms", 2016, 0.0, raw="-")) == 2


def test_a_withdrawal_takes_its_record_and_no_other(store: Store) -> None:
    publish(store, actual("firms", 2015, 1.0), actual("firms", 2015, 1.0, district="164"), actual("firms", 2016, 2.0))
    assert publish(store, withdrawn(actual("firms", 2015)), actual("firms", 2016, 5.0)) == 2
    assert values(store) == [("firms", 2015, "Y", "164", None, 1.0), ("firms", 2016, "Y", None, None, 5.0)]
    last = store.history()[0]
    assert (last.new, last.changed, last.removed) == (0, 1, 1)


def test_a_withdrawn_record_can_come_again(store: Store) -> None:
    publish(store, actual("firms", 2015, 1.0))
    publish(store, withdrawn(actual("firms", 2015)))
    assert values(store) == []
    publish(store, actual("firms", 2015, 1.0))
    assert queries.values_by_place(store.at())["upload"].to_list() == [3]


def test_a_definition_comes_with_its_records_in_one_version(store: Store) -> None:
    assert publish(store, definition("firms"), actual("firms", 2015, 1.0)) == 1
    assert publish(store, definition("firms", name_en="Firms")) == 2
    read = queries.definitions(store.at())
    assert read["indicator"].to_list() == ["firms"]
    assert '"name_en": "Firms"' in read["definition"][0]


def test_the_changes_are_told_row_by_row_before_anything_is_written(store: Store) -> None:
    publish(store, actual("firms", 2015, 1.0), actual("firms", 2016, 2.0), actual("firms", 2017, 3.0))
    told = queries.changes_for_upload(
        store.at(),
        rows(
            actual("turns", 2015, 9.0),
            actual("firms", 2017, 3.0),
            actual("firms", 2016, 2.5),
            withdrawn(actual("firms", 2015)),
            withdrawn(actual("firms", 2014)),
        ),
    )
    assert told["change"].to_list() == ["new", "unchanged", "changed", "removed", "absent"]
    assert told["value_before"].fillna(-1).to_list() == [-1, 3.0, 2.0, 1.0, -1]
    assert store.version == 1


def test_a_file_is_kept_as_it_came_and_found_by_its_hash(store: Store) -> None:
    content = bytes(range(256)) * 100
    sha256 = store.keep_received("Báo cáo năm 2019.XLSX", content)
    assert store.keep_received("another name.csv", content) == sha256
    assert store.received(sha256).read_bytes() == content
    assert [path.name for path in (store.folder / "received").iterdir()] == [f"{sha256}.xlsx"]
    for unknown in ("0" * 64, "", "*", "../records"):
        with pytest.raises(UnknownReceived):
            store.received(unknown)
