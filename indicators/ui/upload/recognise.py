"""Step 2: what the file is taken for, coloured on the sheet itself, and how to put it right."""

from __future__ import annotations

from html import escape

import streamlit as st

from indicators.intake import About, Answer, Recognised
from indicators.labels import Text
from indicators.ui import session
from indicators.ui.elements.markup import tag
from indicators.ui.reader import Reader
from indicators.ui.upload import desk, look, sheets, state, tables
from indicators.ui.upload import draft as drafts
from indicators.ui.upload.draft import Draft, Step
from indicators.ui.upload.work import Checked


def show(reader: Reader, draft: Draft) -> None:
    """Place what is believed of each table of the sheet looked at, the ways to correct it, and the sheet."""
    words = reader.words
    known = desk.checked(reader, draft)
    draft = _first_look(known, draft)
    _recalled(draft, words)
    with st.container(key="card-recognise"):
        look.title(words("upload.recognise_title"), words("upload.recognise_sentence"))
        sheets.picker(known, draft, words)
        sheet = known.sheet(draft.look.sheet)
        found = [table for table in known.report.tables if table.sheet == sheet.name]
        _this_sheet_only(known, draft, words)
        pointed_at = tables.pointed_at(known, draft, found)
        for number, table in enumerate(found):
            if table.layout is None:
                _unread(table, sheet.is_hidden, words)
            else:
                with st.container(key=f"table-{number}"):
                    tables.show(reader, known, draft, table, number, is_pointed_at=table is pointed_at)
        sheets.legend({str(role) for table in found for role in table.roles.values()}, words, reader.theme)
        sheets.show(reader, known, draft, is_editable=False, tells=True)
    look.ways(
        words, Step.RECOGNISE, back=Step.CHOOSE, label=words("upload.to_check"), on_click=state.go, args=(Step.CHECK,)
    )


def _first_look(known: Checked, draft: Draft) -> Draft:
    """Return the draft looking at the first sheet with something to read, where it has not looked anywhere yet."""
    if draft.look.turn:
        return draft
    readable = [known.position(table.sheet) for table in known.report.tables if table.layout is not None]
    state.change(drafts.looking_at, sheet=readable[0] if readable else 0, cell=None, first_row=0)
    return state.draft()


def _this_sheet_only(known: Checked, draft: Draft, words: Text) -> None:
    """Place the way to read one sheet of a workbook that holds many tables."""
    here = known.sheet(draft.look.sheet).name
    read = list(dict.fromkeys(table.sheet for table in known.report.tables if table.layout is not None))
    others = [name for name in read if name != here]
    if here in read and others:
        st.button(
            words("upload.this_sheet_only", count=len(others)), key=f"{session.UPLOAD_BUTTON}_this_sheet",
            type="tertiary", icon=":material/filter_1:", on_click=state.answer,
            args=tuple(Answer(About.READ, name, None, "no") for name in others),
        )  # fmt: skip


def _recalled(draft: Draft, words: Text) -> None:
    if draft.recalled is None:
        return
    told = words("upload.recalled", count=len(draft.answers), sender=draft.sender, version=draft.recalled)
    with st.container(key="notice-upload-recalled", horizontal=True, gap="small", vertical_alignment="center"):
        st.html(tag("p", escape(told), role="status"))
        st.button(
            words("upload.recalled_undo"), key=f"{session.UPLOAD_BUTTON}_recalled", type="tertiary",
            on_click=state.change, args=(drafts.without_recalled,),
        )  # fmt: skip


def _unread(table: Recognised, is_hidden: bool, words: Text) -> None:
    reason = words(f"finding.{table.reason}")
    with st.container(key="table-unread", horizontal=True, gap="small", vertical_alignment="center"):
        st.html(tag("p", escape(reason), of="belief"))
        declined = table.reason == "reason_declined"
        if declined or is_hidden:
            st.button(
                words("upload.read_after_all"), key=f"{session.UPLOAD_TABLE}_read", on_click=_read,
                args=(table, declined),
            )  # fmt: skip
    if not declined and not is_hidden and table.reason == "reason_no_table":
        st.html(tag("p", escape(words("upload.no_table_help")), of="hint"))


def _read(table: Recognised, is_declined: bool) -> None:
    """Read a sheet after all: what kept it or one of its tables from being read is taken back."""
    draft = state.draft()
    for one in list(draft.answers):
        if is_declined and one.about is About.READ and one.sheet == table.sheet and one.value == "no":
            state.change(drafts.taken_back, one)
    if not is_declined:
        state.answer(Answer(About.READ, table.sheet, None, "yes"))
