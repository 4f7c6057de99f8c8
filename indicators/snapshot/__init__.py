"""The offline file: one .html with every exhibit of a version, read from a memory stick without a network."""

from indicators.snapshot.document import QUOTED, Snapshot, snapshot
from indicators.snapshot.picture import is_chart, picture
from indicators.snapshot.staged import PAGES, Slides, kiosk, slides, talk

__all__ = ["PAGES", "QUOTED", "Slides", "Snapshot", "is_chart", "kiosk", "picture", "slides", "snapshot", "talk"]
