"""Several writers: each publication lands or is told that the store moved; none is lost."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from indicators import queries
from indicators.errors import StoreExists, StoreMoved
from indicators.store import Publication, Store
from tests.store.rows import BY_A_CLERK, actual, rows

CHECKOUT = Path(__file__).parents[2]
PUBLICATIONS = 8


def test_the_second_of_two_rehearsed_on_one_version_is_told(store: Store) -> None:
    other = Store.open(store.folder)
    assert store.publish(rows(actual("firms", 2015, 1.0)), BY_A_CLERK, rehearsed=0) == 1
    with pytest.raises(StoreMoved) as refused:
        other.publish(rows(actual("turns", 2015, 2.0)), BY_A_CLERK, rehearsed=0)
    assert refused.value.figures == {"rehearsed": 0, "version": 1}
    assert other.publish(rows(actual("turns", 2015, 2.0)), BY_A_CLERK, rehearsed=1) == 2
    assert queries.values_by_place(store.at())["value"].to_list() == [1.0, 2.0]


def test_of_many_threads_at_one_version_one_lands(store: Store) -> None:
    def publish(number: int) -> int | StoreMoved:
        try:
            return store.publish(rows(actual("firms", number, 1.0)), BY_A_CLERK, rehearsed=0)
        except StoreMoved as moved:
            return moved

    with ThreadPoolExecutor(6) as threads:
        ended = list(threads.map(publish, range(6)))
    assert [outcome for outcome in ended if not isinstance(outcome, StoreMoved)] == [1]
    assert store.version == 1
    landed = next(number for number, outcome in enumerate(ended) if outcome == 1)
    assert queries.values_by_place(store.at())["year"].to_list() == [landed]


def test_each_version_keeps_its_own_name_while_somebody_publishes(store: Store) -> None:
    def publish(count: int) -> None:
        for version in range(1, count + 1):
            publication = Publication(by="Lan", reason=str(version))
            store.publish(rows(actual("firms", 2015, float(version))), publication, rehearsed=version - 1)

    with ThreadPoolExecutor(1) as thread:
        publishing = thread.submit(publish, 40)
        while not publishing.done():
            commits = Store.open(store.folder).history()
            assert [commit.version for commit in commits] == list(range(len(commits) - 1, -1, -1))
            assert [commit.reason for commit in commits[:-1]] == [str(commit.version) for commit in commits[:-1]]
        publishing.result()
    assert len(store.history()) == 41


def test_of_many_that_make_one_store_one_does(tmp_path: Path) -> None:
    def create(number: int) -> str | None:
        try:
            Store.create(tmp_path / "store", by=str(number))
        except StoreExists:
            return None
        return str(number)

    with ThreadPoolExecutor(4) as threads:
        made = [by for by in threads.map(create, range(4)) if by]
    assert [commit.by for commit in Store.open(tmp_path / "store").history()] == made


def test_two_processes_publish_side_by_side_and_nothing_is_lost(store: Store) -> None:
    names = ("hoa", "lan")
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.store.publisher", str(store.folder), "own", name, str(PUBLICATIONS)],
            cwd=CHECKOUT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in names
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    ended = [process.communicate(timeout=120)[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0]

    refused = sum(int(said) for said in ended)
    assert refused > 0, "the two never met: this run proved nothing"
    assert store.version == 2 * PUBLICATIONS
    read = queries.values_by_place(store.at())
    commits = {commit.version: commit for commit in store.history()}
    for name in names:
        own = read[read["indicator"] == name]
        assert own["year"].to_list() == own["value"].to_list() == list(range(PUBLICATIONS))
        assert [(commits[row.upload].by, commits[row.upload].reason) for row in own.itertuples()] == [
            (name, str(year)) for year in range(PUBLICATIONS)
        ]
