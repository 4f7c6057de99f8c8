"""What was answered to a sender's file is given again to that sender's next file of the same shape."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from indicators import intake
from indicators.intake import NONE, About, Answer, Answers, Memory, RawBook, Told, remembered
from tests.intake.desk import Desk
from tests.intake.faults import wide

DONG_HY = "UBND huyện Đồng Hỷ"


def published(desk: Desk, content: str, answers: Answers, *, sender: str = DONG_HY) -> None:
    desk.publish(content, answers=answers, told=Told(sender=sender))


def recalled(desk: Desk, content: str, *, sender: str | None = DONG_HY) -> Memory | None:
    return remembered(desk.store.history(), book_of(content), sender=sender)


def book_of(content: str) -> RawBook:
    return intake.read("tep.csv", content.encode())


SPELT = wide("Đại Từ;1;2;3", "Đồng Hỉ;4;5;6")


@pytest.fixture
def after(own_desk: Desk) -> Desk:
    """A desk where Đồng Hỷ's file was published with a name and a figure mended."""
    mends = [
        Answer(About.CELL, None, "A4", "Đồng Hỷ", "Đồng Hỉ"),
        Answer(About.CELL, None, "B4", "40", "4"),
        Answer(About.COLUMN, None, "D2", "", "2016"),
    ]
    published(own_desk, SPELT, Answers.of(mends))
    return own_desk


def test_nobody_else_and_no_other_shape_is_answered_for(after: Desk) -> None:
    assert recalled(after, SPELT, sender="UBND huyện Đại Từ") is None
    assert recalled(after, SPELT, sender=None) is None
    assert recalled(after, wide("Đại Từ;1;2;3", title="Biểu khác")) is None


def test_a_word_is_mended_again_wherever_it_stands_and_a_figure_never(after: Desk) -> None:
    memory = recalled(after, wide("Phú Bình;7;8;9", "Đại Từ;1;2;3", "Đồng Hỉ;4;5;6"))

    assert memory is not None
    assert {(answer.about, answer.cell, answer.value) for answer in memory.answers} == {
        (About.CELL, "A5", "Đồng Hỷ"),
        (About.COLUMN, "D2", ""),
    }
    assert memory.commit.version == after.store.version


def test_what_was_said_stands_in_the_publication(after: Desk) -> None:
    commit = after.store.history()[0]

    assert commit.sender == DONG_HY
    assert {one["value"] for one in json.loads(commit.answers or "")} == {"Đồng Hỷ", "40", ""}


def test_years_and_figures_do_not_change_a_shape() -> None:
    later = wide("Đại Từ;7;8;9").replace("2014;2015;2016", "2017;2018;2019")

    assert intake.shape_of(book_of(wide("Đại Từ;1;2;3"))) == intake.shape_of(book_of(later))
    assert intake.shape_of(book_of(later)) != intake.shape_of(book_of(later.replace("Huyện", "Ngành")))


def test_a_publication_without_answers_remembers_nothing(own_desk: Desk) -> None:
    published(own_desk, wide("Đại Từ;1;2;3"), NONE)

    assert recalled(own_desk, wide("Đại Từ;1;2;3")) is None


def test_answers_that_can_not_be_read_any_more_are_passed_over(after: Desk) -> None:
    broken = [replace(commit, answers="[{}]") for commit in after.store.history()]

    assert remembered(broken, book_of(SPELT), sender=DONG_HY) is None
