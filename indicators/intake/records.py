"""The long layout: one record a row, every field in a column of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from indicators.catalogue import DEMONSTRATION_MARK, Catalogue
from indicators.catalogue.definition import Definition
from indicators.intake.answer import About
from indicators.intake.book import Position, RawSheet, is_blank
from indicators.intake.draft import Draft
from indicators.intake.finding import Finding, Problem, Severity
from indicators.intake.layout import Long
from indicators.intake.letters import tidy
from indicators.intake.lookup import (
    Indicators,
    Outside,
    Remembered,
    column_named,
    find_date,
    find_district,
    find_measure,
    find_operator,
    find_period,
    find_quality,
    find_sector,
    find_year,
    lists_provinces,
)
from indicators.intake.numbercolumn import NumberColumn, read_numbers
from indicators.intake.numbers import Meaning
from indicators.intake.planwords import asked_of_rows, measure_answered
from indicators.intake.record import Entry, judge
from indicators.intake.secondblock import block_not_read, blocks_not_read, is_row_of_titles
from indicators.intake.units import conversion, own_unit, unit_answered
from indicators.intake.wide import mentions, titles_above, unit_named

NUMBER_COLUMNS = ("value", "value_to", "numerator", "denominator")


@dataclass
class Harvest:
    """What one sheet gave: its records, what is to be said, and how many records it tried to give.

    `about` is the one indicator that a table speaks of, `unit` the unit its figures were typed in.
    """

    drafts: list[Draft] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    rows: int = 0
    outside: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    about: str | None = None
    unit: str | None = None


def read_records(
    sheet: RawSheet, layout: Long, *, catalogue: Catalogue, indicators: Indicators, indicator: Definition | None
) -> Harvest:
    """Return the records of a sheet in the long layout, each row judged on its own; all findings at once."""
    if (answer := sheet.answered(About.INDICATOR, *layout.head_cell)) is not None:
        indicator = indicators.by_id.get(answer, indicator)
    harvest = Harvest(findings=list(layout.findings), about=None if indicator is None else indicator.id)
    harvest.findings += _missing_columns(sheet, layout, has_indicator=indicator is not None)
    if any(finding.code == "missing_column" for finding in harvest.findings):
        return harvest
    rows, lines, headers = _rows(sheet, layout)
    harvest.findings += [block_not_read(sheet, *cell) for cell in headers]
    between = [row for row, _ in lines if rows and row < rows[-1]]
    about = None if "indicator" in layout.columns else indicator
    seconds = list(blocks_not_read(sheet, between, indicators, about))
    harvest.findings += seconds
    if len(lines) > len(seconds):
        harvest.findings.append(passed_over(sheet, lines))
    if "measure" not in layout.columns:
        harvest.findings += asked_of_rows(sheet, titles_above(sheet, layout.header), about)
    reader = _Reader(sheet, layout, rows, catalogue, indicators, indicator)
    harvest.findings += [finding for column in reader.numbers.values() for finding in column.findings]
    blank: list[str] = []
    for row in rows:
        reader.take(row, harvest, blank)
    harvest.findings += reader.about_indicator()
    if blank:
        harvest.findings.append(
            Finding(Severity.INFO, "blank_values", sheet.name, blank[0], figures={"count": len(blank)})
        )
    return harvest


def _missing_columns(sheet: RawSheet, layout: Long, *, has_indicator: bool) -> Iterator[Finding]:
    has_value = {"value", "numerator", "denominator"} & layout.columns.keys()
    for name, is_there in (
        ("indicator", "indicator" in layout.columns or has_indicator),
        ("year", "year" in layout.columns),
        ("value", bool(has_value)),
    ):
        if not is_there:
            cell = sheet.address(layout.header, 0)
            figures = {"column": column_named(name), "row": layout.header + 1}
            yield Finding(Severity.ERROR, "missing_column", sheet.name, cell, None, figures)


def _rows(sheet: RawSheet, layout: Long) -> tuple[list[int], list[Position], list[Position]]:
    """Return the rows that hold a record, the lone cells of those that hold a remark, and headers that come again.

    Below a header with other titles nothing can be read.
    """
    rows: list[int] = []
    lines: list[Position] = []
    headers: list[Position] = []
    for row in layout.filled_rows(sheet):
        if is_row_of_titles(sheet, row):
            first = next(column for column, cell in enumerate(sheet.rows[row]) if not is_blank(cell))
            headers.append((row, first))
            if any(sheet.text(row, at) != sheet.text(layout.header, at) for at in range(sheet.width)):
                break
            continue
        filled = [name for name, column in layout.columns.items() if sheet.text(row, column).strip()]
        if len(filled) == 1 and filled[0] not in {"year", *NUMBER_COLUMNS} and len(layout.columns) > 1:
            lines.append((row, layout.columns[filled[0]]))
        elif filled:
            rows.append(row)
    return rows, lines, headers


def passed_over(sheet: RawSheet, lines: Sequence[Position]) -> Finding:
    """Return the remark on lines that hold words and no figures."""
    first = lines[0]
    shown = tidy(sheet.text(*first))
    return Finding(Severity.INFO, "lines_passed_over", sheet.name, sheet.address(*first), shown, {"count": len(lines)})


class _Reader:
    """The columns of one sheet and what their words mean, remembered from row to row."""

    def __init__(
        self,
        sheet: RawSheet,
        layout: Long,
        rows: list[int],
        catalogue: Catalogue,
        indicators: Indicators,
        indicator: Definition | None,
    ) -> None:
        self.sheet, self.layout, self.indicator = sheet, layout, indicator
        self.numbers: Mapping[str, NumberColumn] = {
            name: read_numbers(sheet, ((row, layout.columns[name]) for row in rows))
            for name in NUMBER_COLUMNS
            if name in layout.columns
        }
        titles = titles_above(sheet, layout.header)
        self.mark = DEMONSTRATION_MARK if mentions(titles, DEMONSTRATION_MARK) else None
        self.catalogue = catalogue
        self.unit_of_titles = unit_answered(sheet, layout.head_cell) or unit_named(titles, catalogue)
        self.measure = measure_answered(sheet, titles)
        self.units_said: set[tuple[str, str, str]] = set()
        self.of_another: list[tuple[str, str]] = []
        is_by_province = lists_provinces({self._text(row, "district") for row in rows}, catalogue)
        looks: dict[str, Callable[[str], Any]] = {
            "indicator": indicators.find,
            "year": find_year,
            "period": find_period,
            "measure": find_measure,
            "district": partial(find_district, catalogue=catalogue, is_by_province=is_by_province),
            "sector": partial(find_sector, catalogue=catalogue),
            "quality": find_quality,
            "operator": find_operator,
            "document_date": find_date,
        }
        self.looks = {name: Remembered(look) for name, look in looks.items()}

    def take(self, row: int, harvest: Harvest, blank: list[str]) -> None:
        """Put the record of one row, or what is wrong with it, into the harvest."""
        meant: dict[str, Any] = {name: self._meaning(row, name) for name in self.looks}
        if isinstance(meant["district"], Outside):
            harvest.outside.append(self._address(row, "district"))
            return
        harvest.rows += 1
        faults = [
            meaning.at(sheet=self.sheet.name, cell=self._address(row, name), value=tidy(self._text(row, name)) or None)
            for name, meaning in meant.items()
            if isinstance(meaning, Problem)
        ]
        faults += self._uncomputed(row)
        if faults or meant["indicator"] is None:
            harvest.findings += faults
            return
        if self.indicator is not None and meant["indicator"].id != self.indicator.id:
            self.of_another.append((self._address(row, "indicator"), meant["indicator"].id))
        factor = self._factor(row, meant["indicator"], harvest)
        if factor is None:
            return
        judged = judge(self._entry(row, meant, factor))
        harvest.findings += judged.findings
        if judged.is_blank:
            harvest.rows -= 1
            blank.append(self._address(row, "value" if "value" in self.layout.columns else "numerator"))
        elif judged.draft is not None:
            self._keep(row, judged.draft, harvest)

    def _keep(self, row: int, draft: Draft, harvest: Harvest) -> None:
        harvest.drafts.append(draft)
        if draft.value is None and not draft.withdraw and draft.cell:
            harvest.missing.append(draft.cell)
        if self.sheet.formulas and self._formula_cells(row):
            harvest.formulas.append(draft.cell or "")

    def about_indicator(self) -> Iterator[Finding]:
        """Say that rows which name another indicator than the sender keep their own."""
        if self.of_another and self.indicator is not None:
            cell, other = self.of_another[0]
            figures = {"count": len(self.of_another), "asked": self.indicator.id}
            yield Finding(Severity.WARNING, "indicator_in_rows", self.sheet.name, cell, other, figures)

    def _factor(self, row: int, definition: Definition, harvest: Harvest) -> float | None:
        """Return what a row's figures are multiplied by, by its own unit or the titles'; each is said once."""
        meanings = {column.cells[row, self.layout.columns[name]].meaning for name, column in self.numbers.items()}
        if meanings <= {Meaning.BLANK, Meaning.WITHDRAWN}:
            return 1.0
        cell, typed = self._address(row, "unit"), tidy(self._text(row, "unit"))
        if not typed and self.unit_of_titles is not None:
            cell, typed = self.sheet.address(*self.unit_of_titles[0]), self.unit_of_titles[1]
        factor, problem = conversion(typed, definition, self.catalogue)
        # A unit that is wrong is wrong in each cell that holds it; one converted is told of once.
        said = (cell if factor is None else "", typed, definition.id)
        if problem is not None and said not in self.units_said:
            self.units_said.add(said)
            found = problem.at(sheet=self.sheet.name, cell=cell, value=typed)
            is_titles = factor is None and not self._text(row, "unit").strip()
            choices = (own_unit(self.sheet, self.layout.head_cell, definition),) if is_titles else ()
            harvest.findings.append(replace(found, choices=choices))
        return factor

    def _entry(self, row: int, meant: Mapping[str, Any], factor: float) -> Entry:
        definition: Definition = meant["indicator"]
        cells = {name: column.at(row, self.layout.columns[name]) for name, column in self.numbers.items()}
        note = tidy(self._text(row, "note"))
        return Entry(
            definition=definition,
            sheet=self.sheet.name,
            measure=meant["measure"],
            year=meant["year"],
            period=meant["period"],
            district=meant["district"],
            sector=meant["sector"],
            numbers=cells,
            operator=meant["operator"],
            operator_cell=self._address(row, "operator") if meant["operator"] else None,
            quality=meant["quality"],
            document=tidy(self._text(row, "document")) or None,
            document_date=meant["document_date"],
            note=with_mark(note, self.mark),
            factor=factor,
        )

    def _meaning(self, row: int, name: str) -> object:
        text = self._text(row, name)
        if name == "indicator" and not text.strip():
            return self.indicator or Problem("missing_field", {"column": column_named(name)})
        if name == "measure" and not text.strip() and self.measure is not None:
            return self.measure
        if name == "year" and not text.strip():
            return Problem("missing_field", {"column": column_named(name)})
        return self.looks[name](text)

    def _text(self, row: int, name: str) -> str:
        column = self.layout.columns.get(name)
        return "" if column is None else self.sheet.text(row, column)

    def _address(self, row: int, name: str) -> str:
        return self.sheet.address(row, self.layout.columns.get(name, 0))

    def _formula_cells(self, row: int) -> list[int]:
        columns = (self.layout.columns[name] for name in self.numbers)
        return [column for column in columns if (row, column) in self.sheet.formulas]

    def _uncomputed(self, row: int) -> list[Finding]:
        if not self.sheet.formulas:
            return []
        return [
            Finding(Severity.ERROR, "formula_without_value", self.sheet.name, self.sheet.address(row, column))
            for column in self._formula_cells(row)
            if self.sheet.typed(row, column) is None
        ]


def with_mark(note: str, mark: str | None) -> str | None:
    """Return a note that carries the demonstration's mark, where the sheet's titles do."""
    if mark is None or mark in note:
        return note or None
    return f"{mark}. {note}" if note else mark
