"""Viewers without a browser: they speak Streamlit's own websocket protocol and ask for one page again and again."""

from __future__ import annotations

import asyncio
import statistics
import time
from dataclasses import dataclass

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PATIENCE_SECONDS = 120


@dataclass(frozen=True)
class PageRuns:
    """What the viewers of one page saw; times in milliseconds, from asking to the end of the script."""

    viewers: int
    runs: int
    runs_per_second: float
    first_p50_ms: float
    again_p50_ms: float
    again_p95_ms: float
    kilobytes_per_run: float


@dataclass(frozen=True)
class _Run:
    milliseconds: float
    size: int


class PageBroke(Exception):
    """The page showed an exception instead of its elements; the message is the exception's."""


async def one_run(socket: websockets.ClientConnection, *, page: str, query: str) -> _Run:
    """Ask for the page and read until its script has ended; raises PageBroke where the page shows an exception."""
    asked = time.perf_counter()
    request = BackMsg()
    request.rerun_script.page_name = page
    request.rerun_script.query_string = query
    await socket.send(request.SerializeToString())
    size = 0
    while True:
        received = await asyncio.wait_for(socket.recv(decode=False), PATIENCE_SECONDS)
        size += len(received)
        message = ForwardMsg.FromString(received)
        element = message.delta.new_element if message.WhichOneof("type") == "delta" else None
        if element is not None and element.WhichOneof("type") == "exception":
            raise PageBroke(element.exception.message)
        if message.WhichOneof("type") == "script_finished":
            return _Run((time.perf_counter() - asked) * 1000, size)


async def one_viewer(address: str, *, page: str, query: str, runs: int) -> list[_Run]:
    """Open a session and ask for the page that many times."""
    async with websockets.connect(
        f"{address.replace('http', 'ws', 1)}/_stcore/stream",
        subprotocols=[websockets.Subprotocol("streamlit")],
        max_size=None,
        open_timeout=PATIENCE_SECONDS,
        ping_interval=None,
    ) as socket:
        return [await one_run(socket, page=page, query=query) for _ in range(runs)]


async def _all_viewers(address: str, *, page: str, query: str, viewers: int, runs: int) -> list[list[_Run]]:
    return await asyncio.gather(
        *(one_viewer(address, page=page, query=query, runs=runs) for _ in range(viewers)),
    )


def measure_page(address: str, *, page: str = "", query: str = "", viewers: int = 10, runs: int = 10) -> PageRuns:
    """Let that many viewers arrive together and ask for the page that many times each."""
    began = time.perf_counter()
    seen = asyncio.run(_all_viewers(address, page=page, query=query, viewers=viewers, runs=runs))
    seconds = time.perf_counter() - began
    again = sorted(run.milliseconds for own in seen for run in own[1:])
    every = [run for own in seen for run in own]
    return PageRuns(
        viewers=viewers,
        runs=len(every),
        runs_per_second=round(len(every) / seconds, 1),
        first_p50_ms=round(statistics.median(own[0].milliseconds for own in seen), 1),
        again_p50_ms=round(statistics.median(again), 1),
        again_p95_ms=round(again[int(len(again) * 0.95)], 1),
        kilobytes_per_run=round(sum(run.size for run in every) / len(every) / 1024, 1),
    )
