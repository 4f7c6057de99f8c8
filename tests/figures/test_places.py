"""Places against their targets: bars, and small lines on one scale."""

from __future__ import annotations

import pytest
from plotly.graph_objects import Figure

from indicators import figures
from indicators.exhibits.exhibit import Bars, SmallMultiples
from indicators.palette import palette
from tests.figures.frames import BAR_ROW, LINE_ROW, exhibit, framed
from tests.figures.looking import trace

LIGHT = palette("light")


class TestBars:
    def draw(self, *rows: dict[str, object], **changes: object) -> Figure:
        """Return the figure of these places."""
        return figures.draw(exhibit(Bars(), framed(BAR_ROW, rows), **changes))

    def test_a_place_without_data_says_so_and_has_no_bar(self) -> None:
        figure = self.draw({"label": "Võ Nhai"})

        assert list(trace(figure, "value").x) == [None]
        assert "chưa có số liệu" in trace(figure, "written").text[0]

    def test_zero_is_written(self) -> None:
        figure = self.draw({"value": 0.0, "status": "missed"})

        assert list(trace(figure, "value").x) == [0.0]
        assert trace(figure, "written").text[0].endswith("✗</span> 0")

    def test_the_first_row_is_on_top(self) -> None:
        figure = self.draw({"label": "Đại Từ", "value": 4.0}, {"label": "Võ Nhai", "value": 9.0})

        assert list(figure.layout.yaxis.ticktext) == ["Đại Từ", "Võ Nhai"]
        assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]

    def test_status_is_colour_and_symbol(self) -> None:
        figure = self.draw({"value": 1234.5, "status": "slow"}, decimals=1)

        assert trace(figure, "value").marker.color[0] == LIGHT.mark("slow").fill
        assert "◆" in trace(figure, "written").text[0]
        assert "1.234,5" in trace(figure, "written").text[0]

    def test_what_decides_nothing_is_hollow(self) -> None:
        figure = self.draw({"value": 4.0, "status": "slow", "hollow": True}, {"value": 4.0, "status": "slow"})

        assert list(trace(figure, "value").marker.color) == [LIGHT.mark("slow").tint, LIGHT.mark("slow").fill]
        assert list(trace(figure, "value").marker.line.width) == [1.5, 0]

    def test_a_target_is_a_tick_named_once(self) -> None:
        figure = self.draw({"value": 4.0}, {"value": 5.0, "target": 6.0}, {"value": 5.0, "target": 7.0})

        assert list(trace(figure, "target").x) == [None, 6.0, 7.0]
        assert trace(figure, "target").marker.symbol == "line-ns"
        assert [annotation.text for annotation in figure.layout.annotations] == ["mục tiêu"]

    def test_without_targets_there_are_no_ticks(self) -> None:
        assert [trace.name for trace in self.draw({"value": 4.0}).data if trace.name == "target"] == []

    @pytest.mark.parametrize(
        ("value", "target", "at", "side"),
        [
            (9.0, None, 9.0, "middle right"),
            (9.0, 4.0, 9.0, "middle right"),
            (1.0, 9.0, 1.0, "middle right"),
            (8.0, 9.0, 8.0, "middle left"),
            (1.0, 2.0, 2.0, "middle right"),
        ],
        ids=["no tick", "tick passed", "room before the tick", "room in the bar", "room behind the tick only"],
    )
    def test_no_value_is_written_over_its_tick(self, value: float, target: float | None, at: float, side: str) -> None:
        figure = self.draw({"value": value, "target": target}, {"value": 10.0})

        assert trace(figure, "written").x[0] == at
        assert trace(figure, "written").textposition[0] == side

    def test_below_zero_has_room(self) -> None:
        figure = self.draw({"value": -4.0}, {"value": 9.0})

        assert figure.layout.xaxis.range[0] < -4.0


class TestSmallMultiples:
    def draw(self, *rows: dict[str, object], breaks: tuple[tuple[str, tuple[float, ...]], ...] = ()) -> Figure:
        """Return the figure of these lines."""
        return figures.draw(exhibit(SmallMultiples(breaks_by_key=breaks), framed(LINE_ROW, rows)))

    def test_all_places_are_on_one_scale(self) -> None:
        figure = self.draw(
            *(
                {"key": key, "label": key, "value": value}
                for key, value in (("a", 4.0), ("b", 40.0), ("c", 1.0), ("d", 2.0))
            )
        )

        axes = list(figure.select_yaxes())
        assert len(axes) == 4
        assert len({tuple(axis.range) for axis in axes}) == 1

    def test_three_stand_in_a_row(self) -> None:
        figure = self.draw(*({"key": str(place), "label": str(place), "value": 1.0} for place in range(7)))

        assert len({round(axis.domain[0], 3) for axis in figure.select_xaxes()}) == 3
        assert len({round(axis.domain[0], 3) for axis in figure.select_yaxes()}) == 3

    def test_a_place_without_data_is_named_and_says_so(self) -> None:
        figure = self.draw({"key": "170", "label": "Võ Nhai"})

        assert "Võ Nhai" in figure.layout.annotations[0].text
        assert "chưa có số liệu" in figure.layout.annotations[0].text

    def test_the_last_value_stands_beside_the_name(self) -> None:
        figure = self.draw({"at": 2014.0, "value": 4.0, "status": "slow"}, {"at": 2015.0, "status": "slow"})

        assert "◆ 4" in figure.layout.annotations[0].text

    def test_the_verdicts_sign_stands_beside_a_value_that_decides_it_or_beside_none(self) -> None:
        preliminary = {"at": 2015.0, "value": 5.0, "status": "slow", "hollow": True}
        after = self.draw({"at": 2014.0, "value": 4.0, "status": "slow"}, preliminary).layout.annotations[0].text
        alone = self.draw(preliminary).layout.annotations[0].text

        assert ("◆ 4" in after, "5" in after) == (True, False)
        assert ("◆" in alone, ">5<" in alone) == (False, True)

    def test_a_long_name_gets_room_above_its_line(self) -> None:
        short = self.draw({"label": "Chè", "value": 4.0})
        long = self.draw({"label": "Xi măng – vật liệu xây dựng", "value": 4.0})

        assert "<br>" in long.layout.annotations[0].text.split("</b>")[0]
        assert long.layout.height > short.layout.height

    def test_breaks_stand_in_their_own_place_only(self) -> None:
        rows = [{"key": key, "label": key, "at": at, "value": 1.0} for key in ("164", "171") for at in (2014.0, 2018.0)]

        figure = self.draw(*rows, breaks=(("164", (2015.0, 2017.0)),))

        assert [(shape.xref, shape.x0) for shape in figure.layout.shapes] == [("x", 2014.5), ("x", 2016.5)]

    def test_a_point_that_decides_nothing_is_hollow(self) -> None:
        figure = self.draw({"at": 2014.0, "value": 4.0}, {"at": 2015.0, "value": 5.0, "hollow": True})

        assert list(trace(figure, "actual").marker.color) == [LIGHT.mark("not_assessed").fill, LIGHT.raised]
