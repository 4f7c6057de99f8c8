"""What every figure shares: our own Plotly template, the type sizes, the wrapped label, the demonstration note."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from indicators import labels
from indicators.exhibits.digits import digits_for
from indicators.exhibits.exhibit import Exhibit
from indicators.figures.sketch import Sketch, Spec, scatter
from indicators.labels import Text
from indicators.palette import SANS, STATUSES, Mark, Palette

SMALL = 12
BODY = 13
LARGE = 15
NOTE_HEIGHT = 22
LEGEND_HEIGHT = 70
Row = Mapping[Hashable, Any]
# Texts whose lines were broken once are those of the next year, and of the other theme.
MOST_REMEMBERED = 2000
SEPARATORS = {"vi": ",.", "en": ".,"}


@dataclass(frozen=True)
class Canvas:
    """What a figure is drawn with: the colours of its theme, the words of its language, the unit and its decimals.

    `legend` is False where the page beside it already says what each symbol means.
    """

    colours: Palette
    words: Text
    unit: str = ""
    decimals: int = 0
    legend: bool = True

    def mark(self, status: object) -> Mark:
        """Return how a status looks."""
        return self.colours.mark(word(status) or None)

    def figure(self, value: float | None, *, edges: Iterable[float | None] = ()) -> str:
        """Return a value as the reader of this language writes it, never rounded onto or across an edge."""
        if value is None:
            return ""
        known = [edge for edge in edges if edge is not None]
        return self.words.number(value, digits_for(value, self.decimals, edges=known))

    @property
    def tick_format(self) -> str:
        """Return how an axis writes its numbers: grouped, with no more decimals than a tick needs."""
        return ",~f"


def canvas(exhibit: Exhibit, *, colours: Palette, legend: bool) -> Canvas:
    """Return what an exhibit is drawn with."""
    return Canvas(
        colours=colours,
        words=labels.text(exhibit.language),
        unit=exhibit.unit,
        decimals=exhibit.decimals,
        legend=legend,
    )


def template(colours: Palette) -> Spec:
    """Return our template: transparent ground, quiet axes, horizontal grid lines at most, one hover look."""
    axis: dict[str, Any] = {
        "gridcolor": colours.grid,
        "linecolor": colours.rule,
        "tickcolor": colours.rule,
        "zeroline": False,
        "showline": False,
        "showgrid": False,
        "ticks": "",
        "tickfont": {"size": SMALL, "color": colours.quiet},
        "title": {"text": ""},
        "automargin": True,
        "fixedrange": True,
    }
    return {
        "layout": {
            "font": {"family": SANS, "size": BODY, "color": colours.text},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "colorway": [colours.actual, colours.accent, colours.path],
            "margin": {"l": 4, "r": 4, "t": 8, "b": 8, "pad": 4},
            "showlegend": False,
            "dragmode": False,
            "hovermode": "closest",
            "hoverlabel": {
                "bgcolor": colours.raised,
                "bordercolor": colours.rule,
                "align": "left",
                "font": {"family": SANS, "size": BODY, "color": colours.text},
            },
            "legend": {
                "orientation": "h",
                "font": {"size": SMALL, "color": colours.text},
                "itemclick": False,
                "itemdoubleclick": False,
                "traceorder": "normal",
            },
            "xaxis": axis,
            "yaxis": axis,
            "annotationdefaults": {"showarrow": False, "font": {"size": SMALL, "color": colours.quiet}},
        }
    }


def finished(figure: Sketch, exhibit: Exhibit, on: Canvas) -> Sketch:
    """Return the figure in our template and number format, marked where it shows demonstration data."""
    figure.update(separators=SEPARATORS.get(exhibit.language, ",."))
    if exhibit.is_demonstration:
        _stamp(figure, on)
    return figure


def _stamp(figure: Sketch, on: Canvas) -> None:
    below = figure.layout.get("margin", {}).get("b", 8) + NOTE_HEIGHT
    height = figure.layout.get("height")
    figure.update(margin={"b": below}, height=None if height is None else height + NOTE_HEIGHT)
    figure.annotate(
        name="demonstration", text=on.words("page.figure_demonstration"), xref="paper", yref="paper", x=1, y=0,
        xanchor="right", yanchor="bottom", yshift=-below, font={"size": SMALL, "color": on.colours.quiet},
    )  # fmt: skip


def blank(exhibit: Exhibit, on: Canvas) -> Sketch:
    """Return a figure without marks that says why there are none."""
    figure = Sketch()
    figure.update(height=120, xaxis={"visible": False}, yaxis={"visible": False}, margin={"b": 8})
    figure.annotate(
        text=wrapped(exhibit.empty_sentence, 48), xref="paper", yref="paper", x=0, y=0.5, xanchor="left", align="left",
        font={"size": BODY, "color": on.colours.quiet},
    )  # fmt: skip
    return figure


def status_legend(figure: Sketch, statuses: Iterable[object], on: Canvas) -> int:
    """Add what each symbol means, under the figure, and return the height it takes; 0 where the page says it."""
    figure.hide_from_legend()
    if not on.legend:
        return 0
    occurring = {word(status) for status in statuses}
    for status in (status for status in STATUSES if status in occurring):
        mark = on.mark(status)
        figure.add(
            scatter(
                x=[None],
                y=[None],
                mode="markers",
                name=f"{mark.symbol} {on.words(f'status.{status}')}",
                marker={"symbol": "square", "size": 12, "color": mark.fill},
                hoverinfo="skip",
                showlegend=True,
            )  # fmt: skip
        )
    figure.update(
        showlegend=True,
        legend={"x": 0, "xref": "container", "xanchor": "left", "y": 0, "yref": "container", "yanchor": "bottom"},
    )
    return LEGEND_HEIGHT


def rows_of(frame: pd.DataFrame) -> Sequence[Row]:
    """Return the rows of a frame, each by the names of its columns."""
    names = list(frame.columns)
    return [dict(zip(names, cells, strict=True)) for cells in frame.to_numpy(dtype=object).tolist()]


def number(value: object) -> float | None:
    """Return a cell of a frame as a finite number, or None where there is none."""
    if value is None or isinstance(value, str):
        return None
    try:
        found = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None
    return found if math.isfinite(found) else None


def word(value: object) -> str:
    """Return a cell of a frame as text, empty where there is none."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    return str(value)


def hover(value: object) -> str:
    """Return the text of a hover label with its lines broken as Plotly breaks them."""
    return _broken(word(value))


@lru_cache(maxsize=MOST_REMEMBERED)
def _broken(text: str) -> str:
    told = text.replace("<br>", "\n").split("\n")
    return "<br>".join(textwrap.fill(line, 52) for line in told).replace("\n", "<br>")


@lru_cache(maxsize=MOST_REMEMBERED)
def wrapped(text: str, width: int) -> str:
    """Return a label on as many lines as it needs at that many characters."""
    return "<br>".join(textwrap.wrap(text, width, break_long_words=False)) or text


def shortened(text: str, width: int) -> str:
    """Return a label on one line, cut at a word with an ellipsis where it is longer."""
    first, *rest = wrapped(text, width).split("<br>")
    return f"{first}…" if rest else first


def lines(text: str) -> int:
    """Return how many lines a wrapped label takes."""
    return text.count("<br>") + 1
