"""Plain values packed so that each distinct one stands once: what the same words and lines of many exhibits weigh."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

LIST = -1


class Pool:
    """A table of values; a text or a number stands as it is, a list as [-1, places…], a mapping as [shape, places…].

    A shape is the names of a mapping. A value is put in after what it is made of, so a place is always known before
    it is used.
    """

    def __init__(self) -> None:
        self.shapes: list[list[str]] = []
        self.values: list[Any] = []
        self._shapes: dict[tuple[str, ...], int] = {}
        self._places: dict[Any, int] = {}

    def put(self, value: Any) -> int:  # noqa: ANN401
        """Return the place of a value, put in where it was not there yet."""
        if isinstance(value, str) or value is None or isinstance(value, bool):
            return self._leaf((type(value), value), value)
        if isinstance(value, int | float):
            # 2014.0 and 2014 are one number to a browser.
            number = int(value) if value == int(value) else float(value)
            return self._leaf((float, number), number)
        if isinstance(value, Mapping):
            parts = [self._shape(tuple(value)), *map(self.put, value.values())]
        elif isinstance(value, Sequence):
            parts = [LIST, *map(self.put, value)]
        else:
            raise TypeError(f"{type(value).__name__} is no plain value")
        return self._leaf(tuple(parts), parts)

    def _leaf(self, key: Any, value: Any) -> int:  # noqa: ANN401
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = len(self.values)
            self.values.append(value)
        return place

    def _shape(self, names: tuple[str, ...]) -> int:
        if names not in self._shapes:
            self._shapes[names] = len(self.shapes)
            self.shapes.append(list(names))
        return self._shapes[names]
