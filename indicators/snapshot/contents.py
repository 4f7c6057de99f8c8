"""Every exhibit of one version that a reader of the file can ask for: each year, place and indicator.

Of most indicators nothing is known at most places, and what is said there is the same but for the place's name. Such
exhibits are made once for a kind of place; tests/snapshot compares every selection with what the store answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from indicators import exhibits
from indicators.catalogue import Catalogue
from indicators.catalogue.alphabet import alphabetical
from indicators.exhibits import Progress, silent
from indicators.exhibits.exhibit import Exhibit
from indicators.exhibits.request import Request
from indicators.exhibits.seriesrows import Place
from indicators.exhibits.verdicts import Gathered
from indicators.labels import Text
from indicators.selection import Selection
from indicators.snapshot.pool import Placed, Pool
from indicators.snapshot.rendered import Plain, plain
from indicators.store import Reading

Builder = Callable[[Reading, Catalogue, Selection, Text], Exhibit]
# What makes the exhibits of a name in a year at a place, by their builder.
OfPlace = Callable[[str, Builder, int, Place], Any]
# Stands in a sentence for the name of the place that the reader has chosen.
PLACE = "{place}"
OF_INDICATOR: dict[str, Builder] = {
    "verdict": exhibits.indicator.verdict,
    "trajectory": exhibits.indicator.trajectory,
    "court": exhibits.indicator.court,
}
OF_PLACE: dict[str, Builder] = {
    "final_verdict": exhibits.overview.final_verdict,
    "needs_attention": exhibits.overview.needs_attention,
    "groups": exhibits.overview.groups,
    "standing": exhibits.district.standing,
}
ALONG_DISTRICTS: dict[str, Builder] = {
    "by_district": exhibits.indicator.by_district,
    "districts_over_years": exhibits.indicator.districts_over_years,
    "gap_by_district": exhibits.indicator.gap_by_district,
    "districts_since_start": exhibits.indicator.districts_since_start,
}
ALONG_SECTORS: dict[str, Builder] = {
    "by_sector": exhibits.indicator.by_sector,
    "sectors_over_years": exhibits.indicator.sectors_over_years,
}
OF_YEAR: dict[str, Builder] = {
    "statuses": exhibits.method.statuses,
    "worked_examples": exhibits.method.worked_examples,
    "methods": exhibits.method.methods,
    "edge_rules": exhibits.method.edge_rules,
}


@dataclass(frozen=True, eq=False)
class Contents:
    """The exhibits of a file, packed: `pool` holds the values, `table` says where each one stands.

    `only_year` and `group` narrow it to one year and to the indicators of one group.
    """

    reading: Gathered
    catalogue: Catalogue
    text: Text
    only_year: int | None = None
    group: str | None = None
    pool: Pool = field(default_factory=Pool)
    _made: dict[tuple[object, ...], Placed] = field(default_factory=dict)

    @cached_property
    def years(self) -> list[int]:
        """The years of the programme, or the one year that is wanted."""
        if self.only_year is not None:
            return [self.only_year]
        return list(range(self.catalogue.programme.first_year, self.catalogue.programme.last_year + 1))

    @cached_property
    def indicators(self) -> list[str]:
        """The indicators, by their names as the reader's list has them."""
        known = self.reading.known if self.group is None else self._of_group(self.group)
        return sorted(known, key=lambda id: alphabetical(self.text.name(self.reading.known[id])))

    @cached_property
    def districts(self) -> list[str | None]:
        """The whole province, then each district."""
        return [None, *(district.code for district in self.catalogue.districts)]

    @cached_property
    def sectors(self) -> list[str | None]:
        """All sectors together, then each."""
        return [None, *(sector.id for sector in self.catalogue.sectors)]

    def table(self, progress: Progress = silent) -> Plain:
        """Return the place of every exhibit: by its name, then year, district, sector and indicator in their order."""
        across: list[Place] = [(None, sector) for sector in self.sectors]
        down: list[Place] = [(district, None) for district in self.districts]
        in_a_year: dict[str, Callable[[int], object]] = {
            **{name: partial(self._everywhere, self._of_indicator, name, one) for name, one in OF_INDICATOR.items()},
            **{name: partial(self._everywhere, self._of_place, name, one) for name, one in OF_PLACE.items()},
            **{name: partial(self._along_each, name, one, across) for name, one in ALONG_DISTRICTS.items()},
            **{name: partial(self._along_each, name, one, down) for name, one in ALONG_SECTORS.items()},
            "district_ranking": partial(self._put_each, exhibits.district.ranking, across),
            "sector_ranking": partial(self._put_each, exhibits.sector.ranking, down),
            **{name: partial(self._put, one, place=(None, None)) for name, one in OF_YEAR.items()},
        }
        found: Plain = {name: [] for name in in_a_year}
        steps = [(name, year) for name in in_a_year for year in self.years]
        for done, (name, year) in enumerate(steps, start=1):
            found[name].append(in_a_year[name](year))
            progress(done, len(steps))
        found["definition"] = [
            self._put(exhibits.indicator.definition, self.years[-1], (None, None), id) for id in self.indicators
        ]
        return found

    def on_stage(self) -> Plain:
        """Return the place of every exhibit that slides are made of, the same way."""
        year = self.years[0]
        found: Plain = {
            name: [self._everywhere(self._of_indicator, name, OF_INDICATOR[name], year)] for name in OF_INDICATOR
        }
        for name in ("final_verdict", "needs_attention", "standing"):
            found[name] = [self._everywhere(self._of_place, name, OF_PLACE[name], year)]
        # Slides rank the districts over all sectors, and the sectors over all districts.
        found["district_ranking"] = [[self._put(exhibits.district.ranking, year, (None, None))]]
        found["sector_ranking"] = [[self._put(exhibits.sector.ranking, year, (None, None))]]
        found["statuses"] = [self._put(exhibits.method.statuses, year, (None, None))]
        return found

    def _of_group(self, group: str) -> list[str]:
        request = Request(self.reading, self.catalogue, self.selection(self.years[0], (None, None)), self.text)
        return [id for id, definition in self.reading.known.items() if request.group_of(definition) == group]

    def _everywhere(self, made: OfPlace, name: str, builder: Builder, year: int) -> list[list[Any]]:
        """Return what is made for every place, by district, then sector."""
        return [
            [made(name, builder, year, (district, sector)) for sector in self.sectors] for district in self.districts
        ]

    def _along_each(self, name: str, builder: Builder, places: list[Place], year: int) -> list[list[Placed]]:
        return [self._along(name, builder, year, within) for within in places]

    def _put_each(self, builder: Builder, places: list[Place], year: int) -> list[Placed]:
        return [self._put(builder, year, place) for place in places]

    def _of_indicator(self, name: str, builder: Builder, year: int, place: Place) -> list[Placed]:
        told = (self._is_told(id, place) for id in self.indicators)
        return self._of_each(name, builder, year, place, told)

    def _along(self, name: str, builder: Builder, year: int, within: Place) -> list[Placed]:
        parts = list(self._parts(name, within))
        told = (any(self._is_told(id, place) for place in parts) for id in self.indicators)
        return self._of_each(name, builder, year, within, told)

    def _of_each(self, name: str, builder: Builder, year: int, place: Place, told: Iterable[bool]) -> list[Placed]:
        """Return the exhibit of each indicator; where nothing is told, the one of any such place will do."""
        return [
            self._put(builder, year, place, id)
            if is_told
            else self._once((name, year, id, self._borders(place[0])), builder, year, place, id)
            for id, is_told in zip(self.indicators, told, strict=True)
        ]

    def _of_place(self, name: str, builder: Builder, year: int, place: Place) -> Placed:
        if place != (None, None) and not any(self._is_told(id, place) for id in self.indicators):
            key = (name, year, self._borders(place[0]))
            if key not in self._made:
                self._made[key] = self._put(builder, year, place, named=self._name(place))
            return self._made[key]
        return self._put(builder, year, place)

    def _once(self, key: tuple[object, ...], builder: Builder, year: int, place: Place, indicator: str) -> Placed:
        if key not in self._made:
            self._made[key] = self._put(builder, year, place, indicator)
        return self._made[key]

    def _put(
        self, builder: Builder, year: int, place: Place, indicator: str | None = None, *, named: str | None = None
    ) -> Placed:
        exhibit = builder(self.reading, self.catalogue, self.selection(year, place, indicator), self.text)
        said = plain(exhibit)
        if named is not None:
            said = {**_unnamed(said, named), "of_place": True}
        return Placed(self.pool.put(said))

    def selection(self, year: int, place: Place, indicator: str | None = None) -> Selection:
        """Return what the dashboard would be asked for the same."""
        return Selection(
            as_of=year, language=self.text.language, version=self.reading.version, district=place[0], sector=place[1],
            group=self.group, indicator=indicator,
        )  # fmt: skip

    def _name(self, place: Place) -> str:
        request = Request(self.reading, self.catalogue, self.selection(self.years[0], place), self.text)
        return request.selected_place

    def _is_told(self, indicator: str, place: Place) -> bool:
        one = self.reading.places[indicator, place]
        return bool(one.value_rows.each or one.target_rows.each)

    def _borders(self, district: str | None) -> str | None:
        """Return the district where its borders changed, for that is said of whatever is shown of it."""
        return district if district is not None and self.catalogue.district(district).break_years else None

    def _parts(self, name: str, within: Place) -> Iterator[Place]:
        if name in ALONG_DISTRICTS:
            yield from ((district, within[1]) for district in self._codes(self.districts))
        else:
            yield from ((within[0], sector) for sector in self._codes(self.sectors))

    @staticmethod
    def _codes(codes: Iterable[str | None]) -> Iterator[str]:
        return (code for code in codes if code is not None)

    @cached_property
    def is_demonstration(self) -> bool:
        """Whether demonstration data are among what is shown."""
        shown = exhibits.overview.final_verdict(
            self.reading, self.catalogue, self.selection(self.years[-1], (None, None)), self.text
        )
        return shown.is_demonstration


def _unnamed(value: Any, named: str) -> Any:  # noqa: ANN401
    """Return a plain value in whose texts the place stands for its name."""
    if isinstance(value, str):
        return value.replace(named, PLACE)
    if isinstance(value, dict):
        return {name: _unnamed(part, named) for name, part in value.items()}
    return [_unnamed(part, named) for part in value] if isinstance(value, list) else value
