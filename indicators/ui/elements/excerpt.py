"""A cell of a received file in its surroundings, and who published the file when and why."""

from __future__ import annotations

from html import escape

from indicators.labels import Text
from indicators.store import Commit
from indicators.ui.elements.markup import tag
from indicators.ui.elements.version import when
from indicators.ui.received import Excerpt

DIGITS_OF_HASH = 12


def facts(commit: Commit, sheet: str | None, cell: str | None, words: Text) -> str:
    """Return what is known of the file: its name, the cell, who published it, when, why, by which document."""
    told = {
        "source_file": commit.file,
        "source_sheet": sheet,
        "source_cell": cell,
        "source_version": str(commit.version),
        "source_sender": commit.sender,
        "source_by": commit.by,
        "source_approved_by": commit.approved_by,
        "source_at": when(commit, words),
        "source_reason": commit.reason,
        "source_document": commit.document,
        "source_hash": commit.sha256 and commit.sha256[:DIGITS_OF_HASH],
    }
    rows = (tag("div", tag("dt", escape(words(f"page.{key}"))) + tag("dd", escape(said))) for key, said in told.items()
            if said)  # fmt: skip
    return tag("dl", "".join(rows), of="facts")


def excerpt(found: Excerpt, words: Text) -> str:
    """Return the cells around one as a table with the names of columns and rows, the one marked."""
    head = "".join(
        tag("th", escape(name), scope="col", of="here" if place == found.column else "")
        for place, name in enumerate(found.columns)
    )
    body = "".join(
        tag("tr", tag("th", escape(name), scope="row", of="here" if at == found.row else "") + _cells(found, at, cells))
        for at, (name, cells) in enumerate(found.rows)
    )
    inside = tag(
        "table", tag("thead", tag("tr", tag("td", "") + head)) + tag("tbody", body), of="excerpt",
        aria_label=words("page.source_excerpt"),
    )  # fmt: skip
    return tag("div", inside, of="scroller", tabindex="0", role="region", aria_label=words("page.source_excerpt"))


def _cells(found: Excerpt, at: int, cells: tuple[str, ...]) -> str:
    return "".join(
        tag("td", tag("mark", escape(text) or "&nbsp;"), of="here") if (at, place) == (found.row, found.column)
        else tag("td", escape(text))
        for place, text in enumerate(cells)
    )  # fmt: skip
