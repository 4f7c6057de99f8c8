"""Who reported what for which year: the state of each cell that is expected, and what its absence keeps undecided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from indicators.assessment import end_of
from indicators.exhibits.revisions import Revisions
from indicators.exhibits.rows import ValueRow
from indicators.exhibits.verdicts import Assessed

Cell = tuple[str, str, int]


class State(StrEnum):
    """What is known of one indicator in one district at the end of one year."""

    PRESENT = "present"
    # A later publication changed what had been published.
    REVISED = "revised"
    PRELIMINARY = "preliminary"
    # The district wrote that there is no figure: "…".
    NOT_AVAILABLE = "not_available"
    # Other districts have reported that year.
    LATE = "late"
    # Nobody has.
    MISSING = "missing"
    NOT_EXPECTED = "not_expected"


WANTED = (State.LATE, State.MISSING)


@dataclass(frozen=True)
class Reporting:
    """The states by indicator, district and year, the verdicts that wait for a missing one, and the figures."""

    states: Mapping[Cell, State]
    blocked: Mapping[Cell, int] = field(default_factory=dict)
    rows: Mapping[Cell, ValueRow] = field(default_factory=dict)

    def of_district(self, district: str | None) -> Reporting:
        """Return what concerns one district, everything where none is named."""
        kept = {cell: state for cell, state in self.states.items() if district in (None, cell[1])}
        rows = {cell: row for cell, row in self.rows.items() if cell in kept}
        return Reporting(kept, {cell: count for cell, count in self.blocked.items() if cell in kept}, rows)

    def revised_by(self, revisions: Revisions) -> Reporting:
        """Return the same with the states of official figures that were changed after they had been published."""
        changed = {
            cell: State.REVISED
            for cell, row in self.rows.items()
            if self.states[cell] is State.PRESENT and revisions.of(row) is not None
        }
        return replace(self, states={**self.states, **changed})


def reporting_of(
    assessed: Sequence[Assessed],
    provinces: Iterable[Assessed],
    *,
    years: range,
) -> Reporting:
    """Return the state of each cell up to the year asked about.

    `assessed` are the verdicts of all districts, `provinces` those of the province. A district is expected to report
    what it has reported before or has a target for.
    """
    states: dict[Cell, State] = {}
    blocked: dict[Cell, int] = {}
    rows: dict[Cell, ValueRow] = {}
    by_indicator: dict[str, list[Assessed]] = defaultdict(list)
    for one in assessed:
        by_indicator[one.definition.id].append(one)
    province = {one.definition.id: one for one in provinces}
    for id, places in by_indicator.items():
        said = {one.district or "": _by_year(one) for one in places}
        anybody = {year for rows in said.values() for year, row in rows.items() if row.value is not None}
        for one in places:
            cells = _states(one, said[one.district or ""], years, anybody)
            states |= cells
            rows |= {(id, one.district or "", year): row for year, row in said[one.district or ""].items()}
            for cell, state in cells.items():
                if state in WANTED:
                    blocked[cell] = _waiting(one, province.get(id), cell[2])
    return Reporting(states, blocked, {cell: row for cell, row in rows.items() if cell in states})


def _by_year(one: Assessed) -> dict[int, ValueRow]:
    """Return what stands for a district at the end of each year: its own figure, else the sum of its sectors."""
    found: dict[int, ValueRow] = {}
    for row in sorted(one.values, key=lambda row: (row.how == "reported", row.period == "Y")):
        if end_of(row.year, row.period) == row.year:
            found[row.year] = row
    return found


def _states(
    one: Assessed,
    said: Mapping[int, ValueRow],
    years: range,
    anybody: set[int],
) -> dict[Cell, State]:
    since = min(said, default=None)
    first = since if since is not None else years.start if one.verdict.target is not None else None
    return {
        (one.definition.id, one.district or "", year): _state(said.get(year), year, first, anybody) for year in years
    }


def _state(row: ValueRow | None, year: int, first: int | None, anybody: set[int]) -> State:
    if row is None:
        if first is None or year < first:
            return State.NOT_EXPECTED
        return State.LATE if year in anybody else State.MISSING
    if row.value is None:
        return State.NOT_AVAILABLE
    if row.quality != "official":
        return State.PRELIMINARY
    return State.PRESENT


def _waiting(one: Assessed, province: Assessed | None, year: int) -> int:
    """Return how many verdicts would rest on that figure: the district's own, and the province's where it is built."""
    waiting = int(one.verdict.target is not None and _is_behind(one, year))
    if province is not None and province.verdict.target is not None and _is_behind(province, year):
        waiting += 1
    return waiting


def _is_behind(one: Assessed, year: int) -> bool:
    """Whether a verdict could rest on that year's figure and does not: its latest official one is older."""
    latest = one.verdict.latest
    return latest is None or latest.year < year
