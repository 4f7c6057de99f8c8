"""Letters as they should be: what is cleaned in a cell before it is understood, without touching what was typed."""

from __future__ import annotations

import re
import unicodedata

from indicators.catalogue import without_marks

# Typed for the Vietnamese letter on old keyboards, they look the same and are not (U+00D0, U+00F0).
ETH_TO_D = {0x00D0: "Đ", 0x00F0: "đ"}
ANY_SPACES = re.compile(r"[\s\u200b\u200c\u200d\u2060\ufeff]+")
NOT_WORD = re.compile(r"[^0-9a-z]+")


def tidy(text: str) -> str:
    """Return the text composed (NFC), with Đ for Ð, and one plain space for any run of spaces."""
    if text.isascii():
        return " ".join(text.split())
    return ANY_SPACES.sub(" ", unicodedata.normalize("NFC", text).translate(ETH_TO_D)).strip()


def needs_mending(text: str) -> bool:
    """Whether the text holds decomposed letters or Ð for Đ, which the reader is told of."""
    if text.isascii():
        return False
    return "\u00d0" in text or "\u00f0" in text or not unicodedata.is_normalized("NFC", text)


def slug(text: str) -> str:
    """Return the words of the text as an id: "Loại số liệu" is loai_so_lieu."""
    return NOT_WORD.sub("_", without_marks(text)).strip("_")


def has_words(line: str, words: str) -> bool:
    """Whether a line holds those words as whole words; both without marks."""
    return bool(words) and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", line) is not None
