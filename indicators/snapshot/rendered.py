"""One exhibit as plain values: its words, and its rows or its figure."""

from __future__ import annotations

import math
from typing import Any

from indicators import figures
from indicators.exhibits.exhibit import (
    Bars,
    Contributions,
    Dumbbell,
    Exhibit,
    Map,
    Slope,
    SmallMultiples,
    Trajectory,
    VerdictCard,
)
from indicators.palette import named_palette

# What a page shows as a chart; everything else it writes as text that wraps on a phone.
CHARTS = (Trajectory, Bars, Map, SmallMultiples, Slope, Contributions, Dumbbell)

Plain = dict[str, Any]


def plain(exhibit: Exhibit) -> Plain:
    """Return an exhibit as a page holds it; the title is not in it, because the page says where one is."""
    said: Plain = {
        "headline": exhibit.headline,
        "notes": list(exhibit.notes),
        "source": exhibit.source_note,
        "demonstration": exhibit.is_demonstration,
    }
    if exhibit.is_empty:
        return {**said, "empty": exhibit.empty_sentence}
    if isinstance(exhibit.drawing, CHARTS):
        figure = figures.sketch(exhibit, colours=named_palette(), legend=False)
        if "key" in exhibit.frame:
            said["keys"] = list(dict.fromkeys(exhibit.frame["key"].tolist()))
        if "status" in exhibit.frame:
            said["statuses"] = list(dict.fromkeys(exhibit.frame["status"].tolist()))
        return {**said, "unit": exhibit.unit, "figure": figure}
    names = [str(name) for name in exhibit.frame.columns]
    rows = exhibit.frame.to_numpy(dtype=object).tolist()
    said["rows"] = [dict(zip(names, map(_cell, cells), strict=True)) for cells in rows]
    if isinstance(exhibit.drawing, VerdictCard):
        drawing = exhibit.drawing
        said |= {"status": drawing.status, "status_label": drawing.status_label, "rule": drawing.rule}
    return said


def _cell(cell: Any) -> Any:  # noqa: ANN401
    return None if isinstance(cell, float) and math.isnan(cell) else cell
