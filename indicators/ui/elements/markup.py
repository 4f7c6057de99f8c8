"""The small pieces of markup that the elements are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape

import pandas as pd

from indicators.figures.canvas import Row, number, rows_of, word
from indicators.labels import Text
from indicators.palette import STATUSES, SYMBOL_BY_STATUS

__all__ = [
    "Row",
    "capital",
    "chip",
    "counts_in_order",
    "glued",
    "key",
    "linked",
    "number",
    "rows_of",
    "sign",
    "status_class",
    "tag",
    "without",
    "word",
]

NO_BREAK_SPACE = "\u00a0"


def tag(name: str, content: str, *, of: str = "", **attributes: str) -> str:
    """Return an element; `content` is markup, attribute values are escaped, `of` is its class."""
    written = {
        "class": of,
        **{attribute.rstrip("_").replace("_", "-"): value for attribute, value in attributes.items()},
    }
    inside = "".join(f' {attribute}="{escape(value)}"' for attribute, value in written.items() if value)
    return f"<{name}{inside}>{content}</{name}>"


def status_class(status: object) -> str:
    """Return the class that gives an element the colours of a status."""
    known = word(status)
    return f"s-{known}" if known in SYMBOL_BY_STATUS else "s-not_assessed"


def sign(status: object) -> str:
    """Return the symbol of a status, hidden from screen readers because its word stands beside it."""
    symbol = SYMBOL_BY_STATUS.get(word(status), SYMBOL_BY_STATUS["not_assessed"])
    return tag("span", symbol, of="sign", aria_hidden="true")


def chip(status: object, label: object) -> str:
    """Return a status as symbol and word on its pale ground."""
    return tag("span", f"{sign(status)}{escape(word(label))}", of=f"chip {status_class(status)}")


def counts_in_order(frame: pd.DataFrame) -> list[tuple[str, str, int]]:
    """Return status, word and count of the statuses that occur in a frame of counts, best first."""
    occurring = frame[frame["count"] > 0]
    words: Mapping[str, str] = dict(
        zip(occurring["status"].map(word), occurring["status_label"].map(word), strict=True)
    )
    return [
        (status, words[status], int(occurring.loc[occurring["status"] == status, "count"].sum()))
        for status in STATUSES
        if status in words
    ]


def key(statuses: Iterable[object], words: Text) -> str:
    """Return what each symbol means: one line that wraps, the statuses that occur in their order."""
    occurring = {word(status) for status in statuses}
    entries = "".join(
        tag("li", tag("span", sign(status), of=f"swatch {status_class(status)}") + escape(words(f"status.{status}")))
        for status in STATUSES
        if status in occurring
    )
    return tag("ul", entries, of="key")


def glued(sentence: str) -> str:
    """Return a sentence whose figures stay on the line of the word they count, escaped."""
    return escape(re.sub(r"(?<=\d) (?=\w)", NO_BREAK_SPACE, capital(sentence)))


def capital(sentence: str) -> str:
    """Return a sentence that begins with a capital letter, whatever name stands first in it."""
    return sentence[:1].upper() + sentence[1:]


def linked(text: str, address: str) -> str:
    """Return a text that leads to an address, or as it is where there is none."""
    return tag("a", escape(text), of="lead", href=address, target="_self") if address and text else escape(text)


def without(title: str, said: str) -> str:
    """Return a title without a name that is already said above it, nor the marks that joined it on."""
    if not said or said not in title:
        return title
    kept = [part.strip(" –:,") for part in title.split(said)]
    return ", ".join(part for part in kept if part)
