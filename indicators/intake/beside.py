"""Tables beside each other under one head: each has its own column of labels, its own years and its own titles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from indicators.catalogue import without_marks
from indicators.intake.band import Band, Head, Part
from indicators.intake.book import Position, RawSheet, is_blank
from indicators.intake.letters import tidy
from indicators.intake.wide import Axis, Titles

# Columns made of others: TH/KH (%), "So với năm 2015", "Tăng/giảm". They are no year's figures.
DERIVED = re.compile(
    r"%\s*(?:so|kh|th|hoan|dat)|\b(?:so voi|so sanh|so cung|cung ky|tang,? giam|tang/giam|chenh lech|hoan thanh|th/kh"
    r"|th so kh|(?:ty|ti) le (?:dat|thuc hien)|toc do)\b|/\s*(?:kh|ke hoach)\b|^(?:muc )?dat\b(?: *\(?%\)?)?$"
    r"|^(?:(?:ty|ti) le)? *\(? *% *\)?$"
)


@dataclass(frozen=True)
class Block:
    """One table: its head, the rows of its lines, the cells above it, its columns from `left` to before `right`."""

    row: int
    band: Band
    lines: range
    titles: Titles
    left: int
    right: int


def parts_of(sheet: RawSheet, block: Block, axis_for: Callable[[list[Position]], Axis | None]) -> Iterator[Block]:
    """Return the tables that stand beside each other in a block; most often it is one table itself."""
    columns = [head.column for head in block.band.heads]
    below = [row for row in block.lines if not sheet.is_blank_row(row)]
    labels = [
        column
        for column in range(columns[0] + 1, columns[-1])
        if column not in columns and axis_for([(row, column) for row in below]) is not None
    ]
    if not labels:
        yield block
        return
    left = block.left
    for end in [*labels, block.right]:
        heads = tuple(head for head in block.band.heads if left <= head.column < end)
        if not heads:
            continue
        right = block.right if end == block.right else heads[-1].column + 1
        yield _part(sheet, block, heads, left, right)
        left = right


def _part(sheet: RawSheet, block: Block, heads: tuple[Head, ...], left: int, right: int) -> Block:
    rows = [row for (row, _), _ in block.titles]
    titles = [
        (cell, title) for cell, title in block.titles if rows.count(cell[0]) == 1 or left <= cell[1] < right
    ]  # fmt: skip
    # What is written over the labels and not over the years is this part's title too.
    over_labels = [
        ((row, column), tidy(sheet.text(row, column)))
        for row in range(block.band.top, block.band.bottom + 1)
        for column in range(left, heads[0].column)
        if column < len(sheet.rows[row]) and not is_blank(sheet.typed(row, column))
    ]
    return replace(
        block, band=replace(block.band, heads=heads), titles=(*titles, *over_labels), left=left, right=right
    )  # fmt: skip


def is_derived(about: tuple[Part, ...]) -> bool:
    """Whether the words of a column's head say that its figures are made of other columns."""
    return any(DERIVED.search(without_marks(text)) for _, text in about)
