"""Letters as they should be: what is cleaned in a cell before it is understood, without touching what was typed."""

from __future__ import annotations

import re
import unicodedata

from indicators.catalogue import without_marks

# Typed or copied for the Vietnamese letter, and not it: Ð, ð, and the OI of PDF programs for Ư.
LOOK_ALIKES = {0x00D0: "Đ", 0x00F0: "đ", 0x01A2: "Ư", 0x01A3: "ư"}
ANY_SPACES = re.compile(r"[\s\u200b\u200c\u200d\u2060\ufeff]+")
NOT_WORD = re.compile(r"[^0-9a-z]+")


def tidy(text: str) -> str:
    """Return the text composed (NFC), with Đ for Ð and ư for ƣ, and one plain space for any run of spaces."""
    if text.isascii():
        return " ".join(text.split())
    return ANY_SPACES.sub(" ", unicodedata.normalize("NFC", text).translate(LOOK_ALIKES)).strip()


def needs_mending(text: str) -> bool:
    """Whether the text holds decomposed letters or look-alikes, which the reader is told of."""
    if text.isascii():
        return False
    return any(ord(letter) in LOOK_ALIKES for letter in text) or not unicodedata.is_normalized("NFC", text)


def slug(text: str) -> str:
    """Return the words of the text as an id: "Loại số liệu" is loai_so_lieu."""
    return NOT_WORD.sub("_", without_marks(text)).strip("_")


def has_words(line: str, words: str) -> bool:
    """Whether a line holds those words as whole words; both without marks."""
    return bool(words) and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", line) is not None
