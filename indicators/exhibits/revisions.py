"""Which figures of districts an upload changed that had been published before, and what they were until then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from indicators import queries
from indicators.errors import VersionNotKept
from indicators.exhibits.differences import Difference, difference_rows
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
        parts = [
            revision
            for (indicator, district, _, year, period), revision in self.by_key.items()
            if (indicator, district, year, period) == (row.indicator, row.district, row.year, row.period)
        ]
        return Revision(max(part.upload for part in parts)) if parts else None


def revisions(reading: Reading) -> Revisions:
    """Return which of the figures that districts reported were changed after their first publication.

    A record names the upload that wrote it last. Where that one changed its note alone, the one before it is asked.
    """
    if reading.is_large:
        return Revisions(is_told=False)
    found: dict[Key, Revision] = {}
    untold: set[int] = set()
    # By upload, the figures to ask it about; None is every figure that it wrote.
    asked: dict[int, set[Key] | None] = dict.fromkeys(queries.uploads_of_districts(reading)["upload"].tolist())
    while asked:
        upload = max(asked)
        wanted = asked.pop(upload)
        if not reading.may_revise(upload):
            continue
        try:
            changed = _changed_by(reading, upload)
        except VersionNotKept:
            untold.add(upload)
            continue
        for row in changed:
            key = (row.indicator, row.district, row.sector, row.year or 0, row.period or "")
            if key in found or (wanted is not None and key not in wanted):
                continue
            if _had_another_value(row):
                found[key] = Revision(upload, row.value_before)
            elif row.upload_before is not None:
                others = asked.setdefault(row.upload_before, set())
                if others is not None:
                    others.add(key)
    return Revisions(found, frozenset(untold))


def _changed_by(reading: Reading, upload: int) -> tuple[Difference, ...]:
    """Return the figures of districts that an upload changed against the version before it."""
    former = reading.at(upload - 1)
    frame = queries.differences_between_versions(reading.at(upload), former=former)
    is_asked = (frame["change"] == "changed") & (frame["measure"] == "actual") & frame["district"].notna()
    return difference_rows(frame[is_asked])


def _had_another_value(row: Difference) -> bool:
    """Whether a figure was there before and was another one; a first figure in place of “…” revises nothing."""
    before = (row.value_before, row.numerator_before, row.denominator_before)
    return any(part is not None for part in before) and before != (
        row.value_after, row.numerator_after, row.denominator_after,
    )  # fmt: skip
