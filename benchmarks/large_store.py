"""A store of any size, written straight into its table: `python -m benchmarks.large_store FOLDER RECORDS`.

It has 200 indicators of six kinds in 22 sectors over 25 years, quarterly ones among them, with targets, baselines and
some reported totals. What grows is the number of districts: nine, one province, make a million records; 909 make a
hundred million.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from deltalake import DeltaTable

from indicators import catalogue
from indicators.catalogue.definition import OVER_PLACE_BY_KIND, Definition, Direction, Kind
from indicators.store import Publication, Store
from indicators.store.commit import Counts, metadata
from indicators.store.record import ORDER, PARTITION
from indicators.store.rewrite import FILE_SCHEMA, commit, write

INDICATORS, SECTORS, YEARS = 200, 22, range(1996, 2021)
KINDS = (Kind.FLOW, Kind.STOCK, Kind.RATIO, Kind.CUMULATIVE, Kind.FLOW, Kind.INDEX, Kind.RATIO, Kind.GROWTH)
# Every fourth indicator comes by quarters since the programme began, which makes as many rows as years do.
QUARTERLY_SINCE = 2014


@dataclass(frozen=True)
class Size:
    """How many districts a store of about so many records has."""

    records: int

    @cached_property
    def districts(self) -> list[str]:
        """The catalogue's own districts, then as many more as it takes."""
        wanted = max(1, round(self.records / (INDICATORS * SECTORS * len(YEARS))))
        own = [known.code for known in catalogue.load().districts]
        return [*own, *(f"{1000 + more}" for more in range(wanted - len(own)))][:wanted]

    @cached_property
    def sectors(self) -> list[str]:
        """The catalogue's own sectors, then as many more as it takes."""
        own = [known.id for known in catalogue.load().sectors]
        return [*own, *(f"nganh_{more}" for more in range(SECTORS - len(own)))][:SECTORS]


def make(folder: Path, records: int) -> Store:
    """Write a store of about so many records, in one commit after its first version."""
    store = Store.create(folder, by="benchmark")
    written = folder / "records"
    files = [write(written, indicator, [rows]) for indicator, rows in _partitions(Size(records))]
    told = metadata(Publication(by="benchmark", reason="made"), Counts(new=sum(file.rows for file in files)))
    commit(DeltaTable(str(written)), written, files, [file.indicator for file in files], told)
    return store


def _partitions(size: Size) -> Iterator[tuple[str, pa.Table]]:
    for number in range(INDICATORS):
        definition = _definition(number)
        tables = [_actual(number, definition, size), _definition_row(definition), *_goals(number, definition, size)]
        order = [(name, "ascending") for name in ORDER if name != PARTITION]
        yield definition.id, pa.concat_tables(tables).combine_chunks().sort_by(order)


def _definition(number: int) -> Definition:
    kind = KINDS[number % len(KINDS)]
    return Definition(
        id=f"chi_tieu_{number:03}",
        name_vi=f"Chỉ tiêu {number}",
        name_en=f"Indicator {number}",
        unit="%" if kind in (Kind.RATIO, Kind.GROWTH) else "DN",
        kind=kind,
        direction=Direction.UP,
        group=catalogue.load().groups[number % 6].id,
        over_place=OVER_PLACE_BY_KIND[kind],
    )


def _actual(number: int, definition: Definition, size: Size) -> pa.Table:
    random = np.random.default_rng(number)
    years, periods = _times(number)
    # A place without a district or sector is a total; a third of the indicators report theirs.
    districts, sectors = [None, *size.districts], [None, *size.sectors]
    at, district, sector = (
        grid.ravel()
        for grid in np.meshgrid(
            np.arange(len(years)), np.arange(len(districts)), np.arange(len(sectors)), indexing="ij"
        )
    )
    is_total = (district == 0) | (sector == 0)
    kept = ~is_total | (random.random(len(at)) < 0.5) if number % 3 == 0 else ~is_total
    kept &= random.random(len(at)) > 0.02
    at, district, sector = at[kept], district[kept], sector[kept]
    size_of_place = 5.0 + district % 7 + 3 * (sector % 5)
    value = np.round(size_of_place * (1 + 0.04 * at) * random.uniform(0.8, 1.25, len(at)), 1)
    is_ratio = definition.kind is Kind.RATIO
    below = np.round(value * 1.7 + 10)
    given = np.round(100 * value / below, 9) if is_ratio else value
    is_missing = random.random(len(at)) < 0.01
    province = pa.DictionaryArray.from_arrays(
        pa.array(district // 9, pa.int32()), pa.array([f"tinh_{one}.xlsx" for one in range(len(districts) // 9 + 1)])
    )
    return _table(
        len(at),
        measure="actual",
        year=pa.array(years[at], pa.int32()),
        period=pa.array(periods)[0:].take(pa.array(at)),
        district=pa.array(districts, pa.string()).take(pa.array(district)),
        sector=pa.array(sectors, pa.string()).take(pa.array(sector)),
        value=pa.array(given, mask=is_missing),
        numerator=pa.array(value) if is_ratio else None,
        denominator=pa.array(below) if is_ratio else None,
        quality=pa.array(["official", "preliminary"]).take(pa.array((random.random(len(at)) < 0.03).astype(int))),
        document=pc.binary_join_element_wise("BC-", pc.cast(pa.array(years[at]), pa.string()), ""),
        raw=pc.cast(pa.array(value), pa.string()),
        file=province.cast(pa.string()),
        sheet="Biểu 1",
        cell=pc.binary_join_element_wise("H", pc.cast(pa.array(np.arange(len(at)) + 2), pa.string()), ""),
    )


def _times(number: int) -> tuple[np.ndarray, list[str]]:
    if number % 4 != 3:
        return np.array(YEARS), ["Y"] * len(YEARS)
    quarters = [(year, f"Q{quarter}") for year in range(QUARTERLY_SINCE, YEARS[-1] + 1) for quarter in range(1, 5)]
    return np.array([year for year, _ in quarters]), [quarter for _, quarter in quarters]


def _definition_row(definition: Definition) -> pa.Table:
    return _table(1, measure="definition", definition=definition.to_json())


def _goals(number: int, definition: Definition, size: Size) -> Iterator[pa.Table]:
    """Yield the province's target for 2020, revised once, and its baseline; every fifth indicator's by district too."""
    places = [None, *(size.districts if number % 5 == 0 else ())]
    rows = len(places)
    is_rate = definition.unit == "%"
    level = np.full(rows, 60.0) if is_rate else np.array([len(size.districts), *[1] * (rows - 1)]) * 900.0
    common = {"period": "Y", "district": pa.array(places, pa.string()), "quality": "official", "file": "muc_tieu.xlsx"}
    yield _table(rows, measure="baseline", year=2013, value=pa.array(level / 2), cell="C4", **common)
    for share, day in ((0.9, dt.date(2014, 1, 8)), (1.0, dt.date(2017, 5, 4))):
        dated = pa.array([day] * rows, pa.date32())
        yield _table(
            rows, measure="target", year=2020, value=pa.array(level * share), operator=">=", document="37/QĐ-UBND",
            document_date=dated, cell="D4", **common,
        )  # fmt: skip


def _table(rows: int, **columns: object) -> pa.Table:
    given = {"upload": 1, **columns}

    def column(field: pa.Field) -> pa.Array:
        value = given.get(field.name)
        if isinstance(value, pa.Array):
            return value.cast(field.type)
        return pa.nulls(rows, field.type) if value is None else pa.repeat(pa.scalar(value, field.type), rows)

    return pa.Table.from_arrays([column(field) for field in FILE_SCHEMA], schema=FILE_SCHEMA)


if __name__ == "__main__":
    made = make(Path(sys.argv[1]), int(sys.argv[2]))
    print(made.at().rows, "records in", made.folder)
