"""One record's figures: what the cells of one value say together, and whether they may stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from indicators.catalogue.definition import Definition, Direction, Kind
from indicators.intake.dates import FIRST_YEAR, date_from
from indicators.intake.draft import Draft
from indicators.intake.finding import Finding, Fix, Problem, Severity
from indicators.intake.letters import slug
from indicators.intake.numbers import Meaning, Proof, Style, Written, number_meant
from indicators.intake.vocabulary import NO, YES

PARTS_OF_A_RATIO = frozenset({"numerator", "denominator"})
ROUNDING_SLACK = 1e-9
AGAINST = {Direction.UP: frozenset({"<=", "<"}), Direction.DOWN: frozenset({">=", ">"})}
DEFAULT_OPERATOR = {Direction.UP: ">=", Direction.DOWN: "<="}


@dataclass(frozen=True, slots=True)
class NumberCell:
    """A cell for a number: its address, its text, what it says; `style` is its column's, `raw` its own letters."""

    cell: str
    typed: str
    written: Written
    style: Style | None = None
    raw: str = ""

    @property
    def number(self) -> float | None:
        """The number it says, None for a sign such as "…" or for what can't be read."""
        if self.written.meaning not in (Meaning.NUMBER, Meaning.NIL):
            return None
        return self.written.number(self.style)

    @property
    def is_open(self) -> bool:
        """Whether its column leaves open what it means."""
        return self.written.proof is Proof.AMBIGUOUS and self.style is None

    @property
    def decimals(self) -> int:
        """How many decimals were typed."""
        if self.written.value is not None:
            return max(0, -int(Decimal(repr(self.written.value)).normalize().as_tuple().exponent))
        if self.written.proof is Proof.AMBIGUOUS:
            return 3 if (self.style is Style.COMMA) == ("," in self.written.digits) else 0
        return self.written.decimals


ABSENT = NumberCell("", "", Written(Meaning.BLANK))


@dataclass(frozen=True, slots=True)
class Entry:
    """Everything known about one record before its figures are judged; `factor` makes them the definition's unit."""

    definition: Definition
    sheet: str | None
    measure: str
    year: int
    period: str
    district: str | None
    sector: str | None
    numbers: Mapping[str, NumberCell]
    operator: str | None = None
    operator_cell: str | None = None
    quality: str = "official"
    document: str | None = None
    document_date: dt.date | None = None
    note: str | None = None
    factor: float = 1.0

    def cell(self, name: str) -> NumberCell:
        """Return one of the number cells, an absent one as blank."""
        return self.numbers.get(name, ABSENT)


@dataclass(slots=True)
class Judged:
    """What became of an entry: a draft where it may stand, and what is to be said."""

    draft: Draft | None = None
    findings: list[Finding] = field(default_factory=list)
    is_blank: bool = False


def judge(entry: Entry) -> Judged:
    """Return the record an entry makes: none for a blank or for a number that can't be read or is out of bounds."""
    cells = {name: entry.cell(name) for name in ("value", "value_to", "numerator", "denominator")}
    if all(cell.written.meaning is Meaning.BLANK for cell in cells.values()):
        return Judged(is_blank=True)
    if cells["value"].written.meaning is Meaning.WITHDRAWN:
        return Judged(_draft(entry, cells["value"], withdraw=True))
    findings = [finding for name, cell in cells.items() for finding in _unreadable(entry, name, cell)]
    if findings or any(cell.is_open for cell in cells.values()):
        return Judged(findings=findings)
    draft = _draft(entry, _main_cell(cells))
    draft.value = converted(_number(entry, cells["value"]), entry.factor)
    findings += _ratio(entry, cells, draft)
    findings += _target(entry, cells, draft)
    if not any(finding.blocks for finding in findings):
        findings += _missing(entry, cells) or _limits(entry, cells, draft)
    return Judged(None if any(finding.blocks for finding in findings) else draft, findings)


def _draft(entry: Entry, main: NumberCell, *, withdraw: bool = False) -> Draft:
    return Draft(
        measure=entry.measure,
        indicator=entry.definition.id,
        year=entry.year,
        period=entry.period,
        district=entry.district,
        sector=entry.sector,
        document_date=entry.document_date,
        quality=main.written.quality or entry.quality,
        document=entry.document,
        note=entry.note,
        raw=main.raw,
        sheet=entry.sheet,
        cell=main.cell,
        withdraw=withdraw,
    )


def _main_cell(cells: Mapping[str, NumberCell]) -> NumberCell:
    return next(cell for cell in cells.values() if cell.written.meaning is not Meaning.BLANK)


def _say(entry: Entry, cell: NumberCell, problem: Problem) -> Finding:
    return problem.at(sheet=entry.sheet, cell=cell.cell, value=cell.typed or None)


def _number(entry: Entry, cell: NumberCell) -> float | None:
    word = _yes_or_no(entry, cell)
    return cell.number if word is None else word


def _yes_or_no(entry: Entry, cell: NumberCell) -> float | None:
    if entry.definition.kind is not Kind.YES_NO or cell.written.meaning is not Meaning.UNREADABLE:
        return None
    word = slug(cell.typed)
    if word in YES or date_from(cell.typed) is not None:
        return 1.0
    return 0.0 if word in NO else None


def _unreadable(entry: Entry, name: str, cell: NumberCell) -> Iterator[Finding]:
    written = cell.written
    if written.meaning is Meaning.WITHDRAWN:
        yield _say(entry, cell, Problem("withdrawal_misplaced"))
    elif written.meaning is Meaning.UNREADABLE and _yes_or_no(entry, cell) is None:
        meant = number_meant(cell.typed)
        yield _say(entry, cell, Problem("not_a_number", fix=None if meant is None else Fix("number", meant)))
    elif written.is_percent and (name in PARTS_OF_A_RATIO or not is_percentage(entry.definition)):
        yield _say(entry, cell, Problem("percent_sign"))


def converted(number: float | None, factor: float) -> float | None:
    """Return a number in the definition's unit."""
    # In decimals: 4.35 times 100 is 435 and not 434.99999999999994.
    return number if number is None or factor == 1.0 else float(Decimal(repr(number)) * Decimal(repr(factor)))


def is_percentage(definition: Definition) -> bool:
    """Whether the indicator counts in per cent, so that a ratio is its quotient times 100."""
    return definition.unit.strip().startswith("%")


def _ratio(entry: Entry, cells: Mapping[str, NumberCell], draft: Draft) -> Iterator[Finding]:
    value, above, below = cells["value"], cells["numerator"], cells["denominator"]
    if above.written.meaning is Meaning.BLANK and below.written.meaning is Meaning.BLANK:
        return
    if entry.definition.kind is not Kind.RATIO:
        stray = above if above.written.meaning is not Meaning.BLANK else below
        yield _say(entry, stray, Problem("only_for_ratios", severity=Severity.WARNING))
        return
    if below.written.meaning is Meaning.BLANK:
        yield _say(entry, above, Problem("numerator_without_denominator"))
    elif above.written.meaning is Meaning.BLANK:
        yield _say(entry, below, Problem("denominator_without_numerator"))
    elif below.number == 0:
        yield _say(entry, below, Problem("denominator_zero"))
    else:
        draft.numerator, draft.denominator = above.number, below.number
        yield from _quotient(entry, value, draft)


def _quotient(entry: Entry, value: NumberCell, draft: Draft) -> Iterator[Finding]:
    if draft.numerator is None or draft.denominator is None:
        return
    quotient = draft.numerator * (100 if is_percentage(entry.definition) else 1) / draft.denominator
    given = converted(value.number, entry.factor)
    if given is not None and abs(given - quotient) > 0.5 * entry.factor * 10.0**-value.decimals + ROUNDING_SLACK:
        figures = {"quotient": round(quotient, value.decimals + 2), "given": given}
        yield _say(entry, value, Problem("ratio_differs", figures, Fix("number", quotient), Severity.WARNING))
    draft.value = quotient


def _target(entry: Entry, cells: Mapping[str, NumberCell], draft: Draft) -> Iterator[Finding]:
    value, upper = cells["value"], cells["value_to"]
    has_upper = upper.written.meaning is not Meaning.BLANK
    if entry.measure != "target":
        if entry.operator or has_upper:
            cell = upper if has_upper else NumberCell(entry.operator_cell or "", entry.operator or "", value.written)
            yield _say(entry, cell, Problem("only_for_targets", severity=Severity.WARNING))
        return
    direction = entry.definition.direction
    asked = NumberCell(entry.operator_cell or value.cell, entry.operator or "", value.written)
    operator = entry.operator or DEFAULT_OPERATOR.get(direction)
    if operator != "range" and direction is Direction.BAND:
        yield _say(entry, asked, Problem("band_needs_range", fix=Fix("operator", "range")))
    elif operator in AGAINST.get(direction, ()):
        fix = Fix("operator", DEFAULT_OPERATOR[direction])
        yield _say(entry, asked, Problem("operator_against_direction", {"operator": operator or ""}, fix))
    elif operator == "range" and not has_upper:
        yield _say(entry, asked, Problem("range_without_end"))
    elif operator != "range" and has_upper:
        yield _say(entry, upper, Problem("end_without_range", fix=Fix("operator", "range")))
    draft.operator = operator
    draft.value_to = converted(upper.number, entry.factor)
    if draft.value is not None and draft.value_to is not None and draft.value > draft.value_to:
        figures = {"low": draft.value, "high": draft.value_to}
        yield _say(entry, upper, Problem("range_reversed", figures))


def _missing(entry: Entry, cells: Mapping[str, NumberCell]) -> list[Finding]:
    if any(cells[name].written.meaning is not Meaning.BLANK for name in ("value", "numerator")):
        return []
    return [_say(entry, _main_cell(cells), Problem("missing_value"))]


def _limits(entry: Entry, cells: Mapping[str, NumberCell], draft: Draft) -> list[Finding]:
    return [finding for name in ("value", "value_to") for finding in _limit(entry, cells, draft, name)]


def _limit(entry: Entry, cells: Mapping[str, NumberCell], draft: Draft, name: str) -> Iterator[Finding]:
    definition, number = entry.definition, getattr(draft, name)
    if number is None:
        return
    cell = cells[name] if cells[name].cell else _main_cell(cells)
    unit = {"unit": definition.unit, "number": number}
    if definition.min is not None and number < definition.min:
        yield _say(entry, cell, Problem("below_minimum", {**unit, "limit": definition.min}))
    elif definition.max is not None and number > definition.max:
        yield _say(entry, cell, Problem("above_maximum", {**unit, "limit": definition.max}))
    elif definition.kind is Kind.YES_NO and not _may_be_yes_or_no(entry, number):
        yield _say(entry, cell, Problem("not_yes_or_no"))
    elif definition.kind is Kind.YES_NO and (done := date_from(cell.typed)) is not None and done.year > entry.year:
        yield _say(entry, cell, Problem("done_after_year", {"year": entry.year}))


def _may_be_yes_or_no(entry: Entry, number: float) -> bool:
    # The province may report how many of its districts are done.
    is_count = entry.district is None and entry.sector is None
    # A year is no count of districts.
    return number in (0.0, 1.0) or (is_count and 0 <= number < FIRST_YEAR and number == int(number))
