"""How verdicts are spread: the bar of the whole programme, aligned bars of places, tiles of groups."""

from __future__ import annotations

from html import escape

import pandas as pd

from indicators.exhibits.exhibit import Exhibit
from indicators.labels import text
from indicators.ui.elements.markup import counts_in_order, key, sign, status_class, tag, word

# Below this share of the bar a segment has no room for its count; the figures stand beside it anyway.
SMALLEST_LABELLED_SHARE = 0.05


def bar(counts: list[tuple[str, str, int]], *, labelled: bool = True) -> str:
    """Return one stacked bar, a segment a status, as wide as its count."""
    total = sum(count for _, _, count in counts) or 1
    return tag("div", "".join(_segment(*entry, total=total, labelled=labelled) for entry in counts), of="bar")


def _segment(status: str, label: str, count: int, *, total: int, labelled: bool) -> str:
    written = str(count) if labelled and count / total >= SMALLEST_LABELLED_SHARE else ""
    return tag("span", written, of=f"segment {status_class(status)}", style=f"flex:{count}", title=f"{label}: {count}")


def whole(exhibit: Exhibit) -> str:
    """Return the programme in one line: the bar and, under it, each count with its word."""
    counts = counts_in_order(exhibit.frame)
    figures = "".join(
        tag(
            "li",
            tag("strong", str(count)) + tag("span", f"{sign(status)}{escape(label)}"),
            of=f"count {status_class(status)}",
        )
        for status, label, count in counts
    )
    return tag("div", bar(counts) + tag("ul", figures, of="counts"), of="whole")


def ranking(exhibit: Exhibit, *, here: str | None) -> str:
    """Return a bar a place, aligned, under one key; the place the page is about stands out."""
    frame = exhibit.frame
    rows = dict(zip(frame["row"].map(word), frame["row_label"].map(word), strict=True))
    lines = "".join(
        tag("dt", escape(label), of="here" if row == here else "")
        + tag("dd", bar(counts_in_order(frame[frame["row"].map(word) == row])))
        for row, label in rows.items()
    )
    statuses = frame.loc[frame["count"] > 0, "status"]
    return key(statuses, text(exhibit.language)) + tag("dl", lines, of="ranking")


def tile(part: pd.DataFrame) -> str:
    """Return what stands in the tile of one group: its bar and each count with its symbol and word."""
    counts = counts_in_order(part)
    figures = "".join(
        tag("li", f"{sign(status)}{tag('strong', str(count))} {escape(label.lower())}", of=status_class(status))
        for status, label, count in counts
    )
    return bar(counts, labelled=False) + tag("ul", figures, of="tile-counts")
