"""The template: a workbook an office fills in, with lists to choose from, examples, and what is known already."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from indicators.catalogue import Catalogue
from indicators.exhibits.verdicts import definitions as definitions_of
from indicators.labels import Text
from indicators.store import Reading
from indicators.workbook.fields import FIELDS, PLACE, REQUIRED, UNIT, Choices, Field, choices
from indicators.workbook.guides import example_sheet, guide_sheet
from indicators.workbook.known import Cell, known_rows
from indicators.workbook.lists import Lists, lists_sheet

CAPTION_ROW, TITLE_ROW = 3, 4
FIRST_ROW = TITLE_ROW + 1
BLANK_ROWS = 500
FORMATS: Mapping[str, Mapping[str, object]] = {
    "heading": {"bold": True, "font_size": 15, "font_color": "#10312B"},
    "quiet": {"font_color": "#5B6B66"},
    "caption": {"italic": True, "font_color": "#5B6B66"},
    "title": {"bold": True, "bg_color": "#DCE9E2", "border": 1, "text_wrap": True, "valign": "vcenter"},
    "required": {"bold": True, "bg_color": "#10312B", "font_color": "#FFFFFF", "border": 1, "text_wrap": True,
                 "valign": "vcenter"},
    "text": {"valign": "top"},
    "wrapped": {"text_wrap": True, "valign": "top"},
    "shown": {"font_color": "#5B6B66", "italic": True, "valign": "top"},
    "year": {"num_format": "0", "valign": "top"},
    "number": {"num_format": "General", "valign": "top"},
    "grouped": {"num_format": "#,##0"},
    "fraction": {"num_format": "#,##0.0#####"},
    "date": {"num_format": "dd/mm/yyyy", "valign": "top"},
    "lacking": {"bg_color": "#F6D7C3"},
}  # fmt: skip
Formats = Mapping[str, Format]


@dataclass(frozen=True)
class Template:
    """A template made: its bytes, the version whose records it is filled with, and how many these are."""

    content: bytes
    version: int
    rows: int


class Exact(float):
    """A number written with all its digits; xlsxwriter's own sixteen are one too few for some."""

    def __format__(self, spec: str) -> str:
        return repr(float(self))


def template(
    reading: Reading, catalogue: Catalogue, text: Text, *, district: str | None = None, is_filled: bool = False
) -> Template:
    """Return the template for one district, or for the whole province; filled with what is known where asked.

    Raises UnknownDistrict.
    """
    named = None if district is None else catalogue.district(district)
    definitions = definitions_of(reading)
    offered = choices(definitions, catalogue, text, district)
    rows = known_rows(reading, definitions, offered, district=district) if is_filled else []
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    formats = {name: book.add_format(dict(wanted)) for name, wanted in FORMATS.items()}
    data, example, guide, listed = (
        book.add_worksheet(text(key))
        for key in ("template.sheet_data", "template.sheet_example", "template.sheet_guide", "template.sheet_lists")
    )
    lists = lists_sheet(listed, definitions, catalogue, offered, text, formats)
    place = text("template.whole_province") if named is None else text.name(named)
    _head(data, text, formats, place=place, version=reading.version, is_filled=is_filled)
    _titles(data, text, formats)
    for position, row in enumerate(rows, start=FIRST_ROW):
        _row(data, position, row, lists, formats)
    last = FIRST_ROW + len(rows) + BLANK_ROWS - 1
    for position in range(FIRST_ROW + len(rows), last + 1):
        _unit(data, position, "", lists, formats)
    _rules(data, last, lists, offered, text, formats, is_for_one=named is not None)
    example_sheet(example, offered, definitions, text, formats)
    guide_sheet(guide, text, formats)
    data.activate()
    book.close()
    return Template(content.getvalue(), reading.version, len(rows))


def _head(sheet: Worksheet, text: Text, formats: Formats, *, place: str, version: int, is_filled: bool) -> None:
    sheet.write_string(0, 0, text("template.heading", place=place), formats["heading"])
    sheet.write_string(1, 0, text("template.how_to"), formats["quiet"])
    filled = text("template.filled", version=version) if is_filled else text("template.not_filled")
    sheet.write_string(2, 0, filled, formats["quiet"])
    sheet.set_row(0, 24)


def _titles(sheet: Worksheet, text: Text, formats: Formats) -> None:
    for column, field in enumerate(FIELDS):
        sheet.set_column(column, column, field.width, formats.get(field.holds))
        if field.name == UNIT:
            sheet.write_string(CAPTION_ROW, column, text(field.title), formats["caption"])
            sheet.write_blank(TITLE_ROW, column, None, formats["title"])
            continue
        is_required = field.name in REQUIRED
        sheet.write_string(TITLE_ROW, column, text(field.title), formats["required" if is_required else "title"])
        if is_required:
            sheet.write_string(CAPTION_ROW, column, text("template.required"), formats["caption"])
    sheet.set_row(TITLE_ROW, 32)
    sheet.freeze_panes(FIRST_ROW, PLACE["indicator"] + 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(TITLE_ROW)


def _row(sheet: Worksheet, position: int, row: Mapping[str, Cell], lists: Lists, formats: Formats) -> None:
    for field in FIELDS:
        if field.name == UNIT:
            _unit(sheet, position, str(row[UNIT] or ""), lists, formats)
        else:
            write(sheet, position, PLACE[field.name], row[field.name], field, formats)


def write(sheet: Worksheet, row: int, column: int, cell: Cell, field: Field, formats: Formats) -> None:
    """Write one cell as what it is: text stays text whatever it begins with."""
    if cell is None:
        return
    if isinstance(cell, str):
        sheet.write_string(row, column, cell, formats["text"])
    elif isinstance(cell, dt.date):
        sheet.write_datetime(row, column, dt.datetime(cell.year, cell.month, cell.day), formats["date"])
    else:
        sheet.write_number(row, column, Exact(cell), formats[field.holds])


def _unit(sheet: Worksheet, row: int, unit: str, lists: Lists, formats: Formats) -> None:
    cell = f"$A{row + 1}"
    formula = f'=IF({cell}="","",IFERROR(VLOOKUP({cell},{lists.indicators_and_units},2,FALSE),""))'
    sheet.write_formula(row, PLACE[UNIT], formula, formats["shown"], unit)


def _rules(
    sheet: Worksheet, last: int, lists: Lists, offered: Choices, text: Text, formats: Formats, *, is_for_one: bool
) -> None:
    """Let every column be chosen from its list, show numbers by their digits, and mark a row without its place."""
    wrong, choose = text("template.not_in_list_title"), text("template.not_in_list")
    for name, source in lists.ranges.items():
        column = PLACE[name]
        # A year outside the list, an indicator still to be defined: warned of, and told by the check.
        kind = "warning" if name in ("year", "indicator") else "stop"
        rule = {"validate": "list", "source": source, "error_type": kind, "error_title": wrong, "error_message": choose}
        sheet.data_validation(FIRST_ROW, column, last, column, rule)
    sheet.data_validation(
        FIRST_ROW, PLACE["value"], FIRST_ROW, PLACE["value"],
        {"validate": "any", "input_title": text("template.value_title"), "input_message": text("template.value_hint")},
    )  # fmt: skip
    for field in FIELDS:
        if field.holds == "number":
            _digits(sheet, PLACE[field.name], last, formats)
    lacking: Sequence[str] = ("district",) if is_for_one else ()
    filled = f'$A{FIRST_ROW + 1}<>""'
    for name in (*lacking, "year"):
        column = PLACE[name]
        rule = {
            "type": "formula",
            "criteria": f'=AND({filled},${xl_col_to_name(column)}{FIRST_ROW + 1}="")',
            "format": formats["lacking"],
        }
        sheet.conditional_format(FIRST_ROW, column, last, column, rule)


def _digits(sheet: Worksheet, column: int, last: int, formats: Formats) -> None:
    cell = f"{xl_col_to_name(column)}{FIRST_ROW + 1}"
    for criteria, name in (
        (f"=AND(ISNUMBER({cell}),{cell}=INT({cell}))", "grouped"),
        (f"=AND(ISNUMBER({cell}),{cell}<>INT({cell}))", "fraction"),
    ):
        rule = {"type": "formula", "criteria": criteria, "format": formats[name]}
        sheet.conditional_format(FIRST_ROW, column, last, column, rule)
