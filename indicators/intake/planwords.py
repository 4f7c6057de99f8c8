"""Titles that speak of a plan above figures that don't say whether they are one: asked, never taken as results."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from indicators.catalogue import without_marks
from indicators.catalogue.definition import Definition
from indicators.intake.answer import About, Answer, Choice
from indicators.intake.book import RawSheet
from indicators.intake.dates import Heading
from indicators.intake.finding import Finding, Said, Severity
from indicators.intake.lookup import names_of
from indicators.intake.wide import Titles

MEASURES_ANSWERED = {"actual": "finding.choice_actual", "target": "finding.choice_target"}
PLAN = re.compile(r"\b(?:ke hoach|muc tieu|du toan|chi tieu giao|targets?|plan(?:ned)?)\b|(?<![/\w])kh(?![\w-])")
# A plan that is carried out or cited, and bodies and programmes with the word in their names.
NO_PLAN = re.compile(
    r"\bthuc hien (?:\w+ ){0,3}?(?:ke hoach|muc tieu)\b|\bchuong trinh muc tieu\b|\bke hoach (?:va|&|-) dau tu\b"
    r"|\bke hoach (?:so )?\d+/"
)


def measure_answered(sheet: RawSheet, titles: Titles) -> str | None:
    """Return what the clerk said the figures under these titles are, actual or target; None where nothing."""
    cells = [*(sheet.address(*cell) for cell, _ in titles), None]
    said = (sheet.answers.value(About.MEASURE, sheet.name, cell) for cell in cells) if sheet.answers else ()
    return next((answer for answer in said if answer in MEASURES_ANSWERED), None)


def asked_of_heads(
    sheet: RawSheet, titles: Titles, headings: Iterable[Heading], definition: Definition | None
) -> Iterator[Finding]:
    """Ask whether a table of years under a plan's title holds plans, where no head of a column says."""
    heads = list(headings)
    if any(head.measure == "target" for head in heads):
        return
    unsaid = next((head for head in heads if not head.says_measure), None)
    if unsaid is not None:
        yield from _asked(sheet, titles, definition, Said.of("finding.way_heads", year=unsaid.year))


def asked_of_rows(sheet: RawSheet, titles: Titles, definition: Definition | None) -> Iterator[Finding]:
    """Ask the same of a table of records without a column for the measure."""
    yield from _asked(sheet, titles, definition, Said.of("finding.way_column"))


def _asked(sheet: RawSheet, titles: Titles, definition: Definition | None, way: Said) -> Iterator[Finding]:
    if measure_answered(sheet, titles) is not None:
        return
    named = [(sheet.address(*cell), title) for cell, title in titles]
    for cell, title in [*named, (None, sheet.name or "")]:
        if speaks_of_plan(title, definition):
            choices = tuple(
                Choice(Said.of(name), (Answer(About.MEASURE, sheet.name, cell, measure, title),))
                for measure, name in MEASURES_ANSWERED.items()
            )
            yield Finding(Severity.QUESTION, "plan_or_actual", sheet.name, cell, title, {"way": way}, choices=choices)
            return


def speaks_of_plan(title: str, definition: Definition | None) -> bool:
    """Whether a title says plan or target, beyond the indicator's own name."""
    words = without_marks(title)
    for name in () if definition is None else names_of(definition):
        words = words.replace(without_marks(name), " ")
    return PLAN.search(NO_PLAN.sub(" ", words)) is not None
