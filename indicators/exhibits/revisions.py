"""Which figures of districts an upload changed that had been published before, and what they were until then."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from indicators import queries
from indicators.exhibits.rows import ValueRow
from indicators.store import Reading

# Indicator, district, sector, year, period.
Key = tuple[str, str | None, str | None, int, str]


@dataclass(frozen=True)
class Revision:
    """What a figure was before the upload that changed it; nothing but the upload where only its parts were changed."""

    upload: int
    value: float | None = None


@dataclass(frozen=True)
class Revisions:
    """The latest revision of each figure that now stands.

    `untold` are the uploads of which nobody can say what they changed, because the version before is no longer kept;
    `is_told` is False for a store so large that its versions are not compared for this.
    """

    by_key: Mapping[Key, Revision] = field(default_factory=dict)
    untold: frozenset[int] = frozenset()
    is_told: bool = True

    def of(self, row: ValueRow) -> Revision | None:
        """Return the latest revision behind a value: its own, or for a sum that of any of a district's sectors."""
        if row.how == "reported":
            return self.by_key.get((row.indicator, row.district, row.sector, row.year, row.period))
        upload = self._latest_upload_by_place.get((row.indicator, row.district, row.year, row.period))
        return None if upload is None else Revision(upload)

    @cached_property
    def _latest_upload_by_place(self) -> dict[tuple[str, str | None, int, str], int]:
        latest: dict[tuple[str, str | None, int, str], int] = {}
        for (indicator, district, _, year, period), revision in self.by_key.items():
            place = (indicator, district, year, period)
            latest[place] = max(revision.upload, latest.get(place, revision.upload))
        return latest


def revisions(reading: Reading) -> Revisions:
    """Return which of the figures that districts reported were changed after their first publication."""
    if reading.is_large:
        return Revisions(is_told=False)
    found: dict[Key, Revision] = {}
    untold: set[int] = set()
    for row in queries.revised_figures(reading).to_dict("records"):
        upload = int(row["upload"])
        if not row["is_told"]:
            untold.add(upload)
            continue
        value = None if math.isnan(row["value_before"]) else float(row["value_before"])
        found[row["indicator"], row["district"], row["sector"], int(row["year"]), row["period"]] = Revision(
            upload, value
        )
    return Revisions(found, frozenset(untold))
