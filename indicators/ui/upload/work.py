"""The heavy work on a file that was handed in, each part of it done once: opened, checked, rehearsed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from indicators import intake
from indicators.catalogue import Catalogue, Definition
from indicators.exhibits import verdicts
from indicators.intake import Answers, Effects, Finding, MovedTotal, RawBook, RawSheet, Rehearsal, Report
from indicators.store import Reading


@dataclass(frozen=True)
class Handed:
    """A file as it was handed in: its name, the hash of its bytes, and what was said beside it (JSON)."""

    file: str
    sha256: str
    answers: str


@dataclass(frozen=True, eq=False)
class Checked:
    """A file with everything there is to say about it.

    `typed` is the file as it came, `book` as the clerk's answers make it, `definitions` those of the store and of the
    file itself, `at_cells` the findings by sheet and cell.
    """

    typed: RawBook
    book: RawBook
    report: Report
    definitions: Mapping[str, Definition]
    at_cells: Mapping[tuple[str | None, str], tuple[Finding, ...]]

    @property
    def names_sheets(self) -> bool:
        """Whether a cell is known by its sheet too: more than one of them is read."""
        return len({table.sheet for table in self.report.tables if table.layout is not None}) > 1

    def sheet(self, position: int) -> RawSheet:
        """Return a sheet by its place; the first where there is no such place."""
        return self.book.sheets[position if 0 <= position < len(self.book.sheets) else 0]

    def typed_sheet(self, sheet: RawSheet) -> RawSheet:
        """Return a sheet as it came."""
        return self.typed.sheets[self.position(sheet.name)]

    def position(self, name: str | None) -> int:
        """Return the place of the sheet of that name; 0 where there is none."""
        return next((at for at, sheet in enumerate(self.book.sheets) if sheet.name == name), 0)


@dataclass(frozen=True, eq=False)
class Foreseen:
    """What a publication would do: rows, verdicts, totals of the province, figures overwritten.

    `definitions_before` are the store's own, `definitions` those there would be.
    """

    rehearsal: Rehearsal
    effects: Effects
    totals: tuple[MovedTotal, ...]
    definitions_before: Mapping[str, Definition]
    definitions: Mapping[str, Definition]


def typed_at(book: RawBook, sheet: str | None, cell: str) -> str | None:
    """Return what a cell held as the file came, None where the file has no such sheet or no such cell."""
    found = next((one for one in book.sheets if one.name == sheet), None)
    at = None if found is None else intake.position_of(found, cell)
    if found is None or at is None:
        return None
    return found.text(*at) if at[0] < len(found.rows) else ""


def opened(file: str, content: bytes) -> RawBook:
    """Return a file opened; raises UnreadableFile."""
    return intake.read(file, content)


def checked(book: RawBook, reading: Reading, catalogue: Catalogue, handed: Handed) -> Checked:
    """Return a file checked with what was said beside it."""
    answers = Answers.from_json(handed.answers)
    report = intake.check(book, reading=reading, catalogue=catalogue, answers=answers)
    mended, _ = intake.answered(book, answers)
    at_cells: dict[tuple[str | None, str], list[Finding]] = {}
    for finding in report.findings:
        if finding.cell is not None:
            at_cells.setdefault((finding.sheet, finding.cell), []).append(finding)
    own = [row for row in report.incoming.column("definition").drop_null().to_pylist() if row]
    definitions = {**verdicts.definitions(reading), **{one.id: one for one in map(Definition.from_json, own)}}
    return Checked(book, mended, report, definitions, {at: tuple(found) for at, found in at_cells.items()})


def foreseen(report: Report, reading: Reading, catalogue: Catalogue) -> Foreseen:
    """Return what publishing a checked file would do."""
    effects = intake.effects(report, reading)
    before = verdicts.definitions(reading)
    own = [Definition.from_json(one.definition) for one in effects.of("definition") if one.definition]
    return Foreseen(
        rehearsal=intake.rehearse(report, reading, catalogue),
        effects=effects,
        totals=intake.moved_totals(report, reading, effects),
        definitions_before=before,
        definitions={**before, **{one.id: one for one in own}},
    )
