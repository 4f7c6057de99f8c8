"""Findings as a clerk works through them: the worst first, the same one once, one click for all alike."""

from __future__ import annotations

import pytest

from indicators import labels
from indicators.intake import About, Answer, Choice, Column, Finding, Said, Severity
from indicators.intake.dates import heading_from
from indicators.ui.upload.findings import MOST_LAID_TOGETHER, groups, safe_answers, safe_count
from indicators.ui.upload.tables import KINDS, heading_for, kind_of

WORDS = labels.text("vi")


def misspelt(cell: str, value: str = "Đồng Hĩ", *, is_safe: bool = False) -> Finding:
    put = Answer(About.CELL, "Biểu 3", cell, "Đồng Hỷ", value)
    choice = Choice(Said("Ghi “Đồng Hỷ”", "Put “Đồng Hỷ”"), (put,), is_safe)
    return Finding(Severity.ERROR, "unknown_district", "Biểu 3", cell, value, {"offer": ""}, choices=(choice,))


def test_the_same_fault_is_told_once_and_one_click_mends_it_everywhere() -> None:
    (group,) = groups([misspelt("B5"), misspelt("B9"), misspelt("B12", "Đồng Hỉi")], WORDS)

    first, second = group.alike
    assert ([one.cell for one in first.findings], second.findings[0].cell, group.count) == (["B5", "B9"], "B12", 3)
    assert [answer.cell for answer in first.answers(0)] == ["B5", "B9"]


def test_what_blocks_comes_first() -> None:
    found = [
        Finding(Severity.INFO, "lines_passed_over", figures={"count": 1}),
        Finding(Severity.WARNING, "blank_values", figures={"count": 1}),
        Finding(Severity.QUESTION, "city_or_province", "a", "B2", "Thái Nguyên"),
        misspelt("B5"),
    ]

    assert [group.severity for group in groups(found, WORDS)] == list(Severity)


def test_mend_all_gives_only_what_can_not_be_meant_otherwise() -> None:
    found = [misspelt("B5"), misspelt("B6", is_safe=True)]

    assert [answer.cell for answer in safe_answers(found)] == ["B6"]
    assert safe_count(found) == 1


def test_a_kind_that_comes_by_the_ten_thousand_is_counted_whole() -> None:
    (group,) = groups([misspelt(f"B{row}") for row in range(1, MOST_LAID_TOGETHER + 500)], WORDS)

    assert group.count == MOST_LAID_TOGETHER + 499
    assert len(group.alike[0].findings) == MOST_LAID_TOGETHER


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("period", ["Y", "H1", "Q3", "M11"])
def test_what_is_said_of_a_column_is_read_as_it_is_said(kind: str, period: str) -> None:
    read = heading_from(heading_for("2018", kind, period))

    assert read is not None
    assert (read.year, read.period) == (2018, period)
    assert kind_of(Column(2, "C4", read.year, read.period, read.measure, read.quality)) == kind
