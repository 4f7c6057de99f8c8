"""An exhibit on the page: its words, its drawing, its source, its table and the way to take the figures along."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from html import escape
from urllib.parse import urlencode

import streamlit as st

from indicators import figures, labels
from indicators.exhibits.exhibit import (
    Completeness,
    Distribution,
    Exhibit,
    Heatmap,
    Map,
    Message,
    SmallMultiples,
    Table,
    Tiles,
    Trajectory,
    VerdictCard,
    VerdictList,
)
from indicators.selection import Selection
from indicators.ui import clicked, links, screens
from indicators.ui.elements import completeness, grid, spread, verdicts
from indicators.ui.elements.markup import Row, capital, glued, key, rows_of, tag, without, word
from indicators.ui.elements.table import table, without_empty_columns

EXPORT_PATH = "exports/figures.csv"
WORKBOOK_PATH = "exports/figures.xlsx"
CHART_PATH = "exports/chart"
ROWS_BEFORE_THE_FOLD = 6
TILES_IN_A_ROW = 3
NARROWEST_TILE_PX = 340
STATUS_COLUMNS = ("status", "left_status", "right_status")
# Their sentence is already said above them on the page; it stays their alternative text.
WITHOUT_HEADLINE = (VerdictCard, Trajectory, SmallMultiples)
CHART = {"displayModeBar": False, "responsive": True}


def draw(exhibit: Exhibit, name: str, selection: Selection, theme: str, *, is_lead: bool, said: str = "") -> None:
    """Draw an exhibit; as the lead of a page it has no card and its headline is the page's heading.

    `said` is a name that the heading above already says and that titles therefore leave out. The elements are
    replayed for whoever asks for the same again, so none of them is a widget but the map, which is never replayed.
    """
    place = name.replace(".", "-").replace("_", "-")
    with st.container(key=f"{'lead' if is_lead else 'card'}-{place}"):
        if exhibit.is_empty:
            st.html(
                _words(exhibit, said, is_lead=is_lead, headline=False)
                + tag("p", escape(exhibit.empty_sentence), of="empty")
            )
            return
        words = _words(exhibit, said, is_lead=is_lead, headline=not isinstance(exhibit.drawing, WITHOUT_HEADLINE))
        if words:
            st.html(words)
        _drawing(exhibit, selection, theme, place)
        _below(exhibit, name, selection, place)


def _words(exhibit: Exhibit, said: str, *, is_lead: bool, headline: bool) -> str:
    if is_lead:
        return tag("p", escape(capital(exhibit.title)), of="kicker") + (
            tag("h1", glued(exhibit.headline), of="lead-headline") if headline else ""
        )
    title = capital(without(exhibit.title, said))
    return (tag("h2", escape(title), of="card-title") if title else "") + (
        tag("p", glued(exhibit.headline), of="card-headline") if headline and exhibit.headline else ""
    )


def _drawing(exhibit: Exhibit, selection: Selection, theme: str, place: str) -> None:
    drawing = exhibit.drawing
    if isinstance(drawing, Distribution):
        is_one = exhibit.frame["row"].nunique() == 1
        st.html(
            spread.whole(exhibit)
            if is_one
            else spread.ranking(exhibit, here=selection.district if place.startswith("district") else selection.sector)
        )
    elif isinstance(drawing, Heatmap):
        st.html(grid.grid(exhibit, address=partial(_address, "indicator", selection)))
    elif isinstance(drawing, Completeness):
        st.html(completeness.completeness(exhibit, address=partial(_address, "indicator", selection)))
    elif isinstance(drawing, Message):
        st.html(completeness.message(exhibit))
    elif isinstance(drawing, Tiles):
        _tiles(exhibit, selection, place)
    elif isinstance(drawing, VerdictCard):
        leads = {figure: links.address(link, selection) for figure, link in drawing.links}
        st.html(verdicts.card(exhibit, drawing, leads))
    elif isinstance(drawing, VerdictList):
        _rows(exhibit, selection, place)
    elif isinstance(drawing, Table):
        filled, headers = without_empty_columns(exhibit.frame, drawing.headers)
        leads_by_column = links.addresses(drawing.links, selection)
        words = labels.text(exhibit.language)
        statuses = dict(drawing.statuses)
        st.html(table(filled, headers, words, label=exhibit.headline, leads=leads_by_column, statuses=statuses))
    elif isinstance(drawing, Map):
        clicked.draw(exhibit, theme, CHART)
    else:
        _chart(exhibit, theme)


def _chart(exhibit: Exhibit, theme: str) -> None:
    statuses = [status for column in STATUS_COLUMNS if column in exhibit.frame for status in exhibit.frame[column]]
    if statuses:
        st.html(key(statuses, labels.text(exhibit.language)))
    st.plotly_chart(figures.draw(exhibit, theme=theme, legend=False), theme=None, config=CHART, alt=exhibit.headline)


def _tiles(exhibit: Exhibit, selection: Selection, place: str) -> None:
    groups = dict(zip(exhibit.frame["group"].map(word), exhibit.frame["label"].map(word), strict=True))
    with st.grid(TILES_IN_A_ROW, min_column_width=NARROWEST_TILE_PX, gap="small"):
        for position, (group, label) in enumerate(groups.items()):
            part = exhibit.frame[exhibit.frame["group"].map(word) == group]
            with st.container(key=f"tile-{place}-{position}", gap="xsmall"):
                screens.link("overview", label, replace(selection, group=group).to_query())
                st.html(spread.tile(part))


def _rows(exhibit: Exhibit, selection: Selection, place: str) -> None:
    entries = rows_of(exhibit.frame)
    with st.container(key=f"rows-{place}", gap=None):
        for position, entry in enumerate(entries[:ROWS_BEFORE_THE_FOLD]):
            _row(exhibit, entry, position, selection, place)
    rest = entries[ROWS_BEFORE_THE_FOLD:]
    if rest:
        words = labels.text(exhibit.language)
        with st.expander(words("page.all_rows", count=len(entries))), st.container(key=f"rest-{place}", gap=None):
            for position, entry in enumerate(rest, start=ROWS_BEFORE_THE_FOLD):
                _row(exhibit, entry, position, selection, place)


def _row(exhibit: Exhibit, entry: Row, position: int, selection: Selection, place: str) -> None:
    status, indicator = word(entry["status"]), word(entry["key"])
    with st.container(key=f"row-{status.replace('_', '-')}-{place}-{position}", gap=None):
        screens.link("indicator", word(entry["label"]), replace(selection, indicator=indicator).to_query())
        st.html(verdicts.row(entry))


def _below(exhibit: Exhibit, name: str, selection: Selection, place: str) -> None:
    words = labels.text(exhibit.language)
    mark = words("page.figure_demonstration")
    marked = tag("span", escape(mark), of="demonstration") if exhibit.is_demonstration else ""
    notes = "".join(tag("li", escape(note)) for note in exhibit.notes if note.strip(" .") != mark)
    source = marked + tag("span", escape(exhibit.source_note), of="source")
    address = f"{EXPORT_PATH}?{urlencode({'exhibit': name, **selection.to_query()})}"
    download = tag("a", escape(words("page.download")), of="download", href=address, target="_self")
    download += _carried(exhibit, name, selection)
    with st.container(key=f"below-{place}", horizontal=True, gap="small", vertical_alignment="top"):
        st.html(tag("details", tag("summary", source) + tag("ul", notes, of="notes"), of="below"))
        if exhibit.figures.empty:
            return
        with st.popover(words("page.figures"), type="tertiary", icon=":material/table_rows:"):
            st.html(
                tag("h3", escape(exhibit.title), of="card-title")
                + table(exhibit.figures, (), words, label=exhibit.title)
                + tag("p", download, of="carried")
            )


def _carried(exhibit: Exhibit, name: str, selection: Selection) -> str:
    """Return the other ways to take an exhibit along: as a workbook, as a picture, as a link to these very figures."""
    words = labels.text(exhibit.language)
    query = urlencode({"exhibit": name, **selection.to_query()})
    ways = [(words("page.download_workbook"), f"{WORKBOOK_PATH}?{query}", "_self")]
    if isinstance(exhibit.drawing, figures.DRAWN) and not isinstance(exhibit.drawing, Distribution | Heatmap):
        ways.append((words("page.save_chart"), f"{CHART_PATH}?{query}", "_blank"))
    ways.append((words("page.link_to_this"), f"?{urlencode(selection.to_query())}", "_blank"))
    return "".join(
        tag("a", escape(said), of="download", href=address, target=target, rel="noopener")
        for said, address, target in ways
    )


def _address(screen: str, selection: Selection, indicator: str) -> str:
    query = urlencode(replace(selection, indicator=indicator).to_query())
    return f"{screens.BY_NAME[screen].url_path}?{query}"
