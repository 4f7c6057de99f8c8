"""Viewers without a browser: they speak Streamlit's own websocket protocol, from a process of their own.

The first view of each is everything on the page: its HTML, a run of its script, and the drawings it fetches afterwards.

`python -m benchmarks.viewers URL ERRAND` prints what they saw as one JSON document.
"""

from __future__ import annotations

import argparse
import asyncio
import html
import itertools
import json
import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from urllib.parse import urlsplit

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PATIENCE_SECONDS = 120
DRAWING = r'data-part="([^"]*part=drawing[^"]*)"'


@dataclass(frozen=True)
class PageRuns:
    """What the viewers of one page saw; times in milliseconds, the first one from opening the connection.

    `again` is from asking to the end of the script, None where each viewer asked once; `failed` viewers saw no end.
    """

    viewers: int
    failed: int
    runs: int
    runs_per_second: float
    first_p50_ms: float
    first_p95_ms: float
    again_p50_ms: float | None
    again_p95_ms: float | None
    again_most_ms: float | None
    kilobytes_per_run: float
    messages_per_run: float


@dataclass(frozen=True)
class Errand:
    """What viewers are sent to do: each asks `runs` times, waiting `think_seconds` on average, by these queries."""

    viewers: int
    runs: int
    page: str = ""
    queries: tuple[str, ...] = ("",)
    think_seconds: float = 0.0


@dataclass(frozen=True)
class Run:
    """One run of a page's script, from asking to its end."""

    milliseconds: float
    size: int
    messages: int
    parts: tuple[str, ...] = ()


class PageBroke(Exception):
    """The page showed an exception instead of its elements; the message is the exception's."""


def connection(address: str) -> websockets.connect:
    """Return a connection to the server's own stream."""
    return websockets.connect(
        f"{address.replace('http', 'ws', 1)}/_stcore/stream",
        subprotocols=[websockets.Subprotocol("streamlit")],
        max_size=None,
        open_timeout=PATIENCE_SECONDS,
        ping_interval=None,
    )


async def one_run(socket: websockets.ClientConnection, *, page: str, query: str, since: float | None = None) -> Run:
    """Ask for the page and read until its script has ended; raises PageBroke where the page shows an exception."""
    asked = time.perf_counter() if since is None else since
    request = BackMsg()
    request.rerun_script.page_name = page
    request.rerun_script.query_string = query
    await socket.send(request.SerializeToString())
    size = messages = 0
    parts: list[str] = []
    while True:
        received = await asyncio.wait_for(socket.recv(decode=False), PATIENCE_SECONDS)
        size += len(received)
        messages += 1
        message = ForwardMsg.FromString(received)
        element = message.delta.new_element if message.WhichOneof("type") == "delta" else None
        if element is not None and element.WhichOneof("type") == "exception":
            raise PageBroke(element.exception.message)
        if element is not None and element.WhichOneof("type") == "html":
            parts += (html.unescape(part) for part in re.findall(DRAWING, element.html.body))
        if message.WhichOneof("type") == "script_finished":
            return Run((time.perf_counter() - asked) * 1000, size, messages, tuple(parts))


async def fetched(address: str, path: str) -> int:
    """Fetch what lies at a path and return its bytes; raises PageBroke where it is not answered as it should be."""
    where = urlsplit(address)
    reader, writer = await asyncio.open_connection(where.hostname, where.port)
    host = f"Host: {where.netloc}\r\nAccept-Encoding: gzip\r\nConnection: close\r\n"
    writer.write(f"GET /{path} HTTP/1.1\r\n{host}\r\n".encode())
    answer = await asyncio.wait_for(reader.read(), PATIENCE_SECONDS)
    writer.close()
    if answer.split(b" ", 2)[1:2] != [b"200"]:
        raise PageBroke(answer[:200].decode("latin-1"))
    return len(answer)


async def first_view(
    address: str, socket: websockets.ClientConnection, errand: Errand, query: str, since: float
) -> Run:
    """See a page for the first time: run its script, then fetch what it draws when a reader comes to it."""
    run = await one_run(socket, page=errand.page, query=query, since=since)
    sizes = await asyncio.gather(*(fetched(address, part) for part in run.parts))
    return replace(run, milliseconds=(time.perf_counter() - since) * 1000, size=run.size + sum(sizes))


async def one_viewer(address: str, errand: Errand, *, number: int) -> list[Run]:
    """Open a session and ask for the page that many times, each time by the next of the queries."""
    since = time.perf_counter()
    queries = itertools.islice(itertools.cycle(errand.queries), number, None)
    await fetched(address, errand.page)
    async with connection(address) as socket:
        runs = [await first_view(address, socket, errand, next(queries), since)]
        for _ in range(1, errand.runs):
            if errand.think_seconds:
                await asyncio.sleep(random.expovariate(1 / errand.think_seconds))
            runs.append(await one_run(socket, page=errand.page, query=next(queries)))
    return runs


async def all_viewers(address: str, errand: Errand) -> list[list[Run] | BaseException]:
    """Let all of them come at once; one that fails does not stop the others."""
    viewers = (one_viewer(address, errand, number=number) for number in range(errand.viewers))
    return await asyncio.gather(*viewers, return_exceptions=True)


def percentile(times: Iterable[float], share: float) -> float | None:
    """Return the time within which that share of them lies, to a tenth; None where there are none."""
    ordered = sorted(times)
    return round(ordered[min(len(ordered) - 1, int(len(ordered) * share))], 1) if ordered else None


def measured(address: str, errand: Errand) -> PageRuns:
    """Send the viewers from this process and sum up what they saw; raises PageBroke where nobody saw the page."""
    began = time.perf_counter()
    ended = asyncio.run(all_viewers(address, errand))
    seconds = time.perf_counter() - began
    seen = [runs for runs in ended if not isinstance(runs, BaseException)]
    if not seen:
        raise PageBroke(repr(ended[0]))
    every = [run for runs in seen for run in runs]
    again = [run.milliseconds for runs in seen for run in runs[1:]]
    firsts = [runs[0].milliseconds for runs in seen]
    return PageRuns(
        viewers=errand.viewers,
        failed=errand.viewers - len(seen),
        runs=len(every),
        runs_per_second=round(len(every) / seconds, 1),
        first_p50_ms=round(statistics.median(firsts), 1),
        first_p95_ms=percentile(firsts, 0.95) or 0.0,
        again_p50_ms=percentile(again, 0.5),
        again_p95_ms=percentile(again, 0.95),
        again_most_ms=percentile(again, 1.0),
        kilobytes_per_run=round(statistics.mean(run.size for run in every) / 1024, 1),
        messages_per_run=round(statistics.mean(run.messages for run in every), 1),
    )


def measure(address: str, errand: Errand) -> PageRuns:
    """Send the viewers from a process of their own, so that their work is not the server's."""
    words = [sys.executable, "-m", "benchmarks.viewers", address, json.dumps(asdict(errand))]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise PageBroke(done.stderr[-2000:])
    return PageRuns(**json.loads(done.stdout))


def main(words: Sequence[str]) -> None:
    """Do one errand and print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address")
    parser.add_argument("errand", help="the fields of Errand as JSON")
    options = parser.parse_args(words)
    told = json.loads(options.errand)
    errand = Errand(**{**told, "queries": tuple(told.get("queries", ("",)))})
    print(json.dumps(asdict(measured(options.address, errand))))


if __name__ == "__main__":
    main(sys.argv[1:])
