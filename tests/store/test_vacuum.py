"""What a vacuum takes away, and what it never does: a kept version answers as before, a lost one says so in words."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import queries
from indicators.errors import BrokenStoreSettings, StoreDamaged, StoreMoved, VersionNotKept
from indicators.store import Store, vacuum
from tests.store.large import read_as_large
from tests.store.rows import BY_A_CLERK, actual, rows

BY = {"by": "administrator", "reason": "room on the disk"}
INDICATORS = ("firms", "share", "a b/c%20d")


def keep_days(store: Store, days: int | None) -> None:
    told = "" if days is None else f"[versions]\nkept_days = {days}\n"
    (store.folder / "settings.toml").write_text(told, "utf-8")


def publish(store: Store, value: float, *indicators: str) -> int:
    given = [actual(name, 2015, value) for name in indicators or ("firms",)]
    return store.publish(rows(*given), BY_A_CLERK, rehearsed=store.version)


def figures(store: Store, version: int) -> dict[str, float]:
    read = queries.values_by_place(store.at(version))
    return dict(zip(read["indicator"], read["value"], strict=True))


def data_files(store: Store) -> set[Path]:
    return set((store.folder / "records").rglob("*.parquet"))


@pytest.fixture
def five(store: Store) -> Store:
    """A store whose versions 1 to 4 each have another value of one indicator, and 1 another indicator too."""
    publish(store, 1.0, "firms", "share")
    for value in (2.0, 3.0, 4.0):
        publish(store, value)
    return store


def reopened(store: Store) -> Store:
    """Return the store as another process opens it: nothing of it is in memory."""
    return Store.open(store.folder)


def test_without_a_setting_every_version_is_kept(five: Store) -> None:
    before = data_files(five)
    foreseen = five.foresee_vacuum()
    assert (foreseen.kept_days, foreseen.versions, foreseen.paths, foreseen.earliest) == (None, (), (), 0)
    assert five.vacuum(**BY).version == 4
    assert data_files(five) == before


@pytest.mark.parametrize(
    "told",
    [
        "[versions]\nkept_days = -1",
        "[versions]\nkept_days = 0.5",
        "[versions]\nkept_days = '7'",
        "[versions]\nkept_days = true",
        "[versions]\nkept_days = 9999999",
        "[versions]\ndays = 7",
        "kept_days = 7",
        "versions = 7",
        "[versions",
    ],
)
def test_a_setting_that_can_not_be_meant_is_refused_and_nothing_goes(five: Store, told: str) -> None:
    (five.folder / "settings.toml").write_text(told, "utf-8")
    before = data_files(five)
    for ask in (five.foresee_vacuum, lambda: five.vacuum(**BY)):
        with pytest.raises(BrokenStoreSettings):
            ask()
    assert (data_files(five), five.version) == (before, 4)


def test_what_is_foreseen_is_what_goes(five: Store) -> None:
    keep_days(five, 0)
    before = data_files(five)
    foreseen = five.foresee_vacuum()
    assert (foreseen.versions, foreseen.earliest) == ((1, 2, 3), 0)
    assert data_files(five) == before
    assert five.version == 4

    went = five.vacuum(**BY)
    assert went.version == 5
    assert set(went.paths) == set(foreseen.paths) == before - data_files(five)
    assert len(foreseen.paths) == 3
    assert foreseen.size > 0
    assert figures(five, 4) == figures(five, 5) == {"firms": 4.0, "share": 1.0}


def test_a_lost_version_says_so_and_the_history_lists_it(five: Store) -> None:
    keep_days(five, 0)
    five.vacuum(**BY)
    with read_as_large():
        store = reopened(five)
        with pytest.raises(VersionNotKept) as refused:
            figures(store, 2)
    assert refused.value.figures == {"version": 2, "earliest": 0, "latest": 5}
    with pytest.raises(VersionNotKept):
        five.restore(2, by="Lan", reason="back")
    with pytest.raises(VersionNotKept):
        five.difference(1, 3)
    assert [commit.version for commit in store.history()] == [5, 4, 3, 2, 1, 0]
    told = store.history()[0]
    assert (told.by, told.reason, told.no_longer_kept) == (BY["by"], BY["reason"], "1-3")
    assert store.no_longer_kept() == {1, 2, 3}
    assert publish(store, 6.0) == 6
    assert store.restore(4, by="Lan", reason="back") == 7
    assert figures(store, 7) == {"firms": 4.0, "share": 1.0}


def test_a_version_is_kept_as_long_as_is_set_after_another_took_its_place(five: Store) -> None:
    keep_days(five, 30)
    moments = [commit.at for commit in reversed(five.history())]
    assert five.foresee_vacuum(now=moments[2] + dt.timedelta(days=30)).versions == ()
    a_moment = dt.timedelta(milliseconds=1)
    # Version 1 went when version 2 came, version 0 when version 1 did; that one is empty and loses nothing.
    assert five.foresee_vacuum(now=moments[2] + dt.timedelta(days=30) + a_moment).versions == (1,)
    assert five.foresee_vacuum(now=moments[4] + dt.timedelta(days=3000)).versions == (1, 2, 3)


def test_what_is_needed_stays(five: Store) -> None:
    keep_days(five, 0)
    assert five.foresee_vacuum(also_kept=(2, 99)).versions == (1, 3)
    five.vacuum(**BY, also_kept=(2, 99))
    store = reopened(five)
    with read_as_large():
        assert figures(store, 2) == {"firms": 2.0, "share": 1.0}
        with pytest.raises(VersionNotKept):
            figures(store, 3)


def test_who_restores_while_the_files_go_is_told_so(five: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_days(five, 0)
    asked = five._refuse_if_not_kept

    def and_then_it_goes(version: int) -> None:
        monkeypatch.undo()
        asked(version)
        reopened(five).vacuum(**BY)

    monkeypatch.setattr(five, "_refuse_if_not_kept", and_then_it_goes)
    with pytest.raises(VersionNotKept):
        five.restore(2, by="Lan", reason="back")
    assert five.version == 5


def test_a_restored_version_keeps_the_file_it_shares_with_a_lost_one(five: Store) -> None:
    five.restore(1, by="Lan", reason="back")
    keep_days(five, 0)
    five.vacuum(**BY)
    store = reopened(five)
    with read_as_large():
        assert figures(store, 1) == figures(store, 5) == figures(store, 6) == {"firms": 1.0, "share": 1.0}
        for version in (2, 3, 4):
            with pytest.raises(VersionNotKept):
                figures(store, version)


def test_a_second_vacuum_finds_nothing_and_makes_no_version(five: Store) -> None:
    keep_days(five, 0)
    assert five.vacuum(**BY).version == 5
    again = five.vacuum(**BY)
    assert (again.versions, again.paths, again.version) == ((), (), 5)


def test_a_vacuum_cut_off_after_its_commit_is_finished_by_the_next(five: Store) -> None:
    keep_days(five, 0)
    before = data_files(five)
    foreseen = five.vacuum(**BY)
    for path in foreseen.paths[1:]:
        path.write_bytes(b"as if it had not gone yet")
    again = five.vacuum(**BY)
    assert (again.versions, set(again.paths), again.version) == ((), set(foreseen.paths[1:]), 5)
    assert data_files(five) == before - set(foreseen.paths)


def test_files_that_a_publication_is_writing_stay_and_those_long_left_behind_go(five: Store) -> None:
    (some,) = (path for path in data_files(five) if "share" in path.parent.name)
    fresh, old = (some.with_name(f"part-{name}.zstd.parquet") for name in ("fresh", "old"))
    for path in (fresh, old):
        path.write_bytes(b"half a file")
    os.utime(old, (time.time() - 2 * 86_400,) * 2)
    went = five.vacuum(**BY)
    assert (went.paths, went.versions, went.version) == ((old,), (), 4)
    assert fresh.exists()


def test_whoever_rehearsed_before_is_refused_by_the_vacuum_and_looks_again(five: Store) -> None:
    keep_days(five, 0)
    five.vacuum(**BY)
    with pytest.raises(StoreMoved):
        five.publish(rows(actual("firms", 2015, 9.0)), BY_A_CLERK, rehearsed=4)


def test_a_damaged_store_is_not_taken_for_a_vacuumed_one(five: Store) -> None:
    keep_days(five, 0)
    five.vacuum(**BY)
    for path in data_files(five):
        path.unlink()
    with read_as_large(), pytest.raises(StoreDamaged):
        figures(reopened(five), 5)


def test_where_a_needed_file_is_not_found_nothing_goes(five: Store) -> None:
    keep_days(five, 0)
    (needed,) = (path for path in data_files(five) if "share" in path.parent.name)
    needed.rename(needed.with_suffix(".elsewhere"))
    before = data_files(five)
    with pytest.raises(StoreDamaged):
        five.vacuum(**BY)
    assert (data_files(five), five.version) == (before, 4)


def test_rollups_of_lost_versions_go_once_nobody_reads_them(store: Store) -> None:
    with read_as_large():
        for value in (1.0, 2.0):
            publish(store, value)
        kept = {path.name for path in (store.folder / "rollups" / "values").glob("*.parquet")}
        for path in (store.folder / "rollups").rglob("*.parquet"):
            os.utime(path, (time.time() - 2 * 86_400,) * 2)
        keep_days(store, 0)
        store.vacuum(**BY)
        left = {path.name for path in (store.folder / "rollups" / "values").glob("*.parquet")}
        assert (len(kept), len(left)) == (2, 1)
        assert figures(reopened(store), 3) == {"firms": 2.0}


@given(st.lists(st.integers(0, 40), unique=True).map(sorted))
def test_ranges_say_which_versions(versions: list[int]) -> None:
    assert list(vacuum._within(vacuum.ranges(versions))) == versions


steps = st.one_of(
    st.tuples(st.just("publish"), st.sets(st.sampled_from(INDICATORS), min_size=1)),
    st.tuples(st.just("restore"), st.integers(0, 9)),
    st.tuples(st.just("vacuum"), st.sets(st.integers(0, 9), max_size=2)),
)


@settings(max_examples=max(8, settings().max_examples // 10), deadline=None)
@given(st.lists(steps, min_size=4, max_size=10))
def test_every_version_answers_as_it_did_or_says_that_it_is_not_kept(done: list[tuple[str, object]]) -> None:
    """As a dictionary of versions: whatever is published, restored and vacuumed."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, read_as_large():
        store = Store.create(folder, by="test")
        keep_days(store, 0)
        known: dict[int, dict[str, float]] = {0: {}}
        for number, (what, about) in enumerate(done, 1):
            before = known[store.version]
            if what == "publish":
                assert isinstance(about, set)
                publish(store, float(number), *sorted(about))
                known[store.version] = {**before, **dict.fromkeys(about, float(number))}
            elif what == "restore":
                assert isinstance(about, int)
                _restore(store, min(about, store.version), known)
            else:
                assert isinstance(about, set)
                latest = store.version
                kept = {version for version in about if version not in store.no_longer_kept()}
                store.vacuum(**BY, also_kept=kept)
                known[store.version] = before
                assert not store.no_longer_kept() & {latest, store.version, *kept}
        store = Store.open(folder)
        for version, told in known.items():
            if version in store.no_longer_kept():
                with pytest.raises(VersionNotKept):
                    store.restore(version, by="test", reason="test")
            else:
                assert figures(store, version) == told


def _restore(store: Store, version: int, known: dict[int, dict[str, float]]) -> None:
    if version in store.no_longer_kept():
        with pytest.raises(VersionNotKept):
            store.restore(version, by="test", reason="test")
    else:
        known[store.restore(version, by="test", reason="test")] = known[version]
