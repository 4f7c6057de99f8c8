"""The whole file checked at once: every sheet recognised, every finding said, the rows ready for the store."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

import pyarrow as pa
import pyarrow.compute as pc

from indicators.catalogue import Catalogue, Definition
from indicators.errors import UnknownIndicator
from indicators.exhibits.verdicts import definitions as definitions_of
from indicators.intake.answer import NONE, About, Answers
from indicators.intake.book import RawBook, RawSheet
from indicators.intake.choices import with_choices
from indicators.intake.definitions import Defined, read_definitions, taken_names
from indicators.intake.draft import Draft, as_table, drafts_of, with_file
from indicators.intake.finding import Finding, Severity
from indicators.intake.goals import wrong_sides
from indicators.intake.guides import is_guide
from indicators.intake.harvest import Harvest
from indicators.intake.indicatorrows import read_rows, recognise_rows
from indicators.intake.layout import Layout, Long, NoTable, recognise
from indicators.intake.lettersaid import about_letters
from indicators.intake.lookup import Indicators, column_named, nearest_indicators
from indicators.intake.mending import answered
from indicators.intake.plausibility import doubts
from indicators.intake.reading import chosen
from indicators.intake.recognition import recognised
from indicators.intake.records import read_records
from indicators.intake.remembering import shape_of
from indicators.intake.repetition import once
from indicators.intake.report import Report, SheetSummary
from indicators.intake.unseen import shown_otherwise
from indicators.intake.wide import Axis, Wide
from indicators.intake.widerecords import read_wide
from indicators.store import Reading, only


def check(
    book: RawBook,
    *,
    reading: Reading,
    catalogue: Catalogue,
    indicator: str | None = None,
    sheet: str | None = None,
    answers: Answers = NONE,
) -> Report:
    """Return everything there is to say about a file against one version of the store; writes nothing.

    `indicator` is what a file without a column or title for it speaks of, `sheet` the only sheet to look at, `answers`
    what the clerk said beside the file.
    Raises UnknownIndicator, UnknownSheet.
    """
    shape = shape_of(book)
    book, strays = answered(book, answers)
    asked = chosen(book, sheet)
    tables = [(one, layout) for one in asked for layout in _layouts(one, catalogue, is_asked=sheet is not None)]
    stored = definitions_of(reading)
    defined = _definitions(tables, catalogue)
    indicators = Indicators({**stored, **defined.definitions}, frozenset(defined.broken))
    named = None if indicator is None else _named(indicator, indicators)
    tables = [table for one in tables for table in _by_indicator(*one, catalogue, indicators, named)]
    sheets, layouts = tuple(one for one, _ in tables), [layout for _, layout in tables]
    harvests = [
        _harvest(one, layout, catalogue, indicators, named) for one, layout in zip(sheets, layouts, strict=True)
    ]
    about_sheets = [
        finding for one, harvest in zip(sheets, harvests, strict=True) for finding in _about_sheet(one, harvest)
    ]
    rows_found = pa.concat_tables([as_table(defined.drafts), *(harvest.given_away() for harvest in harvests)])
    incoming, repeated = once(with_file(rows_found, book.file))
    del rows_found
    drafts = drafts_of(incoming.filter(pc.field("definition").is_valid()))
    findings = [
        *strays,
        *about_letters(book, asked, tables),
        *defined.findings,
        *about_sheets,
        *_outside(sheets, harvests),
        *repeated,
        *_changed(drafts, stored),
        *taken_names(drafts, indicators.by_id, stored),
        *_about_series(incoming, reading, indicators.by_id),
    ]
    rows = defined.rows + sum(harvest.rows for harvest in harvests)
    if not rows and not any(finding.blocks for finding in findings):
        findings.append(_nothing(sheets, layouts))
    return Report(
        book.file,
        book.content,
        reading.version,
        tuple(_summaries(sheets, layouts, harvests)),
        tuple(with_choices(findings, asked, catalogue)),
        rows,
        incoming,
        indicator,
        sheet,
        answers,
        tuple(map(recognised, sheets, layouts, harvests)),
        shape,
    )


def _layouts(sheet: RawSheet, catalogue: Catalogue, *, is_asked: bool) -> tuple[Layout, ...]:
    if is_guide(sheet):
        return (NoTable("reason_guide"),)
    answer = sheet.answers.value(About.READ, sheet.name, None)
    if answer == "no":
        return (NoTable("reason_declined"),)
    if sheet.is_hidden and not is_asked and answer != "yes":
        return (NoTable("reason_hidden"),)
    found = recognise(sheet, catalogue)
    return tuple(layout for layout in found if not _is_declined(sheet, layout)) or (NoTable("reason_declined"),)


def _is_declined(sheet: RawSheet, layout: Layout) -> bool:
    return not isinstance(layout, NoTable) and sheet.answered(About.READ, *layout.head_cell) == "no"


def _by_indicator(
    sheet: RawSheet, layout: Layout, catalogue: Catalogue, indicators: Indicators, named: Definition | None
) -> list[tuple[RawSheet, Layout]]:
    """Return the tables whose rows are indicators, where a sheet has no table of places and none was named."""
    if not isinstance(layout, NoTable) or layout.reason != "reason_no_table" or named is not None:
        return [(sheet, layout)]
    return [(sheet, table) for table in recognise_rows(sheet, catalogue, indicators) or (layout,)]


def _named(indicator: str, indicators: Indicators) -> Definition:
    if indicator not in indicators.by_id:
        raise UnknownIndicator(indicator=indicator, nearest=nearest_indicators(indicator, indicators.by_id))
    return indicators.by_id[indicator]


def _definitions(tables: Iterable[tuple[RawSheet, Layout]], catalogue: Catalogue) -> Defined:
    found = Defined()
    for sheet, layout in tables:
        if isinstance(layout, Long) and layout.holds == "definitions":
            one = read_definitions(sheet, layout, catalogue=catalogue)
            found.definitions = {**one.definitions, **found.definitions}
            found.drafts += one.drafts
            found.findings += one.findings
            found.broken |= one.broken
            found.rows += one.rows
    return found


def _harvest(
    sheet: RawSheet, layout: Layout, catalogue: Catalogue, indicators: Indicators, indicator: Definition | None
) -> Harvest:
    if isinstance(layout, Wide) and layout.axis is Axis.INDICATOR:
        return read_rows(sheet, layout, catalogue=catalogue, indicators=indicators)
    if isinstance(layout, Wide):
        return read_wide(sheet, layout, catalogue=catalogue, indicators=indicators, indicator=indicator)
    if isinstance(layout, Long) and layout.holds == "records":
        return read_records(sheet, layout, catalogue=catalogue, indicators=indicators, indicator=indicator)
    return Harvest()


def _summaries(
    sheets: Iterable[RawSheet], layouts: Iterable[Layout], harvests: Iterable[Harvest]
) -> Iterator[SheetSummary]:
    """Return one summary a sheet, its tables taken together."""
    tables = zip(sheets, layouts, harvests, strict=True)
    for _, same in groupby(tables, key=lambda table: id(table[0])):
        summaries = [_summary(*table) for table in same]
        yield replace(summaries[0], rows=sum(summary.rows for summary in summaries))


def _summary(sheet: RawSheet, layout: Layout, harvest: Harvest) -> SheetSummary:
    if isinstance(layout, NoTable):
        return SheetSummary(sheet.name, None, reason=layout.reason)
    if isinstance(layout, Wide):
        return SheetSummary(sheet.name, "wide", harvest.rows)
    if layout.holds == "records":
        return SheetSummary(sheet.name, "records", harvest.rows)
    return SheetSummary(sheet.name, "definitions", len(layout.filled_rows(sheet)))


def _about_sheet(sheet: RawSheet, harvest: Harvest) -> Iterator[Finding]:
    yield from harvest.findings
    yield from shown_otherwise(sheet, harvest.incoming)
    for severity, code, cells in (
        (Severity.INFO, "missing_values", harvest.missing),
        (Severity.WARNING, "formulas", harvest.formulas),
    ):
        if cells:
            yield Finding(severity, code, sheet.name, cells[0], figures={"count": len(cells)})


def _outside(sheets: Iterable[RawSheet], harvests: Iterable[Harvest]) -> Iterator[Finding]:
    cells = [(sheet.name, cell) for sheet, harvest in zip(sheets, harvests, strict=True) for cell in harvest.outside]
    if cells:
        name, cell = cells[0]
        yield Finding(Severity.INFO, "outside_places", name, cell, figures={"count": len(cells)})


def _changed(drafts: Iterable[Draft], stored: Mapping[str, Definition]) -> Iterator[Finding]:
    for draft in drafts:
        if draft.definition is None or draft.indicator not in stored:
            continue
        new, old = Definition.from_json(draft.definition), stored[draft.indicator]
        fields = [field.name for field in dataclasses.fields(new)]
        changed = tuple(name for name in fields if getattr(new, name) != getattr(old, name))
        if changed:
            figures = {"fields": tuple(column_named(name) for name in changed)}
            yield Finding(Severity.WARNING, "definition_changes", draft.sheet, draft.cell, draft.indicator, figures)


def _about_series(incoming: pa.Table, reading: Reading, definitions: Mapping[str, Definition]) -> list[Finding]:
    records = only(incoming, pc.not_equal(incoming["measure"], "definition").to_numpy())
    if not records.num_rows:
        return []
    after = reading.with_incoming(incoming)
    return [*wrong_sides(records, after, definitions), *doubts(records, after, definitions)]


def _nothing(sheets: tuple[RawSheet, ...], layouts: list[Layout]) -> Finding:
    if all(isinstance(layout, NoTable) for layout in layouts):
        return Finding(Severity.ERROR, "no_table")
    return Finding(Severity.ERROR, "no_records")
