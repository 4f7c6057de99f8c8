"""Where a hall finds the figures of a talk on its own phones."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Scan:
    """A hand-out as a slide shows it: its address, the version and year it opens at, its QR code as PNG and as SVG.

    `drawing` is markup for a page, as large as its place; `picture` is large enough for a poster.
    """

    address: str
    version: int
    as_of: int
    picture: bytes
    drawing: str

    @property
    def lines(self) -> tuple[str, str]:
        """The address as it is read out and typed: the server, then the hand-out on it."""
        told = urlsplit(self.address)
        return f"{told.scheme}://{told.netloc}", told.path
