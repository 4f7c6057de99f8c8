"""How names are compared: what may differ between two spellings of one name, and what may not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

DEMONSTRATION_MARK = "Số liệu minh họa"

# The Icelandic eth looks like the Vietnamese letter and is typed for it in many real documents.
ETH = str.maketrans({"\u00d0": "\u0110", "\u00f0": "\u0111"})
# A zero-width space or a byte order mark inside a cell is as invisible as a space.
SPACES = re.compile(r"[\s\u200b\u2060\ufeff]+")
PUNCTUATION = re.compile(r"[.\-\u2010-\u2015_,;]+")
# "1. ", "2) ", "1.1 ", "III. ", "- "; a single X stays, since "X. " also shortens xã, a commune.
NUMBERING = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2})+\s|\d{1,2}(?:\.\d{1,2})*[.)]|(?:[ivx]{2,}|[iv])[.)]|[-\u2013+*\u2022]\s)\s*"
)
FOOTNOTE = re.compile(r"\s*(?:\(\*+\)|\*+|\(\d\)|:)$")

NEAR_ENOUGH = 0.75
DIGITS = re.compile(r"\d+")
# Communes, wards, industrial parks, firms: none of them is the district whose name it bears.
OTHER_KINDS = re.compile(r"(?:kcn|khu|cum|ccn|xa|phuong|thi tran|cong ty|cty|ban|so|chi cuc)\b")
MOST_OFFERED = 3


def fold(text: str) -> str:
    """Return the text as it is compared: composed, U+00D0 as Đ, single spaces, no capitals; tone marks stay."""
    folded = unicodedata.normalize("NFD", text.translate(ETH)).casefold()
    return SPACES.sub(" ", unicodedata.normalize("NFC", folded)).strip()


def without_marks(text: str) -> str:
    """Return the folded text without any tone or vowel mark, and đ as d, for search."""
    bare = "".join(letter for letter in unicodedata.normalize("NFD", fold(text)) if not unicodedata.combining(letter))
    return SPACES.sub(" ", unicodedata.normalize("NFC", bare.replace("đ", "d"))).strip()


def as_key(text: str) -> str:
    """Return what a name is looked up by: folded, with dots, commas and dashes as spaces ("T.P " is "t p")."""
    return SPACES.sub(" ", PUNCTUATION.sub(" ", fold(text))).strip()


def as_unit_key(text: str) -> str:
    """Return what a unit is looked up by: folded, without the spaces that come and go around a stroke or a dot."""
    return re.sub(r"\s*([/.])\s*", r"\1", fold(text))


def readings(text: str) -> tuple[str, ...]:
    """Return the name as written, then without the numbering before it and the footnote mark behind it."""
    folded = fold(text)
    trimmed = FOOTNOTE.sub("", NUMBERING.sub("", folded))
    return (folded,) if trimmed == folded else (folded, trimmed)


def nearest(text: str, names: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Return the names whose spellings come nearest to the text, nearest first; none where all are far."""
    asked = without_marks(as_key(text))
    if OTHER_KINDS.match(asked):
        return ()
    scores = {
        name: max((SequenceMatcher(None, asked, spelling).ratio() for spelling in spellings), default=0.0)
        for name, spellings in names.items()
    }
    digits = DIGITS.findall(asked)
    near = [
        name
        for name in sorted(scores, key=lambda name: -scores[name])
        # Other digits are another code, and no slip of a name.
        if scores[name] >= NEAR_ENOUGH and (not digits or digits == DIGITS.findall(name))
    ]
    return tuple(near[:MOST_OFFERED])
