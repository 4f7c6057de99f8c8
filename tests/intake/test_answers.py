"""What a clerk says beside a file: answered by a click, seen in the result, never silent."""

from __future__ import annotations

import pytest

from indicators.intake import About, Answer, Answers, Finding, Report
from tests.intake.desk import Desk, only, told, values, workbook
from tests.intake.faults import SHORT, wide


def clicked(desk: Desk, content: str | bytes, code: str, choice: int = 0, **asked: object) -> Report:
    """Check a file, click the choice of its one finding of that code, and check it again."""
    finding = only(desk.check(content, **asked), code)
    return desk.check(content, answers=Answers.of(finding.choices[choice].answers), **asked)


def names(finding: Finding) -> list[str]:
    return [choice.name.name_vi for choice in finding.choices]


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Answer(About.CELL, "Trang khác", "D2", "6"), "another sheet"),
        (Answer(About.CELL, None, "D900", "6"), "far below"),
        (Answer(About.CELL, None, "không có ô", "6"), "no cell"),
        (Answer(About.CELL, None, None, "6"), "no cell named"),
        (Answer(About.CELL, None, "D2", "6", typed="7"), "the cell held something else"),
    ],
)
def test_an_answer_that_fits_nothing_changes_nothing_and_is_told_of(desk: Desk, answer: Answer, why: str) -> None:
    report = desk.check(SHORT + "dn;2014;164;5\n", answers=Answers.of([answer]))

    assert only(report, "answer_not_used").severity == "warning", why
    assert values(report) == [(2014, "164", None, 5.0, "D2")]


@pytest.mark.parametrize("value", ["NaN", "Infinity", "[1]", "true", "một"])
def test_a_number_that_is_none_is_refused_like_any_other(desk: Desk, value: str) -> None:
    report = desk.check(SHORT + "dn;2014;164;5\n", answers=Answers.of([Answer(About.NUMBER, None, "D2", value)]))

    assert not report.publishable
    assert only(report, "not_a_number").cell == "D2"


@pytest.mark.parametrize("text", ["", "[", "{}", "[1]", '[{"about": "cell"}]', '[{"about": "gì", "sheet": null}]'])
def test_answers_that_are_none_of_ours_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=".*"):
        Answers.from_json(text)


def test_answers_are_kept_as_text_and_come_back() -> None:
    answers = Answers.of(
        [Answer(About.CELL, "Biểu 1", "B4", "Đồng Hỷ", "Đồng Hỉ"), Answer(About.READ, None, None, "no")]
    )

    assert list(Answers.from_json(answers.to_json())) == list(answers)


def test_the_latest_answer_to_a_question_counts() -> None:
    first, second = Answer(About.CELL, None, "D2", "6"), Answer(About.NUMBER, None, "D2", "7")

    assert list(Answers.of([first, second])) == [second]
    assert list(Answers.of([first]).with_(second).without(second)) == []


def test_a_misspelt_district_is_mended_by_a_click_and_its_own_letters_are_kept(desk: Desk) -> None:
    report = clicked(desk, SHORT + "dn;2014;Đại Tử;5\n", "unknown_district")

    assert report.publishable, told(report)
    assert values(report) == [(2014, "171", None, 5.0, "D2")]
    assert only(report, "cells_mended").figures["typed"] == "Đại Tử"


def test_a_mended_figure_keeps_what_was_typed(desk: Desk) -> None:
    answers = Answers.of([Answer(About.CELL, None, "D2", "412", "4l2")])

    row = desk.check(SHORT + "dn;2014;164;4l2\n", answers=answers).incoming.to_pylist()[0]

    assert (row["value"], row["raw"], row["cell"]) == (412.0, "4l2", "D2")


def test_a_cell_left_blank_may_be_filled(desk: Desk) -> None:
    answers = Answers.of([Answer(About.CELL, None, "C3", "7", "")])

    report = desk.check(wide("Đại Từ;1;;3"), answers=answers)

    assert (2015, "171", None, 7.0, "C3") in values(report)
    assert {row["raw"] for row in report.incoming.to_pylist()} == {"1", "", "3"}


def test_only_certain_mends_are_safe(desk: Desk) -> None:
    unsure = only(desk.check(SHORT + "dn;2014;Đại Tử;5\n"), "unknown_district")
    sure = only(desk.check(SHORT + "dn;2014;164;12 DN\n"), "not_a_number")

    assert [choice.is_safe for choice in unsure.choices] == [False] * len(unsure.choices)
    assert [(choice.name.name_vi, choice.is_safe) for choice in sure.choices] == [("Ghi “12”", True)]


def test_either_reading_of_an_ambiguous_number_is_one_click(desk: Desk) -> None:
    content = SHORT + "dn;2014;164;1.234\ndn;2015;164;2.345\n"
    finding = only(desk.check(content), "number_style_unknown")

    read = [
        [row["value"] for row in desk.check(content, answers=Answers.of(choice.answers)).incoming.to_pylist()]
        for choice in finding.choices
    ]

    assert sorted(read) == [[1.234, 2.345], [1234.0, 2345.0]]
    assert len(set(names(finding))) == 2


def test_a_column_thousand_times_too_small_is_read_as_answered(desk: Desk) -> None:
    content = SHORT + "kinh_phi;2014;164;47.86\nkinh_phi;2015;164;25.000\n"
    finding = only(desk.check(content), "number_style_unsure")

    read = {
        answer.value: [row["value"] for row in desk.check(content, answers=Answers.of([answer])).incoming.to_pylist()]
        for choice in finding.choices
        for answer in choice.answers
    }

    assert read == {"decimal_comma": [47.86, 25000.0], "decimal_point": [47.86, 25.0]}


def test_a_table_of_plans_is_stored_as_targets_once_answered(desk: Desk) -> None:
    content = wide("Đại Từ;1;2;3", title="Kế hoạch: Số DN được hỗ trợ")

    measures = {
        choice.answers[0].value: {
            row["measure"] for row in desk.check(content, answers=Answers.of(choice.answers)).incoming.to_pylist()
        }
        for choice in only(desk.check(content), "plan_or_actual").choices
    }

    assert measures == {"actual": {"actual"}, "target": {"target"}}


def test_the_city_or_the_province_is_one_click(desk: Desk) -> None:
    content = wide("Đại Từ;1;2;3", "Thái Nguyên;4;5;6")

    districts = [
        {row["district"] for row in clicked(desk, content, "city_or_province", choice).incoming.to_pylist()}
        for choice in (0, 1)
    ]

    assert districts == [{"171", "164"}, {"171", None}]


def test_a_table_that_names_no_indicator_is_told_which(desk: Desk) -> None:
    content = wide("Đại Từ;1;2;3", title="Biểu số 3")
    table = desk.check(content).tables[0]

    report = desk.check(content, answers=Answers.of([Answer(About.INDICATOR, None, table.cell, "dn")]))

    assert report.publishable, told(report)
    assert report.tables[0].indicator == "dn"


def test_two_indicators_in_a_title_are_one_click_each(desk: Desk) -> None:
    content = "Kinh phí và Tỷ lệ: iip và loi\nHuyện;2014;2015\nĐại Từ;1;2"

    report = clicked(desk, content, "indicator_named_twice")

    assert report.tables[0].indicator in {"iip", "loi"}


def test_a_unit_that_can_not_be_converted_is_overruled_by_a_click(desk: Desk) -> None:
    content = "Kinh phí hỗ trợ\nĐơn vị: con\nHuyện;2014;2015\nĐại Từ;1;2\n"

    report = clicked(desk, content, "unit_differs")

    assert report.publishable, told(report)
    assert report.tables[0].unit == "triệu đồng"


def test_a_unit_given_by_the_clerk_is_converted(desk: Desk) -> None:
    content = wide("Đại Từ;1;2;3", title="Kinh phí hỗ trợ")
    cell = desk.check(content).tables[0].cell

    report = desk.check(content, answers=Answers.of([Answer(About.UNIT, None, cell, "tỷ đồng")]))

    assert [row["value"] for row in report.incoming.to_pylist()] == [1000.0, 2000.0, 3000.0]
    assert only(report, "unit_converted").severity == "warning"


def test_a_column_is_read_as_the_clerk_says(desk: Desk) -> None:
    content = "Số DN được hỗ trợ\nHuyện;2014;Kết quả;So sánh\nĐại Từ;1;2;99\n"
    answers = Answers.of([Answer(About.COLUMN, None, "C2", "2015", "Kết quả"), Answer(About.COLUMN, None, "D2", "")])

    report = desk.check(content, answers=answers)

    assert values(report) == [(2014, "171", None, 1.0, "B3"), (2015, "171", None, 2.0, "C3")]
    assert [finding.severity for finding in report.findings if finding.blocks] == []
    assert [column.year for column in report.tables[0].columns] == [2014, 2015]


def test_a_column_of_a_year_is_left_out(desk: Desk) -> None:
    report = desk.check(wide("Đại Từ;1;2;3"), answers=Answers.of([Answer(About.COLUMN, None, "C2", "", "2015")]))

    assert [row[0] for row in values(report)] == [2014, 2016]


def test_a_column_is_a_plan_when_the_clerk_says_so(desk: Desk) -> None:
    report = desk.check(wide("Đại Từ;1;2;3"), answers=Answers.of([Answer(About.COLUMN, None, "D2", "KH 2016", "2016")]))

    assert [row["measure"] for row in report.incoming.to_pylist()] == ["actual", "actual", "target"]


def test_a_table_without_any_year_is_read_once_its_columns_have_one(desk: Desk) -> None:
    content = "Số DN được hỗ trợ\nHuyện;Kết quả\nĐại Từ;5\nVõ Nhai;6\n"
    assert desk.check(content).tables[0].layout is None

    report = desk.check(content, answers=Answers.of([Answer(About.COLUMN, None, "B2", "2018", "Kết quả")]))

    assert values(report) == [(2018, "171", None, 5.0, "B3"), (2018, "170", None, 6.0, "B4")]


def test_the_places_may_stand_in_another_column(desk: Desk) -> None:
    content = "Số DN được hỗ trợ\nĐịa chỉ;Đơn vị báo cáo;2014;2015\nVõ Nhai;Đại Từ;1;2\nĐại Từ;Võ Nhai;3;4\n"
    first = desk.check(content).tables[0]
    other = "B" if first.label_column == 0 else "A"

    report = desk.check(content, answers=Answers.of([Answer(About.LABELS, None, first.cell, other)]))

    assert report.tables[0].label_column != first.label_column


def test_a_sheet_and_a_table_may_be_left_unread(desk: Desk) -> None:
    book = workbook({"Một": [["Số DN được hỗ trợ"], ["Huyện", 2014, 2015], ["Đại Từ", 1, 2]], "Hai": [["Ghi chú"]]})
    table = desk.check(book, name="tep.xlsx").tables[0]

    for cell in (None, table.cell):
        report = desk.check(book, name="tep.xlsx", answers=Answers.of([Answer(About.READ, "Một", cell, "no")]))
        assert (report.incoming.num_rows, report.tables[0].reason) == (0, "reason_declined")


def test_a_title_of_half_a_year_is_one_click(desk: Desk) -> None:
    content = wide("Đại Từ;1;2;3", title="Số DN được hỗ trợ 6 tháng đầu năm 2016")

    periods = {
        choice.answers[0].value: {
            row["period"] for row in desk.check(content, answers=Answers.of(choice.answers)).incoming.to_pylist()
        }
        for choice in only(desk.check(content), "period_in_title").choices
    }

    assert periods == {"Y": {"Y"}, "H1": {"H1"}}


def test_a_part_of_a_year_that_is_no_period_is_not_offered(desk: Desk) -> None:
    finding = only(desk.check(wide("Đại Từ;1;2;3", title="Số DN được hỗ trợ 9 tháng năm 2016")), "period_in_title")

    assert [choice.answers[0].value for choice in finding.choices] == ["Y"]


def test_a_title_of_estimates_is_one_click(desk: Desk) -> None:
    content = wide("Đại Từ;1;2;3", title="Ước số DN được hỗ trợ năm 2016")
    finding = only(desk.check(content), "quality_in_title")

    report = desk.check(content, answers=Answers.of(finding.choices[2].answers))

    assert {row["quality"] for row in report.incoming.to_pylist()} == {"estimate"}
    assert report.findings == ()
