"""What would happen if a file were published now: rows that change, verdicts that flip. Nothing is written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from indicators.catalogue import Catalogue
from indicators.exhibits.flips import Flip, flips
from indicators.exhibits.verdicts import default_as_of
from indicators.intake.finding import Finding, Severity
from indicators.intake.letters import tidy
from indicators.intake.report import Report
from indicators.store import Effect, Reading

KINDS = ("new", "changed", "unchanged", "absent", "removed")


@dataclass(frozen=True)
class Changes:
    """How many of a file's rows are new to the store, change it, leave it as it is, or take a record away."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0

    @property
    def is_nothing(self) -> bool:
        """Whether the store would stay as it is."""
        return not (self.new or self.changed or self.removed)


@dataclass(frozen=True)
class Rehearsal:
    """The consequences of publishing a file upon one version of the store.

    `replaced` is a fingerprint of the stored rows that would be written over or taken away.
    """

    version: int
    changes: Changes = Changes()
    flips: tuple[Flip, ...] = ()
    findings: tuple[Finding, ...] = ()
    replaced: str = ""

    def agrees_with(self, other: Rehearsal) -> bool:
        """Whether both foresee the same and would write over the same rows, whatever the version."""
        return self.counts_as(other) and self.replaced == other.replaced

    def counts_as(self, other: Rehearsal) -> bool:
        """Whether both foresee as many changes and the same verdicts, whatever rows they would write over."""
        return (self.changes, self.flips) == (other.changes, other.flips)


def rehearse(
    report: Report, reading: Reading, catalogue: Catalogue, *, as_of: int | None = None, with_flips: bool = True
) -> Rehearsal:
    """Return the consequences of publishing a checked file; none for one that can't be published.

    Verdicts are compared in the year `as_of`, the default one if none is named, for the province and for every
    district and sector that the file touches. An indicator defined by this very file had no verdict to lose. Where
    nobody waits for an answer `with_flips` False saves that comparison.
    """
    if not report.publishable:
        return Rehearsal(reading.version)
    effect = reading.effect(report.incoming)
    counts = {row["values"]: row["counts"] for row in pc.value_counts(effect.changes["change"]).to_pylist()}
    new, changed, unchanged, absent, removed = (counts.get(kind, 0) for kind in KINDS)
    changes = Changes(new, changed, unchanged + absent, removed)
    if changes.is_nothing:
        return Rehearsal(reading.version, changes, findings=(Finding(Severity.INFO, "nothing_new"),))
    nowhere = tuple(_absent(report.incoming, effect))
    replaced = _fingerprint(effect)
    if not with_flips:
        return Rehearsal(reading.version, changes, findings=nowhere, replaced=replaced)
    year = default_as_of(catalogue) if as_of is None else as_of
    after = reading.with_effect(effect)
    touched = _touched(effect)
    return Rehearsal(reading.version, changes, flips(touched, reading, after, catalogue, as_of=year), nowhere, replaced)


def _touched(effect: Effect) -> pd.DataFrame:
    """Return the measure, indicator, district and sector of whatever changes, each once."""
    names = ["measure", "indicator", "district", "sector"]
    touched: pd.DataFrame = effect.rows.select(names).group_by(names).aggregate([]).to_pandas()
    return touched


def _fingerprint(effect: Effect) -> str:
    """Return what tells the stored rows that are written over or taken away from others."""
    replaced = effect.changes.filter(pc.field("change").isin(["changed", "removed"])).to_pandas()
    # Equal counts are no proof: another clerk may have corrected the very figure that this file corrects.
    return hashlib.sha256(pd.util.hash_pandas_object(replaced, index=False).to_numpy().tobytes()).hexdigest()


def _absent(incoming: pa.Table, effect: Effect) -> Iterator[Finding]:
    """Say which withdrawals find nothing, at the cell of the first one in the file."""
    asked = incoming.filter(pc.equal(effect.changes["change"], "absent"))
    if asked.num_rows:
        first, figures = asked.slice(0, 1).to_pylist()[0], {"count": asked.num_rows}
        yield Finding(
            Severity.WARNING, "nothing_to_withdraw", first["sheet"], first["cell"], tidy(first["raw"] or ""), figures
        )
