"""Every real file opens and is answered in words, sheet by sheet, whatever is asked of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators import intake
from indicators.labels import LANGUAGES, text
from tests.intake.desk import Desk

FILES = (
    "monthly-workbooks/2000-12-29-Bieu-thang-12-1.xls",
    "monthly-workbooks/2004-06-29-Bieu0604-1.xls",
    "monthly-workbooks/2009-12-29-Bieu-12-2009-1.xls",
    "monthly-workbooks/2014-12-29-Tong-hop-bieu-2.xls",
    "monthly-workbooks/2017-12-29-03-Bieu-2017.xlsx",
    "monthly-workbooks/2020-12-27-03-Bieu-2020.xlsx",
    "px-web/index-of-industrial-production-by-province.csv",
    "px-web/labour-force-by-province.csv",
    "px-web/retail-sales-by-province.csv",
    "px-web/trained-employed-workers-percent-by-province.csv",
)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("indicator", [None, "iip"])
def test_a_real_file_is_answered_in_words_on_every_sheet(
    name: str, indicator: str | None, desk: Desk, shared: Path
) -> None:
    path = shared / "real" / name
    book = intake.read(path.name, path.read_bytes())

    for sheet in [None, *(one.name for one in book.sheets if one.name)]:
        report = desk.check_book(book, indicator=indicator, sheet=sheet)
        assert report.publishable or any(finding.blocks for finding in report.findings)
        assert {summary.name for summary in report.sheets} == ({sheet} if sheet else {one.name for one in book.sheets})
        for finding in report.findings:
            for language in LANGUAGES:
                said = finding.sentence(text(language))
                assert said
                assert not set("{}") & set(said)
                assert "None" not in said


@pytest.mark.parametrize("name", FILES[:6])
def test_no_figure_of_a_monthly_workbook_is_published_unasked(name: str, desk: Desk, shared: Path) -> None:
    """They hold none of this project's indicators, so whatever were taken in would be wrong."""
    report = desk.check((shared / "real" / name).read_bytes(), name=name)

    assert not report.publishable
    assert report.incoming.num_rows == 0


def test_every_real_file_is_listed(shared: Path) -> None:
    folders = (shared / "real" / "px-web", shared / "real" / "monthly-workbooks")

    assert {f"{folder.name}/{path.name}" for folder in folders for path in folder.iterdir()} == set(FILES)
