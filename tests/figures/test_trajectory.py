"""The line of one indicator, its path and its target."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from plotly.graph_objects import Figure

from indicators import figures
from indicators.exhibits.course import before_first_year_of
from indicators.exhibits.exhibit import Trajectory
from indicators.figures.trajectory import interpolated, with_gaps
from indicators.palette import palette
from tests.figures.frames import TRAJECTORY_ROW, exhibit, framed
from tests.figures.looking import note, notes, trace

LIGHT = palette("light")


class TestTrajectory:
    def draw(self, *rows: dict[str, object], breaks: tuple[float, ...] = (), **changes: object) -> Figure:
        """Return the figure of an indicator at risk with these rows."""
        frame = framed(TRAJECTORY_ROW, rows)
        return figures.draw(exhibit(Trajectory(status="at_risk", breaks=breaks), frame, **changes))

    def test_a_year_without_a_value_breaks_the_line(self) -> None:
        figure = self.draw({"at": 2014.0, "value": 4.0}, {"at": 2015.0}, {"at": 2016.0, "value": 9.0})

        assert list(trace(figure, "actual").y) == [4.0, None, 9.0]
        assert trace(figure, "actual").connectgaps is False

    def test_a_year_that_nobody_mentions_breaks_the_line_too(self) -> None:
        figure = self.draw({"at": 2014.0, "value": 4.0}, {"at": 2016.0, "value": 9.0})

        assert list(trace(figure, "actual").x) == [2014.0, 2015.0, 2016.0]
        assert list(trace(figure, "actual").y) == [4.0, None, 9.0]

    def test_half_years_are_joined(self) -> None:
        figure = self.draw({"at": 2014.5, "value": 4.0}, {"at": 2015.0, "value": 5.0}, {"at": 2015.5, "value": 9.0})

        assert list(trace(figure, "actual").y) == [4.0, 5.0, 9.0]

    def test_zero_is_a_value(self) -> None:
        figure = self.draw({"at": 2014.0, "value": 0.0})

        assert list(trace(figure, "actual").y) == [0.0]
        assert note(figure, "last") == "<b>0</b>"

    def test_the_last_point_has_the_colour_of_the_verdict(self) -> None:
        figure = self.draw({"at": 2014.0, "value": 4.0}, {"at": 2015.0, "value": 5.0})

        assert list(trace(figure, "actual").marker.color) == [LIGHT.actual, LIGHT.mark("at_risk").fill]

    def test_the_forecast_widens_from_the_last_value_to_the_targets_year(self) -> None:
        figure = self.draw(
            {"at": 2018.0, "value": 80.0},
            {"series": "forecast", "at": 2020.0, "value": 90.0, "value_to": 120.0, "hover": "Ngoại suy"},
        )

        (area,) = figure.layout.shapes
        assert area.path == "M 2018.0,80.0 L 2020.0,120.0 L 2020.0,90.0 Z"
        edges = trace(figure, "ngoại suy theo các năm gần nhất")
        assert (list(edges.x), list(edges.y)) == ([2020.0, 2018.0, 2020.0], [120.0, 80.0, 90.0])
        assert list(edges.customdata) == ["Ngoại suy", "", "Ngoại suy"]

    def test_without_a_value_nothing_is_forecast(self) -> None:
        figure = self.draw({"series": "forecast", "at": 2020.0, "value": 90.0, "value_to": 120.0})

        assert [each.type for each in figure.layout.shapes] == []

    def test_the_gap_to_the_path_is_written_under_the_last_value(self) -> None:
        figure = self.draw(
            {"at": 2018.0, "value": 80.0},
            {"series": "path", "at": 2016.0, "value": 100.0},
            {"series": "path", "at": 2020.0, "value": 200.0},
        )

        assert "cách lộ trình 70" in note(figure, "last")

    def test_the_gap_is_left_out_where_the_target_stands_beside_the_value(self) -> None:
        figure = self.draw(
            {"at": 2020.0, "value": 80.0},
            {"series": "path", "at": 2016.0, "value": 100.0},
            {"series": "path", "at": 2020.0, "value": 200.0},
        )

        assert note(figure, "last") == "<b>80</b>"

    def test_no_gap_where_the_value_is_on_the_path(self) -> None:
        figure = self.draw(
            {"at": 2018.0, "value": 150.0},
            {"series": "path", "at": 2016.0, "value": 100.0},
            {"series": "path", "at": 2020.0, "value": 200.0},
        )

        assert "cách lộ trình" not in note(figure, "last")

    def test_a_target_is_named_with_its_year(self) -> None:
        figure = self.draw({"at": 2014.0, "value": 4.0}, {"series": "target", "at": 2020.0, "value": 1234.0})

        assert note(figure, "target") == "Mục tiêu 2020: <b>1.234</b>"

    def test_a_target_on_the_way_is_written_where_there_is_room(self) -> None:
        target = {"series": "target", "at": 2020.0, "value": 180.0}
        on_the_way = {**target, "at": 2017.0, "value": 100.0}
        up_and_down = ({"at": 2016.7 + turn / 10, "value": 180.0 * (turn % 2)} for turn in range(7))

        assert notes(self.draw({"at": 2014.0, "value": 4.0}, on_the_way, target), "milestone") == ["100"]
        assert notes(self.draw(*up_and_down, on_the_way, target), "milestone") == []

    def test_a_plan_for_every_year_is_not_written_upon_the_chart(self) -> None:
        figure = self.draw(
            {"at": 2014.0, "value": 4.0},
            *({"series": "target", "at": 2014.0 + turn, "value": 90.0} for turn in range(7)),
        )

        assert notes(figure, "milestone") == []

    def test_a_range_is_a_bar_between_both_ends(self) -> None:
        figure = self.draw({"series": "target", "at": 2020.0, "value": 30.0, "value_to": 40.0})

        assert note(figure, "target") == "Mục tiêu 2020: <b>30–40</b>"
        assert [(shape.y0, shape.y1) for shape in figure.layout.shapes] == [(30.0, 40.0)]

    def test_a_former_target_is_hollow_and_says_so(self) -> None:
        figure = self.draw(
            {"series": "target", "at": 2020.0, "value": 200.0},
            {"series": "target_revised", "at": 2020.0, "value": 240.0},
        )

        assert trace(figure, "target").marker.symbol == "diamond"
        assert trace(figure, "target_revised").marker.symbol == "diamond-open"
        assert note(figure, "target_revised") == "mục tiêu cũ 2020: 240"

    def test_preliminary_and_incomplete_values_are_hollow_and_no_part_of_the_line(self) -> None:
        figure = self.draw(
            {"at": 2014.0, "value": 4.0},
            {"series": "preliminary", "at": 2015.0, "value": 6.0},
            {"series": "incomplete", "at": 2016.0, "value": 7.0},
        )

        assert list(trace(figure, "actual").x) == [2014.0]
        assert trace(figure, "số sơ bộ hoặc ước").marker.symbol == "circle-open"
        assert trace(figure, "cộng chưa đủ nơi báo cáo").marker.symbol == "circle-open-dot"

    def test_new_borders_are_a_dotted_line_between_the_year_ends(self) -> None:
        figure = self.draw({"at": 2014.0, "value": 4.0}, {"at": 2018.0, "value": 9.0}, breaks=(2015.0, 2017.0))

        dotted = [shape for shape in figure.layout.shapes if shape.line.dash == "dot"]
        assert [shape.x0 for shape in dotted] == [2014.5, 2016.5]
        assert notes(figure, "break") == ["đổi địa giới 2015", "đổi địa giới 2017"]

    def test_what_is_still_needed_is_dashed(self) -> None:
        figure = self.draw(
            {"at": 2018.0, "value": 80.0},
            {"series": "needed", "at": 2018.0, "value": 80.0},
            {"series": "needed", "at": 2020.0, "value": 200.0},
        )

        assert trace(figure, "tốc độ cần đạt từ đây").line.dash == "dash"

    def test_the_note_lies_below_a_last_entry_that_leaves_it_no_room_on_a_phone(self) -> None:
        entries = [{"at": 2014.0, "value": 4.0}, {"series": "path", "at": 2014.0, "value": 5.0}]
        short = self.draw(*entries, {"series": "baseline", "at": 2013.0, "value": 1.0})
        long = self.draw(
            *entries,
            {"series": "incomplete", "at": 2016.0, "value": 7.0},
            {"series": "needed", "at": 2014.0, "value": 4.0},
            {"series": "needed", "at": 2020.0, "value": 9.0},
        )

        assert long.layout.margin.b - short.layout.margin.b == 20

    def test_years_are_written_whole(self) -> None:
        figure = self.draw({"at": 2014.5, "value": 4.0}, {"at": 2016.0, "value": 4.0})

        assert list(figure.layout.xaxis.ticktext) == ["2014", "2015", "2016"]

    def test_many_years_are_thinned_and_the_last_is_kept(self) -> None:
        figure = self.draw(*({"at": float(year), "value": 1.0} for year in range(2000, 2021)))

        assert len(figure.layout.xaxis.ticktext) <= 8
        assert figure.layout.xaxis.ticktext[-1] == "2020"


class TestGaps:
    def test_nothing_stays_nothing(self) -> None:
        assert with_gaps([], [], []) == ([], [], [])

    @given(st.lists(st.integers(2000, 2040), unique=True, min_size=1).map(sorted))
    def test_no_line_bridges_a_missing_year(self, years: list[int]) -> None:
        at, values, _ = with_gaps([float(year) for year in years], [1.0] * len(years), [""] * len(years))

        assert [year for year, value in zip(at, values, strict=True) if value is not None] == years
        for left, right in zip(zip(at, values, strict=True), list(zip(at, values, strict=True))[1:], strict=False):
            assert right[0] - left[0] == 1 or None in (left[1], right[1])

    def test_a_break_within_a_year_stands_where_it_is(self) -> None:
        assert before_first_year_of(2017.0) == 2016.5
        assert before_first_year_of(2017.25) == 2017.25

    def test_outside_its_ends_a_path_has_no_height(self) -> None:
        path = [(2014.0, 0.0), (2020.0, 60.0)]

        assert interpolated(path, 2013.0) is None
        assert interpolated(path, 2017.0) == 30.0
        assert interpolated([], 2017.0) is None
