"""Where records meet the ruler: each indicator at each place, with its series and its verdict."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from indicators import assessment, queries
from indicators.assessment import Baseline, Observation, Series, Target, Verdict
from indicators.catalogue import Catalogue
from indicators.catalogue.definition import Definition, Kind
from indicators.store import Reading

Place = tuple[str | None, str | None]
WHOLE_PROVINCE: Place = (None, None)
# A named tuple with the columns of the query it comes from.
Row = Any
# What a blank may be in them: None, NaN or pandas' own NA.
Scalar = str | float | None


@dataclass(frozen=True, eq=False)
class Rows:
    """Some rows of a query's frame: as they are read one by one, and as a frame of their own where one is wanted."""

    frame: pd.DataFrame
    positions: tuple[int, ...]
    each: tuple[Row, ...]

    def as_frame(self) -> pd.DataFrame:
        """Return these rows as a frame with the query's columns."""
        return self.frame.iloc[list(self.positions)]


@dataclass(frozen=True, eq=False)
class Assessed:
    """One indicator at one place: what it is, what was reported, and how it stands."""

    definition: Definition
    district: str | None
    sector: str | None
    series: Series
    verdict: Verdict
    value_rows: Rows
    target_rows: Rows

    @property
    def values(self) -> pd.DataFrame:
        """The rows of `queries.values_by_place` behind it."""
        return self.value_rows.as_frame()

    @property
    def targets(self) -> pd.DataFrame:
        """The rows of `queries.targets_by_place` behind it."""
        return self.target_rows.as_frame()


def default_as_of(catalogue: Catalogue, *, today: dt.date | None = None) -> int:
    """Return the year asked for when nobody asks: the programme's last, or the current one if earlier."""
    return min(catalogue.programme.last_year, (today or dt.date.today()).year)


def definitions(reading: Reading, *, group: str | None = None) -> dict[str, Definition]:
    """Return the definitions of that version by id, in the order of their ids; with `group`, only that group's."""
    rows = queries.definitions(reading)
    found = {str(row.indicator): Definition.from_json(str(row.definition)) for row in rows.itertuples()}
    return {id: definition for id, definition in sorted(found.items()) if group is None or definition.group == group}


def assess_places(
    reading: Reading,
    catalogue: Catalogue,
    *,
    as_of: int,
    level: str = "province",
    district: str | None = None,
    sector: str | None = None,
    indicator: str | None = None,
    indicators: Collection[str] | None = None,
) -> tuple[Assessed, ...]:
    """Return every indicator judged at every place of one level.

    `level` is province, district, sector or cell (a district's sector); `district`, `sector` and `indicator` narrow it,
    `indicators` does for several.
    At the province every definition gets a row; elsewhere every definition gets one for each place of the catalogue
    that the narrowing leaves, so that a place without data is seen as such.
    """
    known = definitions(reading)
    asked = known.keys() if indicators is None else indicators
    wanted = {id: known[id] for id in known if id in asked and indicator in (None, id)}
    # A store may hold more districts than the catalogue has.
    known_districts = tuple(one.code for one in catalogue.districts) if level in ("district", "cell") else None
    narrowing: dict[str, Any] = {
        "indicator": indicator, "level": level, "district": district, "sector": sector, "districts": known_districts,
    }  # fmt: skip
    values = _RowsByPlace(queries.values_by_place(reading, **narrowing))
    targets = _RowsByPlace(queries.targets_by_place(reading, **narrowing))
    places = _places(catalogue, level=level, district=district, sector=sector)
    return tuple(
        _assess(
            definition,
            place,
            catalogue=catalogue,
            as_of=as_of,
            values=values.of(id, place),
            targets=targets.of(id, place),
        )
        for id, definition in wanted.items()
        for place in places
    )


def reassess(assessed: Assessed, catalogue: Catalogue, *, as_of: int) -> Verdict:
    """Return the verdict on the same series in another year."""
    return assessment.assess(assessed.series, as_of=as_of, first_year=catalogue.programme.first_year)


def _places(catalogue: Catalogue, *, level: str, district: str | None, sector: str | None) -> tuple[Place, ...]:
    districts = [known.code for known in catalogue.districts if district in (None, known.code)]
    sectors = [known.id for known in catalogue.sectors if sector in (None, known.id)]
    by_level: Mapping[str, Iterable[Place]] = {
        "province": (WHOLE_PROVINCE,),
        "district": ((code, None) for code in districts),
        "sector": ((None, id) for id in sectors),
        "cell": ((code, id) for code in districts for id in sectors),
    }
    return tuple(by_level[level])


class _RowsByPlace:
    """A query's frame read once, row by row, and kept by indicator and place: a frame for each would be slow."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame
        self._rows: list[Row] = list(frame.itertuples(index=False, name="Row"))
        self._positions: dict[tuple[str, Place], list[int]] = defaultdict(list)
        for position, row in enumerate(self._rows):
            self._positions[str(row.indicator), (_text(row.district), _text(row.sector))].append(position)

    def of(self, indicator: str, place: Place) -> Rows:
        positions = tuple(self._positions.get((indicator, place), ()))
        return Rows(self._frame, positions, tuple(self._rows[position] for position in positions))


def _assess(
    definition: Definition,
    place: Place,
    *,
    catalogue: Catalogue,
    as_of: int,
    values: Rows,
    targets: Rows,
) -> Assessed:
    district, sector = place
    series = Series(
        definition=definition,
        observations=tuple(_observations(values.each)),
        targets=tuple(_targets(targets.each, definition)),
        baselines=tuple(_baselines(targets.each)),
        boundary_breaks=catalogue.district(district).break_years if district else (),
        district=district,
        sector=sector,
    )
    verdict = assessment.assess(series, as_of=as_of, first_year=catalogue.programme.first_year)
    return Assessed(definition, district, sector, series, verdict, values, targets)


def _observations(rows: Iterable[Row]) -> Iterable[Observation]:
    for row in rows:
        yield Observation(
            year=int(row.year),
            period=str(row.period),
            value=_number(row.value),
            quality=_text(row.quality) or "official",
            how=str(row.how),
            complete=bool(row.complete),
            parts=_text(row.parts),
            have=_count(row.have),
            expected=_count(row.expected),
        )


def _targets(rows: Iterable[Row], definition: Definition) -> Iterable[Target]:
    for row in rows:
        value = _number(row.value)
        if value is None and definition.kind is Kind.YES_NO:
            value = 1.0
        if value is None or row.measure != "target":
            continue
        yield Target(
            year=int(row.year),
            operator=_text(row.operator) or (">=" if definition.direction == "up" else "<="),
            value=value,
            value_to=_number(row.value_to),
            document=_text(row.document),
            document_date=None if pd.isna(row.document_date) else pd.Timestamp(row.document_date).date(),
        )


def _baselines(rows: Iterable[Row]) -> Iterable[Baseline]:
    for row in rows:
        value = _number(row.value)
        if row.measure == "baseline" and value is not None:
            yield Baseline(year=int(row.year), value=value, period=str(row.period))


def _text(value: Scalar) -> str | None:
    return None if value is None or pd.isna(value) else str(value)


def _number(value: Scalar) -> float | None:
    return None if value is None or pd.isna(value) else float(value)


def _count(value: Scalar) -> int | None:
    return None if value is None or pd.isna(value) else int(value)
