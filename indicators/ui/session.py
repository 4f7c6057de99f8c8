"""Every key of the browser session, in one place. What a reader asked for lives in the address, not here."""

from __future__ import annotations

# The Reader of this run: what the page is to show, made once by main and read by the page.
READER = "reader"

# The store's latest version as this session last saw it: an address with that version follows new publications,
# an address with an older one stays where it was pinned.
LATEST_SEEN = "latest_seen"

# What asks for newer figures; it keeps nothing between two runs.
LIVE = "live"

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

# The map; followed by the district that is shown, so that each click begins with nothing selected.
MAP = "map"

# What a clerk has in hand on the upload page; the widgets there are filled from it and write back to it.
UPLOAD_DRAFT = "upload_draft"
UPLOAD_FILE = "upload_file"
UPLOAD_SENDER = "upload_sender"
UPLOAD_TEMPLATE = "upload_template"
UPLOAD_TEMPLATE_KNOWN = "upload_template_known"
UPLOAD_SHEET = "upload_sheet"
UPLOAD_GRID = "upload_grid"
UPLOAD_SEND_BACK = "upload_send_back"
UPLOAD_REASON = "upload_reason"
UPLOAD_DOCUMENT = "upload_document"
UPLOAD_DOCUMENT_DATE = "upload_document_date"
# Followed by what they are about: a step, a finding, a table.
UPLOAD_BUTTON = "upload_button"
UPLOAD_TABLE = "upload_table"

# The proposal that is being looked at on the page of what waits, and why it is refused.
APPROVAL_CHOSEN = "approval_chosen"
APPROVAL_REASON = "approval_reason"
APPROVAL_SAID = "approval_said"
APPROVAL_BUTTON = "approval_button"

# What was typed before restoring, and the sentence that says how it ended, shown once.
RESTORE_REASON = "restore_reason"
RESTORED = "restored"

# The buttons of the page of hand-outs; those of one hand-out carry its code after an underscore.
HANDOUT_MAKE = "handout_make"
HANDOUT_REPLACE = "handout_replace"
HANDOUT_WITHDRAW = "handout_withdraw"
HANDOUT_SVG = "handout_svg"
HANDOUT_PNG = "handout_png"

ALL = tuple(key for name, key in list(globals().items()) if name.isupper() and isinstance(key, str))
