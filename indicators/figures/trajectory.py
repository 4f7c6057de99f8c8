"""Actual against the path to the target, over years."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import pandas as pd

from indicators.exhibits.course import before_first_year_of
from indicators.exhibits.exhibit import Trajectory
from indicators.figures.canvas import LARGE, SMALL, Canvas, Row, hover, number, rows_of, word
from indicators.figures.clearing import CHARACTER_PX, WIDTH_PX, Clearing
from indicators.figures.forecast import widen
from indicators.figures.parts import TARGETS, Parts, points_of
from indicators.figures.sketch import Sketch, scatter
from indicators.figures.targets import mark_targets

PLOT_PX = 298
TOP_PX, BREAK_LINE_PX = 30, 16
LEGEND_PX, LEGEND_LINES, LEGEND_LINE_PX, LEGEND_SIGN_PX = 72, 3, 20, 40
MOST_TICKS = 8


def with_gaps(
    at: list[float], values: list[float | None], said: list[str]
) -> tuple[list[float], list[float | None], list[str]]:
    """Return the points with an empty one wherever a yearly series leaves a year out, so that no line bridges it."""
    if not at or not all(year.is_integer() for year in at):
        return at, values, said
    filled: list[tuple[float, float | None, str]] = []
    for (year, value, text), following in zip(zip(at, values, said, strict=True), [*at[1:], at[-1]], strict=True):
        filled.append((year, value, text))
        if following - year > 1:
            filled.append((year + 1, None, ""))
    return [point[0] for point in filled], [point[1] for point in filled], [point[2] for point in filled]


def draw(frame: pd.DataFrame, drawing: Trajectory, on: Canvas) -> Sketch:
    """Return the actual line over the path, the target named where it stands, and the gap between the two."""
    figure = Sketch()
    parts: Parts = {}
    for row in sorted(rows_of(frame), key=lambda row: float(row["at"])):
        parts.setdefault(word(row["series"]), []).append(row)
    _axes(figure, [row for part in parts.values() for row in part], on)
    actual, clearing = points_of(parts.get("actual")), _clearing(figure, parts)
    _path(figure, parts, on)
    for row in parts.get("forecast", ()) if actual else ():
        widen(figure, row, actual[-1], on)
    _needed(figure, parts, on)
    _hollow(figure, parts, on)
    _actual(figure, parts, drawing, clearing, on)
    mark_targets(figure, parts, clearing, on)
    _gap(figure, parts, on)
    for position, first_year in enumerate(drawing.breaks):
        _break(figure, first_year, position % 2, on)
    below = LEGEND_PX + LEGEND_LINE_PX * max(0, _legend_lines(figure, on) - LEGEND_LINES)
    above = TOP_PX + (BREAK_LINE_PX if len(drawing.breaks) > 1 else 0)
    figure.update(
        height=PLOT_PX + above + below, margin={"t": above, "b": below, "l": 4, "r": 10}, showlegend=True,
        legend={"x": 0, "y": -0.1, "yref": "paper", "yanchor": "top", "xanchor": "left"},
    )  # fmt: skip
    return figure


def _legend_lines(figure: Sketch, on: Canvas) -> int:
    """Return how many lines the legend takes on a phone: one an entry, one more where the note has no room beside."""
    entries = [str(trace["name"]) for trace in figure.traces if trace["showlegend"]]
    beside = len(entries[-1] if entries else "") + len(on.words("page.figure_demonstration"))
    return len(entries) + (LEGEND_SIGN_PX + beside * CHARACTER_PX > WIDTH_PX)


def _clearing(figure: Sketch, parts: Parts) -> Clearing:
    """Return the chart with what no label may lie upon: the actual line, the targets' marks, the forecast."""
    clearing = Clearing(figure.layout["xaxis"]["range"], figure.layout["yaxis"]["range"], PLOT_PX)
    actual = points_of(parts.get("actual"))
    clearing.take_line(actual)
    for row in parts.get("forecast", ()) if actual else ():
        for end in (number(row["value"]), number(row["value_to"])):
            if end is not None:
                clearing.take_line([actual[-1], (float(row["at"]), end)])
    for series in TARGETS:
        for target in points_of(parts.get(series)):
            clearing.take_line([target])
    return clearing


def _path(figure: Sketch, parts: Parts, on: Canvas) -> None:
    points = points_of(parts.get("path"))
    if not points:
        return
    figure.add(
        scatter(
            name=on.words("page.figure_path"),
            x=[at for at, _ in points],
            y=[value for _, value in points],
            mode="lines",
            line={"color": on.colours.path, "width": 1.6},
            hoverinfo="skip",
            showlegend=True,
        )  # fmt: skip
    )


def interpolated(points: list[tuple[float, float]], at: float) -> float | None:
    """Return the height of a broken line at a time, None outside it."""
    for (left, low), (right, high) in pairwise(points):
        if left <= at <= right:
            return low if right == left else low + (high - low) * (at - left) / (right - left)
    return next((value for year, value in points if year == at), None)


def _actual(figure: Sketch, parts: Parts, drawing: Trajectory, clearing: Clearing, on: Canvas) -> None:
    part = parts.get("actual")
    points = points_of(part)
    if part is None or not points:
        return
    years, values, said = with_gaps(
        [float(row["at"]) for row in part],
        [number(row["value"]) for row in part],
        [hover(row["hover"]) for row in part],
    )
    last_at, last = points[-1]
    mark = on.mark(drawing.status)
    figure.add(
        scatter(
            name="actual",
            x=years,
            y=values,
            mode="lines+markers",
            connectgaps=False,
            customdata=said,
            hovertemplate="%{customdata}<extra></extra>",
            line={"color": on.colours.actual, "width": 3.2},
            marker={
                "opacity": 1,
                "size": [15 if year == last_at else 8 for year in years],
                "color": [mark.fill if year == last_at else on.colours.actual for year in years],
                "line": {"color": on.colours.raised, "width": 2},
            },
            cliponaxis=False,
            showlegend=False,
        )  # fmt: skip
    )
    expected = interpolated(points_of(parts.get("path")), last_at)
    above = expected is None or last >= expected
    is_last_year = last_at >= max(row["at"] for part in parts.values() for row in part)
    distance = _distance(last, expected, on, is_last_year=is_last_year)
    edges = [expected, *(value for _, value in points_of(parts.get("target")))]
    lines = [on.figure(last, edges=edges), *filter(None, [distance])]
    shift = clearing.place(points[-1], max(map(len, lines)), len(lines), [12 if above else -12], reaching=0.5)
    if distance:
        distance = f"<br><span style='font-size:{SMALL}px;color:{on.colours.boundary}'>{distance}</span>"
    figure.annotate(
        name="last", text=f"<b>{lines[0]}</b>{distance}", x=last_at, y=last,
        yshift=shift, yanchor="bottom" if above else "top",
        font={"size": LARGE, "color": on.colours.text},
    )  # fmt: skip


def _hollow(figure: Sketch, parts: Parts, on: Canvas) -> None:
    for series, symbol in (
        ("preliminary", "circle-open"),
        ("incomplete", "circle-open-dot"),
        ("baseline", "square-open"),
    ):
        part = parts.get(series)
        points = points_of(part)
        if part is None or not points:
            continue
        figure.add(
            scatter(
                name=on.words(f"page.figure_{series}"),
                x=[at for at, _ in points],
                y=[value for _, value in points],
                mode="markers+lines" if series == "preliminary" else "markers",
                line={"color": on.colours.actual, "width": 1.5, "dash": "dot"},
                marker={"symbol": symbol, "size": 11, "color": on.colours.actual, "line": {"width": 2}},
                customdata=[hover(row["hover"]) for row in part if number(row["value"]) is not None],
                hovertemplate="%{customdata}<extra></extra>",
                showlegend=True,
                cliponaxis=False,
            )  # fmt: skip
        )


def _needed(figure: Sketch, parts: Parts, on: Canvas) -> None:
    points = points_of(parts.get("needed"))
    if len(points) < 2:
        return
    figure.add(
        scatter(
            name=on.words("page.figure_needed"),
            x=[at for at, _ in points],
            y=[value for _, value in points],
            mode="lines",
            line={"color": on.colours.needed, "width": 2, "dash": "dash"},
            hoverinfo="skip",
            showlegend=True,
        )  # fmt: skip
    )


def _gap(figure: Sketch, parts: Parts, on: Canvas) -> None:
    actual, path = points_of(parts.get("actual")), points_of(parts.get("path"))
    if not actual:
        return
    at, value = actual[-1]
    expected = interpolated(path, at)
    if expected is None or math.isclose(expected, value, rel_tol=1e-9):
        return
    figure.shape(
        type="line", x0=at, x1=at, y0=value, y1=expected, layer="below",
        line={"color": on.colours.boundary, "width": 2, "dash": "dot"},
    )  # fmt: skip


def _distance(value: float, expected: float | None, on: Canvas, *, is_last_year: bool) -> str:
    # At the end of the years the target itself stands beside the value, and a longer label would leave the figure.
    if expected is None or is_last_year or math.isclose(expected, value, rel_tol=1e-9):
        return ""
    return on.words("page.figure_gap", gap=on.words.number(abs(expected - value), on.decimals))


def _break(figure: Sketch, first_year: float, line: int, on: Canvas) -> None:
    """Mark new borders; every other name stands a line higher, since neighbours have no room side by side."""
    at = before_first_year_of(first_year)
    figure.upright(at, line={"color": on.colours.boundary, "width": 1.3, "dash": "dot"}, layer="below")
    figure.annotate(
        name="break", text=on.words("page.figure_break", year=math.floor(first_year)), x=at, y=1, yref="paper",
        yanchor="bottom", yshift=2 + line * BREAK_LINE_PX,
        font={"size": SMALL, "color": on.colours.boundary},
    )  # fmt: skip


def _axes(figure: Sketch, rows: Sequence[Row], on: Canvas) -> None:
    years = [float(row["at"]) for row in rows]
    first, last = math.floor(min(years)), math.ceil(max(years))
    step = max(1, math.ceil((last - first + 1) / MOST_TICKS))
    ticks = list(range(last, first - 1, -step))[::-1]
    figure.across(
        range=[min(years) - 0.25, max(years) + 0.35], tickmode="array", tickvals=ticks,
        ticktext=[str(tick) for tick in ticks], showline=True, ticks="outside", ticklen=4, automargin=False,
    )  # fmt: skip
    heights = [found for row in rows for name in ("value", "value_to") if (found := number(row[name])) is not None]
    low, high = (min(heights), max(heights)) if heights else (0.0, 1.0)
    if 0 <= low < 0.45 * high:
        low = 0.0
    span = (high - low) or abs(high) or 1.0
    figure.upward(
        range=[low if low == 0.0 else low - 0.16 * span, high + 0.16 * span], showgrid=True, nticks=5,
        tickformat=on.tick_format,
    )  # fmt: skip
