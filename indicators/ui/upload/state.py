"""The draft in the browser session: read by the steps, changed by the pure functions of draft.py only."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from indicators.intake import About, Answer, Answers, Recognised
from indicators.ui import cached, session
from indicators.ui.upload import draft as drafts
from indicators.ui.upload import work
from indicators.ui.upload.draft import Draft, Step


def draft() -> Draft:
    """Return what the clerk has in hand."""
    found: Draft | None = st.session_state.get(session.UPLOAD_DRAFT)
    return Draft() if found is None else found


def put(changed: Draft) -> None:
    """Remember what the clerk has in hand."""
    st.session_state[session.UPLOAD_DRAFT] = changed


def change(how: Callable[..., Draft], *arguments: object, **named: object) -> None:
    """Change what the clerk has in hand by one of the functions of draft.py; for a widget's callback."""
    put(how(draft(), *arguments, **named))


def go(step: Step) -> None:
    """Go to a step."""
    change(drafts.gone_to, step)


def answer(*answers: Answer) -> None:
    """Say something beside the file."""
    change(drafts.answered, answers)


def answer_from(key: str, about: About, sheet: str | None, cell: str | None, typed: str | None) -> None:
    """Answer with what a widget holds now."""
    value = st.session_state.get(key)
    if value is not None:
        answer(Answer(about, sheet, cell, str(value), typed))


def answer_column(table: Recognised, cell: str, value: str, typed: str) -> None:
    """Say what a column holds."""
    change(drafts.with_column, table, cell, value, typed)


def typed_at(sheet: str | None, cell: str) -> str | None:
    """Return what a cell held as the file came, None where the file has no such cell."""
    known = draft()
    if not known.has_file:
        return None
    book = cached.handed_in(known.file, known.sha256, known.content)
    return work.typed_at(book, sheet, cell)


def recall(answers: Answers, version: int) -> None:
    """Give the answers to the sender's former file again."""
    change(drafts.with_recalled, answers, version)


def start_anew() -> None:
    """Put everything aside for another file."""
    put(Draft(uploads=draft().uploads + 1))
