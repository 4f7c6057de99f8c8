"""Nasty workbooks, each named by its faults, made anew at every run; what they say is known.

A workbook is a layout, a way to type text, a way to write numbers and one extra, put together in a fixed order.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

import openpyxl

from indicators.intake.oldletters import Letters
from tests.intake import open_document
from tests.intake.corpus.layouts import MORE_LAYOUTS
from tests.intake.corpus.sheets import DISTRICTS, FIRMS, IDS, MONEY, SECTORS, YEARS, Key, Rows, Sheet, figure
from tests.intake.desk import saved
from tests.intake.old_keyboard import typed_in


@dataclass(frozen=True)
class Workbook:
    """A nasty file, with the figures it means."""

    name: str
    file: str
    content: bytes
    truth: Mapping[Key, float]


def across(name: str, places: Mapping[str, str], *, is_sector: bool = False) -> Sheet:
    """Places down and years across."""
    sheet = Sheet([["Biểu số 3. " + name], ["Ngành" if is_sector else "Huyện", *YEARS]])
    for row, (place, code) in enumerate(places.items()):
        values = [figure(row * 2 + at, name) for at in range(len(YEARS))]
        sheet.rows.append([place, *values])
        for year, value in zip(YEARS, values, strict=True):
            key = ("actual", IDS[name], year, None if is_sector else code, code if is_sector else None)
            sheet.truth[key] = value
    return sheet


def down(name: str) -> Sheet:
    """Years down and places across."""
    sheet = Sheet([["Biểu số 3. " + name], ["Năm", *DISTRICTS]])
    for row, year in enumerate(YEARS):
        values = [figure(row * 3 + at, name) for at in range(len(DISTRICTS))]
        sheet.rows.append([f"Năm {year}", *values])
        for code, value in zip(DISTRICTS.values(), values, strict=True):
            sheet.truth["actual", IDS[name], year, code, None] = value
    return sheet


def plan_and_result(name: str) -> Sheet:
    """Plan and result under each year, in a head of two rows."""
    sheet = Sheet([[name], ["Huyện", "Năm 2014", None, "Năm 2015", None], [None, *["Kế hoạch", "Thực hiện"] * 2]])
    sheet.merged, sheet.head = ["A2:A3", "B2:C2", "D2:E2"], 2
    for row, (place, code) in enumerate(DISTRICTS.items()):
        values = [figure(row * 4 + at, name) for at in range(4)]
        sheet.rows.append([place, *values])
        for at, value in enumerate(values):
            measure = ("target", "actual")[at % 2]
            sheet.truth[measure, IDS[name], YEARS[at // 2], code, None] = value
    return sheet


def side_by_side(_: str) -> Sheet:
    """Two indicators beside each other, each over its years."""
    sheet = Sheet([["Biểu tổng hợp"], ["Huyện", FIRMS, None, MONEY, None], [None, *YEARS, *YEARS]])
    sheet.merged, sheet.head = ["A2:A3", "B2:C2", "D2:E2"], 2
    for row, (place, code) in enumerate(DISTRICTS.items()):
        values = [figure(row * 2 + at % 2, name) for at, name in enumerate([FIRMS, FIRMS, MONEY, MONEY])]
        sheet.rows.append([place, *values])
        for at, value in enumerate(values):
            sheet.truth["actual", IDS[(FIRMS, MONEY)[at // 2]], YEARS[at % 2], code, None] = value
    return sheet


def two_tables(_: str) -> Sheet:
    """Two tables one below the other."""
    first, second = across(FIRMS, DISTRICTS), across(MONEY, DISTRICTS)
    sheet = Sheet([*first.rows, [], *second.rows])
    sheet.truth = {**first.truth, **second.truth}
    return sheet


def indicators_down(_: str) -> Sheet:
    """Indicators down the side, of the district in the title."""
    sheet = Sheet([["Huyện Đại Từ"], ["Chỉ tiêu", "Thực hiện 2014", "Kế hoạch 2015"]])
    for row, name in enumerate((FIRMS, MONEY)):
        values = [figure(row + at, name) for at in range(2)]
        sheet.rows.append([name, *values])
        sheet.truth["actual", IDS[name], 2014, "171", None] = values[0]
        sheet.truth["target", IDS[name], 2015, "171", None] = values[1]
    return sheet


def long(name: str) -> Sheet:
    """One record a row, with Vietnamese titles."""
    sheet = Sheet([["Chỉ tiêu", "Năm", "Huyện", "Giá trị"]], head=0)
    for at, ((place, code), year) in enumerate(product(DISTRICTS.items(), YEARS)):
        sheet.rows.append([name, f"Năm {year}", place, figure(at, name)])
        sheet.truth["actual", IDS[name], year, code, None] = figure(at, name)
    return sheet


LAYOUTS: Mapping[str, Callable[[str], Sheet]] = {
    "places down": lambda name: across(name, DISTRICTS),
    "sectors down": lambda name: across(name, SECTORS, is_sector=True),
    "years down": down,
    "plan and result": plan_and_result,
    "side by side": side_by_side,
    "two tables": two_tables,
    "indicators down": indicators_down,
    "long": long,
    **MORE_LAYOUTS,
}


def with_padding(text: str) -> str:
    return "\u00a0 " + text.replace(" ", "  ") + " "


TEXTS: Mapping[str, Callable[[str], str]] = {
    "Unicode": lambda text: text,
    "TCVN3": lambda text: typed_in(Letters.TCVN3, text),
    "VNI": lambda text: typed_in(Letters.VNI, text),
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "eth for Đ": lambda text: text.replace("Đ", "\u00d0"),
    "capitals": str.upper,
    "padded": with_padding,
    "cell half TCVN3": lambda text: " ".join(
        word if at % 2 else typed_in(Letters.TCVN3, word) for at, word in enumerate(text.split(" "))
    ),
}


def with_signs(value: float, thousands: str, decimal: str) -> str:
    shown = f"{value:,.2f}" if value % 1 else f"{value:,.0f}"
    return shown.translate(str.maketrans({",": thousands, ".": decimal}))


NUMBERS: Mapping[str, Callable[[float], object]] = {
    "numbers": lambda value: value,
    "comma": lambda value: with_signs(value, ".", ","),
    "point": lambda value: with_signs(value, ",", "."),
    "spaces": lambda value: with_signs(value, "\u00a0", ","),
    "footnoted": lambda value: with_signs(value, ".", ",") + " (*)",
    "estimates": lambda value: "Ước " + with_signs(value, ".", ","),
}


def with_remarks(sheet: Sheet) -> None:
    sheet.rows += [[], ["Nguồn: báo cáo của các huyện"], ["(*) Số liệu sơ bộ"]]


def with_numbering(sheet: Sheet) -> None:
    if sheet.head:
        numbers = iter(["I", "II", "III", "IV", "V", "VI"] * 3)
        firsts = [cells[0] if cells else None for cells in sheet.rows]
        heads = {row for row, first in enumerate(firsts) if first in ("Huyện", "Ngành", "Chỉ tiêu")}
        if not heads:
            return
        sheet.rows = [
            [("STT" if row in heads else next(numbers) if len(cells) > 1 and cells[0] else None), *cells]
            if len(cells) != 1 else cells
            for row, cells in enumerate(sheet.rows)
        ]  # fmt: skip
        sheet.merged = []


def with_blank_rows(sheet: Sheet) -> None:
    if sheet.head:
        sheet.rows.insert(0, [])
        sheet.merged = []


def with_unit(sheet: Sheet) -> None:
    """Name a unit that has to be converted, in a line of its own above the first table."""
    if {key[1] for key in sheet.truth} == {"kinh_phi"} and sheet.head:
        sheet.rows.insert(1, ["Đơn vị tính: tỷ đồng"])
        sheet.merged = []
        sheet.truth = {key: round(value * 1000, 6) for key, value in sheet.truth.items()}


def with_a_dash(sheet: Sheet) -> None:
    """Write a true zero as a dash in the first table's first figure."""
    for cells in sheet.rows:
        at = next((at for at, cell in enumerate(cells) if isinstance(cell, float)), None)
        if at is not None:
            value = cells[at]
            key = next(key for key, one in sheet.truth.items() if one == value)
            cells[at], sheet.truth[key] = "-", 0.0
            return


EXTRAS: Mapping[str, Callable[[Sheet], None]] = {
    "plain": lambda sheet: None,
    "remarks below": with_remarks,
    "numbered rows": with_numbering,
    "blank rows above": with_blank_rows,
    "another unit": with_unit,
    "a dash": with_a_dash,
}


def every_workbook() -> Iterator[Workbook]:
    """Yield the corpus: every layout in every text, every second way to write numbers, the extras taken in turn."""
    for at, (layout, letters, numbers) in enumerate(product(LAYOUTS, TEXTS, NUMBERS)):
        if (at + at // 6) % 2:
            continue
        extra = list(EXTRAS)[(at // 2 + at // 6) % len(EXTRAS)]
        sheet = LAYOUTS[layout](FIRMS if at % 5 == 0 else MONEY)
        EXTRAS[extra](sheet)
        ending = "csv" if at % 3 == 2 else "ods" if at % 5 == 3 and not sheet.merged else "xlsx"
        rows = [[_typed(cell, TEXTS[letters], NUMBERS[numbers]) for cell in cells] for cells in sheet.rows]
        if ending == "csv":
            content = _as_csv(rows, letters)
        else:
            content = _as_document(rows) if ending == "ods" else _as_workbook(rows, sheet.merged)
        name = f"{layout}, {letters}, {numbers}, {extra}"
        yield Workbook(name, f"tep.{ending}", content, sheet.truth)


def _typed(cell: object, text: Callable[[str], str], number: Callable[[float], object]) -> object:
    written = number(cell) if isinstance(cell, float) else cell
    return text(written) if isinstance(written, str) else written


def _as_workbook(rows: Rows, merged: list[str]) -> bytes:
    book = openpyxl.Workbook()
    for row, cells in enumerate(rows, start=1):
        for column, cell in enumerate(cells, start=1):
            book.active.cell(row, column, cell)
    for place in merged:
        book.active.merge_cells(place)
    return saved(book)


def _as_document(rows: Rows) -> bytes:
    return open_document.document({"S": "".join(open_document.row(*map(_in_document, cells)) for cells in rows)})


def _in_document(cell: object) -> str:
    if cell is None:
        return open_document.blank()
    return open_document.text(cell) if isinstance(cell, str) else open_document.number(float(str(cell)))


def _as_csv(rows: Rows, letters: str) -> bytes:
    written = io.StringIO()
    csv.writer(written, delimiter=";").writerows(["" if cell is None else cell for cell in cells] for cells in rows)
    return written.getvalue().encode("latin-1" if letters in ("TCVN3", "VNI") else "utf-8")
