"""The roll-ups as one version reads them: a bundle of all indicators, and beside it what has changed since."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, replace
from functools import partial
from threading import Lock

import pyarrow as pa
import pyarrow.compute as pc
from duckdb import DuckDBPyConnection, DuckDBPyRelation

from indicators import queryfile
from indicators.store.bundle import Plan, is_place, of_place, place_of
from indicators.store.engine import Partition, read_as
from indicators.store.rollup import CELLS, PLACES, Rollup, Rollups, answered

# What is kept in memory while bundles are made: some 100,000 rows a place.
_PLACES_AT_ONCE = 8
_BUNDLING = Lock()

Places = Sequence[str | None]


@dataclass(frozen=True)
class Rolled:
    """The roll-ups of one reading; those of the indicators that its rehearsal touches are made for it alone.

    `cursor` opens one on its version, `read_records` lets that read the records of some indicators, and `remember`
    keeps an answer.
    """

    rollups: Rollups
    partitions: tuple[Partition, ...]
    touched: frozenset[str]
    cursor: Callable[[], AbstractContextManager[DuckDBPyConnection]]
    read_records: Callable[[DuckDBPyConnection, Collection[str]], None]
    remember: Callable[[Hashable, Callable[[], pa.Table]], pa.Table]

    def of(self, cursor: DuckDBPyConnection, rollup: Rollup, indicators: Collection[str]) -> DuckDBPyRelation:
        """Return a roll-up of some indicators, each read from its own file."""
        untouched = [one for one in self._untouched if one.indicator in indicators]
        touched = self.touched & set(indicators)
        if untouched and not touched:
            return self.rollups.read(cursor, rollup, untouched)
        anew = self.remember((rollup, *sorted(touched)), partial(self._answered, rollup, touched))
        rows = cursor.from_arrow(anew)
        return self.rollups.read(cursor, rollup, untouched).union(rows) if untouched else rows

    def of_all(self, cursor: DuckDBPyConnection, rollup: Rollup, places: Places = ()) -> DuckDBPyRelation:
        """Return a roll-up of all indicators; that of the values, at some places, holds the cells of these too."""
        matters = [of_place(place) for place in places] or [rollup.value]
        plan = self._plan(matters)
        # What is only rehearsed is no version, and no bundle is made of it.
        if plan.is_worn and not self.touched:
            self._bundle(matters)
            plan = self._plan(matters)
        return plan.rows(cursor, partial(self._apart, cursor, rollup, places))

    def renew(self) -> None:
        """Make those bundles anew that would leave much to be asked apart."""
        worn = [matter for matter in self.rollups.bundles.matters if self._plan([matter]).is_worn]
        for matters in ([matter] for matter in worn if not is_place(matter)):
            self._bundle(matters)
        self._bundle([matter for matter in worn if is_place(matter)])

    @property
    def _untouched(self) -> list[Partition]:
        return [one for one in self.partitions if one.indicator not in self.touched]

    def _plan(self, matters: Sequence[str]) -> Plan:
        plan = self.rollups.plan(matters, self._untouched)
        return replace(plan, apart=plan.apart | self.touched) if self.touched else plan

    def _apart(
        self, cursor: DuckDBPyConnection, rollup: Rollup, places: Places, indicators: Collection[str]
    ) -> DuckDBPyRelation:
        if not places:
            return self.of(cursor, rollup, indicators)
        question = (PLACES, *places, *sorted(indicators))
        return cursor.from_arrow(self.remember(question, partial(self._at_places, places, indicators)))

    def _at_places(self, places: Places, indicators: Collection[str]) -> pa.Table:
        districts = [place for place in places if place is not None]
        cells = queryfile.read(CELLS)
        with self.cursor() as cursor:
            kept = {
                "rolled_values": self.of(cursor, Rollup.VALUES, indicators),
                "rolled_settings": self.of(cursor, Rollup.SETTINGS, indicators),
            }
            self.read_records(cursor, indicators)
            for name, rows in kept.items():
                read_as(cursor, name, rows)
            bound = {**dict.fromkeys(cells.params), "districts": districts}
            read_as(cursor, "cells", cursor.sql(cells.sql, params=bound))
            query = queryfile.read(PLACES)
            return cursor.sql(query.sql, params={"districts": districts or None}).to_arrow_table()

    def _answered(self, rollup: Rollup, indicators: Collection[str]) -> pa.Table:
        with self.cursor() as cursor:
            self.read_records(cursor, indicators)
            return answered(cursor, rollup)

    def _bundle(self, matters: Sequence[str]) -> None:
        """Make the bundles of these matters, whatever of them is not whole."""
        # A bundle saves time and nothing else: where none can be written everything is asked apart.
        with _BUNDLING, suppress(OSError):
            worn = [matter for matter in matters if self._plan([matter]).apart]
            for first in range(0, len(worn), _PLACES_AT_ONCE):
                for matter, rows in self._gathered(worn[first : first + _PLACES_AT_ONCE]):
                    self.rollups.bundles.write(matter, rows, self.rollups.named(self.partitions))

    def _gathered(self, matters: Sequence[str]) -> Iterator[tuple[str, pa.Table]]:
        plan = self._plan(matters)
        with self.cursor() as cursor:
            if not is_place(matters[0]):
                rollup = Rollup(matters[0])
                yield matters[0], plan.rows(cursor, partial(self.of, cursor, rollup)).to_arrow_table()
                return
            places = [place_of(matter) for matter in matters]
            apart = self._at_places(places, plan.apart)
            for at, (matter, place) in enumerate(zip(matters, places, strict=True)):
                is_here = pc.is_null(apart["district"]) if place is None else pc.equal(apart["district"], place)
                here = apart.filter(is_here)
                own = replace(plan, paths=plan.paths[at : at + 1])
                yield matter, own.rows(cursor, partial(_relation, cursor, here)).to_arrow_table()


def _relation(cursor: DuckDBPyConnection, rows: pa.Table, _: Collection[str]) -> DuckDBPyRelation:
    return cursor.from_arrow(rows)
