"""The template at an address: for all or one district, empty or with what is known, refused in words."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from starlette.applications import Starlette

from indicators.ui.upload.template import TEMPLATE_PATH, routes
from tests.ui.asking import Answer, ask

SERVED = Starlette(routes=routes())


@pytest.fixture
def full(demo_store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The demonstration store, as the dashboard finds it."""
    monkeypatch.setenv("INDICATORS_STORE", str(demo_store))
    return demo_store


def get(**query: str) -> Answer:
    return ask(SERVED, f"/{TEMPLATE_PATH}", query)


def opened(answer: Answer) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(answer.body))


def rows_of(answer: Answer) -> int:
    return sum(1 for row in opened(answer).worksheets[0].iter_rows(min_row=6) if row[0].value)


def test_an_unknown_district_is_refused_in_words(full: Path) -> None:
    answer = get(huyen="999")

    assert answer.status == 404
    assert "Không có huyện nào mang mã “999”" in answer.text


def test_without_a_store_the_sentence_says_what_makes_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "nowhere"))

    assert (get().status, "python -m indicators init" in get().text) == (404, True)


def test_the_template_of_a_district_is_a_workbook_named_for_it(full: Path) -> None:
    empty, filled = get(huyen="171"), get(huyen="171", biet="1")

    assert empty.status == 200
    assert 'filename="bieu-mau-dai-tu-v' in empty.headers["content-disposition"]
    counts = [
        sum(
            1 for row in openpyxl.load_workbook(io.BytesIO(one.body)).worksheets[0].iter_rows(min_row=6) if row[0].value
        )
        for one in (empty, filled)
    ]
    assert counts[0] == 0
    assert counts[1] > 50


def test_the_template_speaks_the_language_asked_for(full: Path) -> None:
    titles = {
        language: openpyxl.load_workbook(io.BytesIO(get(lang=language).body)).sheetnames for language in ("vi", "en")
    }

    assert titles["vi"] != titles["en"]
