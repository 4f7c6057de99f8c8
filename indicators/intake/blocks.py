"""The tables of a sheet one below the other, each with its own titles, head and lines."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator

from openpyxl.utils import column_index_from_string

from indicators.catalogue import Catalogue
from indicators.intake.answer import About
from indicators.intake.band import UNIT_LINE, Band, Part, band_at, columns_answered, groups_of
from indicators.intake.beside import Block, is_derived, parts_of
from indicators.intake.book import Position, RawSheet, is_blank
from indicators.intake.letters import slug, tidy
from indicators.intake.numbers import Meaning, understand
from indicators.intake.secondlabel import of_both, second_labels
from indicators.intake.wide import (
    UNIT_TITLES,
    Axis,
    Titles,
    Wide,
    are_places,
    axis_of,
    first_figure,
    head_text,
    is_numbering,
    known,
    lines_of,
    recognised,
    unit_alone,
    unit_named,
    years_down,
)

HEADER_ROWS_LOOKED_AT = 40
LETTERS = re.compile(r"[A-Z]{1,3}")
REMARK = re.compile(r"\s*(?:nguồn|ghi chú|chú thích|source|note)\b|\s*\(?\*+\)?", re.IGNORECASE)
Recognise = Callable[[list[Position]], Axis | None]


def recognise_wide(sheet: RawSheet, catalogue: Catalogue) -> tuple[Wide, ...]:
    """Return the tables of places and years on a sheet, none where there is none."""

    def axis_for(cells: list[Position]) -> Axis | None:
        return axis_of(sheet, cells, catalogue) if are_places(sheet, cells, catalogue) else None

    def score(cells: list[Position]) -> int:
        return recognised(sheet, cells, catalogue)

    found = tables(sheet, catalogue, axis_for, score)
    if found:
        return found
    rows = range(min(HEADER_ROWS_LOOKED_AT, len(sheet.rows)))
    down = next((table for row in rows if (table := years_down(sheet, row, catalogue)) is not None), None)
    return () if down is None else (down,)


def tables(
    sheet: RawSheet, catalogue: Catalogue, axis_for: Recognise, score: Callable[[list[Position]], int]
) -> tuple[Wide, ...]:
    """Return the tables whose lines `axis_for` knows the kind of; `score` counts the labels known in a column."""
    for least in (2, 1):
        found: list[Wide] = []
        unread: list[Position] = []
        for block in _blocks(sheet, least, catalogue):
            for part in parts_of(sheet, block, axis_for):
                read = list(_of_block(sheet, part, catalogue, axis_for, score))
                found += read
                if not read:
                    unread.append((part.row, part.band.heads[0].column))
        if found:
            found[0] = dataclasses.replace(found[0], unread_heads=tuple(unread))
            unit = unit_named(found[0].titles, catalogue)
            many = len(found) > 1
            return tuple(
                dataclasses.replace(table, is_one_of_many=many, unit_above=unit if many else None) for table in found
            )
    return ()


def _blocks(sheet: RawSheet, least: int, catalogue: Catalogue) -> Iterator[Block]:
    bands = _bands(sheet, least, catalogue)
    start = 0
    for at, (row, band) in enumerate(bands):
        end = _titles_start(sheet, band, bands[at + 1][1].top) if at + 1 < len(bands) else len(sheet.rows)
        titles = _titles(sheet, range(start, band.top))
        yield Block(row, band, range(band.end + 1, end), titles, left=0, right=sheet.width)
        start = end


def _bands(sheet: RawSheet, least: int, catalogue: Catalogue) -> list[tuple[int, Band]]:
    """Return the heads of a sheet from the top; a line of figures that look like years is none."""
    found: list[tuple[int, Band]] = []
    for row, cells in enumerate(sheet.rows):
        if found and row <= found[-1][1].end:
            continue
        if not found and row >= HEADER_ROWS_LOOKED_AT:
            break
        if least == 1 and found:
            break
        if not any(_may_be_year(cell) for cell in cells) and not columns_answered(sheet, row):
            continue
        band = band_at(sheet, row, least, lambda text: unit_alone(text, catalogue) is not None)
        if band is None:
            continue
        labels = [column for column in range(band.heads[0].column) if known(sheet.text(row, column), catalogue)]
        if not labels:
            found.append((row, band))
    return found


def _may_be_year(cell: object) -> bool:
    if isinstance(cell, str):
        return "19" in cell or "20" in cell or "18" in cell or "21" in cell
    return isinstance(cell, int | float) and 1800 <= cell < 2200


def _titles_start(sheet: RawSheet, band: Band, next_top: int) -> int:
    """Return where the titles of the next table begin: behind the last line of this one and its remarks."""
    start = next_top
    while start - 1 > band.end and not _is_line(sheet, band, start - 1):
        start -= 1
    while start < next_top and _is_remark(sheet, start):
        start += 1
    return start


def _is_line(sheet: RawSheet, band: Band, row: int) -> bool:
    texts = (tidy(sheet.text(row, head.column)) for head in band.heads)
    return any(text and (text[0].isdigit() or understand(text).meaning is not Meaning.UNREADABLE) for text in texts)


def _is_remark(sheet: RawSheet, row: int) -> bool:
    first = next((tidy(sheet.text(row, at)) for at, cell in enumerate(sheet.rows[row]) if not is_blank(cell)), "")
    return not first or REMARK.match(first) is not None


def _titles(sheet: RawSheet, rows: range) -> Titles:
    return tuple(
        ((row, column), tidy(sheet.text(row, column)))
        for row in rows
        for column, cell in enumerate(sheet.rows[row])
        if not is_blank(cell)
    )


def _of_block(
    sheet: RawSheet,
    block: Block,
    catalogue: Catalogue,
    axis_for: Recognise,
    score: Callable[[list[Position]], int],
) -> Iterator[Wide]:
    first = block.band.heads[0].column
    below = [row for row in block.lines if not sheet.is_blank_row(row)]
    candidates = [[(row, column) for row in below] for column in range(block.left, first)]
    labels = max(candidates, key=score, default=[])
    axis = axis_for(labels) if labels else None
    if (asked := _labels_answered(sheet, block)) is not None and asked < first:
        labels = candidates[asked]
        axis = axis_for(labels) or Axis.DISTRICT
    if axis is None:
        return
    label_column = labels[0][1]
    head_rows = range(block.band.top, block.band.bottom + 1)
    not_asked = (column for column, heading in columns_answered(sheet, block.row).items() if heading is None)
    known_columns = {label_column, *(head.column for head in block.band.heads), *not_asked}
    others = [
        column
        for column in range(block.left, block.right)
        if column not in known_columns and not is_numbering(sheet, head_rows, column, below)
    ]
    unit_column = next((at for at in others if slug(head_text(sheet, head_rows, at)) in UNIT_TITLES), None)
    groups = list(groups_of(block.band.heads))
    derived = [head.column for about, heads in groups if is_derived(about) for head in heads]
    plain = [(about, heads) for about, heads in groups if not about]
    # Beside plans and results only: beside other words they may be what those are not.
    if derived and len(plain) + sum(is_derived(about) for about, _ in groups) == len(groups) and plain:
        groups, others = plain, [*others, *derived]
    second = second_labels(sheet, candidates, labels, axis, axis_for)
    lines = tuple(lines_of(sheet, labels, axis, catalogue, by_row=True))
    if second is not None:
        lines = tuple(of_both(sheet, lines, labels, second, catalogue))
        others = [column for column in others if column != second.column]
    columns = [head.column for head in block.band.heads]
    labelled = {line.position for line in lines}
    unlabelled = tuple(cell for row in below if row not in labelled for cell in first_figure(sheet, row, columns))
    titles = (*block.titles, *_over_labels(sheet, head_rows, first))
    for at, (about, heads) in enumerate(groups):
        yield Wide(
            header=block.row,
            axis=axis,
            lines=lines,
            headings=tuple((head.column, head.heading) for head in heads),
            years_down=False,
            label_column=label_column,
            titles=(*_as_titles(about), *titles),
            unit_column=unit_column,
            other_columns=tuple(column for column in others if column != unit_column) if at == 0 else (),
            about=_as_titles(about) if len(groups) > 1 else (),
            head_rows=head_rows,
            unlabelled=unlabelled if at == 0 else (),
            has_both_labels=second is not None,
        )


def _labels_answered(sheet: RawSheet, block: Block) -> int | None:
    """Return the column that the clerk says holds the places of a table, None where they said nothing."""
    answer = sheet.answered(About.LABELS, block.row, block.band.heads[0].column)
    return column_index_from_string(answer) - 1 if answer and LETTERS.fullmatch(answer) else None


def _over_labels(sheet: RawSheet, rows: range, first: int) -> Titles:
    """Return titles that stand on a row of the head itself, such as a unit at its right."""
    return tuple(
        ((row, column), text)
        for row in rows
        for column in range(first, len(sheet.rows[row]))
        if UNIT_LINE.search(text := tidy(sheet.text(row, column)))
    )


def _as_titles(parts: tuple[Part, ...]) -> Titles:
    return tuple((cell, text) for cell, text in parts)
