"""Verdicts that differ between two readings of the store: of which indicator, where, from which status to which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pandas as pd

from indicators.catalogue import Catalogue
from indicators.exhibits.seriesrows import Place
from indicators.exhibits.verdicts import WHOLE_PROVINCE, definitions, statuses
from indicators.store import Reading


@dataclass(frozen=True, order=True)
class Flip:
    """A verdict that changes: of which indicator, where, from which status to which."""

    indicator: str
    district: str | None
    sector: str | None
    before: str
    after: str


def flips(
    touched: pd.DataFrame, before: Reading, after: Reading, catalogue: Catalogue, *, as_of: int
) -> tuple[Flip, ...]:
    """Return the verdicts that the touched records change, for the province and every district and sector of theirs.

    `touched` has the columns measure, indicator, district and sector. An indicator that is not defined before had no
    verdict to lose.
    """
    return tuple(sorted(_flips(touched, before, after, catalogue, as_of), key=_order))


def _order(flip: Flip) -> tuple[str, str, str]:
    return flip.indicator, flip.district or "", flip.sector or ""


def _flips(touched: pd.DataFrame, before: Reading, after: Reading, catalogue: Catalogue, as_of: int) -> Iterator[Flip]:
    indicators = sorted(set(touched["indicator"]) & definitions(before).keys())
    only = indicators[0] if len(indicators) == 1 else None
    if not indicators:
        return
    for level, places in _places_by_level(touched, catalogue).items():
        if not places:
            continue
        were, are = (
            statuses(reading, catalogue, as_of=as_of, level=level, indicator=only, indicators=indicators)
            for reading in (before, after)
        )
        for (indicator, place), status in are.items():
            was = were.get((indicator, place))
            if indicator in indicators and place in places and was is not None and was != status:
                yield Flip(indicator, *place, before=str(was), after=str(status))


def _places_by_level(touched: pd.DataFrame, catalogue: Catalogue) -> dict[str, set[Place]]:
    """Return the places whose verdicts may change; a changed definition may change them everywhere."""
    is_definition = bool((touched["measure"] == "definition").any())
    districts = _named(touched["district"], (one.code for one in catalogue.districts), is_everywhere=is_definition)
    sectors = _named(touched["sector"], (one.id for one in catalogue.sectors), is_everywhere=is_definition)
    return {
        "province": {WHOLE_PROVINCE},
        "district": {(district, None) for district in districts},
        "sector": {(None, sector) for sector in sectors},
    }


def _named(column: pd.Series, everywhere: Iterable[str], *, is_everywhere: bool) -> set[str]:
    return set(everywhere) if is_everywhere else set(column.dropna().astype(str))
