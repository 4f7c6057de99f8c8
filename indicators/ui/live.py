"""What keeps an open page at the newest figures: it asks which version is the newest and runs again where it moved."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from indicators.labels import Text
from indicators.store import Commit
from indicators.ui import cached, session
from indicators.ui.reader import Reader

_ASKING = st.components.v2.component(
    "indicators_live",
    # There from the beginning and empty, so that a screen reader says what is written into it.
    html='<p class="renewed" role="status"></p>',
    js=Path(__file__).with_name("live.js").read_text("utf-8"),
    isolate_styles=False,
)


def place(reader: Reader) -> None:
    """Place what asks for newer figures, and say once that those shown were just renewed."""
    _place(reader.latest, renewed(reader) if reader.is_renewed else "")


def place_without_store() -> None:
    """Place what asks whether a store has come to be, where there is none to read."""
    _place(None, "")


def renewed(reader: Reader) -> str:
    """Return the sentence that names the version now shown, who published it and why."""
    commit = cached.commit(reader.folder, reader.latest)
    return sentence(commit, reader.words)


def sentence(commit: Commit, words: Text) -> str:
    """Return the sentence about a commit; the reason is left out where none was given."""
    if commit.restored_from is not None:
        return words("page.renewed_restored", version=commit.version, by=commit.by, former=commit.restored_from)
    if not commit.reason:
        return words("page.renewed", version=commit.version)
    return words("page.renewed_because", version=commit.version, by=commit.by, reason=commit.reason)


def _place(version: int | None, said: str) -> None:
    _ASKING(key=session.LIVE, data={"version": version, "renewed": said})
