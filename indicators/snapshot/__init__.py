"""The offline file: one .html with every exhibit of a version, read from a memory stick without a network."""

from indicators.snapshot.document import Snapshot, snapshot

__all__ = ["Snapshot", "snapshot"]
