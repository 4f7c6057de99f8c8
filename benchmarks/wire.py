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

READY = """
() => document.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]')
  && !document.querySelector('[data-testid="stSkeleton"]') && document.querySelector('h1, h2')
  && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].every(chart => chart.querySelector('.main-svg'))
"""
PATIENCE_MILLISECONDS = 120_000
# What is still on its way when the page stands belongs to the visit too.
AFTER_MILLISECONDS = 1500


@dataclass(frozen=True)
class VisitWeight:
    """One visit: megabytes over the network, and seconds until everything was drawn; None without a browser."""

    megabytes: float | None = None
    seconds: float | None = None


@dataclass(frozen=True)
class TwoVisits:
    """A browser that was never here, and the same browser coming back."""

    first: VisitWeight = VisitWeight()
    second: VisitWeight = VisitWeight()


class Scales:
    """A way through to a server that counts what comes from it, whatever it is: files, headers, messages."""

    def __init__(self, address: str) -> None:
        self.bytes = 0
        self.address = ""
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
        from_server, to_server = await asyncio.open_connection(self._host, self._port)
        await asyncio.gather(self._pass(reader, to_server), self._pass(from_server, writer, counts=True))

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, counts: bool = False) -> None:
        with contextlib.suppress(ConnectionError):
            while piece := await reader.read(65536):
                self.bytes += len(piece) if counts else 0
                writer.write(piece)
                await writer.drain()
        writer.close()


def visit(context: BrowserContext, scales: Scales) -> VisitWeight:
    """Open the page in a new tab, weigh it, close it."""
    before = scales.bytes
    page = context.new_page()
    began = time.perf_counter()
    page.goto(scales.address)
    page.wait_for_function(READY, timeout=PATIENCE_MILLISECONDS)
    seconds = time.perf_counter() - began
    page.wait_for_timeout(AFTER_MILLISECONDS)
    page.close()
    return VisitWeight(round((scales.bytes - before) / 1e6, 3), round(seconds, 2))


def two_visits(browser: Browser, scales: Scales) -> TwoVisits:
    """Visit twice with a browser profile that is thrown away afterwards."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="vi-VN")
    seen = TwoVisits(visit(context, scales), visit(context, scales))
    context.close()
    return seen


def weigh(address: str) -> TwoVisits:
    """Return what two visits weigh; nothing is known where there is no Chromium on this computer."""
    path = find_chromium()
    if path is None:
        return TwoVisits()
    with Scales(address) as scales, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        seen = two_visits(browser, scales)
        browser.close()
    return seen
