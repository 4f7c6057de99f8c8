"""A named error as the sentence a reader understands, and what to run where there is nothing to read yet."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from indicators import labels
from indicators.errors import IndicatorsError, StoreMissing, VersionNotKept
from indicators.labels import Text
from indicators.ui import screens
from indicators.ui.browser import asked_language
from indicators.ui.elements.markup import tag

if TYPE_CHECKING:
    # Only for the types: this module is loaded before Streamlit runs, and a cache made so early is not the real one.
    from indicators.ui.reader import Reader


def sentence(error: IndicatorsError, words: Text) -> str:
    """Return the error in the reader's words."""
    return words(f"error.{error.key}", **error.figures)


def say(error: IndicatorsError, words: Text, *, of: str = "", is_page: bool = False) -> None:
    """Show an error as one quiet card, the heading of the page where there is nothing else on it.

    A missing store says which command makes one, a version not kept leads to the history. A page may have more than
    one: `of` tells them apart.
    """
    advice = ""
    if isinstance(error, StoreMissing):
        advice = tag("pre", "python -m indicators init --demo")
    elif isinstance(error, VersionNotKept):
        # The address names a version that can't be shown: the history without it lists what there is.
        advice = screens.anchor("history", words("page.history"), {"lang": words.language}, of="download")
    title = tag("h1" if is_page else "h2", escape(words("page.cannot_show")), of="card-title")
    with st.container(key=f"card-error-{of.replace('.', '-')}" if of else "card-error"):
        st.html(title + tag("p", escape(sentence(error, words)), of="empty") + advice)


def say_unknown(reader: Reader) -> None:
    """Say which codes of the address mean nothing here and so were passed over."""
    if reader.unknown:
        written = ", ".join(f"{unknown.key}={unknown.value}" for unknown in reader.unknown)
        with st.container(key="notice-unknown"):
            st.html(tag("p", escape(reader.words("page.unknown_in_address", codes=written)), role="status"))


def say_empty(reader: Reader) -> None:
    """Say that the store holds no indicator yet and how one comes in."""
    title = tag("h1", escape(reader.words("page.empty_store_title")), of="card-title")
    advice = tag("pre", "python -m indicators publish FILE.xlsx --by … --reason …")
    advice += screens.anchor("help_office", reader.words("page.help_office"), reader.query_elsewhere(), of="page-link")
    with st.container(key="card-error"):
        st.html(title + tag("p", escape(reader.words("page.empty_store")), of="empty") + advice)


def say_unexpected(error: Exception) -> bool:
    """Show a fault of ours without its insides, which Streamlit logs, and a named error in its own words.

    For Streamlit's `on_script_error`: what an action raises comes here, too.
    """
    words = labels.text(asked_language())
    said = sentence(error, words) if isinstance(error, IndicatorsError) else words("page.unexpected")
    st.html(tag("p", escape(said), of="empty", role="alert"))
    return True
