"""What the catalogue knows, as frozen objects: the programme, its places, sectors, units and groups."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Programme:
    """What is tracked: its years and the decisions it stands on."""

    id: str
    name_vi: str
    name_en: str
    first_year: int
    last_year: int
    documents: tuple[str, ...]


@dataclass(frozen=True)
class Province:
    """The province this installation serves."""

    code: str
    name_vi: str
    name_en: str
    spellings: tuple[str, ...]


@dataclass(frozen=True)
class Rank:
    """What a district-level unit is officially called from a day on: thanh_pho, thi_xa or huyen."""

    since: dt.date
    rank: str
    name_vi: str
    name_en: str
    document: str = ""


@dataclass(frozen=True)
class BoundaryBreak:
    """A change of borders; `first_year` is the first whose figures, taken on 31 December, have the new ones."""

    first_year: int
    effective: dt.date
    document: str
    note_vi: str
    note_en: str


@dataclass(frozen=True)
class District:
    """A district-level unit by its GSO code, with short names, the ranks it held and the borders it changed."""

    code: str
    name_vi: str
    name_en: str
    ranks: tuple[Rank, ...]
    spellings: tuple[str, ...]
    breaks: tuple[BoundaryBreak, ...]

    def rank_in(self, year: int) -> Rank:
        """Return the rank on 31 December of that year; before the first one known, the first."""
        held = [rank for rank in self.ranks if rank.since <= dt.date(year, 12, 31)]
        return held[-1] if held else self.ranks[0]

    def official_name(self, year: int) -> str:
        """Return the Vietnamese official name on 31 December of that year."""
        return self.rank_in(year).name_vi

    @property
    def break_years(self) -> tuple[int, ...]:
        """The first years with new borders."""
        return tuple(change.first_year for change in self.breaks)


@dataclass(frozen=True)
class Sector:
    """A product group with its codes of VSIC 2007 and what to beware of."""

    id: str
    name_vi: str
    name_en: str
    vsic_codes: tuple[str, ...]
    spellings: tuple[str, ...]
    note_vi: str
    note_en: str


@dataclass(frozen=True)
class Unit:
    """A unit of measure; `factor` turns it into its dimension's base unit."""

    id: str
    name_vi: str
    name_en: str
    dimension: str
    factor: float
    spellings: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """One of the groups in which indicators are shown."""

    id: str
    name_vi: str
    name_en: str
    spellings: tuple[str, ...]


@dataclass(frozen=True)
class OutsidePlace:
    """A province, region or other row of national tables that is not this project's: country, region, province, city,
    former or other."""

    kind: str
    code: str
    name_vi: str
    name_en: str
    spellings: tuple[str, ...]
