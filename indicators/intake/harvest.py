"""What one table of a file gave: its records, and what is to be said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from indicators.intake.book import Position, RawSheet
from indicators.intake.draft import Draft, as_table
from indicators.intake.finding import Finding, Severity
from indicators.intake.letters import tidy


@dataclass
class Harvest:
    """What one sheet gave: its records, what is to be said, and how many records it tried to give.

    `plain` are the records of a table of records of which nothing is said, with the others among them; elsewhere None.
    `about` is the one indicator that a table speaks of, `unit` the unit its figures were typed in.
    """

    drafts: list[Draft] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    rows: int = 0
    outside: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    about: str | None = None
    unit: str | None = None
    plain: pa.Table | None = None

    @property
    def incoming(self) -> pa.Table:
        """The records as the store takes them."""
        return as_table(self.drafts) if self.plain is None else self.plain

    def given_away(self) -> pa.Table:
        """Return the records and keep them no longer: a million of them need not be there twice."""
        records, self.plain, self.drafts = self.incoming, None, []
        return records


def passed_over(sheet: RawSheet, lines: Sequence[Position]) -> Finding:
    """Return the remark on lines that hold words and no figures."""
    first = lines[0]
    shown = tidy(sheet.text(*first))
    return Finding(Severity.INFO, "lines_passed_over", sheet.name, sheet.address(*first), shown, {"count": len(lines)})


def with_mark(note: str, mark: str | None) -> str | None:
    """Return a note that carries the demonstration's mark, where the sheet's titles do."""
    if mark is None or mark in note:
        return note or None
    return f"{mark}. {note}" if note else mark
