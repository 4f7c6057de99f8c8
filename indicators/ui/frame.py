"""What stands around every page: the band with the name, the menu and the language, and the foot."""

from __future__ import annotations

from html import escape
from operator import attrgetter

import streamlit as st

from indicators.catalogue import Catalogue
from indicators.labels import Text
from indicators.ui import screens
from indicators.ui.elements.markup import tag
from indicators.ui.reader import Reader

OTHER_LANGUAGE = {"vi": "en", "en": "vi"}


def band(reader: Reader, current: str) -> None:
    """Place the name of the programme, the menu of pages and the other language; every link keeps what is shown."""
    with st.container(key="band", horizontal=True, vertical_alignment="center", gap="medium"):
        st.html(brand(reader.catalogue, reader.words), width="content")
        with st.container(key="menu", horizontal=True, gap="small", width="content"):
            for screen in filter(attrgetter("is_in_menu"), screens.SCREENS):
                with st.container(key=f"menu-{'here' if screen.name == current else screen.name}", width="content"):
                    screens.link(screen.name, reader.words(f"page.{screen.name}"), reader.query_elsewhere())
        with st.container(key="language", width="content"):
            other = OTHER_LANGUAGE[reader.selection.language]
            address = {**reader.query_with(language=other), **reader.beside}
            screens.link(current, reader.words("page.other_language"), address)


def brand(catalogue: Catalogue, words: Text) -> str:
    """Return the province, what is tracked and since when; the style sheet puts the leaf before them."""
    programme = catalogue.programme
    line = words("page.brand_line", first=programme.first_year, last=programme.last_year)
    name = tag("strong", escape(words.name(catalogue.province))) + tag("span", escape(line))
    return tag("div", tag("div", name, of="brand-name"), of="brand")


def pinned(reader: Reader) -> None:
    """Say, where an older version is shown, which one and how to see the latest."""
    if reader.is_pinned:
        with st.container(key="notice-pinned", horizontal=True, gap="small", vertical_alignment="center"):
            shown, latest = reader.selection.version, reader.latest
            st.html(tag("p", escape(reader.words("page.pinned", version=shown, latest=latest)), role="status"))
            screens.link("overview", reader.words("page.see_latest"), reader.query_elsewhere(version=latest))


def foot(reader: Reader) -> None:
    """Place the documents of the programme, the version of the figures and the way to all versions."""
    programme = reader.catalogue.programme
    with st.container(key="foot"):
        st.html(
            tag("p", escape(reader.words.name(programme)), of="foot-name")
            + tag("p", escape(reader.words("page.foot_documents", documents="; ".join(programme.documents))))
            + tag("p", escape(reader.words("page.foot_version", version=reader.selection.version)))
        )
        with st.container(key="link-history"):
            screens.link("history", reader.words("page.history"), reader.query_elsewhere())
