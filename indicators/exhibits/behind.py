"""The values behind an indicator at a place: its own and those of its parts; of a long answer what a page shows."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from indicators import queries
from indicators.exhibits.request import Request

# A page of this length is still read and drawn; a store of several provinces has hundreds of thousands.
MOST_RECORDS = 20_000
_LEVELS = {
    "province": ("province", "sector", "district", "cell"),
    "sector": ("sector", "cell"),
    "district": ("district", "cell"),
    "cell": ("cell",),
}
_ORDER = ["year", "period", "district", "sector"]


def is_long(request: Request) -> bool:
    """Whether a large store has more records of the selected indicator than a page shows."""
    if not request.reading.is_large or request.selection.district is not None:
        return False
    rows = request.reading.rows_of(request.selection.indicator or "")
    return rows is None or rows > MOST_RECORDS


def values_behind(request: Request, *, are_compared: bool = False) -> pd.DataFrame:
    """Return the rows of `queries.values_by_place` of the selected indicator at the selected place and its parts.

    Of a long answer they are those of the catalogue's districts; with `are_compared`, of the whole province those of
    no sector of a district.
    """
    selection, levels = request.selection, _LEVELS[request.level]
    if not is_long(request):
        return queries.values_by_place(
            request.reading, indicator=selection.indicator, district=selection.district, sector=selection.sector
        )
    return _of_levels(request, [level for level in levels if not are_compared or level != "cell" or len(levels) < 3])


def _of_levels(request: Request, levels: Iterable[str]) -> pd.DataFrame:
    known = tuple(district.code for district in request.catalogue.districts)
    found = pd.concat(
        [
            queries.values_by_place(
                request.reading,
                indicator=request.selection.indicator,
                level=level,
                sector=request.selection.sector,
                districts=known if level in ("district", "cell") else None,
            )
            for level in levels
        ],
        ignore_index=True,
    )
    latter = found.sort_values("how", ascending=False, kind="stable")
    return latter.sort_values(_ORDER, na_position="first", kind="stable", ignore_index=True)
