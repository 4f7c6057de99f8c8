"""The unit that a file names, held against the definition's: the same, converted and said, or refused."""

from __future__ import annotations

from indicators.catalogue import Catalogue
from indicators.catalogue.definition import Definition
from indicators.intake.finding import Problem, Severity


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
