"""What was reported, as a table: indicators down, districts or years across, each cell a symbol on a quiet ground."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from indicators.exhibits.exhibit import Exhibit
from indicators.ui.elements.markup import Row, rows_of, tag, word

# A full disc is there; a ring is not; the words stand in the key and, unseen, in every cell.
SIGN_BY_STATE = {
    "present": "●",
    "revised": "◉",
    "preliminary": "◍",
    "not_available": "…",
    "late": "○",
    "missing": "◌",
    "not_expected": "",
}


def completeness(exhibit: Exhibit, *, address: Callable[[str], str]) -> str:
    """Return the table under its key; `address` gives where the name of an indicator leads."""
    frame = exhibit.frame
    columns = dict(zip(frame["column"].map(word), frame["column_label"].map(word), strict=True))
    rows = dict(zip(frame["row"].map(word), frame["row_label"].map(word), strict=True))
    cells = {(word(cell["row"]), word(cell["column"])): cell for cell in rows_of(frame)}
    head = tag(
        "thead", tag("tr", tag("td", "") + "".join(tag("th", escape(name), scope="col") for name in columns.values()))
    )
    body = "".join(
        tag(
            "tr",
            tag("th", tag("a", escape(label), href=address(row), target="_self"), scope="row")
            + "".join(_cell(cells[row, column], label=columns[column]) for column in columns),
        )
        for row, label in rows.items()
    )
    table = tag("table", head + tag("tbody", body), of="reported", aria_label=exhibit.headline)
    inside = tag("div", table, of="scroller", tabindex="0", role="region", aria_label=exhibit.headline)
    return _key(exhibit) + inside


def message(exhibit: Exhibit) -> str:
    """Return a text ready to be copied, its lines as they are."""
    return tag("pre", "\n".join(escape(word(line)) for line in exhibit.frame["line"]), of="message", tabindex="0")


def _cell(cell: Row, *, label: str) -> str:
    state = word(cell["state"])
    spoken = tag("span", escape(word(cell["state_label"])), of="unseen")
    sign = tag("span", SIGN_BY_STATE[state], aria_hidden="true")
    return tag("td", sign + spoken, of=_class(state), title=word(cell["hover"]), data_label=label)


def _class(state: str) -> str:
    # In the inks of met and missed, so that both themes have them.
    ink = {"present": " s-achieved", "revised": " s-just_started", "late": " s-missed"}
    return f"r-{state}{ink.get(state, '')}"


def _key(exhibit: Exhibit) -> str:
    labels = dict(zip(exhibit.frame["state"].map(word), exhibit.frame["state_label"].map(word), strict=True))
    entries = "".join(
        tag("li", tag("span", sign, of=_class(state), aria_hidden="true") + escape(labels[state]))
        for state, sign in SIGN_BY_STATE.items()
        if sign and state in labels
    )
    return tag("ul", entries, of="key reported-key")
