"""The districts as areas: colour, symbol and name say the verdict, a line leads to a name that finds no room inside."""

from __future__ import annotations

from html import escape

import pandas as pd

from indicators.catalogue import Ground, Outline
from indicators.exhibits.exhibit import Map
from indicators.figures.canvas import SMALL, Canvas, Row, hover, lines, number, rows_of, status_legend, word, wrapped
from indicators.figures.maplabels import Label, Named, labels_on
from indicators.figures.sketch import Sketch, Spec, scatter

HEIGHT_PX = 390
CAPTION_CHARACTERS = 56
CAPTION_LINE_PX = 15
# A finger or pointer anywhere in a district is nearer to one of its points than the chart looks for them.
BETWEEN_POINTS = 4.0


def draw(frame: pd.DataFrame, drawing: Map, on: Canvas) -> Sketch:
    """Return the districts with their names and values, and what the ground is beneath them."""
    figure, ground = Sketch(), drawing.ground
    if ground is None:
        return figure
    row_by_code = {word(row["key"]): row for row in rows_of(frame)}
    drawn = [(outline, row_by_code[outline.district]) for outline in ground.outlines if outline.district in row_by_code]
    for outline, row in sorted(drawn, key=lambda pair: pair[0].district == drawing.chosen):
        figure.add(_area(outline, row, on, is_chosen=outline.district == drawing.chosen))
    for label in labels_on(ground, tuple(_named(row, on) for _, row in drawn)):
        outline, row = next(pair for pair in drawn if pair[0].district == label.district)
        _write(figure, label, outline, row, on)
        figure.add(_touched(label, outline, row))
    legend = status_legend(figure, frame["status"], on)
    _frame(figure, ground, drawing.caption, on, legend)
    return figure


def _area(outline: Outline, row: Row, on: Canvas, *, is_chosen: bool) -> Spec:
    mark, is_hollow = on.mark(row["status"]), bool(number(row["hollow"]))
    xs: list[float | None] = []
    ys: list[float | None] = []
    for ring in outline.rings:
        gap = [None] if xs else []
        xs += [*gap, *(round(x, 2) for x, _ in (*ring, ring[0]))]
        ys += [*gap, *(round(y, 2) for _, y in (*ring, ring[0]))]
    edge = {"color": on.colours.text, "width": 3.5} if is_chosen else {"color": on.colours.raised, "width": 1.5}
    return scatter(
        name=outline.district, x=xs, y=ys, mode="lines", fill="toself",
        fillcolor=mark.tint if is_hollow else mark.fill, line=edge, hoverinfo="skip",
    )  # fmt: skip


def _named(row: Row, on: Canvas) -> Named:
    return Named(word(row["key"]), word(row["label"]), on.mark(row["status"]).symbol, word(row["written"]))


def _write(figure: Sketch, label: Label, outline: Outline, row: Row, on: Canvas) -> None:
    mark, is_hollow = on.mark(row["status"]), bool(number(row["hollow"]))
    ink = mark.ink if is_hollow else mark.on_fill
    if label.lead is not None:
        ink = on.colours.text
        (x, y), (to_x, to_y) = label.lead, outline.middle
        figure.shape(
            type="line", x0=x, y0=y, x1=to_x, y1=to_y, xref="x", yref="y",
            line={"color": on.colours.text, "width": 1},
        )  # fmt: skip
    figure.annotate(
        name="district", x=label.at[0], y=label.at[1], text="<br>".join(label.lines), align="center",
        yanchor="middle", font={"size": SMALL, "color": ink},
    )  # fmt: skip


def _touched(label: Label, outline: Outline, row: Row) -> Spec:
    """Return unseen points all over a district: they say what it is, and tell which one was clicked."""
    left, top, right, bottom = outline.box
    points = [
        (left + BETWEEN_POINTS * (column + 0.5), top + BETWEEN_POINTS * (line + 0.5))
        for line in range(int((bottom - top) / BETWEEN_POINTS) + 1)
        for column in range(int((right - left) / BETWEEN_POINTS) + 1)
    ]
    inside = [outline.middle, label.at, *(point for point in points if outline.holds(point))]
    unseen = {"marker": {"opacity": 0}}
    return scatter(
        name=f"touched {outline.district}", x=[round(x, 1) for x, _ in inside], y=[round(y, 1) for _, y in inside],
        mode="markers", marker={"size": 12, "opacity": 0}, selected=unseen, unselected=unseen,
        customdata=[outline.district] * len(inside), meta=[hover(row["hover"])],
        hovertemplate="%{meta[0]}<extra></extra>",
    )  # fmt: skip


def _frame(figure: Sketch, ground: Ground, caption: str, on: Canvas, legend: int) -> None:
    told = wrapped(caption, CAPTION_CHARACTERS)
    if ground.attribution:
        told += "<br>" + wrapped(escape(ground.attribution, quote=False), CAPTION_CHARACTERS)
    below = lines(told) * CAPTION_LINE_PX + 8 + legend
    figure.across(visible=False, range=[-1, ground.width + 1], constrain="domain")
    figure.upward(
        visible=False, range=[ground.height + 1, -1], scaleanchor="x", scaleratio=1, constrain="domain",
    )  # fmt: skip
    figure.update(height=HEIGHT_PX + below, margin={"t": 4, "b": below, "l": 0, "r": 0})
    figure.annotate(
        name="ground", text=told, xref="paper", yref="paper", x=0, y=0, xanchor="left", yanchor="top", yshift=-4,
        align="left", font={"size": SMALL, "color": on.colours.quiet},
    )  # fmt: skip
