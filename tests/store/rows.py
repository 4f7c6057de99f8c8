"""Rows as the way in hands them to the store, written short."""

from __future__ import annotations

import pyarrow as pa

from indicators.catalogue.definition import OVER_PLACE_BY_KIND, Definition, Direction, Kind
from indicators.store import INCOMING_SCHEMA, Publication

Row = dict[str, object]
BY_A_CLERK = Publication(by="Nguyễn Thị Hoa", reason="Báo cáo năm")


def actual(indicator: str, year: int, value: float | None = None, **rest: object) -> Row:
    return {"measure": "actual", "indicator": indicator, "year": year, "period": "Y", "value": value, **rest}


def target(indicator: str, year: int, value: float, **rest: object) -> Row:
    return {**actual(indicator, year, value, **rest), "measure": "target"}


def definition(id: str, kind: Kind = Kind.FLOW, *, unit: str = "DN", **rest: object) -> Row:
    fields = {"name_vi": id, "direction": Direction.UP, "over_place": OVER_PLACE_BY_KIND[kind], **rest}
    defined = Definition(id=id, kind=kind, unit=unit, **fields)
    return {"measure": "definition", "indicator": id, "definition": defined.to_json()}


def withdrawn(row: Row) -> Row:
    return {**row, "withdraw": True}


def rows(*records: Row) -> pa.Table:
    return pa.Table.from_pylist([{"withdraw": False, **record} for record in records], schema=INCOMING_SCHEMA)
