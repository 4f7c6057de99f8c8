"""One version of the store, to be asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from uuid import uuid4

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from duckdb import DuckDBPyConnection

from indicators import queryfile
from indicators.errors import BrokenQuery, StoreDamaged
from indicators.queryfile import QueryFile
from indicators.store.commit import Counts
from indicators.store.effect import Effect, Effects
from indicators.store.engine import VersionFiles, VersionKey, engine, read_as, records_of, rows_in
from indicators.store.keys import only, without_repetitions
from indicators.store.log import Log
from indicators.store.record import KEY, KEY_DATE, PARTITION, RECORD_SCHEMA, ROWS_IN_A_GROUP, conformed
from indicators.store.revising import changed_figures
from indicators.store.rolled import Rolled
from indicators.store.rollup import Rollup, Rollups

_NO_ROLLUPS: Mapping[str, Rollup] = MappingProxyType({})
_GROUPS_AT_ONCE = 8
_MOST_ROWS_AT_ONCE = 250_000
_NO_TABLES: Mapping[str, pa.Table] = MappingProxyType({})


_EFFECTS = Effects()


@dataclass(frozen=True, eq=False)
class Reading:
    """The records of one version, by any number of threads at once; what is read never changes."""

    version: int
    _key: VersionKey
    _files: Callable[[], VersionFiles]
    _at: Callable[[int], Reading]
    _log: Log
    _effective: pa.Table | None = None
    _rehearsal: str | None = None
    _columns: tuple[str, ...] | None = None

    @property
    def rows(self) -> int | None:
        """How many records this version has, or fewer; None where nobody counted them."""
        rows = self._found.rows
        return rows if rows is None or self._effective is None else rows + self._effective.num_rows

    def rows_of(self, indicator: str) -> int | None:
        """Return how many records of one indicator are published; None where nobody counted them."""
        rows = [one.rows for one in self._found.of((indicator,))]
        return None if None in rows else sum(filter(None, rows))

    @property
    def is_large(self) -> bool:
        """Whether its records stay in their files, so that what is asked of all of them is asked of roll-ups."""
        with self._told_apart():
            return not engine().is_held(self._key, self._files)

    @property
    def will_be_large(self) -> bool:
        """Whether its records would stay in their files, were it published as it is rehearsed."""
        return not engine().holds(self.rows)

    def run(
        self,
        query: QueryFile,
        *,
        tables: Mapping[str, pa.Table] = _NO_TABLES,
        within: Collection[str] | None = None,
        rolled: Mapping[str, Rollup] = _NO_ROLLUPS,
        places: Sequence[str | None] = (),
        **params: object,
    ) -> pa.Table:
        """Return the query's answer on this version.

        `tables` are visible to the query by their names, `rolled` are roll-ups and the names by which it reads them,
        `params` are bound; a set of params other than the declared one raises BrokenQuery. `within` are the only
        indicators whose records the answer needs: of a large version no other file is read. Where it needs `places`
        only, of all indicators, a roll-up of values is that of these districts with all their sectors, or of the
        province and its sectors (None).
        """
        if set(params) != set(query.params):
            raise BrokenQuery(file=f"{query.name}.sql", why=f"wants {sorted(query.params)}, was given {sorted(params)}")
        ask = partial(self._ask, query, tables, params, within, rolled, places)
        if tables:
            return ask()
        only_of = None if within is None else tuple(sorted(within))
        return engine().answers.get(self._question(query.sql, self._columns, only_of, *sorted(params.items())), ask)

    @contextmanager
    def whole(self, indicators: Collection[str]) -> Iterator[Iterator[pa.RecordBatch]]:
        """Give all records of some indicators, in the order in which a file holds them."""
        with self._cursor() as cursor:
            yield (batch for some in self.some_at_a_time(indicators) for batch in self._ordered(cursor, some))

    def _ordered(self, cursor: DuckDBPyConnection, indicators: Sequence[str]) -> pa.RecordBatchReader:
        self._read_records(cursor, indicators)
        query = queryfile.read("records_of_indicators")
        answer = cursor.sql(query.sql, params={"indicators": list(indicators)})
        return answer.to_arrow_reader(_GROUPS_AT_ONCE * ROWS_IN_A_GROUP)

    def rows_of_files(self, paths: Sequence[str]) -> pa.Table:
        """Return the records of some files, of whatever version they are."""
        with self._cursor() as cursor:
            return rows_in(cursor, paths).to_arrow_table()

    def some_at_a_time(self, indicators: Collection[str] | None = None) -> Iterator[list[str]]:
        """Yield some indicators, or all, in their order, as many together as can be asked of in little memory."""
        rows = Counter({one.indicator: one.rows or 0 for one in self._found.partitions})
        if self._effective is not None:
            for counted in pc.value_counts(self._effective[PARTITION]).to_pylist():
                rows[counted["values"]] += counted["counts"]
        some: list[str] = []
        for indicator in sorted(rows if indicators is None else indicators):
            if some and sum(rows[one] for one in some) + rows[indicator] > _MOST_ROWS_AT_ONCE:
                yield some
                some = []
            some.append(indicator)
        if some:
            yield some

    def keep_rollups(self, indicators: Collection[str]) -> None:
        """Keep what a large version is asked of these indicators, so that no reader waits for it."""
        if self.is_large:
            with self._cursor() as cursor:
                self._rollups.make(cursor, self._found.of(indicators))
            self._rolled.renew()

    @contextmanager
    def _cursor(self) -> Iterator[DuckDBPyConnection]:
        with self._told_apart(), engine().cursor(self._key, self._files) as cursor:
            yield cursor

    @contextmanager
    def _told_apart(self) -> Iterator[None]:
        """Tell figures that are no longer kept, and went while they were being read, from damage."""
        try:
            yield
        except StoreDamaged:
            self._files()
            raise

    @property
    def _found(self) -> VersionFiles:
        with self._told_apart():
            return engine().files(self._key, self._files)

    @property
    def _rollups(self) -> Rollups:
        return Rollups.beside(Path(self._key.folder), self._key.table)

    def _question(self, *asked: Hashable) -> Hashable:
        return (self._key, self._rehearsal, *asked)

    def _ask(
        self,
        query: QueryFile,
        tables: Mapping[str, pa.Table],
        params: Mapping[str, object],
        within: Collection[str] | None,
        rolled: Mapping[str, Rollup],
        places: Sequence[str | None] = (),
    ) -> pa.Table:
        with self._cursor() as cursor:
            for name, table in tables.items():
                read_as(cursor, name, table)
            kept = {
                name: self._rolled.of_all(cursor, rollup, places)
                if within is None
                else self._rolled.of(cursor, rollup, within)
                for name, rollup in rolled.items()
            }
            self._read_records(cursor, within)
            for name, rows in kept.items():
                read_as(cursor, name, rows)
            bound = {name: list(value) if isinstance(value, tuple) else value for name, value in params.items()}
            answer = cursor.sql(query.sql, params=bound or None)
            if self._columns is not None:
                answer = answer.select(*(name for name in answer.columns if name in self._columns))
            return answer.to_arrow_table()

    def _read_records(self, cursor: DuckDBPyConnection, within: Collection[str] | None) -> None:
        """Let the cursor read the records of this version, or of some indicators, under the name they are asked by."""
        if within is not None and self.is_large:
            some = records_of(cursor, self._found.of(within))
            read_as(cursor, "stored_records", some)
            read_as(cursor, "records", some)
        if self._effective is not None:
            effective = self._effective
            if within is not None:
                effective = effective.filter(pc.is_in(effective[PARTITION], pa.array(sorted(within), pa.string())))
            read_as(cursor, "effective", effective)
            read_as(cursor, "records", cursor.sql(queryfile.read("records_after_upload").sql))

    @property
    def _rolled(self) -> Rolled:
        return Rolled(
            rollups=self._rollups,
            partitions=self._found.partitions,
            touched=self._touched,
            cursor=self._cursor,
            read_records=self._read_records,
            remember=lambda asked, ask: engine().answers.get(self._question("rolled", asked), ask),
        )

    @property
    def _touched(self) -> frozenset[str]:
        if self._effective is None:
            return frozenset()
        return frozenset(self._effective[PARTITION].unique().to_pylist())

    def at(self, version: int) -> Reading:
        """Return another version of the same store; raises UnknownVersion."""
        return self._at(version)

    def revised(self) -> pa.Table:
        """Return which figures that districts reported had been others before (queries/revised_figures.sql)."""
        changed, gone = changed_figures(self._log, self._key, self._at)
        return self.run(queryfile.read("revised_figures"), tables={"changes": changed}, gone=gone)

    def difference_from(self, former: Reading) -> pa.Table:
        """Return what this version changed against another one, record by record.

        The columns are those of queries/differences_between_versions.sql. Only the files that one of the two has and
        the other has not are read.
        """
        assert self._effective is None, "only what is published can be compared"
        assert former._effective is None, "only what is published can be compared"
        question = ("difference", former._key, self._key)
        return engine().answers.get(question, partial(self._compare, former))

    def _compare(self, former: Reading) -> pa.Table:
        here, there = self._files().paths, former._files().paths
        only = {"former": sorted(set(there) - set(here)), "latter": sorted(set(here) - set(there))}
        try:
            with engine().cursor_on_files(self._key.folder, only) as cursor:
                return cursor.sql(queryfile.read("differences_between_versions").sql).to_arrow_table()
        except StoreDamaged:
            for version in (self, former):
                version._files()
            raise

    def with_incoming(self, incoming: pa.Table) -> Reading:
        """Return this version as it would be once the rows were published; its number stays."""
        return self.with_effect(self.effect(incoming))

    def with_effect(self, effect: Effect) -> Reading:
        """Return this version as it would be with what an upload does to it."""
        assert self._effective is None, "only what is published can be rehearsed on"
        return replace(self, _effective=effect.rows, _rehearsal=uuid4().hex)

    def telling(self, *columns: str) -> Reading:
        """Return the same version, whose answers have these columns alone: the others are not even worked out."""
        return replace(self, _columns=columns or None)

    def changes(self, incoming: pa.Table) -> pa.Table:
        """Return what each incoming row would change, in the order of the rows (queries/changes_for_upload.sql)."""
        records = conformed(incoming)
        numbered = records.append_column("position", pa.array(range(records.num_rows), pa.int64()))
        within = records[PARTITION].unique().to_pylist()
        query = queryfile.read("changes_for_upload")
        return self.run(query, tables={"incoming": numbered}, within=within)

    def effect(self, incoming: pa.Table) -> Effect:
        """Return the rows of an upload that change something, with the number of the version they would make.

        Raises UnstorableRecord and RepeatedRecord.
        """
        return _EFFECTS.get(incoming, self._key, partial(self._effect, incoming))

    def _effect(self, incoming: pa.Table) -> Effect:
        records = without_repetitions(conformed(incoming))
        found = self.telling("change", "value_before", "upload_before").changes(records)
        changes = records.select([*KEY, KEY_DATE])
        for name in found.column_names:
            changes = changes.append_column(name, found[name])
        change = found["change"]
        is_effective = pc.is_in(change, pa.array(["new", "changed", "removed"]))
        counted = {row["values"]: row["counts"] for row in pc.value_counts(change.filter(is_effective)).to_pylist()}
        effective = only(records, is_effective.to_numpy())
        upload = pa.array(np.full(effective.num_rows, self.version + 1, dtype=np.int64))
        rows = effective.append_column("upload", upload).select([*RECORD_SCHEMA.names, "withdraw"])
        return Effect(rows, Counts(**counted), changes)
