"""What stands in a table of places and years and is not read: columns, rows, whole heads."""

from __future__ import annotations

from collections.abc import Iterator

from indicators.catalogue import without_marks
from indicators.intake.beside import DERIVED
from indicators.intake.book import RawSheet
from indicators.intake.dates import FIRST_YEAR, LAST_YEAR
from indicators.intake.finding import Finding, Severity
from indicators.intake.letters import tidy
from indicators.intake.numbers import Meaning, understand
from indicators.intake.wide import Wide, head_text


def not_read(sheet: RawSheet, layout: Wide) -> Iterator[Finding]:
    """Yield what is to be said of the cells that are not read."""
    for cell in layout.unread_heads:
        yield Finding(Severity.WARNING, "unread_table", sheet.name, sheet.address(*cell), tidy(sheet.text(*cell)))
    for cell in layout.unlabelled:
        figure = tidy(sheet.text(*cell))
        yield Finding(Severity.ERROR, "figures_without_label", sheet.name, sheet.address(*cell), figure)
    for cell in layout.unread_years:
        label, at = tidy(sheet.text(*cell)), sheet.address(*cell)
        if DERIVED.search(without_marks(label)):
            yield Finding(Severity.WARNING, "row_not_read", sheet.name, at, label)
        else:
            figures = {"first": FIRST_YEAR, "last": LAST_YEAR}
            yield Finding(Severity.ERROR, "bad_year", sheet.name, at, label, figures)
    for column in layout.other_columns:
        title = head_text(sheet, layout.head_rows, column) if layout.head_rows else ""
        title = title or tidy(sheet.text(layout.header, column))
        at = sheet.address(layout.header, column)
        if title:
            yield Finding(Severity.WARNING, "unknown_column", sheet.name, at, title, {"offer": ""})
            continue
        below = [understand(sheet.text(line.position, column)).meaning for line in layout.lines]
        if any(meaning is Meaning.NUMBER for meaning in below):
            yield Finding(Severity.ERROR, "unnamed_column", sheet.name, at)
        elif any(meaning is not Meaning.BLANK for meaning in below):
            yield Finding(Severity.WARNING, "unnamed_column", sheet.name, at)
