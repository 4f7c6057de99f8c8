"""Where a store may be made and opened, and how it says that it can't."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from deltalake import DeltaTable

from indicators import queries
from indicators.errors import StoreDamaged, StoreExists, StoreForbidden, StoreMissing
from indicators.store import RECORD_SCHEMA, Store, default_folder
from tests.store.rows import BY_A_CLERK, actual, rows

CHECKOUT = Path(__file__).parents[2]


def test_a_folder_without_a_store_is_missing_one(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing) as refused:
        Store.open(tmp_path / "nowhere")
    assert refused.value.figures == {"folder": str(tmp_path / "nowhere")}
    assert not (tmp_path / "nowhere").exists()


def test_a_store_is_never_made_twice(store: Store) -> None:
    store.publish(rows(actual("firms", 2015, 3.0)), BY_A_CLERK, rehearsed=0)
    with pytest.raises(StoreExists):
        Store.create(store.folder, by="somebody else")
    assert Store.open(store.folder).version == 1


def test_a_file_in_the_folders_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("not a folder")
    with pytest.raises(StoreForbidden):
        Store.create(tmp_path / "store", by="test")


def test_a_broken_log_is_said(store: Store) -> None:
    (store.folder / "records" / "_delta_log" / "00000000000000000000.json").write_text("{")
    with pytest.raises(StoreDamaged):
        Store.open(store.folder)


def test_a_store_half_made_can_be_made_again(tmp_path: Path) -> None:
    (tmp_path / "store" / "records" / "_delta_log").mkdir(parents=True)
    (tmp_path / "store" / "records" / "_delta_log" / "00000000000000000000.json#1").write_text('{"commitInfo"')
    assert Store.create(tmp_path / "store", by="test").version == 0


WITHOUT_RIGHTS = """
import os, ssl, sys
import pyarrow.acero, pyarrow.dataset, pyarrow.parquet
from indicators import queries, queryfile
from indicators.errors import StoreForbidden
from indicators.store import Store
from tests.store.rows import BY_A_CLERK, actual, rows
for name in queryfile.names():
    queryfile.read(name)
if os.geteuid() == 0:
    os.setuid(65534)
store = Store.open(sys.argv[1])
for attempt in (
    lambda: store.publish(rows(actual("firms", 2015, 4.0)), BY_A_CLERK, rehearsed=1),
    lambda: store.restore(0, by="x", reason="y"),
    lambda: store.keep_received("a.csv", b"a"),
    lambda: Store.create(sys.argv[1] + "/inner", by="x"),
):
    try:
        attempt()
    except StoreForbidden:
        print("forbidden")
print(store.version, *queries.values_by_place(store.at())["value"])
"""


@pytest.mark.skipif(os.name == "nt", reason="the rights of Windows are other ones")
def test_an_account_without_rights_reads_and_is_told_that_it_cannot_write() -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store.create(Path(folder) / "store", by="test")
        store.publish(rows(actual("firms", 2015, 3.0)), BY_A_CLERK, rehearsed=0)
        made = [Path(folder), *(path for path in Path(folder).rglob("*") if path.is_dir())]
        for path in made:
            path.chmod(0o555)
        try:
            ended = subprocess.run(
                [sys.executable, "-c", WITHOUT_RIGHTS, str(store.folder)],
                cwd=CHECKOUT,
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
        finally:
            for path in made:
                path.chmod(0o755)
    assert ended.stdout.split() == ["forbidden"] * 4 + ["1", "3.0"], ended.stderr


def test_a_folder_that_the_table_would_look_for_elsewhere_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreForbidden):
        Store.create(tmp_path / "a%20b", by="test")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["tài liệu của sở", "100% [bản 2]", "dấu' nháy", "a+b&c=d#e"])
def test_any_folder_name_will_do(tmp_path: Path, name: str) -> None:
    store = Store.create(tmp_path / name, by="test")
    store.publish(rows(actual("firms", 2015, 3.0), actual("turns", 2015, 4.0)), BY_A_CLERK, rehearsed=0)
    assert values(Store.open(tmp_path / name)) == {"firms": 3.0, "turns": 4.0}


def test_any_indicator_name_will_do(store: Store) -> None:
    names = ["a b", "tỷ lệ %", "it's", "2014", "a/b", "x=1"]
    store.publish(rows(*(actual(name, 2015, 1.0) for name in names)), BY_A_CLERK, rehearsed=0)
    store.publish(rows(*(actual(name, 2015, 2.0) for name in names)), BY_A_CLERK, rehearsed=1)
    assert values(store) == dict.fromkeys(names, 2.0)


def test_the_table_keeps_its_versions_and_is_a_plain_delta_table(store: Store) -> None:
    store.publish(rows(actual("firms", 2015, 3.0)), BY_A_CLERK, rehearsed=0)
    table = DeltaTable(store.folder / "records")
    assert table.metadata().configuration == {
        "delta.enableExpiredLogCleanup": "false",
        "delta.deletedFileRetentionDuration": "interval 3650 days",
    }
    assert table.metadata().partition_columns == ["indicator"]
    assert set(table.to_pyarrow_table().column_names) == set(RECORD_SCHEMA.names)


def test_the_folder_is_named_by_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path))
    assert default_folder() == tmp_path
    monkeypatch.delenv("INDICATORS_STORE")
    assert default_folder() == CHECKOUT / "data" / "store"


def values(store: Store) -> dict[str, float]:
    read = queries.values_by_place(store.at())
    return dict(zip(read["indicator"], read["value"], strict=True))
