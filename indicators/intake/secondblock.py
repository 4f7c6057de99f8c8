"""Where a second table begins among the lines of a first one: what follows must not be read as the first's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import numpy as np

from indicators.catalogue import without_marks
from indicators.catalogue.definition import Definition
from indicators.intake.band import TITLE, UNIT_LINE
from indicators.intake.book import RawSheet, is_blank
from indicators.intake.columns import Columns
from indicators.intake.dates import heading_from
from indicators.intake.finding import Finding, Severity
from indicators.intake.letters import has_words, slug, tidy
from indicators.intake.lookup import Indicators, names_of
from indicators.intake.vocabulary import DEFINITION_COLUMNS, RECORD_COLUMNS
from indicators.intake.wide import Titles

TITLES_OF_A_HEADER = 2
MOST_WORDS_REMEMBERED = 20_000


def blocks_not_read(
    sheet: RawSheet, rows: Iterable[int], indicators: Indicators, definition: Definition | None
) -> Iterator[Finding]:
    """Return an error for each of those rows, passed over between lines of figures, that begins something else.

    `definition` is what the lines are about, None where each line says so itself.
    """
    for row in rows:
        for column, cell in enumerate(sheet.rows[row]):
            if isinstance(cell, str) and begins_another(tidy(cell), indicators, definition):
                yield block_not_read(sheet, row, column)
                break


def block_not_read(sheet: RawSheet, row: int, column: int) -> Finding:
    """Return the error at the cell where a second table begins."""
    return Finding(
        Severity.ERROR, "block_not_read", sheet.name, sheet.address(row, column), tidy(sheet.text(row, column))
    )


def begins_another(text: str, indicators: Indicators, definition: Definition | None) -> bool:
    """Whether a line is the title of a table, a unit of its own, or the name of another indicator."""
    if TITLE.match(text) or UNIT_LINE.search(text):
        return True
    return definition is not None and definition not in indicators.in_titles([text]) and _names_one(text, indicators)


def named_otherwise(
    sheet: RawSheet, titles: Titles, indicators: Indicators, asked: Definition | None
) -> Iterator[Finding]:
    """Warn where a title names another indicator than the one that the sender chose."""
    if asked is None or any(asked in indicators.in_titles([title]) for _, title in titles):
        return
    for cell, title in titles:
        if _names_one(tidy(title), indicators):
            figures = {"asked": asked.id}
            yield Finding(Severity.WARNING, "indicator_in_title", sheet.name, sheet.address(*cell), title, figures)
            return


def _names_one(text: str, indicators: Indicators) -> bool:
    line = without_marks(text)
    names = (without_marks(name) for one in indicators.by_id.values() for name in names_of(one))
    # One word inside a line, such as the id "dn" in "Khối DN", is the name of a group as well.
    return any(line == name or (" " in name and has_words(line, name)) for name in names)


def rows_of_titles(columns: Columns, *, below: int) -> list[int]:
    """Return the rows below a header that hold titles of the template's columns and nothing else: a header again."""
    rows = np.arange(below + 1, len(columns))
    filled = np.zeros(len(rows), dtype=np.int32)
    # A column of few words rules nearly all rows out, and of longer ones only what is left is asked.
    for column in sorted(columns.columns, key=lambda column: len(column.different)):
        is_filled = ~column.are(is_blank, rows)
        is_title = column.are(lambda cell: isinstance(cell, str) and _is_title_of_a_column(cell), rows)
        may_be = ~is_filled | is_title
        rows, filled = rows[may_be], (filled + is_filled)[may_be]
    return [int(row) for row in rows[filled >= TITLES_OF_A_HEADER]]


@lru_cache(MOST_WORDS_REMEMBERED)
def _is_title_of_a_column(text: str) -> bool:
    word = slug(text)
    return word in RECORD_COLUMNS or word in DEFINITION_COLUMNS


def is_row_of_years(texts: Iterable[str]) -> bool:
    """Whether what stands where figures should is years: a head that comes again."""
    filled = [tidy(text) for text in texts if tidy(text)]
    return bool(filled) and all(heading_from(text) is not None for text in filled)
