"""Takes pictures that come out the same every time: a store of one day, a clock that stands, nothing that moves."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from indicators import catalogue, labels, snapshot
from indicators.accounts import settings_line
from indicators.palette import SANS, SERIF
from indicators.store import Store
from indicators.ui.style import FACES, face_files
from tests.browser.addresses import path_of
from tests.browser.server import serving_office
from tests.browser.visit import READY_MILLISECONDS, Visit, Visits
from tests.conftest import made_by_command
from tests.pictures.scenes import DOCUMENTS, FIRST_VISIT, OF_THE_OFFICE, QUERIES, Scene
from tests.snapshot.offline import DRAW_ALL
from tests.upload.reports import FAULTS, workbook

NAME, PASSWORD = "Nguyễn Thị Hoa", "chè Tân Cương ngon"
DAY = dt.datetime(2021, 1, 15, 2, 0, tzinfo=dt.UTC)
FILE_NAME = "dai-tu-2020.xlsx"
# A file of that name with the usual faults, and one without.
FAULTY, FAULTLESS = "faulty", "faultless"
STEPS_ON = ("upload.to_recognise", "upload.to_check", "upload.to_consequences")

WHOLE_HEIGHT = """
() => {
  const main = document.querySelector('[data-testid="stMain"]');
  if (!main) return document.documentElement.scrollHeight;
  return Math.ceil(window.innerHeight - main.clientHeight + main.scrollHeight);
}
"""
FILL = "dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'))"
IS_FILLED = "() => !document.querySelector('[data-part], [aria-busy]') && document.fonts.status === 'loaded'"
# Letters with every kind of mark, and the signs that come from the computer's own fonts.
PROBE = "".join(
    f'<p style="font:24px {family};margin:0">Thái Nguyên, Đồng Hỷ, Võ Nhai 1.234,5 ✓●○◆▲▼↘✗– ▾▴›←→</p>'
    for family in ("sans-serif", "serif", "monospace")
)


@dataclass(frozen=True)
class Studio:
    """A browser before a dashboard whose figures were published on one day."""

    browser: Browser
    address: str
    folder: Path
    store: Path

    def take(self, scene: Scene) -> Image.Image:
        """Return the whole page of a scene; fails as any visit does where the page is broken."""
        visits = Visits(self.browser)
        visit = visits(
            self.address,
            width=scene.width,
            height=scene.height,
            dark=scene.theme == "dark",
            reduced_motion=True,
            is_first=scene.page == FIRST_VISIT,
        )
        visit.page.clock.set_fixed_time(DAY)
        self._open(visit, scene)
        taken = picture_of(visit.page)
        visits.close()
        return taken

    def _open(self, visit: Visit, scene: Scene) -> None:
        query = {**QUERIES[scene.page], "lang": scene.language}
        if scene.page in DOCUMENTS:
            self._open_document(visit.page, scene, visit.as_written(scene.page, query))
            return
        if scene.page in OF_THE_OFFICE:
            visit.sign_in(NAME, PASSWORD)
        visit.go("" if scene.page == FIRST_VISIT else path_of(scene.page), query)
        if scene.page == FIRST_VISIT:
            visit.page.locator(".hints").wait_for()
            return
        if scene.page == "upload":
            self.hand_in(visit, scene.language)
        whole(visit)

    def _open_document(self, page: Page, scene: Scene, address: str) -> None:
        page.goto(self.offline_file(scene.language).as_uri() if scene.page == "offline" else address)
        page.wait_for_selector("html[data-ready]")
        if scene.page == "offline":
            page.evaluate(DRAW_ALL)
            page.set_viewport_size({"width": scene.width, "height": int(page.evaluate(WHOLE_HEIGHT))})
        # The keys of a talk are said for its first seconds only.
        page.add_style_tag(content=".hint { display: none }")
        page.wait_for_timeout(500)
        page.wait_for_function("() => !document.querySelector('.chart:not([data-drawn])')")

    def offline_file(self, language: str) -> Path:
        """Return the file of a language that needs no network, made when first asked for."""
        path = self.folder / f"{language}.html"
        if not path.exists():
            reading = Store.open(self.store).at()
            made = snapshot.snapshot(reading, catalogue.load(), labels.text(language), as_of=2020, made=DAY.date())
            path.write_bytes(made.content)
        return path

    def hand_in(self, visit: Visit, language: str, *, file: str = FAULTY, steps: int = 2) -> None:
        """Hand in a workbook and go on by some steps, by two until its faults are told."""
        words = labels.text(language)
        visit.page.locator('input[type="file"]').set_input_files(str(self.folder / file / FILE_NAME))
        for key in STEPS_ON[:steps]:
            visit.page.get_by_role("button", name=words(key), exact=True).click(timeout=READY_MILLISECONDS)
            visit.page.wait_for_timeout(300)
            visit.wait()


def whole(visit: Visit) -> Visit:
    """Make the window as high as its page, with every part of it that comes when a reader gets there."""
    page = visit.page
    page.add_style_tag(content=".st-key-live { display: none }")
    page.evaluate(FILL)
    page.wait_for_function(IS_FILLED)
    width = page.viewport_size["width"] if page.viewport_size else 0
    page.set_viewport_size({"width": width, "height": int(page.evaluate(WHOLE_HEIGHT))})
    return visit.wait()


def picture_of(page: Page) -> Image.Image:
    """Return what the window shows."""
    return Image.open(io.BytesIO(page.screenshot(animations="disabled", caret="hide"))).convert("RGB")


def drawn_by(browser: Browser) -> dict[str, str]:
    """Return what decides how letters come out: the browser's version, the pages' faces, the computer's own fonts."""
    page = browser.new_page()
    page.set_content(PROBE)
    letters = hashlib.sha256(picture_of(page).tobytes()).hexdigest()
    page.close()
    faces = hashlib.sha256(b"".join(path.read_bytes() for name in sorted(FACES) for path in face_files(name)))
    return {
        "chromium": browser.version,
        "faces": faces.hexdigest()[:16],
        "letters": letters[:16],
        "families": f"{SANS}; {SERIF}",
    }


@contextmanager
def studio(browser: Browser, folder: Path) -> Iterator[Studio]:
    """Serve a demonstration store of one day to an office with one account, until the block ends."""
    folder.mkdir(exist_ok=True)
    store = of_one_day(made_by_command(folder / "store", "--demo"))
    for name, changes in ((FAULTY, FAULTS), (FAULTLESS, None)):
        (folder / name).mkdir()
        (folder / name / FILE_NAME).write_bytes(workbook(changes))
    with serving_office(store, folder / "served", f"[accounts]\n{settings_line(NAME, PASSWORD)}\n") as server:
        yield Studio(browser, server.url, folder, store)


def of_one_day(store: Path) -> Path:
    """Write into a store's log that everything was published on one day, a minute apart."""
    for at, entry in enumerate(sorted((store / "records" / "_delta_log").glob("*.json"))):
        actions = [json.loads(line) for line in entry.read_text("utf-8").splitlines()]
        for action in actions:
            if "commitInfo" in action:
                action["commitInfo"]["timestamp"] = int((DAY + dt.timedelta(minutes=at)).timestamp() * 1000)
        entry.write_text("".join(json.dumps(action, ensure_ascii=False) + "\n" for action in actions), "utf-8")
    return store
