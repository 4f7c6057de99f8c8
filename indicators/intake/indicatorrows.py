"""Tables whose rows are indicators: years across, all of one place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from indicators.catalogue import DEMONSTRATION_MARK, Catalogue, without_marks
from indicators.catalogue.definition import Definition
from indicators.intake.blocks import tables
from indicators.intake.book import Position, RawSheet
from indicators.intake.dates import FIRST_YEAR, LAST_YEAR
from indicators.intake.finding import Problem
from indicators.intake.harvest import Harvest, passed_over, with_mark
from indicators.intake.letters import tidy
from indicators.intake.lookup import Indicators, names_of
from indicators.intake.numbercolumn import read_numbers
from indicators.intake.numbers import FOOTNOTE
from indicators.intake.planwords import asked_of_heads
from indicators.intake.tableunits import factor_for
from indicators.intake.titlewords import answered_of_titles, said_of_all_years
from indicators.intake.units import unit_answered
from indicators.intake.unreadcells import not_read
from indicators.intake.wide import NUMBER_OF_ROW, Axis, Is, Line, Wide, mentions, unit_named
from indicators.intake.widerecords import Table, district_in_titles, take

MOST_LABELS_TO_AN_INDICATOR = 3


def recognise_rows(sheet: RawSheet, catalogue: Catalogue, indicators: Indicators) -> tuple[Wide, ...]:
    """Return the tables of a sheet whose lines are indicators."""

    names = {without_marks(name) for one in indicators.by_id.values() for name in names_of(one)}

    def known(cells: list[Position]) -> int:
        return sum(without_marks(_bare(text)) in names for cell in cells if (text := sheet.text(*cell)))

    def axis_for(cells: list[Position]) -> Axis | None:
        filled = [cell for cell in cells if tidy(sheet.text(*cell))]
        is_enough = known(filled) * MOST_LABELS_TO_AN_INDICATOR >= len(filled)
        return Axis.INDICATOR if filled and known(filled) and is_enough else None

    return tables(sheet, catalogue, axis_for, known)


def _bare(label: str) -> str:
    """Return the label without its number and its footnote mark."""
    bare = FOOTNOTE.sub("", tidy(label)).strip()
    number, _, words = bare.partition(" ")
    is_numbered = NUMBER_OF_ROW.fullmatch(number.rstrip(".)")) or number in {"-", "+", "–"}
    return words.strip() if words and is_numbered else bare


def read_rows(sheet: RawSheet, layout: Wide, *, catalogue: Catalogue, indicators: Indicators) -> Harvest:
    """Return the records of a table of indicators and years; all findings at once."""
    harvest = Harvest(findings=[*not_read(sheet, layout)])
    harvest.findings += asked_of_heads(sheet, layout.titles, (heading for _, heading in layout.headings), None)
    harvest.findings += said_of_all_years(sheet, layout.titles, (heading for _, heading in layout.headings))
    headings = {heading for _, heading in layout.headings if FIRST_YEAR <= heading.year <= LAST_YEAR}
    lines = list(_lines(sheet, layout, indicators, harvest))
    cells = [(row, at) for line, _ in lines for heading, row, at in layout.cells(line) if heading in headings]
    numbers = read_numbers(sheet, cells)
    harvest.findings += numbers.findings
    titled = answered_of_titles(sheet, layout.titles)
    mark = DEMONSTRATION_MARK if mentions(layout.titles, DEMONSTRATION_MARK) else None
    district = district_in_titles(sheet, layout, catalogue, harvest)
    for line, definition in lines:
        unit = _unit(sheet, layout, line, catalogue)
        factor = factor_for(sheet, unit, definition, catalogue, harvest, head=layout.head_cell)
        if factor is not None:
            table = Table(sheet, layout, catalogue, definition, numbers, factor, with_mark("", mark), district, titled)
            take(table, line, harvest)
    return harvest


def _lines(
    sheet: RawSheet, layout: Wide, indicators: Indicators, harvest: Harvest
) -> Iterator[tuple[Line, Definition]]:
    wordy: list[Position] = []
    for line in layout.lines:
        found = indicators.find(_bare(line.label))
        if all(not sheet.text(row, column).strip() for _, row, column in layout.cells(line)):
            wordy.append(line.label_cell)
        elif isinstance(found, Definition):
            yield replace(line, meaning=Is.OURS, indicator=found.id), found
        elif isinstance(found, Problem):
            cell = sheet.address(*line.label_cell)
            harvest.findings.append(found.at(sheet=sheet.name, cell=cell, value=line.label))
    if wordy:
        harvest.findings.append(passed_over(sheet, wordy))


def _unit(sheet: RawSheet, layout: Wide, line: Line, catalogue: Catalogue) -> tuple[Position, str] | None:
    """Return the unit of one row: its own cell's, else what the clerk says, else the one of the titles."""
    if layout.unit_column is not None:
        cell = line.position, layout.unit_column
        if typed := tidy(sheet.text(*cell)):
            return cell, typed
    return unit_answered(sheet, layout.head_cell) or unit_named(layout.titles, catalogue) or layout.unit_above
