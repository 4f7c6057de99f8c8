"""The map as readers click it: a district narrows the page, the same one again widens it to the whole province."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from indicators import figures
from indicators.exhibits.exhibit import Exhibit, Map
from indicators.selection import KEY_BY_FIELD
from indicators.ui import session


def draw(exhibit: Exhibit, drawing: Map, theme: str, config: Mapping[str, Any]) -> None:
    """Draw the map of an exhibit and follow what is clicked on it."""
    key = f"{session.MAP}_{drawing.chosen or ''}"
    st.plotly_chart(
        figures.draw(exhibit, theme=theme, legend=False), theme=None, config=dict(config), alt=exhibit.headline,
        key=key, on_select=partial(_follow, key, drawing.chosen), selection_mode="points",
    )  # fmt: skip


def _follow(key: str, chosen: str | None) -> None:
    """Write the clicked district into the address, or take it out where it stood there."""
    points = st.session_state[key].selection.points
    if not points:
        return
    code = points[0]["customdata"]
    code = str(code[0] if isinstance(code, list) else code)
    if code == chosen:
        st.query_params.pop(KEY_BY_FIELD["district"], None)
    else:
        st.query_params[KEY_BY_FIELD["district"]] = code
