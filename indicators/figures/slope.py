"""A line a place from the first year to the last, named at both ends; interrupted where the two can't be compared."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from indicators.exhibits.exhibit import Slope
from indicators.figures.canvas import BODY, SMALL, Canvas, Row, hover, number, rows_of, word
from indicators.figures.sketch import Sketch, Spec, scatter
from indicators.figures.spacing import apart

PLOT_PX = 330
TOP_PX = 34
BOTTOM_PX = 30
LINE_PX = 18
CHARACTER_PX = {False: 5.8, True: 6.8}
NEAR_PX, FAR_PX = 6, 20
ROOM = 0.06
# How far a line comes from each end before it is interrupted.
STUB = 0.36
ENDS = (("before", 0.0), ("after", 1.0))


def draw(frame: pd.DataFrame, drawing: Slope, on: Canvas) -> Sketch:
    """Return the lines under their two years, those that the headline speaks of strong, names and values beside."""
    rows = rows_of(frame)
    figure = Sketch()
    for row in sorted(rows, key=lambda row: bool(row["told"])):
        figure.add(_line(row, on))
    for end, at in ENDS:
        figure.add(_points(rows, end, at, on))
    values = [value for row in rows for end, _ in ENDS if (value := number(row[end])) is not None]
    low, high = min(values), max(values)
    span = (high - low) or abs(high) or 1.0
    scale = (low - ROOM * span, high + ROOM * span)
    plot_px = max(PLOT_PX, LINE_PX * len(rows))
    left_px, right_px = (_name(figure, rows, end, at, scale, plot_px, on) for end, at in ENDS)
    for year, at in ((drawing.first, 0.0), (drawing.last, 1.0)):
        figure.upright(at, line={"color": on.colours.rule, "width": 1}, layer="below")
        figure.annotate(
            name="year", text=f"<b>{year}</b>", x=at, y=1, yref="paper", yanchor="bottom", yshift=10,
            font={"size": BODY, "color": on.colours.text},
        )  # fmt: skip
    if any(word(row["breaks"]) for row in rows):
        figure.annotate(
            name="break", text=on.words("page.figure_slope_break"), x=0.5, y=0, yref="paper", yanchor="top", yshift=-6,
            font={"size": SMALL, "color": on.colours.boundary},
        )  # fmt: skip
    figure.across(visible=False, range=[0, 1])
    figure.upward(visible=False, range=list(scale), automargin=False)
    figure.update(
        height=plot_px + TOP_PX + BOTTOM_PX, margin={"t": TOP_PX, "b": BOTTOM_PX, "l": left_px, "r": right_px, "pad": 0}
    )
    figure.hide_from_legend()
    return figure


def _line(row: Row, on: Canvas) -> Spec:
    before, after = number(row["before"]), number(row["after"])
    look = {"color": on.colours.path, "width": 1.8}
    if row["told"]:
        look = {"color": on.colours.actual, "width": 3.2}
    at: list[float] = [0.0, 1.0]
    values: list[float | None] = [before, after]
    if word(row["breaks"]) and before is not None and after is not None:
        look = {"color": on.colours.boundary, "width": 1.8, "dash": "dot"}
        rise = after - before
        at = [0.0, STUB, 0.5, 1 - STUB, 1.0]
        values = [before, before + STUB * rise, None, after - STUB * rise, after]
    return scatter(
        name=word(row["key"]), x=at, y=values, mode="lines", connectgaps=False, hoverinfo="skip", line=look,
        cliponaxis=False,
    )  # fmt: skip


def _points(rows: Sequence[Row], end: str, at: float, on: Canvas) -> Spec:
    known = [row for row in rows if number(row[end]) is not None]
    marks = [on.mark(row["status"]) for row in known]
    is_last = end == "after"
    colours = [mark.fill if is_last else on.colours.actual for mark in marks]
    return scatter(
        name=end,
        x=[at] * len(known),
        y=[number(row[end]) for row in known],
        mode="markers",
        marker={
            "size": 8,
            "opacity": 1,
            "color": [
                on.colours.raised if number(row[f"{end}_hollow"]) else colour
                for row, colour in zip(known, colours, strict=True)
            ],
            "line": {"width": 1.6, "color": colours},
        },
        customdata=[hover(row[f"{end}_hover"]) for row in known],
        hovertemplate="%{customdata}<extra></extra>",
        cliponaxis=False,
    )


def _name(
    figure: Sketch, rows: Sequence[Row], end: str, at: float, scale: tuple[float, float], plot_px: float, on: Canvas
) -> float:
    """Write name and value beside each end, apart where they would collide, and return how wide the widest is."""
    px_per_unit = plot_px / (scale[1] - scale[0])
    rows = [row for row in rows if number(row[end]) is not None]
    values = [float(row[end]) for row in rows]
    wanted = [(value - scale[0]) * px_per_unit for value in values]
    placed = apart(wanted, gap=LINE_PX, low=0, high=plot_px)
    side = 1 if end == "after" else -1
    for row, value, height, level in zip(rows, values, placed, wanted, strict=True):
        # An arrow without a head: a line of its own would end at the edge of the plot.
        figure.annotate(
            name=end, text=_written(row, end, on), x=at, y=value, ax=side * FAR_PX, ay=level - height, showarrow=True,
            arrowhead=0, arrowwidth=1, arrowcolor=on.colours.path, standoff=NEAR_PX,
            xanchor="left" if side > 0 else "right", yanchor="middle",
            font={"size": BODY if row["told"] else SMALL, "color": on.colours.text},
        )  # fmt: skip
    letters = ((len(f"✓ {on.figure(float(row[end]))} {word(row['label'])}"), bool(row["told"])) for row in rows)
    return FAR_PX + 6 + max((count * CHARACTER_PX[is_told] for count, is_told in letters), default=0.0)


def _written(row: Row, end: str, on: Canvas) -> str:
    name = f"<b>{word(row['label'])}</b>" if row["told"] else word(row["label"])
    value = on.figure(number(row[end]))
    if end == "before":
        return f"{name} {value}"
    mark = on.mark(row["status"])
    return f"<span style='color:{mark.ink}'>{mark.symbol}</span> {value} {name}"
