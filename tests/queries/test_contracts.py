"""Every file in queries/ keeps the contract at its head, on a store with rows and on one without."""

from __future__ import annotations

import datetime as dt
import inspect
import re
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest

from indicators import queries, queryfile
from indicators.catalogue.definition import Kind
from indicators.store import INCOMING_SCHEMA, RECORD_SCHEMA, Reading, Store
from indicators.store.revising import CHANGED, REPLACED
from tests.store.rows import BY_A_CLERK, actual, definition, rows, target, withdrawn

# The store asks these itself, or they are how another question is put to a large store; every other file has a function
# of its name.
OF_THE_STORE = {"records_of_version", "records_after_upload", "records_of_indicators", "changed_figures"}
FOR_LARGE_STORES = {
    "rollup_of_values", "rollup_of_settings", "rollup_of_reporting", "values_from_rollups", "values_of_cells",
    "freshness_from_rollups", "reporting_from_rollups", "rollup_of_places",
}  # fmt: skip
# Their functions take rows or another version beside a reading, or find out more than they are asked.
ASKED_OF_MORE = {"changes_for_upload", "differences_between_versions", "doubtful_series", "revised_figures"}
# Without a file there is nothing to read.
OF_FILES = {"records_of_version", "changed_figures"}
WITHOUT_FUNCTION = OF_THE_STORE | FOR_LARGE_STORES
FILES = queryfile.names()

PLACES: list[dict[str, object]] = [
    {"district": district, "sector": sector} for district in (None, "164", "167") for sector in (None, "tea", "steel")
]
RECORDS = rows(
    definition("firms", Kind.FLOW),
    definition("share", Kind.RATIO, unit="%"),
    definition("done", Kind.YES_NO),
    definition("without_data"),
    *(actual("firms", year, 2.0, **place) for year in (2015, 2016) for place in PLACES),
    *(actual("share", 2015, numerator=1.0, denominator=3.0, **place) for place in PLACES[1:]),
    *(actual("done", 2015, 1.0, period="Q2", **place) for place in PLACES[4:]),
    actual("firms", 2017, None, raw="…", district="164"),
    actual("firms", 2017, 4.0, period="H1"),
    actual("undefined", 2015, 1.0),
    target("firms", 2020, 200.0),
    target("firms", 2020, 150.0, document_date=dt.date(2017, 5, 4)),
    {**actual("firms", 2013, 5.0), "measure": "baseline"},
)
INCOMING = rows(actual("firms", 2015, 9.0), actual("firms", 2018, 1.0), withdrawn(actual("undefined", 2015)))


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    store = Store.create(tmp_path_factory.mktemp("contracts") / "store", by="test")
    store.publish(RECORDS, BY_A_CLERK, rehearsed=0)
    store.publish(rows(actual("firms", 2015, 9.0, district="164")), BY_A_CLERK, rehearsed=1)
    return store.at(1)


def answer(name: str, reading: Reading, incoming: pa.Table) -> pa.Table:
    """Return what a query says of everything, given what it wants to be given."""
    query = queryfile.read(name)
    upload = pa.nulls(incoming.num_rows, pa.int64())
    tables = {
        "changes_for_upload": {"incoming": incoming.append_column("position", pa.array(range(incoming.num_rows)))},
        "records_after_upload": {"effective": incoming.append_column("upload", upload)},
        "differences_between_versions": versions_of(incoming.append_column("upload", upload)),
        "doubtful_series": {
            "touched": pa.table(
                {
                    "indicator": pa.array(["firms"], pa.string()),
                    "district": pa.nulls(1, pa.string()),
                    "sector": pa.nulls(1, pa.string()),
                    "length": pa.array(["Y"], pa.string()),
                }
            )
        },
        "rollup_of_values": {"answered": "values_by_place"},
        "values_from_rollups": {"rolled_values": "rollup_of_values"},
        "values_of_cells": {"rolled_settings": "rollup_of_settings"},
        "rollup_of_places": {"rolled_values": "rollup_of_values", "cells": "values_of_cells"},
        "freshness_from_rollups": {"rolled_freshness": "freshness_by_indicator"},
        "reporting_from_rollups": {"rolled_reporting": "rollup_of_reporting"},
        "revised_figures": {"changes": CHANGED.empty_table()},
    }.get(name, {})
    tables = {
        read: answer(table, reading, incoming) if isinstance(table, str) else table for read, table in tables.items()
    }
    params = {param: None for param in query.params}
    if name == "doubtful_series":
        params = {"jump": 1.0}
    if name == "records_of_indicators":
        params = {"indicators": ["firms", "share"]}
    if name == "records_of_version":
        params = {"files": list(reading._files().paths)}
    if name == "changed_figures":
        tables = {"replaced": replaced_by_the_next(reading)}
        params = {"files": tables["replaced"]["path"].to_pylist()}
    if name == "revised_figures":
        params = {"gone": [1]}
    return reading._ask(query, tables, params, None, {})


def versions_of(incoming: pa.Table) -> dict[str, pa.Table]:
    """Return two versions that share their second row, if there are as many."""
    held = incoming.select(RECORD_SCHEMA.names)
    return {"former": held.slice(0, 2), "latter": held.slice(1)}


def replaced_by_the_next(reading: Reading) -> pa.Table:
    """Return the files that the version after this one took away or added."""
    folder = Path(reading._key.folder) / "records"
    named = reading._log.replaced(reading.version + 1)
    replaced = [{"upload": 2, "path": str(folder / path), "is_added": is_added} for path, is_added in named]
    return pa.Table.from_pylist(replaced, schema=REPLACED)


@pytest.mark.parametrize("name", FILES)
def test_the_columns_are_those_it_returns_and_the_grain_tells_rows_apart(name: str, reading: Reading) -> None:
    query = queryfile.read(name)
    found = answer(name, reading, INCOMING)
    assert tuple(found.column_names) == query.returns
    assert found.num_rows > 0
    grain = [tuple(row[column] for column in query.grain) for row in found.to_pylist()]
    assert len(set(grain)) == len(grain)


@pytest.mark.parametrize("name", [name for name in FILES if name not in OF_FILES])
def test_an_empty_store_gives_the_same_columns_and_no_rows(name: str, store: Store, reading: Reading) -> None:
    empty = answer(name, store.at(0), INCOMING_SCHEMA.empty_table())
    assert empty.num_rows == 0
    assert empty.schema.types == answer(name, reading, INCOMING).schema.types
    assert tuple(empty.column_names) == queryfile.read(name).returns


@pytest.mark.parametrize("name", FILES)
def test_the_house_style(name: str) -> None:
    text = (queryfile.FOLDER / f"{name}.sql").read_text("utf-8")
    code = re.sub(r"--[^\n]*|'[^']*'", "", text)
    steps = re.findall(r"^(?:with )?(\w+)(?: \([^)]*\))? as \($", code, re.MULTILINE)
    assert text.splitlines()[-1] == f"select * from {steps[-1]}"
    assert text.endswith("\n")
    assert code == code.lower()
    assert len(set(steps)) == len(steps)
    assert max(map(len, text.splitlines())) <= 120
    assert len(text.splitlines()) <= 300
    assert all(code.count(step) > 1 for step in steps), "a step that nothing reads"


def test_every_question_has_one_function() -> None:
    functions = {
        name for name, value in vars(queries).items() if inspect.isfunction(value) and not name.startswith("_")
    }
    assert functions == set(FILES) - WITHOUT_FUNCTION


@pytest.mark.parametrize("name", sorted(set(FILES) - WITHOUT_FUNCTION - ASKED_OF_MORE))
def test_the_function_gives_the_files_columns(name: str, store: Store, reading: Reading) -> None:
    function, query = getattr(queries, name), queryfile.read(name)
    assert set(inspect.signature(function).parameters) == {"reading", *query.params}
    full, empty = function(reading), function(store.at(0))
    assert tuple(full.columns) == tuple(empty.columns) == query.returns
    assert full.dtypes.to_list() == empty.dtypes.to_list()
    assert len(full) == answer(name, reading, INCOMING).num_rows
    assert empty.empty


def test_blank_texts_are_none_and_counts_are_whole(reading: Reading) -> None:
    read = queries.values_by_place(reading, indicator="share", level="province")
    assert [row.district for row in read.itertuples()] == [None]
    assert (str(read["have"].dtype), read["have"][0]) == ("Int64", 2)
    targets = queries.targets_by_place(reading, indicator="firms")
    assert targets["document_date"].to_list() == [None, None, dt.date(2017, 5, 4)]
    without_parts = queries.values_by_place(reading, indicator="undefined")
    assert (str(without_parts["have"].dtype), without_parts["have"].isna().to_list()) == ("Int64", [True])


def test_a_frame_is_its_readers_own(reading: Reading) -> None:
    spoiled = queries.values_by_place(reading)
    spoiled.loc[:, "value"] = 0.0
    spoiled.loc[:, "indicator"] = "spoiled"
    assert set(queries.values_by_place(reading)["indicator"]) == {"firms", "share", "done", "undefined"}
    assert set(queries.values_by_place(reading, indicator="firms")["value"].dropna()) == {2.0, 4.0}


NARROWINGS = [
    {"indicator": indicator, "level": level, "district": district, "sector": sector}
    for indicator in (None, "share")
    for level in (None, "province", "district", "sector", "cell")
    for district in (None, "164")
    for sector in (None, "tea")
]


@pytest.mark.parametrize("most_rows_asked_whole", [0, 50_000])
@pytest.mark.parametrize("narrowing", NARROWINGS)
@pytest.mark.parametrize("function", [queries.values_by_place, queries.targets_by_place])
def test_a_narrowing_leaves_rows_out_and_changes_none(
    monkeypatch: pytest.MonkeyPatch,
    reading: Reading,
    function: Callable[..., pd.DataFrame],
    narrowing: dict[str, str | None],
    most_rows_asked_whole: int,
) -> None:
    """A large store is asked about the place alone, a small one about all places: with the same answer."""
    everything = function(reading)
    monkeypatch.setattr(queries, "_MOST_ROWS_ASKED_WHOLE", most_rows_asked_whole)
    kept = everything["indicator"].notna()
    if narrowing["level"]:
        kept &= everything["district"].notna() == (narrowing["level"] in ("district", "cell"))
        kept &= everything["sector"].notna() == (narrowing["level"] in ("sector", "cell"))
    for column in ("indicator", "district", "sector"):
        if narrowing[column]:
            kept &= everything[column] == narrowing[column]
    expected = everything[kept].reset_index(drop=True)
    assert function(reading, **narrowing).astype(object).equals(expected.astype(object))


@pytest.mark.parametrize("most_rows_asked_whole", [0, 50_000])
def test_a_level_that_does_not_exist_has_no_rows(
    monkeypatch: pytest.MonkeyPatch, reading: Reading, most_rows_asked_whole: int
) -> None:
    monkeypatch.setattr(queries, "_MOST_ROWS_ASKED_WHOLE", most_rows_asked_whole)
    assert queries.values_by_place(reading, level="ward").empty
    assert queries.targets_by_place(reading, level="").empty


def test_freshness_names_the_last_period_by_its_longest_name(store: Store) -> None:
    store.publish(
        rows(
            *(actual("yearly", 2016, 1.0, period=period) for period in ("Q4", "Y", "H2", "M12", "Q3")),
            *(actual("quarterly", 2016, 1.0, period=period) for period in ("Q2", "M07", "H1")),
            actual("quarterly", 2017, None, raw="…"),
            actual("parts", 2018, numerator=1.0, denominator=2.0),
            actual("never", 2018, None, raw="…"),
        ),
        BY_A_CLERK,
        rehearsed=0,
    )
    read = queries.freshness_by_indicator(store.at())
    assert read[["indicator", "last_year", "last_period", "records"]].values.tolist() == [
        ["parts", 2018, "Y", 1],
        ["quarterly", 2016, "M07", 3],
        ["yearly", 2016, "Y", 5],
    ]


def test_a_district_that_never_reported_does_not_appear(reading: Reading) -> None:
    read = queries.reporting_by_district(reading)
    assert read[["district", "first_year", "last_year"]].values.tolist() == [["164", 2015, 2017], ["167", 2015, 2016]]


def test_what_was_published_once_was_not_revised_and_what_was_changed_says_what_it_was(reading: Reading) -> None:
    once, twice = queries.revised_figures(reading), queries.revised_figures(reading.at(2))
    assert tuple(once.columns) == tuple(twice.columns) == queryfile.read("revised_figures").returns
    assert once.empty
    assert twice.values.tolist() == [["firms", 2015, "Y", "164", None, 2, 2.0, True]]


def test_the_records_have_the_stores_columns() -> None:
    for name in OF_THE_STORE - {"changed_figures"}:
        assert queryfile.read(name).returns == tuple(RECORD_SCHEMA.names)
