"""The heading of a page, and what stands where a page waits for a choice."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import streamlit as st

from indicators.catalogue.definition import Definition
from indicators.labels import Named
from indicators.ui import screens
from indicators.ui.elements.markup import capital, tag
from indicators.ui.reader import Reader


def heading(title: str, *, kicker: str = "", sentence: str = "", trail: str = "") -> None:
    """Place the page's heading under a short line that says where one is, and the trail of pages it lies below."""
    above = trail + (tag("p", escape(kicker), of="kicker") if kicker else "")
    above = tag("div", above, of="where") if trail else above
    below = tag("p", escape(sentence), of="lead-sentence") if sentence else ""
    with st.container(key="heading"):
        st.html(above + tag("h1", escape(title), of="lead-headline") + below)


def trail(reader: Reader, *above: tuple[str, str, Mapping[str, str]]) -> str:
    """Return the pages that this one lies below, from the top down, each as its screen, its name and its address."""
    steps = "".join(tag("li", screens.anchor(screen, name, query)) for screen, name, query in above)
    return tag("nav", tag("ol", steps), of="trail", aria_label=reader.words("page.trail")) if steps else ""


def indicator_step(reader: Reader, definition: Definition) -> tuple[str, str, Mapping[str, str]]:
    """Return the page of an indicator as a step of a trail."""
    return "indicator", reader.words.name(definition), reader.query_elsewhere(indicator=definition.id)


def place_heading(reader: Reader, field: str) -> None:
    """Place the name of the chosen district, as it was officially called that year, or of the chosen sector.

    Where both are chosen it is the sector in the district, which lies below the page of either.
    """
    words, selection = reader.words, reader.selection
    kicker = words("page.kicker", page=words(f"page.{field}"), year=selection.as_of)
    name = _place_name(reader, field)
    whole = words("page.whole_province" if field == "district" else "page.all_sectors")
    steps = [("overview", whole, reader.query_with(district=None, sector=None))]
    if selection.district and selection.sector:
        other = "sector" if field == "district" else "district"
        steps.append((field, name, reader.query_with(**{other: None})))
        sector = words("exhibit.place_sector", sector=_place_name(reader, "sector"))
        name = capital(words("exhibit.place_cell", sector=sector, district=_place_name(reader, "district")))
    heading(name, kicker=kicker, trail=trail(reader, *steps))


def _place_name(reader: Reader, field: str) -> str:
    if field == "sector":
        return reader.words.name(reader.catalogue.sector(reader.selection.sector or ""))
    district = reader.catalogue.district(reader.selection.district or "")
    named: Named = district.rank_in(reader.selection.as_of)
    return reader.words.name(named)


def indicator_heading(reader: Reader, definition: Definition) -> None:
    """Place the indicator's name as the heading, below its group."""
    words = reader.words
    group = reader.catalogue.group(definition.group) or reader.catalogue.find_group(definition.group)
    steps = [("overview", words.name(group), reader.query_with(indicator=None, group=group.id))] if group else []
    # A group that the catalogue does not know has no view of its own.
    page = words("page.indicator") if group or not definition.group else definition.group
    kicker = words("page.kicker", page=page, year=reader.selection.as_of)
    heading(words.name(definition), kicker=kicker, trail=trail(reader, *steps))


def empty(reader: Reader, sentence: str, *, guide: str = "help") -> None:
    """Say what to do where there is nothing to show, and where it is explained at length."""
    way = screens.anchor(guide, reader.words("page.see_help"), reader.query_elsewhere(), of="page-link")
    with st.container(key="card-empty"):
        st.html(tag("p", escape(sentence), of="empty") + way)
