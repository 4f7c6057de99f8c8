"""Rows given and rows expected of one indicator x, written short."""

from __future__ import annotations

import pandas as pd

from indicators import queries
from indicators.catalogue.definition import Kind
from indicators.store import Reading
from tests.store.rows import Row, actual, definition, rows

FLOW = definition("x", Kind.FLOW)
SHARE = definition("x", Kind.RATIO, unit="%")
DONE = definition("x", Kind.YES_NO)


def x(year: int, value: float | None = None, place: str = "", **rest: object) -> Row:
    """Return a record of the indicator x; a place reads "164", "/tea", "164/tea" or nothing for the province."""
    district, _, sector = place.partition("/")
    return actual("x", year, value, district=district or None, sector=sector or None, **rest)


def values(nothing: Reading, *records: Row) -> pd.DataFrame:
    read = queries.values_by_place(nothing.with_incoming(rows(*records)))
    read["place"] = read["district"].fillna("") + ("/" + read["sector"]).fillna("")
    return read


def built(nothing: Reading, *records: Row) -> dict[tuple[str, int, str], tuple[object, ...]]:
    """Return value, parts and coverage of every built row by place, year and period."""
    read = values(nothing, *records)
    return {
        (row.place, row.year, row.period): (row.value, row.parts, f"{row.have}/{row.expected}", row.complete)
        for row in read[read["how"] == "built"].itertuples()
    }
