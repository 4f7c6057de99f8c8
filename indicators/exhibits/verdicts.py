"""Where records meet the ruler: each indicator at each place, with its series and its verdict."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from indicators import assessment, clock, queries
from indicators.assessment import Series, Status, Verdict
from indicators.catalogue import Catalogue
from indicators.catalogue.definition import Definition
from indicators.exhibits.rows import TargetRow, ValueRow
from indicators.exhibits.seriesrows import Place, Rows, RowsByPlace, series_of
from indicators.store import Reading

WHOLE_PROVINCE: Place = (None, None)
NOWHERE: Place = ("", "")
# Of the values, what a verdict is made of: texts and sources of a million records are long to gather.
JUDGED = (
    "indicator", "year", "period", "district", "sector", "value", "quality", "how", "complete", "parts", "have",
    "expected",
)  # fmt: skip
LEVELS = ("province", "district", "sector", "cell")


@dataclass(frozen=True, eq=False)
class Assessed:
    """One indicator at one place: what it is, what was reported, and how it stands.

    `in_year` gives its verdict in another year where that is remembered.
    """

    definition: Definition
    district: str | None
    sector: str | None
    series: Series
    verdict: Verdict
    value_rows: Rows
    target_rows: Rows
    in_year: Callable[[int], Verdict] | None = None

    @property
    def values(self) -> tuple[ValueRow, ...]:
        """The rows of `queries.values_by_place` behind it."""
        return self.value_rows.values

    @property
    def targets(self) -> tuple[TargetRow, ...]:
        """The rows of `queries.targets_by_place` behind it."""
        return self.target_rows.targets


_ANSWERS: WeakKeyDictionary[Reading, dict[object, tuple[Catalogue, tuple[Assessed, ...]]]] = WeakKeyDictionary()


def default_as_of(catalogue: Catalogue, *, today: dt.date | None = None) -> int:
    """Return the year asked for when nobody asks: the programme's last, or the current one if earlier."""
    return min(catalogue.programme.last_year, (today or clock.today()).year)


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
    that the narrowing leaves, so that a place without data is seen as such. What one reading was asked is remembered
    as long as it lives: the exhibits of one document ask the same many times.
    """
    asked = tuple(indicators) if indicators is not None else None
    if isinstance(reading, Gathered):
        wanted = [id for id in reading.known if (asked is None or id in asked) and indicator in (None, id)]
        places = _places(catalogue, level=level, district=district, sector=sector)
        return tuple(reading.judged(id, place, as_of=as_of) for id in wanted for place in places)
    question = (id(catalogue), as_of, level, district, sector, indicator, asked)
    answers = _ANSWERS.setdefault(reading, {})
    if question not in answers:
        # The catalogue is kept with its answer, so that no other one can come to have its id.
        answers[question] = catalogue, _assessed_places(
            reading, catalogue, as_of=as_of, level=level, district=district, sector=sector, indicator=indicator,
            indicators=asked,
        )  # fmt: skip
    return answers[question][1]


def statuses(
    reading: Reading,
    catalogue: Catalogue,
    *,
    as_of: int,
    level: str,
    indicator: str | None,
    indicators: Collection[str],
) -> dict[tuple[str, Place], Status]:
    """Return what `assess_places` says of each indicator at each place, its status alone and nothing of its sources."""
    assessed = _assessed_places(
        reading, catalogue, as_of=as_of, level=level, district=None, sector=None, indicator=indicator,
        indicators=indicators, columns=JUDGED,
    )  # fmt: skip
    return {(one.definition.id, (one.district, one.sector)): one.verdict.status for one in assessed}


def _assessed_places(
    reading: Reading,
    catalogue: Catalogue,
    *,
    as_of: int,
    level: str,
    district: str | None,
    sector: str | None,
    indicator: str | None,
    indicators: Collection[str] | None,
    columns: tuple[str, ...] = (),
) -> tuple[Assessed, ...]:
    known = definitions(reading)
    asked = known.keys() if indicators is None else indicators
    wanted = {id: known[id] for id in known if id in asked and indicator in (None, id)}
    # A store may hold more districts than the catalogue has.
    known_districts = tuple(one.code for one in catalogue.districts) if level in ("district", "cell") else None
    narrowing: dict[str, Any] = {
        "indicator": indicator, "level": level, "district": district, "sector": sector, "districts": known_districts,
    }  # fmt: skip
    values = RowsByPlace(queries.values_by_place(reading.telling(*columns), **narrowing))
    targets = RowsByPlace(queries.targets_by_place(reading, **narrowing))
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


@dataclass(frozen=True, eq=False)
class Gathered(Reading):
    """A reading of which every indicator at every place was asked once, for whoever wants all of them in every year.

    It answers as the reading does, and remembers each verdict it gave.
    """

    known: Mapping[str, Definition] = field(default_factory=dict)
    first_year: int = 0
    places: Mapping[tuple[str, Place], Assessed] = field(default_factory=dict)
    verdicts: dict[tuple[str, Place, int], Verdict] = field(default_factory=dict)
    assessed: dict[tuple[str, Place, int], Assessed] = field(default_factory=dict)

    def judged(self, indicator: str, place: Place, *, as_of: int) -> Assessed:
        """Return an indicator at a place at the end of a year."""
        key = (indicator, place, as_of)
        if key not in self.assessed:
            verdict = self._verdict(indicator, place, as_of)
            self.assessed[key] = replace(
                self.places[indicator, place], verdict=verdict, in_year=partial(self._verdict, indicator, place)
            )
        return self.assessed[key]

    def _verdict(self, indicator: str, place: Place, as_of: int) -> Verdict:
        series = self.places[indicator, place].series
        # Of most places nothing is known of most indicators, and of all of these the same can be said.
        told = series.observations or series.targets or series.baselines or series.boundary_breaks
        key = (indicator, place if told else NOWHERE, as_of)
        if key not in self.verdicts:
            self.verdicts[key] = assessment.assess(series, as_of=as_of, first_year=self.first_year)
        return self.verdicts[key]


def gathered(reading: Reading, catalogue: Catalogue, *, as_of: int) -> Gathered:
    """Return a reading that answers about every place without asking the store anew; `as_of` is the year at hand."""
    found = {
        (one.definition.id, (one.district, one.sector)): one
        for level in LEVELS
        for one in assess_places(reading, catalogue, as_of=as_of, level=level)
    }
    return Gathered(
        **{part.name: getattr(reading, part.name) for part in fields(Reading)},
        known=definitions(reading),
        first_year=catalogue.programme.first_year,
        places=found,
        verdicts={(*key, as_of): one.verdict for key, one in found.items()},
    )


def reassess(assessed: Assessed, catalogue: Catalogue, *, as_of: int) -> Verdict:
    """Return the verdict on the same series in another year."""
    if assessed.in_year is not None:
        return assessed.in_year(as_of)
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
    series = series_of(definition, district, sector, catalogue=catalogue, values=values, targets=targets)
    verdict = assessment.assess(series, as_of=as_of, first_year=catalogue.programme.first_year)
    return Assessed(definition, district, sector, series, verdict, values, targets)
