"""How the store grows: what the pages ask of a million records and of a hundred million, and a million published.

`python -m benchmarks.scale [FOLDER] [RECORDS ...]` makes stores in a temporary folder, measures and removes them; in
a FOLDER they stay. The first
reading of the largest makes its roll-ups and bundles, which takes minutes and is not counted.
"""

from __future__ import annotations

import shutil
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
from benchmarks.lines import table
from indicators import catalogue, labels, queries
from indicators.exhibits.behind import values_behind
from indicators.exhibits.request import Request
from indicators.selection import Selection
from indicators.store import INCOMING_SCHEMA, Publication, Reading, Store
from indicators.store.engine import engine

SMALL, LARGE = 1_000_000, 100_000_000
INDICATOR = "chi_tieu_001"
REPEATS = 9
MOST_MS, MOST_TIMES_SLOWER, MOST_SECONDS_TO_PUBLISH = 200.0, 8.0, 3.0
QUANTILE = 0.95
# Records, roll-ups, and what is written before it takes the place of another.
BYTES_A_RECORD = 20

Question = Callable[[Reading], pd.DataFrame]


@dataclass(frozen=True)
class QuestionTime:
    """How long one question takes: the middle of its times by the clock, and the processor's, both in milliseconds."""

    name: str
    small_ms: float
    large_ms: float
    small_processor_ms: float
    large_processor_ms: float


@dataclass(frozen=True)
class Scale:
    """What the pages' questions take in a store of each size; without figures, `reason` says why there are none.

    `p95_ms_small` and `p95_ms_large` are the time within which 95 % of all questions are answered, `growth` how many
    times as long the large store takes.
    """

    p95_ms_small: float | None
    p95_ms_large: float | None
    growth: float | None
    seconds_to_publish: float | None
    questions: tuple[QuestionTime, ...] = ()
    reason: str | None = None


@dataclass(frozen=True)
class Asked:
    """The times of one question, by the clock and by the processor."""

    clock: list[float]
    processor: list[float]


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
        "indicator: sectors within a district": {
            "level": "cell", "indicator": INDICATOR, "district": district, "districts": districts,
        },
        "indicator: one sector of one district": {
            "level": "cell", "indicator": INDICATOR, "district": district, "sector": sector, "districts": districts,
        },
        "indicator: records of a district": {"indicator": INDICATOR, "district": district},
    }  # fmt: skip
    for name, narrowing in narrowings.items():
        asked[f"{name}: values"] = partial(queries.values_by_place, **narrowing)
        asked[f"{name}: targets"] = partial(queries.targets_by_place, **narrowing)
    asked["indicator: every record: values"] = _records_asked
    asked["indicator: every record: targets"] = partial(queries.targets_by_place, indicator=INDICATOR)
    return asked


def _records_asked(reading: Reading) -> pd.DataFrame:
    known = catalogue.load()
    selection = Selection(as_of=known.programme.last_year, indicator=INDICATOR)
    request = Request(reading, known, selection, labels.text(selection.language))
    return values_behind(request, are_compared=True)


def times(reading: Reading) -> dict[str, Asked]:
    """Return the milliseconds of each question, asked warm; what was answered is forgotten before each."""
    found: dict[str, Asked] = {}
    for name, ask in questions().items():
        ask(reading)
        found[name] = Asked([], [])
        for _ in range(REPEATS):
            engine().answers.forget()
            began, worked = time.perf_counter(), time.process_time()
            ask(reading)
            found[name].clock.append((time.perf_counter() - began) * 1000)
            found[name].processor.append((time.process_time() - worked) * 1000)
    return found


def seconds_to_publish(store: Store) -> float:
    """Return how long a small upload takes in a large store, roll-ups included."""
    reading = store.at()
    # Another figure each time: what changes nothing makes no version.
    value = reading.version + 0.5
    row = {"measure": "actual", "indicator": INDICATOR, "year": 2020, "period": "Y", "value": value, "withdraw": False}
    incoming = pa.Table.from_pylist([row], schema=INCOMING_SCHEMA)
    began = time.perf_counter()
    store.publish(incoming, Publication(by="benchmark", reason="one figure"), rehearsed=reading.version)
    return time.perf_counter() - began


def measure(*, small: int = SMALL, large: int = LARGE, folder: Path | None = None) -> Scale:
    """Make both stores, ask every page's questions of both, and remove them; some GB of disk for a while.

    In a `folder` that is given the stores stay, and one that is there already is not made again.
    """
    if folder is not None:
        return _measured(small, large, folder)
    with tempfile.TemporaryDirectory() as temporary:
        free, needed = shutil.disk_usage(temporary).free, BYTES_A_RECORD * (small + large)
        if free < needed:
            why = f"{free / 1e9:.1f} GB of disk are free, {needed / 1e9:.1f} GB are needed"
            return Scale(None, None, None, None, reason=why)
        return _measured(small, large, Path(temporary))


def _measured(small: int, large: int, folder: Path) -> Scale:
    stores = {records: _store(folder / str(records), records) for records in (small, large)}
    found = {records: times(store.at()) for records, store in stores.items()}
    slow, fast = (
        _quantile([each for asked in found[size].values() for each in asked.clock]) for size in (large, small)
    )
    return Scale(
        p95_ms_small=round(fast, 1),
        p95_ms_large=round(slow, 1),
        growth=round(slow / fast, 2),
        seconds_to_publish=round(seconds_to_publish(stores[large]), 2),
        questions=tuple(
            QuestionTime(
                name,
                *(round(_middle(each), 1) for each in (one.clock, other.clock, one.processor, other.processor)),
            )
            for name, one, other in ((name, found[small][name], found[large][name]) for name in found[small])
        ),
    )


def _store(folder: Path, records: int) -> Store:
    return Store.open(folder) if folder.exists() else make(folder, records)


def _middle(figures: Sequence[float]) -> float:
    return sorted(figures)[len(figures) // 2]


def _quantile(figures: Sequence[float]) -> float:
    return sorted(figures)[int(len(figures) * QUANTILE)]


def _report(found: Scale, *, small: int, large: int) -> str:
    if found.reason is not None:
        return found.reason
    columns = ("question", f"{small:,} ms", f"{large:,} ms", f"{small:,} processor ms", f"{large:,} processor ms")
    rows = [
        (each.name, each.small_ms, each.large_ms, each.small_processor_ms, each.large_processor_ms)
        for each in found.questions
    ]
    lines = (
        f"95 % within {found.p95_ms_large} ms at {large:,} records (at most {MOST_MS:g})",
        f"95 % within {found.p95_ms_small} ms at {small:,} records",
        f"growth {found.growth} times (at most {MOST_TIMES_SLOWER:g})",
        f"a small upload into {large:,} records: {found.seconds_to_publish} s (at most {MOST_SECONDS_TO_PUBLISH:g})",
    )
    return "\n".join((table(columns, rows), "", *lines))


if __name__ == "__main__":
    words = sys.argv[1:]
    kept = Path(words.pop(0)) if words and not words[0].isdigit() else None
    sizes = [int(size) for size in words] or [SMALL, LARGE]
    print(_report(measure(small=sizes[0], large=sizes[-1], folder=kept), small=sizes[0], large=sizes[-1]))
