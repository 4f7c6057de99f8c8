"""What there is to take a picture of: every page in both languages, both themes and three widths."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from indicators.labels import LANGUAGES
from indicators.palette import THEMES
from tests.browser.addresses import QUERY_BY_PAGE

# What a phone, a tablet and a desk show before anybody scrolls.
HEIGHT_BY_WIDTH: Mapping[int, int] = {390: 844, 768: 1024, 1440: 900}
WIDTHS = tuple(HEIGHT_BY_WIDTH)

# Looked at by whoever is signed in.
OF_THE_OFFICE = ("upload", "approval")
# Documents of their own, each as high as the window; the offline file is read from disk.
DOCUMENTS: Mapping[str, Mapping[str, str]] = {
    "stage": {"nam": "2020", "chi_tieu": "dn_ap_dung_he_thong"},
    # An hour a slide: it doesn't turn while its picture is taken.
    "kiosk": {"nam": "2020", "seconds": "3600"},
    "offline": {"nam": "2020"},
}
# The overview as it is met for the first time, with its hints.
FIRST_VISIT = "first-visit"
CELL = {"nam": "2020", "tep": "3", "trang": "Mục tiêu", "o": "E9"}
QUERIES: Mapping[str, Mapping[str, str]] = {
    **QUERY_BY_PAGE,
    # Every state of a figure, and of one district that never reported the request that asks for what is wanting.
    "completeness_province": {"nam": "2020"},
    "completeness_wanting": {"nam": "2020", "huyen": "170"},
    "source_cell": CELL,
    "sign-in": {},
    FIRST_VISIT: {"nam": "2020"},
    **{page: {} for page in OF_THE_OFFICE},
    **DOCUMENTS,
}


@dataclass(frozen=True)
class Scene:
    """One page as one reader sees it."""

    page: str
    language: str
    theme: str
    width: int

    @property
    def name(self) -> str:
        """The name of its picture."""
        return f"{self.page}-{self.language}-{self.theme}-{self.width}"

    @property
    def height(self) -> int:
        """How high its window is."""
        return HEIGHT_BY_WIDTH[self.width]


LOOKS = tuple((language, theme, width) for language in LANGUAGES for theme in THEMES for width in WIDTHS)
SCENES = tuple(Scene(page, *look) for page in QUERIES for look in LOOKS)
# Every page once, each with another look than the page before: with a dozen pages every look occurs.
SAMPLE = tuple(Scene(page, *LOOKS[(at * 5) % len(LOOKS)]) for at, page in enumerate(QUERIES))
