"""One page as a reader's browser shows it: the page, what it asked for over the network, what broke."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, StorageState, WebSocket

READY_MILLISECONDS = 60_000

# A reader who has been here before: what is said at a first visit has been read.
BEEN_HERE = [{"name": "hints-read", "value": '["overview", "indicator"]'}]

# Streamlit says in the page itself when its script has ended; the charts are drawn after that, each in its own time.
IS_READY = """
() => document.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]')
  && !document.querySelector('[data-testid="stSkeleton"], #first')
  && document.querySelector('[data-testid="stMain"] :is(h1, h2)')
  && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
     .every(chart => chart.querySelector('.js-plotly-plot .main-svg'))
"""

OVERFLOW = """
() => {
  const wide = window.innerWidth;
  const main = document.querySelector('[data-testid="stMain"]');
  const scrolls = Math.max(document.documentElement.scrollWidth - wide, main ? main.scrollWidth - main.clientWidth : 0);
  return Math.max(0, scrolls);
}
"""

# The data as Plotly holds it after drawing; arrays sent in binary form come back as typed arrays, hence `Array.from`.
CHARTS = """
() => [...document.querySelectorAll('.js-plotly-plot')].map(chart => ({
  title: chart.layout?.title?.text ?? '',
  traces: chart.data.map(trace => ({
    type: trace.type ?? 'scatter', name: trace.name ?? '', orientation: trace.orientation ?? '',
    x: Array.from(trace.x ?? []), y: Array.from(trace.y ?? []),
    customdata: Array.from(trace.customdata ?? []), text: [].concat(trace.text ?? []),
  })),
}))
"""


@dataclass
class Visit:
    """An open page and its record; `errors` are exceptions and errors of the console, `outside` foreign addresses."""

    page: Page
    address: str
    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def go(self, path: str = "", query: Mapping[str, str] | None = None) -> Visit:
        """Open a path of the dashboard and wait until it is drawn."""
        self.page.goto(self.as_written(path, query))
        return self.wait()

    def as_written(self, path: str = "", query: Mapping[str, str] | None = None) -> str:
        """Return the address of a path of the dashboard."""
        return f"{self.address}/{path}" + (f"?{urlencode(query)}" if query else "")

    def sign_in(self, name: str, password: str) -> Visit:
        """Sign in by account and wait for the page that answers."""
        self.go("sign-in")
        self.page.fill('input[name="ten"]', name)
        self.page.fill('input[name="mat_khau"]', password)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self.wait()

    def wait(self) -> Visit:
        """Wait until the script has ended and every chart is drawn, and stays so for a moment."""
        for _ in range(3):
            self.page.wait_for_function(IS_READY, timeout=READY_MILLISECONDS)
            self.page.wait_for_timeout(80)
        return self

    def text(self) -> str:
        """Return the words a reader sees, the sidebar's included."""
        return self.page.locator('[data-testid="stApp"]').inner_text()

    def overflow(self) -> int:
        """Return by how many pixels the page can be pushed sideways."""
        return int(self.page.evaluate(OVERFLOW))

    def charts(self) -> list[dict[str, Any]]:
        """Return title and traces of every chart, as drawn."""
        return list(self.page.evaluate(CHARTS))

    def bars(self) -> dict[str, float]:
        """Return how long each bar of the first chart with bars is drawn, by the name that its hover begins with."""
        drawn = ([trace for trace in chart["traces"] if trace["type"] == "bar"] for chart in self.charts())
        return {
            str(hover).split(":")[0]: float(length)
            for bar in next(filter(None, drawn))
            for hover, length in zip(bar["customdata"], bar["x"], strict=True)
            if length is not None
        }

    def exceptions(self) -> list[str]:
        """Return what the page shows where its script has failed: Streamlit's own box, or our sentence in its place."""
        boxes = self.page.locator('[data-testid="stException"], [data-testid="stApp"] p[role="alert"]')
        return [str(text) for text in boxes.all_inner_texts()]

    def watch(self) -> None:
        """Start the record."""
        self.page.on("pageerror", self._note_error)
        self.page.on("console", self._note_console)
        self.page.on("request", self._note_request)
        self.page.on("websocket", self._note_websocket)

    def _note_error(self, error: Error) -> None:
        self.errors.append(str(error))

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    def _note_request(self, request: Request) -> None:
        self._note_address(request.url)

    def _note_websocket(self, websocket: WebSocket) -> None:
        self._note_address(websocket.url)

    def _note_address(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname != "127.0.0.1":
            self.outside.append(url)


def been_here(address: str) -> StorageState:
    """Return what the browser of a reader has kept of an earlier visit to an address."""
    origins = [{"origin": address, "localStorage": BEEN_HERE}] if address.startswith("http") else []
    return {"cookies": [], "origins": origins}


class Visits:
    """Opens pages, each in a browser profile of its own, and looks at every record when they are closed."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._open: list[Visit] = []

    def __call__(
        self,
        address: str,
        *,
        width: int = 1440,
        height: int = 900,
        dark: bool = False,
        reduced_motion: bool = False,
        is_first: bool = False,
    ) -> Visit:
        """Return a visit at an address with a window of that size; nothing is loaded yet.

        Where it is not their first, hints have been read.
        """
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce" if reduced_motion else "no-preference",
            locale="vi-VN",
            storage_state=None if is_first else been_here(address),
        )
        visit = Visit(context.new_page(), address)
        visit.watch()
        self._open.append(visit)
        return visit

    def close(self) -> None:
        """Close every page; fails when one called outside, showed an exception or wrote an error to its console."""
        found: dict[str, list[str]] = {}
        for visit in self._open:
            faults = [*visit.outside, *visit.exceptions(), *visit.errors]
            if faults:
                found[visit.page.url] = faults
            visit.page.context.close()
        self._open.clear()
        if found:
            pytest.fail("\n".join(f"{url}: {fault}" for url, faults in found.items() for fault in faults))
