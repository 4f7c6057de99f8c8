"""Tables of places and years, as offices send them: years across and places down, or the reverse."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from indicators.catalogue import Catalogue, without_marks
from indicators.intake.book import Position, RawSheet, is_blank
from indicators.intake.dates import Heading, heading_from
from indicators.intake.letters import slug, tidy
from indicators.intake.lookup import is_city_or_province
from indicators.intake.numbers import Meaning, understand

Titles = tuple[tuple[Position, str], ...]

MOST_LABELS_TO_A_PLACE = 3
NUMBERING_TITLES = frozenset({"stt", "tt", "so_tt", "no", "so_thu_tu"})
UNIT_TITLES = frozenset({"don_vi", "don_vi_tinh", "dvt", "dv_tinh", "unit"})
UNIT_WORDS = re.compile(r"(?:đơn\s+vị(?:\s+tính)?|đvt|unit)\b\s*[:：]?\s*", re.IGNORECASE)
UNIT_LINE = re.compile(r"(?:đơn\s+vị(?:\s+tính)?|đvt|unit)\s*[:：]\s*(?P<unit>[^();]+?)\s*[).;]?\s*$", re.IGNORECASE)
IN_BRACKETS = re.compile(r"\(([^()]+)\)")
TOTALS = frozenset({"tong", "tong_so", "tong_cong", "total", "cong", "toan_tinh", "chung"})
NUMBER_OF_ROW = re.compile(r"(?:\d+|[ivxlc]+)(?:\.\d+)*\.?", re.IGNORECASE)


class Axis(StrEnum):
    """What the places of a table are."""

    DISTRICT = "district"
    SECTOR = "sector"
    PROVINCE = "province"
    INDICATOR = "indicator"


class Is(StrEnum):
    """What a label of a table is to this project."""

    TOTAL = "total"
    OURS = "ours"
    OUTSIDE = "outside"
    UNKNOWN = "unknown"
    CITY_OR_PROVINCE = "city_or_province"


@dataclass(frozen=True)
class Line:
    """One row (or column) of places: where its label stands, what was typed, and whom it is about."""

    position: int
    label: str
    label_cell: Position
    meaning: Is
    district: str | None = None
    sector: str | None = None
    indicator: str | None = None


@dataclass(frozen=True, eq=False)
class Wide:
    """A table of places and years.

    `lines` are the places, `headings` the years with their positions: columns, or rows where `years_down`.
    `titles` are the cells above it, `about` words of its head over these columns alone, `unit_column` cells that name a
    unit, `other_columns` those nobody knows, `head_rows` all rows of its head. `is_one_of_many` where the sheet holds
    other tables; `unit_above` is then the unit that the sheet's first table names;
    `unread_heads` are those of tables whose lines nobody knows, `unlabelled` the first figures of rows without a label,
    `unread_years` the labels of rows of figures that are no years; `has_both_labels` where a district and a sector
    stand before each row.
    """

    header: int
    axis: Axis
    lines: tuple[Line, ...]
    headings: tuple[tuple[int, Heading], ...]
    years_down: bool
    label_column: int
    titles: Titles
    unit_column: int | None = None
    other_columns: tuple[int, ...] = ()
    about: Titles = ()
    head_rows: range = range(0)
    is_one_of_many: bool = False
    unread_heads: tuple[Position, ...] = ()
    unit_above: tuple[Position, str] | None = None
    unlabelled: tuple[Position, ...] = ()
    has_both_labels: bool = False
    unread_years: tuple[Position, ...] = ()

    def cells(self, line: Line) -> Iterator[tuple[Heading, int, int]]:
        """Return the row and column of each figure of one place, with its year."""
        for position, heading in self.headings:
            yield (heading, position, line.position) if self.years_down else (heading, line.position, position)

    @property
    def head_cell(self) -> Position:
        """The cell of the first year, by which answers name this table."""
        return self.heading_cell(self.headings[0][0])

    def heading_cell(self, position: int) -> Position:
        """Return where a year's own heading stands."""
        return (position, self.label_column) if self.years_down else (self.header, position)


def years_down(sheet: RawSheet, row: int, catalogue: Catalogue) -> Wide | None:
    """Return the table whose years stand in the first column below a row of places, or None."""
    across = [(row, column) for column in range(len(sheet.rows[row])) if not is_blank(sheet.rows[row][column])]
    places = [cell for cell in across if known(sheet.text(*cell), catalogue)]
    if len(places) < 2 or not are_places(sheet, across[1:], catalogue):
        return None
    below = range(row + 1, len(sheet.rows))
    for column in range(places[0][1]):
        headings = _headings(sheet, ((at, column) for at in below))
        if not headings:
            continue
        labels = [cell for cell in across if cell[1] > column]
        axis = axis_of(sheet, labels, catalogue)
        rows = [at for (at, _), _ in headings]
        columns = {at for _, at in labels}
        blank = [at for at in range(column + 1, sheet.width) if at not in columns]
        return Wide(
            header=row,
            axis=axis,
            lines=tuple(lines_of(sheet, labels, axis, catalogue, by_row=False)),
            headings=tuple((at, heading) for (at, _), heading in headings),
            years_down=True,
            label_column=column,
            titles=titles_above(sheet, row),
            unlabelled=tuple(
                cell
                for at in below
                if at in rows or is_blank(sheet.typed(at, column))
                for cell in first_figure(sheet, at, blank if at in rows else sorted(columns))
            ),
            unread_years=tuple(
                (at, column)
                for at in below
                if at not in rows and not is_blank(sheet.typed(at, column))
                if any(first_figure(sheet, at, sorted(columns)))
            ),
        )
    return None


def first_figure(sheet: RawSheet, row: int, columns: Iterable[int]) -> Iterator[Position]:
    """Yield the first cell of a row that holds a figure, none where no cell does."""
    for column in columns:
        text = sheet.text(row, column)
        if text.strip() and understand(text).meaning in (Meaning.NUMBER, Meaning.NIL):
            yield row, column
            return


def _headings(sheet: RawSheet, cells: Iterator[Position]) -> list[tuple[Position, Heading]]:
    found = ((cell, heading_from(sheet.text(*cell))) for cell in cells)
    return [(cell, heading) for cell, heading in found if heading is not None]


def is_place(label: str, catalogue: Catalogue) -> bool:
    """Whether a label names a district, a sector or another place; a row "Total" stands in any table."""
    return bool(
        catalogue.find_district(label)
        or catalogue.find_sector(label)
        or catalogue.is_outside_place(label)
        # A row "Total" stands in any table.
        or (catalogue.is_whole_province(label) and slug(label) not in TOTALS)
    )


def known(label: str, catalogue: Catalogue) -> bool:
    """Whether a label names a place or the whole."""
    return bool(tidy(label)) and (is_place(label, catalogue) or catalogue.is_whole_province(label))


def are_places(sheet: RawSheet, cells: list[Position], catalogue: Catalogue) -> bool:
    """Whether so many labels are places that the others are misspelt ones, and not the rows of some other table."""
    filled = [cell for cell in cells if tidy(sheet.text(*cell))]
    known = [cell for cell in filled if is_place(sheet.text(*cell), catalogue)]
    return bool(known) and len(known) * MOST_LABELS_TO_A_PLACE >= len(filled)


def recognised(sheet: RawSheet, cells: list[Position], catalogue: Catalogue) -> int:
    """Return how many cells name a place or the whole."""
    return sum(known(sheet.text(*cell), catalogue) for cell in cells)


def axis_of(sheet: RawSheet, cells: list[Position], catalogue: Catalogue) -> Axis:
    """Return what kind of places most of the cells name."""
    counts: Counter[Axis] = Counter()
    for cell in cells:
        label = sheet.text(*cell)
        counts[Axis.DISTRICT] += catalogue.find_district(label) is not None
        counts[Axis.SECTOR] += catalogue.find_sector(label) is not None
        counts[Axis.PROVINCE] += catalogue.is_outside_place(label)
    return max((Axis.DISTRICT, Axis.SECTOR, Axis.PROVINCE), key=lambda axis: counts[axis])


def lines_of(
    sheet: RawSheet, cells: list[Position], axis: Axis, catalogue: Catalogue, *, by_row: bool
) -> Iterator[Line]:
    """Return the places of a table with whom each is about."""
    for cell in cells:
        label = tidy(sheet.text(*cell))
        if label:
            meaning, district, sector = whom(label, axis, catalogue)
            yield Line(cell[0] if by_row else cell[1], label, cell, meaning, district, sector)


def whom(label: str, axis: Axis, catalogue: Catalogue) -> tuple[Is, str | None, str | None]:
    """Return what a label is to this project, with the district or the sector it names."""
    if axis is Axis.SECTOR:
        sector = catalogue.find_sector(label)
        if sector is not None:
            return Is.OURS, None, sector.id
        is_total = catalogue.is_all_sectors(label) or slug(label) in TOTALS
        return (Is.TOTAL if is_total else Is.UNKNOWN), None, None
    if axis is Axis.PROVINCE:
        if catalogue.is_outside_place(label):
            return Is.OUTSIDE, None, None
        is_ours = catalogue.is_whole_province(label) and slug(label) not in TOTALS
        return (Is.OURS if is_ours else Is.UNKNOWN), None, None
    district = catalogue.find_district(label)
    if district is not None:
        return Is.OURS, district.code, None
    if is_city_or_province(label, catalogue):
        return Is.CITY_OR_PROVINCE, None, None
    if catalogue.is_whole_province(label) or slug(label) in TOTALS:
        return Is.TOTAL, None, None
    return (Is.OUTSIDE if catalogue.is_outside_place(label) else Is.UNKNOWN), None, None


def is_numbering(sheet: RawSheet, head_rows: range, column: int, below: list[int]) -> bool:
    """Whether a column only counts the rows: STT, or Roman numbers under no title."""
    title = head_text(sheet, head_rows, column)
    if slug(title) in NUMBERING_TITLES:
        return True
    filled = [text for row in below if (text := tidy(sheet.text(row, column)))]
    return not title and all(NUMBER_OF_ROW.fullmatch(text) for text in filled) and (column == 0 or not filled)


def head_text(sheet: RawSheet, rows: range, column: int) -> str:
    """Return the words over a column, those of all rows of the head."""
    return " ".join(text for row in rows if (text := tidy(sheet.text(row, column))))


def titles_above(sheet: RawSheet, header: int) -> Titles:
    """Return the filled cells above a header, each with its position."""
    return tuple(
        ((row, column), tidy(sheet.text(row, column)))
        for row in range(header)
        for column in range(len(sheet.rows[row]))
        if not is_blank(sheet.rows[row][column])
    )


def unit_named(titles: Titles, catalogue: Catalogue) -> tuple[Position, str] | None:
    """Return the cell and the words of the unit that titles name: "Đơn vị: triệu đồng", or known, bracketed, alone."""
    for cell, title in titles:
        if line := UNIT_LINE.search(title):
            return cell, line.group("unit").strip()
    for cell, title in titles:
        for words in IN_BRACKETS.findall(title):
            if catalogue.find_unit(words) is not None:
                return cell, words
    return next(((cell, alone) for cell, title in titles if (alone := unit_alone(title, catalogue))), None)


def unit_alone(title: str, catalogue: Catalogue) -> str | None:
    """Return the unit that is all a cell says, with or without "Đơn vị" before it or brackets about it."""
    words = UNIT_WORDS.sub("", tidy(title).strip("().;[] "), count=1).strip("().;:[] ")
    return words if words and catalogue.find_unit(words) is not None else None


def mentions(titles: Titles, words: str) -> bool:
    """Whether one of the titles holds those words."""
    return any(without_marks(words) in without_marks(title) for _, title in titles)
