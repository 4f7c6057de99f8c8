"""Every version stays: its history, its contents, and the way back to it."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from dataclasses import replace

import pytest
from deltalake import DeltaTable

from indicators import queries
from indicators.errors import UnknownVersion
from indicators.store import Publication, Store
from tests.store.rows import BY_A_CLERK, actual, definition, rows, withdrawn


@pytest.fixture
def four_versions(store: Store) -> Store:
    """Version 1 brings two values, 2 changes one and brings one, 3 takes one away."""
    first = rows(definition("firms"), actual("firms", 2015, 1.0), actual("firms", 2016, 2.0))
    second = rows(actual("firms", 2016, 3.0), actual("firms", 2017, 4.0))
    third = rows(withdrawn(actual("firms", 2015)))
    for version, incoming in enumerate((first, second, third)):
        assert store.publish(incoming, BY_A_CLERK, rehearsed=version) == version + 1
    return store


AS_OF = {
    0: {},
    1: {2015: 1.0, 2016: 2.0},
    2: {2015: 1.0, 2016: 3.0, 2017: 4.0},
    3: {2016: 3.0, 2017: 4.0},
}


def values(store: Store, version: int | None = None) -> dict[int, float]:
    read = queries.values_by_place(store.at(version))
    return dict(zip(read["year"].to_list(), read["value"].to_list(), strict=True))


@pytest.mark.parametrize("version", [-1, 4, 99])
def test_a_version_that_never_was_is_refused(four_versions: Store, version: int) -> None:
    with pytest.raises(UnknownVersion) as refused:
        four_versions.at(version)
    assert refused.value.figures == {"version": version, "latest": 3}
    with pytest.raises(UnknownVersion):
        four_versions.restore(version, by="x", reason="y")
    assert four_versions.version == 3


@pytest.mark.parametrize("version", AS_OF)
def test_every_version_is_read_as_it_was(four_versions: Store, version: int) -> None:
    assert values(four_versions, version) == AS_OF[version]
    assert four_versions.at(version).version == version


def test_the_latest_version_is_read_where_none_is_named(four_versions: Store) -> None:
    assert four_versions.at().version == four_versions.version == 3
    assert values(four_versions) == AS_OF[3]


def test_history_tells_who_and_why_the_newest_first(store: Store) -> None:
    sha256 = store.keep_received("q1.csv", b"chi_tieu;nam;gia_tri")
    publication = Publication(
        by="Nguyễn Thị Hoa", reason="Báo cáo quý", document="12/BC-SCT", file="q1.csv", sha256=sha256
    )
    before = dt.datetime.now(dt.UTC) - dt.timedelta(seconds=1)
    store.publish(rows(actual("firms", 2015, 1.0), actual("firms", 2016, 1.0)), publication, rehearsed=0)
    last, first = store.history()
    assert before <= first.at <= last.at <= dt.datetime.now(dt.UTC) + dt.timedelta(seconds=1)
    assert (first.version, first.by) == (0, "test")
    assert replace(last, at=before) == replace(
        first, at=before, version=1, by=publication.by, reason=publication.reason, document="12/BC-SCT",
        file="q1.csv", sha256=sha256, new=2,
    )  # fmt: skip


def test_history_tells_who_sent_the_file_and_who_approved_it(store: Store) -> None:
    told = {"sender": "Phòng KT&HT Đại Từ", "answers": '{"unit": "DN"}', "shape": "wide-3", "approved_by": "Trần Văn B"}
    store.publish(rows(actual("firms", 2015, 1.0)), replace(BY_A_CLERK, **told), rehearsed=0)
    commit = store.history()[0]
    assert {name: getattr(commit, name) for name in told} == told


def test_each_version_names_the_indicators_it_changed(store: Store) -> None:
    store.publish(rows(actual("firms", 2015, 1.0), actual("tỷ lệ %", 2015, 2.0)), BY_A_CLERK, rehearsed=0)
    store.publish(rows(actual("firms", 2015, 1.0), actual("tỷ lệ %", 2015, 3.0)), BY_A_CLERK, rehearsed=1)
    store.restore(1, by="chief", reason="wrong file")
    touched = {0: set(), 1: {"firms", "tỷ lệ %"}, 2: {"tỷ lệ %"}, 3: {"tỷ lệ %"}}
    assert store.indicators_by_version() == Store.open(store.folder).indicators_by_version() == touched


@pytest.mark.parametrize("told", [{}, {"sender": "Sở Công Thương", "invented_later": [1]}])
def test_a_commit_of_another_release_is_still_read(store: Store, told: dict[str, object]) -> None:
    store.publish(rows(actual("firms", 2015, 1.0)), BY_A_CLERK, rehearsed=0)
    (path,) = (store.folder / "records" / "_delta_log").glob("*1.json")
    entries = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    info = next(entry["commitInfo"] for entry in entries if "commitInfo" in entry)
    said = json.loads(info["publication"])
    for name in ("sender", "answers", "shape", "approved_by"):
        del said[name]
    info["publication"] = json.dumps({**said, **told})
    path.write_text("\n".join(map(json.dumps, entries)), "utf-8")
    commit = Store.open(store.folder).history()[0]
    assert (commit.by, commit.sender, commit.approved_by) == (BY_A_CLERK.by, told.get("sender"), None)


@pytest.mark.parametrize("version", [0, 1, 2])
def test_restoring_is_a_new_version_that_equals_the_former(four_versions: Store, version: int) -> None:
    assert four_versions.restore(version, by="chief", reason="wrong file") == 4
    former, restored = (queries.values_by_place(four_versions.at(number)) for number in (version, 4))
    assert restored.equals(former)
    assert values(four_versions, 3) == AS_OF[3]
    last = four_versions.history()[0]
    assert (last.version, last.by, last.reason, last.restored_from) == (4, "chief", "wrong file", version)


def test_a_restoration_counts_what_it_changes(four_versions: Store) -> None:
    four_versions.restore(1, by="chief", reason="wrong file")
    last = four_versions.history()[0]
    assert (last.new, last.changed, last.removed) == (1, 1, 1)


def test_restoring_what_stands_makes_no_version(four_versions: Store) -> None:
    assert four_versions.restore(3, by="chief", reason="nothing") == 3
    assert four_versions.restore(1, by="chief", reason="wrong file") == 4
    assert four_versions.restore(1, by="chief", reason="once more") == 4
    assert len(four_versions.history()) == 5


def test_publishing_goes_on_after_a_restoration(four_versions: Store) -> None:
    four_versions.restore(1, by="chief", reason="wrong file")
    assert four_versions.publish(rows(actual("firms", 2016, 9.0)), BY_A_CLERK, rehearsed=4) == 5
    assert values(four_versions) == {2015: 1.0, 2016: 9.0}


def test_a_commit_of_another_program_is_shown_by_its_operation(four_versions: Store) -> None:
    DeltaTable(four_versions.folder / "records").delete("year = 2017")
    last = four_versions.history()[0]
    assert (last.version, last.by, last.reason) == (4, "", "DELETE")
    assert values(four_versions) == {2016: 3.0}


def test_versions_outlive_a_checkpoint(four_versions: Store) -> None:
    DeltaTable(four_versions.folder / "records").create_checkpoint()
    assert four_versions.publish(rows(actual("firms", 2018, 5.0)), BY_A_CLERK, rehearsed=3) == 4
    reopened = Store.open(four_versions.folder)
    assert {version: values(reopened, version) for version in AS_OF} == AS_OF
    assert len(reopened.history()) == 5


def test_a_store_made_anew_in_the_same_folder_is_another_one(four_versions: Store) -> None:
    assert values(four_versions, 1) == AS_OF[1]
    shutil.rmtree(four_versions.folder)
    anew = Store.create(four_versions.folder, by="test")
    anew.publish(rows(actual("firms", 2015, 7.0)), BY_A_CLERK, rehearsed=0)
    assert values(anew, 1) == {2015: 7.0}


def test_two_open_stores_see_each_others_versions(four_versions: Store) -> None:
    other = Store.open(four_versions.folder)
    four_versions.publish(rows(actual("firms", 2018, 5.0)), BY_A_CLERK, rehearsed=3)
    assert other.version == 4
    assert values(other)[2018] == 5.0


def test_a_copied_store_is_read_beside_its_original(four_versions: Store) -> None:
    """Both hold a table of the same identity, and go their own ways."""
    folder = four_versions.folder.with_name("copy")
    shutil.copytree(four_versions.folder, folder)
    copied = Store.open(folder)
    assert values(copied) == values(four_versions) == AS_OF[3]
    assert copied.publish(rows(actual("firms", 2018, 9.0)), BY_A_CLERK, rehearsed=3) == 4
    assert values(copied) == {**AS_OF[3], 2018: 9.0}
    assert values(four_versions) == AS_OF[3]
