"""How a sheet is laid out: one record a row, one definition a row, or years across (or down) a table of places."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field

from indicators.catalogue import Catalogue
from indicators.intake.blocks import recognise_wide
from indicators.intake.book import Position, RawSheet, is_blank
from indicators.intake.dates import heading_from
from indicators.intake.finding import Finding, Fix, Severity
from indicators.intake.letters import slug, tidy
from indicators.intake.lookup import offer
from indicators.intake.vocabulary import DEFINITION_COLUMNS, RECORD_COLUMNS, TITLE_BY_COLUMN
from indicators.intake.wide import Wide

HEADER_ROWS_LOOKED_AT = 40
CORE_OF_RECORDS = frozenset({"indicator", "year", "value", "numerator"})
CORE_OF_DEFINITIONS = frozenset({"id", "name_vi", "kind", "direction"})
LEAST_COLUMNS = 3


@dataclass(frozen=True, eq=False)
class Long:
    """A table with a titled column for each field; `header` is the titles' row.

    `holds` is records or definitions. `columns` gives the place of each field.
    """

    holds: str
    header: int
    columns: Mapping[str, int]
    findings: tuple[Finding, ...] = ()

    @property
    def head_cell(self) -> Position:
        """The first cell of its titles, by which answers name this table."""
        return self.header, min(self.columns.values())

    def filled_rows(self, sheet: RawSheet) -> range | list[int]:
        """Return the rows below the header that hold anything."""
        return [row for row in range(self.header + 1, len(sheet.rows)) if not sheet.is_blank_row(row)]


@dataclass(frozen=True)
class NoTable:
    """A sheet in which no table was found, with the label of the reason."""

    reason: str


Layout = Long | Wide | NoTable


@dataclass
class _Header:
    row: int
    holds: str
    columns: dict[str, int] = field(default_factory=dict)
    repeated: list[int] = field(default_factory=list)
    unknown: list[int] = field(default_factory=list)
    years: int = 0

    @property
    def is_long(self) -> bool:
        core = CORE_OF_RECORDS if self.holds == "records" else CORE_OF_DEFINITIONS
        # Tables of years have a column of units too.
        own = self.columns.keys() - ({"unit"} if self.holds == "records" else set())
        return len(core & self.columns.keys()) >= 2 or (len(own) >= LEAST_COLUMNS and not self.years)


def recognise(sheet: RawSheet, catalogue: Catalogue) -> tuple[Layout, ...]:
    """Return the tables of a sheet: the first long header found, else tables of years and places, else why none."""
    if all(sheet.is_blank_row(row) for row in range(len(sheet.rows))):
        return (NoTable("reason_blank"),)
    for row in range(min(HEADER_ROWS_LOOKED_AT, len(sheet.rows))):
        header = _header(sheet, row)
        if header.is_long:
            return (Long(header.holds, row, header.columns, tuple(_column_findings(sheet, header))),)
    return recognise_wide(sheet, catalogue) or (NoTable("reason_no_table"),)


def _header(sheet: RawSheet, row: int) -> _Header:
    by_records = _matched(sheet, row, "records", RECORD_COLUMNS)
    by_definitions = _matched(sheet, row, "definitions", DEFINITION_COLUMNS)
    return max(by_records, by_definitions, key=lambda header: len(header.columns))


def _matched(sheet: RawSheet, row: int, holds: str, titles: Mapping[str, str]) -> _Header:
    header = _Header(row, holds)
    for column, cell in enumerate(sheet.rows[row]):
        if is_blank(cell):
            continue
        title = sheet.text(row, column)
        name = titles.get(slug(title))
        if name is None:
            header.unknown.append(column)
            header.years += heading_from(title) is not None
        elif name in header.columns:
            header.repeated.append(column)
        else:
            header.columns[name] = column
    return header


def _column_findings(sheet: RawSheet, header: _Header) -> list[Finding]:
    titles = RECORD_COLUMNS if header.holds == "records" else DEFINITION_COLUMNS
    found = []
    for column in header.unknown:
        typed = sheet.text(header.row, column)
        near = difflib.get_close_matches(
            slug(typed), [title for title in titles if titles[title] not in header.columns], 1
        )
        fix = Fix("column", TITLE_BY_COLUMN[titles[near[0]]]) if near else None
        figures = {"offer": offer((str(fix.value),) if fix else ())}
        cell = sheet.address(header.row, column)
        found.append(Finding(Severity.WARNING, "unknown_column", sheet.name, cell, tidy(typed), figures, fix))
    found.extend(
        Finding(
            Severity.ERROR,
            "repeated_column",
            sheet.name,
            sheet.address(header.row, column),
            sheet.text(header.row, column),
        )
        for column in header.repeated
    )
    return found
