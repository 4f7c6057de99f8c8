"""The page of an upload: who may, the five steps, and the step one is at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

import streamlit as st

from indicators.errors import IndicatorsError
from indicators.labels import Text
from indicators.ui import access, errors, screens, session
from indicators.ui.access import addresses
from indicators.ui.elements.markup import tag
from indicators.ui.heading import heading
from indicators.ui.reader import Reader
from indicators.ui.upload import check, choose, consequences, done, look, publish, recognise, state
from indicators.ui.upload.draft import Draft, Step

NAMES: Mapping[Step, str] = {
    Step.CHOOSE: "upload.step_choose",
    Step.RECOGNISE: "upload.step_recognise",
    Step.CHECK: "upload.step_check",
    Step.CONSEQUENCES: "upload.step_consequences",
    Step.PUBLISH: "upload.step_publish",
}
SHOWN: Mapping[Step, Callable[[Reader, Draft], None]] = {
    Step.CHOOSE: choose.show,
    Step.RECOGNISE: recognise.show,
    Step.CHECK: check.show,
    Step.CONSEQUENCES: consequences.show,
    Step.PUBLISH: publish.show,
}


def show(reader: Reader) -> None:
    """Place the step one is at; for whoever is not signed in, one sentence and the way there."""
    heading(reader.words("page.upload"), kicker=reader.words("upload.kicker"))
    if access.staff() is None:
        say_sign_in(reader, "upload")
        return
    look.place(reader.words, reader.theme)
    draft = state.draft()
    with st.container(key="upload", gap="medium"):
        _stepper(draft, reader.words)
        if draft.outcome is not None:
            done.show(reader, draft, draft.outcome)
            return
        if draft.trouble is not None:
            look.notice(errors.sentence(draft.trouble, reader.words), kind="trouble")
        try:
            SHOWN[draft.step](reader, draft)
        except IndicatorsError as error:
            look.notice(errors.sentence(error, reader.words), kind="trouble")


def say_sign_in(reader: Reader, current: str) -> None:
    """Place, for whoever is not signed in, one sentence and the way to the sign-in page and back to this one."""
    with st.container(key="card-sign-in-first"):
        st.html(tag("p", escape(reader.words("upload.sign_in_first")), of="empty"))
        screens.link("sign_in", reader.words("page.sign_in"), {**reader.query, addresses.BACK: current})


def _stepper(draft: Draft, words: Text) -> None:
    """Place the five steps by number and name; every one that was reached leads back to itself."""
    now = words("upload.step_now", number=int(draft.step), name=words(NAMES[draft.step]))
    with st.container(key="steps", horizontal=True, gap="small"):
        st.html(tag("p", escape(now), of="unseen", role="status"), width="content")
        for step, name in NAMES.items():
            is_over = draft.outcome is not None
            kind = "done" if is_over or step < draft.step else "now" if step == draft.step else "next"
            with st.container(key=f"step-{kind}-{int(step)}", width="content"):
                st.button(
                    f"**{int(step)}** {words(name)}",
                    key=f"{session.UPLOAD_BUTTON}_step_{int(step)}",
                    type="tertiary",
                    disabled=is_over or step > draft.furthest,
                    on_click=state.go,
                    args=(step,),
                )
