"""What one click may answer to a finding: a name that was meant, a number, either of two places."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from indicators.catalogue import Catalogue
from indicators.intake.answer import About, Answer, Choice
from indicators.intake.book import RawSheet
from indicators.intake.finding import Finding, Fix, Said
from indicators.intake.mending import position_of

# Of these the fix is sure: another reading of the cell there is not.
SAFE_KINDS = frozenset({"number", "period", "measure", "quality", "id"})
# A name for the row of the whole that no city has too.
WHOLE_PROVINCE = "Toàn tỉnh"
# Without the cell of an operator there is nowhere to put one.
NEEDS_ITS_CELL = frozenset({"operator", "over_place", "kind", "direction"})


def with_choices(findings: Iterable[Finding], sheets: Iterable[RawSheet], catalogue: Catalogue) -> Iterator[Finding]:
    """Return the findings, each with the clicks that would answer it."""
    by_name = {sheet.name: sheet for sheet in sheets}
    for finding in findings:
        sheet = by_name.get(finding.sheet)
        if finding.choices or sheet is None or finding.cell is None:
            yield finding
            continue
        choices = tuple(_choices(finding, sheet, catalogue))
        yield dataclasses.replace(finding, choices=choices) if choices else finding


def _choices(finding: Finding, sheet: RawSheet, catalogue: Catalogue) -> Iterator[Choice]:
    at = position_of(sheet, finding.cell or "")
    typed = sheet.text(*at) if at is not None and at[0] < len(sheet.rows) else ""
    if finding.code == "city_or_province":
        yield from (_put(finding, typed, name) for name in _city_and_province(catalogue))
    elif finding.near:
        yield from (_put(finding, typed, Said(name, name)) for name in finding.near)
    elif finding.fix is not None and (typed or finding.fix.kind not in NEEDS_ITS_CELL):
        yield _fixed(finding, typed, finding.fix)


def _put(finding: Finding, typed: str, name: Said) -> Choice:
    said = Said.of("finding.choice_put", value=name)
    return Choice(said, (Answer(About.CELL, finding.sheet, finding.cell, name.name_vi, typed),))


def _city_and_province(catalogue: Catalogue) -> tuple[Said, Said]:
    bare = catalogue.province.name_vi.partition(" ")[2]
    city = next(one for one in catalogue.districts if one.name_vi.endswith(bare))
    return Said(city.name_vi, city.name_en), Said(WHOLE_PROVINCE, WHOLE_PROVINCE)


def _fixed(finding: Finding, typed: str, fix: Fix) -> Choice:
    about = About.NUMBER if fix.kind == "number" else About.CELL
    value = repr(fix.value) if fix.kind == "number" else str(fix.value)
    said = Said.of("finding.choice_put", value=fix.value)
    return Choice(said, (Answer(about, finding.sheet, finding.cell, value, typed),), is_safe=fix.kind in SAFE_KINDS)
