"""Takes the pictures of the guides: the part of a page that a chapter is about, in each language, light."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from PIL import Image
from playwright.sync_api import Locator, Page

from indicators import labels
from indicators.accounts import settings_line
from indicators.labels import LANGUAGES
from indicators.ui.assets import PICTURES
from indicators.ui.guide import CHAPTERS, SHARPNESS
from tests.browser.server import serving_office
from tests.browser.visit import Visit, been_here
from tests.pictures.studio import DAY, FAULTLESS, FAULTY, NAME, PASSWORD, Studio, whole

# Read beside its steps, where a picture is some 600 points wide.
WIDTH, HEIGHT = 860, 900
STAGE = {"width": 1280, "height": 720}
MOST_HIGH = 760
ROOM = 12
COLOURS = 96
INDICATOR = {"nam": "2020", "chi_tieu": "dn_ap_dung_he_thong"}


@dataclass(frozen=True)
class Part:
    """Where a chapter's picture is taken: the page, and what of it is shown.

    A file that is handed in goes `steps` on; `pressed` is opened before.
    """

    page: str
    shown: tuple[str, ...]
    query: Mapping[str, str] = field(default_factory=lambda: {"nam": "2020"})
    is_of_office: bool = False
    file: str = ""
    steps: int = 0
    pressed: str = ""


PARTS: Mapping[str, Part] = {
    "verdict": Part("indicator", ('[data-exhibit="indicator-verdict"]',), INDICATOR),
    "chart": Part("indicator", (".st-key-card-indicator-trajectory",), INDICATOR),
    "map": Part("indicator", (".st-key-card-indicator-map",), INDICATOR),
    "year": Part("", (".st-key-filters-year-control", "section.lead")),
    "take_along": Part("", (".downloads", ".menu-of-downloads"), pressed=".menu-of-downloads summary"),
    "template": Part("upload", (".st-key-card-template",), is_of_office=True),
    "recognise": Part("upload", (".st-key-card-recognise",), is_of_office=True, file=FAULTLESS, steps=1),
    "check": Part("upload", (".st-key-card-check",), is_of_office=True, file=FAULTY, steps=2),
    "publish": Part("upload", (".st-key-card-consequences",), is_of_office=True, file=FAULTLESS, steps=3),
    "correct": Part("history", (".st-key-card-versions",), is_of_office=True),
    "restore": Part("history", (".st-key-card-restore",), {"tu": "12", "den": "11"}, is_of_office=True),
    "hand_out": Part("handout", (".st-key-heading", ".st-key-card-handout-make"), is_of_office=True),
}
# Who looks at what the office's one account sent.
HEAD = "Trần Văn Bình"
TO_DECIDE = ('[class*="st-key-card-proposal-"]', '[class*="st-key-card-decide-"]')


def take_all(studio: Studio) -> None:
    """Write the picture of every chapter in each language, and nothing else, into the package."""
    PICTURES.mkdir(exist_ok=True)
    for former in PICTURES.glob("*.png"):
        former.unlink()
    taken_otherwise = {"stage": stage, "approve": approval}
    for name in (name for chapters in CHAPTERS.values() for name in chapters):
        for language in LANGUAGES:
            take = taken_otherwise.get(name)
            taken = take(studio, language) if take else part(studio, PARTS[name], language)
            taken.quantize(COLOURS, dither=Image.Dither.NONE).save(PICTURES / f"{name}-{language}.png", optimize=True)


def part(studio: Studio, shown: Part, language: str) -> Image.Image:
    """Return the part of a page."""
    with _visit(studio) as visit:
        if shown.is_of_office:
            visit.sign_in(NAME, PASSWORD)
        visit.go(shown.page, {**shown.query, "lang": language})
        if shown.file:
            studio.hand_in(visit, language, file=shown.file, steps=shown.steps)
        whole(visit)
        if shown.pressed:
            visit.page.locator(shown.pressed).click()
        return _around(visit.page, [visit.page.locator(each).first for each in shown.shown])


def stage(studio: Studio, language: str) -> Image.Image:
    """Return a slide of the speaker's mode."""
    with _visit(studio) as visit:
        visit.page.set_viewport_size(STAGE)
        visit.page.goto(visit.as_written("stage", {**INDICATOR, "lang": language}))
        visit.page.wait_for_selector(".slide .chart[data-drawn]")
        visit.page.add_style_tag(content=".hint { display: none }")
        visit.page.wait_for_timeout(500)
        return _taken(visit.page, {"x": 0, "y": 0, **STAGE})


def approval(studio: Studio, language: str) -> Image.Image:
    """Return what waits for a second pair of eyes, as the other account meets it."""
    folder, words = studio.folder / f"approval-{language}", labels.text(language)
    shutil.copytree(studio.store, folder / "store")
    accounts = "\n".join(settings_line(name, PASSWORD) for name in (NAME, HEAD))
    secrets = f"[accounts]\n{accounts}\n[access]\napproval = true\n"
    with serving_office(folder / "store", folder / "served", secrets) as server:
        office = replace(studio, address=server.url)
        with _visit(office) as clerk:
            clerk.sign_in(NAME, PASSWORD).go("upload", {"lang": language})
            office.hand_in(clerk, language, file=FAULTLESS, steps=3)
            clerk.page.get_by_role("button", name=words("upload.to_publish"), exact=True).click()
            clerk.page.locator("textarea").fill(
                words("upload.reason_placeholder").split(": ")[-1].replace("2019", "2020")
            )
            clerk.page.locator("textarea").press("Tab")
            clerk.wait().page.get_by_role("button", name=words("upload.propose"), exact=True).click()
            clerk.wait()
        with _visit(office) as head:
            head.sign_in(HEAD, PASSWORD).go("approval", {"lang": language})
            head.page.get_by_role("button", name=words("approval.look"), exact=True).click()
            head.page.locator(TO_DECIDE[-1]).wait_for()
            whole(head)
            return _around(head.page, [head.page.locator(each).first for each in TO_DECIDE])


@contextmanager
def _visit(studio: Studio) -> Iterator[Visit]:
    context = studio.browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=SHARPNESS, locale="vi-VN",
        reduced_motion="reduce", storage_state=been_here(studio.address),
    )  # fmt: skip
    visit = Visit(context.new_page(), studio.address)
    visit.page.clock.set_fixed_time(DAY)
    yield visit
    context.close()


def _around(page: Page, shown: list[Locator]) -> Image.Image:
    """Return what lies around some elements, cut off below where it would be too high."""
    boxes = [box for box in (each.bounding_box() for each in shown) if box]
    left = max(min(box["x"] for box in boxes) - ROOM, 0)
    right = min(max(box["x"] + box["width"] for box in boxes) + ROOM, WIDTH)
    top = max(min(box["y"] for box in boxes) - ROOM, 0)
    bottom = max(box["y"] + box["height"] for box in boxes) + ROOM
    return _taken(page, {"x": left, "y": top, "width": right - left, "height": min(bottom - top, MOST_HIGH)})


def _taken(page: Page, clip: Mapping[str, float]) -> Image.Image:
    taken = page.screenshot(animations="disabled", caret="hide", clip=dict(clip))  # type: ignore[arg-type]
    return Image.open(io.BytesIO(taken)).convert("RGB")
