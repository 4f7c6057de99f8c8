"""The long layout: one record a row, every field in a column of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from indicators.catalogue import DEMONSTRATION_MARK, Catalogue
from indicators.catalogue.definition import Definition
from indicators.intake.book import Position, RawSheet
from indicators.intake.draft import Draft
from indicators.intake.finding import Finding, Problem, Severity
from indicators.intake.layout import Long
from indicators.intake.letters import tidy
from indicators.intake.lookup import (
    Indicators,
    Outside,
    Remembered,
    find_date,
    find_district,
    find_measure,
    find_operator,
    find_period,
    find_quality,
    find_sector,
    find_year,
)
from indicators.intake.numbercolumn import NumberColumn, read_numbers
from indicators.intake.record import Entry, judge
from indicators.intake.vocabulary import TITLE_BY_COLUMN
from indicators.intake.wide import mentions, titles_above

NUMBER_COLUMNS = ("value", "value_to", "numerator", "denominator")


@dataclass
class Harvest:
    """What one sheet gave: its records, what is to be said, and how many records it tried to give."""

    drafts: list[Draft] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    rows: int = 0
    outside: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)


def read_records(
    sheet: RawSheet, layout: Long, *, catalogue: Catalogue, indicators: Indicators, indicator: Definition | None
) -> Harvest:
    """Return the records of a sheet in the long layout, each row judged on its own; all findings at once."""
    harvest = Harvest(findings=list(layout.findings))
    harvest.findings += _missing_columns(sheet, layout, has_indicator=indicator is not None)
    if any(finding.code == "missing_column" for finding in harvest.findings):
        return harvest
    rows, lines = _rows(sheet, layout)
    if lines:
        harvest.findings.append(passed_over(sheet, lines))
    reader = _Reader(sheet, layout, rows, catalogue, indicators, indicator)
    harvest.findings += [finding for column in reader.numbers.values() for finding in column.findings]
    blank: list[str] = []
    for row in rows:
        reader.take(row, harvest, blank)
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
            figures = {"column": TITLE_BY_COLUMN[name], "row": layout.header + 1}
            yield Finding(Severity.ERROR, "missing_column", sheet.name, cell, None, figures)


def _rows(sheet: RawSheet, layout: Long) -> tuple[list[int], list[Position]]:
    """Return the rows that hold a record, and the lone cells of those that hold a remark."""
    rows: list[int] = []
    lines: list[Position] = []
    for row in layout.filled_rows(sheet):
        filled = [name for name, column in layout.columns.items() if sheet.text(row, column).strip()]
        if len(filled) == 1 and filled[0] not in {"year", *NUMBER_COLUMNS} and len(layout.columns) > 1:
            lines.append((row, layout.columns[filled[0]]))
        elif filled:
            rows.append(row)
    return rows, lines


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
        self.mark = DEMONSTRATION_MARK if mentions(titles_above(sheet, layout.header), DEMONSTRATION_MARK) else None
        places = {self._text(row, "district") for row in rows}
        is_by_province = any(place and catalogue.is_outside_place(place) for place in places)
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
        judged = judge(self._entry(row, meant))
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

    def _entry(self, row: int, meant: Mapping[str, Any]) -> Entry:
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
        )

    def _meaning(self, row: int, name: str) -> object:
        text = self._text(row, name)
        if name == "indicator" and not text.strip():
            return self.indicator or Problem("missing_field", {"column": TITLE_BY_COLUMN[name]})
        if name == "year" and not text.strip():
            return Problem("missing_field", {"column": TITLE_BY_COLUMN[name]})
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
