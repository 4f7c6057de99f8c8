"""The unit that a file names, held against the definition's: the same, converted and said, or refused."""

from __future__ import annotations

from indicators.catalogue import Catalogue
from indicators.catalogue.definition import Definition
from indicators.intake.answer import About, Answer, Choice
from indicators.intake.book import Position, RawSheet
from indicators.intake.finding import Problem, Said, Severity


def conversion(typed: str | None, definition: Definition, catalogue: Catalogue) -> tuple[float | None, Problem | None]:
    """Return what figures are multiplied by to be in the definition's unit, and what is to be said of it.

    The factor is None where no conversion is certain.
    """
    if not typed:
        return 1.0, None
    factor = catalogue.conversion_factor(typed, definition.unit)
    figures = {"from_unit": typed, "to_unit": definition.unit, "factor": factor}
    if factor is None:
        return None, Problem("unit_differs", figures)
    if factor != 1.0:
        return factor, Problem("unit_converted", figures, severity=Severity.WARNING)
    return factor, None


def unit_answered(sheet: RawSheet, head: Position) -> tuple[Position, str] | None:
    """Return the unit that the clerk gave for a table, None where they gave none."""
    answer = sheet.answered(About.UNIT, *head)
    return None if not answer else (head, answer)


def own_unit(sheet: RawSheet, head: Position, definition: Definition) -> Choice:
    """Return the click that says: whatever the file calls it, these figures are in the indicator's own unit."""
    name = Said.of("finding.choice_unit", unit=definition.unit)
    return Choice(name, (Answer(About.UNIT, sheet.name, sheet.address(*head), definition.unit),))
