"""Readers take turns: only a few pages are drawn at once, so that a crowd does not slow each one down."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Semaphore

from indicators.ui.builders import BUILDERS

# Python runs one thread at a time. Two hundred at once only take the processor from each other, and from the one that
# makes what all of them wait for. More than one, because a thread that waits for another's exhibit holds its turn.
AT_ONCE = 4
# Pages made of exhibits are drawn in an instant; a clerk's page may work for long and must not hold up the readers.
_SHORT = frozenset(name.partition(".")[0] for name in BUILDERS)

_turns = Semaphore(AT_ONCE)


@contextmanager
def turn(screen: str) -> Iterator[None]:
    """Wait until it is this reader's turn to have the screen drawn."""
    if screen not in _SHORT:
        yield
        return
    with _turns:
        yield
