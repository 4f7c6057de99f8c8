"""`make screenshots`: the pages as a desk and a phone show them, light and dark, for people to look at.

Each picture comes twice: the first screen, as the reader meets it, and the whole page down to its end.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.addresses import QUERY_BY_PAGE, path_of
from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.server import CHECKOUT, serving
from tests.browser.visit import Visits
from tests.conftest import made_by_command

FOLDER = CHECKOUT / "build" / "screenshots"
SIZES = ((1440, 900), (390, 844))

WHOLE_HEIGHT = """
() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return Math.ceil(window.innerHeight - main.clientHeight + main.scrollHeight);
}
"""


def take_all(visits: Visits, address: str) -> None:
    """Take every picture; one visit a page, size and theme."""
    for page, query in {**QUERY_BY_PAGE, "sign-in": {}}.items():
        for width, height in SIZES:
            for theme in ("light", "dark"):
                visit = visits(address, width=width, height=height, dark=theme == "dark").go(path_of(page), query)
                name = f"{page}-{width}x{height}-{theme}"
                visit.page.screenshot(path=FOLDER / f"{name}.png")
                visit.page.set_viewport_size({"width": width, "height": int(visit.page.evaluate(WHOLE_HEIGHT))})
                visit.wait().page.screenshot(path=FOLDER / f"{name}-whole.png")
                visit.page.context.close()
                print(f"{FOLDER / name}.png")


def main() -> int:
    """Serve a demonstration store of its own and take the pictures; 1 where there is no Chromium."""
    path = find_chromium()
    if path is None:
        print("No Chromium on this computer (Debian: apt-get install chromium)", file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        store = made_by_command(Path(folder) / "store", "--demo")
        with (
            serving(
                CHECKOUT / "dashboard.py", log=Path(folder) / "log", environment={"INDICATORS_STORE": str(store)}
            ) as server,
            sync_playwright() as playwright,
        ):
            browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
            take_all(Visits(browser), server.url)
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
