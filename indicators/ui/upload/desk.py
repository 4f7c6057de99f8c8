"""The file in hand with everything that is known of it, worked out once and told while it takes long."""

from __future__ import annotations

import streamlit as st

from indicators.ui import cached
from indicators.ui.reader import Reader
from indicators.ui.upload.draft import Draft
from indicators.ui.upload.work import Checked, Foreseen, Handed


def handed(draft: Draft) -> Handed:
    """Return what a check depends on, beside the store."""
    return Handed(draft.file, draft.sha256, draft.answers.to_json())


def checked(reader: Reader, draft: Draft) -> Checked:
    """Return the file with what is said of it: on the version whose consequences were seen, else on the latest."""
    version = reader.latest if draft.seen is None else draft.seen
    with st.spinner(reader.words("upload.doing_read"), show_time=True):
        cached.handed_in(draft.file, draft.sha256, draft.content)
    with st.spinner(reader.words("upload.doing_check"), show_time=True):
        return cached.checked(reader.folder, version, handed(draft), draft.content)


def foreseen(reader: Reader, draft: Draft) -> Foreseen:
    """Return what publishing the file would do, on the same version."""
    version = reader.latest if draft.seen is None else draft.seen
    checked(reader, draft)
    with st.spinner(reader.words("upload.doing_rehearse"), show_time=True):
        return cached.foreseen(reader.folder, version, handed(draft), draft.content)
