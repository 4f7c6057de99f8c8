"""What a page says at a reader's first visit: up to three short hints, shown and remembered by hints.js."""

from __future__ import annotations

import json
from collections.abc import Mapping

from indicators.ui import screens
from indicators.ui.reader import Reader

# By page, what is worth knowing first.
HINTS: Mapping[str, tuple[str, ...]] = {
    "overview": ("reason", "search", "take_along"),
    "indicator": ("rule", "figures", "map"),
}


def said(reader: Reader, current: str) -> str:
    """Return the hints of a page with the words around them as JSON, nothing for a page without hints."""
    if current not in HINTS:
        return ""
    words = reader.words
    told = {
        "title": words("help.hints"),
        "hints": [words(f"help.hint_{name}") for name in HINTS[current]],
        "guide": words("page.see_help"),
        "address": screens.address("help", reader.query_elsewhere()),
        "done": words("help.hints_read"),
    }
    return json.dumps(told, ensure_ascii=False)
