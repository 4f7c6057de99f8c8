"""The sheet of lists: what may be chosen, with its code and its unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.format import Format
from xlsxwriter.utility import quote_sheetname, xl_range_abs
from xlsxwriter.worksheet import Worksheet

from indicators.catalogue import Catalogue
from indicators.catalogue.definition import Definition
from indicators.labels import Text
from indicators.workbook.fields import Choices

TITLE_ROW = 2
# A list of nothing is still a range.
NOTHING = ("",)


@dataclass(frozen=True)
class Lists:
    """Where the lists stand: the range of each column that is chosen from one, and indicators beside their units."""

    ranges: Mapping[str, str]
    indicators_and_units: str


def lists_sheet(
    sheet: Worksheet,
    definitions: Mapping[str, Definition],
    catalogue: Catalogue,
    offered: Choices,
    text: Text,
    formats: Mapping[str, Format],
) -> Lists:
    """Write every list and return where they stand."""
    sheet.write_string(0, 0, text("template.not_data"), formats["quiet"])
    known = [definitions[id] for id in offered.indicator]
    columns: list[tuple[str, str, int, Sequence[str | int]]] = [
        ("indicator", text("template.column_indicator"), 58, tuple(offered.indicator.values()) or NOTHING),
        ("", text("template.list_unit"), 18, tuple(one.unit for one in known) or NOTHING),
        ("", text("template.list_code"), 30, tuple(one.id for one in known)),
        ("year", text("template.column_year"), 8, offered.year),
        ("period", text("template.column_period"), 18, tuple(offered.period.values())),
        ("district", text("template.column_district"), 20, tuple(offered.district.values())),
        ("", text("template.list_code"), 8, tuple(code or "" for code in offered.district)),
        ("sector", text("template.column_sector"), 30, tuple(offered.sector.values())),
        ("", text("template.list_code"), 16, tuple(code or "" for code in offered.sector)),
        ("measure", text("template.column_measure"), 14, tuple(offered.measure.values())),
        ("operator", text("template.column_operator"), 14, tuple(offered.operator.values())),
        ("quality", text("template.column_quality"), 14, tuple(offered.quality.values())),
    ]
    ranges: dict[str, str] = {}
    for column, (name, title, width, entries) in enumerate(columns):
        sheet.set_column(column, column, width)
        sheet.write_string(TITLE_ROW, column, title, formats["title"])
        for row, entry in enumerate(entries, start=TITLE_ROW + 1):
            if isinstance(entry, int):
                sheet.write_number(row, column, entry, formats["year"])
            else:
                sheet.write_string(row, column, entry, formats["text"])
        if name:
            ranges[name] = f"={_range(sheet, column, column, len(entries))}"
    sheet.freeze_panes(TITLE_ROW + 1, 0)
    return Lists(ranges, _range(sheet, 0, 1, max(1, len(known))))


def _range(sheet: Worksheet, first: int, last: int, rows: int) -> str:
    area = xl_range_abs(TITLE_ROW + 1, first, TITLE_ROW + rows, last)
    return f"{quote_sheetname(sheet.get_name())}!{area}"
