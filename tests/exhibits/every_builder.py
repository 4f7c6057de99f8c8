"""Every builder of the package by its name, and how one is called in a test."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from typing import Any

from indicators import catalogue, exhibits, labels
from indicators.catalogue import Catalogue
from indicators.exhibits import Exhibit
from indicators.labels import Text
from indicators.selection import Selection
from indicators.store import Reading

Builder = Callable[[Reading, Catalogue, Selection, Text], Exhibit]
CATALOGUE = catalogue.load()
NAMES = {
    "overview": ("final_verdict", "groups", "ratio_over_years", "needs_attention", "freshness"),
    "indicator": (
        "verdict", "trajectory", "by_district", "by_sector", "districts_over_years", "sectors_over_years", "records",
        "targets", "definition", "court", "parts", "verdict_over_years", "map", "districts_since_start",
        "gap_by_district",
    ),
    "district": ("standing", "ranking", "against_province", "side_by_side", "boundaries"),
    "sector": ("standing", "ranking", "against_province", "side_by_side"),
    "completeness": ("reported", "blocking", "request_text"),
    "method": ("statuses", "worked_examples", "methods", "edge_rules"),
    "history": ("changes", "flips"),
}  # fmt: skip
BUILDERS: dict[str, Builder] = {
    f"{page}.{name}": getattr(getattr(exhibits, page), name) for page, names in NAMES.items() for name in names
}


def build(name: str, reading: Reading, *, language: str = "vi", as_of: int = 2020, **narrowed: Any) -> Exhibit:
    """Return one exhibit for a selection."""
    selection = Selection(as_of=as_of, language=language, **narrowed)
    return BUILDERS[name](reading, CATALOGUE, selection, labels.text(language))


def columns_promised(exhibit: Exhibit) -> list[str] | None:
    """Return the columns that the drawing's own description names; None for a table, which names its own."""
    described = re.search(r"Frame: (.*?)\.(?:\s|$)", type(exhibit.drawing).__doc__ or "", re.DOTALL)
    if described is None:
        return None
    return re.sub(r"\([^)]*\)", "", described.group(1)).replace("\n", " ").replace(" ", "").split(",")


def cells(exhibit: Exhibit) -> Iterator[object]:
    """Yield every cell of the frame and of the download."""
    for table in (exhibit.frame, exhibit.figures):
        for column in table.columns:
            yield from table[column].tolist()


def words(exhibit: Exhibit) -> Iterator[str]:
    """Yield every text a reader meets."""
    yield from (exhibit.title, exhibit.headline, exhibit.source_note, exhibit.empty_sentence, *exhibit.notes)
    yield from (str(column) for column in exhibit.figures.columns)
    yield from (cell for cell in cells(exhibit) if isinstance(cell, str))


def is_not_a_number(cell: object) -> bool:
    return isinstance(cell, float) and not math.isfinite(cell)
