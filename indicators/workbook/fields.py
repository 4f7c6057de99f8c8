"""The columns of the template, and the words a cell of it may be chosen from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from indicators.catalogue import Catalogue, without_marks
from indicators.catalogue.definition import Definition
from indicators.labels import Text


@dataclass(frozen=True)
class Field:
    """A column: the field of a record it holds, the label of its title, its width in characters, what it takes."""

    name: str
    title: str
    width: int
    holds: str = "text"


# The unit has no title of its own in the titles' row: it is shown, not read.
UNIT = "unit"
FIELDS = (
    Field("indicator", "template.column_indicator", 58),
    Field(UNIT, "template.column_unit", 14, "shown"),
    Field("year", "template.column_year", 8, "year"),
    Field("period", "template.column_period", 18),
    Field("district", "template.column_district", 18),
    Field("sector", "template.column_sector", 26),
    Field("measure", "template.column_measure", 14),
    Field("value", "template.column_value", 15, "number"),
    Field("value_to", "template.column_value_to", 13, "number"),
    Field("operator", "template.column_operator", 14),
    Field("numerator", "template.column_numerator", 13, "number"),
    Field("denominator", "template.column_denominator", 13, "number"),
    Field("quality", "template.column_quality", 14),
    Field("document", "template.column_document", 26),
    Field("document_date", "template.column_document_date", 15, "date"),
    Field("note", "template.column_note", 34),
)
PLACE = {field.name: place for place, field in enumerate(FIELDS)}
REQUIRED = ("indicator", "year", "value")

MEASURES = {
    "actual": "template.measure_actual",
    "target": "template.measure_target",
    "baseline": "template.measure_baseline",
}
QUALITIES = {
    "official": "template.quality_official",
    "preliminary": "template.quality_preliminary",
    "estimate": "template.quality_estimate",
}
OPERATORS = {
    ">=": "template.operator_at_least",
    "<=": "template.operator_at_most",
    ">": "template.operator_above",
    "<": "template.operator_below",
    "=": "template.operator_equal",
    "range": "template.operator_range",
}
HALVES = {"H1": "template.period_first_half", "H2": "template.period_second_half"}
QUARTERS = ("I", "II", "III", "IV")
MONTHS = 12
# Baselines are of the year before the programme, and a new programme may begin before this one's figures are all in.
YEARS_BEFORE, YEARS_AFTER = 4, 1


@dataclass(frozen=True)
class Choices:
    """The words each column offers, by the code that a record holds for them; in the order they are offered."""

    indicator: Mapping[str, str]
    period: Mapping[str, str]
    district: Mapping[str | None, str]
    sector: Mapping[str | None, str]
    measure: Mapping[str, str]
    operator: Mapping[str, str]
    quality: Mapping[str, str]
    year: tuple[int, ...]

    def word(self, name: str, code: str | None) -> str:
        """Return the word that stands for a code; a code without one stands for itself."""
        words: Mapping[str | None, str] = getattr(self, name)
        return words.get(code, code or "")


def choices(definitions: Mapping[str, Definition], catalogue: Catalogue, text: Text, district: str | None) -> Choices:
    """Return everything that may be chosen; of one district only, where the template is made for it."""
    programme = catalogue.programme
    districts: dict[str | None, str] = {one.code: text.name(one) for one in catalogue.districts}
    return Choices(
        indicator=_names(definitions.values(), text),
        period=_periods(text),
        district={district: districts[district]}
        if district is not None
        else {None: text("template.whole_province"), **districts},
        sector={None: text("template.all_sectors"), **{one.id: text.name(one) for one in catalogue.sectors}},
        measure={code: text(key) for code, key in MEASURES.items()},
        operator={code: text(key) for code, key in OPERATORS.items()},
        quality={code: text(key) for code, key in QUALITIES.items()},
        year=tuple(range(programme.first_year - YEARS_BEFORE, programme.last_year + YEARS_AFTER + 1)),
    )


def _names(definitions: Iterable[Definition], text: Text) -> dict[str, str]:
    """Return each indicator's name, or its id where another indicator may be called the same."""
    known = list(definitions)
    called = Counter(
        words
        for one in known
        for words in {without_marks(name) for name in (one.id, one.name_vi, one.name_en, *one.aliases) if name}
    )
    return {one.id: text.name(one) if called[without_marks(text.name(one))] == 1 else one.id for one in known}


def _periods(text: Text) -> dict[str, str]:
    return {
        "Y": text("template.period_year"),
        **{code: text(key) for code, key in HALVES.items()},
        **{f"Q{n}": text("template.period_quarter", number=roman) for n, roman in enumerate(QUARTERS, start=1)},
        **{f"M{n:02}": text("template.period_month", number=n) for n in range(1, MONTHS + 1)},
    }
