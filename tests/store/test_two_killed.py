"""`kill -9` while two processes publish into one store at once: nothing half there, nothing lost of either."""

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
from indicators.store import Store
from tests.store.publisher import OWN_RECORDS, own_indicators
from tests.store.rows import BY_A_CLERK, actual, rows

CHECKOUT = Path(__file__).parents[2]
KILLS = int(os.environ.get("INDICATORS_KILLS", "8"))
NAMES = ("hoa", "lan")
LONGEST_SECONDS = 0.5

Process = subprocess.Popen[str]


def started(folder: Path, by: str) -> Process:
    """Start a process that publishes its own records for ever, as soon as it is told to go."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.publisher", str(folder), "own_whole", by],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def let_go(process: Process) -> Process:
    """Wait until it is ready and let it publish."""
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    process.stdin.write("go\n")
    process.stdin.flush()
    return process


def kill(process: Process) -> None:
    """Kill it with no time to clean up; it must have been at work."""
    assert process.poll() is None, "it ended before it was killed"
    process.kill()
    process.communicate()


@contextmanager
def ended_at_last(processes: dict[str, Process]) -> Iterator[None]:
    """Leave no process behind, whatever happens."""
    try:
        yield
    finally:
        for process in processes.values():
            process.kill()
            process.communicate()


@pytest.mark.long
def test_of_two_that_publish_at_once_and_are_killed_nothing_is_lost(store: Store) -> None:
    moments = random.Random(1322)
    working = {name: started(store.folder, name) for name in NAMES}
    with ended_at_last(working):
        for process in working.values():
            let_go(process)
        seen, landed = 0, dict.fromkeys(NAMES, 0)
        for _ in range(KILLS):
            victim = moments.choice(NAMES)
            time.sleep(moments.uniform(0.05, LONGEST_SECONDS))
            kill(working[victim])
            # The other one goes on publishing while the killed one is started anew and what is there is looked at.
            working[victim] = started(store.folder, victim)
            seen, landed = checked(store, seen=seen, landed=landed)
            let_go(working[victim])
    seen, landed = checked(store, seen=seen, landed=landed)
    assert min(landed.values()) > 0, "one of the two never landed: this run proved nothing"
    assert store.publish(rows(actual("afterwards", 2015, 1.0)), BY_A_CLERK, rehearsed=seen) == seen + 1


def checked(store: Store, *, seen: int, landed: dict[str, int]) -> tuple[int, dict[str, int]]:
    """Return the latest version and the last one of each name; every version since `seen` must be whole.

    What one publishes at version 7 has the value 7; the other's records must still have the value of its last version.
    """
    reopened = Store.open(store.folder)
    commits = [commit for commit in reversed(reopened.history()) if commit.version > seen]
    assert [commit.version for commit in commits] == list(range(seen + 1, seen + 1 + len(commits)))
    for commit in commits:
        landed = {**landed, commit.by: commit.version}
        values = queries.values_by_place(reopened.at(commit.version), level="district")
        for name in NAMES:
            own = values[values["indicator"].isin(own_indicators(name))]
            assert len(own) == (OWN_RECORDS if landed[name] else 0)
            assert set(own["value"]) == ({float(landed[name])} if landed[name] else set())
            assert set(own["upload"]) == ({landed[name]} if landed[name] else set())
    return seen + len(commits), landed
