"""The documents to take along: what kinds there are, how each is made, and where it is served."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol
from urllib.parse import urlencode

from indicators import deck, report, workbook
from indicators.exhibits import Document, Progress
from indicators.selection import Selection

FOLDER = "exports"


class Maker(Protocol):
    """What makes the file of a document and tells how far it is."""

    def __call__(self, told: Document, *, progress: Progress) -> bytes:
        """Return the file."""


@dataclass(frozen=True)
class Kind:
    """One kind of document: the ending of its file, its media type, what makes it, and the keys of its words.

    `has_scan`: whether it ends on a hand-out.
    """

    name: str
    ending: str
    media_type: str
    make: Maker
    label: str
    about: str
    has_scan: bool = False

    @property
    def path(self) -> str:
        """Where it is served, from the application's own address."""
        return f"{FOLDER}/{self.name}.{self.ending}"

    @property
    def progress_path(self) -> str:
        """Where it is told how far it is."""
        return f"{self.path}/progress"

    def file(self, selection: Selection) -> str:
        """Return the name of the file that a selection gives: report-2020-v12-171.docx."""
        narrowed = (selection.district, selection.sector, selection.group, selection.indicator)
        parts = [self.name, str(selection.as_of), f"v{selection.version}", *(part for part in narrowed if part)]
        return f"{'-'.join(parts).replace('_', '-')}.{self.ending}"


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "deck",
            "pptx",
            deck.MEDIA_TYPE,
            deck.deck,
            "page.download_deck",
            "page.download_deck_about",
            has_scan=True,
        ),
        Kind(
            "workbook",
            "xlsx",
            workbook.MEDIA_TYPE,
            workbook.book,
            "page.download_book",
            "page.download_workbook_about",
        ),
        Kind("report", "docx", report.MEDIA_TYPE, report.report, "page.download_report", "page.download_report_about"),
    )
}


def told(selection: Selection) -> Selection:
    """Return what of a selection a document depends on, so that two that tell the same are made once."""
    return replace(selection.without_comparison(), other_district=None, other_sector=None)


def address(kind: Kind, selection: Selection) -> str:
    """Return the address of a document with the year, version and language that are shown."""
    return f"{kind.path}?{urlencode(told(selection).to_query())}"
