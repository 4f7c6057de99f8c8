"""`make screenshots`: every page in both languages, both themes and three widths, for people to look at.

`make pictures` keeps them, reduced, as what the tests compare with, and takes the pictures of the guide anew.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.server import CHECKOUT
from tests.pictures import guide, kept
from tests.pictures.scenes import SCENES, Scene
from tests.pictures.studio import drawn_by, studio

FOLDER = CHECKOUT / "build" / "screenshots"
KEEP = "--keep"
GUIDES = ("help", "help-office")


def take_all(browser: Browser, scenes: list[Scene], folder: Path, *, keeps: bool) -> None:
    """Take the picture of every scene; where that is asked, keep it, and take those of the guides before."""
    if keeps and any(scene.page in GUIDES for scene in scenes):
        # In a studio of their own: a server knows the pictures that were there when it started.
        with studio(browser, folder / "guides") as at_work:
            guide.take_all(at_work)
    with studio(browser, folder / "pages") as at_work:
        for scene in scenes:
            taken = at_work.take(scene)
            taken.save(FOLDER / f"{scene.name}.png")
            if keeps:
                kept.keep(scene, taken)
            print(f"{FOLDER / scene.name}.png", flush=True)


def main(words: list[str]) -> int:
    """Take the pictures of the pages that are named, or of all; 1 where there is no Chromium."""
    path = find_chromium()
    if path is None:
        print("No Chromium on this computer (Debian: apt-get install chromium)", file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    pages = set(words) - {KEEP}
    scenes = [scene for scene in SCENES if not pages or scene.page in pages]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        if KEEP in words:
            kept.write_down(drawn_by(browser))
        take_all(browser, scenes, Path(folder), keeps=KEEP in words)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
