"""Exhibits put on a page: what is markup goes in one piece, a chart stands in its card between its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

import streamlit as st

from indicators import figures
from indicators.exhibits.exhibit import Exhibit, Map
from indicators.ui import clicked
from indicators.ui.elements.markup import tag
from indicators.ui.elements.sheet import Sheet

CHART = {"displayModeBar": False, "responsive": True}

# An exhibit as it is placed, with itself where it is drawn as a chart.
Placed = tuple[Sheet, Exhibit]
# One exhibit, or two side by side.
Row = Sequence[Placed]


def draw(rows: Iterable[Row], theme: str) -> None:
    """Draw rows of exhibits one below the other; two of a row stand side by side where the screen is wide.

    The elements are replayed for whoever asks for the same again, so none of them is a widget but the map, which is
    never replayed. Every element costs each reader a message, so all neighbours that are markup become one.
    """
    filled = [_filled(row) for row in rows]
    for is_chart, neighbours in groupby(filled, key=_has_chart):
        if is_chart:
            for row in neighbours:
                _side_by_side([_charted(placed, theme) for placed in row])
        else:
            st.html(_together(neighbours))


def markup(rows: Iterable[Row]) -> str:
    """Return rows of exhibits that are markup as one piece."""
    return _together(_filled(row) for row in rows)


def _filled(row: Row) -> Row:
    """Return a row without what is empty; where all of it is, one of it says why."""
    filled = [placed for placed in row if not placed[0].is_empty]
    return filled or row[:1]


def _together(filled: Iterable[Row]) -> str:
    return tag("div", "".join(map(_row, filled)), of="sheets")


def _has_chart(row: Row) -> bool:
    return any(sheet.has_chart for sheet, _ in row)


def _row(row: Row) -> str:
    wholes = "".join(sheet.whole for sheet, _ in row)
    return wholes if len(row) == 1 else tag("div", wholes, of="halves")


def _side_by_side(drawings: Sequence[Callable[[], None]]) -> None:
    if len(drawings) == 1:
        drawings[0]()
        return
    for column, drawn in zip(st.columns(len(drawings), gap="medium"), drawings, strict=True):
        with column:
            drawn()


def _charted(placed: Placed, theme: str) -> Callable[[], None]:
    sheet, exhibit = placed

    def drawn() -> None:
        if not sheet.has_chart:
            st.html(sheet.whole)
            return
        with st.container(key=f"{'lead' if sheet.is_lead else 'card'}-{sheet.place}"):
            if sheet.above:
                st.html(sheet.above)
            _chart(exhibit, theme)
            st.html(sheet.below)

    return drawn


def _chart(exhibit: Exhibit, theme: str) -> None:
    if isinstance(exhibit.drawing, Map):
        clicked.draw(exhibit, exhibit.drawing, theme, CHART)
        return
    figure = figures.draw(exhibit, theme=theme, legend=False)
    st.plotly_chart(figure, theme=None, config=CHART, alt=exhibit.headline)
