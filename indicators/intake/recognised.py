"""What a file is believed to be, cell by cell: what the clerk sees coloured on the sheet and may correct."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from indicators.intake.book import Position


class Role(StrEnum):
    """What a cell is taken for."""

    TITLE = "title"
    UNIT = "unit"
    # A row of the head, or the title of a field in the long layout.
    HEAD = "head"
    # The cell of the head that names the year of a column of figures.
    YEAR = "year"
    LABEL = "label"
    FIGURE = "figure"
    TOTAL = "total"
    # Another province; a line of words; a column nobody knows: not read.
    NOT_READ = "not_read"


@dataclass(frozen=True)
class Column:
    """A column of figures: its number from 0, the cell that answers about it name, and what it is taken for."""

    column: int
    cell: str
    year: int
    period: str
    measure: str
    quality: str


@dataclass(frozen=True, eq=False)
class Recognised:
    """One table of a sheet: its layout (records, definitions, wide, or None with the reason), and each cell's role.

    `cell` is where its head begins: answers about the whole table name it. `places` is the axis of a wide table
    (district, sector, province, indicator), `label_column` where they stand.
    """

    sheet: str | None
    layout: str | None
    cell: str | None = None
    reason: str | None = None
    places: str | None = None
    indicator: str | None = None
    unit: str | None = None
    label_column: int | None = None
    columns: tuple[Column, ...] = ()
    rows: int = 0
    roles: Mapping[Position, Role] = field(default_factory=dict)
