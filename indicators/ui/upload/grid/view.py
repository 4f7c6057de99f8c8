"""What the grid is told: one window of rows with each cell's text, role and findings. Plain values, ready for JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from indicators.intake import Finding, RawSheet, Recognised, Role, Severity, position_of
from indicators.labels import Text
from indicators.palette import contrast, mix, palette
from indicators.ui.upload.draft import Look
from indicators.ui.upload.work import Checked

ROWS_SENT = 60
MOST_COLUMNS_SENT = 60
ROWS_ABOVE_THE_CHOSEN = 8
LONGEST_TEXT = 400
MOST_FINDINGS_OF_A_CELL = 4
# Worst first: a cell looks like the worst that is said of it.
Position = tuple[int, int]
READ = frozenset({Role.HEAD, Role.YEAR, Role.LABEL, Role.FIGURE, Role.TOTAL})
ORDER = tuple(Severity)
INKS = ("#10191D", "#FFFFFF")


def first_row_for(sheet: RawSheet, cell: str | None, first_row: int) -> int:
    """Return the first row to show (from 0) so that a cell is in the window; as it was where it is already."""
    at = None if cell is None else position_of(sheet, cell)
    if at is None or first_row <= at[0] < first_row + ROWS_SENT:
        return first_row
    return max(0, at[0] - ROWS_ABOVE_THE_CHOSEN)


def data_of(
    known: Checked, look: Look, *, words: Text, theme: str, is_editable: bool, tells: bool
) -> dict[str, object]:
    """Return what the grid shows of one sheet.

    `is_editable`: cells may be mended; `tells`: choosing a cell is told to the page.
    """
    sheet = known.sheet(look.sheet)
    typed = known.typed_sheet(sheet)
    tables = [table for table in known.report.tables if table.sheet == sheet.name]
    total = max(len(sheet.rows), 1)
    first = min(look.first_row, max(0, total - 1))
    chosen = None if look.cell is None else position_of(sheet, look.cell)
    rows = range(first, min(len(sheet.rows), first + ROWS_SENT))
    left = 0 if chosen is None or chosen[1] < MOST_COLUMNS_SENT else chosen[1] - MOST_COLUMNS_SENT // 2
    merged = {(top, start): end for top, start, _, end in sheet.merged}
    columns = range(left, min(max(sheet.width, 1), left + MOST_COLUMNS_SENT))
    return {
        "sheet": sheet.name,
        "look": look.turn,
        "label": words("upload.grid_label", sheet=sheet.name or known.report.file),
        "is_columnar": sheet.column_names is not None,
        "editable": is_editable,
        "tells": tells,
        "total": len(sheet.rows),
        "first": first,
        "page": ROWS_SENT,
        "first_column": left,
        "columns": [_letter(sheet, column) for column in columns],
        "rows": [
            {"at": row, "name": str(row if sheet.column_names is not None else row + 1),
             "cells": _cells(known, sheet, typed, tables, row, columns, words, merged)}
            for row in rows
        ],
        "chosen": None if chosen is None or chosen[0] not in rows else list(chosen),
        "colours": colours(theme),
        "words": {
            "edit": words("upload.grid_edit"),
            "blank": words("upload.grid_blank"),
            "former": words("upload.grid_former"),
            "row": words("upload.grid_row"),
            "before": words("upload.grid_before"),
            "after": words("upload.grid_after"),
            "where": words(
                "upload.grid_where",
                first=words.number(first + 1), last=words.number(first + len(rows)), total=words.number(total),
            ),
        },
    }  # fmt: skip


def _letter(sheet: RawSheet, column: int) -> str:
    name = sheet.address(0, column)
    return name if sheet.column_names is not None else name[:-1]


def _cells(
    known: Checked,
    sheet: RawSheet,
    typed: RawSheet,
    tables: Sequence[Recognised],
    row: int,
    columns: range,
    words: Text,
    merged: Mapping[Position, int],
) -> list[list[object]]:
    made: list[list[object]] = []
    skipped = 0
    for column in columns:
        if skipped:
            skipped -= 1
            continue
        role = _role(tables, row, column)
        text = sheet.text(row, column)[:LONGEST_TEXT]
        span = _span(sheet, row, column, role, columns, merged)
        skipped = span - 1
        former = typed.text(row, column) if (row, column) in sheet.mended and row < len(typed.rows) else None
        if (row, column) in sheet.mended and former is None:
            former = ""
        found = known.at_cells.get((sheet.name, sheet.address(row, column)), ())
        made.append([column, text, role, span, _told(found, words), former])
    return made


def _role(tables: Iterable[Recognised], row: int, column: int) -> str:
    roles = [table.roles[row, column] for table in tables if (row, column) in table.roles]
    # One table passes over what another one reads.
    read = [role for role in roles if role is not Role.NOT_READ]
    return str(read[0] if read else roles[0] if roles else "")


def _span(sheet: RawSheet, row: int, column: int, role: str, columns: range, merged: Mapping[Position, int]) -> int:
    """Return over how many columns a cell is shown: merged ones, and words over the blank cells beside them."""
    if (row, column) in merged:
        return min(merged[row, column], columns[-1]) - column + 1
    if role in READ or not sheet.text(row, column).strip():
        return 1
    span = 1
    while column + span in columns and not sheet.text(row, column + span).strip():
        span += 1
    # A remark below a table lies over the whole row; in a row of several cells each keeps its place.
    is_last = column + span > columns[-1]
    return span if role in (Role.TITLE, Role.UNIT) or is_last else 1


def _told(found: Iterable[Finding], words: Text) -> list[list[str]] | None:
    ordered = sorted(found, key=lambda finding: ORDER.index(finding.severity))[:MOST_FINDINGS_OF_A_CELL]
    return [[str(finding.severity), finding.sentence(words)] for finding in ordered] or None


def colours(theme: str) -> Mapping[str, str]:
    """Return the colours of roles and findings in a theme, all of the palette."""
    known = palette(theme)
    strong = {
        "error": known.mark("missed").fill,
        "question": known.mark("slow").fill,
        "warning": known.mark("at_risk").fill,
        "mended": known.mark("achieved").fill,
    }
    made = dict(strong)
    made |= {f"{name}-tint": mix(fill, known.raised, 0.16) for name, fill in strong.items()}
    made |= {f"on-{name}": max(INKS, key=lambda ink: contrast(ink, fill)) for name, fill in strong.items()}
    made |= {"error-ink": known.mark("missed").ink, "question-ink": known.mark("slow").ink}
    return made | {f"role-{role}": colour for role, colour in roles(theme).items()}


def roles(theme: str) -> Mapping[str, str]:
    """Return the ground of each role's cells; what is not read has a pattern instead."""
    known = palette(theme)
    share = 0.22 if theme == "light" else 0.34
    pale = 0.12 if theme == "light" else 0.22
    return {
        Role.TITLE: mix(known.boundary, known.raised, share),
        Role.UNIT: mix(known.mark("achieved_then_lost").fill, known.raised, share),
        Role.HEAD: mix(known.accent, known.raised, share),
        Role.YEAR: mix(known.accent, known.raised, share + 0.14),
        Role.LABEL: mix(known.mark("on_track").fill, known.raised, share),
        Role.FIGURE: mix(known.mark("just_started").fill, known.raised, share),
        Role.TOTAL: mix(known.quiet, known.raised, pale),
    }
