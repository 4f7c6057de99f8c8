"""What a page is made with: it imports this and nothing else."""

from __future__ import annotations

from indicators.ui import filters, handing, source
from indicators.ui.heading import empty, heading, indicator_heading, place_heading
from indicators.ui.reader import Reader, reader
from indicators.ui.show import exhibit, halves, lead, pair, show, with_indicator, with_place

__all__ = [
    "Reader",
    "empty",
    "exhibit",
    "filters",
    "handing",
    "halves",
    "heading",
    "indicator_heading",
    "lead",
    "pair",
    "place_heading",
    "reader",
    "show",
    "source",
    "with_indicator",
    "with_place",
]
