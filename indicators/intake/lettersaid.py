"""What is said of a file's letters: those supposed, converted or mended, and the cells that the clerk wrote over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from indicators.intake.book import RawBook, RawSheet
from indicators.intake.finding import Finding, Severity
from indicators.intake.layout import Layout, NoTable
from indicators.intake.letters import needs_mending, tidy
from indicators.intake.lookup import Remembered


def about_letters(
    book: RawBook, sheets: Iterable[RawSheet], tables: Iterable[tuple[RawSheet, Layout]]
) -> Iterator[Finding]:
    """Say how the letters of some sheets of a file were read, and of those with a table what was mended."""
    if book.encoding is not None:
        yield Finding(Severity.WARNING, "encoding_supposed", figures={"encoding": book.encoding})
    for sheet in sheets:
        converted = [cell for cell in sheet.as_typed if cell not in sheet.mended]
        if converted:
            row, column = converted[0]
            figures = {"letters": str(sheet.letters), "count": len(converted), "typed": sheet.raw(row, column)}
            value = tidy(sheet.text(row, column))
            yield Finding(Severity.INFO, "letters_converted", sheet.name, sheet.address(row, column), value, figures)
    yield from _about_mends(sheets)
    read = {id(sheet) for sheet, layout in tables if not isinstance(layout, NoTable)}
    needs = Remembered(needs_mending)
    mended = [
        (sheet, cell, count)
        for sheet in sheets
        if id(sheet) in read
        for cell, text, count in sorted(sheet.marked_texts())
        if needs(text)
    ]
    if mended:
        sheet, cell, _ = mended[0]
        figures = {"count": sum(count for _, _, count in mended)}
        yield Finding(
            Severity.INFO, "letters_mended", sheet.name, sheet.address(*cell), tidy(sheet.text(*cell)), figures
        )


def _about_mends(sheets: Iterable[RawSheet]) -> Iterator[Finding]:
    """Say how many cells hold what the clerk put there."""
    for sheet in sheets:
        if sheet.mended:
            row, column = min(sheet.mended)
            figures = {"count": len(sheet.mended), "typed": sheet.raw(row, column)}
            value = tidy(sheet.text(row, column))
            yield Finding(Severity.INFO, "cells_mended", sheet.name, sheet.address(row, column), value, figures)
