"""One row of the long layout on its own: what its cells mean, and everything that is to be said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from indicators.catalogue import DEMONSTRATION_MARK, Catalogue
from indicators.catalogue.definition import Definition
from indicators.intake.book import RawSheet, text_of
from indicators.intake.columns import Columns
from indicators.intake.draft import Draft
from indicators.intake.finding import Finding, Problem, Severity
from indicators.intake.harvest import Harvest, with_mark
from indicators.intake.layout import Long
from indicators.intake.letters import tidy
from indicators.intake.lookup import (
    Indicators,
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
from indicators.intake.numbercolumn import NumberColumn, read_column
from indicators.intake.numbers import Meaning
from indicators.intake.planwords import measure_answered
from indicators.intake.record import Entry, judge
from indicators.intake.units import conversion, own_unit, unit_answered
from indicators.intake.wide import mentions, titles_above, unit_named

NUMBER_COLUMNS = ("value", "value_to", "numerator", "denominator")


class RowReader:
    """The columns of one sheet and what their words mean, remembered from row to row."""

    def __init__(
        self,
        sheet: RawSheet,
        layout: Long,
        columns: Columns,
        rows: np.ndarray,
        catalogue: Catalogue,
        indicators: Indicators,
        indicator: Definition | None,
    ) -> None:
        self.sheet, self.layout, self.indicator = sheet, layout, indicator
        self.numbers: Mapping[str, NumberColumn] = {
            name: read_column(sheet, layout.columns[name], columns.columns[layout.columns[name]], rows)
            for name in NUMBER_COLUMNS
            if name in layout.columns
        }
        titles = titles_above(sheet, layout.header)
        self.mark = DEMONSTRATION_MARK if mentions(titles, DEMONSTRATION_MARK) else None
        self.catalogue = catalogue
        self.unit_of_titles = unit_answered(sheet, layout.head_cell) or unit_named(titles, catalogue)
        self.measure = measure_answered(sheet, titles)
        self.units_said: set[tuple[str, str, str]] = set()
        self.blank: list[int] = []
        self.of_another: list[tuple[str, str]] = []
        self.columns = {name: columns.columns[at] for name, at in layout.columns.items()}
        is_by_province = lists_provinces(self.texts("district", rows), catalogue)
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

    def take(self, row: int, harvest: Harvest) -> Draft | None:
        """Return the record of one row where it may stand; what is wrong with it goes into the harvest."""
        meant: dict[str, Any] = {name: self.meaning(name, self._text(row, name)) for name in self.looks}
        faults = [
            meaning.at(sheet=self.sheet.name, cell=self.address(row, name), value=tidy(self._text(row, name)) or None)
            for name, meaning in meant.items()
            if isinstance(meaning, Problem)
        ]
        faults += self._uncomputed(row)
        if faults or meant["indicator"] is None:
            harvest.findings += faults
            return None
        if self.indicator is not None and meant["indicator"].id != self.indicator.id:
            self.of_another.append((self.address(row, "indicator"), meant["indicator"].id))
        factor = self._factor(row, meant["indicator"], harvest)
        if factor is None:
            return None
        judged = judge(self._entry(row, meant, factor))
        harvest.findings += judged.findings
        if judged.is_blank:
            self.blank.append(row)
        elif judged.draft is not None and self.sheet.formulas and self._formula_cells(row):
            harvest.formulas.append(judged.draft.cell or "")
        return judged.draft

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
        cell, typed = self.address(row, "unit"), self.unit(self._text(row, "unit"))
        if self.unit_of_titles is not None and not tidy(self._text(row, "unit")):
            cell = self.sheet.address(*self.unit_of_titles[0])
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

    def unit(self, text: str) -> str:
        """Return the unit that a row's own text names, or else the titles."""
        titles = "" if self.unit_of_titles is None else self.unit_of_titles[1]
        return tidy(text) or titles

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
            operator_cell=self.address(row, "operator") if meant["operator"] else None,
            quality=meant["quality"],
            document=tidy(self._text(row, "document")) or None,
            document_date=meant["document_date"],
            note=with_mark(note, self.mark),
            factor=factor,
        )

    def meaning(self, name: str, text: str) -> object:
        """Return what the text of one field means."""
        if name == "indicator" and not text.strip():
            return self.indicator or Problem("missing_field", {"column": column_named(name)})
        if name == "measure" and not text.strip() and self.measure is not None:
            return self.measure
        if name == "year" and not text.strip():
            return Problem("missing_field", {"column": column_named(name)})
        return self.looks[name](text)

    def texts(self, name: str, rows: np.ndarray) -> set[str]:
        """Return the different texts of one field in some rows."""
        if name not in self.columns:
            return {""} if len(rows) else set()
        column = self.columns[name]
        return {text_of(column.different[code]) for code in np.flatnonzero(column.used(rows)).tolist()}

    def _text(self, row: int, name: str) -> str:
        column = self.layout.columns.get(name)
        return "" if column is None else self.sheet.text(row, column)

    def address(self, row: int, name: str) -> str:
        """Return the address of one field."""
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
