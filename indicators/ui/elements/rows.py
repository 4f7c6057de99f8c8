"""Lists that lead on: the rows of verdicts, each to its indicator, and the tiles of groups, each to its own view."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from indicators import labels
from indicators.exhibits.exhibit import Exhibit
from indicators.selection import Selection
from indicators.ui import screens
from indicators.ui.elements import spread, verdicts
from indicators.ui.elements.markup import Row, rows_of, status_class, tag, word

ROWS_BEFORE_THE_FOLD = 6


def rows(exhibit: Exhibit, selection: Selection) -> str:
    """Return a row an indicator, the first of them at once and all others behind one line that opens."""
    entries = [_row(entry, selection) for entry in rows_of(exhibit.frame)]
    shown = tag("ul", "".join(entries[:ROWS_BEFORE_THE_FOLD]), of="rows")
    rest = entries[ROWS_BEFORE_THE_FOLD:]
    if not rest:
        return shown
    said = labels.text(exhibit.language)("page.all_rows", count=len(entries))
    return shown + tag("details", tag("summary", escape(said)) + tag("ul", "".join(rest), of="rows"), of="rest")


def tiles(exhibit: Exhibit, selection: Selection) -> str:
    """Return a tile a group of indicators, leading to the overview of that group."""
    groups = dict(zip(exhibit.frame["group"].map(word), exhibit.frame["label"].map(word), strict=True))
    return tag("ul", "".join(_tile(exhibit, selection, group, label) for group, label in groups.items()), of="tiles")


def _row(entry: Row, selection: Selection) -> str:
    query = replace(selection, indicator=word(entry["key"])).to_query()
    name = screens.anchor("indicator", word(entry["label"]), query, of="row-name")
    return tag("li", name + verdicts.row(entry), of=f"row {status_class(entry['status'])}")


def _tile(exhibit: Exhibit, selection: Selection, group: str, label: str) -> str:
    part = exhibit.frame[exhibit.frame["group"].map(word) == group]
    name = screens.anchor("overview", label, replace(selection, group=group).to_query(), of="tile-name")
    return tag("li", name + spread.tile(part), of="tile")
