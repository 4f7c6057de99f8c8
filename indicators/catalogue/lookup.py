"""The catalogue: everything it knows, and how a name as typed finds it, or doesn't."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from indicators.catalogue.entries import District, Group, OutsidePlace, Programme, Province, Sector, Unit
from indicators.catalogue.spelling import as_key, as_unit_key, fold, nearest, readings, without_marks
from indicators.errors import UnknownDistrict, UnknownSector

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Index:
    """What each spelling means, by the key it is compared by, made once when the catalogue is read.

    Spellings of places outside are keyed without tone marks: national tables write "Nam Đinh" and "Bình Dinh".
    """

    districts: Mapping[str, str]
    sectors: Mapping[str, str]
    groups: Mapping[str, str]
    units: Mapping[str, str]
    whole_province: frozenset[str]
    province_unmarked: frozenset[str]
    all_sectors: frozenset[str]
    outside_unmarked: frozenset[str]


@dataclass(frozen=True)
class Catalogue:
    """The programme, the province and its districts, the sectors, units and groups, and the places outside."""

    programme: Programme
    province: Province
    districts: tuple[District, ...]
    sectors: tuple[Sector, ...]
    units: tuple[Unit, ...]
    groups: tuple[Group, ...]
    outside_places: tuple[OutsidePlace, ...]
    index: Index = field(repr=False)

    def district(self, code: str) -> District:
        """Return the district of that code; raises UnknownDistrict."""
        found = next((district for district in self.districts if district.code == code), None)
        if found is None:
            raise UnknownDistrict(district=code)
        return found

    def sector(self, id: str) -> Sector:
        """Return the sector of that id; raises UnknownSector."""
        found = next((sector for sector in self.sectors if sector.id == id), None)
        if found is None:
            raise UnknownSector(sector=id)
        return found

    def group(self, id: str) -> Group | None:
        """Return the group of that id, if there is one."""
        return next((group for group in self.groups if group.id == id), None)

    def find_district(self, text: str) -> District | None:
        """Return the district a cell names by code, official name of any year or accepted spelling."""
        code = _found(text, self.index.districts)
        return None if code is None else self.district(code)

    def find_sector(self, text: str) -> Sector | None:
        """Return the sector a cell names by id or accepted spelling."""
        id = _found(text, self.index.sectors)
        return None if id is None else self.sector(id)

    def find_group(self, text: str) -> Group | None:
        """Return the group a cell names by id or accepted spelling."""
        id = _found(text, self.index.groups)
        return None if id is None else self.group(id)

    def find_unit(self, text: str) -> Unit | None:
        """Return the unit a cell or title names."""
        id = self.index.units.get(as_unit_key(text))
        return next((unit for unit in self.units if unit.id == id), None)

    def is_whole_province(self, text: str) -> bool:
        """Whether a cell names the province itself or the row that totals its districts."""
        return any(
            as_key(reading) in self.index.whole_province
            or without_marks(as_key(reading)) in self.index.province_unmarked
            for reading in readings(text)
        )

    def is_all_sectors(self, text: str) -> bool:
        """Whether a cell names the row that totals the sectors."""
        return any(as_key(reading) in self.index.all_sectors for reading in readings(text))

    def is_outside_place(self, text: str) -> bool:
        """Whether a cell names another province, a region or the country."""
        return any(without_marks(as_key(reading)) in self.index.outside_unmarked for reading in readings(text))

    def nearest_districts(self, text: str) -> tuple[str, ...]:
        """Return the short names of the districts that an unknown name comes nearest to, nearest first."""
        if self.is_outside_place(text):
            return ()
        return nearest(text, {known.name_vi: _spelt(known.code, self.index.districts) for known in self.districts})

    def nearest_sectors(self, text: str) -> tuple[str, ...]:
        """Return the names of the sectors that an unknown name comes nearest to, nearest first."""
        return nearest(text, {known.name_vi: _spelt(known.id, self.index.sectors) for known in self.sectors})

    def conversion_factor(self, from_unit: str, to_unit: str) -> float | None:
        """Return what a figure in one unit is multiplied by to be in another; None where that is not certain."""
        if fold(from_unit) == fold(to_unit):
            return 1.0
        source, goal = self.find_unit(from_unit), self.find_unit(to_unit)
        if source is None or goal is None or source.dimension != goal.dimension:
            return None
        return source.factor / goal.factor


def _found(text: str, by_spelling: Mapping[str, str]) -> str | None:
    return next((by_spelling[key] for key in map(as_key, readings(text)) if key in by_spelling), None)


def _spelt(id: str, by_spelling: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(without_marks(spelling) for spelling, meant in by_spelling.items() if meant == id)
