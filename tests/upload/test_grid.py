"""What the grid is told: a window of rows, texts as texts, roles, findings and mends at their cells."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from indicators import catalogue, intake, labels
from indicators.intake import About, Answer, Answers
from indicators.store import Store
from indicators.ui.upload import work
from indicators.ui.upload.draft import Look
from indicators.ui.upload.grid import view
from indicators.ui.upload.work import Checked, Handed
from tests.upload.reports import FAULTS, SHEET, workbook


@pytest.fixture
def known(demo_store: Path) -> Any:
    """Check a workbook with what was said beside it."""

    def checked(content: bytes, *answers: Answer, name: str = "tep.xlsx") -> Checked:
        book = intake.read(name, content)
        handed = Handed(name, "hash", Answers.of(answers).to_json())
        return work.checked(book, Store.open(demo_store).at(), catalogue.load(), handed)

    return checked


def shown(known: Checked, look: Look = Look(), theme: str = "light") -> Any:  # noqa: B008
    data = view.data_of(known, look, words=labels.text("vi"), theme=theme, is_editable=True, tells=False)
    return json.loads(json.dumps(data, allow_nan=False))


def cell(data: Any, row: int, column: int) -> list[Any]:
    (found,) = [one for one in data["rows"][row - data["first"]]["cells"] if one[0] == column]
    return list(found)


def test_a_text_that_looks_like_markup_is_handed_over_as_it_is(known: Any) -> None:
    data = shown(known(workbook({"B10": "<img src=x onerror=alert(1)>"})))

    assert cell(data, 9, 1)[1] == "<img src=x onerror=alert(1)>"
    script = Path(view.__file__).with_name("grid.js").read_text("utf-8")
    for way_in in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert way_in not in script


def test_each_cell_has_its_role_and_what_is_wrong_with_it(known: Any) -> None:
    data = shown(known(workbook(FAULTS)))

    assert (cell(data, 3, 2)[1:3], cell(data, 4, 1)[2], cell(data, 4, 2)[2]) == (["2014", "year"], "label", "figure")
    assert cell(data, 13, 8)[2] == "total"
    (severity, sentence), *_ = cell(data, 10, 6)[4]
    assert (severity, "4l" in sentence) == ("error", True)


def test_a_mended_cell_shows_what_the_file_says(known: Any) -> None:
    data = shown(known(workbook(FAULTS), Answer(About.CELL, SHEET, "G11", "48", "4l")))

    assert (cell(data, 10, 6)[1], cell(data, 10, 6)[5]) == ("48", "4l")
    assert cell(data, 9, 1)[5] is None


def test_a_title_lies_over_the_blank_cells_beside_it(known: Any) -> None:
    assert cell(shown(known(workbook())), 0, 0)[3] == 9


def test_only_a_window_of_a_long_sheet_is_sent_and_every_cell_can_be_reached(known: Any) -> None:
    rows = "".join(f"tieu_chuan_co_so;2014;171;{row}\n" for row in range(5_000))
    long = known(("chi_tieu;nam;huyen;gia_tri\n" + rows).encode(), name="tep.csv")
    sheet = long.book.sheets[0]

    first = view.first_row_for(sheet, "D4000", 0)
    data = shown(long, Look(0, "D4000", first))

    assert len(data["rows"]) == view.ROWS_SENT
    assert (data["total"], data["chosen"]) == (5_001, [3_999, 3])
    assert cell(data, 3_999, 3)[1] == "3998"
    assert view.first_row_for(sheet, "D4001", first) == first
    assert shown(long, Look(0, None, 99_999))["first"] == 5_000


def test_a_blank_file_of_one_row_is_shown(known: Any) -> None:
    assert shown(known(b"a;b\n", name="tep.csv"))["total"] == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_role_has_a_ground_on_which_text_reads(theme: str) -> None:
    text = view.palette(theme).text

    assert {role: view.contrast(text, ground) >= 4.5 for role, ground in view.roles(theme).items()} == dict.fromkeys(
        view.roles(theme), True
    )
