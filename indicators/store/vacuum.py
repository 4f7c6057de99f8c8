"""Which files no kept version needs, and how they go: how long a version is kept is set (`settings`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

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
    gone = told_in(history)
    first = _first_kept(history, latest=latest, kept_days=kept_days, now=now)
    kept = {version for version in range(latest + 1) if version >= first or version in also_kept} - gone
    found = {version: _found(folder, version, is_kept=version in kept) for version in range(latest + 1)}
    needed = {path for version in kept for _, path, _ in found[version]}
    known = {path for each in found.values() for _, path, _ in each}
    losing = tuple(
        version for version in sorted(found.keys() - kept - gone)
        if not all(path in needed for _, path, _ in found[version])
    )  # fmt: skip
    whole = kept | (found.keys() - gone - set(losing))
    unneeded = [
        *_unneeded(files.records(folder).glob(f"{PARTITION}=*/*.parquet"), needed, known, now),
        *_unneeded(_rollup_files(rollups), _named(rollups, (found[version] for version in whole)), frozenset(), now),
    ]
    return Vacuum(
        version=latest,
        earliest=min(whole),
        kept_days=kept_days,
        versions=losing,
        paths=tuple(path for path, _ in unneeded),
        size=sum(size for _, size in unneeded),
    )


def told_in(history: Iterable[Commit]) -> frozenset[int]:
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


def _found(folder: Path, version: int, *, is_kept: bool) -> Found:
    try:
        return files.paths(files.table(folder, version), folder)
    except StoreDamaged:
        # Another program may have cleaned away what older versions are known by; of a kept one all must be known.
        if is_kept:
            raise
        return ()


def _unneeded(
    present: Iterable[Path], needed: Collection[Path], known: Collection[Path], now: dt.datetime
) -> Iterator[tuple[Path, int]]:
    """Yield the files that nothing needs, with their sizes; of those that no version has ever had only old ones."""
    for path in sorted(present):
        if path in needed:
            continue
        try:
            said = path.stat()
        except FileNotFoundError:
            continue
        if path in known or dt.datetime.fromtimestamp(said.st_mtime, dt.UTC) < now - LEFT_BEHIND:
            yield path, said.st_size


def _rollup_files(rollups: Rollups) -> Iterator[Path]:
    for rollup in Rollup:
        yield from (rollups.folder / rollup).glob("*.parquet")


def _named(rollups: Rollups, versions: Iterable[Found]) -> Mapping[Path, None]:
    names = {name for found in versions for name in rollups.named(files.version_files(found).partitions).values()}
    return dict.fromkeys(rollups.folder / rollup / f"{name}.parquet" for rollup in Rollup for name in names)
