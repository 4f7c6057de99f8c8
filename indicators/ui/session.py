"""Every key of the browser session, in one place. What a reader asked for lives in the address, not here."""

from __future__ import annotations

# The Reader of this run: what the page is to show, made once by main and read by the page.
READER = "reader"

# The store's latest version as this session last saw it: an address with that version follows new publications,
# an address with an older one stays where it was pinned.
LATEST_SEEN = "latest_seen"

# The widgets; each is filled from the address at every run and writes back to it when changed.
AS_OF = "filter_as_of"
INDICATOR = "filter_indicator"
DISTRICT = "filter_district"
SECTOR = "filter_sector"
GROUP = "filter_group"
OTHER_DISTRICT = "filter_other_district"
OTHER_SECTOR = "filter_other_sector"

# The buttons of the page of hand-outs; those of one hand-out carry its code after an underscore.
HANDOUT_MAKE = "handout_make"
HANDOUT_REPLACE = "handout_replace"
HANDOUT_WITHDRAW = "handout_withdraw"
HANDOUT_SVG = "handout_svg"
HANDOUT_PNG = "handout_png"

ALL = (
    READER,
    LATEST_SEEN,
    AS_OF,
    INDICATOR,
    DISTRICT,
    SECTOR,
    GROUP,
    OTHER_DISTRICT,
    OTHER_SECTOR,
    HANDOUT_MAKE,
    HANDOUT_REPLACE,
    HANDOUT_WITHDRAW,
    HANDOUT_SVG,
    HANDOUT_PNG,
)
