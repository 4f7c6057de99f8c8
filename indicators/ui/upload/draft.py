"""What one clerk has in hand: the file, what was said beside it, and how far they have come. Pure; nothing is lost."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import IntEnum

from indicators.errors import IndicatorsError
from indicators.intake import NONE, About, Answer, Answers, Recognised

# What one answer may say; Excel itself holds no longer text in a cell.
LONGEST_VALUE = 32_767
MOST_ANSWERS = 20_000
OF_A_TABLE = frozenset({About.INDICATOR, About.UNIT, About.LABELS, About.READ})


class Step(IntEnum):
    """The five steps from a file to published figures."""

    CHOOSE = 1
    RECOGNISE = 2
    CHECK = 3
    CONSEQUENCES = 4
    PUBLISH = 5


@dataclass(frozen=True)
class Outcome:
    """What became of the file: the version that holds it, or the proposal that waits; which indicators it touched."""

    version: int
    indicators: tuple[str, ...] = ()
    proposal: str | None = None
    is_nothing_new: bool = False


@dataclass(frozen=True)
class Look:
    """Which sheet (from 0), cell and first row (from 0) the grid shows; `turn` grows when it must be brought there."""

    sheet: int = 0
    cell: str | None = None
    first_row: int = 0
    turn: int = 0


@dataclass(frozen=True)
class Draft:
    """A file on its way: nothing of it is published before the last step.

    `uploads` counts the files taken from the uploader, `recalled` is the version whose answers were given again,
    `seen` the version on which the clerk saw the consequences, `trouble` what to tell at the present step.
    """

    file: str = ""
    content: bytes = field(default=b"", repr=False)
    sha256: str = ""
    uploads: int = 0
    sender: str = ""
    guessed: str = ""
    answers: Answers = NONE
    recalled: int | None = None
    step: Step = Step.CHOOSE
    furthest: Step = Step.CHOOSE
    look: Look = Look()
    unfolded: frozenset[str] = frozenset()
    reason: str = ""
    document: str = ""
    document_date: dt.date | None = None
    seen: int | None = None
    trouble: IndicatorsError | None = None
    outcome: Outcome | None = None

    @property
    def has_file(self) -> bool:
        """Whether a readable file is in hand."""
        return bool(self.sha256)


def with_file(draft: Draft, *, file: str, content: bytes, guessed: str) -> Draft:
    """Return a draft about another file; the very same file again changes nothing of what was said beside it."""
    sha256 = hashlib.sha256(content).hexdigest()
    if sha256 == draft.sha256 and file == draft.file and draft.outcome is None:
        return replace(draft, uploads=draft.uploads + 1, trouble=None)
    uploads = draft.uploads + 1
    return Draft(file=file, content=content, sha256=sha256, uploads=uploads, sender=guessed, guessed=guessed)


def with_unreadable(draft: Draft, error: IndicatorsError) -> Draft:
    """Return the draft as it was, with why the other file can't be read."""
    return replace(draft, uploads=draft.uploads + 1, trouble=error)


def with_sender(draft: Draft, sender: str) -> Draft:
    """Return the draft with who sent the file; answers that were given again for another sender are taken back."""
    if draft.recalled is not None and sender != draft.sender:
        draft = without_recalled(draft)
    return replace(draft, sender=" ".join(sender.split()))


def with_recalled(draft: Draft, answers: Answers, version: int) -> Draft:
    """Return the draft with the answers to the sender's former file, where nothing was said beside this one yet."""
    return draft if draft.answers else replace(draft, answers=answers, recalled=version)


def without_recalled(draft: Draft) -> Draft:
    """Return the draft without anything said beside the file."""
    return _with_answers(replace(draft, recalled=None), NONE)


def gone_to(draft: Draft, step: Step) -> Draft:
    """Return the draft at another step; what was said at any other one stays."""
    if step > Step.CHOOSE and not draft.has_file:
        return draft
    return replace(draft, step=step, furthest=max(step, draft.furthest), trouble=None)


def looking_at(draft: Draft, *, sheet: int, cell: str | None, first_row: int) -> Draft:
    """Return the draft with the grid brought to a cell."""
    return replace(draft, look=Look(sheet, cell, max(0, first_row), draft.look.turn + 1))


def paged_to(draft: Draft, first_row: int) -> Draft:
    """Return the draft with the grid at another window of rows."""
    return replace(draft, look=replace(draft.look, first_row=max(0, first_row), turn=draft.look.turn + 1))


def pointing_at(draft: Draft, cell: str) -> Draft:
    """Return the draft with the cell that the clerk chose in the grid, which is there already."""
    return replace(draft, look=replace(draft.look, cell=cell))


def unfolded(draft: Draft, group: str) -> Draft:
    """Return the draft with a long group of findings shown whole."""
    return replace(draft, unfolded=draft.unfolded | {group})


def answered(draft: Draft, answers: Iterable[Answer]) -> Draft:
    """Return the draft with further answers; mending a cell back to what was typed takes the mend away."""
    said = draft.answers
    for answer in answers:
        former = said.given.get(answer.place)
        if answer.is_mend and answer.about is About.CELL and answer.typed is not None and answer.value == answer.typed:
            said = said if former is None else said.without(former)
        elif len(answer.value) <= LONGEST_VALUE and (former is not None or len(said) < MOST_ANSWERS):
            said = said.with_(answer)
    return draft if list(said) == list(draft.answers) else _with_answers(draft, said)


def taken_back(draft: Draft, answer: Answer) -> Draft:
    """Return the draft without one answer."""
    return _with_answers(draft, draft.answers.without(answer))


def with_column(draft: Draft, table: Recognised, cell: str, value: str, typed: str) -> Draft:
    """Return the draft with what a column holds; answers about the table follow when its first column is left out."""
    moved = [one.cell for one in table.columns if one.cell != table.cell]
    if not value and cell == table.cell and moved:
        named = [one for one in draft.answers if _names(one, table)]
        kept = [one for one in draft.answers if not _names(one, table)]
        draft = replace(draft, answers=Answers.of([*kept, *(replace(one, cell=moved[0], typed=None) for one in named)]))
    return answered(draft, [Answer(About.COLUMN, table.sheet, cell, value, typed)])


def with_seen(draft: Draft, version: int) -> Draft:
    """Return the draft at the last step, bound to the consequences that were seen on a version of the store."""
    return replace(gone_to(draft, Step.PUBLISH), seen=version)


def with_conflict(draft: Draft, error: IndicatorsError) -> Draft:
    """Return the draft back at its consequences, because they are no longer those that were seen."""
    return replace(draft, step=Step.CONSEQUENCES, seen=None, trouble=error)


def with_trouble(draft: Draft, error: IndicatorsError) -> Draft:
    """Return the draft where it was, with what went wrong."""
    return replace(draft, trouble=error)


def with_outcome(draft: Draft, outcome: Outcome) -> Draft:
    """Return the draft with what became of it."""
    return replace(draft, outcome=outcome, trouble=None)


def _names(answer: Answer, table: Recognised) -> bool:
    return answer.about in OF_A_TABLE and (answer.sheet, answer.cell) == (table.sheet, table.cell)


def _with_answers(draft: Draft, answers: Answers) -> Draft:
    """Return the draft with other answers: the consequences seen no longer hold, nor the way to publish them."""
    furthest = min(draft.furthest, max(draft.step, Step.CHECK))
    return replace(draft, answers=answers, seen=None, furthest=furthest, trouble=None)
