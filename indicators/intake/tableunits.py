"""The unit of a table of places: its titles', its own column's, or that of the sheet's first table."""

from __future__ import annotations

from dataclasses import replace

from indicators.catalogue import Catalogue
from indicators.catalogue.definition import Definition
from indicators.intake.book import Position, RawSheet
from indicators.intake.finding import Finding, Severity
from indicators.intake.harvest import Harvest
from indicators.intake.letters import tidy
from indicators.intake.units import conversion, own_unit, unit_answered
from indicators.intake.wide import Is, Wide, unit_named


def factor_of_table(
    sheet: RawSheet, layout: Wide, definition: Definition, catalogue: Catalogue, harvest: Harvest
) -> float | None:
    """Return what all figures of a table are multiplied by; units of its rows must be one and the same."""
    if (answer := unit_answered(sheet, layout.head_cell)) is not None:
        return factor_for(sheet, answer, definition, catalogue, harvest, head=layout.head_cell)
    units = _units_of_rows(sheet, layout) or [unit_named(layout.titles, catalogue)]
    if units == [None]:
        units = [_unit_above(layout, definition, catalogue)]
    first, *others = units
    factor = factor_for(sheet, first, definition, catalogue, harvest, head=layout.head_cell)
    for other in others:
        if other is not None and conversion(other[1], definition, catalogue)[0] != factor:
            figures = {"from_unit": other[1], "to_unit": definition.unit}
            at = sheet.address(*other[0])
            harvest.findings.append(Finding(Severity.ERROR, "unit_differs", sheet.name, at, other[1], figures))
            return None
    return factor


def unit_of_table(sheet: RawSheet, layout: Wide, catalogue: Catalogue, definition: Definition | None) -> str | None:
    """Return the unit that a table's figures are taken to be in; the indicator's own where the table names none."""
    named = unit_answered(sheet, layout.head_cell) or unit_named(layout.titles, catalogue)
    if named is None and definition is not None:
        named = _unit_above(layout, definition, catalogue)
    return named[1] if named else None if definition is None else definition.unit


def _units_of_rows(sheet: RawSheet, layout: Wide) -> list[tuple[Position, str] | None]:
    if layout.unit_column is None:
        return []
    cells = [(line.position, layout.unit_column) for line in layout.lines if line.meaning is not Is.OUTSIDE]
    typed: dict[str, Position] = {}
    for cell in cells:
        if unit := tidy(sheet.text(*cell)):
            typed.setdefault(unit, cell)
    return [(cell, unit) for unit, cell in typed.items()]


def factor_for(
    sheet: RawSheet,
    unit: tuple[Position, str] | None,
    definition: Definition,
    catalogue: Catalogue,
    harvest: Harvest,
    *,
    head: Position,
) -> float | None:
    """Return what the figures are multiplied by; None where the unit named can't be turned into the definition's."""
    if unit is None:
        return 1.0
    cell, typed = unit
    factor, problem = conversion(typed, definition, catalogue)
    if problem is not None:
        found = problem.at(sheet=sheet.name, cell=sheet.address(*cell), value=typed)
        choices = (own_unit(sheet, head, definition),) if factor is None else ()
        harvest.findings.append(replace(found, choices=choices))
    return factor


def _unit_above(layout: Wide, definition: Definition, catalogue: Catalogue) -> tuple[Position, str] | None:
    """Return the unit that the first table of the sheet names, for a later one that it can be meant for."""
    unit = layout.unit_above
    return unit if unit and catalogue.conversion_factor(unit[1], definition.unit) is not None else None
