"""Indicators down, years across: each cell one verdict, by colour, symbol and the ratio S."""

from __future__ import annotations

import pandas as pd

from indicators.exhibits.exhibit import Heatmap
from indicators.figures.canvas import (
    SMALL,
    Canvas,
    hover,
    lines,
    rows_of,
    status_legend,
    word,
    wrapped,
)
from indicators.figures.sketch import Sketch, Spec, heatmap, scatter
from indicators.palette import STATUSES

LABEL_CHARACTERS = 26
CELL_PX = 38
LINE_PX = 15


def draw(frame: pd.DataFrame, drawing: Heatmap, on: Canvas) -> Sketch:
    """Return the grid with the years on top and a legend of the statuses that occur."""
    rows = list(dict.fromkeys(zip(frame["row"].map(word), frame["row_label"].map(word), strict=True)))
    years = sorted({int(year) for year in frame["year"]})
    place = {row: position for position, (row, _) in enumerate(rows)}
    figure = Sketch(_ground(frame, place, years, on))
    for status in STATUSES:
        part = frame[frame["status"] == status]
        if not part.empty:
            figure.add(_signs(part, status, place, on))
    legend = status_legend(figure, frame["status"], on)
    labels = [wrapped(label, LABEL_CHARACTERS) for _, label in rows]
    figure.upward(
        range=[len(rows) - 0.5, -0.5], tickmode="array", tickvals=list(range(len(rows))), ticktext=labels,
        tickfont={"size": SMALL, "color": on.colours.text},
    )  # fmt: skip
    figure.across(
        side="top", range=[years[0] - 0.5, years[-1] + 0.5], tickmode="array", tickvals=years,
        ticktext=[str(year) for year in years], tickangle=0, tickfont={"size": SMALL, "color": on.colours.text},
    )  # fmt: skip
    tallest = max(lines(label) for label in labels)
    figure.update(
        height=len(rows) * max(CELL_PX, tallest * LINE_PX + 6) + 38 + legend,
        margin={"t": 30, "b": 8 + legend, "l": 4, "r": 2},
    )
    return figure


def _ground(frame: pd.DataFrame, place: dict[str, int], years: list[int], on: Canvas) -> Spec:
    grid: list[list[int | None]] = [[None] * len(years) for _ in place]
    said: list[list[str]] = [[""] * len(years) for _ in place]
    for cell in rows_of(frame):
        if word(cell["status"]) in STATUSES:
            across = years.index(int(cell["year"]))
            grid[place[word(cell["row"])]][across] = STATUSES.index(word(cell["status"]))
            said[place[word(cell["row"])]][across] = hover(cell["hover"])
    fills = [on.mark(status).fill for status in STATUSES]
    count = len(STATUSES)
    steps = [[edge / count, fill] for index, fill in enumerate(fills) for edge in (index, index + 1)]
    return heatmap(
        z=grid, x=years, y=list(range(len(place))), zmin=-0.5, zmax=count - 0.5, colorscale=steps, showscale=False,
        xgap=2, ygap=2, customdata=said, hovertemplate="%{customdata}<extra></extra>", hoverongaps=False,
    )  # fmt: skip


def _signs(part: pd.DataFrame, status: str, place: dict[str, int], on: Canvas) -> Spec:
    mark = on.mark(status)
    written = part["written"].map(word) if "written" in part else [""] * len(part)
    return scatter(
        x=[int(year) for year in part["year"]],
        y=[place[word(row)] for row in part["row"]],
        mode="text",
        text=[f"{mark.symbol}<br>{ratio}" if ratio else mark.symbol for ratio in written],
        textfont={"color": mark.on_fill, "size": SMALL},
        hoverinfo="skip",
        showlegend=False,
        name=status,
    )
