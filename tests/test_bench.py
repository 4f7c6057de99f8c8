"""The table of `make bench`: a mark says what the figures say, and what was not measured is not called reached."""

from __future__ import annotations

import pytest

from benchmarks import scale
from benchmarks.__main__ import lines_of_hand_out
from benchmarks.handed_out import HandedOut
from benchmarks.handouts import HandoutRuns
from benchmarks.lines import MISSED, NOT_MEASURED, REACHED, Line, ratio, report
from benchmarks.viewers import percentile


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        (Line("what", None, "ms", at_most=3), NOT_MEASURED),
        (Line("what", 3.1, "ms", at_most=3), MISSED),
        (Line("what", 3.0, "ms", at_most=3), REACHED),
        (Line("what", 0.49, "×", at_least=0.5), MISSED),
        (Line("what", 0.5, "×", at_least=0.5), REACHED),
        (Line("what", 0, "viewers", at_most=0), REACHED),
    ],
)
def test_the_mark_follows_figure_and_target(line: Line, mark: str) -> None:
    assert line.mark == mark
    assert report([line]).endswith(mark)


def test_a_ratio_without_a_yardstick_is_none() -> None:
    assert ratio(1.0, None) is None
    assert ratio(None, 1.0) is None
    assert ratio(1.0, 0.0) is None
    assert ratio(3.0, 2.0) == 1.5


def test_the_slowest_twentieth_is_left_out_and_nothing_else() -> None:
    assert percentile([], 0.95) is None
    assert percentile(range(1, 101), 0.95) == 96
    assert percentile([5.0], 0.95) == 5
    assert percentile([1.0, 2.0], 1.0) == 2


def test_where_the_disk_is_too_small_there_is_a_reason_and_no_figure() -> None:
    found = scale.measure(large=10**15)
    assert (found.p95_ms_small, found.p95_ms_large, found.growth, found.seconds_to_publish) == (None,) * 4
    assert found.reason is not None
    assert "GB are needed" in found.reason
    assert found.questions == ()


def test_without_a_browser_what_it_would_show_is_not_called_reached() -> None:
    hall = HandoutRuns(500, 480.0, 600, 1.0, 2.0, 0.1, None, None, None)

    assert [line.mark for line in lines_of_hand_out(HandedOut(hall))] == [MISSED, NOT_MEASURED, NOT_MEASURED]
