"""The square that a phone reads an address from."""

from __future__ import annotations

import io

import segno

from indicators.exhibits import Scan
from indicators.handout.shelf import Handout

# A printed square gets creased and a hall has odd light: a quarter of it may be unreadable.
CORRECTION = "q"
BORDER = 4
PIXELS_A_MODULE = 16


def qr_svg(address: str) -> bytes:
    """Return the square as SVG, black on white, with the quiet border that readers need."""
    return _drawn(address, kind="svg", scale=8, light="#ffffff", svgclass=None, lineclass=None)


def qr_png(address: str) -> bytes:
    """Return the square as PNG, large enough for a poster."""
    return _drawn(address, kind="png", scale=PIXELS_A_MODULE)


def scan(handout: Handout, address: str) -> Scan:
    """Return a hand-out at its address as slides show it."""
    drawing = _drawn(
        address, kind="svg", light="#ffffff", svgclass=None, lineclass=None, omitsize=True, xmldecl=False, svgns=False
    )
    return Scan(address, handout.version, handout.as_of, qr_png(address), drawing.decode("utf-8"))


def _drawn(address: str, *, kind: str, **options: object) -> bytes:
    written = io.BytesIO()
    segno.make_qr(address, error=CORRECTION).save(written, kind=kind, border=BORDER, **options)
    return written.getvalue()
