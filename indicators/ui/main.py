"""What Streamlit runs for every reader at every change: the frame around the page, and the page."""

from __future__ import annotations

import streamlit as st

from indicators import catalogue, labels
from indicators.catalogue import Catalogue
from indicators.errors import IndicatorsError
from indicators.labels import Text
from indicators.ui import access, errors, frame, live, printed, style
from indicators.ui.browser import asked_language, theme
from indicators.ui.reader import settle
from indicators.ui.screens import SCREENS, Screen
from indicators.ui.turns import turn


def main() -> None:
    """Find the screen that is asked for and draw it when it is its turn."""
    words = labels.text(asked_language())
    known = catalogue.load()
    pages = {screen.url_path: screen for screen in SCREENS}
    page = st.navigation([screen.page(words) for screen in SCREENS], position="hidden")
    screen = pages[page.url_path]
    st.set_page_config(
        page_title=words("page.browser_title", page=words(f"page.{screen.name}"), province=words.name(known.province)),
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    with turn(screen.name):
        draw(page, screen, known, words)


def draw(page: st.Page, screen: Screen, known: Catalogue, words: Text) -> None:
    """Draw a screen from its band to its foot, or say why it can't be."""
    own = style.own(theme(), words)
    if not access.may_read():
        frame.closed(known, words, screen.name, own)
        return
    try:
        reader = settle()
    except IndicatorsError as error:
        st.html(own + frame.brand(known, words))
        with st.container(key="body"):
            errors.say(error, words, is_page=True)
        live.place_without_store()
        return
    paper = printed.head(reader, screen.name)
    st.html(own + frame.band(reader, screen.name) + frame.staff_bar(reader, screen.name) + paper)
    live.place(reader)
    with st.container(key="body", gap="medium"):
        errors.say_unknown(reader)
        frame.pinned(reader)
        if reader.definitions or not screen.needs_figures:
            page.run()
        else:
            errors.say_empty(reader)
    st.html(frame.foot(reader, screen.name))


main()
