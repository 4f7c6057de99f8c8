"""The cell of a received file, found by its address; what an address can get wrong is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators import queries
from indicators.intake import About, Answer, Answers, RawSheet
from indicators.labels import text
from indicators.store import Store
from indicators.ui.elements.excerpt import excerpt
from indicators.ui.received import Place, excerpt_of, find, place_in, position_of, query_of
from tests.intake.desk import Desk

SHEET = RawSheet("Biểu 1", [[f"{row}/{column}" for column in range(12)] for row in range(30)])
PARQUET = RawSheet(None, [["nam", "gia tri"], [2018, 16.0], [2019, 17.5]], column_names=("nam", "gia tri"))


@pytest.mark.parametrize(
    "address", ["", "E", "14", "E0", "E14:F15", "$E$14", "e 14", "ZZZ9", "E31", "M1", "<b>", "Ê14"]
)
def test_what_is_no_cell_of_the_sheet_is_none(address: str) -> None:
    assert position_of(address, SHEET) is None


@pytest.mark.parametrize("address", ["gia tri", "gia tri x", "gia tri 3", "khác 1", "B2", "gia tri ²"])
def test_what_is_no_cell_of_a_columnar_file_is_none(address: str) -> None:
    assert position_of(address, PARQUET) is None


def test_a_cell_is_found_by_the_address_that_its_sheet_gives_it() -> None:
    for sheet in (SHEET, PARQUET):
        for row in range(1, len(sheet.rows)):
            for column in range(sheet.width):
                assert position_of(sheet.address(row, column), sheet) == (row, column)


def test_at_most_nine_rows_and_seven_columns_stand_around_the_cell() -> None:
    inside, corner = excerpt_of(SHEET, 13, 4), excerpt_of(SHEET, 0, 11)

    assert (inside.columns, [name for name, _ in inside.rows]) == (tuple("BCDEFGH"), [str(n) for n in range(10, 19)])
    assert inside.text == "13/4"
    assert (corner.columns, len(corner.rows)) == (tuple("IJKL"), 5)
    assert corner.text == "0/11"


def test_what_a_cell_holds_is_written_as_text_and_marked() -> None:
    evil = RawSheet("x", [["<script>alert(1)</script>"]])
    drawn = excerpt(excerpt_of(evil, 0, 0), text("vi"))

    assert "<script" not in drawn
    assert "<mark>&lt;script&gt;alert(1)&lt;/script&gt;</mark>" in drawn


def test_an_address_is_read_back_from_its_own_query() -> None:
    place = Place("9", "Mục tiêu", "E10")

    assert place_in(query_of(place)) == place
    assert place_in({"nam": "2018"}) is None


@pytest.mark.parametrize(
    ("place", "missing"),
    [
        (Place("abc"), "upload"),
        (Place("99"), "upload"),
        (Place("-1"), "upload"),
        (Place("0", None, "A1"), "file"),
        (Place("3", "khác", "A1"), "sheet"),
        (Place("3", "Mục tiêu", "Q99"), "cell"),
        (Place("3", "Mục tiêu", None), "cell"),
    ],
)
def test_what_is_not_there_is_named(demo_store: Path, place: Place, missing: str) -> None:
    store = Store.open(demo_store)
    found = find(store, place, version=store.version)

    assert found.missing == missing
    assert found.excerpt is None


def test_an_upload_later_than_the_version_shown_is_not_there(demo_store: Path) -> None:
    store = Store.open(demo_store)
    place = Place("9", None, "E10")

    assert find(store, place, version=8).missing == "upload"
    assert find(store, place, version=9).excerpt is not None


def test_every_record_of_the_demonstration_is_found_with_the_text_it_was_read_from(demo_store: Path) -> None:
    store = Store.open(demo_store)
    rows = queries.values_by_place(store.at())
    reported = rows[rows["how"] == "reported"].groupby("upload").head(3)
    seen = 0
    for row in reported.itertuples():
        sheet = row.sheet if isinstance(row.sheet, str) else None
        found = find(store, Place(str(row.upload), sheet, row.cell), version=store.version)
        assert found.excerpt is not None, row
        assert found.excerpt.text.strip() == (row.raw or "").strip()
        seen += 1

    assert seen >= 15


def test_a_mended_cell_shows_what_was_received_and_what_was_put_in_its_place(tmp_path: Path) -> None:
    desk = Desk.with_definitions(tmp_path / "store")
    answers = Answers.of([Answer(About.CELL, None, "D2", "412", "4l2"), Answer(About.CELL, None, "D3", "9", "")])
    desk.publish("chi_tieu;nam;huyen;gia_tri\ndn;2014;164;4l2\ndn;2015;164;\n", answers=answers)

    mended, filled, beside = (find(desk.store, Place("2", None, cell), version=2) for cell in ("D2", "D3", "B2"))

    assert mended.excerpt is not None
    assert filled.excerpt is not None
    assert (mended.excerpt.text, mended.mended) == ("4l2", "412")
    assert (filled.excerpt.text, filled.mended) == ("", "9")
    assert beside.mended is None
