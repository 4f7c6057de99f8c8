"""A hall that asks for one hand-out at once, and what the dashboard's own viewers notice of it."""

from __future__ import annotations

import asyncio
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.live import processor_seconds
from benchmarks.viewers import Errand, PageRuns, measure
from indicators import catalogue, handout, labels, snapshot
from indicators.store import Store

PATIENCE_SECONDS = 30
READ_BYTES = 1 << 18
APART_SECONDS = 6


@dataclass(frozen=True)
class HandoutRuns:
    """What the readers of a hand-out saw, and the viewers of the overview beside them; times in milliseconds.

    `processor_ms` is what one request takes of the server's processor without any viewers, None where the system does
    not tell.
    """

    asked_per_second: int
    answered_per_second: float
    failed: int
    p50_ms: float
    p95_ms: float
    megabytes_per_second: float
    processor_ms: float | None
    viewers_alone_p95_ms: float | None
    viewers_beside_p95_ms: float | None


async def one_reader(host: str, port: int, path: str, etag: str) -> tuple[float, int]:
    """Ask once on a connection of its own and read to the end; return milliseconds and bytes, -1 if it failed."""
    began = time.perf_counter()
    size = 0
    try:
        reader, writer = await asyncio.wait_for(asyncio.open_connection(host, port), PATIENCE_SECONDS)
        known = f"If-None-Match: {etag}\r\n" if etag else ""
        writer.write(
            f"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip\r\n{known}Connection: close\r\n\r\n".encode()
        )
        head = await asyncio.wait_for(reader.read(READ_BYTES), PATIENCE_SECONDS)
        is_answered = head.split(b" ", 2)[1:2] in ([b"200"], [b"304"])
        while block := head:
            size += len(block)
            head = await asyncio.wait_for(reader.read(READ_BYTES), PATIENCE_SECONDS)
        writer.close()
    except (OSError, TimeoutError):
        is_answered = False
    return (time.perf_counter() - began) * 1000, size if is_answered else -1


async def _crowd(address: str, etag: str, *, a_second: int, seconds: int) -> list[tuple[float, int]]:
    parts = urlsplit(address)
    asking: list[asyncio.Task[tuple[float, int]]] = []
    began = time.perf_counter()
    for turn in range(a_second * seconds):
        await asyncio.sleep(max(0.0, began + turn / a_second - time.perf_counter()))
        asking.append(asyncio.create_task(one_reader(str(parts.hostname), parts.port or 80, parts.path, etag)))
    return list(await asyncio.gather(*asking))


def measure_handout(
    server: str, address: str, *, pid: int, etag: str = "", a_second: int = 500, seconds: int = 30, viewers: int = 5
) -> HandoutRuns:
    """Let readers ask that often, each on a new connection, while viewers use the overview as they did before."""
    errand = Errand(viewers=viewers, runs=10)
    alone = measure(server, errand)
    began = time.perf_counter()
    with ThreadPoolExecutor(max_workers=1) as beside:
        watching = beside.submit(measure, server, errand)
        seen = asyncio.run(_crowd(address, etag, a_second=a_second, seconds=seconds))
        took = time.perf_counter() - began
        watched: PageRuns = watching.result()
    times = sorted(milliseconds for milliseconds, _ in seen)
    before = processor_seconds(pid)
    apart = asyncio.run(_crowd(address, etag, a_second=a_second, seconds=APART_SECONDS))
    after = processor_seconds(pid)
    return HandoutRuns(
        asked_per_second=a_second,
        answered_per_second=round(sum(size >= 0 for _, size in seen) / took, 1),
        failed=sum(size < 0 for _, size in seen),
        p50_ms=round(statistics.median(times), 1),
        p95_ms=round(times[int(len(times) * 0.95)], 1),
        megabytes_per_second=round(sum(max(size, 0) for _, size in seen) / took / 1e6, 1),
        processor_ms=None if before is None or after is None else round((after - before) / len(apart) * 1000, 2),
        viewers_alone_p95_ms=alone.again_p95_ms,
        viewers_beside_p95_ms=watched.again_p95_ms,
    )


def put_out(store: Path) -> tuple[str, str]:
    """Hand the offline file of a store out and return its code and its mark."""
    made = snapshot.snapshot(Store.open(store).at(), catalogue.load(), labels.text("vi"))
    put = handout.publish(store, made, by="bench")
    return put.code, handout.Window().look(store, put.code).etag
