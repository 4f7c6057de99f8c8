"""What changed between any two versions is what a comparison of both, read whole, would find."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from indicators import queries, queryfile
from indicators.errors import StoreDamaged, UnknownVersion
from indicators.store import Store
from indicators.store.record import CONTENT
from tests.store.rows import BY_A_CLERK, Row, actual, definition, rows, target, withdrawn
from tests.store.test_same_as_a_dictionary import Key, everything, key_of, uploads

OTHER_WAY_ROUND = {"new": "removed", "removed": "new", "changed": "changed"}


@pytest.fixture
def three_versions(store: Store) -> Store:
    """Version 1 brings two values of `firms` and one of `turns`, 2 changes one and withdraws one, 3 adds one."""
    store.publish(
        rows(
            definition("firms"),
            actual("firms", 2015, 1.0, district="164", file="a.csv", cell="B2"),
            actual("firms", 2016, 2.0),
            actual("turns", 2015, 7.0),
        ),
        BY_A_CLERK,
        rehearsed=0,
    )
    second = rows(
        actual("firms", 2015, 1.5, district="164", quality="estimate", file="b.csv", cell="C3"),
        withdrawn(actual("firms", 2016)),
    )
    store.publish(second, BY_A_CLERK, rehearsed=1)
    store.publish(rows(actual("firms", 2017, 4.0)), BY_A_CLERK, rehearsed=2)
    return store


def differences(store: Store, former: int, latter: int) -> list[Row]:
    return store.difference(former, latter).to_pylist()


@pytest.mark.parametrize(("former", "latter"), [(0, 9), (9, 0), (-1, 2)])
def test_a_version_that_never_was_is_refused(three_versions: Store, former: int, latter: int) -> None:
    with pytest.raises(UnknownVersion):
        three_versions.difference(former, latter)


def test_a_file_that_is_gone_is_said(three_versions: Store) -> None:
    for path in (three_versions.folder / "records").rglob("*.parquet"):
        path.unlink()
    with pytest.raises(StoreDamaged):
        three_versions.difference(1, 2)


def test_a_version_differs_in_nothing_from_itself(three_versions: Store) -> None:
    assert differences(three_versions, 2, 2) == []


def test_each_record_says_what_it_was_and_what_it_is(three_versions: Store) -> None:
    changed, removed = differences(three_versions, 1, 2)[::-1]
    assert (changed["change"], changed["indicator"], changed["year"], changed["district"]) == (
        "changed", "firms", 2015, "164",
    )  # fmt: skip
    assert (changed["value_before"], changed["value_after"]) == (1.0, 1.5)
    assert (changed["quality_before"], changed["quality_after"]) == (None, "estimate")
    assert (changed["upload_before"], changed["upload"], changed["file"], changed["cell"]) == (1, 2, "b.csv", "C3")
    assert (removed["change"], removed["value_before"], removed["value_after"]) == ("removed", 2.0, None)
    assert removed["upload"] == 1


def test_a_record_that_came_and_went_in_between_is_no_difference(three_versions: Store) -> None:
    three_versions.publish(rows(withdrawn(actual("firms", 2017))), BY_A_CLERK, rehearsed=3)
    assert differences(three_versions, 2, 4) == []


def test_the_same_content_brought_anew_is_no_difference(three_versions: Store) -> None:
    three_versions.publish(rows(actual("firms", 2016, 2.0)), BY_A_CLERK, rehearsed=3)
    assert [row["year"] for row in differences(three_versions, 1, 4)] == [2017, 2015]


def test_a_restored_version_differs_in_nothing_from_the_former(three_versions: Store) -> None:
    restored = three_versions.restore(1, by="chief", reason="wrong file")
    assert differences(three_versions, 1, restored) == []
    assert len(differences(three_versions, 3, restored)) == 3


def test_a_revised_target_is_a_new_record_and_a_definition_may_change(three_versions: Store) -> None:
    revised = target("firms", 2020, 9.0, document_date=dt.date(2017, 5, 4))
    three_versions.publish(rows(target("firms", 2020, 5.0), definition("firms", unit="%")), BY_A_CLERK, rehearsed=3)
    three_versions.publish(rows(revised), BY_A_CLERK, rehearsed=4)
    told = {(row["measure"], row["change"]) for row in differences(three_versions, 3, 4)}
    assert told == {("target", "new"), ("definition", "changed")}
    (row,) = differences(three_versions, 4, 5)
    assert (row["change"], row["document_date"], row["document_date_before"]) == ("new", dt.date(2017, 5, 4), None)


def test_only_the_files_that_are_not_in_both_are_read(three_versions: Store) -> None:
    """`turns` did not change after version 1: its file may as well be gone."""
    for path in (three_versions.folder / "records" / "indicator=turns").glob("*.parquet"):
        path.unlink()
    assert len(differences(three_versions, 1, 3)) == 3


def test_the_function_gives_the_files_columns(three_versions: Store) -> None:
    query = queryfile.read("differences_between_versions")
    frames = [
        queries.differences_between_versions(three_versions.at(latter), former=three_versions.at(former))
        for former, latter in ((0, 0), (0, 1), (1, 3))
    ]
    assert [tuple(frame.columns) for frame in frames] == [query.returns] * 3
    assert [len(frame) for frame in frames] == [0, 4, 3]
    assert len({tuple(map(str, frame[["year", "upload", "upload_before"]].dtypes)) for frame in frames}) == 1


@settings(max_examples=settings().max_examples // 4)
@given(uploads=uploads)
def test_any_two_versions_differ_as_two_dictionaries_do(uploads: list[list[Row]]) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        store = Store.create(Path(folder) / "store", by="test")
        for upload in uploads:
            store.publish(rows(*upload), BY_A_CLERK, rehearsed=store.version)
        store.restore(0, by="test", reason="back")
        held = [everything(store.at(version)) for version in range(store.version + 1)]
        for former, before in enumerate(held):
            for latter, after in enumerate(held):
                found = store.difference(former, latter).to_pylist()
                assert {key_of(row): told(row) for row in found} == compared(before, after)
                assert len(found) == len({key_of(row) for row in found})
                back = store.difference(latter, former).to_pylist()
                turned = {key_of(row): OTHER_WAY_ROUND[str(row["change"])] for row in back}
                assert turned == {key_of(row): row["change"] for row in found}


def told(row: Row) -> Row:
    sides = {f"{name}_{side}" for name in CONTENT for side in ("before", "after")} - {"document_date_after"}
    return {"change": row["change"], **{name: row[name] for name in sides}}


def compared(before: dict[Key, Row], after: dict[Key, Row]) -> dict[Key, Row]:
    found: dict[Key, Row] = {}
    for key in before.keys() | after.keys():
        was, now = before.get(key), after.get(key)
        if was != now:
            change = "new" if was is None else "removed" if now is None else "changed"
            sides = (("before", was), ("after", now))
            content = {f"{name}_{side}": (row or {}).get(name) for name in CONTENT for side, row in sides}
            content.pop("document_date_after")
            found[key] = {"change": change, **content}
    return found
