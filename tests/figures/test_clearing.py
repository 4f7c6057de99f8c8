"""Labels that look for room: clear of lines and of one another where there is any."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from indicators.figures.clearing import CHARACTER_PX, LINE_PX, WIDTH_PX, Box, Clearing

SHIFTS = (12, -12, 30, -30)


def empty() -> Clearing:
    """Return a chart of 2010 to 2020 and 0 to 100, ten pixels a unit."""
    return Clearing((2010.0, 2020.0), (0.0, 100.0), height_px=1000.0)


def test_where_nothing_is_taken_the_first_place_will_do() -> None:
    assert empty().place((2015.0, 50.0), 10, 1, SHIFTS, reaching=1.0) == 12


def test_a_line_above_sends_the_label_below() -> None:
    chart = empty()
    chart.take_line([(2013.0, 52.0), (2016.0, 52.0)])

    assert chart.place((2015.0, 50.0), 10, 1, SHIFTS, reaching=1.0) == -12


def test_two_labels_of_one_point_do_not_lie_upon_each_other() -> None:
    chart = empty()

    assert [chart.place((2015.0, 50.0), 10, 1, SHIFTS, reaching=0.5) for _ in SHIFTS] == list(SHIFTS)


def test_without_any_room_it_lies_on_the_least() -> None:
    chart = empty()
    for height in (52.0, 48.0, 48.0):
        chart.take_line([(2015.0, height)])

    assert chart.place((2015.0, 50.0), 10, 1, (-12, 12), reaching=1.0) == 12


def test_what_stands_only_where_it_is_clear_takes_no_room_elsewhere() -> None:
    chart = empty()

    assert [chart.free((2015.0, 50.0), 4, (8, -8)) for _ in range(3)] == [8, -8, None]
    assert len(chart.taken) == 2


def test_a_label_ends_where_it_is_told_to() -> None:
    chart = empty()
    chart.place((2020.0, 50.0), 10, 2, (12,), reaching=1.0)

    (box,) = chart.taken
    assert box == Box(WIDTH_PX - 10 * CHARACTER_PX, 512.0, WIDTH_PX, 512.0 + 2 * LINE_PX)


@given(st.lists(st.tuples(st.floats(2010, 2020), st.floats(0, 100)), max_size=6), st.floats(2011, 2020))
def test_it_is_clear_wherever_a_clear_place_is_tried(line: list[tuple[float, float]], at: float) -> None:
    chart = empty()
    chart.take_line(line)
    taken = list(chart.taken)
    # So far away that nothing can be there.
    chart.place((at, 50.0), 8, 1, (*SHIFTS, 2000), reaching=1.0)

    assert not any(chart.taken[-1].shared(other) for other in taken)
