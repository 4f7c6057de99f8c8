"""Numbers as offices write them: 1.234,5 and 1,234.5 told apart by proof, signs for "none" and "not known" kept."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from indicators.catalogue import without_marks


class Style(StrEnum):
    """Which sign stands before the decimals."""

    COMMA = "decimal_comma"
    POINT = "decimal_point"


class Meaning(StrEnum):
    """What a cell for a number says."""

    BLANK = "blank"
    NUMBER = "number"
    NIL = "nil"
    MISSING = "missing"
    WITHDRAWN = "withdrawn"
    UNREADABLE = "unreadable"


class Proof(StrEnum):
    """How far a written number shows its own style."""

    PLAIN = "plain"
    PROVEN = "proven"
    AMBIGUOUS = "ambiguous"


NIL_SIGNS = frozenset({"-", "–", "—", "−", "‐", "‑"})
MISSING_SIGNS = frozenset({"...", "…", "..", "x", ":", "…."})
WITHDRAWALS = frozenset({"xoa", "delete"})
QUALITY_BY_PREFIX = (
    (re.compile(r"^(?:prel\.?|sơ bộ|sb\.?)\s+(?=[-−+]?\d)", re.IGNORECASE), "preliminary"),
    (re.compile(r"^(?:ước(?: tính)?|est\.?)\s+(?=[-−+]?\d)", re.IGNORECASE), "estimate"),
)
FOOTNOTE = re.compile(r"\s*(?:\(\s*\*+\s*\)|\*+)$")
UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
SPACES = re.compile(r"\s+")
MINUS = str.maketrans({"−": "-", "–": "-", "‑": "-"})
# A remark after a number; more digits, or letters that touch it, make it a date, 0x10 or 1e400.
REMARK = re.compile(r"(?:[\s(;][^\d]*)?")
LEADING_NUMBER = re.compile(r"^[-−+]?\d[\d.,\s]*(?<![.,\s])")

BARE = re.compile(r"-?\d[\d.,]*", re.ASCII)
PLAIN = re.compile(r"\d+", re.ASCII)
SPACED = re.compile(r"(\d{1,3}(?:[ '’]\d{3})+)(?:([.,])(\d+))?", re.ASCII)
ONE_SEPARATOR = re.compile(r"(\d*)([.,])(\d+)", re.ASCII)
GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+", re.ASCII)
GROUPED_WITH_DECIMALS = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?!\1)([.,])(\d+)", re.ASCII)
SCIENTIFIC = re.compile(r"\d+(?:([.,])\d+)?[eE][-+]?\d{1,3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Written:
    """A cell for a number, understood as far as it can be without its neighbours.

    `digits` is what is left to read as a number; `style` what it proves; `decimals` how many it has where that is
    proven; `quality` what a word such as "Ước" before it says.
    """

    meaning: Meaning
    digits: str = ""
    proof: Proof = Proof.PLAIN
    style: Style | None = None
    decimals: int = 0
    is_percent: bool = False
    quality: str | None = None
    value: float | None = None

    def number(self, style: Style | None) -> float:
        """Return the number meant when ambiguous ones of its column are of that style."""
        if self.value is not None:
            return self.value
        return number_from(self.digits, self.style or style or Style.COMMA)


@dataclass(frozen=True, slots=True)
class Decision:
    """The style of one column and what proves it; positions are those of the numbers given.

    `asked` is the first number that the column leaves open; `against` the first one that proves the other style.
    """

    style: Style | None
    proof: int | None = None
    against: int | None = None
    asked: int | None = None
    ambiguous: int = 0


def understand(text: str) -> Written:
    """Return what a cell says, as far as it can be told without its column."""
    # Of a million figures nearly all are digits and nothing else, which none of what follows would change.
    if BARE.fullmatch(text):
        return _shaped(text, is_percent=False, quality=None)
    composed = text if text.isascii() else unicodedata.normalize("NFC", text)
    shown = SPACES.sub(" ", UNSEEN.sub("", composed)).strip().lstrip("'’")
    if not shown:
        return Written(Meaning.BLANK)
    if shown in NIL_SIGNS:
        return Written(Meaning.NIL, value=0.0)
    if shown.casefold() in MISSING_SIGNS:
        return Written(Meaning.MISSING)
    if without_marks(shown) in WITHDRAWALS:
        return Written(Meaning.WITHDRAWN)
    core = FOOTNOTE.sub("", shown)
    quality = None
    for prefix, meant in QUALITY_BY_PREFIX:
        if prefix.match(core):
            core, quality = prefix.sub("", core), meant
    is_percent = core.endswith("%")
    core = FOOTNOTE.sub("", core.rstrip("%").rstrip()) if is_percent else core
    return _shaped(core.translate(MINUS), is_percent=is_percent, quality=quality)


def _shaped(core: str, *, is_percent: bool, quality: str | None) -> Written:
    bare = core[1:].lstrip() if core[:1] in {"-", "+"} else core
    proof, style, decimals = _shape(bare) or (None, None, 0)
    if proof is None or not math.isfinite(number_from(bare, style or Style.COMMA)):
        return Written(Meaning.UNREADABLE, core, is_percent=is_percent)
    sign = "-" if core.startswith("-") else ""
    return Written(Meaning.NUMBER, sign + bare, proof, style, decimals, is_percent, quality)


def _shape(bare: str) -> tuple[Proof, Style | None, int] | None:
    """Return how a number is written, or None where it is none."""
    if PLAIN.fullmatch(bare):
        return Proof.PLAIN, None, 0
    if one := ONE_SEPARATOR.fullmatch(bare):
        before, separator, after = one.groups()
        if len(after) == 3 and 1 <= len(before) <= 3 and not before.startswith("0"):
            return Proof.AMBIGUOUS, None, 3
        return Proof.PROVEN, _decimal(separator), len(after)
    if grouped := GROUPED.fullmatch(bare):
        return Proof.PROVEN, _other(_decimal(grouped.group(1))), 0
    if both := GROUPED_WITH_DECIMALS.fullmatch(bare):
        return Proof.PROVEN, _decimal(both.group(2)), len(both.group(3))
    if spaced := SPACED.fullmatch(bare):
        separator = spaced.group(2)
        return (Proof.PROVEN, _decimal(separator), len(spaced.group(3))) if separator else (Proof.PLAIN, None, 0)
    if scientific := SCIENTIFIC.fullmatch(bare):
        separator = scientific.group(1)
        return (Proof.PROVEN, _decimal(separator), 0) if separator else (Proof.PLAIN, None, 0)
    return None


def _decimal(separator: str) -> Style:
    return Style.COMMA if separator == "," else Style.POINT


def _other(style: Style) -> Style:
    return Style.POINT if style is Style.COMMA else Style.COMMA


def number_from(digits: str, style: Style) -> float:
    """Return the number that digits with separators mean under a style."""
    bare = digits.replace(" ", "").replace("'", "").replace("’", "")
    if style is Style.COMMA:
        return float(bare.replace(".", "").replace(",", "."))
    return float(bare.replace(",", ""))


def decide(numbers: Iterable[Written]) -> Decision:
    """Return the style of one column from the numbers in it that can be read in one way only.

    Where both styles are proven, or the proof has other decimals than an ambiguous number that ends in a zero (47.86
    beside 25.000), the ambiguous ones are asked.
    """
    proofs: dict[Style, int] = {}
    decimals_seen: set[int] = set()
    ambiguous: list[tuple[int, Written]] = []
    for position, number in enumerate(numbers):
        if number.style is not None:
            proofs.setdefault(number.style, position)
            if number.decimals:
                decimals_seen.add(number.decimals)
        elif number.proof is Proof.AMBIGUOUS:
            ambiguous.append((position, number))
    first = min(proofs, key=proofs.__getitem__, default=None)
    against = proofs.get(_other(first)) if first else None
    asked = _asked(ambiguous, first if against is None else None, decimals_seen)
    proof = proofs[first] if first else None
    return Decision(None if asked is not None else first, proof, against, asked, len(ambiguous))


def _asked(ambiguous: list[tuple[int, Written]], style: Style | None, decimals_seen: set[int]) -> int | None:
    for position, number in ambiguous:
        if style is None:
            return position
        is_decimal = (style is Style.COMMA) == ("," in number.digits)
        if is_decimal and number.digits.endswith("0") and 3 not in decimals_seen:
            return position
    return None


def number_meant(text: str) -> float | None:
    """Return the number that a cell with words too begins with, where it can be read in one way only."""
    shown = SPACES.sub(" ", UNSEEN.sub("", text)).strip()
    leading = LEADING_NUMBER.match(shown)
    if leading is None or not REMARK.fullmatch(shown[leading.end() :]):
        return None
    found = understand(leading.group())
    readable = found.meaning is Meaning.NUMBER and found.proof is not Proof.AMBIGUOUS
    return found.number(None) if readable else None
