"""Plain values packed so that each distinct one stands once: what the same words and lines of many exhibits weigh."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

LIST = -1


@dataclass(frozen=True)
class Placed:
    """A value that is in the pool already."""

    place: int


class Pool:
    """A table of distinct values; what a list or a mapping is made of stands in it by its place.

    A shape is the names of a mapping. A value is put in after what it is made of.
    """

    def __init__(self) -> None:
        self._shapes: dict[tuple[str, ...], int] = {}
        self._places: dict[Any, int] = {}
        self._leaves: list[Any] = []
        self._composites: list[tuple[int, ...]] = []
        self._order: list[bool] = []

    def put(self, value: Any) -> int:  # noqa: ANN401
        """Return the place of a value, put in where it was not there yet; raises TypeError for what is not plain."""
        if isinstance(value, Placed):
            return value.place
        if isinstance(value, str) or value is None or isinstance(value, bool):
            return self._leaf((type(value), value), value)
        if isinstance(value, int | float):
            # 2014.0 and 2014 are one number to a browser.
            number = int(value) if value == int(value) else float(value)
            return self._leaf((float, number), number)
        if isinstance(value, Mapping):
            return self._composite((self._shape(tuple(value)), *map(self.put, value.values())))
        if isinstance(value, Sequence):
            return self._composite((LIST, *map(self.put, value)))
        raise TypeError(type(value).__name__)

    def packed(self, root: int) -> dict[str, Any]:
        """Return the pool as a page unpacks it, its values counted anew: the leaves, then what is made alike together.

        A group is its shape (-1 for lists), how many there are, and for each of their parts one column of places,
        each place as its distance from the one above it.
        """
        groups: dict[tuple[int, int], list[tuple[int, tuple[int, ...]]]] = {}
        places = {}
        leaves, composites = iter(range(len(self._leaves))), iter(self._composites)
        for place, is_leaf in enumerate(self._order):
            if is_leaf:
                places[place] = next(leaves)
            else:
                parts = next(composites)
                groups.setdefault((parts[0], len(parts)), []).append((place, parts))
        following = len(self._leaves)
        for members in groups.values():
            for place, _ in members:
                places[place] = following
                following += 1
        return {
            "shapes": [list(names) for names in self._shapes],
            "leaves": self._leaves,
            "groups": [
                [shape, len(members), [_distances([places[parts[column]] for _, parts in members])
                                       for column in range(1, size)]]
                for (shape, size), members in groups.items()
            ],
            "root": places[root],
        }  # fmt: skip

    def _leaf(self, key: tuple[type, object], value: object) -> int:
        place = self._places.get(key)
        if place is None:
            place = self._new(key, is_leaf=True)
            self._leaves.append(value)
        return place

    def _composite(self, parts: tuple[int, ...]) -> int:
        place = self._places.get(parts)
        if place is None:
            place = self._new(parts, is_leaf=False)
            self._composites.append(parts)
        return place

    def _new(self, key: object, *, is_leaf: bool) -> int:
        place = self._places[key] = len(self._order)
        self._order.append(is_leaf)
        return place

    def _shape(self, names: tuple[str, ...]) -> int:
        return self._shapes.setdefault(names, len(self._shapes))


def _distances(places: list[int]) -> list[int]:
    return [place - before for before, place in zip([0, *places], places, strict=False)]
