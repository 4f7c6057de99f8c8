"""The sheets that are for reading: an example filled in, and how to fill in one's own. Neither is taken as data."""

from __future__ import annotations

from collections.abc import Mapping

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from indicators.catalogue.definition import Definition, Kind
from indicators.labels import Text
from indicators.workbook.fields import FIELDS, PLACE, UNIT, Choices

EXAMPLE_TITLE_ROW = 3
Formats = Mapping[str, Format]

GUIDE = (
    "template.guide_one_row",
    "template.guide_lists",
    "template.guide_required",
    "template.guide_place",
    "template.guide_numbers",
    "template.guide_unit",
    "template.guide_signs",
    "template.guide_zero",
    "template.guide_withdraw",
    "template.guide_ratio",
    "template.guide_target",
    "template.guide_quality",
    "template.guide_known",
    "template.guide_send",
)


def example_sheet(
    sheet: Worksheet, offered: Choices, definitions: Mapping[str, Definition], text: Text, formats: Formats
) -> None:
    """Write a few rows as they should be filled in, each with what it shows."""
    sheet.write_string(0, 0, text("template.not_data"), formats["lacking"])
    sheet.write_string(1, 0, text("template.example_heading"), formats["heading"])
    for column, field in enumerate(FIELDS):
        sheet.set_column(column, column, field.width)
        sheet.write_string(EXAMPLE_TITLE_ROW, column, text(field.title), formats["title"])
    sheet.set_column(len(FIELDS), len(FIELDS), 60)
    sheet.write_string(EXAMPLE_TITLE_ROW, len(FIELDS), text("template.example_shows"), formats["title"])
    for row, (cells, shows) in enumerate(_examples(offered, definitions, text), start=EXAMPLE_TITLE_ROW + 1):
        for name, cell in cells.items():
            if isinstance(cell, str):
                sheet.write_string(row, PLACE[name], cell, formats["text"])
            else:
                sheet.write_number(row, PLACE[name], cell, formats["year" if name == "year" else "number"])
        sheet.write_string(row, len(FIELDS), shows, formats["shown"])
    sheet.freeze_panes(EXAMPLE_TITLE_ROW + 1, 1)


def _examples(
    offered: Choices, definitions: Mapping[str, Definition], text: Text
) -> list[tuple[dict[str, str | float], str]]:
    counted = _of_kind((Kind.CUMULATIVE, Kind.FLOW, Kind.STOCK), offered, definitions, text)
    share = _of_kind((Kind.RATIO,), offered, definitions, text)
    district = list(offered.district.values())[-1]
    words, year = offered.word, list(offered.year)[-2]
    return [
        ({**counted, "year": year, "district": district, "value": 12}, text("template.example_plain")),
        (
            {**counted, "year": year, "period": words("period", "H1"), "district": district, "value": 5,
             "quality": words("quality", "preliminary")},
            text("template.example_preliminary"),
        ),
        (
            {**share, "year": year, "district": district, "numerator": 27, "denominator": 60},
            text("template.example_ratio"),
        ),
        ({**counted, "year": year, "district": district, "value": "…"}, text("template.example_missing")),
        (
            {**counted, "year": year, "district": district, "measure": words("measure", "target"), "value": 30,
             "operator": words("operator", ">="), "document": text("template.example_document"),
             "document_date": "08/01/2014"},
            text("template.example_target"),
        ),
        (
            {**counted, "year": year, "district": district, "value": text("template.example_delete")},
            text("template.example_withdraw"),
        ),
    ]  # fmt: skip


def _of_kind(
    kinds: tuple[Kind, ...], offered: Choices, definitions: Mapping[str, Definition], text: Text
) -> dict[str, str | float]:
    found = next((one for one in definitions.values() if one.kind in kinds), None)
    if found is None:
        return {"indicator": text("template.example_indicator"), UNIT: ""}
    return {"indicator": offered.indicator[found.id], UNIT: found.unit}


def guide_sheet(sheet: Worksheet, text: Text, formats: Formats) -> None:
    """Write the instructions, one line each."""
    sheet.set_column(0, 0, 5)
    sheet.set_column(1, 1, 110)
    sheet.write_string(0, 0, text("template.not_data"), formats["quiet"])
    sheet.write_string(1, 0, text("template.guide_heading"), formats["heading"])
    for number, key in enumerate(GUIDE, start=1):
        sheet.write_number(number + 2, 0, number, formats["year"])
        sheet.write_string(number + 2, 1, text(key), formats["wrapped"])
