"""Where a line leads if it goes on as in its last years: an area that widens from the last value to the target."""

from __future__ import annotations

from indicators.figures.canvas import Canvas, Row, hover, number
from indicators.figures.sketch import Sketch, scatter

PALE = 0.16


def widen(figure: Sketch, row: Row, last: tuple[float, float], on: Canvas) -> None:
    """Draw the area between the lowest and the highest projection of a row, from the last point (at, value)."""
    (start, value), due = last, float(row["at"])
    low, high = number(row["value"]), number(row["value_to"])
    if low is None or high is None:
        return
    figure.shape(
        type="path", path=f"M {start},{value} L {due},{high} L {due},{low} Z", layer="below", opacity=PALE,
        fillcolor=on.colours.actual, line={"width": 0},
    )  # fmt: skip
    figure.add(
        scatter(
            name=on.words("page.figure_forecast"),
            x=[due, start, due],
            y=[high, value, low],
            mode="lines",
            line={"color": on.colours.actual, "width": 1.2, "dash": "dot"},
            customdata=[hover(row["hover"]), "", hover(row["hover"])],
            hovertemplate="%{customdata}<extra></extra>",
            showlegend=True,
            cliponaxis=False,
        )
    )
