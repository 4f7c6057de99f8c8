"""One record as it was in one version of the store and as it is in another, and how both are written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import PurePath

import pandas as pd

from indicators.assessment import Target
from indicators.catalogue.definition import Definition
from indicators.exhibits.exhibit import Origin
from indicators.exhibits.phrases import short_period
from indicators.exhibits.words import Words
from indicators.labels import Text

DEFINITION = "definition"
NO_VALUE_SIGN = "…"


@dataclass(frozen=True)
class Difference:
    """A record that is new, changed or removed, with what it held before and after; None where it held nothing."""

    change: str
    measure: str
    indicator: str
    year: int | None
    period: str | None
    district: str | None
    sector: str | None
    document_date: dt.date | None
    document_date_before: dt.date | None
    value_before: float | None
    value_after: float | None
    value_to_before: float | None
    value_to_after: float | None
    operator_before: str | None
    operator_after: str | None
    numerator_before: float | None
    numerator_after: float | None
    denominator_before: float | None
    denominator_after: float | None
    quality_before: str | None
    quality_after: str | None
    document_before: str | None
    document_after: str | None
    note_before: str | None
    note_after: str | None
    definition_before: str | None
    definition_after: str | None
    upload_before: int | None
    upload: int | None
    file: str | None
    sheet: str | None
    cell: str | None

    @property
    def origin(self) -> str:
        """File › sheet › cell of the record; of a removed one, where it had come from."""
        return " › ".join(part for part in (PurePath(self.file or "").name, self.sheet, self.cell) if part)

    @property
    def link(self) -> Origin | None:
        """The cell it was read from."""
        return None if self.upload is None or not self.file else Origin(self.upload, self.sheet, self.cell)

    @property
    def was(self) -> Definition | None:
        """The definition it held before."""
        return None if self.definition_before is None else Definition.from_json(self.definition_before)

    @property
    def now(self) -> Definition | None:
        """The definition it holds after."""
        return None if self.definition_after is None else Definition.from_json(self.definition_after)


def difference_rows(frame: pd.DataFrame) -> tuple[Difference, ...]:
    """Return the rows of `queries.differences_between_versions` in their order; a blank is None."""
    names = [field.name for field in fields(Difference)]
    columns = [[None if cell is pd.NA or cell != cell else cell for cell in frame[name].tolist()] for name in names]
    return tuple(Difference(**dict(zip(names, cells, strict=True))) for cells in zip(*columns, strict=True))


def record_name(one: Difference, text: Text) -> str:
    """Return what kind of record it is and of when: thực hiện 2019, mục tiêu 2020, định nghĩa."""
    named = text(f"exhibit.record_{one.measure}")
    return named if one.year is None else f"{named} {short_period(one.year, one.period or 'Y', text)}"


def value_before(one: Difference, words: Words | None, text: Text) -> str:
    """Return the value it had, with its unit; empty where it was not there or is a definition."""
    if one.change == "new" or one.measure == DEFINITION:
        return ""
    return _value(one, one.value_before, one.value_to_before, one.operator_before, words, text)


def value_after(one: Difference, words: Words | None, text: Text) -> str:
    """Return the value it has, with its unit; empty where it is gone or is a definition."""
    if one.change == "removed" or one.measure == DEFINITION:
        return ""
    return _value(one, one.value_after, one.value_to_after, one.operator_after, words, text)


def further_changes(one: Difference, text: Text) -> Iterator[str]:
    """Yield what changed beside the value, each as a short clause: chất lượng: ước tính → chính thức."""
    if one.change != "changed":
        return
    pairs = {
        "quality": tuple(
            text(f"exhibit.quality_{quality or 'official'}") for quality in (one.quality_before, one.quality_after)
        ),
        "numerator": (text.figure(one.numerator_before), text.figure(one.numerator_after)),
        "denominator": (text.figure(one.denominator_before), text.figure(one.denominator_after)),
        "document": (one.document_before or "", one.document_after or ""),
        "document_date": (_day(one.document_date_before, text), _day(one.document_date, text)),
        "note": (one.note_before or "", one.note_after or ""),
    }
    for name, (before, after) in pairs.items():
        if before != after:
            yield from_to(text(f"exhibit.column_{name}"), before, after, text)


def from_to(what: str, before: str, after: str, text: Text) -> str:
    """Return one clause of what something was and is, a blank said as such."""
    blank = text("exhibit.blank")
    return text("exhibit.from_to", what=what, before=before or blank, after=after or blank)


def _value(
    one: Difference, value: float | None, value_to: float | None, operator: str | None, words: Words | None, text: Text
) -> str:
    if value is None:
        return text("exhibit.not_available", sign=NO_VALUE_SIGN)
    if words is None:
        # Nothing says what it counts: a record of an indicator that neither version defines.
        return text.figure(value)
    if one.measure == "target":
        return words.target(Target(one.year or 0, operator or "", value, value_to))
    return words.value(value)


def _day(day: dt.date | None, text: Text) -> str:
    return "" if day is None else text.date(day)
