"""A process that publishes until it is stopped: `python -m tests.store.publisher FOLDER HOW …`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress

import pyarrow as pa

from indicators.errors import StoreMoved
from indicators.store import Publication, Store
from tests.store.rows import actual, definition, rows

INDICATORS = tuple(f"indicator_{number}" for number in range(24))
YEARS = range(2014, 2021)
DISTRICTS = tuple(str(code) for code in range(164, 174))
OWN_INDICATORS = 4
VERSIONS_BEFORE_A_VACUUM = 6
OWN_RECORDS = OWN_INDICATORS * len(YEARS) * len(DISTRICTS)
RECORDS = len(INDICATORS) * len(YEARS) * len(DISTRICTS)


def whole_versions(store: Store) -> Iterator[int]:
    """Publish for ever: every record of version 7 has the value 7."""
    places = rows(
        *(
            actual(indicator, year, district=district)
            for indicator in INDICATORS
            for year in YEARS
            for district in DISTRICTS
        )
    )
    column = places.column_names.index("value")
    while True:
        latest = store.version
        incoming = places.set_column(column, "value", pa.array([latest + 1.0] * RECORDS))
        yield store.publish(incoming, Publication(by="publisher", reason="test"), rehearsed=latest)


def publish_whole_versions(store: Store) -> None:
    """Publish whole versions until stopped."""
    for _ in whole_versions(store):
        pass


def publish_and_vacuum(store: Store) -> None:
    """Publish whole versions and, after some, take the former ones away."""
    for number, _ in enumerate(whole_versions(store), 1):
        if number % VERSIONS_BEFORE_A_VACUUM == 0:
            store.vacuum(by="vacuum", reason="test")


def vacuum_for_ever(store: Store) -> None:
    """Take away the figures of every version but the latest, again and again."""
    while True:
        with suppress(StoreMoved):
            store.vacuum(by="vacuum", reason="test")


def own_indicators(by: str) -> tuple[str, ...]:
    """Return the indicators that only this publisher writes to."""
    return tuple(f"{by}_{number}" for number in range(OWN_INDICATORS))


def publish_own_whole_versions(store: Store, *, by: str) -> None:
    """Publish one's own records for ever, each until it has landed: those of version 7 have the value 7."""
    places = rows(
        *(
            actual(indicator, year, district=district)
            for indicator in own_indicators(by)
            for year in YEARS
            for district in DISTRICTS
        )
    )
    column = places.column_names.index("value")
    while True:
        latest = store.version
        incoming = places.set_column(column, "value", pa.array([latest + 1.0] * OWN_RECORDS))
        with suppress(StoreMoved):
            store.publish(incoming, Publication(by=by, reason="test"), rehearsed=latest)


def publish_own_records(store: Store, *, by: str, publications: int) -> None:
    """Publish one record a year under one's own name, each until it has landed; print how often it was refused."""
    refused = 0
    for year in range(publications):
        while True:
            incoming = rows(definition(by), actual(by, year, float(year)), actual("shared", 2015, float(year), note=by))
            try:
                store.publish(incoming, Publication(by=by, reason=str(year)), rehearsed=store.version)
            except StoreMoved:
                refused += 1
            else:
                break
    print(refused)


if __name__ == "__main__":
    opened = Store.open(sys.argv[1])
    print("ready", flush=True)
    sys.stdin.readline()
    if sys.argv[2] == "whole":
        publish_whole_versions(opened)
    elif sys.argv[2] == "vacuum":
        vacuum_for_ever(opened)
    elif sys.argv[2] == "whole_and_vacuum":
        publish_and_vacuum(opened)
    elif sys.argv[2] == "own_whole":
        publish_own_whole_versions(opened, by=sys.argv[3])
    else:
        publish_own_records(opened, by=sys.argv[3], publications=int(sys.argv[4]))
