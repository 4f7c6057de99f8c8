"""The districts as areas: colour, symbol and name say the verdict, a line leads to a name that finds no room inside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

import pandas as pd

from indicators.catalogue import Ground, Outline
from indicators.exhibits.exhibit import Map
from indicators.figures.canvas import SMALL, Canvas, Row, hover, lines, number, rows_of, status_legend, word, wrapped
from indicators.figures.sketch import Sketch, Spec, scatter

HEIGHT_PX = 420
# What the narrowest phone leaves for one unit of the ground: names that fit there fit everywhere.
PX_PER_UNIT = 2.9
CHARACTER_PX = 6.4
LINE_PX = 14.5
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
    for outline, row in drawn:
        _write(figure, outline, row, on)
    for outline, row in drawn:
        figure.add(_touched(outline, row))
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


def _write(figure: Sketch, outline: Outline, row: Row, on: Canvas) -> None:
    mark, is_hollow = on.mark(row["status"]), bool(number(row["hollow"]))
    name, said = word(row["label"]), f"{mark.symbol} {word(row['written'])}".strip()
    at = outline.label if outline.holds(outline.label) else outline.middle
    told = next((each for each in _ways(name, mark.symbol, said) if _fits(outline, at, each)), None)
    ink = mark.ink if is_hollow else mark.on_fill
    if told is None and not outline.holds(outline.label):
        _lead(figure, outline, on)
        at, told, ink = outline.label, (name, said), on.colours.text
    figure.annotate(
        name="district", x=at[0], y=at[1], text="<br>".join(told or (name, said)), align="center",
        yanchor="middle", font={"size": SMALL, "color": ink},
    )  # fmt: skip


def _ways(name: str, symbol: str, said: str) -> Iterator[Sequence[str]]:
    """Yield the ways to write a name and what stands with it, the fullest first."""
    words = name.split()
    stacked = [" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])] if len(words) > 1 else [name]
    yield name, said
    yield *stacked, said
    yield name, symbol
    yield *stacked, symbol
    yield *stacked[:-1], f"{stacked[-1]} {symbol}"


def _fits(outline: Outline, at: tuple[float, float], told: Sequence[str]) -> bool:
    tall = len(told) * LINE_PX / PX_PER_UNIT
    wide = max(len(line) for line in told) * CHARACTER_PX / PX_PER_UNIT
    x, y = at
    edges = ((x, y - tall / 3), (x, y), (x, y + tall / 3))
    return outline.height_at(at) >= tall and all(outline.width_at(edge) >= wide for edge in edges)


def _lead(figure: Sketch, outline: Outline, on: Canvas) -> None:
    (x, y), (to_x, to_y) = outline.label, outline.middle
    start = y - LINE_PX / PX_PER_UNIT if to_y < y else y + LINE_PX / PX_PER_UNIT
    figure.shape(
        type="line", x0=x, y0=start, x1=to_x, y1=to_y, xref="x", yref="y",
        line={"color": on.colours.text, "width": 1},
    )  # fmt: skip


def _touched(outline: Outline, row: Row) -> Spec:
    """Return unseen points all over a district: they say what it is, and tell which one was clicked."""
    left, top, right, bottom = outline.box
    points = [
        (left + BETWEEN_POINTS * (column + 0.5), top + BETWEEN_POINTS * (line + 0.5))
        for line in range(int((bottom - top) / BETWEEN_POINTS) + 1)
        for column in range(int((right - left) / BETWEEN_POINTS) + 1)
    ]
    inside = [outline.middle, *(point for point in points if outline.holds(point))]
    unseen = {"marker": {"opacity": 0}}
    return scatter(
        name=f"touched {outline.district}", x=[round(x, 1) for x, _ in inside], y=[round(y, 1) for _, y in inside],
        mode="markers", marker={"size": 12, "opacity": 0}, selected=unseen, unselected=unseen,
        customdata=[outline.district] * len(inside), text=hover(row["hover"]), hovertemplate="%{text}<extra></extra>",
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
