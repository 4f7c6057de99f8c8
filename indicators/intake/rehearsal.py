"""What would happen if a file were published now: rows that change, verdicts that flip. Nothing is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyarrow as pa

from indicators import queries
from indicators.catalogue import Catalogue
from indicators.exhibits.verdicts import assess_places, default_as_of, definitions
from indicators.intake.finding import Finding, Severity
from indicators.intake.letters import tidy
from indicators.intake.queryrows import rows_of
from indicators.intake.report import Report
from indicators.store import Reading

Place = tuple[str | None, str | None]
WHOLE_PROVINCE: Place = (None, None)


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


@dataclass(frozen=True, order=True)
class Flip:
    """A verdict that would change: of which indicator, where, from which status to which."""

    indicator: str
    district: str | None
    sector: str | None
    before: str
    after: str


@dataclass(frozen=True)
class Rehearsal:
    """The consequences of publishing a file upon one version of the store."""

    version: int
    changes: Changes = Changes()
    flips: tuple[Flip, ...] = ()
    findings: tuple[Finding, ...] = ()

    def agrees_with(self, other: Rehearsal) -> bool:
        """Whether both foresee the same, whatever the version."""
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
    effects = queries.changes_for_upload(reading, report.incoming)
    counts = Counter(effects["change"])
    changes = Changes(counts["new"], counts["changed"], counts["unchanged"] + counts["absent"], counts["removed"])
    if changes.is_nothing:
        return Rehearsal(reading.version, changes, findings=(Finding(Severity.INFO, "nothing_new"),))
    touched = effects[effects["change"].isin(["new", "changed", "removed"])]
    absent = tuple(_absent(effects[effects["change"] == "absent"], report.incoming))
    if not with_flips:
        return Rehearsal(reading.version, changes, findings=absent)
    year = default_as_of(catalogue) if as_of is None else as_of
    after = reading.with_incoming(report.incoming)
    flips = tuple(sorted(_flips(touched, reading, after, catalogue, year), key=_order))
    return Rehearsal(reading.version, changes, flips, absent)


def _order(flip: Flip) -> tuple[str, str, str]:
    return flip.indicator, flip.district or "", flip.sector or ""


def _absent(effects: pd.DataFrame, incoming: pa.Table) -> Iterator[Finding]:
    """Say which withdrawals find nothing, at the cell of the first one in the file."""
    keys = {_key(row) for row in rows_of(effects)}
    asked = [row for row in incoming.to_pylist() if row["withdraw"] and _key(row) in keys] if keys else []
    if asked:
        first, figures = asked[0], {"count": len(asked)}
        yield Finding(
            Severity.WARNING, "nothing_to_withdraw", first["sheet"], first["cell"], tidy(first["raw"] or ""), figures
        )


def _key(row: Mapping[str, Any]) -> tuple[object, ...]:
    dated = str(row["document_date"])[:10] if row["measure"] == "target" and row["document_date"] else None
    year = None if row["year"] is None else int(row["year"])
    return (row["measure"], row["indicator"], year, row["period"], row["district"], row["sector"], dated)


def _flips(touched: pd.DataFrame, before: Reading, after: Reading, catalogue: Catalogue, as_of: int) -> Iterator[Flip]:
    # What the file is the first to define had no verdict.
    indicators = sorted(set(touched["indicator"]) & definitions(before).keys())
    only = indicators[0] if len(indicators) == 1 else None
    if not indicators:
        return
    for level, places in _places_by_level(touched, catalogue).items():
        if not places:
            continue
        were, are = (
            {
                (one.definition.id, (one.district, one.sector)): one.verdict.status
                for one in assess_places(
                    reading, catalogue, as_of=as_of, level=level, indicator=only, indicators=indicators
                )
            }
            for reading in (before, after)
        )
        for (indicator, place), status in are.items():
            was = were.get((indicator, place))
            if indicator in indicators and place in places and was is not None and was != status:
                yield Flip(indicator, *place, before=str(was), after=str(status))


def _places_by_level(touched: pd.DataFrame, catalogue: Catalogue) -> dict[str, set[Place]]:
    """Return the places whose verdicts may change; a changed definition may change them everywhere."""
    is_definition = bool((touched["measure"] == "definition").any())
    districts = _named(touched["district"], (one.code for one in catalogue.districts), is_everywhere=is_definition)
    sectors = _named(touched["sector"], (one.id for one in catalogue.sectors), is_everywhere=is_definition)
    return {
        "province": {WHOLE_PROVINCE},
        "district": {(district, None) for district in districts},
        "sector": {(None, sector) for sector in sectors},
    }


def _named(column: pd.Series, everywhere: Iterable[str], *, is_everywhere: bool) -> set[str]:
    return set(everywhere) if is_everywhere else set(column.dropna().astype(str))
