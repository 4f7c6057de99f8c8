"""What a page says on paper beside what it shows: whose figures, which selection and version, on every sheet."""

from __future__ import annotations

import json
from html import escape

from indicators.ui import cached, filters
from indicators.ui.elements.markup import tag
from indicators.ui.reader import Reader

# The parts of a selection that narrow what a page shows.
NARROWING = ("district", "sector", "group")


def head(reader: Reader, current: str) -> str:
    """Return the head of the first sheet, and the lines at the edge of every sheet; a screen shows neither."""
    words = reader.words
    lines = tag("p", escape(selected(reader))) + tag("p", escape(version(reader)))
    mark = tag("p", escape(words("page.figure_demonstration")), of="printed-mark")
    return tag("style", _edges(reader, current)) + tag("div", lines + mark, of="printed", data_theme=reader.theme)


def selected(reader: Reader) -> str:
    """Return the selection as a sentence, in place of the filters."""
    chosen = "; ".join(filters.chosen(reader, field) for field in NARROWING)
    return reader.words("page.printed_selection", year=reader.selection.as_of, chosen=chosen)


def version(reader: Reader) -> str:
    """Return the version of the figures and when it was published."""
    shown = reader.selection.version or 0
    return reader.words(
        "page.printed_version", version=shown, at=reader.words.moment(cached.commit(reader.folder, shown).at)
    )


def _edges(reader: Reader, current: str) -> str:
    words = reader.words
    title = words("page.browser_title", page=words(f"page.{current}"), province=words.name(reader.catalogue.province))
    below = _said(f"{title}. {selected(reader)} {version(reader)}")
    mark = _said(words("page.figure_demonstration"))
    return f"@page{{@bottom-left{{content:{below}}}}}@page demonstration{{@top-right{{content:{mark}}}}}"


def _said(sentence: str) -> str:
    """Return a sentence as a style sheet quotes it."""
    return json.dumps(sentence, ensure_ascii=False).replace("<", "\\3c ")
