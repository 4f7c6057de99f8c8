"""A sheet of definitions: a new indicator arrives as a file, without a programmer."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from indicators.catalogue import Catalogue, Definition, Kind, OverPlace, without_marks
from indicators.catalogue.definition import OVER_PLACE_BY_KIND
from indicators.intake.book import RawSheet
from indicators.intake.draft import Draft
from indicators.intake.finding import Finding, Fix, Problem, Said, Severity
from indicators.intake.layout import Long
from indicators.intake.letters import slug, tidy
from indicators.intake.lookup import column_named, names_of
from indicators.intake.numbercolumn import NumberColumn, read_numbers
from indicators.intake.numbers import Meaning
from indicators.intake.vocabulary import (
    DIRECTIONS,
    KINDS,
    OVER_PLACES,
    REQUIRED_DEFINITION_COLUMNS,
)

Word = TypeVar("Word")
ID = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")
LONGEST_ID = 60
MOST_DECIMALS = 6
NUMBER_COLUMNS = ("decimals", "min", "max")


@dataclass
class Defined:
    """What the definition sheets of a file gave; `broken` are ids whose row has an error."""

    definitions: dict[str, Definition] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    rows: int = 0


def read_definitions(sheet: RawSheet, layout: Long, *, catalogue: Catalogue) -> Defined:
    """Return the definitions of a sheet, all findings at once."""
    found = Defined(findings=list(layout.findings))
    for name in REQUIRED_DEFINITION_COLUMNS:
        if name not in layout.columns:
            figures = {"column": column_named(name), "row": layout.header + 1}
            cell = sheet.address(layout.header, 0)
            found.findings.append(Finding(Severity.ERROR, "missing_column", sheet.name, cell, None, figures))
    rows = [
        row
        for row in layout.filled_rows(sheet)
        if any(sheet.text(row, column).strip() for column in layout.columns.values())
    ]
    if any(finding.code == "missing_column" for finding in found.findings):
        id_column = layout.columns.get("id")
        found.broken |= set() if id_column is None else {tidy(sheet.text(row, id_column)) for row in rows}
        return found
    numbers = {
        name: read_numbers(sheet, ((row, layout.columns[name]) for row in rows))
        for name in NUMBER_COLUMNS
        if name in layout.columns
    }
    found.findings += [finding for column in numbers.values() for finding in column.findings]
    for row in rows:
        _take(_Row(sheet, layout, row, numbers, catalogue), found)
    return found


def taken_names(
    drafts: Iterable[Draft], known: Mapping[str, Definition], stored: Mapping[str, Definition]
) -> Iterator[Finding]:
    """Return a warning for each definition that takes a name of another: files can then use neither by that name.

    `known` are all definitions there would be; a name that the store already has twice is not complained of again.
    """
    by_name: dict[str, set[str]] = {}
    for one in known.values():
        for name in names_of(one):
            by_name.setdefault(without_marks(name), set()).add(one.id)
    for draft in drafts:
        if draft.measure != "definition" or draft.indicator not in known:
            continue
        had = names_of(stored[draft.indicator]) if draft.indicator in stored else ()
        for name in names_of(known[draft.indicator]):
            others = sorted(by_name[without_marks(name)] - {draft.indicator})
            if others and name not in had:
                figures = {"name": name, "other": others[0]}
                yield Finding(Severity.WARNING, "name_taken", draft.sheet, draft.cell, draft.indicator, figures)
                break


@dataclass(frozen=True, eq=False)
class _Row:
    """One row of a definitions sheet."""

    sheet: RawSheet
    layout: Long
    row: int
    numbers: Mapping[str, NumberColumn]
    catalogue: Catalogue
    findings: list[Finding] = field(default_factory=list)

    def text(self, name: str) -> str:
        """Return the tidy text of one field, empty where there is no such column."""
        column = self.layout.columns.get(name)
        return "" if column is None else tidy(self.sheet.text(self.row, column))

    def cell(self, name: str) -> str:
        """Return the address of one field."""
        return self.sheet.address(self.row, self.layout.columns.get(name, 0))

    def say(self, name: str, problem: Problem) -> None:
        """Note what is wrong with one field."""
        self.findings.append(problem.at(sheet=self.sheet.name, cell=self.cell(name), value=self.text(name) or None))

    def word(self, name: str, known: Mapping[str, Word]) -> Word | None:
        """Return what a word of a closed list means; an unknown one is noted."""
        typed = slug(self.text(name))
        if typed in known:
            return known[typed]
        near = difflib.get_close_matches(typed, list(known), 1)
        self.say(name, Problem(f"unknown_{name}", fix=Fix(name, near[0]) if near else None))
        return None

    def number(self, name: str) -> float | None:
        """Return a number of the row, None for a blank; what is no number is noted."""
        if name not in self.numbers:
            return None
        cell = self.numbers[name].at(self.row, self.layout.columns[name])
        if cell.written.meaning is Meaning.BLANK or cell.is_open:
            return None
        # A limit is there or not: signs for "none" and "not known" would say which.
        if cell.written.meaning is not Meaning.NUMBER:
            self.say(name, Problem("not_a_number"))
            return None
        return cell.number


def _take(row: _Row, found: Defined) -> None:
    found.rows += 1
    definition = _definition(row)
    found.findings += row.findings
    if definition is None:
        found.broken.add(row.text("id"))
        return
    found.definitions.setdefault(definition.id, definition)
    found.drafts.append(
        Draft(
            measure="definition",
            indicator=definition.id,
            document=definition.document or None,
            raw=row.sheet.raw(row.row, row.layout.columns["id"]),
            definition=definition.to_json(),
            sheet=row.sheet.name,
            cell=row.cell("id"),
        )
    )


def _definition(row: _Row) -> Definition | None:
    for name in REQUIRED_DEFINITION_COLUMNS:
        if not row.text(name):
            row.say(name, Problem("missing_field", {"column": column_named(name)}))
    id = row.text("id")
    if id and (not ID.fullmatch(id) or len(id) > LONGEST_ID):
        row.say("id", Problem("bad_id", fix=Fix("id", slug(id)) if slug(id) else None))
    kind = row.word("kind", KINDS) if row.text("kind") else None
    direction = row.word("direction", DIRECTIONS) if row.text("direction") else None
    unit, group = _unit(row), _group(row)
    over_place = _over_place(row, kind)
    decimals = _decimals(row, kind, unit)
    low, high = row.number("min"), row.number("max")
    if low is not None and high is not None and low > high:
        row.say("max", Problem("limits_reversed", {"low": low, "high": high}))
    if any(finding.blocks for finding in row.findings) or kind is None or direction is None:
        return None
    return Definition(
        id=id,
        name_vi=row.text("name_vi"),
        name_en=row.text("name_en"),
        group=group,
        unit=unit,
        decimals=decimals,
        kind=kind,
        direction=direction,
        over_place=over_place,
        min=low,
        max=high,
        source=row.text("source"),
        responsible=row.text("responsible"),
        frequency=row.text("frequency"),
        document=row.text("document"),
        aliases=tuple(alias.strip() for alias in row.text("aliases").split(";") if alias.strip()),
    )


def _unit(row: _Row) -> str:
    typed = row.text("unit")
    known = row.catalogue.find_unit(typed)
    if known is None and typed:
        row.say("unit", Problem("unknown_unit", severity=Severity.WARNING))
    return typed if known is None else known.name_vi


def _group(row: _Row) -> str:
    typed = row.text("group")
    known = row.catalogue.find_group(typed)
    if known is None and typed:
        names = tuple(group.name_vi for group in row.catalogue.groups)
        row.say("group", Problem("unknown_group", {"groups": names}, severity=Severity.WARNING))
    return typed if known is None else known.id


def _over_place(row: _Row, kind: Kind | None) -> OverPlace:
    usual = OVER_PLACE_BY_KIND[kind] if kind else OverPlace.NONE
    way = row.word("over_place", OVER_PLACES) if row.text("over_place") else usual
    if way is None or kind is None or way in (usual, OverPlace.NONE):
        return way or usual
    ways = tuple(dict.fromkeys((usual.value, OverPlace.NONE.value)))
    figures = {"kind": Said.of(f"finding.kind_{kind}"), "ways": ways}
    # A sum of percentages, of index levels or of rates means nothing, nor does a ratio without its parts.
    row.say("over_place", Problem("over_place_against_kind", figures, Fix("over_place", usual.value)))
    return usual


def _decimals(row: _Row, kind: Kind | None, unit: str) -> int:
    number = row.number("decimals")
    if number is None:
        is_rate = unit.startswith("%") or kind in (Kind.GROWTH, Kind.INDEX, Kind.RATIO)
        return 1 if is_rate else 0
    if number != int(number) or not 0 <= number <= MOST_DECIMALS:
        row.say("decimals", Problem("bad_decimals", {"most": MOST_DECIMALS}))
        return 0
    return int(number)
