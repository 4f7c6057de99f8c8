"""The report: the form of Decree 30/2020, and the exhibits' own sentences and figures in its tables."""

from __future__ import annotations

import io
import time
from pathlib import Path

import docx
import pytest
from docx.document import Document as Paper
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table

from indicators import catalogue, labels
from indicators.exhibits import document_of
from indicators.palette import SYMBOL_BY_STATUS
from indicators.report import report
from indicators.selection import Selection
from indicators.store import Store
from tests.documents.conftest import TOLD, Made, Told

NAMES = list(TOLD)
# The heading's table and the signatures' are no tables of figures.
WITHOUT_FIGURES = ("CỘNG HÒA", "SOCIALIST", "Nơi nhận", "Recipients")


def opened(content: bytes) -> Paper:
    return docx.Document(io.BytesIO(content))


def rows(table: Table) -> list[tuple[str, ...]]:
    words = qn("w:t")
    return [
        tuple("".join(part.text or "" for part in cell.iter(words)) for cell in line.tc_lst)
        for line in table._tbl.tr_lst
    ]


def of_figures(paper: Paper) -> list[Table]:
    return [table for table in paper.tables if not any(word in str(rows(table)) for word in WITHOUT_FIGURES)]


@pytest.mark.parametrize("name", ["province-vi", "district-en"])
def test_the_paper_is_as_the_decree_wants_it(made: Made, name: str) -> None:
    paper = opened(made(name, "docx"))
    (section,) = paper.sections

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert 20 <= round(section.top_margin.mm) <= 25
    assert 20 <= round(section.bottom_margin.mm) <= 25
    assert 30 <= round(section.left_margin.mm) <= 35
    assert 15 <= round(section.right_margin.mm) <= 20
    normal = paper.styles["Normal"].font
    assert normal.name == "Times New Roman"
    assert Pt(13) <= normal.size <= Pt(14)


def test_pages_are_numbered_above_from_the_second_on(made: Made) -> None:
    (section,) = opened(made("province-vi", "docx")).sections

    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == ""
    header = section.header.paragraphs[0]
    assert header.alignment == 1
    assert [code.text.strip() for code in header._p.iter(qn("w:instrText"))] == ["PAGE"]


@pytest.mark.parametrize(("name", "language"), [("province-vi", "vi-VN"), ("province-en", "en-GB")])
def test_its_language_is_set(made: Made, name: str, language: str) -> None:
    paper = opened(made(name, "docx"))

    assert {found.get(qn("w:val")) for found in paper.styles.element.iter(qn("w:lang"))} == {language}


def test_the_head_has_nation_motto_office_number_and_date(made: Made) -> None:
    paper = opened(made("province-vi", "docx"))
    ((office, nation), (number, dated)) = rows(paper.tables[0])

    assert office.startswith("ỦY BAN NHÂN DÂNTỈNH THÁI NGUYÊN")
    assert nation == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMĐộc lập - Tự do - Hạnh phúc"
    assert number.startswith("Số:")
    assert dated.startswith("Thái Nguyên, ngày")
    assert paper.paragraphs[0].text == "BÁO CÁO"
    sizes = [run.font.size for paragraph in paper.tables[0].cell(0, 1).paragraphs for run in paragraph.runs]
    assert Pt(12) <= sizes[0] <= Pt(13)
    assert Pt(13) <= sizes[1] <= Pt(14)


@pytest.mark.parametrize("name", NAMES)
def test_tables_are_captioned_numbered_and_repeat_their_head(made: Made, told: Told, name: str) -> None:
    paper = opened(made(name, "docx"))
    captions = [paragraph.text for paragraph in paper.paragraphs if paragraph.style.name == "Caption"]
    word = {"vi": "Bảng", "en": "Table"}[told(name).text.language]
    found = of_figures(paper)

    assert len(captions) == len(found) > 30
    assert [caption.split(".")[0] for caption in captions] == [f"{word} {n}" for n in range(1, len(captions) + 1)]
    assert all(table._tbl.tr_lst[0].find(f".//{qn('w:tblHeader')}") is not None for table in found)
    sources = [paragraph.text for paragraph in paper.paragraphs if paragraph.style.name == "Source"]
    said = told(name).text("page.version_and_year", version=told(name).version, year=told(name).as_of)
    assert len(sources) == len(found)
    assert all(said in source for source in sources)


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_is_the_exhibits(made: Made, told: Told, name: str) -> None:
    document, paper = told(name), opened(made(name, "docx"))
    text = document.text
    found = [rows(table) for table in of_figures(paper)]
    words = [paragraph.text for paragraph in paper.paragraphs]
    counts = document.final_verdict.frame
    assert found[0][1:] == [
        (f"{SYMBOL_BY_STATUS[status]} {label}", str(count))
        for status, label, count in zip(counts["status"], counts["status_label"], counts["count"], strict=True)
    ]
    every = [row for table in found for row in table]
    for row in document.standing.frame.itertuples(index=False):
        mark = f"{SYMBOL_BY_STATUS[row.status]} {row.status_label}"
        assert (row.label, row.target, row.value, row.written, mark) in every
        assert f"{row.label}: {row.sentence}" in words
    for one in document.chapters:
        for row in one.verdict.frame.itertuples(index=False):
            assert row.value == "–" or (row.label, row.value, row.note) in every
        if one.trajectory.is_empty:
            continue
        figures, decimals = one.trajectory.figures, one.trajectory.decimals
        columns = [text(f"exhibit.column_{column}") for column in ("series", "period", "value", "value_to", "quality")]
        wanted = [
            tuple(
                "" if cell is None else text.figure(cell, decimals) if isinstance(cell, float) else str(cell)
                for cell in row
            )
            for row in figures[columns].itertuples(index=False, name=None)
        ]
        assert [tuple(columns), *wanted] in found, one.name


def test_headings_make_an_outline(made: Made) -> None:
    paper = opened(made("province-vi", "docx"))
    outline = [(p.style.name, p.text) for p in paper.paragraphs if p.style.name.startswith("Heading")]

    assert [text.split(".")[0] for style, text in outline if style == "Heading 1"] == [
        "I", "II", "III", "IV", "V", "PHỤ LỤC",
    ]  # fmt: skip
    assert sum(style == "Heading 2" for style, _ in outline) > 28


def test_made_up_data_are_called_so_at_the_start(made: Made) -> None:
    words = [paragraph.text for paragraph in opened(made("province-vi", "docx")).paragraphs]

    assert any(text.startswith("Số liệu minh họa") for text in words[:5])


def test_the_report_is_made_within_five_seconds(demo_store: Path) -> None:
    told = document_of(Store.open(demo_store).at(), catalogue.load(), Selection(2020, "vi"), labels.text("vi"))
    steps: list[tuple[int, int]] = []
    start = time.process_time()

    report(told, progress=lambda done, of: steps.append((done, of)))

    assert time.process_time() - start <= 5.0
    assert steps == [(done, len(steps)) for done in range(1, len(steps) + 1)]
