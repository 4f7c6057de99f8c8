"""What the store already knows, as rows of the template: filled in again unchanged they change nothing."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from typing import Any, cast

from indicators import queries
from indicators.catalogue.definition import Definition
from indicators.store import Reading
from indicators.workbook.fields import FIELDS, UNIT, Choices

Cell = str | float | int | dt.date | None
NOT_AVAILABLE = "…"
CHOSEN = ("indicator", "period", "measure", "district", "sector", "operator", "quality")
NUMBERS = ("value", "value_to", "numerator", "denominator")


def known_rows(
    reading: Reading, definitions: Mapping[str, Definition], choices: Choices, *, district: str | None
) -> list[dict[str, Cell]]:
    """Return every record of the places asked for, field by field, in the order of definitions, years and places."""
    records = queries.records_as_published(reading)
    kept = records[records["measure"].ne("definition") & records["indicator"].isin(list(definitions))]
    if district is not None:
        kept = kept[kept["district"].eq(district)]
    rank = {id: place for place, id in enumerate(definitions)}
    found = cast("list[dict[str, Any]]", kept.to_dict("records"))
    rows = sorted(found, key=lambda row: _order(row, rank))
    return [_row(row, definitions[row["indicator"]], choices) for row in rows]


def _order(row: Mapping[str, Any], rank: Mapping[str, int]) -> tuple[object, ...]:
    day = row["document_date"]
    return (
        rank[row["indicator"]], row["measure"], row["district"] or "", row["sector"] or "", int(row["year"]),
        row["period"] or "", dt.date.min if day is None else day,
    )  # fmt: skip


def _row(row: Mapping[str, Any], definition: Definition, choices: Choices) -> dict[str, Cell]:
    cells: dict[str, Cell] = {field.name: row.get(field.name) for field in FIELDS}
    for name in CHOSEN:
        blank_stays = name == "operator"
        cells[name] = None if row[name] is None and blank_stays else choices.word(name, row[name])
    cells[UNIT] = definition.unit
    cells["year"] = int(row["year"])
    for name in NUMBERS:
        cells[name] = None if math.isnan(row[name]) else float(row[name])
    if cells["numerator"] is not None and cells["denominator"] is not None:
        # The quotient is worked out anew; left in its cell it would contradict the parts once these are mended.
        cells["value"] = None
    elif cells["value"] is None:
        cells["value"] = row["raw"] or NOT_AVAILABLE
    return cells
