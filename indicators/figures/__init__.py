"""Exhibits drawn as Plotly figures: the same figure for the screen and for a page that is read offline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import plotly.graph_objects as go

from indicators.exhibits.exhibit import (
    Bars,
    Distribution,
    Dumbbell,
    Exhibit,
    Heatmap,
    SmallMultiples,
    Trajectory,
)
from indicators.figures import bars, canvas, distribution, dumbbell, heatmap, small_multiples, trajectory
from indicators.figures.canvas import Canvas

__all__ = ["DRAWN", "draw"]

_DRAW_BY_KIND: Mapping[type, Callable[[Any, Any, Canvas], go.Figure]] = {
    Distribution: distribution.draw,
    Heatmap: heatmap.draw,
    Trajectory: trajectory.draw,
    Bars: bars.draw,
    SmallMultiples: small_multiples.draw,
    Dumbbell: dumbbell.draw,
}
DRAWN = tuple(_DRAW_BY_KIND)


def draw(exhibit: Exhibit, *, theme: str = "light", legend: bool = True) -> go.Figure:
    """Return the figure of an exhibit whose drawing is one of `DRAWN`, in the colours of `light` or `dark`.

    The title and the headline stand outside the figure; the note that marks demonstration data stands inside it, so
    that no rendering can lose it. `legend=False` leaves out what each symbol means, for a page that says so itself.
    An empty exhibit gives a figure that holds its empty sentence.
    """
    on = canvas.canvas(exhibit, theme=theme, legend=legend)
    figure = canvas.blank(exhibit, on) if exhibit.is_empty else _drawn(exhibit, on)
    return canvas.finished(figure, exhibit, on)


def _drawn(exhibit: Exhibit, on: Canvas) -> go.Figure:
    return _DRAW_BY_KIND[type(exhibit.drawing)](exhibit.frame, exhibit.drawing, on)
