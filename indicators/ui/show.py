"""What a page says to have exhibits drawn: their names, in the order they are read."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from indicators.errors import IndicatorsError
from indicators.exhibits.exhibit import Exhibit
from indicators.ui import cached, drawing, errors
from indicators.ui.builders import MAP
from indicators.ui.reader import Reader


def show(reader: Reader, *names: str) -> None:
    """Draw the exhibits of these names one below the other, each in its own card; why some can't be is said once."""
    said: set[str] = set()
    for name in names:
        try:
            _draw(reader, name, is_lead=False)
        except IndicatorsError as error:
            if str(error) not in said:
                errors.say(error, reader.words, of=name)
            said.add(str(error))


def pair(reader: Reader, left: str, right: str) -> None:
    """Draw two exhibits side by side; where one is empty the other takes the whole width, and one of two says why."""
    names = (left, right)
    filled = [name for name in names if not is_empty(reader, name)]
    if len(filled) < len(names):
        show(reader, *(filled or names)[:1])
        return
    for column, name in zip(halves(), names, strict=True):
        with column:
            show(reader, name)


def is_empty(reader: Reader, name: str) -> bool:
    """Return whether an exhibit has nothing to draw; one that can't be made has not either."""
    try:
        return cached.is_empty(reader.folder, name, reader.selection)
    except IndicatorsError:
        return True


def lead(reader: Reader, name: str) -> None:
    """Draw one exhibit without a card, its headline as the heading of the page."""
    try:
        _draw(reader, name, is_lead=True)
    except IndicatorsError as error:
        errors.say(error, reader.words, of=name)


def exhibit(reader: Reader, name: str) -> Exhibit:
    """Return an exhibit, for a page that needs its words."""
    return cached.exhibit(reader.folder, name, reader.selection)


def _draw(reader: Reader, name: str, *, is_lead: bool) -> None:
    if name == MAP:
        # It is clicked, and what is replayed can't be.
        said = cached.said_above(reader.folder, name, reader.selection)
        drawing.draw(exhibit(reader, name), name, reader.selection, reader.theme, is_lead=is_lead, said=said)
        return
    cached.drawn(reader.folder, name, reader.selection, reader.theme, is_lead)


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


def halves() -> tuple[st.delta_generator.DeltaGenerator, st.delta_generator.DeltaGenerator]:
    """Return two columns of equal width, one below the other on a phone."""
    left, right = st.columns(2, gap="medium")
    return left, right
