"""A bar a place against its target, the first row of the frame on top."""

from __future__ import annotations

import pandas as pd

from indicators.exhibits.exhibit import Bars
from indicators.figures.canvas import SMALL, Canvas, Row, hover, number, rows_of, status_legend, word, wrapped
from indicators.figures.sketch import Sketch, Spec, bar, scatter

LABEL_CHARACTERS = 17
ROW_PX = 34
# Room beside the longest bar for its value, as a share of the scale, so that no label is cut on a phone.
ROOM_FOR_VALUES = 0.36
# What a value takes of the scale on a phone.
LABEL_SHARE = 0.4


def draw(frame: pd.DataFrame, drawing: Bars, on: Canvas) -> Sketch:
    """Return horizontal bars with value and symbol at their end and the target as a tick; hollow where incomplete."""
    figure = Sketch(_bars(frame, on), _values(frame, on))
    targets = [number(target) for target in frame["target"]]
    if any(target is not None for target in targets):
        figure.add(_ticks(targets, on))
        _name_the_first_tick(figure, targets, on)
    reach = [number(value) or 0.0 for value in frame["value"]] + [target or 0.0 for target in targets]
    low, high = min(0.0, *reach), max(0.0, *reach)
    span = (high - low) or 1.0
    figure.across(
        visible=False, range=[low - (ROOM_FOR_VALUES * span if low < 0 else 0), high + ROOM_FOR_VALUES * span]
    )
    figure.upward(
        range=[len(frame) - 0.5, -0.5], tickmode="array", tickvals=list(range(len(frame))),
        ticktext=[wrapped(word(label), LABEL_CHARACTERS) for label in frame["label"]],
        tickfont={"size": 13, "color": on.colours.text},
    )  # fmt: skip
    figure.upright(0, line={"color": on.colours.rule, "width": 1})
    legend = status_legend(figure, frame["status"], on)
    figure.update(height=len(frame) * ROW_PX + 34 + legend, margin={"t": 24, "b": 6 + legend}, bargap=0.34)
    return figure


def _bars(frame: pd.DataFrame, on: Canvas) -> Spec:
    marks = [on.mark(status) for status in frame["status"]]
    hollow = [bool(number(flag)) for flag in frame["hollow"]]
    return bar(
        name="value",
        x=[number(value) for value in frame["value"]],
        y=list(range(len(frame))),
        orientation="h",
        marker={
            "color": [mark.tint if empty else mark.fill for mark, empty in zip(marks, hollow, strict=True)],
            "line": {"color": [mark.fill for mark in marks], "width": [1.5 if empty else 0 for empty in hollow]},
        },
        customdata=[hover(said) for said in frame["hover"]],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _values(frame: pd.DataFrame, on: Canvas) -> Spec:
    rows = rows_of(frame)
    figures = [number(row[name]) or 0.0 for row in rows for name in ("value", "target")]
    room = LABEL_SHARE * ((max(0.0, *figures) - min(0.0, *figures)) or 1.0)
    written = [_written(row, room, on) for row in rows]
    return scatter(
        name="written",
        x=[at for at, _, _ in written],
        y=list(range(len(frame))),
        mode="text",
        text=[text for _, _, text in written],
        textposition=[side for _, side, _ in written],
        textfont={"size": 13, "color": on.colours.text},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _written(row: Row, room: float, on: Canvas) -> tuple[float, str, str]:
    """Return where a value is written, on which side of that, and how: where the tick leaves room for it."""
    value, target = number(row["value"]), number(row["target"])
    mark = on.mark(row["status"])
    end = max(0.0, value or 0.0)
    if value is None:
        said = _coloured(on.words("page.figure_no_data"), on.colours.quiet)
        return max(0.0, target or 0.0), "middle right", f"\u2002{said}"
    figure = on.figure(value, edges=[target])
    if target is None or target <= end or target - end >= room:
        return end, "middle right", f"\u2002{_coloured(mark.symbol, mark.ink)} {figure}"
    if end >= room and not number(row["hollow"]):
        return end, "middle left", _coloured(f"{mark.symbol} {figure}\u2002", mark.on_fill)
    return target, "middle right", f"\u2002{_coloured(mark.symbol, mark.ink)} {figure}"


def _coloured(text: str, colour: str) -> str:
    return f"<span style='color:{colour}'>{text}</span>"


def _ticks(targets: list[float | None], on: Canvas) -> Spec:
    return scatter(
        name="target",
        x=targets,
        y=list(range(len(targets))),
        mode="markers",
        marker={"symbol": "line-ns", "size": 22, "line": {"color": on.colours.target, "width": 2.5}},
        customdata=[f"{on.words('page.figure_target')}: {on.figure(target)} {on.unit}" for target in targets],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _name_the_first_tick(figure: Sketch, targets: list[float | None], on: Canvas) -> None:
    position, target = next((index, value) for index, value in enumerate(targets) if value is not None)
    figure.annotate(
        text=on.words("page.figure_target_tick"), x=target, y=position, yshift=16, yanchor="bottom",
        font={"size": SMALL, "color": on.colours.quiet},
    )  # fmt: skip
