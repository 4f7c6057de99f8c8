"""What goes into the pool comes out as it was, and each distinct value stands once."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.snapshot.pool import LIST, Placed, Pool

LEAVES = (
    st.none() | st.booleans() | st.integers(-9999, 9999) | st.floats(allow_nan=False, allow_infinity=False) | st.text()
)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4)
)


def unpacked(packed: dict[str, Any]) -> Any:
    """Return the root of a packed pool, as indicators/snapshot/page/model.js reads it."""
    values: list[Any] = list(packed["leaves"])
    parts: list[tuple[int, list[int]]] = []
    for shape, count, columns in packed["groups"]:
        sums = [0] * len(columns)
        for row in range(count):
            sums = [before + column[row] for before, column in zip(sums, columns, strict=True)]
            parts.append((shape, list(sums)))

    def value(place: int) -> Any:
        if place < len(values):
            return values[place]
        shape, places = parts[place - len(values)]
        inside = [value(each) for each in places]
        return inside if shape == LIST else dict(zip(packed["shapes"][shape], inside, strict=True))

    return value(packed["root"])


@pytest.mark.parametrize("value", [{1, 2}, object(), [object()], {"a": {1}}])
def test_what_is_not_plain_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        Pool().put(value)


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_no_number_is_refused(value: float) -> None:
    with pytest.raises((ValueError, OverflowError)):
        Pool().put([value])


@given(VALUES)
def test_a_value_comes_out_as_it_went_in(value: Any) -> None:
    pool = Pool()
    packed = json.loads(json.dumps(pool.packed(pool.put(value))))

    assert unpacked(packed) == value


def test_true_is_not_one_and_a_text_is_not_a_number() -> None:
    pool = Pool()
    root = pool.put([True, 1, "1", False, 0, "", None])

    found = unpacked(pool.packed(root))
    assert [type(each) for each in found] == [bool, int, str, bool, int, str, type(None)]


def test_the_same_stands_once() -> None:
    pool = Pool()
    one = pool.put({"a": [1, 2, 3], "b": "x"})

    assert pool.put({"a": [1.0, 2, 3], "b": "x"}) == one
    assert pool.put({"b": "x", "a": [1, 2, 3]}) != one
    assert unpacked(pool.packed(pool.put([Placed(one), Placed(one)])))[1] == {"a": [1, 2, 3], "b": "x"}
