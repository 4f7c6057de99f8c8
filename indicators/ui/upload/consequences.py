"""Step 4: what publishing would do, before anything is done."""

from __future__ import annotations

from html import escape

import streamlit as st

from indicators.intake import Changes
from indicators.labels import Text
from indicators.ui.elements.markup import chip, glued, tag
from indicators.ui.reader import Reader
from indicators.ui.upload import changes, desk, look, state
from indicators.ui.upload import draft as drafts
from indicators.ui.upload.draft import Draft, Step
from indicators.ui.upload.work import Foreseen

MOST_FLIPS = 40


def show(reader: Reader, draft: Draft) -> None:
    """Place the rows, definitions, targets, verdicts and totals that would change."""
    words = reader.words
    foreseen = desk.foreseen(reader, draft)
    rehearsal = foreseen.rehearsal
    what_changes(reader, foreseen, words("upload.consequences_title"), words("upload.consequences_sentence"))
    look.ways(
        words, Step.CONSEQUENCES, back=Step.CHECK, label=words("upload.to_publish"),
        disabled=rehearsal.changes.is_nothing,
        on_click=state.change, args=(drafts.with_seen, rehearsal.version),
    )  # fmt: skip


def what_changes(reader: Reader, foreseen: Foreseen, title: str, sentence: str) -> None:
    """Place the rows, definitions, targets, verdicts and totals that a publication would change, under a title."""
    words, rehearsal = reader.words, foreseen.rehearsal
    with st.container(key="card-consequences"):
        look.title(title, sentence)
        st.html(_counts(rehearsal.changes, words))
        for finding in rehearsal.findings:
            st.html(tag("p", escape(finding.sentence(words)), of="finding-sentence warned"))
        if rehearsal.changes.is_nothing:
            st.html(tag("p", escape(words("upload.nothing_new")), of="standing clear", role="status"))
    if not rehearsal.changes.is_nothing:
        with st.container(key="card-flips"):
            _flips(reader, foreseen)
        changes.show(reader, foreseen)


def _counts(counted: Changes, words: Text) -> str:
    named = (
        ("new", counted.new, words("upload.count_new")),
        ("changed", counted.changed, words("upload.count_changed")),
        ("unchanged", counted.unchanged, words("upload.count_unchanged")),
        ("removed", counted.removed, words("upload.count_removed")),
    )
    tiles = "".join(
        tag("div", tag("strong", words.number(count)) + tag("span", escape(name)), of=f"count changes-{kind}")
        for kind, count, name in named
    )
    return tag("div", tiles, of="counts")


def _flips(reader: Reader, foreseen: Foreseen) -> None:
    words, flips = reader.words, foreseen.rehearsal.flips
    if not flips:
        look.part(words("upload.flips"))
        st.html(tag("p", escape(words("upload.no_flips")), of="step-sentence"))
        return
    look.part(words("upload.flips"))
    st.html(tag("p", glued(words("upload.flips_sentence", count=len(flips))), of="card-headline"))
    names = changes.names_of(reader, foreseen)
    rows = "".join(
        tag(
            "li",
            tag(
                "span",
                tag("strong", escape(names(flip.indicator)))
                + escape(f" · {changes.place_of(reader, flip.district, flip.sector)}"),
                of="flip-what",
            )
            + tag(
                "span",
                chip(flip.before, words(f"status.{flip.before}"))
                + tag("span", "→", of="arrow", aria_label=words("upload.becomes"), role="img")
                + chip(flip.after, words(f"status.{flip.after}")),
                of="flip-how",
            ),
        )
        for flip in flips[:MOST_FLIPS]
    )
    st.html(tag("ul", rows, of="flips"))
    if len(flips) > MOST_FLIPS:
        st.html(tag("p", escape(words("upload.more_flips", count=words.number(len(flips) - MOST_FLIPS))), of="hint"))
