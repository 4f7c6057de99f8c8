"""Many readers at once, of many versions: no empty answer, no wrong one."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pyarrow as pa
import pytest

from indicators import queries, queryfile
from indicators.errors import BrokenQuery, StoreDamaged, VersionNotKept
from indicators.store import RECORD_SCHEMA, Reading, Store
from indicators.store.engine import Answers, Engine, VersionFiles, VersionKey
from tests.store.large import read_as_large
from tests.store.rows import BY_A_CLERK, actual, definition, rows, target

THREADS = 8
# `make long` asks two hundred times a thread.
QUERIES = 200 if "INDICATORS_KILLS" in os.environ else 60
VERSIONS = 16
DISTRICTS = tuple(str(code) for code in range(164, 173))
NOTHING = pa.table({"nothing": pa.array([], pa.string())})


@pytest.fixture
def many_versions(store: Store) -> Store:
    """More versions than are held at once; in version 5 every district has the value 5."""
    for version in range(1, VERSIONS + 1):
        values = [actual("firms", 2015, float(version), district=code) for code in DISTRICTS]
        store.publish(rows(definition("firms"), target("firms", 2020, 9.0), *values), BY_A_CLERK, rehearsed=version - 1)
    return store


def test_eight_threads_that_ask_at_once_never_mix_versions(many_versions: Store) -> None:
    """Every answer is asked of the database: a table handed in keeps it from being remembered."""

    def firms(reading: Reading) -> object:
        query = queryfile.read("values_by_place")
        narrowing = {"indicator": "firms", "level": "district", "district": None, "sector": None, "districts": None}
        return reading.run(query, tables={"nothing": NOTHING}, **narrowing)["value"].to_pylist()

    def definitions(reading: Reading) -> object:
        return reading.run(queryfile.read("definitions"), tables={"nothing": NOTHING})["indicator"].to_pylist()

    def freshness(reading: Reading) -> object:
        return reading.run(queryfile.read("freshness_by_indicator"), tables={"nothing": NOTHING}).to_pylist()

    def reporting(reading: Reading) -> object:
        return reading.run(queryfile.read("reporting_by_district"), tables={"nothing": NOTHING})["district"].to_pylist()

    questions: list[tuple[Callable[[Reading], object], Callable[[int], object]]] = [
        (firms, lambda version: [float(version)] * len(DISTRICTS)),
        (definitions, lambda version: ["firms"]),
        (freshness, lambda version: [
            {"indicator": "firms", "last_year": 2015, "last_period": "Y", "last_upload": version, "records": 9}
        ]),
        (reporting, lambda version: list(DISTRICTS)),
    ]  # fmt: skip

    def ask(thread: int) -> list[str]:
        wrong = []
        for number in range(QUERIES):
            version = (thread * 5 + number // 4) % VERSIONS + 1
            question, expected = questions[(thread + number) % len(questions)]
            answer = question(many_versions.at(version))
            if answer != expected(version):
                wrong.append(f"{question.__name__} of version {version}: {answer}")
        return wrong

    with ThreadPoolExecutor(THREADS) as threads:
        assert [wrong for found in threads.map(ask, range(THREADS)) for wrong in found] == []


def test_readers_go_on_while_somebody_publishes(store: Store) -> None:
    def read(_: int) -> bool:
        reading = store.at()
        read = queries.values_by_place(reading, level="district")
        return set(read["value"]) == ({float(reading.version)} if reading.version else set())

    with ThreadPoolExecutor(4) as threads:
        answers = threads.map(read, range(120))
        for version in range(6):
            values = [actual("firms", 2015, version + 1.0, district=code) for code in DISTRICTS]
            store.publish(rows(*values), BY_A_CLERK, rehearsed=version)
        assert all(answers)


def test_few_versions_are_held_and_none_that_is_being_read() -> None:
    engine = Engine(most_schemas=2)
    empty = VersionFiles(paths=(), rows=0)
    keys = [VersionKey(folder="a", table="a-b", version=number) for number in range(6)]
    with engine.cursor(keys[0], lambda: empty) as first:
        for key in keys[1:]:
            with engine.cursor(key, lambda: empty):
                pass
        assert engine.schemas == 2
        assert first.sql(queryfile.read("definitions").sql).fetchall() == []
    assert engine.schemas == 2
    with engine.cursor(keys[1], lambda: empty) as again:
        assert again.table("records").columns == RECORD_SCHEMA.names


@pytest.mark.parametrize("most_rows_held", [0, 1000])
def test_a_version_reads_the_same_held_in_memory_or_from_its_files(many_versions: Store, most_rows_held: int) -> None:
    reading = many_versions.at(7)
    engine = Engine(most_rows_held=most_rows_held)
    for name in ("definitions", "freshness_by_indicator", "reporting_by_district"):
        query = queryfile.read(name)
        with engine.cursor(reading._key, reading._files) as cursor:
            assert cursor.sql(query.sql).to_arrow_table() == reading.run(query)


def test_a_table_that_cannot_be_read_leaves_nothing_behind() -> None:
    engine = Engine()
    key = VersionKey(folder="a", table="t", version=1)

    def damaged() -> VersionFiles:
        return VersionFiles(paths=("/nowhere/a.parquet",), rows=1)

    for _ in range(2):
        with pytest.raises(StoreDamaged), engine.cursor(key, damaged):
            pass
    assert engine.schemas == 0
    with engine.cursor(key, lambda: VersionFiles(paths=(), rows=0)) as cursor:
        assert cursor.table("records").fetchall() == []


def test_a_file_that_is_gone_is_said(store: Store) -> None:
    store.publish(rows(actual("firms", 2015, 1.0)), BY_A_CLERK, rehearsed=0)
    for path in (store.folder / "records").rglob("*.parquet"):
        path.unlink()
    with pytest.raises(StoreDamaged) as refused:
        queries.definitions(Store.open(store.folder).at(1))
    assert refused.value.figures == {"folder": str(store.folder)}


def test_a_file_that_is_no_parquet_is_said(store: Store) -> None:
    store.publish(rows(actual("firms", 2015, 1.0)), BY_A_CLERK, rehearsed=0)
    for path in (store.folder / "records").rglob("*.parquet"):
        path.write_text("not a table")
    with pytest.raises(StoreDamaged):
        queries.definitions(Store.open(store.folder).at(1))


def test_a_question_with_other_params_than_declared_is_refused(store: Store) -> None:
    with pytest.raises(BrokenQuery):
        store.at().run(queryfile.read("definitions"), indicator="firms")
    with pytest.raises(BrokenQuery):
        store.at().run(queryfile.read("targets_by_place"), indicator="firms")


def test_tables_handed_in_are_seen_by_their_call_only(store: Store) -> None:
    query = queryfile.parse(
        "handed.sql",
        "-- Question: what was handed in?\n-- Grain: one row per number\n-- Params: none\n-- Returns: number\n\n"
        "with numbers as (select number from handed)\n\nselect * from numbers\n",
    )
    assert store.at().run(query, tables={"handed": pa.table({"number": [1, 2]})}).to_pydict() == {"number": [1, 2]}
    with pytest.raises(Exception, match="handed does not exist"):
        store.at().run(query)


def test_a_text_is_bound_and_never_read_as_a_statement(store: Store) -> None:
    store.publish(rows(definition("firms"), actual("firms", 2015, 1.0)), BY_A_CLERK, rehearsed=0)
    for text in ("' or 1 = 1 --", "firms'; drop table stored_records; --", "$indicator"):
        assert queries.values_by_place(store.at(), indicator=text).empty
        assert queries.values_by_place(store.at(), level=text).empty
    assert len(queries.values_by_place(store.at(), indicator="firms")) == 1


def test_an_answer_is_remembered_until_others_need_its_room() -> None:
    asked = []

    def ask() -> pa.Table:
        asked.append(1)
        return pa.table({"number": pa.array(range(100), pa.int64())})

    answers = Answers(most_bytes=1700)
    for question in ("a", "b", "a", "b", "c", "b", "a"):
        assert answers.get(question, ask).num_rows == 100
    assert len(asked) == 4
    tiny = Answers(most_bytes=10)
    assert [tiny.get("a", ask).num_rows for _ in range(2)] == [100, 100]
    assert len(asked) == 6


def test_a_version_vacuumed_away_between_its_list_of_files_and_the_first_look_is_said_to_be_gone(store: Store) -> None:
    for value in (1.0, 2.0):
        store.publish(rows(actual("firms", 2015, value)), BY_A_CLERK, rehearsed=store.version)
    former = Store.open(store.folder).at(1)
    listed = [former._files()]
    (store.folder / "settings.toml").write_text("[versions]\nkept_days = 0\n", "utf-8")
    store.vacuum(by="test", reason="test")

    with read_as_large(), pytest.raises(VersionNotKept):
        assert replace(former, _files=lambda: listed.pop() if listed else former._files()).is_large
