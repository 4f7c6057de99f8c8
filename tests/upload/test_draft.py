"""Going forth and back with a file loses nothing, and what was seen is what may be published."""

from __future__ import annotations

from dataclasses import replace

from indicators.errors import StoreBusy, UnreadableFile
from indicators.intake import About, Answer, Answers, Column, Recognised
from indicators.ui.upload import draft as drafts
from indicators.ui.upload.draft import LONGEST_VALUE, Draft, Step

MEND = Answer(About.CELL, "Biểu 3", "B10", "Võ Nhai", "Võ Nhaii")
INDICATOR = Answer(About.INDICATOR, "Biểu 3", "C4", "dn", "2014")
IN_HAND = drafts.with_file(Draft(), file="tep.xlsx", content=b"a", guessed="Huyện Đại Từ")


def at(step: Step, draft: Draft = IN_HAND) -> Draft:
    for each in range(Step.RECOGNISE, step + 1):
        draft = drafts.gone_to(draft, Step(each))
    return draft


def test_without_a_file_there_is_nowhere_to_go() -> None:
    assert drafts.gone_to(Draft(), Step.PUBLISH) == Draft()


def test_a_file_that_can_not_be_read_leaves_the_one_in_hand() -> None:
    error = UnreadableFile(file="hong.xlsx", why="hỏng")

    after = drafts.with_unreadable(drafts.answered(at(Step.CHECK), [MEND]), error)

    assert (after.file, list(after.answers), after.step, after.trouble) == ("tep.xlsx", [MEND], Step.CHECK, error)


def test_going_back_loses_nothing() -> None:
    there = replace(drafts.answered(at(Step.CHECK), [MEND]), reason="Báo cáo", document="125/BC-UBND")

    back = drafts.gone_to(drafts.gone_to(there, Step.CHOOSE), Step.CHECK)

    assert back == there


def test_the_same_file_again_keeps_what_was_said_and_another_one_begins_anew() -> None:
    said = drafts.answered(at(Step.CHECK), [MEND])

    same = drafts.with_file(said, file="tep.xlsx", content=b"a", guessed="")
    other = drafts.with_file(said, file="tep.xlsx", content=b"b", guessed="Huyện Võ Nhai")

    assert list(same.answers) == [MEND]
    assert (list(other.answers), other.step, other.sender) == ([], Step.CHOOSE, "Huyện Võ Nhai")


def test_another_answer_makes_the_consequences_seen_void() -> None:
    seen = drafts.with_seen(at(Step.CONSEQUENCES), 12)
    assert (seen.step, seen.seen) == (Step.PUBLISH, 12)

    after = drafts.answered(drafts.gone_to(seen, Step.CHECK), [MEND])

    assert (after.seen, after.furthest) == (None, Step.CHECK)


def test_typing_what_was_there_takes_a_mend_away() -> None:
    mended = drafts.answered(IN_HAND, [MEND])

    assert list(drafts.answered(mended, [replace(MEND, value="Võ Nhaii")]).answers) == []
    assert drafts.answered(IN_HAND, [replace(MEND, value="Võ Nhaii")]) == IN_HAND


def test_an_answer_longer_than_a_cell_of_excel_is_not_taken() -> None:
    assert drafts.answered(IN_HAND, [replace(MEND, value="x" * (LONGEST_VALUE + 1))]) == IN_HAND


def test_an_answer_is_taken_back_alone() -> None:
    said = drafts.answered(IN_HAND, [MEND, INDICATOR])

    assert list(drafts.taken_back(said, MEND).answers) == [INDICATOR]


def test_answers_to_a_former_file_are_given_only_where_nothing_was_said_and_go_with_their_sender() -> None:
    recalled = drafts.with_recalled(IN_HAND, Answers.of([MEND]), 7)

    assert (list(recalled.answers), recalled.recalled) == ([MEND], 7)
    assert drafts.with_recalled(drafts.answered(IN_HAND, [INDICATOR]), Answers.of([MEND]), 7).recalled is None
    assert list(drafts.with_sender(recalled, "Huyện Võ Nhai").answers) == []
    assert list(drafts.with_sender(recalled, "Huyện Đại Từ").answers) == [MEND]


def test_a_conflict_leads_back_to_the_consequences_and_is_told() -> None:
    error = StoreBusy(attempts=5)

    after = drafts.with_conflict(replace(drafts.with_seen(at(Step.CONSEQUENCES), 12), reason="Báo cáo"), error)

    assert (after.step, after.seen, after.trouble, after.reason) == (Step.CONSEQUENCES, None, error, "Báo cáo")
    assert drafts.gone_to(after, Step.CHECK).trouble is None


def test_what_was_said_of_a_table_stays_when_its_first_column_is_left_out() -> None:
    columns = tuple(
        Column(at, f"{letter}4", 2014 + at, "Y", "actual", "official") for at, letter in ((2, "C"), (3, "D"))
    )
    table = Recognised("Biểu 3", "wide", "C4", columns=columns)

    after = drafts.with_column(drafts.answered(IN_HAND, [INDICATOR]), table, "C4", "", "2014")

    said = {(answer.about, answer.cell): answer.value for answer in after.answers}
    assert said == {(About.INDICATOR, "D4"): "dn", (About.COLUMN, "C4"): ""}
