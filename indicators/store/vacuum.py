"""Which files no kept version needs, and how they go: how long a version is kept is set (`settings`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from deltalake import DeltaTable
from deltalake.exceptions import DeltaError

from indicators.errors import StoreDamaged
from indicators.store import files
from indicators.store.commit import Commit
from indicators.store.record import PARTITION
from indicators.store.rollup import Rollup, Rollups

Found = Sequence[tuple[str, Path, int | None]]
# A file that no version has may be one that a publication is writing right now, or a roll-up that it made.
LEFT_BEHIND = dt.timedelta(days=1)


@dataclass(frozen=True)
class Vacuum:
    """What goes: the versions that lose figures, the files with their bytes, and the earliest version that stays whole.

    `kept_days` is what is set, None for ever; `version` the latest one.
    """

    version: int
    earliest: int
    kept_days: int | None
    versions: tuple[int, ...]
    paths: tuple[Path, ...]
    size: int

    def clear(self) -> None:
        """Take the files away; what is gone already stays so."""
        for path in self.paths:
            path.unlink(missing_ok=True)


def foresee(
    folder: Path,
    history: Sequence[Commit],
    *,
    latest: int,
    kept_days: int | None,
    also_kept: Collection[int],
    rollups: Rollups,
    now: dt.datetime,
) -> Vacuum:
    """Return what a vacuum would take away of a store; raises StoreDamaged where a kept version can't be read."""
    gone = no_longer_kept(history)
    first = _first_kept(history, latest=latest, kept_days=kept_days, now=now)
    kept = {version for version in range(latest + 1) if version >= first or version in also_kept} - gone
    found = _found(folder, set(range(latest + 1)) - gone, kept=kept)
    needed = {path for version in kept for path in _paths(found[version])}
    losing = tuple(sorted(version for version in found.keys() - kept if not _paths(found[version]) <= needed))
    whole = found.keys() - set(losing)
    unneeded = [
        *_unneeded(folder, needed, {path for each in found.values() for path in _paths(each)}, gone, now),
        *_old(_rollup_files(rollups) - _needed_rollups(rollups, (found[version] for version in whole)), now),
    ]
    return Vacuum(
        version=latest,
        earliest=min(whole),
        kept_days=kept_days,
        versions=losing,
        paths=tuple(unneeded),
        size=sum(map(_size, unneeded)),
    )


def no_longer_kept(history: Iterable[Commit]) -> frozenset[int]:
    """Return the versions that the commits say are no longer kept."""
    return frozenset(version for commit in history for version in _within(commit.no_longer_kept or ""))


def ranges(versions: Sequence[int]) -> str:
    """Return ascending numbers as "0-3,5"."""
    starts = [0, *(at for at, (one, other) in enumerate(pairwise(versions), 1) if other != one + 1), len(versions)]
    runs = (versions[start:end] for start, end in pairwise(starts))
    return ",".join(f"{run[0]}" if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs if run)


def _within(told: str) -> Iterator[int]:
    for part in filter(None, told.split(",")):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def _first_kept(history: Sequence[Commit], *, latest: int, kept_days: int | None, now: dt.datetime) -> int:
    """Return the first version that was the latest one at some moment of the days that are kept."""
    if kept_days is None:
        return 0
    try:
        since = now - dt.timedelta(days=kept_days)
    except OverflowError:
        return 0
    return max((commit.version for commit in history if commit.version <= latest and commit.at < since), default=0)


def _found(folder: Path, versions: Collection[int], *, kept: Collection[int]) -> dict[int, Found]:
    """Return the files of some versions; a table that goes from one to the next reads its log once."""
    found: dict[int, Found] = {}
    opened: DeltaTable | None = None
    for version in sorted(versions):
        try:
            if opened is None:
                opened = files.table(folder, version)
            else:
                opened.load_as_version(version)
            found[version] = files.paths(opened, folder)
        except (StoreDamaged, DeltaError) as error:
            # Another program may have cleaned away what older versions are known by; of a kept one all must be known.
            if version in kept:
                raise StoreDamaged(folder=str(folder)) from error
            opened, found[version] = None, ()
    return found


def _paths(found: Found) -> set[Path]:
    return {path for _, path, _ in found}


def _unneeded(
    folder: Path, needed: Collection[Path], known: Collection[Path], gone: Collection[int], now: dt.datetime
) -> list[Path]:
    """Return the files of records that no kept version needs; of those that no version ever had only old ones."""
    everything = set(files.records(folder).glob(f"{PARTITION}=*/*.parquet"))
    # Where what is needed is not found by its name, nothing can be called unneeded.
    if not everything.issuperset(needed):
        raise StoreDamaged(folder=str(folder))
    present = everything.difference(needed)
    old = set(_old(present, now))
    # What a vacuum that was cut off had yet to take away: the versions it told of are read for it alone.
    strange = present - old - set(known)
    told = _found(folder, gone, kept=()) if strange else {}
    left = strange & {path for each in told.values() for path in _paths(each)}
    return sorted(old | present.intersection(known) | left)


def _old(paths: Iterable[Path], now: dt.datetime) -> Iterator[Path]:
    since = (now - LEFT_BEHIND).timestamp()
    for path in sorted(paths):
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < since:
                yield path


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        # Somebody else has taken it away.
        return 0


def _rollup_files(rollups: Rollups) -> set[Path]:
    return {path for rollup in Rollup for path in (rollups.folder / rollup).glob("*.parquet")}


def _needed_rollups(rollups: Rollups, versions: Iterable[Found]) -> set[Path]:
    names = {name for found in versions for name in rollups.named(files.version_files(found).partitions).values()}
    return {rollups.folder / rollup / f"{name}.parquet" for rollup in Rollup for name in names}
