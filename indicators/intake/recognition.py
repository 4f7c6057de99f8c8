"""What was recognised of a sheet, told cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from indicators.intake.book import Position, RawSheet, is_blank
from indicators.intake.dates import Heading
from indicators.intake.harvest import Harvest
from indicators.intake.layout import Layout, Long, NoTable
from indicators.intake.recognised import Column, Recognised, Role
from indicators.intake.wide import Axis, Is, Wide

# Colours are for eyes; a sheet of hundreds of thousands of rows is told of by its head and its first lines.
MOST_ROWS_TOLD = 2_000
NUMBERS = frozenset({"value", "value_to", "numerator", "denominator"})
PLACES = frozenset({"district", "sector"})


def recognised(sheet: RawSheet, layout: Layout, harvest: Harvest) -> Recognised:
    """Return what one table of a sheet is taken for."""
    if isinstance(layout, NoTable):
        return Recognised(sheet.name, None, reason=layout.reason)
    cell = sheet.address(*layout.head_cell)
    if isinstance(layout, Long):
        roles = dict(_roles_of_long(sheet, layout))
        return Recognised(sheet.name, layout.holds, cell, indicator=harvest.about, rows=harvest.rows, roles=roles)
    return Recognised(
        sheet.name,
        "wide",
        cell,
        places=str(layout.axis),
        indicator=harvest.about,
        unit=harvest.unit,
        label_column=None if layout.years_down else layout.label_column,
        columns=tuple(_columns(sheet, layout)),
        rows=harvest.rows,
        roles=dict(_roles_of_wide(sheet, layout)),
    )


def _columns(sheet: RawSheet, layout: Wide) -> Iterator[Column]:
    for position, heading in layout.headings:
        row, column = layout.heading_cell(position)
        yield _column(column, sheet.address(row, column), heading)


def _column(column: int, cell: str, heading: Heading) -> Column:
    return Column(column, cell, heading.year, heading.period, heading.measure, heading.quality)


def _roles_of_long(sheet: RawSheet, layout: Long) -> Iterator[tuple[Position, Role]]:
    yield from _words_above(sheet, layout.header)
    by_column = {column: name for name, column in layout.columns.items()}
    for column in range(sheet.width):
        yield (layout.header, column), Role.HEAD if column in by_column else Role.NOT_READ
    for row in range(layout.header + 1, min(len(sheet.rows), layout.header + MOST_ROWS_TOLD)):
        for column, cell in enumerate(sheet.rows[row]):
            if not is_blank(cell):
                yield (row, column), _role_of_field(by_column.get(column), layout.holds)


def _role_of_field(name: str | None, holds: str) -> Role:
    if name is None:
        return Role.NOT_READ
    if name == "unit":
        return Role.UNIT
    if name == "year":
        return Role.YEAR
    return Role.FIGURE if holds == "records" and name in NUMBERS else Role.LABEL


def _roles_of_wide(sheet: RawSheet, layout: Wide) -> Iterator[tuple[Position, Role]]:
    yield from ((cell, Role.TITLE) for cell, _ in layout.titles)
    head_rows: Iterable[int] = layout.head_rows or (layout.header,)
    for row in head_rows:
        yield from (((row, column), Role.HEAD) for column in range(len(sheet.rows[row])))
    for cell, _ in [*layout.about, *filter(None, [layout.unit_above])]:
        yield cell, Role.HEAD
    for column in layout.other_columns:
        yield from (((line.position, column), Role.NOT_READ) for line in layout.lines)
    if layout.unit_column is not None:
        yield from (((line.position, layout.unit_column), Role.UNIT) for line in layout.lines)
    for position, _ in layout.headings:
        yield layout.heading_cell(position), Role.YEAR
    for line in layout.lines[:MOST_ROWS_TOLD]:
        is_read = line.meaning in (Is.OURS, Is.TOTAL) or layout.axis is Axis.INDICATOR
        is_total = line.meaning is Is.TOTAL
        yield line.label_cell, Role.TOTAL if is_total else Role.LABEL if is_read else Role.NOT_READ
        for _, row, column in layout.cells(line):
            yield (row, column), Role.TOTAL if is_total else Role.FIGURE if is_read else Role.NOT_READ


def _words_above(sheet: RawSheet, header: int) -> Iterator[tuple[Position, Role]]:
    for row in range(header):
        yield from (((row, column), Role.TITLE) for column, cell in enumerate(sheet.rows[row]) if not is_blank(cell))
