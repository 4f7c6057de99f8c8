"""The heading of a page, and what stands where a page waits for a choice."""

from __future__ import annotations

from html import escape

import streamlit as st

from indicators.catalogue.definition import Definition
from indicators.labels import Named
from indicators.ui.elements.markup import tag
from indicators.ui.reader import Reader


def heading(title: str, *, kicker: str = "", sentence: str = "") -> None:
    """Place the page's heading under a short line that says where one is."""
    above = tag("p", escape(kicker), of="kicker") if kicker else ""
    below = tag("p", escape(sentence), of="lead-sentence") if sentence else ""
    with st.container(key="heading"):
        st.html(above + tag("h1", escape(title), of="lead-headline") + below)


def place_heading(reader: Reader, field: str) -> None:
    """Place the name of the chosen district, as it was officially called that year, or of the chosen sector."""
    kicker = reader.words("page.kicker", page=reader.words(f"page.{field}"), year=reader.selection.as_of)
    if field == "district":
        district = reader.catalogue.district(reader.selection.district or "")
        named: Named = district.rank_in(reader.selection.as_of)
    else:
        named = reader.catalogue.sector(reader.selection.sector or "")
    heading(reader.words.name(named), kicker=kicker)


def indicator_heading(reader: Reader, definition: Definition) -> None:
    """Place the indicator's name as the heading, with its group before it and its unit after."""
    group = reader.catalogue.group(definition.group) or reader.catalogue.find_group(definition.group)
    named = reader.words.name(group) if group else definition.group or reader.words("page.indicator")
    kicker = reader.words("page.kicker", page=named, year=reader.selection.as_of)
    heading(reader.words.name(definition), kicker=kicker)


def empty(sentence: str) -> None:
    """Say what to do where there is nothing to show."""
    with st.container(key="card-empty"):
        st.html(tag("p", escape(sentence), of="empty"))
