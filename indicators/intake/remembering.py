"""What a clerk answered to a sender's file, given again to that sender's next file of the same shape."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from indicators.catalogue import without_marks
from indicators.intake.answer import About, Answer, Answers
from indicators.intake.book import RawBook, RawSheet
from indicators.intake.dates import heading_from
from indicators.intake.letters import tidy
from indicators.intake.mending import position_of
from indicators.intake.numbers import Meaning, understand
from indicators.store import Commit

MOST_ROWS_OF_A_HEAD = 15
DIGITS = re.compile(r"\d+")
LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Memory:
    """Answers of a former publication that fit this file, and the publication they come from."""

    answers: Answers
    commit: Commit


def shape_of(book: RawBook) -> str:
    """Return what tells a file from other ones whatever its years and figures: the words above its first figures."""
    seen = [[_abstract(sheet.name or ""), *_words_above(sheet)] for sheet in book.sheets]
    return hashlib.sha256(json.dumps(seen, ensure_ascii=False).encode()).hexdigest()[:16]


def _words_above(sheet: RawSheet) -> Iterator[str]:
    for row in range(min(len(sheet.rows), MOST_ROWS_OF_A_HEAD)):
        texts = [tidy(sheet.text(row, column)) for column in range(len(sheet.rows[row]))]
        if any(_is_figure(text) for text in texts):
            return
        yield from (_abstract(text) for text in texts if LETTER.search(text))


def _is_figure(text: str) -> bool:
    return bool(text) and heading_from(text) is None and understand(text).meaning is Meaning.NUMBER


def remembered(history: Iterable[Commit], book: RawBook, *, sender: str | None) -> Memory | None:
    """Return the answers given to this sender's last file of this shape, where any fits this one too.

    A mended figure is never given again, nor the year of a column; a word is, wherever it stands.
    """
    shape = shape_of(book)
    alike = (one for one in history if sender and one.sender == sender and one.shape == shape)
    commit = next(alike, None)
    if commit is None or not commit.answers:
        return None
    try:
        former = Answers.from_json(commit.answers)
    except ValueError:
        return None
    fitting = Answers.of(answer for old in former for answer in _again(old, book))
    return Memory(fitting, commit) if fitting else None


def _abstract(text: str) -> str:
    return DIGITS.sub("#", without_marks(text))


def _again(answer: Answer, book: RawBook) -> Iterator[Answer]:
    """Yield what an answer says of this file: a word wherever it stands, anything else at its own cell."""
    for sheet in book.sheets:
        if _abstract(sheet.name or "") != _abstract(answer.sheet or ""):
            continue
        if answer.is_mend:
            if answer.about is About.CELL and _is_word(answer.typed) and _is_word(answer.value):
                yield from _words(answer, sheet)
        elif answer.about is not About.COLUMN or not answer.value:
            found = _at_its_cell(answer, sheet)
            if found is not None:
                yield found


def _is_word(text: str | None) -> bool:
    return bool(text) and LETTER.search(text or "") is not None and DIGITS.search(text or "") is None


def _words(answer: Answer, sheet: RawSheet) -> Iterator[Answer]:
    for row, cells in enumerate(sheet.rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, str) and tidy(cell) == tidy(answer.typed or ""):
                yield replace(answer, sheet=sheet.name, cell=sheet.address(row, column), typed=cell)


def _at_its_cell(answer: Answer, sheet: RawSheet) -> Answer | None:
    if answer.typed is None or answer.cell is None:
        return replace(answer, sheet=sheet.name)
    at = position_of(sheet, answer.cell)
    held = sheet.text(*at) if at is not None and at[0] < len(sheet.rows) else ""
    return replace(answer, sheet=sheet.name, typed=held) if _abstract(held) == _abstract(answer.typed) else None
