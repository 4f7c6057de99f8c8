"""The way back to a former version: a reason, one press, and the new version shown."""

from __future__ import annotations

from html import escape

import streamlit as st

from indicators.errors import IndicatorsError
from indicators.ui import access, actions, cached, errors, screens, session
from indicators.ui.elements.markup import tag
from indicators.ui.reader import Reader


def form(reader: Reader, version: int) -> None:
    """Place the form where somebody is signed in and the version is not the latest one anyway."""
    staff, words = access.staff(), reader.words
    if staff is None or version == reader.latest:
        return
    with st.container(key="card-restore"):
        title = tag("h2", escape(words("page.restore_title", version=version)), of="card-title")
        st.html(title + tag("p", escape(words("page.restore_sentence", version=version)), of="empty"))
        preview = reader.query_elsewhere(compared_from=reader.latest, compared_to=version)
        screens.link("history", words("page.restore_preview"), preview)
        with st.form("restore", border=False):
            reason = st.text_input(
                words("page.restore_reason"), key=session.RESTORE_REASON, max_chars=actions.LONGEST_REASON
            )
            is_pressed = st.form_submit_button(words("page.restore_button", version=version), type="primary")
        if is_pressed:
            _restore(reader, version, by=staff.name, reason=reason or "")


def say_restored(reader: Reader) -> None:
    """Say once how a restoration ended."""
    ended = st.session_state.pop(session.RESTORED, None)
    if ended is not None:
        former, version = ended
        key = "page.restored_nothing" if version is None else "page.restored"
        with st.container(key="notice-restored"):
            st.html(tag("p", escape(reader.words(key, former=former, version=version)), role="status"))


def _restore(reader: Reader, version: int, *, by: str, reason: str) -> None:
    if not reason.strip():
        st.html(tag("p", escape(reader.words("page.restore_needs_reason")), of="empty", role="alert"))
        return
    store = cached.store(reader.folder)
    before = store.version
    try:
        made = actions.restore(store, version, by=by, reason=reason)
    except IndicatorsError as error:
        errors.say(error, reader.words)
        return
    st.session_state[session.RESTORED] = (version, None if made == before else made)
    st.query_params.from_dict(reader.query_elsewhere(version=made, compared_to=made))
    st.rerun()
