"""What a page is made with: it imports this and nothing else."""

from __future__ import annotations

from indicators.ui import approval, filters, guide, handing, history, sign_in, source
from indicators.ui.heading import empty, heading, indicator_heading, place_heading
from indicators.ui.reader import Reader, reader
from indicators.ui.show import show, with_indicator, with_place
from indicators.ui.upload import flow as upload

__all__ = [
    "Reader",
    "approval",
    "empty",
    "filters",
    "guide",
    "handing",
    "heading",
    "history",
    "indicator_heading",
    "place_heading",
    "reader",
    "show",
    "sign_in",
    "source",
    "upload",
    "with_indicator",
    "with_place",
]
