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

ALL = (
    READER, LATEST_SEEN, AS_OF, INDICATOR, DISTRICT, SECTOR, GROUP, OTHER_DISTRICT, OTHER_SECTOR, UPLOAD_DRAFT,
    UPLOAD_FILE, UPLOAD_SEND_BACK, UPLOAD_SENDER, UPLOAD_TEMPLATE, UPLOAD_TEMPLATE_KNOWN, UPLOAD_SHEET, UPLOAD_GRID,
    UPLOAD_REASON, UPLOAD_DOCUMENT, UPLOAD_DOCUMENT_DATE, UPLOAD_BUTTON, UPLOAD_TABLE,
)  # fmt: skip
