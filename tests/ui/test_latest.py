"""Which version is the newest to a reader while a new one is being made ready."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from indicators.errors import UnknownVersion
from indicators.ui.latest import Latest


class Shelf:
    """A store of which only the number matters; to make a version ready takes as long as `may_end` says."""

    def __init__(self) -> None:
        self.number = 12
        self.made: list[int] = []
        self.fault: Exception | None = None
        self.began, self.may_end = Event(), Event()
        self.may_end.set()
        self.latest = Latest(lambda: self.number, self.make)

    def make(self, version: int) -> None:
        self.began.set()
        assert self.may_end.wait(10)
        self.made.append(version)
        if self.fault is not None:
            raise self.fault


@pytest.fixture
def shelf() -> Shelf:
    """A store whose first version is ready."""
    made = Shelf()
    assert made.latest.version() == 12
    made.began.clear()
    return made


def test_what_fails_to_be_made_for_a_named_reason_is_shown_all_the_same(shelf: Shelf) -> None:
    shelf.number, shelf.fault = 13, UnknownVersion(version=13, latest=12)

    assert shelf.latest.version() == 13


def test_a_fault_of_ours_is_not_swallowed_and_the_next_one_tries_again(shelf: Shelf) -> None:
    shelf.number, shelf.fault = 13, ZeroDivisionError()

    with pytest.raises(ZeroDivisionError):
        shelf.latest.version()
    shelf.fault = None
    assert shelf.latest.version() == 13
    assert shelf.made == [12, 13, 13]


def test_a_store_made_anew_with_fewer_versions_is_followed(shelf: Shelf) -> None:
    shelf.number = 0

    assert shelf.latest.version() == 0


def test_a_version_is_made_ready_once(shelf: Shelf) -> None:
    shelf.number = 13

    assert [shelf.latest.version() for _ in range(3)] == [13, 13, 13]
    assert shelf.made == [12, 13]


def test_while_one_makes_it_ready_the_others_read_on_and_who_knows_of_it_waits(shelf: Shelf) -> None:
    shelf.number = 13
    shelf.may_end.clear()
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(shelf.latest.version)
        assert shelf.began.wait(10)

        assert [shelf.latest.version() for _ in range(3)] == [12, 12, 12]
        published_it = threads.submit(shelf.latest.version, at_least=13)
        shelf.may_end.set()

        assert (first.result(10), published_it.result(10)) == (13, 13)
    assert shelf.latest.version() == 13
    assert shelf.made == [12, 13]


def test_who_reads_an_older_version_makes_nothing_ready(shelf: Shelf) -> None:
    shelf.number = 13

    assert shelf.latest.version(is_held=True) == 12
    assert shelf.made == [12]
    assert shelf.latest.version(is_held=True, at_least=13) == 13
