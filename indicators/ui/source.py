"""The page of a source, drawn: the cell a figure was read from, or a sentence where the address names none."""

from __future__ import annotations

from html import escape

import streamlit as st

from indicators.errors import IndicatorsError
from indicators.ui import cached, errors
from indicators.ui.elements.excerpt import excerpt, facts
from indicators.ui.elements.markup import tag
from indicators.ui.heading import empty, heading, indicator_step, trail
from indicators.ui.reader import Reader
from indicators.ui.received import Place, Received, place_in


def cell(reader: Reader) -> Place | None:
    """Return the cell of a file that the address names, None where it names none."""
    return place_in(reader.beside)


def parts_heading(reader: Reader) -> None:
    """Place the heading over what a total was built from, below the indicator it is of."""
    heading(reader.words("page.source"), sentence=reader.words("page.source_parts"), trail=_trail(reader))


def show_cell(reader: Reader, place: Place) -> None:
    """Place who published the file and why, and the cell in its surroundings."""
    version = reader.selection.version or reader.latest
    try:
        found = cached.received(reader.folder, version, place)
    except IndicatorsError as error:
        heading(reader.words("page.source"))
        errors.say(error, reader.words)
        return
    if found.commit is None:
        heading(reader.words("page.source"))
        empty(reader, reader.words("page.source_no_upload", upload=place.upload))
        return
    heading(_title(reader, found, place), kicker=reader.words("page.source"), trail=_trail(reader))
    with st.container(key="card-source"):
        st.html(facts(found.commit, found.sheet, place.cell if found.excerpt else None, reader.words))
        if found.excerpt is None:
            st.html(tag("p", escape(_missing(reader, found, place)), of="empty"))
        else:
            said = [reader.words("page.source_raw", text=found.excerpt.text)]
            if found.mended is not None:
                said.append(reader.words("page.source_mended", text=found.mended))
            told = "".join(tag("p", escape(sentence), of="card-headline") for sentence in said)
            st.html(told + excerpt(found.excerpt, reader.words))


def _trail(reader: Reader) -> str:
    definition = reader.definitions.get(reader.selection.indicator or "")
    return "" if definition is None else trail(reader, indicator_step(reader, definition))


def _title(reader: Reader, found: Received, place: Place) -> str:
    if found.commit is None or found.commit.file is None:
        return reader.words("page.source_version_title", version=place.upload)
    if found.excerpt is None or place.cell is None:
        return found.commit.file
    return reader.words("page.source_title", cell=place.cell, file=found.commit.file)


def _missing(reader: Reader, found: Received, place: Place) -> str:
    if found.missing == "file":
        return reader.words("page.source_no_file", version=place.upload)
    if found.missing == "sheet":
        return reader.words("page.source_no_sheet", sheet=place.sheet or "")
    return reader.words("page.source_no_cell", cell=place.cell or "…")
