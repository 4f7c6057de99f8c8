"""The heatmap as a table: indicators down, years across, each cell a colour, a symbol and the ratio S."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from indicators.exhibits.exhibit import Exhibit
from indicators.labels import text
from indicators.ui.elements.markup import Row, key, rows_of, sign, status_class, tag, word


def grid(exhibit: Exhibit, *, address: Callable[[str], str]) -> str:
    """Return the table under its key; `address` gives where the name of an indicator leads."""
    frame = exhibit.frame
    years = sorted({int(year) for year in frame["year"]})
    rows = dict(zip(frame["row"].map(word), frame["row_label"].map(word), strict=True))
    cells = {(word(cell["row"]), int(cell["year"])): cell for cell in rows_of(frame)}
    head = tag("thead", tag("tr", tag("td", "") + "".join(tag("th", str(year), scope="col") for year in years)))
    body = "".join(
        tag(
            "tr",
            tag("th", tag("a", escape(label), href=address(row), target="_self"), scope="row")
            + "".join(_cell(cells.get((row, year))) for year in years),
        )
        for row, label in rows.items()
    )
    table = tag(
        "table", head + tag("tbody", body), of="grid", aria_label=exhibit.headline, style=f"--years:{len(years)}"
    )
    return key(frame["status"], text(exhibit.language)) + table


def _cell(cell: Row | None) -> str:
    if cell is None:
        return tag("td", "")
    written = word(cell["written"])
    spoken = tag("span", escape(word(cell["status_label"])), of="unseen")
    return tag(
        "td",
        f"{sign(cell['status'])}{spoken}{tag('span', written, of='ratio') if written else ''}",
        of=status_class(cell["status"]),
        title=word(cell["hover"]),
    )
