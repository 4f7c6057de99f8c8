"""A plain table: words to the left, figures to the right, every cell as the exhibit wrote it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from types import MappingProxyType

import pandas as pd

from indicators.labels import Text
from indicators.ui.elements.markup import chip, linked, number, tag, word

# A page stays quick with this many rows; the file that is downloaded holds them all.
MOST_ROWS = 150
NOWHERE: Mapping[str, Sequence[str]] = MappingProxyType({})
SMALLEST_GROUPED = 10_000
MOST_LETTERS_OF_SHORT = 14
FIGURE = re.compile(r"[−+-]?[\d.,\u202f\s]*\d[\d.,]*(\s?[%‰])?|[–—]")


def table(
    frame: pd.DataFrame,
    headers: Sequence[str],
    words: Text,
    *,
    label: str,
    leads: Mapping[str, Sequence[str]] = NOWHERE,
    statuses: Mapping[str, Sequence[str]] = NOWHERE,
) -> str:
    """Return the rows under their headers; beyond `MOST_ROWS` a line says how many more the file holds.

    `leads` are the addresses of the cells of a column, empty where one leads nowhere; `statuses` are the statuses that
    the cells of a column name.
    """
    shown = frame.head(MOST_ROWS)
    columns = [[_written(value, words) for value in shown.iloc[:, place]] for place in range(shown.shape[1])]
    kinds = [_kind(column) for column in columns]
    nothing = [""] * len(frame)
    addresses = [leads.get(str(name), nothing)[: len(shown)] for name in frame.columns]
    named = [statuses.get(str(name), nothing)[: len(shown)] for name in frame.columns]
    titles = [*headers, *map(str, frame.columns[len(headers) :])]
    head = "".join(tag("th", escape(title), of=kind, scope="col") for title, kind in zip(titles, kinds, strict=True))
    body = "".join(
        tag(
            "tr",
            "".join(
                tag(
                    "td",
                    chip(status, cell) if status else linked(cell, lead),
                    of=kind,
                    data_label=title,
                )
                for cell, lead, status, kind, title in zip(cells, led, stood, kinds, titles, strict=True)
            ),
        )
        for cells, led, stood in zip(
            zip(*columns, strict=True), zip(*addresses, strict=True), zip(*named, strict=True), strict=True
        )
    )
    more = len(frame) - len(shown)
    rest = tag("p", escape(words("page.more_rows", count=words.number(more))), of="more") if more > 0 else ""
    inside = tag("table", tag("thead", tag("tr", head)) + tag("tbody", body), of="plain", aria_label=label)
    return tag("div", inside, of="scroller", tabindex="0", role="region", aria_label=label) + rest


def without_empty_columns(frame: pd.DataFrame, headers: Sequence[str]) -> tuple[pd.DataFrame, list[str]]:
    """Return the columns that say anything in any row, with their headers."""
    said = [any(word(value) for value in frame.iloc[:, place]) for place in range(frame.shape[1])]
    return frame.loc[:, said], [header for header, is_said in zip(headers, said, strict=True) if is_said]


def _kind(column: Sequence[str]) -> str:
    """Return whether a column holds figures, or words so short that none needs a second line."""
    if all(not cell or FIGURE.fullmatch(cell) for cell in column):
        return "figure"
    return "short" if max(map(len, column)) <= MOST_LETTERS_OF_SHORT else ""


def _written(value: object, words: Text) -> str:
    if isinstance(value, bool):
        return words("page.yes" if value else "page.no")
    if isinstance(value, int) and abs(value) < SMALLEST_GROUPED:
        # A year is a name, not an amount: it is never written with a thousands mark.
        return str(value)
    found = number(value)
    return word(value) if found is None else words.figure(found, 0)
