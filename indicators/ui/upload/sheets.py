"""Which sheet is looked at, and the grid that shows it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from indicators.intake import About, Answer, RawSheet
from indicators.labels import Text
from indicators.ui import session
from indicators.ui.elements.markup import tag
from indicators.ui.reader import Reader
from indicators.ui.upload import draft as drafts
from indicators.ui.upload import grid, state
from indicators.ui.upload.draft import Draft
from indicators.ui.upload.grid import view
from indicators.ui.upload.work import Checked

MOST_AS_BUTTONS = 5
LONGEST_CELL_NAME = 120


def picker(known: Checked, draft: Draft, words: Text) -> None:
    """Place the sheets of the file to choose from, where there are several; hidden ones are told."""
    sheets = known.book.sheets
    if len(sheets) < 2:
        return
    names = {at: _name(sheet, words) for at, sheet in enumerate(sheets)}
    st.session_state[session.UPLOAD_SHEET] = min(draft.look.sheet, len(sheets) - 1)
    if len(sheets) <= MOST_AS_BUTTONS:
        st.pills(
            words("upload.sheet"), list(names), format_func=lambda at: names[at], key=session.UPLOAD_SHEET,
            on_change=_sheet_chosen, required=True,
        )  # fmt: skip
    else:
        st.selectbox(
            words("upload.sheet"), list(names), format_func=lambda at: names[at], key=session.UPLOAD_SHEET,
            on_change=_sheet_chosen,
        )  # fmt: skip


def show(reader: Reader, known: Checked, draft: Draft, *, is_editable: bool, tells: bool) -> None:
    """Place the grid of the sheet that is looked at."""
    data = view.data_of(known, draft.look, words=reader.words, theme=reader.theme, is_editable=is_editable, tells=tells)
    grid.place(data, on_edit=_edited, on_select=_selected, on_page=_paged)


def look_at(known: Checked, sheet: str | None, cell: str | None) -> None:
    """Bring the grid to a cell; for a button's callback."""
    at = known.position(sheet)
    draft = state.draft()
    before = draft.look.first_row if draft.look.sheet == at else 0
    first = view.first_row_for(known.book.sheets[at], cell, before)
    state.put(drafts.looking_at(draft, sheet=at, cell=cell, first_row=first))


def legend(used: Iterable[str], words: Text, theme: str) -> None:
    """Place what each colour means, those that the sheet shows."""
    grounds = view.roles(theme)
    entries = "".join(
        tag(
            "li",
            tag(
                "span",
                "",
                of=f"role-swatch role-{role}",
                style=f"background:{grounds[role]}" if role in grounds else "",
            )
            + escape(words(f"upload.role_{role}")),
        )
        for role in (*grounds, "not_read")
        if role in set(used)
    )
    st.html(tag("ul", entries, of="key roles", aria_label=words("upload.legend")))


def _name(sheet: RawSheet, words: Text) -> str:
    name = sheet.name or words("upload.only_sheet")
    return words("upload.hidden_sheet", name=name) if sheet.is_hidden else name


def _sheet_chosen() -> None:
    at = st.session_state.get(session.UPLOAD_SHEET)
    if isinstance(at, int):
        state.change(drafts.looking_at, sheet=at, cell=None, first_row=0)


def _edited() -> None:
    """Put what was typed in the grid in place of what the cell holds."""
    said = grid.told("edit")
    sheet, cell, value = said.get("sheet"), said.get("cell"), said.get("value")
    if not (sheet is None or isinstance(sheet, str)) or not isinstance(cell, str) or not isinstance(value, str):
        return
    if len(cell) > LONGEST_CELL_NAME:
        return
    typed = state.typed_at(sheet, cell)
    if typed is not None:
        state.answer(Answer(About.CELL, sheet, cell, value, typed))
        state.change(drafts.pointing_at, cell)


def _selected() -> None:
    cell = grid.told("select").get("cell")
    if isinstance(cell, str) and len(cell) <= LONGEST_CELL_NAME:
        state.change(drafts.pointing_at, cell)


def _paged() -> None:
    first = grid.told("page").get("first")
    if isinstance(first, int | float) and 0 <= first < 10_000_000:
        state.change(drafts.paged_to, int(first))
