"""The command that takes away what only former versions need, and says beforehand what would go."""

from __future__ import annotations

from argparse import Namespace

from indicators import handout
from indicators.cli.outcome import Outcome
from indicators.errors import StoreBusy, StoreMoved
from indicators.labels import Text
from indicators.store import Store, Vacuum, default_folder, ranges
from indicators.store.settings import FILE

MOST_ATTEMPTS = 5
BYTES_OF_A_MEGABYTE = 1_000_000


def vacuum(asked: Namespace, text: Text) -> Outcome:
    """Say what would go or, with `--yes`, take it away; raises BrokenStoreSettings, StoreForbidden and StoreBusy."""
    store = Store.open(default_folder())
    # What is handed out tells which version it shows, and who reads it may want to see that one.
    needed = {each.version for each in handout.handouts(store.folder) if each.withdrawn_at is None}
    if asked.yes:
        found = _done(store, needed, by=asked.by.strip(), reason=asked.reason.strip())
    else:
        found = store.foresee_vacuum(also_kept=needed)
    document = {
        "done": asked.yes,
        "version": found.version,
        "kept_days": found.kept_days,
        "earliest": found.earliest,
        "versions": list(found.versions),
        "files": len(found.paths),
        "bytes": found.size,
        "megabytes": round(found.size / BYTES_OF_A_MEGABYTE, 3),
    }
    return Outcome(document, (_kept(found, store, text), *_went(found, text, is_done=asked.yes)))


def _done(store: Store, needed: set[int], *, by: str, reason: str) -> Vacuum:
    for _ in range(MOST_ATTEMPTS):
        try:
            return store.vacuum(by=by, reason=reason, also_kept=needed)
        except StoreMoved:
            continue
    raise StoreBusy(attempts=MOST_ATTEMPTS)


def _kept(found: Vacuum, store: Store, text: Text) -> str:
    if found.kept_days is None:
        return text("cli.vacuum_not_set", file=store.folder / FILE)
    return text("cli.vacuum_set", days=text.number(found.kept_days))


def _went(found: Vacuum, text: Text, *, is_done: bool) -> tuple[str, ...]:
    if not found.paths and not found.versions:
        return (text("cli.vacuum_nothing"),)
    size = text.number(found.size / BYTES_OF_A_MEGABYTE, 1)
    key = "cli.vacuum_done" if is_done else "cli.vacuum_would"
    lines = [text(key, files=text.number(len(found.paths)), size=size)]
    if found.versions:
        told = ranges(found.versions).replace("-", "–").replace(",", ", ")
        lines.append(text("cli.vacuum_versions", count=text.number(len(found.versions)), versions=told))
    lines.append(text("cli.vacuum_earliest", earliest=found.earliest, version=found.version))
    if not is_done:
        lines.append(text("cli.vacuum_yes"))
    return tuple(lines)
