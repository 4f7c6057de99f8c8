"""One sector: what it stands at, where it ranks, how it compares."""

from __future__ import annotations

from indicators.catalogue import Catalogue
from indicators.exhibits import ranking as rankings
from indicators.exhibits import standing as standings
from indicators.exhibits.comparison import compare
from indicators.exhibits.exhibit import Dumbbell, Exhibit
from indicators.exhibits.frames import DUMBBELL
from indicators.exhibits.places import SECTOR
from indicators.exhibits.request import Request
from indicators.labels import Text
from indicators.selection import Selection
from indicators.store import Reading


def standing(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return the selected sector's verdict on every indicator, the worst first."""
    request = Request(reading, catalogue, selection, text)
    return standings.standing(request, is_chosen=selection.sector is not None, empty_key="exhibit.choose_sector")


def ranking(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return how the verdicts of each sector are spread, most met first."""
    return rankings.ranking(Request(reading, catalogue, selection, text), SECTOR)


def against_province(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return the selected sector beside the whole province, indicator by indicator."""
    request = Request(reading, catalogue, selection, text)
    if selection.sector is None:
        return request.asking(
            "against_province",
            title=text("exhibit.against_province_title"),
            drawing=Dumbbell(),
            columns=DUMBBELL,
            sentence=text("exhibit.choose_sector"),
        )
    return compare(request, "against_province", (selection.district, selection.sector), (selection.district, None))


def side_by_side(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return the selected sector beside the other one selected, indicator by indicator."""
    request = Request(reading, catalogue, selection, text)
    if selection.sector is None or selection.other_sector is None:
        return request.asking(
            "side_by_side",
            title=text("exhibit.side_by_side_title"),
            drawing=Dumbbell(),
            columns=DUMBBELL,
            sentence=text("exhibit.choose_other_sector" if selection.sector else "exhibit.choose_sector"),
        )
    return compare(
        request, "side_by_side", (selection.district, selection.sector), (selection.district, selection.other_sector)
    )
