"""What a browser's visit weighs and takes: bytes on the wire, and how long until the first screen stands."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser.chromium import FLAGS, find_chromium

# Of the overview: the bar of the programme, the rows and the tiles are drawn, and in their typefaces.
PAINTED = """
() => ['.whole .bar', '.row', '.tile'].every(chart => document.querySelector(chart)?.getBoundingClientRect().height > 0)
  && document.fonts.status === 'loaded'
"""
# It answers: the script has ended and a filter can be changed.
READY = """
() => document.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"] [data-testid="stSelectbox"]')
  && !document.querySelector('#first')
"""
PATIENCE_MILLISECONDS = 120_000
# What is still on its way when the page stands belongs to the visit too.
AFTER_MILLISECONDS = 1500
VISITS = 3


@dataclass(frozen=True)
class Road:
    """What lies between a browser and the server: nothing, or a line of so many megabits with so long a way."""

    megabits: float | None = None
    round_trip_ms: float = 0.0


LOCAL, COUNTRY = Road(), Road(megabits=10, round_trip_ms=40)


@dataclass(frozen=True)
class VisitWeight:
    """One visit: megabytes over the network, seconds until the first screen was painted and until it answered.

    None without a browser.
    """

    megabytes: float | None = None
    seconds: float | None = None
    ready_seconds: float | None = None


@dataclass(frozen=True)
class TwoVisits:
    """A browser that was never here, and the same browser coming back."""

    first: VisitWeight = VisitWeight()
    second: VisitWeight = VisitWeight()


class Scales:
    """A way through to a server that counts what comes from it, whatever it is: files, headers, messages.

    All connections share the road, as those of one phone do.
    """

    def __init__(self, address: str, road: Road = LOCAL) -> None:
        self.bytes = 0
        self.address = ""
        self._road = road
        self._free_at = 0.0
        self._host, self._port = urlsplit(address).hostname, urlsplit(address).port
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        server = asyncio.run_coroutine_threadsafe(asyncio.start_server(self._through, "127.0.0.1", 0), self._loop)
        self.address = f"http://127.0.0.1:{server.result().sockets[0].getsockname()[1]}"
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    async def _through(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # A connection takes one way there and back before anything is said on it.
        await asyncio.sleep(self._road.round_trip_ms / 1000)
        from_server, to_server = await asyncio.open_connection(self._host, self._port)
        await asyncio.gather(self._carry(reader, to_server), self._carry(from_server, writer, counts=True))

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, counts: bool = False) -> None:
        on_the_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(maxsize=64)
        await asyncio.gather(self._take(reader, on_the_way, counts=counts), self._give(on_the_way, writer))

    async def _take(
        self, reader: asyncio.StreamReader, on_the_way: asyncio.Queue[tuple[float, bytes]], *, counts: bool
    ) -> None:
        piece = b" "
        while piece:
            try:
                piece = await reader.read(16384)
            except ConnectionError:
                piece = b""
            self.bytes += len(piece) if counts else 0
            now = self._loop.time()
            if counts and self._road.megabits:
                self._free_at = max(now, self._free_at) + len(piece) * 8 / (self._road.megabits * 1e6)
                now = self._free_at
            await on_the_way.put((now + self._road.round_trip_ms / 2000, piece))

    async def _give(self, on_the_way: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError):
            while True:
                at, piece = await on_the_way.get()
                await asyncio.sleep(max(0.0, at - self._loop.time()))
                if not piece:
                    break
                writer.write(piece)
                await writer.drain()
        writer.close()


def visit(context: BrowserContext, scales: Scales) -> VisitWeight:
    """Open the page in a new tab, weigh it, close it."""
    before = scales.bytes
    page = context.new_page()
    began = time.perf_counter()
    page.goto(scales.address, wait_until="commit")
    page.wait_for_function(PAINTED, timeout=PATIENCE_MILLISECONDS)
    seconds = time.perf_counter() - began
    page.wait_for_function(READY, timeout=PATIENCE_MILLISECONDS)
    ready = time.perf_counter() - began
    page.wait_for_timeout(AFTER_MILLISECONDS)
    page.close()
    return VisitWeight(round((scales.bytes - before) / 1e6, 3), round(seconds, 2), round(ready, 2))


def two_visits(browser: Browser, scales: Scales) -> TwoVisits:
    """Visit twice with a browser profile that is thrown away afterwards."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="vi-VN")
    seen = TwoVisits(visit(context, scales), visit(context, scales))
    context.close()
    return seen


def weigh(address: str, road: Road = LOCAL) -> TwoVisits:
    """Return what two visits weigh, of several the quickest; nothing is known where there is no Chromium."""
    path = find_chromium()
    if path is None:
        return TwoVisits()
    with Scales(address, road) as scales, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        seen = [two_visits(browser, scales) for _ in range(VISITS)]
        browser.close()
    return min(seen, key=lambda each: each.first.seconds or 0.0)
