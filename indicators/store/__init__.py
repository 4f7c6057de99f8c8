"""The store: every record of every version, and the only door to duckdb and deltalake."""

from indicators.store.commit import Commit, Publication
from indicators.store.effect import Effect
from indicators.store.files import default_folder
from indicators.store.keys import are_among, combined, firsts, numbered, only, repeated_rows
from indicators.store.reading import Reading
from indicators.store.record import INCOMING_SCHEMA, RECORD_SCHEMA
from indicators.store.table import Store
from indicators.store.vacuum import Vacuum, no_longer_kept, ranges
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
    "Vacuum",
    "are_among",
    "combined",
    "default_folder",
    "firsts",
    "no_longer_kept",
    "numbered",
    "only",
    "ranges",
    "repeated_rows",
]
