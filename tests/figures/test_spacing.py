"""Labels that are moved apart: far enough from one another, in their order, and no further than it takes."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from indicators.figures.spacing import apart

HEIGHT, GAP = 300.0, 18.0
PLACES = st.lists(st.floats(min_value=0, max_value=HEIGHT), max_size=15)
NOISE = 1e-6


def moved(wanted: list[float]) -> list[float]:
    return apart(wanted, gap=GAP, low=0, high=HEIGHT)


def test_nothing_is_nowhere() -> None:
    assert moved([]) == []


def test_more_labels_than_room_still_stand_apart() -> None:
    placed = moved([HEIGHT] * 40)

    assert placed == [GAP * rank for rank in range(40)]


def test_what_has_room_stays() -> None:
    assert moved([200.0, 10.0, 100.0]) == [200.0, 10.0, 100.0]


def test_two_at_one_place_make_way_by_half_a_line_each() -> None:
    assert moved([100.0, 100.0]) == [91.0, 109.0]


def test_at_the_edge_all_move_inwards() -> None:
    assert moved([300.0, 300.0, 299.0]) == [282.0, 300.0, 264.0]


@given(PLACES)
def test_none_collides_none_leaves_and_their_order_stays(wanted: list[float]) -> None:
    placed = moved(wanted)

    assert all(high - low >= GAP - NOISE for low, high in pairwise(sorted(placed)))
    assert all(-NOISE <= place <= HEIGHT + NOISE for place in placed)
    pairs = [(one, other) for one in range(len(wanted)) for other in range(len(wanted)) if wanted[one] < wanted[other]]
    assert all(placed[one] < placed[other] for one, other in pairs)


@given(PLACES)
def test_moved_apart_once_they_stay(wanted: list[float]) -> None:
    placed = moved(wanted)

    assert all(abs(one - other) < NOISE for one, other in zip(moved(placed), placed, strict=True))
