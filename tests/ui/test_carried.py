"""What a reader takes along of one exhibit: the figures as a workbook, the chart as a page that saves it."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from starlette.applications import Starlette

from indicators import workbook
from indicators.exhibits.exhibit import Bars
from indicators.ui.builders import BUILDERS
from indicators.ui.carried import routes
from indicators.ui.elements.sheet import CHART_PATH, WORKBOOK_PATH
from indicators.ui.exports import asked_exhibit
from tests.figures.frames import BAR_ROW, exhibit, framed
from tests.ui.asking import Answer, ask

SERVED = Starlette(routes=routes())
ASKED = {"huyen": "171", "huyen_2": "164", "nganh_2": "che", "chi_tieu": "ty_le_mau_khong_dat", "nam": "2020"}
CHARTS = (
    "indicator.trajectory",
    "indicator.by_district",
    "indicator.map",
    "indicator.districts_over_years",
    "district.against_province",
)


@pytest.fixture(autouse=True)
def full(demo_store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The demonstration store, as the dashboard finds it."""
    monkeypatch.setenv("INDICATORS_STORE", str(demo_store))
    return demo_store


def get(path: str, **query: str) -> Answer:
    return ask(SERVED, f"/{path}", query)


@pytest.mark.parametrize("path", [WORKBOOK_PATH, CHART_PATH])
@pytest.mark.parametrize("name", ["", "overview", "overview.__doc__", "store.Store", "<script>"])
def test_a_name_outside_the_set_is_not_found(path: str, name: str) -> None:
    answer = get(path, exhibit=name)

    assert answer.status == 404
    assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize("path", [WORKBOOK_PATH, CHART_PATH])
def test_without_a_store_the_answer_says_how_to_make_one(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "nowhere"))

    assert "init --demo" in get(path, exhibit="overview.final_verdict").text


@pytest.mark.parametrize("name", ["overview.groups", "method.methods", "indicator.verdict", "indicator.records"])
def test_what_is_no_chart_is_no_picture(name: str) -> None:
    assert get(CHART_PATH, exhibit=name, **ASKED).status == 404


@pytest.mark.parametrize("name", BUILDERS)
def test_every_figure_of_every_exhibit_is_in_its_workbook(name: str) -> None:
    answer = get(WORKBOOK_PATH, exhibit=name, **ASKED)
    sheet = openpyxl.load_workbook(io.BytesIO(answer.body)).active
    figures = asked_exhibit(name, ASKED).figures

    assert [cell.value for cell in sheet[1]][: figures.shape[1]] == list(figures.columns)
    for row, cells in enumerate(figures.itertuples(index=False), start=2):
        for column, cell in enumerate(cells, start=1):
            found = sheet.cell(row, column).value
            wanted = None if cell is None or cell is pd.NA or cell != cell or cell == "" else cell
            if isinstance(wanted, int | float) and not isinstance(wanted, bool):
                assert found == pytest.approx(wanted, rel=1e-14), (row, column)
            elif hasattr(wanted, "year"):
                assert (found.year, found.month, found.day) == (wanted.year, wanted.month, wanted.day)
            else:
                assert found == wanted, (row, column)


def test_nothing_becomes_a_formula_and_a_blank_stays_blank() -> None:
    figures = pd.DataFrame({"Nơi": ["=1+1", "@x", "https://x.vn"], "Giá trị": [1234.5, None, 0]}, dtype=object)
    made = workbook.figures(exhibit(Bars(), framed(BAR_ROW, []), figures=figures, headline="=cmd()"))
    sheet = openpyxl.load_workbook(io.BytesIO(made)).active

    assert [(sheet.cell(row, 1).value, sheet.cell(row, 1).data_type) for row in (2, 3, 4)] == [
        ("=1+1", "s"), ("@x", "s"), ("https://x.vn", "s"),
    ]  # fmt: skip
    assert [sheet.cell(row, 2).value for row in (2, 3, 4)] == [1234.5, None, 0]
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_has_a_page_of_its_own(name: str) -> None:
    answer = get(CHART_PATH, exhibit=name, **ASKED)

    assert answer.status == 200
    assert "default-src 'none'" in answer.text
    assert "số liệu" in answer.text


def test_demonstration_figures_say_so_in_the_workbook() -> None:
    body = get(WORKBOOK_PATH, exhibit="overview.final_verdict").body
    sheet = openpyxl.load_workbook(io.BytesIO(body)).active

    assert any("Số liệu minh họa" in str(cell.value) for row in sheet.iter_rows() for cell in row)
