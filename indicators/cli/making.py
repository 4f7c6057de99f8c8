"""`init`: a store made whole or not at all; the demonstration goes in through the same door as any clerk's file."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from indicators import intake
from indicators.catalogue import Catalogue
from indicators.errors import StoreDamaged, StoreExists, StoreForbidden, StoreMissing
from indicators.exhibits import Progress, silent
from indicators.intake import FileRefused, Severity
from indicators.labels import text
from indicators.store import Store

DEMONSTRATION = Path(__file__).resolve().parents[2] / "data" / "demo"
ENDINGS = frozenset({".csv", ".xlsx", ".xls", ".ods", ".parquet"})
# The store's records are moved last: with them the store is there.
RECORDS = "records"


def make_store(folder: Path, catalogue: Catalogue, *, with_demonstration: bool, progress: Progress = silent) -> int:
    """Make the store of a folder and return its version; raises StoreExists, StoreForbidden.

    It is built aside and moved into place, so that a failure midway leaves no half store behind.
    """
    _refuse_existing(folder)
    try:
        # Beside the folder where it is still to be made: whoever is killed midway has made none.
        inside = folder if folder.exists() else folder.parent
        inside.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(dir=inside, prefix=".making-"))
    except OSError as error:
        raise StoreForbidden(folder=str(folder)) from error
    try:
        # Who makes a store writes in the office's own language.
        store = Store.create(aside / "store", by=text("vi")("cli.init_by"))
        if with_demonstration:
            publish_demonstration(store, catalogue, progress=progress)
        version = store.version
        _move(aside / "store", folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return version


def publish_demonstration(
    store: Store, catalogue: Catalogue, folder: Path = DEMONSTRATION, *, progress: Progress
) -> None:
    """Publish every file of the demonstration set, in the order of their names; raises FileRefused."""
    files = [path for path in sorted(folder.iterdir()) if path.suffix.lower() in ENDINGS]
    for done, path in enumerate(files, start=1):
        reading = store.at()
        report = intake.check(intake.read(path.name, path.read_bytes()), reading=reading, catalogue=catalogue)
        if not report.publishable:
            errors, questions = report.count(Severity.ERROR), report.count(Severity.QUESTION)
            raise FileRefused(file=path.name, errors=errors, questions=questions)
        # Nobody has looked at a verdict of this store yet, so none can flip.
        rehearsal = intake.rehearse(report, reading, catalogue, with_flips=False)
        words = text("vi")
        intake.publish(
            store,
            report,
            rehearsal,
            catalogue=catalogue,
            by=words("cli.demo_by"),
            reason=words("cli.demo_reason", file=path.name),
        )
        progress(done, len(files))


def _refuse_existing(folder: Path) -> None:
    try:
        Store.open(folder)
    except StoreMissing:
        return
    except StoreDamaged as error:
        raise StoreExists(folder=str(folder)) from error
    raise StoreExists(folder=str(folder))


def _move(made: Path, folder: Path) -> None:
    try:
        if not folder.exists():
            os.rename(made, folder)
            return
        for part in sorted(made.iterdir(), key=lambda part: part.name == RECORDS):
            goal = folder / part.name
            if part.name != RECORDS and goal.is_dir():
                shutil.copytree(part, goal, dirs_exist_ok=True)
            else:
                os.rename(part, goal)
    except OSError as error:
        # Somebody else was making a store here at the same time.
        raise (StoreExists if (folder / RECORDS).exists() else StoreForbidden)(folder=str(folder)) from error
