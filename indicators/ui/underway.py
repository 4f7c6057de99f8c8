"""How far each document is that is being made at this moment, for whoever waits for one of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from indicators.exhibits import Progress
from indicators.selection import Selection

# A document: the store's folder, the kind, and what of a selection it depends on. Nothing of who asks for it.
Wanted = tuple[str, str, Selection]
# How many parts are made, of how many.
Made = tuple[int, int]
NOT_BEGUN: Made = (0, 0)


class Underway:
    """The documents that are being made; of one that waits its turn, or has come, nothing is known."""

    def __init__(self) -> None:
        self._made: dict[Wanted, Made] = {}

    @contextmanager
    def making(self, wanted: Wanted) -> Iterator[Progress]:
        """Give what is to be told of each part made, and forget the document once it has come or failed."""

        def told(done: int, of: int) -> None:
            self._made[wanted] = (done, of)

        try:
            yield told
        finally:
            self._made.pop(wanted, None)

    def far(self, wanted: Wanted) -> Made:
        """Return how many parts of a document are made, of how many; nought of nought where none is being made."""
        return self._made.get(wanted, NOT_BEGUN)
