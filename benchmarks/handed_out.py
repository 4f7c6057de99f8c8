"""The hand-out in a reader's browser: how long until its first screen is painted, and until a changed filter is.

`python -m benchmarks.handed_out` measures it alone, with the hall that asks for it at once.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.handouts import HandoutRuns, measure_handout, put_out
from benchmarks.viewers import Errand, measure, percentile
from benchmarks.wire import COUNTRY, PAINTED, PATIENCE_MILLISECONDS, Scales
from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.server import CHECKOUT, Server, serving

# What the figures need has been painted in the frame before the second of two.
NOTES_THE_FIRST_SCREEN = f"""
(() => {{
  const stands = {PAINTED.strip()}
  const look = () => requestAnimationFrame(document.body && stands() ? note : look)
  const note = () => {{ window.paintedAt = performance.now() }}
  look()
}})()
"""
# Each change is another one than what is shown; a view stands when every chart in sight is drawn.
CHANGES = """
async (rounds) => {
  const frame = () => new Promise(requestAnimationFrame)
  const inSight = (chart) => {
    const { top, bottom } = chart.getBoundingClientRect()
    return bottom > 0 && top < innerHeight
  }
  const stands = () => [...document.querySelectorAll('.chart')].every((chart) => chart.dataset.drawn || !inSight(chart))
  const painted = async () => { do await frame(); while (!stands()); await frame() }
  const other = (all, now, turn) => all.filter((each) => each !== now)[turn % (all.length - 1)]
  const years = () => [...document.querySelectorAll('.years button')]
  const change = {
    year: (turn) => other(years(), years().find((each) => each.ariaPressed === 'true'), turn).click(),
  }
  for (const field of ['district', 'sector', 'indicator']) change[field] = (turn) => {
    const list = document.getElementById(`filter-${field}`)
    list.value = other([...list.options], list.selectedOptions[0], turn).value
    list.dispatchEvent(new Event('change'))
  }
  const times = {}
  await plotly()
  for (const view of ['overview', 'indicator', 'district', 'sector']) {
    go({ view })
    await painted()
    const fields = Object.keys(change).filter((field) => field !== 'indicator' || view === 'indicator')
    for (let turn = 0; turn < rounds; turn += 1) for (const field of fields) {
      const began = performance.now()
      change[field](turn * 3 + 1);
      await painted();
      (times[view] ??= []).push(performance.now() - began)
    }
  }
  return times
}
"""
VISITS = 5
ROUNDS = 4
PHONE_SLOWER = 4
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


@dataclass(frozen=True)
class Repainted:
    """How long a changed filter takes to be painted, in milliseconds; `slowest_view` has the largest median."""

    changes: int
    p50_ms: float | None
    p95_ms: float | None
    most_ms: float | None
    slowest_view: str


@dataclass(frozen=True)
class HandedOut:
    """The hand-out as a desk and a phone show it, and what a hall does to its server; None without a browser.

    `seconds` is until the first screen is painted, over the road of the country, the slowest of the visits;
    a phone is a browser whose processor is slowed down four times. All of the hall have the file already.
    """

    hall: HandoutRuns
    seconds: float | None = None
    phone_seconds: float | None = None
    desk: Repainted | None = None
    phone: Repainted | None = None


def measure_all(server: Server, store: Path) -> HandedOut:
    """Hand a store out, let a hall ask for it, then open it in a browser and use it, where there is a Chromium."""
    code, etag = put_out(store)
    path = f"/h/{code}"
    hall = measure_handout(server.url, f"{server.url}{path}", pid=server.pid, etag=etag)
    chromium = find_chromium()
    if chromium is None:
        return HandedOut(hall)
    with Scales(server.url, COUNTRY) as scales, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        far, near = f"{scales.address}{path}", f"{server.url}{path}"
        found = HandedOut(
            hall=hall,
            seconds=max(_first_screen(browser, far, is_phone=False) for _ in range(VISITS)),
            phone_seconds=max(_first_screen(browser, far, is_phone=True) for _ in range(VISITS)),
            desk=_repainted(browser, near, is_phone=False),
            phone=_repainted(browser, near, is_phone=True),
        )
        browser.close()
    return found


def _opened(browser: Browser, *, is_phone: bool) -> Page:
    """Open an empty window that was never here."""
    page = browser.new_context(viewport=PHONE if is_phone else DESK, locale="vi-VN").new_page()  # type: ignore[arg-type]
    if is_phone:
        slower = page.context.new_cdp_session(page)
        slower.send("Emulation.setCPUThrottlingRate", {"rate": PHONE_SLOWER})
    return page


def _first_screen(browser: Browser, address: str, *, is_phone: bool) -> float:
    page = _opened(browser, is_phone=is_phone)
    page.add_init_script(NOTES_THE_FIRST_SCREEN)
    page.goto(address, wait_until="commit")
    page.wait_for_function("() => window.paintedAt", timeout=PATIENCE_MILLISECONDS)
    # The rest of the file is on its way still: what is cut off would be an error of the road.
    page.wait_for_load_state("load")
    milliseconds = float(page.evaluate("window.paintedAt"))
    page.context.close()
    return round(milliseconds / 1000, 2)


def _repainted(browser: Browser, address: str, *, is_phone: bool) -> Repainted:
    page = _opened(browser, is_phone=is_phone)
    page.goto(address)
    page.wait_for_selector("html[data-ready]", timeout=PATIENCE_MILLISECONDS)
    times: Mapping[str, list[float]] = page.evaluate(CHANGES, ROUNDS)
    page.context.close()
    every = [each for of_view in times.values() for each in of_view]
    return Repainted(
        changes=len(every),
        p50_ms=percentile(every, 0.5),
        p95_ms=percentile(every, 0.95),
        most_ms=percentile(every, 1.0),
        slowest_view=max(times, key=lambda view: statistics.median(times[view])),
    )


def main() -> None:
    """Make a demonstration store, hand it out, and print what was measured as one JSON document."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        settings = {"INDICATORS_STORE": str(store)}
        command = [sys.executable, "-m", "indicators", "init", "--demo"]
        subprocess.run(command, cwd=CHECKOUT, env={**os.environ, **settings}, check=True, stdout=subprocess.DEVNULL)
        with serving(CHECKOUT / "dashboard.py", log=Path(folder) / "log", environment=settings) as server:
            measure(server.url, Errand(viewers=1, runs=1))
            print(json.dumps(asdict(measure_all(server, store)), indent=2))


if __name__ == "__main__":
    main()
