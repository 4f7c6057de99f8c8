"""The corpus of nasty workbooks: no figure is wrong without a word, and nearly all are read without a question."""

from __future__ import annotations

import pytest

from indicators.intake import Report
from tests.intake.corpus.sheets import Key
from tests.intake.corpus.workbooks import Workbook, every_workbook
from tests.intake.desk import Desk, told

CORPUS = list(every_workbook())
LEAST_WORKBOOKS = 120
LEAST_READ = 0.95


@pytest.fixture(scope="module")
def reports(desk: Desk) -> dict[str, Report]:
    """Every workbook of the corpus, checked once."""
    return {book.name: desk.check(book.content, name=book.file) for book in CORPUS}


def read(report: Report) -> dict[Key, float | None]:
    """Return the figures that would be published."""
    return {
        (row["measure"], row["indicator"], row["year"], row["district"], row["sector"]): row["value"]
        for row in report.incoming.to_pylist()
    }


def test_the_corpus_is_large_and_each_name_is_its_own() -> None:
    assert len({book.name for book in CORPUS}) == len(CORPUS) >= LEAST_WORKBOOKS


@pytest.mark.parametrize("book", CORPUS, ids=lambda book: book.name)
def test_no_figure_is_wrong_without_a_word(book: Workbook, reports: dict[str, Report]) -> None:
    report = reports[book.name]
    if not report.publishable:
        assert any(finding.blocks for finding in report.findings)
        return

    found = read(report)

    assert {key: value for key, value in found.items() if book.truth.get(key) != pytest.approx(value)} == {}
    assert set(found) == set(book.truth), told(report)


def test_nearly_all_figures_are_read_without_a_question(reports: dict[str, Report]) -> None:
    total = sum(len(book.truth) for book in CORPUS)
    good = sum(
        sum(read(reports[book.name]).get(key) == pytest.approx(value) for key, value in book.truth.items())
        for book in CORPUS
        if reports[book.name].publishable
    )
    refused = {book.name: told(reports[book.name])[:3] for book in CORPUS if not reports[book.name].publishable}

    assert good / total >= LEAST_READ, refused
