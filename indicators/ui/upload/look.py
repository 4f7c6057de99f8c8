"""How the upload page looks: its own rules, the uploader's words in the reader's language, notices and buttons."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from indicators.labels import Text
from indicators.palette import palette
from indicators.ui import session
from indicators.ui.elements.markup import tag
from indicators.ui.upload import state
from indicators.ui.upload.draft import Step

RULES = Path(__file__).with_name("style.css")
MOST_MEGABYTES = 200


def place(words: Text, theme: str) -> None:
    """Put the page's rules in place; Streamlit's own words in the uploader are English and are replaced there."""
    said = {
        "upload-drop": words("upload.drop_here"),
        "upload-choose": words("upload.choose_file"),
        "upload-limit": words("upload.limits", megabytes=MOST_MEGABYTES),
        "upload-too-large": words("upload.too_large", megabytes=MOST_MEGABYTES),
    }
    written = "".join(f"--{name}:{json.dumps(text, ensure_ascii=False)};" for name, text in said.items())
    known = palette(theme)
    colours = {
        "error": known.mark("missed").fill,
        "error-ink": known.mark("missed").ink,
        "question": known.mark("slow").fill,
        "good": known.mark("achieved").fill,
    }
    written += "".join(f"--{name}:{colour};" for name, colour in colours.items())
    st.html(f"<style>.st-key-upload{{{written}}}\n{_rules()}</style>")


@cache
def _rules() -> str:
    return RULES.read_text("utf-8")


def notice(sentence: str, *, kind: str = "told") -> None:
    """Place one sentence that must not be missed."""
    with st.container(key=f"notice-upload-{kind}"):
        st.html(tag("p", escape(sentence), role="status"))


def title(words: str, sentence: str = "") -> None:
    """Place the title of a step or of a part of one, with what to do there."""
    below = tag("p", escape(sentence), of="step-sentence") if sentence else ""
    st.html(tag("h2", escape(words), of="step-title") + below)


def part(words: str) -> None:
    """Place the title of a part of a card."""
    st.html(tag("h3", escape(words), of="card-title"))


def ways(
    words: Text,
    step: Step,
    *,
    back: Step | None = None,
    label: str,
    disabled: bool = False,
    on_click: Callable[..., None] | None = None,
    args: tuple[object, ...] = (),
) -> bool:
    """Place the way back and the way on, always at the same place; return whether the way on was just taken.

    The buttons of each step are its own: under one key, the click that leads to a step would be its own click too.
    """
    with st.container(key="ways", horizontal=True, gap="small", vertical_alignment="center"):
        if back is not None:
            st.button(
                words("upload.back"), key=f"{session.UPLOAD_BUTTON}_back_{int(step)}", on_click=state.go, args=(back,),
                icon=":material/arrow_back:",
            )  # fmt: skip
        return st.button(
            label, key=f"{session.UPLOAD_BUTTON}_on_{int(step)}", type="primary", disabled=disabled, on_click=on_click,
            args=args,
        )  # fmt: skip
