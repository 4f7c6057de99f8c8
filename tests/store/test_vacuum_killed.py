"""`kill -9` in the middle of a vacuum, and vacuums while others publish and read: every kept version stays whole."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from indicators import queries
from indicators.errors import StoreMoved, VersionNotKept
from indicators.store import Store
from tests.store.large import read_as_large
from tests.store.publisher import INDICATORS, OWN_RECORDS, RECORDS, own_indicators
from tests.store.test_killed import CHECKOUT, KILLS

LONGEST_SECONDS = 1.2
READS = 30


def start(folder: Path, *how: str) -> subprocess.Popen[str]:
    """Start a process that begins as soon as it is told to go."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.publisher", str(folder), *how],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    process.stdin.write("go\n")
    process.stdin.flush()


def keep_latest_only(store: Store) -> None:
    (store.folder / "settings.toml").write_text("[versions]\nkept_days = 0\n", "utf-8")


def kill_in_the_middle(process: subprocess.Popen[str], *, after_seconds: float, when_gone_from: Path | None) -> None:
    """Kill it so long after it began or, with a folder, as soon as a file went from there."""
    with process:
        go(process)
        seen: set[str] = set()
        while when_gone_from and process.poll() is None:
            present = set(os.listdir(when_gone_from)) if when_gone_from.exists() else set()
            if not seen <= present:
                break
            seen |= present
        time.sleep(after_seconds)
        assert process.poll() is None, "it ended before it was killed"
        process.kill()


def assert_kept_versions_are_whole(store: Store) -> None:
    gone = store.no_longer_kept()
    for version in range(1, store.version + 1):
        if version in gone:
            continue
        values = queries.values_by_place(store.at(version), level="district")["value"]
        assert (len(values), values.nunique()) == (RECORDS, 1), version


@pytest.mark.long
def test_a_killed_vacuum_leaves_every_kept_version_whole(store: Store) -> None:
    keep_latest_only(store)
    moments = random.Random(41)
    left_over = 0
    waiting = start(store.folder, "whole_and_vacuum")
    for kill in range(KILLS):
        # Every other one dies when the first files have gone and most have not: the moment that matters.
        gone_from = store.folder / "records" / f"indicator={INDICATORS[0]}" if kill % 2 else None
        seconds = 0 if kill % 2 else moments.uniform(0.05, LONGEST_SECONDS)
        kill_in_the_middle(waiting, after_seconds=seconds, when_gone_from=gone_from)
        # A process takes seconds to start: the next one does while this store is looked at.
        waiting = start(store.folder, "whole_and_vacuum") if kill + 1 < KILLS else waiting
        with read_as_large():
            reopened = Store.open(store.folder)
            assert_kept_versions_are_whole(reopened)
            foreseen = reopened.foresee_vacuum()
            left_over += bool(foreseen.paths) and not foreseen.versions
    assert store.no_longer_kept(), "no vacuum ever landed: this run proved nothing"
    assert left_over, "none died between its commit and the last file: this run proved nothing"
    store.vacuum(by="test", reason="test")
    assert store.foresee_vacuum().paths == ()


@contextmanager
def running(folder: Path, *ways: tuple[str, ...]) -> Iterator[None]:
    processes = [start(folder, *how) for how in ways]
    try:
        for process in processes:
            go(process)
        yield
        assert [process.poll() for process in processes] == [None] * len(processes), "one of them broke"
    finally:
        for process in processes:
            process.kill()
            process.communicate()


@pytest.mark.long
def test_who_publishes_restores_and_reads_meanwhile_meets_whole_versions(store: Store) -> None:
    keep_latest_only(store)
    seen = 0
    with running(store.folder, ("own_whole", "lan"), ("own_whole", "minh"), ("vacuum",)), read_as_large():
        mine = Store.open(store.folder)
        while mine.version < 3:
            time.sleep(0.01)
        moments = random.Random(43)
        while seen < READS:
            version = max(1, mine.version - moments.randrange(3))
            try:
                if moments.random() < 0.2:
                    mine.restore(version, by="test", reason="test")
                values = queries.values_by_place(mine.at(version), level="district")
            except (VersionNotKept, StoreMoved):
                continue
            for by in ("lan", "minh"):
                own = values[values["indicator"].isin(own_indicators(by))]["value"]
                assert (len(own), own.nunique()) in ((OWN_RECORDS, 1), (0, 0)), version
            seen += 1
    assert mine.no_longer_kept(), "no vacuum ever landed: this run proved nothing"
    latest = queries.values_by_place(Store.open(store.folder).at(), level="district")
    assert len(latest) in (OWN_RECORDS, 2 * OWN_RECORDS)
