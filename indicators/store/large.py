"""The questions of a large version: asked of its roll-ups, and of the records of single cells."""

from __future__ import annotations

from typing import TypedDict, Unpack

import pyarrow as pa

from indicators import queryfile
from indicators.store.reading import Reading
from indicators.store.rollup import Rollup


class Narrowing(TypedDict):
    """What leaves only some rows of an answer; None leaves all."""

    indicator: str | None
    level: str | None
    district: str | None
    sector: str | None
    districts: tuple[str, ...] | None


def definitions(reading: Reading) -> pa.Table:
    """Return what queries/definitions.sql does."""
    return reading.run(queryfile.read("definitions"), rolled={"records": Rollup.SETTINGS})


def freshness_by_indicator(reading: Reading) -> pa.Table:
    """Return what queries/freshness_by_indicator.sql does."""
    return reading.run(queryfile.read("freshness_from_rollups"), rolled={"rolled_freshness": Rollup.FRESHNESS})


def reporting_by_district(reading: Reading) -> pa.Table:
    """Return what queries/reporting_by_district.sql does."""
    return reading.run(queryfile.read("reporting_from_rollups"), rolled={"rolled_reporting": Rollup.REPORTING})


def targets_by_place(reading: Reading, **narrowing: Unpack[Narrowing]) -> pa.Table:
    """Return what queries/targets_by_place.sql does."""
    query = queryfile.read("targets_by_place")
    return reading.run(query, rolled={"records": Rollup.SETTINGS}, within=_within(narrowing), **narrowing)


# Of more places than that each indicator is asked in its own file: that many bundles are no fewer files.
_MOST_PLACES = 64


def values_by_place(reading: Reading, **narrowing: Unpack[Narrowing]) -> pa.Table:
    """Return what queries/values_by_place.sql does."""
    level = narrowing["level"]
    places = _places(narrowing)
    if places:
        return reading.run(
            queryfile.read("values_from_rollups"),
            rolled={"rolled_values": Rollup.VALUES},
            places=places,
            **narrowing,
        )
    if level == "cell":
        return _cells(reading, narrowing)
    totals = reading.run(
        queryfile.read("values_from_rollups"),
        rolled={"rolled_values": Rollup.VALUES},
        within=_within(narrowing),
        **narrowing,
    )
    if level is not None:
        return totals
    order = ("indicator", "year", "period", "district", "sector")
    return pa.concat_tables([totals, _cells(reading, narrowing)]).sort_by(
        [*((name, "ascending", "at_start") for name in order), ("how", "descending", "at_end")]
    )


def _cells(reading: Reading, narrowing: Narrowing) -> pa.Table:
    return reading.run(
        queryfile.read("values_of_cells"),
        rolled={"rolled_settings": Rollup.SETTINGS},
        within=_within(narrowing),
        indicator=narrowing["indicator"],
        district=narrowing["district"],
        sector=narrowing["sector"],
        districts=narrowing["districts"],
    )


def _within(narrowing: Narrowing) -> tuple[str, ...] | None:
    return None if narrowing["indicator"] is None else (narrowing["indicator"],)


def _places(narrowing: Narrowing) -> tuple[str | None, ...]:
    """Return the places of which all indicators are asked: the province with its sectors is None; nothing for many."""
    level, district, districts = narrowing["level"], narrowing["district"], narrowing["districts"]
    if narrowing["indicator"] is not None or level not in ("province", "sector", "district", "cell"):
        return ()
    if level in ("province", "sector"):
        return (None,)
    asked = districts or () if district is None else (district,)
    return asked if len(asked) <= _MOST_PLACES else ()
