"""The hand-out: an offline file at a short address, kept on disk beside the store and served without a session."""

from indicators.handout.qr import qr_png, qr_svg, scan
from indicators.handout.shelf import Handout, find, handouts, is_code, of_version, publish, withdraw
from indicators.handout.window import Served, Window

__all__ = [
    "Handout",
    "Served",
    "Window",
    "find",
    "handouts",
    "is_code",
    "of_version",
    "publish",
    "qr_png",
    "qr_svg",
    "scan",
    "withdraw",
]
