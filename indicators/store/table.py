"""The store itself: one Delta Lake table, and beside it the files that were received."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Self
from urllib.parse import unquote

import pyarrow as pa
from deltalake import DeltaTable
from deltalake.exceptions import CommitFailedError, DeltaError

from indicators.errors import StoreDamaged, StoreExists, StoreForbidden, StoreMoved, UnknownVersion, VersionNotKept
from indicators.store import files, received, settings, vacuum, waiting
from indicators.store.commit import Commit, Counts, Publication, metadata
from indicators.store.engine import VersionFiles, VersionKey
from indicators.store.log import Log
from indicators.store.reading import Reading
from indicators.store.record import PARTITION, RECORD_SCHEMA
from indicators.store.rewrite import HOOKS, commit_properties, note, rewrite
from indicators.store.rollup import Rollups
from indicators.store.vacuum import Vacuum
from indicators.store.waiting import Proposal

KEPT_DAYS = 3650
# Versions must not vanish: neither their log entries nor the files these name, unless somebody says so.
CONFIGURATION = {
    "delta.enableExpiredLogCleanup": "false",
    "delta.deletedFileRetentionDuration": f"interval {KEPT_DAYS} days",
}
# So the writer names what the operating system refused it in the middle of a file: no space, no permission.
_LOCAL_FAILURE = "Generic LocalFileSystem error"


class Store:
    """All versions of the records in one folder; made by `create`, opened by `open`."""

    def __init__(self, folder: Path, table: DeltaTable) -> None:
        self.folder = folder
        self._table = table
        self._table_id = str(table.metadata().id)
        self._lock = Lock()
        self._known = table.version()
        self._gone: tuple[int, frozenset[int]] = (-1, frozenset())
        self._log = Log(files.records(folder) / "_delta_log", partition=PARTITION)

    @classmethod
    def create(cls, folder: Path | str, *, by: str) -> Self:
        """Make an empty store, its version 0; raises StoreExists and StoreForbidden."""
        path = Path(folder).absolute()
        # A name such as a%20b would be written as it stands and looked for as "a b".
        if unquote(str(path)) != str(path):
            raise StoreForbidden(folder=str(path))
        if DeltaTable.is_deltatable(str(files.records(path))):
            raise StoreExists(folder=str(path))
        with files.writing(path):
            files.records(path).mkdir(parents=True, exist_ok=True)
            files.received(path).mkdir(exist_ok=True)
        try:
            with files.writing(path):
                table = DeltaTable.create(
                    str(files.records(path)),
                    RECORD_SCHEMA,
                    partition_by=[PARTITION],
                    configuration=CONFIGURATION,
                    commit_properties=commit_properties(metadata(Publication(by=by, reason=""), Counts())),
                    post_commithook_properties=HOOKS,
                )
        except DeltaError as error:
            # Two were making it at the same time, and the other one was first.
            if DeltaTable.is_deltatable(str(files.records(path))):
                raise StoreExists(folder=str(path)) from error
            raise
        return cls(path, table)

    @classmethod
    def open(cls, folder: Path | str) -> Self:
        """Open the store of that folder; raises StoreMissing where there is none, StoreDamaged where it is broken."""
        path = Path(folder).absolute()
        return cls(path, files.table(path))

    @property
    def version(self) -> int:
        """The number of the latest version, asked anew each time."""
        # Every run of every page asks. Versions are numbered without a gap: where the next one has no entry in the log
        # there is none, and looking for a file neither reads the log nor waits for the others who ask.
        if not self._log.has(self._known + 1):
            return self._known
        with self._lock:
            self._table.update_incremental()
            self._known = self._table.version()
            return self._known

    def at(self, version: int | None = None) -> Reading:
        """Return one version to be read, the latest if none is named; raises UnknownVersion and VersionNotKept."""
        latest = self._latest_if_known(version)
        chosen = latest if version is None else version
        if chosen != latest:
            self._refuse_if_not_kept(chosen)
        return Reading(
            version=chosen,
            _key=VersionKey(folder=str(self.folder), table=self._table_id, version=chosen),
            _files=partial(self._files, chosen),
            _at=self.at,
            _log=self._log,
        )

    def difference(self, former: int, latter: int) -> pa.Table:
        """Return what changed from one version to another, either way round (queries/differences_between_versions.sql).

        Raises UnknownVersion.
        """
        return self.at(latter).difference_from(self.at(former))

    def keep_received(self, name: str, content: bytes) -> str:
        """Keep a file as it came and return its hash, under which it is found again; raises StoreForbidden."""
        with files.writing(self.folder):
            return received.keep(files.received(self.folder), name=name, content=content)

    def received(self, sha256: str) -> Path:
        """Return where the received file of that hash stands; raises UnknownReceived."""
        return received.find(files.received(self.folder), sha256)

    def keep_proposal(self, proposal: Proposal) -> None:
        """Keep a publication that waits, or what became of it; raises StoreForbidden."""
        with files.writing(self.folder):
            waiting.keep(files.waiting(self.folder), proposal)

    def proposal(self, id: str) -> Proposal:
        """Return the proposal of that id; raises UnknownProposal."""
        return waiting.find(files.waiting(self.folder), id)

    def proposals(self) -> tuple[Proposal, ...]:
        """Return every proposal, waiting or decided, the latest first."""
        return waiting.every(files.waiting(self.folder))

    def publish(self, incoming: pa.Table, publication: Publication, *, rehearsed: int) -> int:
        """Make the incoming rows one new version and return its number; where they change nothing, the present one.

        `incoming` has the columns of INCOMING_SCHEMA, `rehearsed` is the version on which the consequences were seen.
        Raises StoreMoved when the store is no longer there, UnknownReceived when the file was not kept before,
        StoreForbidden, UnstorableRecord and RepeatedRecord.
        """
        self._refuse_if_moved(rehearsed)
        with self._moved_if_not_kept(rehearsed):
            return self._publish(incoming, publication, rehearsed)

    def _publish(self, incoming: pa.Table, publication: Publication, rehearsed: int) -> int:
        reading = self.at(rehearsed)
        effect = reading.effect(incoming)
        if not effect.rows.num_rows:
            return rehearsed
        if publication.sha256 is not None:
            self.received(publication.sha256)
        touched = effect.rows[PARTITION].unique().to_pylist()
        after = reading.with_effect(effect)
        with self._committing(rehearsed), after.whole(touched) as rows:
            told = metadata(publication, effect.counts)
            rewrite(files.table(self.folder, rehearsed), files.records(self.folder), rows, touched, told)
        if after.will_be_large:
            self.at(rehearsed + 1).keep_rollups(touched)
        return rehearsed + 1

    def history(self) -> tuple[Commit, ...]:
        """Return every version with who made it and why, the newest first; raises StoreDamaged."""
        entries = map(self._log.entry, range(self.version, -1, -1))
        return tuple(entry.commit for entry in entries if entry is not None)

    def no_longer_kept(self) -> frozenset[int]:
        """Return the versions whose figures were vacuumed away: the history tells of them and nothing else does."""
        latest, gone = self._gone
        if latest != self.version:
            self._gone = latest, gone = self.version, vacuum.no_longer_kept(self.history())
        return gone

    def foresee_vacuum(self, *, also_kept: Collection[int] = (), now: dt.datetime | None = None) -> Vacuum:
        """Return what a vacuum would take away as this store is set; `also_kept` are versions that something needs.

        Raises BrokenStoreSettings and StoreDamaged.
        """
        latest, history = self.version, self.history()
        needed = {*also_kept, *(each.version for each in self.proposals() if each.is_waiting)}
        return vacuum.foresee(
            self.folder,
            history,
            latest=latest,
            kept_days=settings.read(self.folder).kept_days,
            also_kept=needed - vacuum.no_longer_kept(history),
            rollups=Rollups.beside(self.folder, self._table_id),
            now=now or dt.datetime.now(dt.UTC),
        )

    def vacuum(self, *, by: str, reason: str, also_kept: Collection[int] = ()) -> Vacuum:
        """Take away the files that no kept version needs, and return what went.

        Where figures of a version go, one commit says so first: whoever restores or publishes meanwhile is refused by
        it and looks again. Cut off anywhere, it is finished by the next one. Raises what `foresee_vacuum` does,
        StoreMoved and StoreForbidden.
        """
        foreseen = self.foresee_vacuum(also_kept=also_kept)
        with self._committing(foreseen.version):
            if foreseen.versions:
                told = metadata(
                    Publication(by=by, reason=reason), Counts(), no_longer_kept=vacuum.ranges(foreseen.versions)
                )
                note(files.table(self.folder, foreseen.version), told)
            foreseen.clear()
        return replace(foreseen, version=self.version)

    def indicators_by_version(self) -> dict[int, frozenset[str]]:
        """Return for each version the indicators it changed; none for one whose entry of the log is gone."""
        entries = {version: self._log.entry(version) for version in range(self.version + 1)}
        return {version: frozenset() if entry is None else entry.touched for version, entry in entries.items()}

    def restore(self, version: int, *, by: str, reason: str) -> int:
        """Make a new version that equals a former one and return its number; the present one where it is equal.

        Raises UnknownVersion, VersionNotKept, StoreMoved and StoreForbidden.
        """
        latest = self._latest_if_known(version)
        self._refuse_if_not_kept(version)
        if set(self._files(version).paths) == set(self._files(latest).paths):
            return latest
        with self._committing(latest), self._moved_if_not_kept(latest):
            try:
                counts = self._way_back(latest=latest, version=version)
                told = metadata(Publication(by=by, reason=reason), counts, restored_from=version)
                files.table(self.folder, latest).restore(
                    version, commit_properties=commit_properties(told), post_commithook_properties=HOOKS
                )
            except (DeltaError, StoreDamaged):
                # Its files may have gone while they were looked for.
                self._refuse_if_not_kept(version)
                raise
        return latest + 1

    def _way_back(self, *, latest: int, version: int) -> Counts:
        """Return what a restoration changes; a file of both versions has the same rows in both and is not read."""
        present, former = (set(self._files(number).paths) for number in (latest, version))
        reading = self.at(latest)
        before, after = (reading.rows_of_files(sorted(paths)) for paths in (present - former, former - present))
        stays = pa.array([False] * after.num_rows, pa.bool_())
        counts = reading.effect(after.append_column("withdraw", stays)).counts
        return replace(counts, removed=before.num_rows - (after.num_rows - counts.new))

    def _files(self, version: int) -> VersionFiles:
        found = files.paths(files.table(self.folder, version), self.folder)
        if not all(path.exists() for _, path, _ in found):
            self._refuse_if_not_kept(version)
        return files.version_files(found)

    def _refuse_if_not_kept(self, version: int) -> None:
        gone = self.no_longer_kept()
        if version in gone:
            earliest = min(set(range(self.version + 1)) - gone)
            raise VersionNotKept(version=version, earliest=earliest, latest=self.version)

    def _latest_if_known(self, version: int | None) -> int:
        latest = self.version
        if version is not None and not 0 <= version <= latest:
            raise UnknownVersion(version=version, latest=latest)
        return latest

    def _refuse_if_moved(self, rehearsed: int) -> None:
        latest = self._latest_if_known(rehearsed)
        if rehearsed < latest:
            raise StoreMoved(rehearsed=rehearsed, version=latest)

    @contextmanager
    def _moved_if_not_kept(self, rehearsed: int) -> Iterator[None]:
        try:
            yield
        except VersionNotKept as error:
            if error.figures["version"] != rehearsed:
                raise
            raise StoreMoved(rehearsed=rehearsed, version=self.version) from error

    @contextmanager
    def _committing(self, rehearsed: int) -> Iterator[None]:
        with files.writing(self.folder):
            # Asked before the work begins: refused in the middle of a file, the writer prints a traceback of its own.
            for folder in (files.records(self.folder), files.records(self.folder) / "_delta_log"):
                tempfile.TemporaryFile(dir=folder).close()
            try:
                yield
            except CommitFailedError as error:
                raise StoreMoved(rehearsed=rehearsed, version=self.version) from error
            except DeltaError as error:
                if _LOCAL_FAILURE in str(error):
                    raise StoreForbidden(folder=str(self.folder)) from error
                raise
