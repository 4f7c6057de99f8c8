"""The wide layout's records: one indicator, a figure for each place and year."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from indicators.catalogue import DEMONSTRATION_MARK, Catalogue, District
from indicators.catalogue.definition import Definition, OverPlace
from indicators.intake.answer import About, Answer, Choice
from indicators.intake.book import Position, RawSheet
from indicators.intake.dates import FIRST_YEAR, LAST_YEAR, WHOLE_YEAR, Heading
from indicators.intake.finding import Finding, Problem, Said, Severity
from indicators.intake.harvest import Harvest, passed_over, with_mark
from indicators.intake.letters import tidy
from indicators.intake.lookup import Indicators, unknown
from indicators.intake.numbercolumn import NumberColumn, read_numbers
from indicators.intake.planwords import asked_of_heads
from indicators.intake.record import Entry, Judged, NumberCell, judge
from indicators.intake.secondblock import block_not_read, blocks_not_read, is_row_of_years, named_otherwise
from indicators.intake.tableunits import factor_of_table, unit_of_table
from indicators.intake.titlewords import Titled, answered_of_titles, said_of_all_years
from indicators.intake.unreadcells import not_read
from indicators.intake.wide import Axis, Is, Line, Wide, mentions

OFFICIAL = "official"
RANKED_PLACE = re.compile(
    r"\b(?P<rank>huyện|thị xã|thành phố|t\.?p|t\.?x)\b[.:\s]+(?P<name>\w+(?:\s+\w+){0,3})", re.IGNORECASE
)


@dataclass(frozen=True, eq=False)
class Table:
    """One table with what its titles say of every figure in it."""

    sheet: RawSheet
    layout: Wide
    catalogue: Catalogue
    definition: Definition
    numbers: NumberColumn
    factor: float
    note: str | None
    district: str | None
    titled: Titled = Titled()

    def entry(self, line: Line, heading: Heading, cell: NumberCell) -> Entry:
        """Return what is known of one figure."""
        return Entry(
            definition=self.definition,
            sheet=self.sheet.name,
            measure=heading.measure if heading.says_measure else self.titled.measure or heading.measure,
            year=heading.year,
            period=self.titled.period or heading.period if heading.period == WHOLE_YEAR else heading.period,
            district=line.district or self.district,
            sector=line.sector,
            numbers={"value": cell},
            quality=heading.quality if heading.quality != OFFICIAL else self.titled.quality or OFFICIAL,
            note=self.note,
            factor=self.factor,
        )


def read_wide(
    sheet: RawSheet, layout: Wide, *, catalogue: Catalogue, indicators: Indicators, indicator: Definition | None
) -> Harvest:
    """Return the records of a table of places and years; all findings at once."""
    harvest = Harvest(findings=[*not_read(sheet, layout)])
    definition = _definition(sheet, layout, indicators, indicator, harvest)
    harvest.findings += asked_of_heads(sheet, layout.titles, (heading for _, heading in layout.headings), definition)
    harvest.findings += said_of_all_years(sheet, layout.titles, (heading for _, heading in layout.headings))
    factor = factor_of_table(sheet, layout, definition, catalogue, harvest) if definition else None
    lines = _lines(sheet, layout, catalogue, harvest)
    harvest.findings += _second_blocks(sheet, layout, lines, indicators, definition)
    headings = set(_headings(sheet, layout, harvest))
    numbers = read_numbers(
        sheet,
        _positions(layout, lines, headings),
        witnesses=_positions(layout, (line for line in layout.lines if line not in lines), headings),
    )
    harvest.findings += numbers.findings
    harvest.about = None if definition is None else definition.id
    harvest.unit = unit_of_table(sheet, layout, catalogue, definition)
    if definition is None or factor is None:
        harvest.rows += sum(1 for written in numbers.cells.values() if written.meaning != "blank")
        return harvest
    mark = DEMONSTRATION_MARK if mentions(layout.titles, DEMONSTRATION_MARK) else None
    district = district_in_titles(sheet, layout, catalogue, harvest)
    titled = answered_of_titles(sheet, layout.titles)
    table = Table(sheet, layout, catalogue, definition, numbers, factor, with_mark("", mark), district, titled)
    for line in lines:
        take(table, line, harvest)
    harvest.findings += _sums(table, lines)
    return harvest


def _positions(layout: Wide, lines: Iterable[Line], headings: Collection[Heading]) -> Iterator[Position]:
    return ((row, column) for line in lines for heading, row, column in layout.cells(line) if heading in headings)


def take(table: Table, line: Line, harvest: Harvest) -> None:
    """Put the records of one line, or what is wrong with them, into the harvest."""
    for heading, row, column in table.layout.cells(line):
        if (row, column) not in table.numbers.cells:
            continue
        cell = table.numbers.at(row, column)
        if (row, column) in table.sheet.formulas and table.sheet.typed(row, column) is None:
            harvest.findings.append(Finding(Severity.ERROR, "formula_without_value", table.sheet.name, cell.cell))
            continue
        judged: Judged = judge(table.entry(line, heading, cell))
        if judged.is_blank:
            continue
        harvest.rows += 1
        harvest.findings += judged.findings
        if judged.draft is None:
            continue
        harvest.drafts.append(judged.draft)
        if judged.draft.value is None and not judged.draft.withdraw:
            harvest.missing.append(cell.cell)
        if (row, column) in table.sheet.formulas:
            harvest.formulas.append(cell.cell)


def _definition(
    sheet: RawSheet, layout: Wide, indicators: Indicators, indicator: Definition | None, harvest: Harvest
) -> Definition | None:
    """Return what a table is about: what the clerk says, the indicator asked for, unless it is one of many."""
    if (answer := sheet.answered(About.INDICATOR, *layout.head_cell)) is not None and answer in indicators.by_id:
        return indicators.by_id[answer]
    if not layout.is_one_of_many:
        harvest.findings += named_otherwise(sheet, layout.titles, indicators, indicator)
        return indicator or _named(sheet, layout, indicators, harvest)
    titles = layout.about or layout.titles
    found = indicators.in_titles(title for _, title in titles)
    if len(found) == 1:
        return found[0]
    return _named(sheet, replace(layout, titles=titles), indicators, harvest)


def _named(sheet: RawSheet, layout: Wide, indicators: Indicators, harvest: Harvest) -> Definition | None:
    found = indicators.in_titles(title for _, title in layout.titles)
    if len(found) == 1:
        return found[0]
    cell = sheet.address(*layout.titles[0][0]) if layout.titles else None
    value = layout.titles[0][1] if layout.titles else None
    code = "indicator_named_twice" if found else "indicator_not_named"
    figures = {"candidates": tuple(one.id for one in found)}
    choices = tuple(_names(sheet, layout, found))
    harvest.findings.append(Finding(Severity.ERROR, code, sheet.name, cell, value, figures, choices=choices))
    return None


def _names(sheet: RawSheet, layout: Wide, found: Iterable[Definition]) -> Iterator[Choice]:
    """Return a click for each indicator that the titles may mean."""
    at = sheet.address(*layout.head_cell)
    for one in found:
        yield Choice(Said(one.name_vi, one.name_en or one.name_vi), (Answer(About.INDICATOR, sheet.name, at, one.id),))


def _lines(sheet: RawSheet, layout: Wide, catalogue: Catalogue, harvest: Harvest) -> list[Line]:
    """Return the lines that are this project's; the others are counted, complained of or passed over."""
    kept: list[Line] = []
    wordy: list[Position] = []
    has_ours = any(line.meaning is Is.OURS for line in layout.lines)
    for line in layout.lines:
        cell = sheet.address(*line.label_cell)
        if line.meaning in (Is.OURS, Is.TOTAL):
            kept.append(line)
        elif line.meaning is Is.OUTSIDE:
            harvest.outside.append(cell)
        elif all(not sheet.text(row, column).strip() for _, row, column in layout.cells(line)):
            if line.meaning is Is.UNKNOWN and _is_of_other_axis(line.label, layout.axis, catalogue):
                harvest.findings.append(block_not_read(sheet, *line.label_cell))
            wordy.append(line.label_cell)
        elif line.meaning is Is.UNKNOWN and is_row_of_years(
            sheet.text(row, column) for _, row, column in layout.cells(line)
        ):
            harvest.findings.append(block_not_read(sheet, *line.label_cell))
        else:
            problem = _unknown_line(line, _axis_of(line, layout), catalogue, has_ours=has_ours)
            harvest.findings.append(problem.at(sheet=sheet.name, cell=cell, value=line.label))
    if wordy:
        harvest.findings.append(passed_over(sheet, wordy))
    if layout.axis is Axis.PROVINCE and not has_ours:
        cell = sheet.address(*layout.lines[0].label_cell)
        figures = {"province": catalogue.province}
        harvest.findings.append(Finding(Severity.ERROR, "own_row_missing", sheet.name, cell, None, figures))
    return kept


def _is_of_other_axis(label: str, axis: Axis, catalogue: Catalogue) -> bool:
    """Whether a line without figures names the place that the lines below it are of."""
    if axis is Axis.SECTOR:
        return catalogue.find_district(label) is not None
    return axis is Axis.DISTRICT and catalogue.find_sector(label) is not None


def _second_blocks(
    sheet: RawSheet, layout: Wide, lines: list[Line], indicators: Indicators, definition: Definition | None
) -> Iterator[Finding]:
    """Return an error where something else begins between two lines of figures."""
    if layout.years_down or not lines:
        return
    places = {line.position for line in layout.lines if line.meaning is Is.OUTSIDE} | {line.position for line in lines}
    between = (row for row in range(layout.lines[0].position, lines[-1].position) if row not in places)
    yield from blocks_not_read(sheet, between, indicators, definition)


def _axis_of(line: Line, layout: Wide) -> Axis:
    """Return what a label should name: where rows have two labels, each column its own kind of place."""
    if not layout.has_both_labels or line.label_cell[1] == layout.label_column:
        return layout.axis
    return Axis.DISTRICT if layout.axis is Axis.SECTOR else Axis.SECTOR


def _unknown_line(line: Line, axis: Axis, catalogue: Catalogue, *, has_ours: bool) -> Problem:
    if line.meaning is Is.CITY_OR_PROVINCE:
        return Problem("city_or_province", severity=Severity.QUESTION)
    if axis is Axis.SECTOR:
        return unknown("sector", catalogue.nearest_sectors(line.label))
    if axis is Axis.DISTRICT:
        return unknown("district", catalogue.nearest_districts(line.label))
    return Problem("unknown_province", severity=Severity.WARNING if has_ours else Severity.ERROR)


def _headings(sheet: RawSheet, layout: Wide, harvest: Harvest) -> Iterator[Heading]:
    for position, heading in layout.headings:
        if FIRST_YEAR <= heading.year <= LAST_YEAR:
            yield heading
            continue
        cell = layout.heading_cell(position)
        figures = {"first": FIRST_YEAR, "last": LAST_YEAR}
        value = tidy(sheet.text(*cell))
        harvest.findings.append(Finding(Severity.ERROR, "bad_year", sheet.name, sheet.address(*cell), value, figures))


def district_in_titles(sheet: RawSheet, layout: Wide, catalogue: Catalogue, harvest: Harvest) -> str | None:
    """Return the district whose sectors a table lists, where its titles name one, and say so."""
    if layout.axis not in (Axis.SECTOR, Axis.INDICATOR):
        return None
    for cell, title in layout.titles:
        for named in RANKED_PLACE.finditer(title):
            district = _longest_name(named.group("rank"), named.group("name").split(), catalogue)
            if district is not None:
                at, figures = sheet.address(*cell), {"district": district}
                harvest.findings.append(
                    Finding(Severity.WARNING, "district_from_title", sheet.name, at, title, figures)
                )
                return district.code
    return None


def _longest_name(rank: str, words: list[str], catalogue: Catalogue) -> District | None:
    names = (" ".join([rank, *words[:length]]) for length in range(len(words), 0, -1))
    return next((district for name in names if (district := catalogue.find_district(name)) is not None), None)


def _sums(table: Table, lines: list[Line]) -> Iterator[Finding]:
    """Warn where the parts printed don't add up to the total printed, beyond what their rounding explains."""
    totals = [line for line in lines if line.meaning is Is.TOTAL]
    parts = [line for line in lines if line.meaning is Is.OURS]
    if (
        table.layout.has_both_labels
        or len(totals) != 1
        or len(parts) < 2
        or table.definition.over_place is not OverPlace.SUM
    ):
        return
    for column in zip(*(table.layout.cells(line) for line in (totals[0], *parts)), strict=True):
        cells = [table.numbers.at(row, at) for _, row, at in column if (row, at) in table.numbers.cells]
        is_whole = len(cells) == len(column) and all(cell.number is not None and not cell.is_open for cell in cells)
        if is_whole and column[0][0].measure == "actual":
            yield from _sum(table.sheet, cells[0], cells[1:])


def _sum(sheet: RawSheet, total: NumberCell, parts: list[NumberCell]) -> Iterator[Finding]:
    printed = total.number or 0.0
    summed = math.fsum(cell.number or 0.0 for cell in parts)
    finest = max(cell.decimals for cell in parts)
    slack = 0.5 * (10.0**-total.decimals + len(parts) * 10.0**-finest) if total.decimals or finest else 0.0
    if abs(printed - summed) > slack + 1e-9 * max(1.0, abs(printed)):
        figures = {"printed": printed, "summed": round(summed, 6), "difference": round(printed - summed, 6)}
        yield Finding(Severity.WARNING, "total_differs", sheet.name, total.cell, tidy(total.typed), figures)
