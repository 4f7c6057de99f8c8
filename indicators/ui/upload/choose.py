"""Step 1: the file, who sent it, and the template for whoever has none yet."""

from __future__ import annotations

import hashlib
from html import escape
from urllib.parse import urlencode

import streamlit as st

from indicators import catalogue, intake
from indicators.errors import IndicatorsError
from indicators.ui import cached, session
from indicators.ui.elements.markup import tag
from indicators.ui.reader import Reader
from indicators.ui.upload import draft as drafts
from indicators.ui.upload import look, state
from indicators.ui.upload.draft import Draft, Step
from indicators.ui.upload.sender import guessed_sender, offices
from indicators.ui.upload.template import TEMPLATE_PATH

EVERYWHERE = ""


def show(reader: Reader, draft: Draft) -> None:
    """Place the uploader, what is known of the file in hand, and the way to the template."""
    words = reader.words
    with st.container(key="card-choose"):
        look.title(words("upload.choose_title"), words("upload.choose_sentence"))
        _take(reader, draft)
    draft = state.draft()
    if draft.has_file:
        with st.container(key="card-in-hand"):
            _in_hand(reader, draft)
    with st.container(key="card-template"):
        _template(reader)


def _take(reader: Reader, draft: Draft) -> None:
    # Empty again after each file: what is in hand stands below, and one place says so.
    uploaded = st.file_uploader(
        reader.words("upload.file_label"), key=f"{session.UPLOAD_FILE}_{draft.uploads}", label_visibility="collapsed",
        max_upload_size=look.MOST_MEGABYTES,
    )  # fmt: skip
    if uploaded is None:
        return
    content = uploaded.getvalue()
    try:
        with st.spinner(reader.words("upload.doing_read"), show_time=True):
            name = intake.plain_name(uploaded.name)
            book = cached.handed_in(name, hashlib.sha256(content).hexdigest(), content)
    except IndicatorsError as error:
        state.change(drafts.with_unreadable, error)
    else:
        guessed = guessed_sender(book, catalogue.load())
        state.change(drafts.with_file, file=book.file, content=content, guessed=guessed)
    st.rerun()


def _in_hand(reader: Reader, draft: Draft) -> None:
    words = reader.words
    with st.spinner(words("upload.doing_read"), show_time=True):
        book = cached.handed_in(draft.file, draft.sha256, draft.content)
    size = words.number(len(draft.content) / 1024, 0 if len(draft.content) > 10 * 1024 else 1)
    about = words("upload.in_hand_facts", size=size, sheets=len(book.sheets))
    st.html(
        tag("p", escape(words("upload.in_hand")), of="card-title")
        + tag("p", escape(draft.file), of="card-headline")
        + tag("p", escape(about), of="step-sentence")
    )
    _sender(reader, draft)
    look.ways(words, Step.CHOOSE, label=words("upload.to_recognise"), on_click=_go_on, args=(reader.folder, draft.file))


def _sender(reader: Reader, draft: Draft) -> None:
    words = reader.words
    known = offices(reader.catalogue)
    options = [*known, *([draft.sender] if draft.sender and draft.sender not in known else [])]
    st.session_state[session.UPLOAD_SENDER] = draft.sender or None
    st.selectbox(
        words("upload.sender"), options, index=None, key=session.UPLOAD_SENDER, accept_new_options=True,
        placeholder=words("upload.sender_placeholder"), on_change=_sender_chosen,
    )  # fmt: skip
    if draft.guessed and draft.sender == draft.guessed:
        st.html(tag("p", escape(words("upload.sender_guessed", sender=draft.guessed)), of="hint"))
    else:
        st.html(tag("p", escape(words("upload.sender_hint")), of="hint"))


def _sender_chosen() -> None:
    state.change(drafts.with_sender, str(st.session_state.get(session.UPLOAD_SENDER) or ""))


def _go_on(folder: str, file: str) -> None:
    """Go to what is recognised; what was answered to this sender's former file of the same shape is said again."""
    draft = state.draft()
    if draft.file == file and draft.sender and not draft.answers:
        book = cached.handed_in(draft.file, draft.sha256, draft.content)
        memory = intake.remembered(cached.store(folder).history(), book, sender=draft.sender)
        if memory is not None:
            state.recall(memory.answers, memory.commit.version)
    state.go(Step.RECOGNISE)


def _template(reader: Reader) -> None:
    words = reader.words
    look.title(words("upload.template_title"), words("upload.template_sentence"))
    names = {EVERYWHERE: words("page.whole_province")}
    names |= {one.code: words.name(one) for one in reader.catalogue.districts}
    with st.container(key="template-controls", horizontal=True, gap="medium", vertical_alignment="bottom"):
        district = st.selectbox(
            words("upload.template_for"), list(names), format_func=lambda code: names[code],
            key=session.UPLOAD_TEMPLATE, width=260,
        )  # fmt: skip
        is_filled = st.checkbox(words("upload.template_known"), key=session.UPLOAD_TEMPLATE_KNOWN)
        query = {
            "lang": words.language,
            **({"huyen": district} if district else {}),
            **({"biet": "1"} if is_filled else {}),
        }
        address = f"{TEMPLATE_PATH}?{urlencode(query)}"
        st.html(
            tag("a", escape(words("upload.template_download")), of="button", href=address, target="_self"),
            width="content",
        )
