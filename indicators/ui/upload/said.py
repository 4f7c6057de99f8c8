"""What the clerk said beside the file so far, each with the way to take it back."""

from __future__ import annotations

from html import escape

import streamlit as st

from indicators.intake import About, Answer
from indicators.labels import Text
from indicators.ui import session
from indicators.ui.elements.markup import tag
from indicators.ui.upload import draft as drafts
from indicators.ui.upload import state
from indicators.ui.upload.draft import Draft
from indicators.ui.upload.work import Checked

MOST_SHOWN = 40
FOLDED_FROM = 6


def show(known: Checked, draft: Draft, words: Text) -> None:
    """Place what was mended and answered, the latest first."""
    answers = list(draft.answers)[::-1]
    if not answers:
        return
    is_open = len(answers) < FOLDED_FROM
    with st.expander(words("upload.said", count=len(answers)), expanded=is_open, icon=":material/edit:"):
        for number, answer in enumerate(answers[:MOST_SHOWN]):
            with st.container(key=f"said-{number}", horizontal=True, gap="small", vertical_alignment="center"):
                st.html(tag("p", escape(told(known, answer, words)), of="said"))
                st.button(
                    words("upload.take_back"), key=f"{session.UPLOAD_BUTTON}_take_back_{number}", type="tertiary",
                    icon=":material/undo:",
                    on_click=state.change, args=(drafts.taken_back, answer),
                )  # fmt: skip
        if len(answers) > MOST_SHOWN:
            st.html(tag("p", escape(words("upload.said_more", count=len(answers) - MOST_SHOWN)), of="hint"))


def told(known: Checked, answer: Answer, words: Text) -> str:
    """Return one answer as a sentence."""
    where = _where(known, answer, words)
    if answer.is_mend:
        return words(
            "upload.said_cell", where=where, typed=answer.typed or words("upload.grid_blank"),
            value=answer.value or words("upload.grid_blank"),
        )  # fmt: skip
    if answer.about is About.COLUMN and not answer.value:
        return words("upload.said_column_not_read", where=where)
    if answer.about in (About.READ, About.NUMBER_STYLE, About.MEASURE):
        return words(f"upload.said_{answer.about}_{answer.value}", where=where)
    value = answer.value
    if answer.about is About.INDICATOR and value in known.definitions:
        value = words.name(known.definitions[value])
    return words(f"upload.said_{answer.about}", where=where, value=value)


def _where(known: Checked, answer: Answer, words: Text) -> str:
    if answer.cell is None:
        return words("upload.of_sheet", sheet=answer.sheet or known.report.file)
    if known.names_sheets and answer.sheet is not None:
        return words("upload.cell_of_sheet", cell=answer.cell, sheet=answer.sheet)
    return words("upload.cell", cell=answer.cell)
