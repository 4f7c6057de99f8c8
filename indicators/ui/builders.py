"""The exhibits a page or an address may name: a closed set, `<page>.<exhibit>`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from indicators import exhibits
from indicators.catalogue import Catalogue
from indicators.exhibits.exhibit import Exhibit
from indicators.labels import Text
from indicators.selection import Selection
from indicators.store import Reading

# The one exhibit that is clicked: it is drawn outside what is replayed, on files that are not in the store.
MAP = "indicator.map"

Builder = Callable[[Reading, Catalogue, Selection, Text], Exhibit]

_MODULES = {
    "overview": exhibits.overview,
    "indicator": exhibits.indicator,
    "sector": exhibits.sector,
    "district": exhibits.district,
    "completeness": exhibits.completeness,
    "method": exhibits.method,
    "history": exhibits.history,
}
NAMES_BY_PAGE: Mapping[str, tuple[str, ...]] = {
    "overview": ("final_verdict", "groups", "ratio_over_years", "needs_attention", "freshness"),
    "indicator": (
        "verdict", "trajectory", "by_district", "by_sector", "districts_over_years", "sectors_over_years", "records",
        "targets", "definition", "court", "parts", "verdict_over_years", "map", "districts_since_start",
        "gap_by_district",
    ),
    "sector": ("standing", "ranking", "against_province", "side_by_side"),
    "district": ("standing", "ranking", "against_province", "side_by_side", "boundaries"),
    "completeness": ("reported", "blocking", "request_text"),
    "method": ("statuses", "worked_examples", "methods", "edge_rules"),
    "history": ("changes", "flips"),
}  # fmt: skip

BUILDERS: Mapping[str, Builder] = {
    f"{page}.{name}": getattr(_MODULES[page], name) for page, names in NAMES_BY_PAGE.items() for name in names
}
