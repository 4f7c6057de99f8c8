"""One function for each question in queries/.

What comes back has exactly the columns the file's Returns names, also when it is empty. Texts and dates that are blank
are None; numbers that are blank are NaN, whole ones <NA>.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce
from operator import and_
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from indicators import queryfile
from indicators.queryfile import QueryFile
from indicators.store import Reading, large

# Counts of parts: a reported value has none.
_SOMETIMES_BLANK = frozenset({"have", "expected"})
# Which levels have a district, and a sector.
_LEVELS = {"province": (False, False), "district": (True, False), "sector": (False, True), "cell": (True, True)}
# Up to here the answer about every place takes no longer than the one about a single place, and is remembered.
_MOST_ROWS_ASKED_WHOLE = 50_000
_MANY_TEXTS = 20_000
_MOST_SERIES_AT_ONCE = 2_000


def definitions(reading: Reading) -> pd.DataFrame:
    """Return every indicator with its definition as JSON and the upload that brought it.

    Columns: indicator, definition, upload.
    """
    if reading.is_large:
        return _frame(large.definitions(reading))
    return _frame(reading.run(queryfile.read("definitions")))


def values_by_place(
    reading: Reading,
    *,
    indicator: str | None = None,
    level: str | None = None,
    district: str | None = None,
    sector: str | None = None,
    districts: tuple[str, ...] | None = None,
) -> pd.DataFrame:
    """Return each place's values, as reported and as built from its parts.

    `level` is province, district, sector or cell; without one every place is there. `districts` leaves only the rows
    of these.
    Columns: indicator, year, period, district, sector, value, numerator, denominator, quality, how (reported or built),
    complete, parts (districts, sectors or cells), have, expected, difference (reported - built), raw, document, note,
    upload, file, sheet, cell.
    """
    narrowing = large.Narrowing(indicator=indicator, level=level, district=district, sector=sector, districts=districts)
    if reading.is_large:
        return _frame(large.values_by_place(reading, **narrowing))
    query = queryfile.read("values_by_place")
    if indicator is not None or not reading.will_be_large:
        return _frame(_narrowed(reading, query, narrowing))
    # A rehearsal of a great many rows; the indicator is the first thing that an answer is sorted by.
    parts = [
        reading.run(query, within=some, **narrowing).filter(pc.field("indicator").isin(some))
        for some in reading.some_at_a_time()
    ]
    return _frame(pa.concat_tables(parts))


def targets_by_place(
    reading: Reading,
    *,
    indicator: str | None = None,
    level: str | None = None,
    district: str | None = None,
    sector: str | None = None,
    districts: tuple[str, ...] | None = None,
) -> pd.DataFrame:
    """Return the targets and baselines of each place, with every former value of a revised target.

    `level` is province, district, sector or cell; without one every place is there. `districts` leaves only the rows
    of these.
    Columns: measure (target or baseline), indicator, year, period, district, sector, operator, value, value_to,
    document, document_date, note, raw, quality, upload, file, sheet, cell.
    """
    narrowing = large.Narrowing(indicator=indicator, level=level, district=district, sector=sector, districts=districts)
    if reading.is_large:
        return _frame(large.targets_by_place(reading, **narrowing))
    return _frame(_narrowed(reading, queryfile.read("targets_by_place"), narrowing))


def changes_for_upload(reading: Reading, incoming: pa.Table) -> pd.DataFrame:
    """Return what each row of an upload would change, in the order of its rows.

    Columns: measure, indicator, year, period, district, sector, document_date, change (new, changed, unchanged,
    removed, absent), value_before, upload_before (the version that brought the stored row). Raises
    UnstorableRecord.
    """
    return _frame(reading.changes(incoming))


def differences_between_versions(reading: Reading, *, former: Reading) -> pd.DataFrame:
    """Return what a version of the store changed against another one of it, record by record.

    Columns: change (new, changed, removed), measure, indicator, year, period, district, sector, document_date; each of
    value, value_to, operator, numerator, denominator, quality, document, note and definition as it was (…_before) and
    as it is (…_after); document_date_before, upload_before; upload, file, sheet, cell.
    """
    frame = _frame(reading.difference_from(former))
    # A definition has no year; whether one is there must not decide what a year is.
    return frame.astype({"year": "Int64", "upload_before": "Int64", "upload": "Int64"})


def doubtful_series(reading: Reading, touched: pa.Table, *, jump: float) -> pd.DataFrame:
    """Return the series among some that fall (cumulative ones) or jump by that factor somewhere, each whole.

    `touched` has the columns indicator, district, sector, and length, the first letter of the periods. Columns:
    indicator, year, period, district, sector, value.
    """
    query = queryfile.read("doubtful_series")
    rows_by_indicator = dict(
        zip(*(touched["indicator"].value_counts().flatten()[place].to_pylist() for place in (0, 1)), strict=True)
    )
    answers = [
        reading.run(query, tables={"touched": touched.filter(pc.field("indicator").isin(some))}, within=some, jump=jump)
        for some in _some_at_a_time(rows_by_indicator)
    ]
    return _frame(pa.concat_tables(answers))


def _some_at_a_time(weights: Mapping[str, int]) -> Iterator[list[str]]:
    """Yield the indicators in their order, as many together as touch so many series; a million at once fill memory."""
    some: list[str] = []
    for indicator in sorted(weights):
        if some and sum(weights[one] for one in some) + weights[indicator] > _MOST_SERIES_AT_ONCE:
            yield some
            some = []
        some.append(indicator)
    yield some


def records_as_published(reading: Reading) -> pd.DataFrame:
    """Return every record of a version as it was published, definitions among them.

    Columns: measure, indicator, year, period, district, sector, document_date, value, value_to, operator, numerator,
    denominator, quality, document, note, raw, definition, upload, file, sheet, cell.
    """
    frame = _frame(reading.run(queryfile.read("records_as_published")))
    # A definition has no year; whether one is there must not decide what a year is.
    return frame.astype({"year": "Int64"})


def freshness_by_indicator(reading: Reading) -> pd.DataFrame:
    """Return how far the figures of each indicator reach; one without a single value is not there.

    Columns: indicator, last_year, last_period, last_upload, records.
    """
    if reading.is_large:
        return _frame(large.freshness_by_indicator(reading))
    return _frame(reading.run(queryfile.read("freshness_by_indicator")))


def reporting_by_district(reading: Reading) -> pd.DataFrame:
    """Return since when, until when and how much each district reported; one that never did is not there.

    Columns: district, first_year, last_year, records.
    """
    if reading.is_large:
        return _frame(large.reporting_by_district(reading))
    return _frame(reading.run(queryfile.read("reporting_by_district")))


def revised_figures(reading: Reading) -> pd.DataFrame:
    """Return which of the figures that districts reported had been others before, and who changed them last.

    Columns: indicator, year, period, district, sector, upload, value_before, is_told (false where what the upload
    changed is no longer kept).
    """
    return _frame(reading.revised())


def _narrowed(reading: Reading, query: QueryFile, narrowing: large.Narrowing) -> pa.Table:
    rows = reading.rows
    if rows is None or rows > _MOST_ROWS_ASKED_WHOLE:
        return reading.run(query, **narrowing)
    everything: dict[str, Any] = dict.fromkeys(query.params)
    # So short an answer is remembered whole, whoever asks.
    answer = reading.telling().run(query, **everything)
    equal = {name: narrowing[name] for name in ("indicator", "district", "sector")}
    kept = [pc.field(name) == wanted for name, wanted in equal.items() if wanted is not None]
    if narrowing["districts"] is not None:
        kept.append(pc.field("district").isin(pa.array(narrowing["districts"], pa.string())))
    if narrowing["level"] is not None:
        has_district, has_sector = _LEVELS.get(narrowing["level"], (None, None))
        kept += [pc.field("district").is_valid() == has_district, pc.field("sector").is_valid() == has_sector]
    return answer.filter(reduce(and_, kept)) if kept else answer


def _frame(table: pa.Table) -> pd.DataFrame:
    return pd.DataFrame({name: _series(name, table[name]) for name in table.column_names})


def _series(name: str, column: pa.ChunkedArray) -> pd.Series:
    # Left to itself pandas makes NaN, which counts as true, of a blank text, and 7.0 of a 7 that has blanks beside it.
    if pa.types.is_integer(column.type) and (name in _SOMETIMES_BLANK or column.null_count):
        figures, blank = pc.fill_null(column, 0).to_numpy().astype(np.int64), pc.is_null(column).to_numpy()
        return pd.Series(pd.arrays.IntegerArray(figures, blank))
    if pa.types.is_integer(column.type) or pa.types.is_floating(column.type) or pa.types.is_boolean(column.type):
        return pd.Series(column.to_numpy())
    if pa.types.is_string(column.type):
        return pd.Series(_texts(column.combine_chunks()), dtype=object)
    return pd.Series(column.to_pylist(), dtype=object)


def _texts(column: pa.StringArray) -> np.ndarray:
    found: np.ndarray = np.array([], dtype=object)
    encoded = column.dictionary_encode() if len(column) > _MANY_TEXTS else None
    if encoded is None or 2 * len(encoded.dictionary) > len(column):
        found = column.to_numpy(zero_copy_only=False)
    else:
        # A column of a million texts that are few different ones shares them.
        texts = np.array([*encoded.dictionary.to_pylist(), None], dtype=object)
        found = texts[encoded.indices.fill_null(len(texts) - 1).to_numpy()]
    return found
