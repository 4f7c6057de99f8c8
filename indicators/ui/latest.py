"""Which version is the newest to a reader: one that is made ready before anybody but its maker is shown it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Lock

from indicators.errors import IndicatorsError


class Latest:
    """The newest version of a store, for many readers at once.

    Whoever is the first to find a new one makes ready what most readers ask for; until then the others read on in the
    former one and wait for nothing. `newest` finds the number, `make_ready` does what is needed for one.
    """

    def __init__(self, newest: Callable[[], int], make_ready: Callable[[int], None]) -> None:
        self._newest = newest
        self._make_ready = make_ready
        self._making = Lock()
        self._ready: int | None = None

    def version(self, *, at_least: int = 0, is_held: bool = False) -> int:
        """Return the number; who already knows of a version is never shown one before it. Raises StoreMissing.

        Who reads an older version anyway, `is_held`, makes nothing ready.
        """
        newest, ready = self._newest(), self._ready
        if newest == ready:
            return newest
        is_former = ready is not None and at_least <= ready < newest
        if is_former and is_held or not self._making.acquire(blocking=not is_former):
            return newest if ready is None else ready
        try:
            if newest != self._ready:
                # What can't be made says so where it is shown.
                with suppress(IndicatorsError):
                    self._make_ready(newest)
                self._ready = newest
        finally:
            self._making.release()
        return newest
