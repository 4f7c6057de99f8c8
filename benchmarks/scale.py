"""How the store grows: what the pages ask of a million records and of a hundred million, and a million published.

`python -m benchmarks.scale [RECORDS ...]` makes stores in a temporary folder, measures and removes them. The first
reading of the largest makes its roll-ups, which takes minutes and is not counted.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa

from benchmarks.large_store import make
from indicators import catalogue, queries
from indicators.store import INCOMING_SCHEMA, Publication, Reading, Store
from indicators.store.engine import engine

SMALL, LARGE = 1_000_000, 100_000_000
INDICATOR = "chi_tieu_001"
REPEATS = 9
MOST_MS, MOST_TIMES_SLOWER, MOST_SECONDS_TO_PUBLISH = 200.0, 8.0, 3.0
QUANTILE = 0.95

Question = Callable[[Reading], pd.DataFrame]


@dataclass(frozen=True)
class Measured:
    """One line of the table: what was measured, the figure, what it should be at most, and whether it is."""

    name: str
    figure: float
    unit: str
    target: float
    ok: bool


def questions() -> Mapping[str, Question]:
    """Return what the pages ask, by page: the same functions with the same narrowings."""
    known = catalogue.load()
    districts = tuple(one.code for one in known.districts)
    district, sector = districts[1], known.sectors[0].id
    asked: dict[str, Question] = {
        "every page: definitions": queries.definitions,
        "overview: freshness": queries.freshness_by_indicator,
        "overview: silent districts": queries.reporting_by_district,
    }
    narrowings: Mapping[str, dict[str, Any]] = {
        "overview": {"level": "province"},
        "district": {"level": "district", "district": district, "districts": districts},
        "district: ranking": {"level": "district", "districts": districts},
        "sector": {"level": "sector", "sector": sector},
        "sector: ranking": {"level": "sector"},
        "one sector of one district": {
            "level": "cell", "district": district, "sector": sector, "districts": districts,
        },
        "district: ranking within a sector": {"level": "cell", "sector": sector, "districts": districts},
        "sector: ranking within a district": {"level": "cell", "district": district, "districts": districts},
        "indicator": {"level": "province", "indicator": INDICATOR},
        "indicator: by district": {"level": "district", "indicator": INDICATOR, "districts": districts},
        "indicator: by sector": {"level": "sector", "indicator": INDICATOR},
        "indicator: districts within a sector": {
            "level": "cell", "indicator": INDICATOR, "sector": sector, "districts": districts,
        },
        "indicator: every record": {"indicator": INDICATOR},
        "indicator: records of a district": {"indicator": INDICATOR, "district": district},
    }  # fmt: skip
    for name, narrowing in narrowings.items():
        asked[f"{name}: values"] = partial(queries.values_by_place, **narrowing)
        asked[f"{name}: targets"] = partial(queries.targets_by_place, **narrowing)
    return asked


def times(reading: Reading) -> dict[str, list[float]]:
    """Return the milliseconds of each question, asked warm; what was answered is forgotten before each."""
    found: dict[str, list[float]] = {}
    for name, ask in questions().items():
        ask(reading)
        found[name] = []
        for _ in range(REPEATS):
            engine().answers.forget()
            began = time.perf_counter()
            ask(reading)
            found[name].append((time.perf_counter() - began) * 1000)
    return found


def seconds_to_publish(store: Store) -> float:
    """Return how long a small upload takes in a large store, roll-ups included."""
    reading = store.at()
    row = {"measure": "actual", "indicator": INDICATOR, "year": 2020, "period": "Y", "value": 7.5, "withdraw": False}
    incoming = pa.Table.from_pylist([row], schema=INCOMING_SCHEMA)
    began = time.perf_counter()
    store.publish(incoming, Publication(by="benchmark", reason="one figure"), rehearsed=reading.version)
    return time.perf_counter() - began


def measure(*, small: int = SMALL, large: int = LARGE) -> list[Measured]:
    """Make both stores, ask every page's questions of both, and remove them; some GB of disk for a while."""
    with tempfile.TemporaryDirectory() as folder:
        stores = {records: make(Path(folder) / str(records), records) for records in (small, large)}
        found = {records: times(store.at()) for records, store in stores.items()}
        published = seconds_to_publish(stores[large])
    slow = _quantile([each for some in found[large].values() for each in some])
    growth = slow / _quantile([each for some in found[small].values() for each in some])
    lines = [
        _line(f"page queries on {large:,} records, 95 %", slow, "ms", MOST_MS),
        _line(f"the same against {small:,} records", growth, "times", MOST_TIMES_SLOWER),
        _line(f"a small upload into {large:,} records", published, "s", MOST_SECONDS_TO_PUBLISH),
    ]
    by_question = {name: sorted(each)[len(each) // 2] for name, each in found[large].items()}
    return lines + [_line(name, each, "ms", MOST_MS) for name, each in by_question.items()]


def _line(name: str, figure: float, unit: str, target: float) -> Measured:
    return Measured(name, round(figure, 2), unit, target, figure <= target)


def _quantile(figures: Sequence[float]) -> float:
    return sorted(figures)[int(len(figures) * QUANTILE)]


if __name__ == "__main__":
    sizes = [int(size) for size in sys.argv[1:]] or [SMALL, LARGE]
    for line in measure(small=sizes[0], large=sizes[-1]):
        print(
            f"{'yes' if line.ok else 'NO ':4} {line.figure:10.2f} {line.unit:6} (at most {line.target:g})  {line.name}"
        )
