"""What a check gives back: what the file is taken for, everything found, the rows that may stand."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

from indicators.intake.answer import NONE, Answers
from indicators.intake.finding import Finding, Severity
from indicators.intake.recognised import Recognised


@dataclass(frozen=True)
class SheetSummary:
    """What one sheet turned out to be: records, wide or definitions; None with the label of the reason why."""

    name: str | None
    layout: str | None
    rows: int = 0
    reason: str | None = None


@dataclass(frozen=True, eq=False)
class Report:
    """What a file says and what is wrong with it; `incoming` are the rows that may stand, ready for the store.

    `rows` counts the records and definitions the file tries to give, `version` is the store's that it was held against,
    `answers` are what the clerk said beside it, `tables` what its cells are taken for,
    `shape` what its sender's next file is known by.
    """

    file: str
    content: bytes
    version: int
    sheets: tuple[SheetSummary, ...]
    findings: tuple[Finding, ...]
    rows: int
    incoming: pa.Table
    indicator: str | None = None
    sheet: str | None = None
    answers: Answers = NONE
    tables: tuple[Recognised, ...] = ()
    shape: str | None = None

    @property
    def publishable(self) -> bool:
        """Whether nothing blocks the file."""
        return not any(finding.blocks for finding in self.findings)

    def count(self, severity: Severity) -> int:
        """Return how many findings have that severity."""
        return sum(finding.severity is severity for finding in self.findings)
