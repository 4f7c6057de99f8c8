"""Thousands of viewers who come and go: whether the server's memory grows once everything was seen.

`python -m benchmarks.soak URL PID` prints it as one JSON document; the viewers are a process of their own.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.viewers import Errand, PageBroke, one_viewer

VIEWERS = 2000
AT_ONCE = 20
INTERACTIONS = 5
# Until then caches fill, and sessions that ended are kept for readers whose connection broke.
WARM_UP_SHARE = 0.3
# Each viewer walks on from another place of the round: pages, years, places, both languages.
PAGES = ("", "indicator", "sector", "district", "method")
QUERIES = tuple(
    f"nam={year}&lang={language}{place}"
    for year, language, place in itertools.product((2018, 2019, 2020), ("vi", "en"), ("", "&huyen=171", "&huyen=173"))
)


@dataclass(frozen=True)
class Soak:
    """What the memory of the server did after the warm-up, in megabytes; None where the system does not tell.

    `slope` is by the last thousand viewers, as a straight line through what was measured after the warm-up.
    """

    viewers: int
    failed: int
    seconds: float
    warm_megabytes: float | None
    last_megabytes: float | None
    grown_megabytes: float | None
    slope_megabytes_per_thousand: float | None


def resident_megabytes(pid: int) -> float | None:
    """Return the memory a process holds; None where the system does not tell."""
    told = Path(f"/proc/{pid}/statm")
    if not told.exists():
        return None
    return int(told.read_text("utf-8").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


async def _viewers(address: str, pid: int) -> tuple[list[tuple[int, float | None]], int]:
    numbers = iter(range(VIEWERS))
    seen: list[tuple[int, float | None]] = []
    failed = 0

    async def comes_and_goes() -> None:
        nonlocal failed
        for number in numbers:
            errand = Errand(
                viewers=1, runs=1 + INTERACTIONS, page=PAGES[number % len(PAGES)], queries=QUERIES, think_seconds=0.01
            )
            try:
                await one_viewer(address, errand, number=number % len(QUERIES))
            except (PageBroke, OSError, TimeoutError):
                failed += 1
            seen.append((number, resident_megabytes(pid)))

    await asyncio.gather(*(comes_and_goes() for _ in range(AT_ONCE)))
    return seen, failed


def _slope(points: Sequence[tuple[int, float]]) -> float:
    """Return the slope of the straight line nearest to the points, in megabytes a thousand viewers."""
    mean_number = sum(number for number, _ in points) / len(points)
    mean_megabytes = sum(megabytes for _, megabytes in points) / len(points)
    above = sum((number - mean_number) * (megabytes - mean_megabytes) for number, megabytes in points)
    return 1000 * above / sum((number - mean_number) ** 2 for number, _ in points)


def soaked(address: str, pid: int) -> Soak:
    """Let them all come and go, and sum up what the memory did."""
    began = time.perf_counter()
    seen, failed = asyncio.run(_viewers(address, pid))
    seconds = round(time.perf_counter() - began, 1)
    warm = [(number, megabytes) for number, megabytes in seen if megabytes and number >= VIEWERS * WARM_UP_SHARE]
    if not warm:
        return Soak(VIEWERS, failed, seconds, None, None, None, None)
    first, last = warm[0][1], warm[-1][1]
    return Soak(
        VIEWERS, failed, seconds, round(first, 1), round(last, 1), round(last - first, 1), round(_slope(warm), 1)
    )  # fmt: skip


def measure(address: str, pid: int) -> Soak:
    """Send the viewers from a process of their own; raises PageBroke where that failed."""
    words = [sys.executable, "-m", "benchmarks.soak", address, str(pid)]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise PageBroke(done.stderr[-2000:])
    return Soak(**json.loads(done.stdout))


def main(words: Sequence[str]) -> None:
    """Soak a server and print what its memory did."""
    address, pid = words
    print(json.dumps(asdict(soaked(address, int(pid)))))


if __name__ == "__main__":
    main(sys.argv[1:])
