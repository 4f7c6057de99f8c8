"""A sheet being filled from the top: numbers as numbers, dates as dates, text as text whatever it begins with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from indicators.exhibits.digits import digits_for
from indicators.workbook.template import Exact

NARROWEST, WIDEST = 9, 44
MOST_MERGED = 6
LINE_HEIGHT = {"title": 21.0, "sentence": 17.0}
PAPER_A4 = 9
LONG_TEXT = 34
FORMATS: Mapping[str, Mapping[str, object]] = {
    "title": {"text_wrap": True, "valign": "top", "bold": True, "font_size": 15, "font_color": "#10312B"},
    "sentence": {"text_wrap": True, "valign": "top", "font_size": 12, "bold": True},
    "mark": {"text_wrap": True, "valign": "top", "bold": True, "font_color": "#AA190F"},
    "quiet": {"text_wrap": True, "valign": "top", "font_color": "#55636C"},
    "link": {"font_color": "#0B5A6F", "underline": 1},
    "head": {"bold": True, "bg_color": "#DCE9E2", "border": 1, "text_wrap": True, "valign": "vcenter"},
    "text": {"valign": "top", "indent": 1},
    "wrapped": {"valign": "top", "text_wrap": True, "indent": 1},
    "whole": {"num_format": "0", "valign": "top"},
    "moment": {"num_format": "0.0", "valign": "top"},
    "date": {"num_format": "dd/mm/yyyy", "valign": "top"},
}


@dataclass(frozen=True)
class Area:
    """Where a table stands on its sheet: its header's row and its last row, its first and last column, from 0."""

    sheet: str
    head: int
    last: int
    left: int
    right: int

    def column(self, at: int, first: int | None = None, last: int | None = None) -> list[object]:
        """Return some rows of a column as a chart asks for them; rows count from the first one under the header."""
        top = self.head + 1 + (first or 0)
        bottom = self.last if last is None else self.head + 1 + last
        return [self.sheet, top, self.left + at, bottom, self.left + at]


@dataclass(eq=False)
class Pen:
    """The formats of one workbook, made when first wanted."""

    book: xlsxwriter.Workbook
    made: dict[str, Format] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Format:
        if name not in self.made:
            self.made[name] = self.book.add_format(dict(FORMATS[name]))
        return self.made[name]

    def number(self, digits: int, *, is_percent: bool = False) -> Format:
        """Return the format of a number with that many decimals."""
        form = "#,##0" + (f".{'0' * digits}" if digits else "")
        form = f"{form}%" if is_percent else form
        if form not in self.made:
            self.made[form] = self.book.add_format({"num_format": form, "valign": "top"})
        return self.made[form]


@dataclass(eq=False)
class Sheet:
    """One sheet and the row that is next."""

    page: Worksheet
    pen: Pen
    row: int = 0
    widths: dict[int, float] = field(default_factory=dict)
    lines: list[tuple[int, str, str]] = field(default_factory=list)
    wrapped: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name on its tab."""
        return str(self.page.get_name())

    def line(self, text: str, look: str = "text") -> None:
        """Write one line of text across the columns, as high as it needs to be once these have their widths."""
        self.lines.append((self.row, text, look))
        self.row += 1

    def table(
        self,
        headers: Sequence[str],
        rows: Iterable[Sequence[object]],
        *,
        decimals: Sequence[int | None] | int | None = None,
        percents: frozenset[int] = frozenset(),
        moments: frozenset[int] = frozenset(),
        has_filter: bool = False,
    ) -> Area:
        """Write a table and return where it stands; `decimals` are those of each row's numbers.

        `percents` are rows whose numbers are fractions, `moments` those whose are years. The row below is left blank.
        """
        head = self.row
        for column, header in enumerate(headers):
            self.page.write_string(head, column, header, self.pen["head"])
            self._widen(column, header, is_head=True)
            self.wrapped.append((head, column, header))
        for number, cells in enumerate(rows):
            self.row += 1
            of_row = decimals[number] if isinstance(decimals, Sequence) else decimals
            for column, cell in enumerate(cells):
                self._cell(column, cell, of_row, is_percent=number in percents, is_moment=number in moments)
        area = Area(self.name, head, self.row, 0, len(headers) - 1)
        if has_filter and area.last > head:
            self.page.autofilter(head, 0, area.last, area.right)
            self.page.freeze_panes(head + 1, 1)
            self.page.repeat_rows(head)
        self.row += 2
        return area

    def done(self, foot: str) -> None:
        """Set widths, and how it is printed: A4 across, as wide as the paper, numbered."""
        for column, width in self.widths.items():
            self.page.set_column(column, column, width)
        self._heighten()
        self._spread_lines()
        self.page.set_landscape()
        self.page.set_paper(PAPER_A4)
        self.page.fit_to_pages(1, 0)
        self.page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        # An ampersand begins a code in a footer.
        self.page.set_footer(f"&L&9{foot.replace('&', '&&')}&R&9&P/&N")
        self.page.hide_gridlines(2)

    def _heighten(self) -> None:
        """Make each row as high as its fullest cell, which not every program does when it opens a file."""
        needed: dict[int, float] = {}
        for row, column, said in self.wrapped:
            needed[row] = max(needed.get(row, 1), -(-(len(said) + 3) // self.widths[column]))
        for row, lines in needed.items():
            if lines > 1:
                self.page.set_row(row, 15.0 * lines)

    def _spread_lines(self) -> None:
        """Lay each line over the first columns, so that a long one makes neither the sheet nor its print wide."""
        last = min(max(self.widths, default=0), MOST_MERGED - 1)
        room = sum(self.widths.get(column, NARROWEST) for column in range(last + 1))
        for row, text, look in self.lines:
            wanted = len(text) * (1.5 if look == "title" else 1.2 if look == "sentence" else 1.0)
            self.page.set_row(row, LINE_HEIGHT.get(look, 15.0) * max(1, -(-wanted // room)))
            if last:
                self.page.merge_range(row, 0, row, last, "", self.pen[look])
            self.page.write_string(row, 0, text, self.pen[look])

    def _cell(self, column: int, cell: object, decimals: int | None, *, is_percent: bool, is_moment: bool) -> None:
        if cell is None or cell is pd.NaT or (isinstance(cell, float) and pd.isna(cell)):
            return
        if isinstance(cell, str):
            look = "wrapped" if len(cell) > LONG_TEXT else "text"
            self.page.write_string(self.row, column, cell, self.pen[look])
            self._widen(column, cell)
            self.wrapped.append((self.row, column, cell))
        elif isinstance(cell, dt.date):
            day = dt.datetime(cell.year, cell.month, cell.day)
            self.page.write_datetime(self.row, column, day, self.pen["date"])
            self._widen(column, "00/00/0000")
        elif isinstance(cell, float) and is_moment:
            self.page.write_number(self.row, column, Exact(cell), self.pen["moment"])
        elif isinstance(cell, float):
            shown = cell * 100 if is_percent else cell
            digits = 1 if is_percent else digits_for(shown, decimals or 0)
            form = self.pen.number(digits, is_percent=is_percent)
            self.page.write_number(self.row, column, Exact(cell), form)
            self._widen(column, f"{shown:,.{digits}f}")
        else:
            self.page.write_number(self.row, column, int(str(cell)), self.pen["whole"])
            self._widen(column, str(cell))

    def _widen(self, column: int, said: str, *, is_head: bool = False) -> None:
        wanted = len(said) + 3 if not is_head else max(map(len, said.split())) + 4
        self.widths[column] = min(WIDEST, max(NARROWEST, wanted, self.widths.get(column, 0)))
