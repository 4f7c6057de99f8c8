"""What the XML of an .ods says beside its values: percentages, formulas, errors, spans, what is hidden."""

from __future__ import annotations

import io
import zipfile
from xml.parsers import expat

from indicators.intake.book import Position
from indicators.intake.facts import Facts
from indicators.intake.sheetcells import PIECE_BYTES, TooManyCells

CONTENT = "content.xml"
HIDDEN = frozenset({"collapse", "filter"})


def facts_of(content: bytes, *, most_cells: int) -> list[Facts]:
    """Return the facts of each sheet of an .ods, in its own order.

    Raises TooManyCells where repeated cells would fill the memory, and what a broken part raises: ExpatError, KeyError,
    ValueError.
    """
    reader = _Reader(most_cells)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    with zipfile.ZipFile(io.BytesIO(content)) as parts, parts.open(CONTENT) as part:
        while piece := part.read(PIECE_BYTES):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    return reader.sheets


class _Reader:
    """The state of one pass: the sheet, the row and the cell that is being read."""

    def __init__(self, most_cells: int) -> None:
        self.sheets: list[Facts] = []
        self.most_cells, self.count = most_cells, 0
        self.depth = 0
        self.row, self.rows = 0, 1
        self.column, self.columns, self.width = 0, 1, 0
        self.error: list[str] | None = None

    def start(self, full: str, given: dict[str, str]) -> None:
        """Take the beginning of an element; a table inside a cell is no sheet."""
        name = full.rpartition(" ")[2]
        if name == "table":
            self.depth += 1
            if self.depth == 1:
                self.sheets.append(Facts())
                self.row, self.rows, self.width = 0, 0, 0
        elif self.depth == 1 and name in {"table-column", "table-row", "table-cell", "covered-table-cell"}:
            about = {key.rpartition(" ")[2]: value for key, value in given.items()}
            if name == "table-column":
                self._column(about)
            elif name == "table-row":
                self._row(about)
            else:
                self._cell(about, _kinds(given))

    def text(self, letters: str) -> None:
        """Take text of the element that is open."""
        if self.error is not None:
            self.error.append(letters)

    def end(self, full: str) -> None:
        """Take the end of an element."""
        name = full.rpartition(" ")[2]
        if name == "table":
            self.depth -= 1
        elif self.depth == 1 and name == "table-row":
            self.row += self.rows
        elif self.depth == 1 and name in {"table-cell", "covered-table-cell"}:
            if self.error is not None:
                shown = "".join(self.error).strip() or "#N/A"
                self.sheets[-1].errors.update((at, shown) for at in self._places())
            self.error = None
            self.column += self.columns

    def _column(self, about: dict[str, str]) -> None:
        repeated = int(about.get("number-columns-repeated", 1))
        if about.get("visibility") in HIDDEN and repeated <= self.most_cells:
            self.sheets[-1].hidden_columns.update(range(self.width, self.width + repeated))
        self.width += repeated

    def _row(self, about: dict[str, str]) -> None:
        self.rows, self.column = int(about.get("number-rows-repeated", 1)), 0
        if about.get("visibility") in HIDDEN and self.rows <= self.most_cells:
            self.sheets[-1].hidden_rows.update(range(self.row, self.row + self.rows))

    def _cell(self, about: dict[str, str], kinds: frozenset[str]) -> None:
        self.columns = int(about.get("number-columns-repeated", 1))
        is_formula = "formula" in about
        if not kinds and not is_formula:
            return
        self.count += self.rows * self.columns
        if self.count > self.most_cells or self.rows < 1 or self.columns < 1:
            raise TooManyCells
        sheet = self.sheets[-1]
        if "percentage" in kinds:
            sheet.percents.update(self._places())
        if is_formula:
            sheet.formulas.update(self._places())
        if "error" in kinds:
            self.error = []
        down, across = int(about.get("number-rows-spanned", 1)), int(about.get("number-columns-spanned", 1))
        if down > 1 or across > 1:
            sheet.merged.append((self.row, self.column, self.row + down - 1, self.column + across - 1))

    def _places(self) -> list[Position]:
        return [
            (row, column)
            for row in range(self.row, self.row + self.rows)
            for column in range(self.column, self.column + self.columns)
        ]


def _kinds(given: dict[str, str]) -> frozenset[str]:
    """Return the kinds of value that a cell names, by the standard's attribute and by LibreOffice's own."""
    return frozenset(value for key, value in given.items() if key.endswith("value-type"))
