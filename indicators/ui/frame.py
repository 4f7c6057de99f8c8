"""What stands around every page: the band with the name, the menu and the language, and the foot."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from operator import attrgetter

import streamlit as st

from indicators.catalogue import Catalogue
from indicators.errors import BrokenSettings
from indicators.labels import Text
from indicators.ui import access, errors, screens, sign_in
from indicators.ui.access import addresses
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


def staff_bar(reader: Reader, current: str) -> None:
    """Place under the band, for whoever is signed in, what the office does, their name and the way out."""
    known, stranger = access.staff(), access.refused_address()
    if known is None and not stranger:
        return
    with st.container(key="staff", horizontal=True, vertical_alignment="center", gap="small"):
        if known is None:
            said = reader.words("access.stranger", address=stranger)
        else:
            names = [name for name in screens.OF_THE_OFFICE if name != "approval" or access.settings().approval]
            _office_links(reader, names, current)
            said = reader.words("access.signed_in", name=known.name)
        name = tag("p", escape(said), role="status") if current != "sign_in" or known else ""
        st.html(tag("div", name + sign_in.sign_out_form(reader.words, current), of="staff-name"))


def closed(catalogue: Catalogue, words: Text, current: str) -> None:
    """Place the sign-in prompt and nothing else, where reading is restricted and nobody is signed in."""
    asked = {key: str(value) for key, value in st.query_params.to_dict().items()}
    # After a link to the page one is on, only the server knows the new address.
    st.query_params.from_dict(asked)
    with st.container(key="band", horizontal=True, vertical_alignment="center", gap="medium"):
        st.html(brand(catalogue, words), width="content")
        with st.container(key="language", width="content"):
            screens.link(current, words("page.other_language"), {**asked, "lang": OTHER_LANGUAGE[words.language]})
    with st.container(key="body"):
        try:
            access.settings()
        except BrokenSettings as error:
            errors.say(error, words)
            return
        sign_in.card(words, back="" if current == "sign_in" else current)


def _office_links(reader: Reader, names: Iterable[str], current: str) -> None:
    for name in names:
        if name in screens.BY_NAME:
            with st.container(key=f"office-{'here' if name == current else name}", width="content"):
                screens.link(name, reader.words(f"page.{name}"), reader.query_elsewhere())


def foot(reader: Reader, current: str) -> None:
    """Place the documents of the programme, the version of the figures, and the quiet way in for the office."""
    programme = reader.catalogue.programme
    with st.container(key="foot"):
        st.html(
            tag("p", escape(reader.words.name(programme)), of="foot-name")
            + tag("p", escape(reader.words("page.foot_documents", documents="; ".join(programme.documents))))
            + tag("p", escape(reader.words("page.foot_version", version=reader.selection.version)))
        )
        if access.staff() is None and current != "sign_in":
            with st.container(key="office", horizontal=True, gap="small"):
                _office_links(reader, screens.OF_THE_OFFICE[:3], current)
                back = {addresses.BACK: current}
                screens.link("sign_in", reader.words("page.sign_in"), {**reader.query, **reader.beside, **back})
