"""Statuses counted, over years, and of two places side by side."""

from __future__ import annotations

import pytest
from plotly.basedatatypes import BaseTraceType
from plotly.graph_objects import Figure

from indicators import figures
from indicators.exhibits.exhibit import Distribution, Dumbbell, Heatmap
from indicators.figures.dumbbell import HIGHEST, LOWEST
from indicators.palette import palette
from tests.figures.frames import CELL_ROW, COUNT_ROW, PAIR_ROW, exhibit, framed
from tests.figures.looking import trace

LIGHT = palette("light")


class TestDistribution:
    def draw(self, *rows: dict[str, object]) -> Figure:
        """Return the figure of these counts."""
        return figures.draw(exhibit(Distribution(), framed(COUNT_ROW, rows)))

    def test_a_status_that_nobody_has_is_not_drawn(self) -> None:
        figure = self.draw({"count": 3}, {"status": "missed", "status_label": "Không đạt", "count": 0})

        assert [trace.name for trace in figure.data] == ["✓ Đạt"]

    def test_the_best_stands_first_whatever_the_order_of_the_rows(self) -> None:
        figure = self.draw({"status": "missed", "status_label": "Không đạt", "count": 2}, {"count": 3})

        assert [trace.name for trace in figure.data] == ["✓ Đạt", "✗ Không đạt"]

    def test_the_only_row_is_labelled_directly(self) -> None:
        figure = self.draw({"count": 3}, {"status": "slow", "status_label": "Chậm", "count": 1})

        assert [annotation.text for annotation in figure.layout.annotations] == ["✓ Đạt", "◆ Chậm"]
        assert figure.layout.height < 140

    def test_labels_of_narrow_segments_do_not_stand_on_one_line(self) -> None:
        figure = self.draw(
            {"count": 20},
            {"status": "slow", "status_label": "Chậm", "count": 1},
            {"status": "at_risk", "status_label": "Nguy cơ không đạt", "count": 1},
        )

        assert len({annotation.yshift for annotation in figure.layout.annotations}) > 1

    def test_several_rows_are_aligned_and_named(self) -> None:
        figure = self.draw({"count": 3}, {"row": "170", "row_label": "Võ Nhai", "count": 5})

        assert list(figure.layout.yaxis.ticktext) == ["Đại Từ", "Võ Nhai"]
        assert figure.layout.barmode == "stack"
        assert figure.layout.xaxis.range[1] == 5


class TestHeatmap:
    def draw(self, *rows: dict[str, object]) -> Figure:
        """Return the figure of these cells."""
        return figures.draw(exhibit(Heatmap(), framed(CELL_ROW, rows)))

    def test_a_cell_without_a_ratio_has_its_symbol_only(self) -> None:
        assert list(trace(self.draw({}), "not_assessed").text) == ["–"]

    def test_a_cell_has_symbol_and_ratio(self) -> None:
        figure = self.draw({"status": "reversing", "ratio": -0.0049, "written": "−0,0049"})

        assert list(trace(figure, "reversing").text) == ["▼<br>−0,0049"]
        assert trace(figure, "reversing").textfont.color == LIGHT.mark("reversing").on_fill

    def test_a_year_that_a_row_lacks_stays_empty(self) -> None:
        figure = self.draw({"year": 2014}, {"row": "tfp", "row_label": "TFP", "year": 2015})

        grid = next(trace for trace in figure.data if trace.type == "heatmap")
        assert [[value is None for value in row] for row in grid.z] == [[False, True], [True, False]]

    def test_years_stand_on_top_and_the_first_row_under_them(self) -> None:
        figure = self.draw({"year": 2015}, {"year": 2014})

        assert figure.layout.xaxis.side == "top"
        assert list(figure.layout.xaxis.ticktext) == ["2014", "2015"]
        assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]


class TestDumbbell:
    def draw(self, *rows: dict[str, object]) -> Figure:
        """Return the figure of these pairs."""
        drawing = Dumbbell(left_label="Đại Từ", right_label="Toàn tỉnh")
        return figures.draw(exhibit(drawing, framed(PAIR_ROW, rows)))

    @staticmethod
    def ends(figure: Figure, label: str) -> BaseTraceType:
        """Return the marks of one place."""
        return next(trace for trace in figure.data if trace.name == label and not trace.showlegend)

    def test_a_row_that_neither_place_has_says_so(self) -> None:
        figure = self.draw({})

        assert any("chưa tính được S" in annotation.text for annotation in figure.layout.annotations)

    def test_one_end_alone_has_no_line(self) -> None:
        figure = self.draw({"left": 0.5, "left_status": "at_risk"})

        assert list(self.ends(figure, "Đại Từ").x) == [0.5]
        assert list(self.ends(figure, "Toàn tỉnh").x) == [None]
        assert [shape for shape in figure.layout.shapes if shape.y0 == shape.y1 == 0 and shape.x0 != shape.x1] == []

    @pytest.mark.parametrize(
        ("ratio", "at", "symbol"),
        [(12.0, HIGHEST, "triangle-right"), (-7.0, LOWEST, "triangle-left"), (1.0, 1.0, "circle")],
    )
    def test_a_ratio_beyond_the_scale_is_an_arrow_at_its_edge(self, ratio: float, at: float, symbol: str) -> None:
        figure = self.draw({"left": ratio, "right": 0.5})

        assert list(self.ends(figure, "Đại Từ").x) == [at]
        assert list(self.ends(figure, "Đại Từ").marker.symbol) == [symbol]

    def test_places_are_told_apart_by_shape(self) -> None:
        figure = self.draw({"left": 0.5, "right": 0.5})

        assert list(self.ends(figure, "Đại Từ").marker.symbol) != list(self.ends(figure, "Toàn tỉnh").marker.symbol)
