"""After the last step: what became of the file, and where to look now."""

from __future__ import annotations

from html import escape

import streamlit as st

from indicators.ui import cached, screens, session
from indicators.ui.elements.markup import tag
from indicators.ui.reader import Reader
from indicators.ui.upload import look, state
from indicators.ui.upload.draft import Draft, Outcome

MOST_LINKS = 6


def show(reader: Reader, draft: Draft, outcome: Outcome) -> None:
    """Place what was done and the links to what changed."""
    words = reader.words
    with st.container(key="card-done"):
        look.title(*_said(reader, draft, outcome))
        if not outcome.proposal and not outcome.is_nothing_new:
            _changed(reader, outcome)
        with st.container(key="done-further", gap="xsmall"):
            further = "approval" if outcome.proposal else "history"
            screens.link(further, words(f"upload.see_{further}"), {"lang": words.language})
        st.button(
            words("upload.another_file"), key=f"{session.UPLOAD_BUTTON}_another", on_click=state.start_anew,
            icon=":material/upload_file:", type="primary",
        )  # fmt: skip


def _said(reader: Reader, draft: Draft, outcome: Outcome) -> tuple[str, str]:
    words = reader.words
    if outcome.proposal is not None:
        return words("upload.proposed_title"), words("upload.proposed", file=draft.file)
    if outcome.is_nothing_new:
        return words("upload.nothing_title"), words("upload.nothing_published", version=outcome.version)
    return words("upload.done_title", version=outcome.version), words("upload.done", file=draft.file)


def _changed(reader: Reader, outcome: Outcome) -> None:
    words = reader.words
    known = cached.definitions(reader.folder, outcome.version)
    look.part(words("upload.see_changed"))
    with st.container(key="changed-indicators", gap="xsmall"):
        for id in outcome.indicators[:MOST_LINKS]:
            name = words.name(known[id]) if id in known else id
            query = reader.query_with(indicator=id, version=outcome.version, district=None, sector=None)
            screens.link("indicator", name, query)
    rest = len(outcome.indicators) - MOST_LINKS
    if rest > 0:
        st.html(tag("p", escape(words("upload.more_indicators", count=rest)), of="hint"))
