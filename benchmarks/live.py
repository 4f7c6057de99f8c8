"""Two hundred open pages: what they cost while nothing happens, and how soon they show what a clerk publishes.

`python -m benchmarks.live URL STORE PID` prints it as one JSON document; like the other viewers it is a process of
its own. It publishes into the store.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

import pyarrow as pa

from benchmarks.viewers import PageBroke, connection, one_run, percentile
from indicators.store import INCOMING_SCHEMA, Publication, Store

VIEWERS = 200
OTHERS = 5
IDLE_SECONDS = 20
# As indicators/ui/live.js asks.
PERIOD_SECONDS = 2.0
FIGURE = {"measure": "actual", "indicator": "dn_ap_dung_he_thong", "year": 2020, "period": "Y", "district": "173"}


@dataclass(frozen=True)
class LiveRuns:
    """What open pages cost and saw.

    `idle_share` is of one processor; None where the system does not tell. `seen` is from the commit to the end of each
    viewer's own run, `others` how long readers of an older version waited for a page meanwhile, in milliseconds.
    """

    viewers: int
    idle_share: float | None
    seen_p95_ms: float | None
    seen_most_ms: float | None
    others_before_ms: float | None
    others_most_ms: float | None


class Asking:
    """One browser's standing connection to `GET /live`."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, host: str) -> None:
        self._reader, self._writer = reader, writer
        self._request = f"GET /live HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip\r\n\r\n".encode()

    @classmethod
    async def open(cls, address: str) -> Self:
        """Connect to a server."""
        parts = urlsplit(address)
        return cls(*await asyncio.open_connection(parts.hostname, parts.port), parts.netloc)

    async def version(self) -> int:
        """Ask once."""
        self._writer.write(self._request)
        head = await self._reader.readuntil(b"\r\n\r\n")
        length = next(int(line[15:]) for line in head.lower().splitlines() if line.startswith(b"content-length:"))
        return int(json.loads(await self._reader.readexactly(length))["version"])


class Hall:
    """Viewers of one server who stay; `committed` is when the clerk's publication was there."""

    def __init__(self, address: str, store: Store, pid: int) -> None:
        self._address = address
        self._store = store
        self._pid = pid
        self._version = store.version
        self._committed: float | None = None
        self._over = asyncio.Event()
        self._others: list[tuple[float, float]] = []

    async def viewer(self) -> float:
        """Open the page, ask again and again, run it again when the number moves; return how long that took."""
        async with connection(self._address) as socket:
            await one_run(socket, page="", query="")
            asking = await Asking.open(self._address)
            await asyncio.sleep(PERIOD_SECONDS * random.random())
            while await asking.version() == self._version:
                await asyncio.sleep(PERIOD_SECONDS * random.uniform(0.85, 1.15))
            await one_run(socket, page="", query="")
            return (time.perf_counter() - (self._committed or time.perf_counter())) * 1000

    async def other(self) -> None:
        """Read an older version's pages all the time, and note how long each took."""
        async with connection(self._address) as socket:
            while not self._over.is_set():
                run = await one_run(socket, page="", query=f"v={self._version - 1}")
                self._others.append((time.perf_counter(), run.milliseconds))
                await asyncio.sleep(0.2)

    async def spend(self) -> LiveRuns:
        """Let them all come, wait, publish, and see when each of them has seen it."""
        viewers = [asyncio.create_task(self.viewer()) for _ in range(VIEWERS)]
        await asyncio.sleep(IDLE_SECONDS)
        before, began = processor_seconds(self._pid), time.perf_counter()
        await asyncio.sleep(IDLE_SECONDS)
        after, seconds = processor_seconds(self._pid), time.perf_counter() - began
        others = [asyncio.create_task(self.other()) for _ in range(OTHERS)]
        await asyncio.sleep(3)
        await asyncio.to_thread(self.publish)
        seen = await asyncio.gather(*viewers)
        self._over.set()
        await asyncio.gather(*others)
        published = self._committed or 0.0
        idle = None if before is None or after is None else round((after - before) / seconds, 3)
        return LiveRuns(
            viewers=VIEWERS,
            idle_share=idle,
            seen_p95_ms=percentile(seen, 0.95),
            seen_most_ms=percentile(seen, 1.0),
            # The first runs of an older version fill its entries; they are nobody's stall.
            others_before_ms=percentile([ms for at, ms in self._others[2 * OTHERS :] if at < published], 1.0),
            others_most_ms=percentile([ms for at, ms in self._others if at >= published], 1.0),
        )

    def publish(self) -> None:
        """Commit one changed figure."""
        rows = pa.Table.from_pylist([{**FIGURE, "value": 97.0, "withdraw": False}], schema=INCOMING_SCHEMA)
        self._store.publish(rows, Publication(by="bench", reason="bench"), rehearsed=self._version)
        self._committed = time.perf_counter()


def processor_seconds(pid: int) -> float | None:
    """Return the processor time a process has used; None where the system does not tell."""
    told = Path(f"/proc/{pid}/stat")
    if not told.exists():
        return None
    fields = told.read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(address: str, *, store: Path, pid: int) -> LiveRuns:
    """Fill the hall from a process of its own; raises PageBroke where that failed."""
    words = [sys.executable, "-m", "benchmarks.live", address, str(store), str(pid)]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise PageBroke(done.stderr[-2000:])
    return LiveRuns(**json.loads(done.stdout))


async def _spend(address: str, store: Store, pid: int) -> LiveRuns:
    return await Hall(address, store, pid).spend()


def main(words: Sequence[str]) -> None:
    """Fill the hall and print what was seen."""
    address, folder, pid = words
    print(json.dumps(asdict(asyncio.run(_spend(address, Store.open(folder), int(pid))))))


if __name__ == "__main__":
    main(sys.argv[1:])
