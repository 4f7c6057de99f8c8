"""The quiet menu of what can be taken along or put on a screen: documents of what the page shows, and the stage."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import streamlit as st

from indicators.labels import Text
from indicators.ui.documents import KINDS, Kind, address
from indicators.ui.elements.markup import tag
from indicators.ui.reader import Reader
from indicators.ui.staged import kiosk_address, stage_address

ELSEWHERE = {"target": "_blank"}


def downloads(reader: Reader, *, is_of_indicator: bool) -> None:
    """Place the menu; the documents are about one indicator only where the page is."""
    st.html(menu(reader, is_of_indicator=is_of_indicator), width="content")


def menu(reader: Reader, *, is_of_indicator: bool) -> str:
    """Return the menu as markup."""
    words, selection = reader.words, reader.selection
    if not is_of_indicator:
        # The address remembers the indicator last looked at; a page about them all does not mean it.
        selection = replace(selection, indicator=None)
    ways = [
        *((kind.label, kind.about, address(kind, selection), _waiting(kind, words)) for kind in KINDS.values()),
        ("page.present", "page.present_about", stage_address(selection), ELSEWHERE),
        ("page.kiosk", "page.kiosk_about", kiosk_address(selection), ELSEWHERE),
    ]
    items = ""
    for label, about, href, attributes in ways:
        link = tag("a", escape(words(label)), of="download", href=href, **attributes)
        items += tag("li", link + tag("span", escape(words(about)), of="about"))
    inside = tag("ul", items) + tag("p", escape(words("page.downloads_wait")), of="about")
    opened = tag("summary", escape(words("page.downloads"))) + tag("div", inside, of="downloads")
    return tag("details", opened, of="menu-of-downloads")


def _waiting(kind: Kind, words: Text) -> dict[str, str]:
    """Return what is said while a document is made, and once it has come or failed: underway.js reads it."""
    name = words(kind.label)
    return {
        "target": "_self",
        "data_making": words("page.document_making", name=name),
        "data_made": words("page.document_made", name=name),
        "data_failed": words("page.document_failed", name=name),
        "data_silent": words("page.document_silent"),
        "data_close": words("page.document_close"),
    }
