"""One district: what it stands at, where it ranks, how it compares, which borders it had."""

from __future__ import annotations

from indicators.catalogue import Catalogue
from indicators.exhibits import ranking as rankings
from indicators.exhibits import standing as standings
from indicators.exhibits.boundaries import boundary_table
from indicators.exhibits.comparison import compare
from indicators.exhibits.exhibit import Dumbbell, Exhibit
from indicators.exhibits.frames import DUMBBELL
from indicators.exhibits.places import DISTRICT
from indicators.exhibits.request import Request
from indicators.labels import Text
from indicators.selection import Selection
from indicators.store import Reading


def standing(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return the selected district's verdict on every indicator, the worst first."""
    request = Request(reading, catalogue, selection, text)
    return standings.standing(request, is_chosen=selection.district is not None, empty_key="exhibit.choose_district")


def ranking(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return how the verdicts of each district are spread, most met first."""
    return rankings.ranking(Request(reading, catalogue, selection, text), DISTRICT)


def against_province(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return the selected district beside the whole province, indicator by indicator."""
    request = Request(reading, catalogue, selection, text)
    if selection.district is None:
        return request.asking(
            "against_province",
            title=text("exhibit.against_province_title"),
            drawing=Dumbbell(),
            columns=DUMBBELL,
            sentence=text("exhibit.choose_district"),
        )
    return compare(request, "against_province", (selection.district, selection.sector), (None, selection.sector))


def side_by_side(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return the selected district beside the other one selected, indicator by indicator."""
    request = Request(reading, catalogue, selection, text)
    if selection.district is None or selection.other_district is None:
        return request.asking(
            "side_by_side",
            title=text("exhibit.side_by_side_title"),
            drawing=Dumbbell(),
            columns=DUMBBELL,
            sentence=text("exhibit.choose_other_district" if selection.district else "exhibit.choose_district"),
        )
    return compare(
        request, "side_by_side", (selection.district, selection.sector), (selection.other_district, selection.sector)
    )


def boundaries(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return when the selected district changed rank or borders; every district where none is selected."""
    return boundary_table(Request(reading, catalogue, selection, text))
