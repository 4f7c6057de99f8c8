"""What the reader asked for: the codes that the address carries, read from it and written back."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from indicators.catalogue import Catalogue

LANGUAGES = ("vi", "en")
EARLIEST_YEAR = 1990
LATEST_YEAR = 2100
LONGEST_VALUE_SHOWN = 60

KEY_BY_FIELD: Mapping[str, str] = {
    "as_of": "nam",
    "language": "lang",
    "version": "v",
    "district": "huyen",
    "sector": "nganh",
    "group": "nhom",
    "indicator": "chi_tieu",
    "other_district": "huyen_2",
    "other_sector": "nganh_2",
    "compared_from": "tu",
    "compared_to": "den",
}


@dataclass(frozen=True)
class Unknown:
    """A code of the address that means nothing here, to be said on the page."""

    key: str
    value: str


@dataclass(frozen=True)
class Selection:
    """The year, language and store version asked for, and the places and indicators that narrow the pages.

    `version` None is whatever the store holds now. Two versions are compared on the history page only.
    """

    as_of: int
    language: str = "vi"
    version: int | None = None
    district: str | None = None
    sector: str | None = None
    group: str | None = None
    indicator: str | None = None
    other_district: str | None = None
    other_sector: str | None = None
    compared_from: int | None = None
    compared_to: int | None = None

    def to_query(self) -> dict[str, str]:
        """Return the codes for the address, defaults included, so that a link shows others the same figures."""
        asked = ((key, getattr(self, field)) for field, key in KEY_BY_FIELD.items())
        return {key: str(value) for key, value in asked if value is not None}

    def without_comparison(self) -> Selection:
        """Return the same selection without the two versions that are compared, for a link to another page."""
        return replace(self, compared_from=None, compared_to=None)

    def pinned(self, version: int) -> Selection:
        """Return the same selection held at a store version, for a link whose figures must not move."""
        return replace(self, version=version)


def read(
    params: Mapping[str, str],
    *,
    catalogue: Catalogue,
    indicator_ids: Collection[str],
    latest_version: int,
    default_as_of: int,
) -> tuple[Selection, tuple[Unknown, ...]]:
    """Return the selection that an address asks for, and the codes of it that are not known (those are left out)."""
    districts = {district.code for district in catalogue.districts}
    sectors = {sector.id for sector in catalogue.sectors}
    meaning_by_field: dict[str, Callable[[str], object | None]] = {
        "as_of": _year,
        "language": _one_of(LANGUAGES),
        "version": lambda value: _version(value, latest_version),
        "district": _one_of(districts),
        "sector": _one_of(sectors),
        "group": _one_of({group.id for group in catalogue.groups}),
        "indicator": _one_of(indicator_ids),
        "other_district": _one_of(districts),
        "other_sector": _one_of(sectors),
        "compared_from": lambda value: _version(value, latest_version),
        "compared_to": lambda value: _version(value, latest_version),
    }
    found: dict[str, object] = {}
    unknown: list[Unknown] = []
    for field, meaning in meaning_by_field.items():
        value = params.get(KEY_BY_FIELD[field], "").strip()
        if not value:
            continue
        meant = meaning(value)
        if meant is None:
            unknown.append(Unknown(KEY_BY_FIELD[field], value[:LONGEST_VALUE_SHOWN]))
        else:
            found[field] = meant
    return replace(Selection(as_of=default_as_of), **found), tuple(unknown)  # type: ignore[arg-type]


def _one_of(known: Collection[str]) -> Callable[[str], str | None]:
    return lambda value: value if value in known else None


def _year(value: str) -> int | None:
    if not re.fullmatch("[0-9]{4}", value):
        return None
    year = int(value)
    return year if EARLIEST_YEAR <= year <= LATEST_YEAR else None


def _version(value: str, latest: int) -> int | None:
    if not re.fullmatch("[0-9]{1,9}", value):
        return None
    version = int(value)
    return version if version <= latest else None
