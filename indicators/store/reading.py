"""One version of the store, to be asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from uuid import uuid4

import pyarrow as pa
import pyarrow.compute as pc

from indicators import queryfile
from indicators.errors import BrokenQuery
from indicators.queryfile import QueryFile
from indicators.store.commit import Counts
from indicators.store.engine import VersionFiles, VersionKey, engine, read_as
from indicators.store.record import ORDER, RECORD_SCHEMA, conformed, without_repetitions

_NO_TABLES: Mapping[str, pa.Table] = MappingProxyType({})


@dataclass(frozen=True)
class Effect:
    """What an upload does to one version: the rows that are new, changed or withdrawn, and how many they are."""

    rows: pa.Table
    counts: Counts


@dataclass(frozen=True, eq=False)
class Reading:
    """The records of one version, by any number of threads at once; what is read never changes."""

    version: int
    _key: VersionKey
    _files: Callable[[], VersionFiles]
    _at: Callable[[int], Reading]
    _effective: pa.Table | None = None
    _rehearsal: str | None = None

    @property
    def rows(self) -> int | None:
        """How many records this version has, or fewer; None where nobody counted them."""
        rows = engine().rows(self._key, self._files)
        return rows if rows is None or self._effective is None else rows + self._effective.num_rows

    def run(self, query: QueryFile, *, tables: Mapping[str, pa.Table] = _NO_TABLES, **params: object) -> pa.Table:
        """Return the query's answer on this version.

        `tables` are visible to the query by their names, `params` are bound; a set of params other than the declared
        one raises BrokenQuery.
        """
        if set(params) != set(query.params):
            raise BrokenQuery(file=f"{query.name}.sql", why=f"wants {sorted(query.params)}, was given {sorted(params)}")
        if tables:
            return self._ask(query, tables, params)
        question = (self._key, self._rehearsal, query.sql, tuple(sorted(params.items())))
        return engine().answers.get(question, partial(self._ask, query, tables, params))

    def _ask(self, query: QueryFile, tables: Mapping[str, pa.Table], params: Mapping[str, object]) -> pa.Table:
        with engine().cursor(self._key, self._files) as cursor:
            for name, table in tables.items():
                read_as(cursor, name, table)
            if self._effective is not None:
                read_as(cursor, "effective", self._effective)
                read_as(cursor, "records", cursor.sql(queryfile.read("records_after_upload").sql))
            return cursor.sql(query.sql, params=dict(params) or None).to_arrow_table()

    def at(self, version: int) -> Reading:
        """Return another version of the same store; raises UnknownVersion."""
        return self._at(version)

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
        with engine().cursor_on_files(self._key.folder, only) as cursor:
            return cursor.sql(queryfile.read("differences_between_versions").sql).to_arrow_table()

    def with_incoming(self, incoming: pa.Table) -> Reading:
        """Return this version as it would be once the rows were published; its number stays."""
        assert self._effective is None, "only what is published can be rehearsed on"
        effective = self.effect(incoming).rows.drop_columns(["change"])
        return replace(self, _effective=effective, _rehearsal=uuid4().hex)

    def changes(self, incoming: pa.Table) -> pa.Table:
        """Return what each incoming row would change, in the order of the rows (queries/changes_for_upload.sql)."""
        records = conformed(incoming)
        numbered = records.append_column("position", pa.array(range(records.num_rows), pa.int64()))
        return self.run(queryfile.read("changes_for_upload"), tables={"incoming": numbered})

    def effect(self, incoming: pa.Table) -> Effect:
        """Return the rows of an upload that change something, with the number of the version they would make.

        Raises UnstorableRecord and RepeatedRecord.
        """
        records = without_repetitions(conformed(incoming))
        change = self.changes(records)["change"]
        effective = records.append_column("change", change).filter(
            pc.is_in(change, pa.array(["new", "changed", "removed"]))
        )
        upload = pa.array([self.version + 1] * effective.num_rows, pa.int64())
        counted = {row["values"]: row["counts"] for row in pc.value_counts(effective["change"]).to_pylist()}
        return Effect(
            rows=effective.append_column("upload", upload)
            .select([*RECORD_SCHEMA.names, "withdraw", "change"])
            .sort_by([(name, "ascending") for name in ORDER]),
            counts=Counts(**counted),
        )
