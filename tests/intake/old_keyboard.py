"""A keyboard from before Unicode: text as an office of that time would have typed it."""

from __future__ import annotations

from indicators.intake.oldletters import TCVN3, VNI, Letters

CODES = {
    Letters.TCVN3: {letter: code for code, letter in reversed(TCVN3.items())},
    Letters.VNI: {letter: code for code, letter in VNI.items()},
}


def typed_in(letters: Letters, text: str) -> str:
    """Write Unicode text as an old keyboard would have; TCVN3 has no capitals with tones, VNI has all."""
    codes = CODES[letters]
    return "".join(
        codes.get(letter) or (codes.get(letter.lower(), letter) if letters is Letters.TCVN3 else letter)
        if letters is Letters.TCVN3 or letter.islower() or letter in codes
        else codes.get(letter.lower(), letter).upper()
        for letter in text
    )  # fmt: skip
