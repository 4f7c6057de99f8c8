"""A query's answer row by row, for code that looks at single records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

Row = Mapping[str, Any]


def rows_of(frame: pd.DataFrame) -> list[Row]:
    """Return the rows of a frame by column name; a blank of any type is None."""
    names = [str(name) for name in frame.columns]
    columns = [
        [None if is_blank else value for value, is_blank in zip(frame[name], frame[name].isna(), strict=True)]
        for name in names
    ]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]
