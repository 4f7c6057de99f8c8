"""What a page says to have exhibits drawn: their names, in the order they are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import groupby

import streamlit as st

from indicators.errors import IndicatorsError
from indicators.exhibits.exhibit import Exhibit
from indicators.selection import Selection
from indicators.ui import cached, errors
from indicators.ui.builders import MAP
from indicators.ui.reader import Reader

Draw = Callable[[str, cached.Names, Selection, str, str], None]


def show(reader: Reader, *rows: str | tuple[str, str], lead: str = "") -> None:
    """Draw the exhibits of these names one below the other; two in one place stand side by side.

    Of two, an empty one leaves the other the whole width, and where both are, one of them says why. `lead` stands
    above them without a card, its headline as the heading of the page.
    """
    first = ((lead,),) if lead else ()
    every = (*first, *((row,) if isinstance(row, str) else row for row in rows))
    said: set[str] = set()
    for is_clicked, neighbours in groupby(every, key=lambda row: MAP in row):
        # What is clicked can't be replayed.
        _or_said(reader, tuple(neighbours), cached.draw if is_clicked else cached.drawn, lead=lead, said=said)


def exhibit(reader: Reader, name: str) -> Exhibit:
    """Return an exhibit, for a page that needs its words."""
    return cached.exhibit(reader.folder, name, reader.selection)


def _or_said(reader: Reader, rows: cached.Names, draw: Draw, *, lead: str, said: set[str]) -> None:
    """Draw the rows; where one can't be made, each alone, so that only that one says why, and says it once (`said`)."""
    try:
        draw(reader.folder, rows, reader.selection, reader.theme, lead)
    except IndicatorsError as error:
        if len(rows) == 1:
            if str(error) not in said:
                errors.say(error, reader.words, of="-".join(rows[0]), is_page=rows == ((lead,),))
            said.add(str(error))
            return
        for row in rows:
            _or_said(reader, (row,), draw, lead=lead, said=said)


def with_indicator(reader: Reader) -> Reader:
    """Return the reader with an indicator chosen: where the address names none, the one most in need of attention."""
    if reader.selection.indicator is not None:
        return reader
    waiting = exhibit(reader, "overview.needs_attention").frame
    chosen = str(waiting["key"].iloc[0]) if len(waiting) else next(iter(reader.definitions))
    st.query_params["chi_tieu"] = chosen
    return replace(reader, selection=replace(reader.selection, indicator=chosen))


def with_place(reader: Reader, field: str) -> Reader:
    """Return the reader with a district or sector chosen: where the address names none, the catalogue's first.

    It is not written into the address, where it would narrow every other page too.
    """
    if getattr(reader.selection, field) is not None:
        return reader
    if field == "district":
        selection = replace(reader.selection, district=reader.catalogue.districts[0].code)
    else:
        selection = replace(reader.selection, sector=reader.catalogue.sectors[0].id)
    return replace(reader, selection=selection)
