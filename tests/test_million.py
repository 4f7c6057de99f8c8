"""The rows of the benchmark are what it says they are, and are taken in from both formats."""

from __future__ import annotations

from pathlib import Path

from benchmarks import million


def test_the_rows_are_as_many_as_asked_and_few_of_them_come_twice() -> None:
    rows = list(million.records(20_000))
    twice = len(rows) - len({row[:5] for row in rows})

    assert len(rows) == 20_000
    assert twice == 20_000 // million.REPEATED_EVERY


def test_both_formats_are_published_and_bring_what_the_store_has_not(tmp_path: Path) -> None:
    taken = million.measure(tmp_path, rows=1_000)

    assert taken.rows == 1_000
    # Half of them were there before; of one without a value Parquet says nothing.
    assert (taken.csv.new, taken.parquet.new) == (500, 500)
    assert min(taken.csv.check.megabytes, taken.parquet.publish.busy_seconds) > 0
