"""How long each query takes on the demonstration store, from Python to Python."""

from __future__ import annotations

import inspect
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from indicators import queries
from indicators.store import Reading, Store

REPEATS = 20


@dataclass(frozen=True)
class QueryTime:
    """One query with its least demanding question; the median of its repeats in milliseconds."""

    query: str
    rows: int
    p50_ms: float


def functions() -> Iterator[Callable[[Reading], pd.DataFrame]]:
    """Yield the query functions that need nothing but a reading."""
    for name, function in inspect.getmembers(queries, inspect.isfunction):
        wanted = list(inspect.signature(function).parameters.values())
        optional = all(parameter.default is not inspect.Parameter.empty for parameter in wanted[1:])
        if not name.startswith("_") and wanted and wanted[0].name == "reading" and optional:
            yield function


def measure_queries(folder: Path) -> list[QueryTime]:
    """Ask every question of the store's newest version, some times over."""
    reading = Store.open(folder).at()
    measured = []
    for function in functions():
        milliseconds = []
        for _ in range(REPEATS):
            began = time.perf_counter()
            rows = len(function(reading))
            milliseconds.append((time.perf_counter() - began) * 1000)
        measured.append(QueryTime(function.__name__, rows, round(statistics.median(milliseconds), 2)))
    return measured
