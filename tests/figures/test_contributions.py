"""Parts of a distance: to both sides of the path, the remainder hollow, the whole last, no verdict's colour."""

from __future__ import annotations

from plotly.graph_objects import Figure

from indicators import figures
from indicators.exhibits.exhibit import Contributions
from indicators.palette import palette
from tests.figures.frames import PART_ROW, exhibit, framed
from tests.figures.looking import notes, trace

LIGHT = palette("light")


def draw(*rows: dict[str, object]) -> Figure:
    """Return the figure of these parts."""
    return figures.draw(exhibit(Contributions(), framed(PART_ROW, rows)))


def test_a_part_is_written_on_its_side() -> None:
    figure = draw(
        {"value": -1234.5, "written": "−1.234,5", "is_short": True}, {"value": 2.0, "written": "+2"},
        {"value": 0.0, "written": "0"},
    )  # fmt: skip

    written = trace(figure, "written")
    assert [text.strip() for text in written.text] == ["−1.234,5", "+2", "0"]
    assert list(written.textposition) == ["middle left", "middle right", "middle right"]
    assert figure.layout.xaxis.range[0] < -1234.5


def test_no_part_has_the_colour_of_a_verdict() -> None:
    figure = draw(
        {"value": -3.0, "is_short": True}, {"value": 2.0}, {"value": -1.0, "role": "rest"},
        {"value": -2.0, "role": "whole"},
    )  # fmt: skip

    fills, edges = trace(figure, "value").marker.color, trace(figure, "value").marker.line
    assert list(fills) == [LIGHT.actual, LIGHT.path, LIGHT.raised, LIGHT.accent]
    assert list(edges.width) == [0, 0, 1.5, 0]
    assert not {mark.fill for mark in LIGHT.marks.values()} & {*fills, *edges.color}


def test_only_the_sides_that_are_there_are_named() -> None:
    assert notes(draw({"value": -3.0}), "side") == ["◂ thấp hơn lộ trình"]
    assert notes(draw({"value": 3.0}, {"value": -3.0}), "side") == ["◂ thấp hơn lộ trình", "cao hơn lộ trình ▸"]
    assert notes(draw({"value": 0.0}), "side") == []


def test_the_whole_stands_out_below() -> None:
    figure = draw({"value": -3.0}, {"label": "Toàn tỉnh", "value": -3.0, "role": "whole"})

    assert list(figure.layout.yaxis.ticktext) == ["Đại Từ", "<b>Toàn tỉnh</b>"]
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]
    assert trace(figure, "written").text[1].startswith("<b>")
