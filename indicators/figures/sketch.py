"""A figure as plain values, in Plotly's own terms: what is drawn, before anything draws it.

Making one is many times quicker than making Plotly's object, so a whole store can be drawn ahead, and a page that is
read offline holds exactly what the screen shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Spec = dict[str, Any]


class Sketch:
    """Traces and a layout under construction; None leaves a part out."""

    def __init__(self, *traces: Spec) -> None:
        self.traces: list[Spec] = []
        self.layout: Spec = {}
        for trace in traces:
            self.add(trace)

    def add(self, trace: Spec) -> None:
        """Add a trace."""
        self.traces.append(_filled(trace))

    def annotate(self, **parts: object) -> None:
        """Add a text that stands in the figure."""
        self.layout.setdefault("annotations", []).append(_filled(parts))

    def shape(self, **parts: object) -> None:
        """Add a line or an area behind or before the traces."""
        self.layout.setdefault("shapes", []).append(_filled(parts))

    def upright(self, at: float, *, line: Spec, layer: str | None = None) -> None:
        """Add a line from the foot of the figure to its top."""
        self.shape(type="line", x0=at, x1=at, xref="x", y0=0, y1=1, yref="y domain", line=line, layer=layer)

    def update(self, parts: Mapping[str, object] | None = None, **more: object) -> None:
        """Set parts of the layout; what is nested is merged."""
        _merge(self.layout, {**(parts or {}), **more})

    def across(self, **parts: object) -> None:
        """Set parts of the horizontal axis."""
        self.update(xaxis=parts)

    def upward(self, **parts: object) -> None:
        """Set parts of the vertical axis."""
        self.update(yaxis=parts)

    def hide_from_legend(self) -> None:
        """Leave every trace out of the legend."""
        for trace in self.traces:
            trace["showlegend"] = False

    @property
    def spec(self) -> Spec:
        """The figure as Plotly takes it."""
        return {"data": self.traces, "layout": self.layout}


def scatter(**parts: object) -> Spec:
    """Return points, lines or texts."""
    return {"type": "scatter", **parts}


def bar(**parts: object) -> Spec:
    """Return bars."""
    return {"type": "bar", **parts}


def heatmap(**parts: object) -> Spec:
    """Return coloured cells."""
    return {"type": "heatmap", **parts}


def _filled(parts: Mapping[str, object]) -> Spec:
    return {name: value for name, value in parts.items() if value is not None}


def _merge(into: Spec, parts: Mapping[str, object]) -> None:
    for name, value in parts.items():
        if isinstance(value, Mapping):
            _merge(into.setdefault(name, {}), value)
        elif value is not None:
            into[name] = value
