"""The one DuckDB database of this process: a schema for each version of a table, a cursor for each call."""

from __future__ import annotations

import hashlib
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath

import duckdb

# DuckDB imports these when the first result leaves it; imported late, from several threads, they have crashed it.
import numpy as np  # noqa: F401
import pandas as pd  # noqa: F401
import pyarrow as pa

from indicators import queryfile
from indicators.errors import StoreDamaged
from indicators.store.record import RECORD_SCHEMA

# Opening some dozens of small files costs more than the question put to them: up to here a version is read once.
MOST_ROWS_HELD = 100_000
MOST_SCHEMAS = 8
MOST_ANSWER_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True)
class VersionKey:
    """One version of one table; a table made anew in the same folder is another one."""

    folder: str
    table: str
    version: int

    @property
    def schema(self) -> str:
        """The name of its schema; a copy of a store has the same table in another folder."""
        place = hashlib.sha256(f"{self.folder}\n{self.table}".encode()).hexdigest()[:16]
        return f"version_{self.version}_of_{place}"


@dataclass(frozen=True)
class Partition:
    """The files of one indicator in one version, and their rows; None where the log does not count them."""

    indicator: str
    paths: tuple[str, ...]
    rows: int | None

    @property
    def names(self) -> tuple[str, ...]:
        """What tells it from the same indicator in another version: it never holds other rows under these names."""
        return (self.indicator, *(PurePath(path).name for path in self.paths))


@dataclass(frozen=True)
class VersionFiles:
    """The exact files of one version, and their rows; None where the log does not count them."""

    paths: tuple[str, ...]
    rows: int | None
    partitions: tuple[Partition, ...] = ()

    def of(self, indicators: Collection[str]) -> tuple[Partition, ...]:
        """Return the partitions of some indicators."""
        return tuple(one for one in self.partitions if one.indicator in indicators)


@dataclass
class _Schema:
    """A version that is known: its files, whether its rows are held in memory, and how many are reading it now."""

    files: VersionFiles
    is_held: bool
    readers: int = 0


class Answers:
    """What versions already answered: a version never changes, so neither does its answer.

    The exhibits of a page put the same few questions; the oldest answers go when they outgrow `most_bytes`.
    """

    def __init__(self, *, most_bytes: int = MOST_ANSWER_BYTES) -> None:
        self._most_bytes = most_bytes
        self._lock = threading.Lock()
        self._answers: OrderedDict[Hashable, pa.Table] = OrderedDict()
        self._bytes = 0

    def get(self, question: Hashable, ask: Callable[[], pa.Table]) -> pa.Table:
        """Return the answer to a question that names its version; `ask` is called where it is not known yet."""
        with self._lock:
            if question in self._answers:
                self._answers.move_to_end(question)
                return self._answers[question]
        answer = ask()
        with self._lock:
            if question not in self._answers and answer.nbytes <= self._most_bytes:
                self._answers[question] = answer
                self._bytes += answer.nbytes
            while self._bytes > self._most_bytes:
                self._bytes -= self._answers.popitem(last=False)[1].nbytes
        return answer

    def forget(self) -> None:
        """Forget everything, so that a question is asked of the records again."""
        with self._lock:
            self._answers.clear()
            self._bytes = 0


class Engine:
    """An in-memory database whose schemas each hold the records of one version.

    A schema has `stored_records`, the rows of its version, and the view `records`, which every query reads. A cursor's
    search path chooses the version.
    """

    def __init__(self, *, most_schemas: int = MOST_SCHEMAS, most_rows_held: int = MOST_ROWS_HELD) -> None:
        self._most_schemas = most_schemas
        self._most_rows_held = most_rows_held
        self.answers = Answers()
        self._lock = threading.RLock()
        self._schemas: OrderedDict[VersionKey, _Schema] = OrderedDict()
        self._database = duckdb.connect(
            ":memory:",
            config={
                # Extensions would be fetched from the network, and a Python variable is no table.
                "autoinstall_known_extensions": False,
                "autoload_known_extensions": False,
                "python_enable_replacements": False,
                "temp_directory": tempfile.gettempdir(),
            },
        )

    @contextmanager
    def cursor(self, key: VersionKey, files: Callable[[], VersionFiles]) -> Iterator[duckdb.DuckDBPyConnection]:
        """Give a cursor that reads one version and is closed afterwards; `files` is asked when it is the first.

        Raises StoreDamaged where a file of that version is gone or is no Parquet.
        """
        with self._lock:
            schema = self._schema(key, files)
            schema.readers += 1
            cursor = self._database.cursor()
        try:
            _do(cursor, "set search_path =", f"'{key.schema}'")
            yield cursor
        except duckdb.IOException as error:
            raise StoreDamaged(folder=key.folder) from error
        finally:
            cursor.close()
            with self._lock:
                schema.readers -= 1
                self._drop_old_schemas()

    @contextmanager
    def cursor_on_files(
        self, folder: str, files_by_name: Mapping[str, Collection[str]]
    ) -> Iterator[duckdb.DuckDBPyConnection]:
        """Give a cursor that reads lists of files by these names, whatever version they belong to.

        It is closed afterwards. Raises StoreDamaged where a file is gone or is no Parquet.
        """
        cursor = self._database.cursor()
        try:
            for name, files in files_by_name.items():
                read_as(cursor, name, rows_in(cursor, list(files)))
            yield cursor
        except (duckdb.IOException, duckdb.InvalidInputException) as error:
            raise StoreDamaged(folder=folder) from error
        finally:
            cursor.close()

    def files(self, key: VersionKey, files: Callable[[], VersionFiles]) -> VersionFiles:
        """Return the files of a version."""
        with self._lock:
            return self._schema(key, files).files

    def holds(self, rows: int | None) -> bool:
        """Whether a version of so many rows, None for uncounted ones, is held in memory."""
        return rows is not None and rows <= self._most_rows_held

    def is_held(self, key: VersionKey, files: Callable[[], VersionFiles]) -> bool:
        """Whether the rows of a version are held in memory; those of a large one are read from its files each time."""
        with self._lock:
            return self._schema(key, files).is_held

    @property
    def schemas(self) -> int:
        """How many versions are held."""
        return len(self._schemas)

    def _schema(self, key: VersionKey, files: Callable[[], VersionFiles]) -> _Schema:
        if key not in self._schemas:
            found = files()
            is_held = self.holds(found.rows)
            self._make_schema(key, found, is_held=is_held)
            self._schemas[key] = _Schema(found, is_held)
        self._schemas.move_to_end(key)
        return self._schemas[key]

    def _make_schema(self, key: VersionKey, files: VersionFiles, *, is_held: bool) -> None:
        cursor = self._database.cursor()
        try:
            cursor.begin()
            _do(cursor, "create schema", key.schema)
            _do(cursor, "set search_path =", f"'{key.schema}'")
            rows = rows_in(cursor, files.paths)
            if is_held:
                rows.create("stored_records")
            else:
                rows.create_view("stored_records")
            cursor.table("stored_records").create_view("records")
            cursor.commit()
        except (duckdb.IOException, duckdb.InvalidInputException) as error:
            raise StoreDamaged(folder=key.folder) from error
        finally:
            cursor.close()

    def _drop_old_schemas(self) -> None:
        idle = [key for key, schema in self._schemas.items() if not schema.readers]
        for key in idle[: max(0, len(self._schemas) - self._most_schemas)]:
            _do(self._database, "drop schema", key.schema, "cascade")
            del self._schemas[key]


@cache
def _made_once() -> Engine:
    return Engine()


_MAKING = threading.Lock()


def engine() -> Engine:
    """Return the engine of this process."""
    with _MAKING:
        return _made_once()


def read_as(cursor: duckdb.DuckDBPyConnection, name: str, table: pa.Table | duckdb.DuckDBPyRelation) -> None:
    """Let this cursor, and no other one, read a table by that name."""
    cursor.register(name, table)


def records_of(cursor: duckdb.DuckDBPyConnection, partitions: Iterable[Partition]) -> duckdb.DuckDBPyRelation:
    """Return the records of some partitions, read from no other file."""
    return rows_in(cursor, [path for partition in partitions for path in partition.paths])


def literal(path: str) -> str:
    """Return a path so that DuckDB, which reads a path as a pattern, finds the file of that name."""
    return "".join(f"[{letter}]" if letter in "[*?" else letter for letter in path)


def rows_in(cursor: duckdb.DuckDBPyConnection, paths: Sequence[str]) -> duckdb.DuckDBPyRelation:
    """Return the records of some files."""
    if not paths:
        return cursor.from_arrow(RECORD_SCHEMA.empty_table())
    return cursor.sql(queryfile.read("records_of_version").sql, params={"files": list(paths)})


def _do(cursor: duckdb.DuckDBPyConnection, *words: str) -> None:
    # What makes room for a version asks no question, and a name can't be bound: it doesn't stand in queries/. Every
    # name is made by VersionKey, of letters and digits.
    statement = " ".join(words)
    cursor.execute(statement).fetchall()
