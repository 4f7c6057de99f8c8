"""Exhibits drawn as Plotly figures: the same figure for the screen and for a page that is read offline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import plotly
import plotly.graph_objects as go

from indicators.exhibits.exhibit import (
    Bars,
    Contributions,
    Distribution,
    Dumbbell,
    Exhibit,
    Heatmap,
    Map,
    Slope,
    SmallMultiples,
    Trajectory,
)
from indicators.figures import (
    bars,
    canvas,
    contributions,
    distribution,
    dumbbell,
    heatmap,
    map,
    slope,
    small_multiples,
    trajectory,
)
from indicators.figures.canvas import Canvas
from indicators.figures.sketch import Sketch, Spec
from indicators.palette import Palette, palette

__all__ = ["DRAWN", "draw", "script", "sketch", "template"]

_DRAW_BY_KIND: Mapping[type, Callable[[Any, Any, Canvas], Sketch]] = {
    Distribution: distribution.draw,
    Heatmap: heatmap.draw,
    Trajectory: trajectory.draw,
    Bars: bars.draw,
    Map: map.draw,
    SmallMultiples: small_multiples.draw,
    Slope: slope.draw,
    Contributions: contributions.draw,
    Dumbbell: dumbbell.draw,
}
DRAWN = tuple(_DRAW_BY_KIND)


def draw(exhibit: Exhibit, *, theme: str = "light", legend: bool = True) -> go.Figure:
    """Return the figure of an exhibit whose drawing is one of `DRAWN`, in the colours of `light` or `dark`.

    The title and the headline stand outside the figure; the note that marks demonstration data stands inside it, so
    that no rendering can lose it. `legend=False` leaves out what each symbol means, for a page that says so itself.
    An empty exhibit gives a figure that holds its empty sentence.
    """
    figure = go.Figure(sketch(exhibit, colours=palette(theme), legend=legend))
    return figure.update_layout(template=_plotly_template(theme))


def sketch(exhibit: Exhibit, *, colours: Palette, legend: bool = True) -> Spec:
    """Return the same figure as plain values, without the template that all figures share."""
    on = canvas.canvas(exhibit, colours=colours, legend=legend)
    figure = canvas.blank(exhibit, on) if exhibit.is_empty else _drawn(exhibit, on)
    return canvas.finished(figure, exhibit, on).spec


def template(colours: Palette) -> Spec:
    """Return what all figures share: type, ground, axes, hover labels."""
    return canvas.template(colours)


def script() -> bytes:
    """Return Plotly's own program for the browser, as its package brings it."""
    return (Path(plotly.__file__).parent / "package_data" / "plotly.min.js").read_bytes()


@cache
def _plotly_template(theme: str) -> go.layout.Template:
    return go.layout.Template(template(palette(theme)))


def _drawn(exhibit: Exhibit, on: Canvas) -> Sketch:
    return _DRAW_BY_KIND[type(exhibit.drawing)](exhibit.frame, exhibit.drawing, on)
