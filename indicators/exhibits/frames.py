"""The tables behind the drawings: their columns, rows without NaN, and the same rows for download."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

MOST_HEADS = 500
DISTRIBUTION = ("row", "row_label", "status", "status_label", "count")
TILES = ("group", "label", "status", "status_label", "count")
HEATMAP = ("row", "row_label", "year", "status", "status_label", "ratio", "hover", "written")
COMPLETENESS = ("row", "row_label", "column", "column_label", "state", "state_label", "hover", "former")
MESSAGE = ("line",)
TRAJECTORY = ("series", "at", "period", "value", "value_to", "quality", "source", "hover")
BARS = ("key", "label", "value", "target", "status", "status_label", "hollow", "hover")
MAP = ("key", "label", "value", "written", "status", "status_label", "hollow", "hover")
SMALL_MULTIPLES = ("key", "label", "at", "value", "target_path", "status", "hollow", "hover")
SLOPE = (
    "key", "label", "before", "after", "before_hollow", "after_hollow", "before_hover", "after_hover", "breaks", "told",
    "status",
)  # fmt: skip
CONTRIBUTIONS = ("key", "label", "value", "written", "role", "is_short", "hover")
DUMBBELL = ("row", "row_label", "left", "right", "left_status", "right_status", "left_hover", "right_hover")
VERDICT_CARD = ("figure", "label", "value", "note")
VERDICT_LIST = ("key", "label", "status", "status_label", "ratio", "value", "target", "sentence", "written")


def framed(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> pd.DataFrame:
    """Return rows as a frame of plain Python values: a missing number stays None and never becomes NaN."""
    rows = [tuple(row) for row in rows]
    cells = np.empty((len(rows), len(columns)), dtype=object)
    for position, row in enumerate(rows):
        cells[position] = row
    return pd.DataFrame(cells, columns=_named(tuple(columns)), dtype=object)


def download(frame: pd.DataFrame, headers: dict[str, str]) -> pd.DataFrame:
    """Return the named columns of a frame under the headers a reader knows, in that order."""
    named = list(frame.columns)
    places = [named.index(name) for name in headers]
    cells = frame.to_numpy(dtype=object)[:, places]
    return pd.DataFrame(cells, columns=_named(tuple(headers.values())), dtype=object)


@lru_cache(maxsize=MOST_HEADS)
def _named(columns: tuple[str, ...]) -> pd.Index:
    # Pandas takes as long to name the columns of a small table as to hold it.
    return pd.Index(columns)


def named_rows(frame: pd.DataFrame) -> list[Any]:
    """Return the rows of an exhibit's frame, each with its columns as names."""
    return list(frame.itertuples(index=False))
