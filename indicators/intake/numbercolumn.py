"""The numbers of one column (or of one table of years), read in the one style that the column proves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from indicators.intake.answer import About, Answer, Choice
from indicators.intake.book import Position, RawSheet, Typed, text_of
from indicators.intake.columns import TypedColumn
from indicators.intake.finding import Finding, Said, Severity
from indicators.intake.letters import tidy
from indicators.intake.lookup import Remembered
from indicators.intake.numbers import Decision, Meaning, Proof, Style, Written, decide, number_from, understand
from indicators.intake.record import NumberCell

BLANK = Written(Meaning.BLANK)


@dataclass(eq=False)
class NumberColumn:
    """Cells understood together; `style` is None where there is nothing to decide or where it must be asked.

    `ambiguous` counts the cells that alone could mean two numbers; `different` is, of a long column, what each of its
    different cells says, by its number there.
    """

    sheet: RawSheet
    cells: Mapping[Position, Written] = field(default_factory=dict)
    style: Style | None = None
    findings: tuple[Finding, ...] = ()
    ambiguous: int = 0
    different: list[Written] = field(default_factory=list)

    def at(self, row: int, column: int) -> NumberCell:
        """Return one of its cells."""
        address, typed, raw = self.sheet.address(row, column), self.sheet.text(row, column), self.sheet.raw(row, column)
        return NumberCell(address, typed, self.cells[row, column], self.style, raw)


class DifferentCells(Mapping[Position, Written]):
    """The cells of a long column: each is there, and a walk over them meets the first one of each different text."""

    def __init__(self, at: int, column: TypedColumn, rows: np.ndarray) -> None:
        self.column, self._at = column, at
        numbers, first, self.counts = np.unique(column.codes[rows], return_index=True, return_counts=True)
        self.order = np.argsort(first)
        self.used, self.first = numbers, rows[first]
        self.written = [BLANK] * len(column.different)
        for code in numbers.tolist():
            self.written[code] = _understood(column.different[code], understand)

    def __getitem__(self, position: Position) -> Written:
        code: int = self.column.codes[position[0]]
        return self.written[code]

    def __iter__(self) -> Iterator[Position]:
        return ((row, self._at) for row in self.first[self.order].tolist())

    def __len__(self) -> int:
        return len(self.used)

    def how_many(self, proof: Proof) -> int:
        """Return how many cells show so much of their own style."""
        return sum(
            count
            for code, count in zip(self.used.tolist(), self.counts.tolist(), strict=True)
            if self.written[code].proof is proof
        )


def read_column(sheet: RawSheet, at: int, column: TypedColumn, rows: np.ndarray) -> NumberColumn:
    """Return some rows of a long column, each different cell understood once."""
    cells = DifferentCells(at, column, rows)
    found = NumberColumn(sheet, cells, ambiguous=cells.how_many(Proof.AMBIGUOUS), different=cells.written)
    _decide(found, {})
    return found


def read_numbers(sheet: RawSheet, positions: Iterable[Position], witnesses: Iterable[Position] = ()) -> NumberColumn:
    """Return the cells at those positions with the style that they prove, and what is to be said of it.

    `witnesses` are other cells of the same table: their numbers prove the style too, and are asked nothing.
    """
    remembered = Remembered(understand)
    cells = {at: _written(sheet, at, remembered) for at in positions}
    ambiguous = sum(written.proof is Proof.AMBIGUOUS for written in cells.values())
    found = NumberColumn(sheet, cells, ambiguous=ambiguous)
    _decide(found, {at: _written(sheet, at, remembered) for at in witnesses})
    return found


def _decide(found: NumberColumn, others: Mapping[Position, Written]) -> None:
    """Settle the style that cells, and other ones as witnesses, prove."""
    sheet = found.sheet
    first = next(iter(found.cells), None)
    if first is not None and (answer := sheet.answered(About.NUMBER_STYLE, *first)) in set(Style):
        found.style = Style(str(answer))
        found.findings = tuple(_style_answered(sheet, found))
        return
    proving = {at: written for at, written in others.items() if written.style is not None}
    decision = decide([*found.cells.values(), *proving.values()])
    found.style = decision.style
    found.findings = tuple(_style_findings(sheet, [*found.cells, *proving], found, decision))


def _written(sheet: RawSheet, at: Position, remembered: Remembered[Written]) -> Written:
    typed = sheet.typed(*at)
    return _understood(sheet.text(*at) if at in sheet.percents else typed, remembered)


def _understood(typed: Typed, understand: Callable[[str], Written]) -> Written:
    if typed is None:
        return BLANK
    if _is_number(typed):
        return Written(Meaning.NUMBER, value=float(typed))  # type: ignore[arg-type]
    return understand(text_of(typed))


def _is_number(typed: Typed) -> bool:
    # NaN and infinity are left to be read as text, and refused.
    return isinstance(typed, int | float) and not isinstance(typed, bool) and typed - typed == 0


def _choices(sheet: RawSheet, column: NumberColumn, digits: str) -> Iterator[Choice]:
    """Return a click for each way to read an ambiguous number; it answers for the whole column."""
    first = sheet.address(*next(iter(column.cells)))
    for style in Style:
        name = Said.of("finding.choice_number", number=number_from(digits, style))
        yield Choice(name, (Answer(About.NUMBER_STYLE, sheet.name, first, style),))


def _style_answered(sheet: RawSheet, column: NumberColumn) -> Iterator[Finding]:
    """Say how the ambiguous numbers of a column are read by the clerk's answer."""
    if column.ambiguous:
        first = column.at(*next(at for at, written in column.cells.items() if written.proof is Proof.AMBIGUOUS))
        figures = {"count": column.ambiguous, "number": first.number}
        yield Finding(Severity.INFO, "number_style_answered", sheet.name, first.cell, tidy(first.typed), figures)


def _style_findings(sheet: RawSheet, at: Sequence[Position], column: NumberColumn, decision: Decision) -> list[Finding]:
    def shown(position: int) -> tuple[str, str]:
        return sheet.address(*at[position]), tidy(sheet.text(*at[position]))

    figures: dict[str, object] = {"count": column.ambiguous}
    choices: tuple[Choice, ...] = ()
    if decision.proof is not None:
        figures["proof_cell"], figures["proof"] = shown(decision.proof)
    if decision.against is not None:
        figures["other_cell"], figures["other"] = shown(decision.against)
    if decision.asked is not None:
        cell, value = shown(decision.asked)
        digits = column.cells[at[decision.asked]].digits
        figures["small"], figures["large"] = sorted(number_from(digits, style) for style in Style)
        choices = tuple(_choices(sheet, column, digits))
        code = (
            "number_style_contradicted"
            if decision.against is not None
            else "number_style_unsure" if decision.proof is not None else "number_style_unknown"
        )  # fmt: skip
        return [Finding(Severity.QUESTION, code, sheet.name, cell, value, figures, choices=choices)]
    if decision.against is not None:
        cell, value = shown(decision.against)
        return [Finding(Severity.WARNING, "number_styles_mixed", sheet.name, cell, value, figures)]
    if column.ambiguous:
        first = next(position for position, cell in enumerate(column.cells.values()) if cell.proof == "ambiguous")
        cell, value = shown(first)
        figures["number"] = column.at(*at[first]).number
        return [Finding(Severity.INFO, "number_style_proven", sheet.name, cell, value, figures)]
    return []
