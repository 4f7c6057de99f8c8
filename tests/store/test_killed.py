"""`kill -9` in the middle of a publication: the store opens at the old or the new version, whole."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from indicators import queries
from indicators.store import Store
from tests.store.publisher import RECORDS
from tests.store.rows import BY_A_CLERK, actual, rows

CHECKOUT = Path(__file__).parents[2]
KILLS = int(os.environ.get("INDICATORS_KILLS", "8"))
LONGEST_SECONDS = 0.6


def start_publisher(folder: Path) -> subprocess.Popen[str]:
    """Start a process that publishes as soon as it is told to go."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.publisher", str(folder), "whole"],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def kill_in_the_middle(process: subprocess.Popen[str], *, after_seconds: float, file_in: Path | None) -> None:
    """Kill it so long after it began to publish or, with `file_in`, after it wrote the first file there."""
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        before = files(file_in) if file_in else set()
        process.stdin.write("go\n")
        process.stdin.flush()
        while file_in and files(file_in) == before and process.poll() is None:
            time.sleep(0.001)
        time.sleep(after_seconds)
        assert process.poll() is None, "it ended before it was killed"
        process.kill()


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*.parquet*")}


@pytest.mark.long
def test_a_killed_publication_leaves_a_whole_version(store: Store) -> None:
    moments = random.Random(37)
    seen = 0
    waiting = start_publisher(store.folder)
    for kill in range(KILLS):
        # Every other one dies between the first file and the commit, or just behind it: the moments that matter.
        if kill % 2:
            kill_in_the_middle(waiting, after_seconds=moments.uniform(0, 0.02), file_in=store.folder / "records")
        else:
            kill_in_the_middle(waiting, after_seconds=moments.uniform(0.05, LONGEST_SECONDS), file_in=None)
        # A process takes seconds to start: the next one does while this version is looked at.
        waiting = start_publisher(store.folder) if kill + 1 < KILLS else waiting
        seen = version_after_a_kill(store, seen=seen)
    assert seen > 0, "no publication ever landed: this run proved nothing"
    assert store.publish(rows(actual("afterwards", 2015, 1.0)), BY_A_CLERK, rehearsed=seen) == seen + 1


def test_what_a_cut_off_publication_left_behind_is_never_read(store: Store) -> None:
    store.publish(rows(actual("firms", 2015, 1.0)), BY_A_CLERK, rehearsed=0)
    records = store.folder / "records"
    (whole,) = records.rglob("*.parquet")
    shutil.copy(whole, whole.with_name("part-00001-orphan-c000.zstd.parquet"))
    whole.with_name("part-00002-half-c000.zstd.parquet").write_bytes(whole.read_bytes()[:100])
    whole.with_name("part-00003-half-c000.zstd.parquet#1").write_bytes(b"")
    for half in ("00000000000000000002.json#1", "_commit_1.json.tmp"):
        (records / "_delta_log" / half).write_text('{"commitInfo":{"timest')
    (store.folder / "received" / "arriving-1").write_bytes(b"half a fi")

    reopened = Store.open(store.folder)
    assert reopened.version == 1
    assert queries.values_by_place(reopened.at())["value"].to_list() == [1.0]
    assert reopened.publish(rows(actual("firms", 2015, 2.0)), BY_A_CLERK, rehearsed=1) == 2
    assert queries.values_by_place(reopened.at())["value"].to_list() == [2.0]


def version_after_a_kill(store: Store, *, seen: int) -> int:
    """Return the version that the store opens at; every one since `seen` must be whole."""
    reopened = Store.open(store.folder)
    latest = reopened.version
    assert latest >= seen
    for version in range(max(seen, 1), latest + 1):
        values = queries.values_by_place(reopened.at(version), level="district")["value"]
        assert (len(values), set(values)) == (RECORDS, {float(version)})
    assert [commit.version for commit in reopened.history()] == list(range(latest, -1, -1))
    return latest
