"""The offline file: one .html with every exhibit of a version, read from a memory stick without a network."""

from indicators.snapshot.document import Snapshot, snapshot
from indicators.snapshot.picture import is_chart, picture

__all__ = ["Snapshot", "is_chart", "picture", "snapshot"]
