"""The numbers of one column (or of one table of years), read in the one style that the column proves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from indicators.intake.answer import About, Answer, Choice
from indicators.intake.book import Position, RawSheet, Typed
from indicators.intake.finding import Finding, Said, Severity
from indicators.intake.letters import tidy
from indicators.intake.lookup import Remembered
from indicators.intake.numbers import Decision, Meaning, Proof, Style, Written, decide, number_from, understand
from indicators.intake.record import NumberCell

BLANK = Written(Meaning.BLANK)


@dataclass(eq=False)
class NumberColumn:
    """Cells understood together; `style` is None where there is nothing to decide or where it must be asked."""

    sheet: RawSheet
    cells: dict[Position, Written] = field(default_factory=dict)
    style: Style | None = None
    findings: tuple[Finding, ...] = ()

    def at(self, row: int, column: int) -> NumberCell:
        """Return one of its cells."""
        address, typed, raw = self.sheet.address(row, column), self.sheet.text(row, column), self.sheet.raw(row, column)
        return NumberCell(address, typed, self.cells[row, column], self.style, raw)


def read_numbers(sheet: RawSheet, positions: Iterable[Position], witnesses: Iterable[Position] = ()) -> NumberColumn:
    """Return the cells at those positions with the style that they prove, and what is to be said of it.

    `witnesses` are other cells of the same table: their numbers prove the style too, and are asked nothing.
    """
    remembered = Remembered(understand)
    found = NumberColumn(sheet, {at: _written(sheet, at, remembered) for at in positions})
    first = next(iter(found.cells), None)
    if first is not None and (answer := sheet.answered(About.NUMBER_STYLE, *first)) in set(Style):
        found.style = Style(str(answer))
        found.findings = tuple(_style_answered(sheet, found))
        return found
    others = {at: _written(sheet, at, remembered) for at in witnesses}
    proving = {at: written for at, written in others.items() if written.style is not None}
    at = [*found.cells, *proving]
    decision = decide([*found.cells.values(), *proving.values()])
    found.style = decision.style
    found.findings = tuple(_style_findings(sheet, at, found, decision))
    return found


def _written(sheet: RawSheet, at: Position, remembered: Remembered[Written]) -> Written:
    typed = sheet.typed(*at)
    if typed is None:
        return BLANK
    if _is_number(typed) and at not in sheet.percents:
        return Written(Meaning.NUMBER, value=float(typed))  # type: ignore[arg-type]
    return remembered(sheet.text(*at))


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
    ambiguous = [at for at, written in column.cells.items() if written.proof is Proof.AMBIGUOUS]
    if ambiguous:
        first = column.at(*ambiguous[0])
        figures = {"count": len(ambiguous), "number": first.number}
        yield Finding(Severity.INFO, "number_style_answered", sheet.name, first.cell, tidy(first.typed), figures)


def _style_findings(sheet: RawSheet, at: Sequence[Position], column: NumberColumn, decision: Decision) -> list[Finding]:
    def shown(position: int) -> tuple[str, str]:
        return sheet.address(*at[position]), tidy(sheet.text(*at[position]))

    figures: dict[str, object] = {"count": decision.ambiguous}
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
    if decision.ambiguous:
        first = next(position for position, cell in enumerate(column.cells.values()) if cell.proof == "ambiguous")
        cell, value = shown(first)
        figures["number"] = column.at(*at[first]).number
        return [Finding(Severity.INFO, "number_style_proven", sheet.name, cell, value, figures)]
    return []
