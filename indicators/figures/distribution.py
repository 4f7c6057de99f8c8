"""A stacked bar of counts a row, a segment a status: how many are met, late or lost."""

from __future__ import annotations

import pandas as pd

from indicators.exhibits.exhibit import Distribution
from indicators.figures.canvas import SMALL, Canvas, status_legend, word, wrapped
from indicators.figures.sketch import Sketch, Spec, bar
from indicators.palette import STATUSES

# Labels under the single bar are placed as if the figure were this wide, so that they never collide on a phone.
NARROWEST_PX = 340
CHARACTER_PX = 6.6
LINE_PX = 19
ROW_PX = 34


def draw(frame: pd.DataFrame, drawing: Distribution, on: Canvas) -> Sketch:
    """Return one slim bar with its words beneath, or aligned bars with a legend where there are several rows."""
    rows = list(dict.fromkeys(zip(frame["row"].map(word), frame["row_label"].map(word), strict=True)))
    figure = Sketch()
    for status in STATUSES:
        part = frame[(frame["status"] == status) & (frame["count"] > 0)]
        if not part.empty:
            figure.add(_segments(part, status, on, single=len(rows) == 1))
    totals = frame.groupby(frame["row"].map(word), sort=False)["count"].sum()
    figure.update(barmode="stack", bargap=0.26)
    figure.across(visible=False, range=[0, max(float(totals.max()), 1.0)])
    if len(rows) == 1:
        _label_the_only_row(figure, frame, on)
    else:
        _name_the_rows(figure, rows, on)
        legend = status_legend(figure, frame.loc[frame["count"] > 0, "status"], on)
        height, below = figure.layout["height"], figure.layout["margin"]["b"]
        figure.update(height=height + legend, margin={"b": below + legend})
    return figure


def _segments(part: pd.DataFrame, status: str, on: Canvas, *, single: bool) -> Spec:
    mark = on.mark(status)
    label = word(part["status_label"].iloc[0])
    counts = [int(count) for count in part["count"]]
    return bar(
        name=f"{mark.symbol} {label}",
        y=[word(row) for row in part["row"]],
        x=counts,
        orientation="h",
        marker={"color": mark.fill, "line": {"color": on.colours.raised, "width": 1.5}},
        text=[
            f"<b>{on.words.number(count)}</b>" if single else f"{mark.symbol} {on.words.number(count)}"
            for count in counts
        ],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none" if single else "inside",
        textfont={"color": mark.on_fill, "size": 16 if single else SMALL},
        customdata=[
            f"{word(row)}<br>{mark.symbol} {label}: {count}"
            for row, count in zip(part["row_label"], counts, strict=True)
        ],
        hovertemplate="%{customdata}<extra></extra>",
        showlegend=False,
    )


def _label_the_only_row(figure: Sketch, frame: pd.DataFrame, on: Canvas) -> None:
    total = int(frame["count"].sum())
    levels: list[float] = []
    start = 0
    for trace in figure.traces:
        count = int(trace["x"][0])
        left_px = start / max(total, 1) * NARROWEST_PX
        width_px = len(trace["name"]) * CHARACTER_PX + 10
        # A label that would leave the figure on the right is written towards the left.
        turned = left_px + width_px > NARROWEST_PX
        begin, end = (left_px - width_px, left_px + 10) if turned else (left_px, left_px + width_px)
        level = next((index for index, taken in enumerate(levels) if begin >= taken), len(levels))
        levels[level : level + 1] = [end]
        figure.annotate(
            text=trace["name"], x=start if not turned else start + count, y=0, yref="paper", yanchor="top",
            xanchor="right" if turned else "left", yshift=-4 - level * LINE_PX,
            font={"size": SMALL, "color": on.colours.text},
        )  # fmt: skip
        start += count
    below = 10 + len(levels) * LINE_PX
    figure.update(height=46 + below + 8, margin={"b": below, "l": 0, "r": 0, "t": 8}, bargap=0)
    figure.upward(visible=False)


def _name_the_rows(figure: Sketch, rows: list[tuple[str, str]], on: Canvas) -> None:
    figure.upward(
        autorange="reversed",
        tickmode="array",
        categoryorder="array",
        categoryarray=[row for row, _ in rows],
        tickvals=[row for row, _ in rows],
        ticktext=[wrapped(label, 18) for _, label in rows],
        tickfont={"size": 13, "color": on.colours.text},
    )
    figure.update(height=len(rows) * ROW_PX + 12, margin={"t": 6, "b": 6}, uniformtext={"minsize": 11, "mode": "hide"})
