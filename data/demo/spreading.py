"""How a figure of the province is laid out over its districts and sectors, the same way every time."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import TypeVar

from cases import NEVER_REPORTS, SEED

Place = TypeVar("Place")

# Roughly where the province's enterprises are, with the borders of 2014.
WEIGHT_BY_DISTRICT: Mapping[str, float] = {
    "164": 0.33,
    "165": 0.11,
    "167": 0.05,
    "168": 0.10,
    "169": 0.11,
    "170": 0.04,
    "171": 0.09,
    "172": 0.10,
    "173": 0.07,
}
REPORTING_DISTRICTS = tuple(code for code in WEIGHT_BY_DISTRICT if code != NEVER_REPORTS)

# What moved: from, to, first year with the new borders, share of the giving district.
MOVES = (
    ("164", "165", 2015, 0.09),
    ("168", "164", 2017, 0.22),
    ("169", "164", 2017, 0.34),
    ("173", "164", 2017, 0.15),
)

# How well each does against its weight: over 1 ahead of its share of the target, under 1 behind it.
ZEAL_BY_DISTRICT: Mapping[str, float] = {
    "164": 1.12,
    "165": 1.18,
    "167": 0.74,
    "168": 0.92,
    "169": 0.80,
    "171": 1.06,
    "172": 1.22,
    "173": 0.58,
}

WEIGHT_BY_SECTOR: Mapping[str, float] = {
    "che": 0.20,
    "thep": 0.09,
    "co_khi": 0.11,
    "xi_mang_vlxd": 0.09,
    "may": 0.08,
    "dien_tu": 0.05,
    "khoang_san": 0.06,
    "dien": 0.02,
    "giay": 0.03,
    "go": 0.08,
    "thuc_pham": 0.13,
    "y_cu": 0.03,
    "duoc": 0.03,
}
ZEAL_BY_SECTOR: Mapping[str, float] = {
    "che": 1.15,
    "thep": 0.95,
    "co_khi": 1.10,
    "xi_mang_vlxd": 0.78,
    "may": 0.98,
    "dien_tu": 1.30,
    "khoang_san": 0.55,
    "dien": 1.00,
    "giay": 0.70,
    "go": 0.86,
    "thuc_pham": 1.05,
    "y_cu": 1.20,
    "duoc": 0.90,
}

# Where each sector has enterprises; a pair that is absent here never reports.
DISTRICTS_BY_SECTOR: Mapping[str, tuple[str, ...]] = {
    "che": ("164", "165", "167", "168", "169", "171", "172", "173"),
    "thep": ("164", "165", "172"),
    "co_khi": ("164", "165", "168", "172"),
    "xi_mang_vlxd": ("164", "165", "168", "169", "171"),
    "may": ("164", "165", "168", "171", "172", "173"),
    "dien_tu": ("164", "165", "172"),
    "khoang_san": ("164", "168", "169", "171"),
    "dien": ("164", "171"),
    "giay": ("164", "165", "169"),
    "go": ("167", "168", "169", "171", "172", "173"),
    "thuc_pham": ("164", "165", "167", "168", "169", "171", "172", "173"),
    "y_cu": ("164", "165"),
    "duoc": ("164", "165", "172"),
}


def weights_in(year: int) -> dict[str, float]:
    """Return each district's weight with the borders of 31 December of that year."""
    weights = dict(WEIGHT_BY_DISTRICT)
    for giving, taking, first_year, share in MOVES:
        if year >= first_year:
            moved = weights[giving] * share
            weights[giving] -= moved
            weights[taking] += moved
    return weights


def weights_of_cells(year: int) -> dict[tuple[str, str], float]:
    """Return the weight of each sector of each district, zeal included."""
    districts = weights_in(year)
    return {
        (district, sector): districts[district] * ZEAL_BY_DISTRICT[district] * weight * ZEAL_BY_SECTOR[sector]
        for sector, weight in WEIGHT_BY_SECTOR.items()
        for district in DISTRICTS_BY_SECTOR[sector]
    }


class Chance:
    """Noise that depends on what it is asked for and on nothing else, so that no figure moves with another."""

    def __init__(self, name: str) -> None:
        self._name = name

    def between(self, low: float, high: float, *key: object) -> float:
        """Return a number from low to high that belongs to that key."""
        return low + (high - low) * random.Random(f"{SEED} {self._name} {key}").random()


def shared_out(total: int, weights: Mapping[Place, float]) -> dict[Place, int]:
    """Return whole numbers in proportion to the weights that add up to the total."""
    whole = sum(weights.values())
    exact = {place: total * weight / whole for place, weight in weights.items()}
    shares = {place: int(share) for place, share in exact.items()}
    left = total - sum(shares.values())
    for place in sorted(exact, key=lambda place: (shares[place] - exact[place], str(place)))[:left]:
        shares[place] += 1
    return shares


def grown(
    totals: Mapping[int, int], weights_by_year: Mapping[int, Mapping[Place, float]]
) -> dict[int, dict[Place, int]]:
    """Return running totals by year and place that add up to the totals; no place ever falls.

    What a year adds goes, one by one, to the place furthest behind its due, so that small places get theirs too.
    """
    due: dict[Place, float] = dict.fromkeys(next(iter(weights_by_year.values())), 0.0)
    held: dict[Place, int] = dict.fromkeys(due, 0)
    found: dict[int, dict[Place, int]] = {}
    for year, total in totals.items():
        added, whole = total - sum(held.values()), sum(weights_by_year[year].values())
        due = {place: due[place] + added * weights_by_year[year][place] / whole for place in due}
        for _ in range(added):
            held[max(due, key=lambda place: (due[place] - held[place], str(place)))] += 1
        found[year] = dict(held)
    return found
