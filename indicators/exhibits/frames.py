"""The tables behind the drawings: their columns, rows without NaN, and the same rows for download."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

DISTRIBUTION = ("row", "row_label", "status", "status_label", "count")
TILES = ("group", "label", "status", "status_label", "count")
HEATMAP = ("row", "row_label", "year", "status", "status_label", "ratio", "hover", "written")
TRAJECTORY = ("series", "at", "period", "value", "value_to", "quality", "source", "hover")
BARS = ("key", "label", "value", "target", "status", "status_label", "hollow", "hover")
SMALL_MULTIPLES = ("key", "label", "at", "value", "target_path", "status", "hollow", "hover")
DUMBBELL = ("row", "row_label", "left", "right", "left_status", "right_status", "left_hover", "right_hover")
VERDICT_CARD = ("figure", "label", "value", "note")
VERDICT_LIST = ("key", "label", "status", "status_label", "ratio", "value", "target", "sentence", "written")


def framed(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> pd.DataFrame:
    """Return rows as a frame of plain Python values: a missing number stays None and never becomes NaN."""
    rows = [tuple(row) for row in rows]
    return pd.DataFrame(
        {name: pd.Series([row[position] for row in rows], dtype=object) for position, name in enumerate(columns)}
    )


def download(frame: pd.DataFrame, headers: dict[str, str]) -> pd.DataFrame:
    """Return the named columns of a frame under the headers a reader knows, in that order."""
    return frame[list(headers)].rename(columns=headers)


def named_rows(frame: pd.DataFrame) -> list[Any]:
    """Return the rows of an exhibit's frame, each with its columns as names."""
    return list(frame.itertuples(index=False))
