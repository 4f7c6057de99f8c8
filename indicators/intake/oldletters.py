"""The two encodings of Vietnamese from before Unicode, which office files still hold: TCVN3 (ABC) and VNI."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

MOST_WORDS_REMEMBERED = 20_000


class Letters(StrEnum):
    """An encoding from before Unicode, by the name that its users know."""

    TCVN3 = "TCVN3 (ABC)"
    VNI = "VNI"


# What a program shows for the letters of TCVN3, and what they are.
TCVN3: Mapping[str, str] = {
    **dict(zip("¡¢£¤¥¦§¨©ª«¬\u00ad®", "ĂÂÊÔƠƯĐăâêôơưđ", strict=True)),
    **dict(zip("µ¶·¸¹»¼½¾ÆÇÈÉÊË", "àảãáạằẳẵắặầẩẫấậ", strict=True)),
    **dict(zip("ÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞ", "èẻẽéẹềểễếệìỉĩíị", strict=True)),
    **dict(zip("ßáâãäåæçèéêëìíî", "òỏõóọồổỗốộờởỡớợ", strict=True)),
    **dict(zip("ïñòóôõö÷øùúûüýþ", "ùủũúụừửữứựỳỷỹýỵ", strict=True)),
    # PDF programs copy these two as their look-alikes: the Greek letter and the minus sign.
    "\u03bc": "à",
    "\u2212": "ư",
}
# VNI writes a vowel and its mark as two letters; a few letters have one of their own.
VNI_ALONE: Mapping[str, str] = dict(zip("ñÑôÔöÖæÆóÓòÒîÎíÍìÌ", "đĐơƠưƯỉỈĩĨịỊỵỴíÍìÌ", strict=True))
VNI_MARKS: Mapping[str, Mapping[str, str]] = {
    "a": dict(zip("øùûõïâàáåãäêèéúüë", "àáảãạâầấẩẫậăằắẳẵặ", strict=True)),
    "e": dict(zip("øùûõïâàáåãä", "èéẻẽẹêềếểễệ", strict=True)),
    "o": dict(zip("øùûõïâàáåãä", "òóỏõọôồốổỗộ", strict=True)),
    "u": dict(zip("øùûõï", "ùúủũụ", strict=True)),
    "y": dict(zip("øùûõ", "ỳýỷỹ", strict=True)),
    "ô": dict(zip("øùûõï", "ờớởỡợ", strict=True)),
    "ö": dict(zip("øùûõï", "ừứửữự", strict=True)),
}
VNI: Mapping[str, str] = {
    **{base + mark: letter for base, marks in VNI_MARKS.items() for mark, letter in marks.items()},
    **VNI_ALONE,
}
VNI_FOUND = re.compile("|".join(sorted(VNI, key=len, reverse=True)), re.IGNORECASE)

# Vietnamese letters of Unicode that stand among the Western ones: a word of these may be either.
SHARED = frozenset("ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýÐð")
# Signs that are no letters anywhere but in TCVN3: within a syllable they prove it.
SIGNS = "¡¢£¤¥¦§¨©ª«¬®µ¶·¸¹»¼½¾×÷\u03bc"
SOFT_HYPHEN = "\u00ad"
WORD = re.compile(rf"(?:[^\W\d_]|[{SIGNS}{SOFT_HYPHEN}]|(?<=[^\W\d_]|[{SIGNS}])\u2212(?=[^\W\d_]))+")
# Measures that would make a syllable: micrometre, newton metre.
MEASURE = re.compile("[µ\u03bc][a-zA-Z]{1,2}|N·m")
UNICODE_LETTER = re.compile("[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]")


@lru_cache(MOST_WORDS_REMEMBERED)
def converted(word: str, letters: Letters) -> str:
    """Return a word read in an old encoding; what the encoding doesn't know stays as it is."""
    if letters is Letters.TCVN3:
        return "".join(TCVN3.get(sign, sign) for sign in word)
    return VNI_FOUND.sub(_from_vni, word)


def _from_vni(found: re.Match[str]) -> str:
    typed = found.group()
    letter = VNI.get(typed) or VNI[typed.lower()]
    return letter.upper() if typed[0].isupper() else letter
