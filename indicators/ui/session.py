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
PERSON = "filter_person"
TOUCHED_INDICATOR = "filter_touched_indicator"
SEARCHED = "filter_searched"
COMPARED_FROM = "filter_compared_from"
COMPARED_TO = "filter_compared_to"

# What was typed before restoring, and the sentence that says how it ended, shown once.
RESTORE_REASON = "restore_reason"
RESTORED = "restored"

ALL = (
    READER, LATEST_SEEN, AS_OF, INDICATOR, DISTRICT, SECTOR, GROUP, OTHER_DISTRICT, OTHER_SECTOR, PERSON,
    TOUCHED_INDICATOR, SEARCHED, COMPARED_FROM, COMPARED_TO, RESTORE_REASON, RESTORED,
)  # fmt: skip
