"""Where a store keeps what, and which files each version of its table has."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote

import pyarrow as pa
from deltalake import DeltaTable
from deltalake.exceptions import DeltaError, TableNotFoundError

from indicators.errors import StoreDamaged, StoreForbidden, StoreMissing
from indicators.store.engine import Partition, VersionFiles, literal
from indicators.store.record import PARTITION

FOLDER_VARIABLE = "INDICATORS_STORE"


def default_folder() -> Path:
    """Return the folder that INDICATORS_STORE names, or data/store of the checkout."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named) if named else Path(__file__).resolve().parents[2] / "data" / "store"


def records(folder: Path) -> Path:
    """Return the folder of the table."""
    return folder / "records"


def received(folder: Path) -> Path:
    """Return the folder of the files that were received."""
    return folder / "received"


def waiting(folder: Path) -> Path:
    """Return the folder of the publications that wait."""
    return folder / "waiting"


def table(folder: Path, version: int | None = None) -> DeltaTable:
    """Return the table at a version, the latest if none is named; raises StoreMissing and StoreDamaged."""
    try:
        return DeltaTable(str(records(folder)), version=version)
    except TableNotFoundError as error:
        raise StoreMissing(folder=str(folder)) from error
    except DeltaError as error:
        raise StoreDamaged(folder=str(folder)) from error


def paths(opened: DeltaTable, folder: Path) -> list[tuple[str, Path, int | None]]:
    """Return the files of a table at its version, each with its indicator and its rows where these are counted."""
    # Not file_uris(): it writes the folder's own letters as %C3%A0, and DuckDB finds no file of that name.
    added = pa.table(opened.get_add_actions(flatten=True))
    columns = (added[name].to_pylist() for name in (f"partition.{PARTITION}", "path", "num_records"))
    each = zip(*columns, strict=True)
    return [(indicator, records(folder).joinpath(unquote(path)), rows) for indicator, path, rows in each]


def version_files(found: Iterable[tuple[str, Path, int | None]]) -> VersionFiles:
    """Return the files of one version as they are read."""
    by_indicator: dict[str, list[tuple[str, int | None]]] = defaultdict(list)
    for indicator, path, rows in found:
        by_indicator[indicator].append((literal(str(path)), rows))
    partitions = tuple(
        Partition(indicator, tuple(sorted(path for path, _ in files)), _sum(rows for _, rows in files))
        for indicator, files in sorted(by_indicator.items())
    )
    return VersionFiles(
        paths=tuple(sorted(path for one in partitions for path in one.paths)),
        rows=_sum(one.rows for one in partitions),
        partitions=partitions,
    )


def _sum(rows: Iterable[int | None]) -> int | None:
    """Return how many rows they are together, None where nobody counted some."""
    counted = list(rows)
    return None if None in counted else sum(filter(None, counted))


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Name what the operating system refuses: raises StoreForbidden."""
    try:
        yield
    except OSError as error:
        raise StoreForbidden(folder=str(folder)) from error
