"""Two places side by side, a row an indicator, on the scale of the ratio S."""

from __future__ import annotations

import pandas as pd

from indicators.exhibits.exhibit import Dumbbell
from indicators.figures.canvas import SMALL, Canvas, hover, number, rows_of, shortened, word
from indicators.figures.sketch import Sketch, Spec, scatter

ROW_PX = 48
LABEL_CHARACTERS = 46
# S has no upper end; beyond these the mark stands at the edge as an arrow and the hover tells the figure.
LOWEST, HIGHEST = -0.5, 1.75
LEFT_SYMBOL, RIGHT_SYMBOL = "circle", "diamond"
SIZE = 15


def draw(frame: pd.DataFrame, drawing: Dumbbell, on: Canvas) -> Sketch:
    """Return a line a row from one place's S to the other's, against the mark of being on the path (S = 1)."""
    figure = Sketch()
    for position, row in enumerate(rows_of(frame)):
        _label(figure, position, word(row["row_label"]), on)
        ends = [_held(number(end)) for end in (row["left"], row["right"]) if number(end) is not None]
        if len(ends) == 2:
            figure.shape(
                type="line", x0=min(ends), x1=max(ends), y0=position, y1=position, layer="below",
                line={"color": on.colours.path, "width": 3},
            )  # fmt: skip
        if not ends:
            figure.annotate(
                text=on.words("page.figure_no_ratio"), x=0, xref="paper", y=position, xanchor="left",
                font={"size": SMALL, "color": on.colours.quiet},
            )  # fmt: skip
    figure.add(_ends(frame, "left", drawing.left_label, LEFT_SYMBOL, on))
    figure.add(_ends(frame, "right", drawing.right_label, RIGHT_SYMBOL, on))
    figure.add(_whose(drawing.left_label, LEFT_SYMBOL, on))
    figure.add(_whose(drawing.right_label, RIGHT_SYMBOL, on))
    _scale(figure, frame, on)
    return figure


def _held(value: float | None) -> float:
    return min(max(value or 0.0, LOWEST), HIGHEST)


def _label(figure: Sketch, position: int, text: str, on: Canvas) -> None:
    figure.annotate(
        text=shortened(text, LABEL_CHARACTERS), hovertext=text, x=0, xref="paper", xanchor="left", y=position,
        yshift=19, align="left", bgcolor=on.colours.raised, borderpad=1, font={"size": 13, "color": on.colours.text},
    )  # fmt: skip


def _ends(frame: pd.DataFrame, side: str, label: str, symbol: str, on: Canvas) -> Spec:
    values = [number(value) for value in frame[side]]
    marks = [on.mark(status) for status in frame[f"{side}_status"]]
    return scatter(
        name=label,
        x=[None if value is None else _held(value) for value in values],
        y=list(range(len(frame))),
        mode="markers",
        marker={
            "symbol": [_arrow(value) or symbol for value in values],
            "size": SIZE,
            "color": [mark.fill for mark in marks],
            "line": {"color": on.colours.text, "width": 1.2},
        },
        customdata=[hover(said) for said in frame[f"{side}_hover"]],
        hovertemplate="%{customdata}<extra></extra>",
        cliponaxis=False,
        showlegend=False,
    )


def _whose(label: str, symbol: str, on: Canvas) -> Spec:
    # The colour of a mark is its verdict, so the legend tells the places apart by shape alone.
    outline = {"color": on.colours.text, "width": 1.5}
    return scatter(
        x=[None],
        y=[None],
        mode="markers",
        name=label,
        showlegend=True,
        marker={"symbol": symbol, "size": SIZE, "color": on.colours.raised, "line": outline},
    )


def _arrow(value: float | None) -> str | None:
    if value is None or LOWEST <= value <= HIGHEST:
        return None
    return "triangle-right" if value > HIGHEST else "triangle-left"


def _scale(figure: Sketch, frame: pd.DataFrame, on: Canvas) -> None:
    rows = len(frame)
    falls = any((number(value) or 0.0) < 0 for side in ("left", "right") for value in frame[side])
    ticks = [0.0, 0.5, 1.0, 1.5]
    figure.across(
        range=[(LOWEST if falls else 0.0) - 0.08, HIGHEST + 0.08], tickmode="array", tickvals=ticks, side="top",
        showgrid=True, ticktext=[on.words.number(tick, 1) for tick in ticks],
    )  # fmt: skip
    figure.upward(visible=False, range=[rows - 0.4, -0.75])
    figure.upright(1, line={"color": on.colours.target, "width": 1.5})
    figure.annotate(
        text=on.words("page.figure_on_path"), x=1, y=1, yref="paper", yshift=20, yanchor="bottom",
        font={"size": SMALL, "color": on.colours.text},
    )  # fmt: skip
    figure.update(
        height=rows * ROW_PX + 96,
        margin={"t": 78, "b": 6, "l": 2, "r": 2},
        showlegend=True,
        legend={"x": 0, "y": 1, "xref": "paper", "yref": "container", "yanchor": "top", "xanchor": "left"},
    )
