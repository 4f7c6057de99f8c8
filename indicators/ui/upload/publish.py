"""Step 5: why, on which document, in whose name; then one commit."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from html import escape

import streamlit as st

from indicators.clock import today
from indicators.errors import IndicatorsError, StoreBusy, StoreMoved
from indicators.intake import ConsequencesChanged
from indicators.ui import access, session
from indicators.ui.elements.markup import tag
from indicators.ui.reader import Reader
from indicators.ui.upload import actions, desk, look, state
from indicators.ui.upload import draft as drafts
from indicators.ui.upload.draft import Draft, Step

LONGEST_REASON, LONGEST_DOCUMENT = 500, 160
FIRST_DAY = dt.date(2000, 1, 1)


def show(reader: Reader, draft: Draft) -> None:
    """Place what must be said with a publication, and the button."""
    words = reader.words
    if draft.seen is None:
        # Something was said or published since: the consequences are to be seen first.
        state.go(Step.CONSEQUENCES)
        st.rerun()
    staff = access.require_staff()
    needs_approval = access.settings().approval
    foreseen = desk.foreseen(reader, draft)
    changes = foreseen.rehearsal.changes
    with st.container(key="card-publish"):
        look.title(words("upload.publish_title"), words("upload.publish_sentence"))
        summary = words(
            "upload.summary", file=draft.file, new=words.number(changes.new), changed=words.number(changes.changed),
            removed=words.number(changes.removed), flips=words.number(len(foreseen.rehearsal.flips)),
        )  # fmt: skip
        st.html(tag("p", escape(summary), of="summary"))
        _reasons(reader, draft)
        st.html(tag("p", escape(words("upload.by", name=staff.name)), of="by"))
        if needs_approval:
            st.html(tag("p", escape(words("upload.approval_sentence")), of="hint"))
    label = words("upload.propose" if needs_approval else "upload.publish")
    if look.ways(words, Step.PUBLISH, back=Step.CONSEQUENCES, label=label):
        _publish(reader, state.draft())


def _reasons(reader: Reader, draft: Draft) -> None:
    words = reader.words
    st.session_state[session.UPLOAD_REASON] = draft.reason
    st.session_state[session.UPLOAD_DOCUMENT] = draft.document
    st.session_state[session.UPLOAD_DOCUMENT_DATE] = draft.document_date
    st.text_area(
        words("upload.reason"), key=session.UPLOAD_REASON, placeholder=words("upload.reason_placeholder"),
        max_chars=LONGEST_REASON, on_change=_written, height=96,
    )  # fmt: skip
    number, date = st.columns([3, 2], gap="small")
    number.text_input(
        words("upload.document"), key=session.UPLOAD_DOCUMENT, placeholder=words("upload.document_placeholder"),
        max_chars=LONGEST_DOCUMENT, on_change=_written,
    )  # fmt: skip
    date.date_input(
        words("upload.document_date"), value=None, key=session.UPLOAD_DOCUMENT_DATE, format="DD/MM/YYYY",
        min_value=FIRST_DAY, max_value=today(), on_change=_written,
    )  # fmt: skip


def _written() -> None:
    """Remember what was written, so that going back loses nothing."""
    date = st.session_state.get(session.UPLOAD_DOCUMENT_DATE)
    changed = replace(
        state.draft(),
        reason=str(st.session_state.get(session.UPLOAD_REASON) or ""),
        document=str(st.session_state.get(session.UPLOAD_DOCUMENT) or ""),
        document_date=date if isinstance(date, dt.date) else None,
        trouble=None,
    )
    state.put(changed)


def _publish(reader: Reader, draft: Draft) -> None:
    words = reader.words
    try:
        with st.spinner(words("upload.doing_publish"), show_time=True):
            outcome = actions.publish_action(
                reader.folder, draft, desk.checked(reader, draft), desk.foreseen(reader, draft)
            )
    except (ConsequencesChanged, StoreBusy, StoreMoved) as error:
        state.change(drafts.with_conflict, error)
    except IndicatorsError as error:
        state.change(drafts.with_trouble, error)
    else:
        state.change(drafts.with_outcome, outcome)
    st.rerun()
