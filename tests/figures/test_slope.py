"""Places in two years: named at both ends, none over another, interrupted where borders changed."""

from __future__ import annotations

from itertools import pairwise

from plotly.graph_objects import Figure

from indicators import figures
from indicators.exhibits.exhibit import Slope
from indicators.figures.slope import LINE_PX
from indicators.palette import palette
from tests.figures.frames import SLOPE_ROW, exhibit, framed
from tests.figures.looking import notes, trace

LIGHT = palette("light")


def draw(*rows: dict[str, object], **changes: object) -> Figure:
    """Return the figure of these places from 2014 to 2020."""
    return figures.draw(exhibit(Slope(first=2014, last=2020), framed(SLOPE_ROW, rows), **changes))


def test_a_place_without_a_first_year_has_a_point_and_no_line() -> None:
    figure = draw({"key": "170", "label": "Võ Nhai", "after": 4.0})

    assert list(trace(figure, "170").y) == [None, 4.0]
    assert notes(figure, "before") == []
    assert list(trace(figure, "before").x) == []


def test_new_borders_interrupt_the_line_and_say_so() -> None:
    figure = draw({"key": "164", "before": 0.0, "after": 100.0, "breaks": "2017"})

    line = trace(figure, "164")
    assert list(line.y) == [0.0, 36.0, None, 64.0, 100.0]
    assert line.connectgaps is False
    assert line.line.dash == "dot"
    assert notes(figure, "break") == ["nét chấm: đổi địa giới, không so"]


def test_the_same_borders_are_one_line_and_nothing_is_said_of_them() -> None:
    figure = draw({"key": "171", "before": 0.0, "after": 10.0})

    assert list(trace(figure, "171").y) == [0.0, 10.0]
    assert trace(figure, "171").line.dash is None
    assert notes(figure, "break") == []


def test_zero_is_written_at_both_ends() -> None:
    figure = draw({"label": "Đại Từ", "before": 0.0, "after": 0.0, "status": "missed"})

    assert notes(figure, "before") == ["Đại Từ 0"]
    assert "✗</span> 0 Đại Từ" in notes(figure, "after")[0]


def test_no_label_collides_however_close_the_values_are() -> None:
    figure = draw(*({"key": str(place), "before": 5.0 + place / 100, "after": 9.0} for place in range(9)))

    low, high = figure.layout.yaxis.range
    plot_px = figure.layout.height - figure.layout.margin.t - figure.layout.margin.b
    for end in ("before", "after"):
        heights = sorted(
            (label.y - low) / (high - low) * plot_px - label.ay
            for label in figure.layout.annotations
            if label.name == end
        )
        assert len(heights) == 9
        assert all(above - below >= LINE_PX - 0.01 for below, above in pairwise(heights))


def test_what_decides_nothing_is_hollow() -> None:
    figure = draw({"before": 1.0, "after": 2.0, "after_hollow": True, "status": "slow"})

    assert trace(figure, "after").marker.color[0] == LIGHT.raised
    assert trace(figure, "before").marker.color[0] == LIGHT.actual


def test_what_the_headline_speaks_of_is_strong() -> None:
    figure = draw(
        {"key": "171", "label": "Đại Từ", "before": 1.0, "after": 9.0, "told": True},
        {"key": "170", "label": "Võ Nhai", "before": 1.0, "after": 2.0},
    )

    assert trace(figure, "171").line.width > trace(figure, "170").line.width
    assert notes(figure, "before") == ["<b>Đại Từ</b> 1", "Võ Nhai 1"]


def test_each_end_tells_its_value_and_source() -> None:
    figure = draw({"before": 1.0, "after": 9.0, "before_hover": "Năm 2014: 1 DN\nfile.xlsx › B4", "after_hover": "x"})

    assert list(trace(figure, "before").customdata) == ["Năm 2014: 1 DN<br>file.xlsx › B4"]
    assert list(trace(figure, "after").customdata) == ["x"]
