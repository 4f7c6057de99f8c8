"""What .ods and .xls show and their values alone don't say: percentages, errors, formulas, spans, what is hidden."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest

from indicators import intake
from indicators.errors import UnreadableFile
from indicators.intake import container, oldworkbook, spreadsheet
from tests.intake import old_workbook
from tests.intake.desk import Desk, only, told, values
from tests.intake.open_document import blank, document, number, row, text

SHARE = "Tỷ lệ doanh nghiệp công bố tiêu chuẩn"
CALCEXT = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
ERROR = (
    f'<table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value="" {CALCEXT} '
    'calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>'
)
COVERED = "<table:covered-table-cell/>"


def typed(kind: str, value: str, shown: str) -> str:
    """Return a cell of that kind."""
    return f'<table:table-cell office:value-type="{kind}" {value}><text:p>{shown}</text:p></table:table-cell>'


def table(*lines: str, title: str = SHARE) -> str:
    """Return the rows of a table of two years."""
    return row(text(title)) + row(text("Huyện"), number(2014), number(2015)) + "".join(lines)


def test_a_percentage_of_an_open_document_is_read_as_it_shows(desk: Desk) -> None:
    line = row(text("Đại Từ"), number(0.35, kind="percentage", shown="35%"), number(36))
    report = desk.check(document({"S": table(line)}), name="tep.ods")

    assert [found[3] for found in values(report)] == [35.0, 36.0]


def test_an_error_of_an_open_document_is_no_blank_and_no_zero(desk: Desk) -> None:
    line = row(text("Đại Từ"), ERROR, ERROR.replace('string-value=""', 'value="0"').replace('"string"', '"float"'))
    report = desk.check(document({"S": table(line)}), name="tep.ods")

    assert told(report) == [("not_a_number", "B3"), ("not_a_number", "C3")]


def test_formulas_of_an_open_document_are_told(desk: Desk) -> None:
    line = row(text("Đại Từ"), number(35, ' table:formula="of:=30+5"'), number(36))

    assert told(desk.check(document({"S": table(line)}), name="tep.ods")) == [("formulas", "B3")]


def test_repeated_rows_and_cells_keep_every_place(desk: Desk) -> None:
    lines = (
        row(blank(), more=' table:number-rows-repeated="3"'),
        row(text("Đại Từ"), number(5, ' table:number-columns-repeated="2"')),
        row(blank(' table:number-columns-repeated="16384"'), more=' table:number-rows-repeated="1048000"'),
    )
    report = desk.check(document({"S": table(*lines)}), name="tep.ods")

    assert [(found[0], found[3], found[4]) for found in values(report)] == [(2014, 5.0, "B6"), (2015, 5.0, "C6")]


def test_a_sheet_filled_by_repetition_is_refused_before_it_fills_the_memory() -> None:
    filled = row(number(1, ' table:number-columns-repeated="16384"'), more=' table:number-rows-repeated="1048576"')
    with pytest.raises(UnreadableFile) as refused:
        intake.read("tep.ods", document({"S": filled}))

    assert "ô" in str(refused.value.figures["why"])


def test_a_label_that_spans_two_rows_leaves_the_second_without_one(desk: Desk) -> None:
    spans = ' table:number-rows-spanned="2" table:number-columns-spanned="1"'
    lines = row(text("Đại Từ", spans), number(5), number(6)), row(COVERED, number(7), number(8))
    report = desk.check(document({"S": table(*lines)}), name="tep.ods")

    assert told(report) == [("figures_without_label", "B4")]


def test_text_in_pieces_days_and_truth_values_are_read() -> None:
    cells = (
        typed("string", "", "Phú <text:span>Bì</text:span>nh"),
        typed("date", 'office:date-value="2016-06-15"', "15/6"),
        typed("boolean", 'office:boolean-value="true"', "x"),
        number(1200, kind="currency", shown="1.200 đ"),
    )
    (sheet,) = intake.read("tep.ods", document({"S": row(*cells)})).sheets

    assert [sheet.text(0, at) for at in range(4)] == ["Phú Bình", "15/06/2016", "TRUE", "1200"]


def test_a_hidden_sheet_row_and_column_are_known() -> None:
    hidden = ' table:visibility="collapse"'
    rows = (
        f"<table:table-column/><table:table-column{hidden}/>" + row(text("a"), text("b")) + row(text("c"), more=hidden)
    )
    first, second = intake.read("tep.ods", document({"S": rows, "Ẩn": row(text("d"))}, frozenset({"Ẩn"}))).sheets

    assert (first.is_hidden, first.hidden_rows, first.hidden_columns) == (False, {1}, {1})
    assert second.is_hidden


def old_table(*cells: bytes, formats: tuple[str, ...] = ("0.0%",)) -> bytes:
    """Return an .xls with a table of two years."""
    head = old_workbook.text(0, 0, SHARE) + old_workbook.text(1, 0, "Huyện") + old_workbook.text(2, 0, "Đại Từ")
    years = old_workbook.number(1, 1, 2014) + old_workbook.number(1, 2, 2015)
    return old_workbook.workbook(head + years + b"".join(cells), formats=formats)


def test_a_percentage_of_an_old_workbook_is_read_as_it_shows(desk: Desk) -> None:
    content = old_table(
        old_workbook.number(2, 1, 0.35, style=1), old_workbook.number(2, 2, 36, style=2), formats=("0.0%", '0"%"')
    )

    assert [found[3] for found in values(desk.check(content, name="tep.xls"))] == [35.0, 36.0]


def test_an_error_of_an_old_workbook_is_no_blank(desk: Desk) -> None:
    error = bytes([2, 0, 0x2A, 0, 0, 0, 0xFF, 0xFF])
    report = desk.check(old_table(old_workbook.error(2, 1, 7), old_workbook.formula(2, 2, error)), name="tep.xls")

    assert [(finding.code, finding.cell, finding.value) for finding in report.findings] == [
        ("not_a_number", "B3", "#DIV/0!"), ("not_a_number", "C3", "#N/A"),
    ]  # fmt: skip


def test_formulas_of_an_old_workbook_are_told(desk: Desk) -> None:
    content = old_table(old_workbook.formula(2, 1, struct.pack("<d", 35.0)), old_workbook.number(2, 2, 36))

    assert only(desk.check(content, name="tep.xls"), "formulas").cell == "B3"


def test_the_facts_of_the_real_old_workbooks_stand_where_their_figures_do(shared: Path) -> None:
    formulas = 0
    for path in sorted((shared / "real" / "monthly-workbooks").glob("*.xls")):
        content = path.read_bytes()
        facts, sheets = oldworkbook.old_facts(content), intake.read(path.name, content).sheets
        assert len(facts) == len(sheets)
        for one, sheet in zip(facts, sheets, strict=True):
            formulas += len(one.formulas)
            # A formula whose result is no number is a text here.
            assert all(sheet.typed(*cell) is not None for cell in one.formulas), sheet.name

    assert formulas > 1000


def test_a_binary_workbook_is_refused_since_nothing_tells_its_percentages() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as parts:
        parts.writestr("xl/workbook.bin", b"")
    with pytest.raises(UnreadableFile) as refused:
        container.packed_kind("tep.xlsb", content.getvalue())

    assert "XLSB" in str(refused.value.figures["why"])


def test_an_open_document_of_too_many_formulas_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "MOST_CELLS", 3)
    with pytest.raises(UnreadableFile):
        intake.read("tep.ods", document({"S": table(row(text("Đại Từ"), number(5), number(6)))}))
