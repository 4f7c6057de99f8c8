"""What stands around every page: the band with the name, the menu and the language, and the foot."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from html import escape
from operator import attrgetter

import streamlit as st

from indicators.catalogue import Catalogue
from indicators.errors import BrokenSettings
from indicators.labels import Text
from indicators.ui import access, directory, errors, hints, screens, sign_in
from indicators.ui.access import addresses
from indicators.ui.elements.markup import tag
from indicators.ui.reader import Reader

# What Streamlit has in English only. A word that it changes is shown as it is.
KEY_BY_WORDS_OF_STREAMLIT = {
    "Choose an option": "choose_one",
    "No results": "none_in_list",
    "Dismiss": "close",
    "Close": "close",
    "Connection error": "lost_title",
    "Streamlit server is not responding. Are you connected to the internet?": "lost",
}
OTHER_LANGUAGE = {"vi": "en", "en": "vi"}


def band(reader: Reader, current: str) -> str:
    """Return the name of the programme, the menu of pages and the other language; every link keeps what is shown."""
    words = reader.words
    query = reader.query_elsewhere()
    links = "".join(
        _page_link(screen.name, words(f"page.{screen.name}"), query, current)
        for screen in filter(attrgetter("is_in_menu"), screens.SCREENS)
    )
    menu = tag("nav", links, of="menu", aria_label=words("page.menu"))
    address = {**reader.query_with(language=OTHER_LANGUAGE[words.language]), **reader.beside}
    found = directory.field(words, query)
    return _band(reader.catalogue, words, menu + found + _other_language(current, words, address))


def brand(catalogue: Catalogue, words: Text) -> str:
    """Return the band with the name of the programme alone."""
    return _band(catalogue, words, "")


def pinned(reader: Reader) -> None:
    """Say, where an older version is shown, which one and how to see the latest."""
    if reader.is_pinned:
        shown, latest = reader.selection.version, reader.latest
        said = tag("p", escape(reader.words("page.pinned", version=shown, latest=latest)), role="status")
        link = screens.anchor(
            "overview", reader.words("page.see_latest"), reader.query_elsewhere(version=latest), of="page-link"
        )
        with st.container(key="notice-pinned"):
            st.html(tag("div", said + link, of="pinned"))


def staff_bar(reader: Reader, current: str) -> str:
    """Return, for whoever is signed in, what the office does, their name and the way out; for others nothing."""
    known, stranger = access.staff(), access.refused_address()
    if known is None and not stranger:
        return ""
    links = ""
    if known is None:
        said = reader.words("access.stranger", address=stranger)
    else:
        names = [name for name in screens.OF_THE_OFFICE if name != "approval" or access.settings().approval]
        links = tag("nav", _office_links(reader, names, current), of="office", aria_label=reader.words("page.office"))
        said = reader.words("access.signed_in", name=known.name)
    name = tag("p", escape(said), role="status") if current != "sign_in" or known else ""
    out = sign_in.sign_out_form(reader.words, current)
    return tag("div", links + tag("div", name + out, of="staff-name"), of="staff")


def closed(catalogue: Catalogue, words: Text, current: str, style: str) -> None:
    """Place the style, the sign-in prompt and nothing else, where reading is restricted and nobody is signed in."""
    asked = {key: str(value) for key, value in st.query_params.to_dict().items()}
    # After a link to the page one is on, only the server knows the new address.
    st.query_params.from_dict(asked)
    address = {**asked, "lang": OTHER_LANGUAGE[words.language]}
    st.html(style + _band(catalogue, words, _other_language(current, words, address)))
    with st.container(key="body"):
        try:
            access.settings()
        except BrokenSettings as error:
            errors.say(error, words)
            return
        sign_in.card(words, back="" if current == "sign_in" else current)


def foot(reader: Reader, current: str) -> str:
    """Return the documents of the programme, the version of the figures, the guide, the quiet way in for the office."""
    programme, words = reader.catalogue.programme, reader.words
    said = (
        tag("p", escape(words.name(programme)), of="foot-name")
        + tag("p", escape(words("page.foot_documents", documents="; ".join(programme.documents))))
        + tag("p", escape(words("page.foot_version", version=reader.selection.version)))
    )
    said += tag("p", _page_link("help", words("page.help"), reader.query_elsewhere(), current), of="foot-help")
    if access.staff() is None and current != "sign_in":
        back = {**reader.query, **reader.beside, addresses.BACK: current}
        links = _office_links(reader, screens.OF_THE_OFFICE_IN_FOOT, current)
        links += screens.anchor("sign_in", words("page.sign_in"), back)
        said += tag("nav", links, of="office", aria_label=words("page.office"))
    return tag("footer", said, of="foot", data_page=current, data_hints=hints.said(reader, current))


def _band(catalogue: Catalogue, words: Text, after: str) -> str:
    programme = catalogue.programme
    line = words("page.brand_line", first=programme.first_year, last=programme.last_year)
    name = tag("strong", escape(words.name(catalogue.province))) + tag("span", escape(line))
    # The style sheet puts the leaf before them.
    return tag(
        "header", tag("div", tag("div", name, of="brand-name"), of="brand") + after, of="band", lang=words.language,
        data_skip=words("page.skip_to_content"), data_open=words("page.open_list"), data_told=_told(words),
    )  # fmt: skip


def _told(words: Text) -> str:
    """Return what spoken.js says in place of Streamlit's own words."""
    return json.dumps({said: words(f"page.{key}") for said, key in KEY_BY_WORDS_OF_STREAMLIT.items()})


def _other_language(current: str, words: Text, address: Mapping[str, str]) -> str:
    other = OTHER_LANGUAGE[words.language]
    return screens.anchor(current, words("page.other_language"), address, of="language", hreflang=other, lang=other)


def _office_links(reader: Reader, names: Iterable[str], current: str) -> str:
    query = reader.query_elsewhere()
    return "".join(_page_link(name, reader.words(f"page.{name}"), query, current) for name in names)


def _page_link(name: str, label: str, query: Mapping[str, str], current: str) -> str:
    return screens.anchor(name, label, query, aria_current="page" if name == current else "")
