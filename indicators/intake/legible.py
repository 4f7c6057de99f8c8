"""A book whose letters from before Unicode are read as Unicode; what was typed is kept beside."""

from __future__ import annotations

import bisect
import dataclasses
import math
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, lru_cache, partial

from indicators.intake.book import Position, RawBook, RawSheet, Typed
from indicators.intake.oldletters import (
    MEASURE,
    SHARED,
    SIGNS,
    TCVN3,
    UNICODE_LETTER,
    VNI,
    WORD,
    Letters,
    converted,
)
from indicators.intake.syllable import COMMON, is_syllable

PROVING_SIGNS = frozenset(SIGNS) | {"\u2212"}
LEAST_WORDS_WITHOUT_SIGNS = 2
ANY_COLUMN = -1
MOST_WORDS_REMEMBERED = 20_000
SIGNS_BY_LETTERS = {Letters.TCVN3: frozenset(TCVN3), Letters.VNI: frozenset("".join(VNI))}
# Words of one letter, where it is no sign of its own: at, car, idea.
LONE_LETTERS = frozenset("ë¤ýñ«")


class Shows(IntEnum):
    """What one word shows of its letters: negative for Unicode, positive for an old encoding."""

    UNICODE = -2
    RATHER_UNICODE = -1
    NOTHING = 0
    EITHER = 1
    RATHER_OLD = 2
    OLD = 3
    OLD_BY_SIGN = 4


@dataclass(frozen=True)
class Proof:
    """What the words of a sheet prove: the old encoding it holds, and which of its texts are of it or are not."""

    letters: Letters | None
    old_texts: Set[str]
    modern_texts: Set[str]
    has_unicode_words: bool


@dataclass(frozen=True)
class Evidence:
    """The old encoding that a sheet holds, and which of its cells are of it or are not."""

    letters: Letters | None
    old: frozenset[Position] = frozenset()
    unicode: frozenset[Position] = frozenset()
    has_unicode_words: bool = False

    def is_old_about(self, cell: Position) -> bool:
        """Whether the nearest cell that proves anything, in its column if there is one, proves the old encoding."""
        old, modern = self._rows
        if not self.unicode:
            return True
        if cell[1] in old or cell[1] in modern:
            return _distance(cell[0], old.get(cell[1], [])) < _distance(cell[0], modern.get(cell[1], []))
        return _distance(cell[0], old[ANY_COLUMN]) < _distance(cell[0], modern[ANY_COLUMN])

    @cached_property
    def _rows(self) -> tuple[Mapping[int, list[int]], Mapping[int, list[int]]]:
        return _by_column(self.old), _by_column(self.unicode)


def legible(book: RawBook) -> RawBook:
    """Return the book with text of old encodings in Unicode, sheet by sheet."""
    proofs = [_proof(sheet) for sheet in book.sheets]
    found = {proof.letters for proof in proofs if proof.letters}
    if not found:
        return book
    # A sheet too short to prove anything follows the one encoding of its book.
    alike = found.pop() if len(found) == 1 else None
    sheets = (
        _converted(sheet, _evidence(sheet, proof) if proof.letters or proof.modern_texts else Evidence(alike))
        for sheet, proof in zip(book.sheets, proofs, strict=True)
    )
    return dataclasses.replace(book, sheets=tuple(sheets))


def vietnamese_words(text: str, letters: Letters | None = None) -> int:
    """Return how many different words with marks are syllables when the text is read in that encoding."""
    words = {word for word in WORD.findall(text) if not word.isascii()}
    return sum(is_syllable(converted(word, letters) if letters else word) for word in words)


def _texts(sheet: RawSheet) -> Iterator[tuple[Position, str]]:
    for row, cells in enumerate(sheet.rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, str) and not cell.isascii():
                yield (row, column), cell


def _proof(sheet: RawSheet) -> Proof:
    """Return the encoding in which the most words are syllables, where it is proven."""
    # Most cells of a long sheet say what others say.
    words_by_text = {text: WORD.findall(text) for text in {text for _, text, _ in sheet.marked_texts()}}
    different = {word for words in words_by_text.values() for word in words}
    shown_by_letters = {letters: [_shows(word, letters) for word in different] for letters in Letters}
    proven = [letters for letters, shown in shown_by_letters.items() if _is_proven(shown, letters)]
    likeliest = max(proven or Letters, key=lambda letters: sum(shown > 0 for shown in shown_by_letters[letters]))
    by_text = {text: [_shows(word, likeliest) for word in words] for text, words in words_by_text.items()}
    old = {text for text, shown in by_text.items() if max(shown, default=0) >= Shows.RATHER_OLD}
    modern = {text for text, shown in by_text.items() if min(shown, default=0) < 0} - old
    return Proof(likeliest if proven else None, old, modern, Shows.UNICODE in shown_by_letters[likeliest])


def _evidence(sheet: RawSheet, proof: Proof) -> Evidence:
    """Return where in a sheet stands what proves its encoding."""
    texts = list(_texts(sheet))
    modern = frozenset(cell for cell, text in texts if text in proof.modern_texts)
    if proof.letters is None:
        return Evidence(None, unicode=modern)
    old = frozenset(cell for cell, text in texts if text in proof.old_texts)
    return Evidence(proof.letters, old, modern, proof.has_unicode_words)


def _is_proven(words: list[Shows], letters: Letters) -> bool:
    by_sign = words.count(Shows.OLD_BY_SIGN)
    if letters is Letters.TCVN3 and by_sign:
        return True
    old = by_sign + words.count(Shows.OLD)
    likely = old + words.count(Shows.RATHER_OLD)
    return bool(old) and likely >= LEAST_WORDS_WITHOUT_SIGNS and likely > sum(shown < 0 for shown in words)


@lru_cache(MOST_WORDS_REMEMBERED)
def _shows(word: str, letters: Letters) -> Shows:
    if word.isascii():
        return Shows.NOTHING
    read = converted(word, letters)
    is_modern = not _is_uneven(word) and is_syllable(word)
    is_old = read != word and len(word) > 1 and not MEASURE.fullmatch(word) and is_syllable(read)
    if not is_old:
        if all(sign.isascii() or sign in SIGNS_BY_LETTERS[letters] for sign in word) and read == word:
            return Shows.NOTHING
        return Shows.UNICODE if is_modern and len(word) > 1 else Shows.NOTHING
    if is_modern:
        is_common, is_old_common = word.casefold() in COMMON, read.casefold() in COMMON
        if UNICODE_LETTER.search(word) or (is_common and not is_old_common):
            return Shows.RATHER_UNICODE
        return Shows.RATHER_OLD if is_old_common and not is_common else Shows.EITHER
    is_by_sign = letters is Letters.TCVN3 and any(sign in PROVING_SIGNS for sign in word)
    return Shows.OLD_BY_SIGN if is_by_sign else Shows.OLD


def _is_uneven(word: str) -> bool:
    """Whether capitals stand after small letters, as in no Unicode word: tÝnh."""
    return word[1:] != word[1:].lower() and word != word.upper()


def _converted(sheet: RawSheet, evidence: Evidence) -> RawSheet:
    if evidence.letters is None:
        return sheet
    as_typed: dict[Position, str] = {}
    rows: list[list[Typed]] = [list(cells) for cells in sheet.rows]
    for cell, text in _texts(sheet):
        read = _Cell(text, evidence.letters, evidence.has_unicode_words).read(partial(evidence.is_old_about, cell))
        if read != text:
            row, column = cell
            as_typed[cell] = text
            rows[row][column] = read.upper() if cell in sheet.capitals else read
    return dataclasses.replace(sheet, rows=rows, as_typed=as_typed, letters=evidence.letters) if as_typed else sheet


class _Cell:
    """The words of one cell, and what each shows."""

    def __init__(self, text: str, letters: Letters, has_unicode_about: bool) -> None:
        self.text, self.letters, self.has_unicode_about = text, letters, has_unicode_about
        self.found = list(WORD.finditer(text))
        self.words = [word.group() for word in self.found]
        self.shown = [_shows(word, letters) for word in self.words]

    def read(self, is_old_about: Callable[[], bool]) -> str:
        """Return the text with its old words in Unicode; where it shows nothing itself its neighbours decide."""
        is_mixed = Shows.UNICODE in self.shown
        is_old = max(self.shown, default=0) >= Shows.RATHER_OLD
        if not is_old and (min(self.shown, default=0) < 0 or not is_old_about()):
            return self.text
        new = [
            self._word(at, is_plain=is_old and not is_mixed) if self._is_old(at, is_mixed=is_mixed) else word
            for at, word in enumerate(self.words)
        ]
        return self._with(self._with_capitals(new))

    def _with_capitals(self, new: list[str]) -> list[str]:
        """Return the words with the capitals that the encoding lacks, where their neighbours prove them."""
        first = self.found[0].start() if self.found else 0
        if any(_is_in_capitals(word) and word != read for word, read in zip(self.words, new, strict=True)):
            has_small = any(letter.islower() and letter.isascii() for letter in self.text)
            return [
                read.upper() if not has_small or _is_in_capitals(word) else read
                for word, read in zip(self.words, new, strict=True)
            ]
        if len(new) > 1 and len(new[0]) > 1 and not self.words[0][0].isascii() and not self.text[:first].strip():
            is_next = self.found[1].start() == self.found[0].end() + 1
            is_name = is_next and new[1][0].isupper() and self.words[1] != new[1]
            return [new[0][0].upper() + new[0][1:], *new[1:]] if is_name else new
        return new

    def _is_old(self, at: int, *, is_mixed: bool) -> bool:
        """Whether a word is to be converted: in a mixed cell by the nearest word that shows what it is."""
        shown = self.shown[at]
        if not is_mixed:
            return shown is not Shows.RATHER_UNICODE or not self.has_unicode_about
        if shown >= Shows.RATHER_OLD or shown < 0:
            return shown >= Shows.RATHER_OLD
        telling = [(abs(at - other), -one, one) for other, one in enumerate(self.shown) if one < 0 or one > 1]
        return shown is Shows.EITHER and min(telling)[2] > 0

    def _word(self, at: int, *, is_plain: bool) -> str:
        word = self.words[at]
        if len(word) == 1:
            is_word = word in LONE_LETTERS and Shows.UNICODE not in self.shown and "»" not in self.text
            return converted(word, self.letters) if is_word else word
        if MEASURE.fullmatch(word):
            return word
        # A foreign name is no syllable: it is read as old where a letter of it or the rest of the cell is.
        is_sure = self.shown[at] is not Shows.NOTHING or is_plain or not SHARED.issuperset(
            sign for sign in word if not sign.isascii()
        )  # fmt: skip
        return converted(word, self.letters) if is_sure else word

    def _with(self, words: Sequence[str]) -> str:
        parts: list[str] = []
        end = 0
        for found, word in zip(self.found, words, strict=True):
            parts += [self.text[end : found.start()], word]
            end = found.end()
        return "".join([*parts, self.text[end:]])


def _is_in_capitals(word: str) -> bool:
    """Whether the plain letters of a word are capitals: TæNG, whose others have no capital in the encoding."""
    plain = [letter for letter in word if letter.isascii()]
    return len(plain) > 1 and all(letter.isupper() for letter in plain) and not word.isascii()


def _by_column(cells: frozenset[Position]) -> Mapping[int, list[int]]:
    """Return the rows of the cells, sorted, by column, and those of all columns together."""
    rows: dict[int, list[int]] = {ANY_COLUMN: []}
    for row, column in sorted(cells):
        rows.setdefault(column, []).append(row)
        rows[ANY_COLUMN].append(row)
    return rows


def _distance(row: int, rows: Sequence[int]) -> float:
    at = bisect.bisect(rows, row)
    return min((abs(row - near) for near in rows[max(0, at - 1) : at + 1]), default=math.inf)
