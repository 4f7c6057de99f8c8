"""The order of the Vietnamese alphabet, for lists that a reader looks through by name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from indicators.catalogue.spelling import fold

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# Level, grave, hook, tilde, acute, dot below: the order of dictionaries.
TONES = "\u0300\u0309\u0303\u0301\u0323"
SYLLABLE = re.compile(r"\d+|[^\W\d_]+")
ORDER = {letter: at for at, letter in enumerate(LETTERS)}

# Every page sorts all names at every run.
MOST_NAMES = 4096

# Whether it is a word, the number it is, its letters, its tones.
Syllable = tuple[bool, int, tuple[int, ...], tuple[int, ...]]
Key = tuple[tuple[Syllable, ...], str]


@lru_cache(maxsize=MOST_NAMES)
def alphabetical(name: str) -> Key:
    """Return what names are sorted by: syllable by syllable, đ after d, ê after e, then by tone; numbers as numbers."""
    folded = fold(name)
    return tuple(_syllable(found) for found in SYLLABLE.findall(folded)), folded


def _syllable(written: str) -> Syllable:
    if written.isdecimal():
        return False, int(written), (), ()
    letters, tones = [], []
    for letter in written:
        parts = unicodedata.normalize("NFD", letter)
        tone = next((mark for mark in parts[1:] if mark in TONES), "")
        bare = unicodedata.normalize("NFC", "".join(part for part in parts if part != tone))
        letters.append(ORDER.get(bare, len(ORDER) + ord(bare[0])))
        tones.append(TONES.index(tone) + 1 if tone else 0)
    return True, 0, tuple(letters), tuple(tones)
