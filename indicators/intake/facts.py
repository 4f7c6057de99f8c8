"""What a file says of the cells of a sheet beside their values, where its reader gives only these."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from indicators.intake.book import Position, Range, RawSheet


@dataclass
class Facts:
    """Percentages, formulas, errors with their text (#N/A), spans, and what is hidden."""

    percents: set[Position] = field(default_factory=set)
    formulas: set[Position] = field(default_factory=set)
    errors: dict[Position, str] = field(default_factory=dict)
    merged: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


def with_facts(sheet: RawSheet, facts: Facts, *, most_merged: int) -> RawSheet:
    """Return the sheet with what is known of its cells; an error stands as its text and is no blank."""
    rows = [list(cells) for cells in sheet.rows]
    for (row, column), shown in facts.errors.items():
        rows.extend([] for _ in range(row + 1 - len(rows)))
        rows[row].extend([None] * (column + 1 - len(rows[row])))
        rows[row][column] = shown
    merged = tuple(facts.merged) or sheet.merged
    return replace(
        sheet,
        rows=rows,
        percents=frozenset(facts.percents),
        formulas=frozenset(facts.formulas),
        merged=merged if len(merged) <= most_merged else (),
        hidden_rows=frozenset(facts.hidden_rows),
        hidden_columns=frozenset(facts.hidden_columns),
    )
