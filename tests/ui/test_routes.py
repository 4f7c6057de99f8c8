"""What is served beside the pages: figures as a file, and the HTML every page begins with."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from indicators import labels
from indicators.exhibits.exhibit import Bars
from indicators.store import Store
from indicators.ui.builders import BUILDERS
from indicators.ui.documents import KINDS
from indicators.ui.elements.sheet import EXPORT_PATH
from indicators.ui.exports import csv as written_csv
from indicators.ui.exports import routes
from indicators.ui.shell import Shell, written
from tests.figures.frames import BAR_ROW, exhibit, framed
from tests.ui.asking import Answer, ask

SERVED = Starlette(routes=routes())
INDEX = '<!DOCTYPE html><html lang="en"><head><title>Streamlit</title></head><body></body></html>'


@pytest.fixture
def full(demo_store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The demonstration store, as the dashboard finds it."""
    monkeypatch.setenv("INDICATORS_STORE", str(demo_store))
    return demo_store


class TestFigures:
    def get(self, **query: str) -> Answer:
        """Return the answer of the route."""
        return ask(SERVED, f"/{EXPORT_PATH}", query)

    @pytest.mark.parametrize("name", ["", "overview", "overview.__doc__", "store.Store", "<script>"])
    def test_a_name_outside_the_set_is_not_found(self, full: Path, name: str) -> None:
        answer = self.get(exhibit=name)

        assert answer.status == 404
        assert answer.headers["content-type"].startswith("text/plain")

    def test_without_a_store_the_answer_says_how_to_make_one(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "nowhere"))

        answer = self.get(exhibit="overview.final_verdict")

        assert answer.status == 404
        assert "init --demo" in answer.text

    def test_nothing_but_reading_is_served(self, full: Path) -> None:
        assert ask(SERVED, f"/{EXPORT_PATH}", {"exhibit": "overview.groups"}, method="POST").status == 405

    @pytest.mark.parametrize("name", BUILDERS)
    def test_every_exhibit_is_a_file_that_excel_opens(self, full: Path, name: str) -> None:
        answer = self.get(exhibit=name, huyen="171", huyen_2="164", nganh_2="che", chi_tieu="ty_le_mau_khong_dat")

        assert answer.status == 200
        assert answer.body.startswith(b"\xef\xbb\xbf")
        assert answer.headers["content-disposition"].startswith("attachment; filename=")
        assert "nan" not in answer.text.lower().split(";")

    def test_demonstration_figures_say_so(self, full: Path) -> None:
        assert "Số liệu minh họa" in self.get(exhibit="overview.final_verdict").text

    def test_the_file_is_named_for_exhibit_year_and_version(self, full: Path) -> None:
        version = Store.open(full).version

        answer = self.get(exhibit="overview.final_verdict", nam="2018")

        assert f"overview-final-verdict-2018-v{version}.csv" in answer.headers["content-disposition"]


class TestWritten:
    FIGURES = pd.DataFrame({"Nơi": ["Đại Từ", "=1+1"], "Giá trị": [1234.5, None], "Năm": [2018, 2019]}, dtype=object)

    def rows(self, language: str, separator: str) -> list[list[str]]:
        """Return the rows of the file."""
        told = exhibit(Bars(), framed(BAR_ROW, []), figures=self.FIGURES, language=language, headline="=cmd()")
        return list(csv.reader(io.StringIO(written_csv(told).decode("utf-8-sig")), delimiter=separator))

    def test_a_vietnamese_file_has_semicolons_and_decimal_commas(self) -> None:
        rows = self.rows("vi", ";")

        assert rows[0] == ["Nơi", "Giá trị", "Năm"]
        assert rows[1] == ["Đại Từ", "1234,5", "2018"]

    def test_an_english_file_has_commas_and_decimal_points(self) -> None:
        assert self.rows("en", ",")[1] == ["Đại Từ", "1234.5", "2018"]

    def test_nothing_begins_a_formula(self) -> None:
        cells = [cell for row in self.rows("vi", ";") for cell in row]

        assert [cell for cell in cells if cell.startswith("=")] == []
        assert "'=1+1" in cells

    def test_a_missing_figure_stays_missing(self) -> None:
        assert self.rows("vi", ";")[2][1] == ""

    def test_title_and_source_stand_under_the_figures(self) -> None:
        below = [row[0] for row in self.rows("vi", ";")[4:]]

        assert below[0] == "Tiêu đề"
        assert "Nguồn: thử." in below


async def index(request: Request) -> Response:
    """Answer with Streamlit's HTML."""
    assert "accept-encoding" not in request.headers
    return HTMLResponse(INDEX)


async def health(request: Request) -> Response:
    """Answer with something that is no page."""
    return PlainTextResponse('<html lang="en"><head>')


PLAIN = {"accept-encoding": "identity"}


class TestShell:
    app = Shell(
        Starlette(routes=[Route("/_stcore/health", health), Route("/{page}", index), Route("/", index)]),
    )

    @pytest.mark.parametrize("path", ["/", "/indicator", "/sector", "/district"])
    def test_a_page_has_our_language_and_title(self, path: str) -> None:
        answer = ask(self.app, path, headers=PLAIN)

        assert '<html lang="vi">' in answer.text
        assert "<title>Streamlit</title>" not in answer.text
        assert "Thái Nguyên" in answer.text
        assert int(answer.headers["content-length"]) == len(answer.body)

    def test_an_english_page_says_so(self) -> None:
        assert '<html lang="en">' in ask(self.app, "/district", {"lang": "en"}, headers=PLAIN).text

    @pytest.mark.parametrize("language", ["fr", "<script>", ""])
    def test_any_other_language_is_vietnamese(self, language: str) -> None:
        assert '<html lang="vi">' in ask(self.app, "/", {"lang": language}, headers=PLAIN).text

    def test_what_is_no_page_goes_through_untouched(self) -> None:
        assert ask(self.app, "/_stcore/health").text == '<html lang="en"><head>'

    def test_the_page_knows_where_its_server_is(self) -> None:
        assert "<head><script>window.__streamlit=" in written("overview", labels.text("vi"), "")


class TestDocuments:
    BEGINNINGS = {"deck.pptx": b"PK", "workbook.xlsx": b"PK", "report.docx": b"PK"}

    def test_an_unknown_document_is_not_found(self, full: Path) -> None:
        assert ask(SERVED, "/exports/store.zip").status == 404

    def test_without_a_store_the_answer_says_how_to_make_one(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "nowhere"))

        answer = ask(SERVED, "/exports/deck.pptx")

        assert answer.status == 404
        assert "init --demo" in answer.text

    def test_nothing_but_reading_is_served(self, full: Path) -> None:
        assert ask(SERVED, "/exports/report.docx", method="POST").status == 405

    @pytest.mark.parametrize("file", BEGINNINGS)
    def test_a_document_is_a_file_named_for_what_it_tells(self, full: Path, file: str) -> None:
        version = Store.open(full).version
        asked = {"huyen": "171", "nam": "2018", "chi_tieu": "mo_hinh_diem", "lang": "en"}

        answer = ask(SERVED, f"/exports/{file}", asked)

        name, ending = file.split(".")
        assert answer.status == 200
        assert answer.body.startswith(self.BEGINNINGS[file])
        assert answer.headers["content-type"] == KINDS[name].media_type
        assert answer.headers["x-content-type-options"] == "nosniff"
        named = f"{name}-2018-v{version}-171-mo-hinh-diem.{ending}"
        assert answer.headers["content-disposition"] == f'attachment; filename="{named}"'

    def test_two_who_ask_for_the_same_get_the_same_file_made_once(self, full: Path) -> None:
        asked = {"chi_tieu": "mo_hinh_diem"}

        first = ask(SERVED, "/exports/deck.pptx", asked)
        second = ask(SERVED, "/exports/deck.pptx", {**asked, "huyen_2": "164"})

        assert first.body == second.body

    def test_a_page_about_one_indicator_gives_slides_of_that_one(self, full: Path) -> None:
        one = ask(SERVED, "/exports/workbook.xlsx", {"chi_tieu": "mo_hinh_diem"})
        book = openpyxl.load_workbook(io.BytesIO(one.body))

        assert [sheet.title for sheet in book if sheet.title[:2].isdigit()] == ["01 Số mô hình điểm về năng suất"[:31]]
