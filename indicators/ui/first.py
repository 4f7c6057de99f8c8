"""The first screen of a page as plain markup, sent with the HTML itself: it is read while Streamlit still starts.

It shows what the page shows first, by the same functions and from the same caches; pages.js takes it away once the
page stands. Only what anybody may read is ever in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from indicators.ui import cached, downloads, filters, frame, screens
from indicators.ui.elements.markup import tag
from indicators.ui.reader import Reader

# By page: the exhibit in its heading, and the rows that stand on a first screen; the page shows the same.
LEADS: Mapping[str, str] = {"overview": "overview.final_verdict"}
ROWS: Mapping[str, cached.Names] = {
    "overview": (("overview.final_verdict",), ("overview.needs_attention", "overview.groups")),
}


def screen(reader: Reader, name: str) -> str:
    """Return the first screen of a page, nothing where there is none; raises UnknownIndicator and its like."""
    if name not in ROWS or reader.unknown or reader.is_pinned or not reader.definitions:
        return ""
    sheets = cached.markup(reader.folder, ROWS[name], reader.selection, LEADS[name])
    body = tag("main", _filters(reader) + sheets, of="first-body")
    return tag("div", frame.band(reader, name) + body, id_="first")


def _filters(reader: Reader) -> str:
    """Return the filters as they stand, the years as links and the others as what is chosen."""
    words, selection = reader.words, reader.selection
    years = "".join(
        screens.anchor(
            "overview", str(year), reader.query_with(as_of=year), aria_current="true" if year == selection.as_of else ""
        )
        for year in filters.years_of(reader)
    )
    named = _field(words("page.filter_as_of_end"), tag("div", years, of="first-years"))
    for field in ("district", "sector", "group"):
        chosen = escape(filters.chosen(reader, field))
        named += _field(words(f"page.filter_{field}"), tag("div", chosen, of="first-choice"))
    return tag("div", named + downloads.menu(reader, is_of_indicator=False), of="first-filters")


def _field(label: str, inside: str) -> str:
    return tag("div", tag("span", escape(label)) + inside)
