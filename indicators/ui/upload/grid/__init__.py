"""A sheet as a table that is looked at and mended: a component of our own, its markup and rules beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from indicators.ui import session

NAME = "indicators_sheet"
HERE = Path(__file__).parent


def place(
    data: dict[str, object],
    *,
    on_edit: Callable[[], None],
    on_select: Callable[[], None],
    on_page: Callable[[], None],
) -> None:
    """Place the grid; `data` is made by `view.data_of`."""
    # Registered at every run, which costs nothing: a registration belongs to one server, and tests have many.
    mount = st.components.v2.component(NAME, html=_read("grid.html"), css=_read("grid.css"), js=_read("grid.js"))
    mount(
        key=session.UPLOAD_GRID,
        data=data,
        on_edit_change=on_edit,
        on_select_change=on_select,
        on_page_change=on_page,
    )


def told(trigger: str) -> dict[str, Any]:
    """Return what the grid said under a trigger, empty where it said nothing of the kind."""
    held: Any = st.session_state.get(session.UPLOAD_GRID)
    found = None if held is None else held.get(trigger)
    return dict(found) if isinstance(found, dict) else {}


@cache
def _read(file: str) -> str:
    return (HERE / file).read_text("utf-8")
