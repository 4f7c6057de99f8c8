"""The guides: what a leader and what a clerk does here, step by step, each with a picture of the page it is done on."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import streamlit as st

from indicators.labels import Text
from indicators.ui import assets, screens
from indicators.ui.elements.markup import tag
from indicators.ui.heading import heading
from indicators.ui.reader import Reader

# A picture has that many points for each of the page, so that its letters stay sharp.
SHARPNESS = 1.5
# The chapters of each guide, in the order of the work; the pictures are taken by `make pictures`.
CHAPTERS: Mapping[str, tuple[str, ...]] = {
    "help": ("verdict", "chart", "map", "year", "take_along", "stage"),
    "help_office": ("template", "recognise", "check", "publish", "correct", "restore", "approve", "hand_out"),
}


def show(reader: Reader, guide: str) -> None:
    """Place a guide: its heading, the way to the other one, its chapters."""
    words = reader.words
    heading(words(f"page.{guide}"), kicker=words("help.kicker"), sentence=words(f"help.{guide}_sentence"))
    chapters = "".join(chapter(name, number, words) for number, name in enumerate(CHAPTERS[guide], start=1))
    st.html(tag("div", _ways(reader, guide) + chapters, of="sheets guide"))


def chapter(name: str, number: int, words: Text) -> str:
    """Return a chapter: what it is about, its steps and a picture."""
    title = tag(
        "h2", escape(words("help.chapter", number=number, title=words(f"help.{name}_title"))), of="card-headline"
    )
    steps = "".join(tag("li", escape(step)) for step in words(f"help.{name}_steps").splitlines())
    return tag("section", tag("div", title + tag("ul", steps)) + _picture(name, words), of="card chapter")


def _picture(name: str, words: Text) -> str:
    """Return the picture of a chapter with its alternative text, and the room it takes before it has come."""
    found = assets.picture(f"{name}-{words.language}")
    if found is None:
        return ""
    width, height = (round(points / SHARPNESS) for points in (found.width, found.height))
    described = escape(words(f"help.{name}_picture"))
    image = f'<img src="{found.address}" width="{width}" height="{height}" loading="lazy" alt="{described}">'
    return tag("figure", image)


def _ways(reader: Reader, guide: str) -> str:
    """Return the links between the guides."""
    links = "".join(
        screens.anchor(
            name, reader.words(f"page.{name}"), reader.query_elsewhere(), aria_current="page" if name == guide else ""
        )
        for name in CHAPTERS
    )
    return tag("nav", links, of="office", aria_label=reader.words("help.kicker"))
