"""One indicator: its verdict, its way to the target, its places, its records, targets and definition."""

from __future__ import annotations

from indicators.catalogue import Catalogue
from indicators.exhibits.card import verdict
from indicators.exhibits.court import court
from indicators.exhibits.district_map import district_map
from indicators.exhibits.exhibit import Exhibit
from indicators.exhibits.gap import gap_by_district as gap
from indicators.exhibits.place_charts import bars, small_multiples
from indicators.exhibits.places import DISTRICT, SECTOR
from indicators.exhibits.records import parts, records
from indicators.exhibits.request import Request
from indicators.exhibits.since_start import since_start
from indicators.exhibits.tables import definition, targets
from indicators.exhibits.trajectory import trajectory
from indicators.exhibits.verdict_history import verdict_over_years
from indicators.labels import Text
from indicators.selection import Selection
from indicators.store import Reading

__all__ = [
    "by_district",
    "by_sector",
    "court",
    "definition",
    "districts_over_years",
    "districts_since_start",
    "gap_by_district",
    "map",
    "parts",
    "records",
    "sectors_over_years",
    "targets",
    "trajectory",
    "verdict",
    "verdict_over_years",
]


def by_district(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return the indicator at each district, within the selected sector where there is one."""
    return bars(Request(reading, catalogue, selection, text), DISTRICT)


def by_sector(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return the indicator in each sector, within the selected district where there is one."""
    return bars(Request(reading, catalogue, selection, text), SECTOR)


def districts_over_years(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return the indicator at each district over the years."""
    return small_multiples(Request(reading, catalogue, selection, text), DISTRICT)


def districts_since_start(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return what changed at each district since the first year, within the selected sector where there is one."""
    return since_start(Request(reading, catalogue, selection, text))


def gap_by_district(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return which part each district has in the whole's distance from its path."""
    return gap(Request(reading, catalogue, selection, text))


def sectors_over_years(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return the indicator in each sector over the years."""
    return small_multiples(Request(reading, catalogue, selection, text), SECTOR)


def map(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return where the indicator stands, district by district, within the selected sector where there is one."""
    return district_map(Request(reading, catalogue, selection, text))
