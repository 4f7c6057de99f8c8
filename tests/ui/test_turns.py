"""Only a few pages are drawn at once; a clerk's long page holds up nobody."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from indicators.ui.turns import AT_ONCE, turn


def test_of_many_readers_only_a_few_are_drawn_at_once() -> None:
    now, most, lock = 0, 0, threading.Lock()

    def read(_: int) -> None:
        nonlocal now, most
        with turn("overview"):
            with lock:
                now += 1
                most = max(most, now)
            time.sleep(0.01)
            with lock:
                now -= 1

    with ThreadPoolExecutor(20) as readers:
        list(readers.map(read, range(40)))

    assert most == AT_ONCE


def test_a_page_that_fails_gives_its_turn_back() -> None:
    for _ in range(AT_ONCE + 1):
        with pytest.raises(ValueError, match="broken"), turn("overview"):
            raise ValueError("broken")

    with turn("overview"):
        pass


@pytest.mark.parametrize("screen", ["source", "upload"])
def test_a_page_that_may_take_long_neither_waits_nor_takes_a_turn(screen: str) -> None:
    with ExitStack() as taken:
        for _ in range(AT_ONCE):
            taken.enter_context(turn("indicator"))
        with turn(screen):
            pass
    with ExitStack() as taken:
        for _ in range(AT_ONCE + 1):
            taken.enter_context(turn(screen))
        with turn("indicator"):
            pass
