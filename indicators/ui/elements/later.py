"""What a page fetches when a reader comes to it: a place holder now, the markup from an address of its own."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

from indicators import labels
from indicators.exhibits.exhibit import Exhibit
from indicators.labels import Text
from indicators.selection import Selection
from indicators.ui.elements.markup import tag

PART_PATH = "exports/part"
DRAWING, FIGURES = "drawing", "figures"
# What is shorter comes with the page; a grid of years with its explanations has ten times this many letters.
LONGEST_AT_ONCE = 20_000
# A row of a table or grid is about this high: the page keeps the room, so that nothing moves when the part comes.
ROW_REM = 2.6
# A table is scrolled within this height (style.css, .scroller); a grid stands whole.
HIGHEST_TABLE_REM = 32


def part(name: str, which: str, selection: Selection, words: Text, *, height_rem: float = 0) -> str:
    """Return the place where a part of an exhibit will stand, with what is read until it has come."""
    query = urlencode({"exhibit": name, "part": which, **selection.to_query()})
    waiting = tag("p", escape(words("page.part_waits")), of="waiting")
    return tag(
        "div", waiting, of="part", data_part=f"{PART_PATH}?{query}", data_failed=words("page.part_failed"),
        style=f"min-height:{height_rem:.1f}rem" if height_rem else "",
    )  # fmt: skip


def unless_short(drawn: str, exhibit: Exhibit, name: str, selection: Selection) -> str:
    """Return a drawing as it is where it is short, and else the place where it will stand."""
    if len(drawn) <= LONGEST_AT_ONCE:
        return drawn
    is_grid = "row" in exhibit.frame
    height_rem = (exhibit.frame["row"].nunique() if is_grid else len(exhibit.frame)) * ROW_REM
    height_rem = height_rem if is_grid else min(height_rem, HIGHEST_TABLE_REM)
    return part(name, DRAWING, selection, labels.text(exhibit.language), height_rem=height_rem)
