"""The totals of DESIGN 4 once more, slow and plain, to hold the query against."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

Place = tuple[str | None, str | None]
WHOLE_PROVINCE: Place = (None, None)


@dataclass(frozen=True)
class Report:
    """One record of one indicator: a value, or for a ratio its parts."""

    year: int
    district: str | None
    sector: str | None
    value: int | None
    denominator: int | None = None


@dataclass(frozen=True)
class Total:
    """What a place is built of."""

    value: Fraction
    parts: str
    have: int
    expected: int


def totals(reports: Iterable[Report], *, over_place: str) -> dict[tuple[Place, int], Total]:
    """Return the total of every place and year that some part of it reported, also where the place did itself."""
    reports = list(reports)
    found = {}
    for year in {report.year for report in reports}:
        for place in {place for report in reports for place in places_of(report)}:
            ways = [total for way in ways_for(place) if (total := add(reports, place, year, way, over_place))]
            whole = [total for total in ways if total.have == total.expected]
            if ways:
                fullest = max(ways, key=lambda total: Fraction(total.have, total.expected))
                found[place, year] = whole[0] if whole else fullest
    return found


def places_of(report: Report) -> list[Place]:
    if report.district and report.sector:
        return [WHOLE_PROVINCE, (report.district, None), (None, report.sector)]
    return [WHOLE_PROVINCE] if report.district or report.sector else []


def ways_for(place: Place) -> list[str]:
    if place == WHOLE_PROVINCE:
        return ["districts", "sectors", "cells"]
    return ["sectors"] if place[0] else ["districts"]


def add(reports: list[Report], place: Place, year: int, way: str, over_place: str) -> Total | None:
    parts = [report for report in reports if report.year == year and is_part(report, place, way)]
    had = [part for part in parts if part.value is not None and (over_place != "ratio" or part.denominator is not None)]
    if not had or (over_place == "ratio" and sum(part.denominator or 0 for part in had) == 0):
        return None
    if over_place == "ratio":
        value = Fraction(sum(part.value or 0 for part in had), sum(part.denominator or 0 for part in had)) * 100
    elif over_place == "count":
        value = Fraction(sum((part.value or 0) >= 1 for part in had))
    else:
        value = Fraction(sum(part.value or 0 for part in had))
    return Total(value, way, len(had), len(expected([r for r in reports if r.year <= year], place, way)))


def is_part(report: Report, place: Place, way: str) -> bool:
    has_district, has_sector = report.district is not None, report.sector is not None
    if place == WHOLE_PROVINCE:
        return (has_district, has_sector) == {
            "districts": (True, False), "sectors": (False, True), "cells": (True, True)
        }[way]  # fmt: skip
    return has_district and has_sector and place in ((report.district, None), (None, report.sector))


def expected(reports: list[Report], place: Place, way: str) -> set[object]:
    cells = {(report.district, report.sector) for report in reports if report.district and report.sector}
    if place != WHOLE_PROVINCE:
        return {cell for cell in cells if place in ((cell[0], None), (None, cell[1]))}
    districts = {report.district for report in reports if report.district}
    sectors = {report.sector for report in reports if report.sector}
    if way == "districts":
        return set(districts)
    if way == "sectors":
        return set(sectors)
    without_cells = (districts - {cell[0] for cell in cells}) | (sectors - {cell[1] for cell in cells})
    return cells | without_cells
