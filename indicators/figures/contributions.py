"""A bar a place with its part in a distance, then the remainder, then the whole that they add up to."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from indicators.exhibits.exhibit import Contributions
from indicators.figures.canvas import BODY, SMALL, Canvas, Row, hover, number, rows_of, word, wrapped
from indicators.figures.sketch import Sketch, Spec, bar, scatter

LABEL_CHARACTERS = 16
ROW_PX = 32
TOP_PX = 30
# Room beyond the longest bar for its value, as a share of the scale, so that no value is cut on a phone.
ROOM_FOR_VALUES = 0.34


def draw(frame: pd.DataFrame, drawing: Contributions, on: Canvas) -> Sketch:
    """Return bars to both sides of the path, those on the worse side dark, the remainder hollow, the whole below."""
    rows = rows_of(frame)
    figure = Sketch(_bars(rows, on), _values(rows, on))
    values = [number(row["value"]) or 0.0 for row in rows]
    low, high = min(0.0, *values), max(0.0, *values)
    span = (high - low) or 1.0
    room = ROOM_FOR_VALUES * span
    figure.across(visible=False, range=[low - (room if low < 0 else 0.04 * span), high + room])
    figure.upward(
        range=[len(rows) - 0.5, -0.5], tickmode="array", tickvals=list(range(len(rows))),
        ticktext=[_label(row) for row in rows], tickfont={"size": BODY, "color": on.colours.text},
    )  # fmt: skip
    figure.upright(0, line={"color": on.colours.target, "width": 1})
    figure.shape(
        type="line", xref="paper", x0=0, x1=1, y0=len(rows) - 1.5, y1=len(rows) - 1.5,
        line={"color": on.colours.rule, "width": 1},
    )  # fmt: skip
    for key, at, anchor, is_there in (
        ("page.figure_below_path", 0, "left", low < 0), ("page.figure_above_path", 1, "right", high > 0),
    ):  # fmt: skip
        if is_there:
            figure.annotate(
                name="side", text=on.words(key), x=at, xref="paper", xanchor=anchor, y=1, yref="paper",
                yanchor="bottom", yshift=4, font={"size": SMALL, "color": on.colours.quiet},
            )  # fmt: skip
    figure.update(height=len(rows) * ROW_PX + TOP_PX + 8, margin={"t": TOP_PX, "b": 8}, bargap=0.32)
    figure.hide_from_legend()
    return figure


def _label(row: Row) -> str:
    name = wrapped(word(row["label"]), LABEL_CHARACTERS)
    return f"<b>{name}</b>" if row["role"] == "whole" else name


def _bars(rows: Sequence[Row], on: Canvas) -> Spec:
    colours = [_colour(row, on) for row in rows]
    hollow = [row["role"] == "rest" for row in rows]
    return bar(
        name="value",
        x=[number(row["value"]) for row in rows],
        y=list(range(len(rows))),
        orientation="h",
        marker={
            "color": [on.colours.raised if empty else colour for empty, colour in zip(hollow, colours, strict=True)],
            "line": {"color": colours, "width": [1.5 if empty else 0 for empty in hollow]},
        },
        customdata=[hover(row["hover"]) for row in rows],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _colour(row: Row, on: Canvas) -> str:
    """Return the colour of a bar; none is a verdict's, because a part is not judged."""
    if row["role"] == "whole":
        return on.colours.accent
    if row["role"] == "rest":
        return on.colours.boundary
    return on.colours.actual if row["is_short"] else on.colours.path


def _values(rows: Sequence[Row], on: Canvas) -> Spec:
    values = [number(row["value"]) or 0.0 for row in rows]
    return scatter(
        name="written",
        x=values,
        y=list(range(len(rows))),
        mode="text",
        text=[_written(row) for row in rows],
        textposition=["middle left" if value < 0 else "middle right" for value in values],
        textfont={"size": BODY, "color": on.colours.text},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _written(row: Row) -> str:
    figure = f"\u2002{word(row['written'])}\u2002"
    return f"<b>{figure}</b>" if row["role"] == "whole" else figure
