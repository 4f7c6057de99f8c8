"""The stage in a document of its own: one year of one version as slides, for a talk or for a screen in a lobby."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from functools import cache
from html import escape

from indicators.catalogue import Catalogue
from indicators.exhibits import Scan
from indicators.exhibits.verdicts import gathered
from indicators.labels import Text
from indicators.snapshot.contents import Contents
from indicators.snapshot.document import FOLDER, about, filled, line_of, pack, title_of
from indicators.store import Reading

BOTH = ("model.js", "quoted.js", "markup.js", "chart.js", "pieces.js", "enlarged.js", "stage.js")
TALK = (*BOTH, "scan.js", "jump.js", "keys.js", "notes.js", "alone.js", "talk.js")
KIOSK = (*BOTH, "alone.js", "kiosk.js")
# What a kiosk can be asked to turn through, beside single indicators.
PAGES = ("overview", "attention", "place", "indicators", "districts", "sectors", "method")


@dataclass(frozen=True)
class Slides:
    """The figures of the slides as a page unpacks them, and the title and line it begins with."""

    packed: bytes
    title: str
    line: str


def slides(
    reading: Reading, catalogue: Catalogue, text: Text, *, as_of: int, group: str | None, published: dt.datetime
) -> Slides:
    """Return the slides of one year of a version, of one group of indicators where one is named."""
    contents = Contents(gathered(reading, catalogue, as_of=as_of), catalogue, text, only_year=as_of, group=group)
    title = title_of(catalogue, text)
    since = text("snapshot.published", moment=text.moment(published))
    told = {**about(contents, as_of, title, since), "program": program()}
    return Slides(pack(contents, told, contents.on_stage()), title, line_of(reading, as_of, text, since))


def talk(made: Slides, text: Text, *, faces: str = "", scan: Scan | None = None) -> bytes:
    """Return the document of a talk: it asks for typefaces at most, so what it shows can't change.

    `faces` are rules of a style sheet that say where its server has them; on `scan`, a hand-out, it ends.
    """
    kept = "" if scan is None else _kept(scan)
    return filled(made.packed, text, title=made.title, line=made.line, scripts=TALK, faces=faces, scan=kept)


def kiosk(made: Slides, text: Text, *, faces: str = "") -> bytes:
    """Return the document that turns by itself and asks its server for newer figures."""
    return filled(made.packed, text, title=made.title, line=made.line, scripts=KIOSK, faces=faces, asks=True)


def _kept(scan: Scan) -> str:
    """Return the hand-out's code and address as scan.js finds them in the page."""
    server, path = map(escape, scan.lines)
    told = f'data-server="{server}" data-path="{path}" data-year="{scan.as_of}"'
    return f'<template id="scan" {told}>{scan.drawing}</template>'


@cache
def program() -> str:
    """Return the mark of the scripts and styles, by which an open kiosk knows that there are newer ones."""
    found = hashlib.sha256()
    for path in sorted(FOLDER.iterdir()):
        found.update(path.read_bytes())
    return found.hexdigest()[:16]
