"""A file opened from disk in a browser that is cut off, with a record of whatever it asks for all the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page

PATIENCE_MS = 60_000
TURN = """
(fragment) => location.hash === `#${fragment}` ? undefined : new Promise((done) => {
  addEventListener("popstate", () => requestAnimationFrame(() => done()), { once: true })
  location.hash = fragment
})
"""
DRAW_ALL = "Promise.all([...document.querySelectorAll('.chart:not([data-drawn])')].map(draw))"


@dataclass
class Offline:
    """The open file, and what it did that it should not."""

    page: Page
    address: str
    asked: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def go(self, fragment: str = "") -> Page:
        """Open the file at what the address says after #, and wait until it is read."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}#{fragment}")
        self.page.wait_for_selector("html[data-ready]", timeout=PATIENCE_MS)
        return self.page

    def turn(self, fragment: str) -> Page:
        """Go on to another view in the open file, as its own buttons do."""
        self.page.evaluate(TURN, fragment)
        return self.page


@contextmanager
def opened(
    chromium: Browser, file: Path, *, width: int = 1440, height: int = 900, dark: bool = False, fragment: str = ""
) -> Iterator[Offline]:
    """Open a file without a network; at the end it has asked for nothing and complained of nothing."""
    context = chromium.new_context(
        viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", offline=True
    )
    context.set_default_timeout(PATIENCE_MS)
    offline = Offline(context.new_page(), file.as_uri())
    context.on("request", lambda request: offline.asked.append(request.url))
    context.on("console", lambda message: message.type == "error" and offline.errors.append(message.text))
    offline.page.on("pageerror", lambda error: offline.errors.append(str(error)))
    offline.go(fragment)
    yield offline
    asked = [url for url in offline.asked if not url.startswith((file.as_uri(), "data:", "blob:", "about:"))]
    context.close()
    assert asked == []
    assert offline.errors == []
