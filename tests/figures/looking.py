"""Ways to find one thing in a figure."""

from __future__ import annotations

from plotly.basedatatypes import BaseTraceType
from plotly.graph_objects import Figure


def trace(figure: Figure, name: str) -> BaseTraceType:
    """Return the one trace of that name."""
    (found,) = [trace for trace in figure.data if trace.name == name]
    return found


def note(figure: Figure, name: str) -> str:
    """Return the text of the one annotation of that name."""
    (found,) = [annotation.text for annotation in figure.layout.annotations if annotation.name == name]
    return found


def notes(figure: Figure, name: str) -> list[str]:
    """Return the texts of the annotations of that name."""
    return [annotation.text for annotation in figure.layout.annotations if annotation.name == name]
