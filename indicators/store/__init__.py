"""The store: every record of every version, and the only door to duckdb and deltalake."""

from indicators.store.commit import Commit, Publication
from indicators.store.keys import are_among, combined, firsts, numbered, only, repeated_rows
from indicators.store.reading import Effect, Reading
from indicators.store.record import INCOMING_SCHEMA, RECORD_SCHEMA
from indicators.store.table import Store, default_folder
from indicators.store.waiting import Proposal

__all__ = [
    "INCOMING_SCHEMA",
    "RECORD_SCHEMA",
    "Commit",
    "Effect",
    "Proposal",
    "Publication",
    "Reading",
    "Store",
    "are_among",
    "combined",
    "default_folder",
    "firsts",
    "numbered",
    "only",
    "repeated_rows",
]
