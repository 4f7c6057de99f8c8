"""Where the links of an exhibit lead: the cell of a file, the parts of a total, an indicator's page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from indicators.exhibits.exhibit import Link, Origin, Subject
from indicators.selection import Selection
from indicators.ui import screens
from indicators.ui.received import Place, query_of


def address(link: Link, selection: Selection) -> str:
    """Return the address a link leads to, with the year, language and version that are shown."""
    selection = selection.without_comparison()
    if isinstance(link, Origin):
        query = {**selection.to_query(), **query_of(Place(str(link.upload), link.sheet, link.cell))}
        return screens.address("source", query)
    if isinstance(link, Subject):
        return screens.address("indicator", replace(selection, indicator=link.indicator).to_query())
    asked = replace(selection, indicator=link.indicator, as_of=link.year, district=link.district, sector=link.sector)
    return screens.address("source", asked.to_query())


def addresses(links: Sequence[tuple[str, Sequence[Link | None]]], selection: Selection) -> Mapping[str, Sequence[str]]:
    """Return for each column with links where its cells lead, nothing for a cell that leads nowhere."""
    return {column: [address(link, selection) if link else "" for link in cells] for column, cells in links}
