"""The committed demonstration files are what the script writes, cell by cell, and no figure poses as a real one."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest
import write_files
from definitions import INDICATORS
from record import DEMONSTRATION_MARK
from reference import REFERENCE_INDICATORS

from indicators import catalogue
from tests.demo.province import INVENTED, RECORDS, REFERENCE

DEMO = Path(write_files.__file__).parent
WRITTEN = write_files.files()
KNOWN = catalogue.load()
Cells = dict[str, list[list[object]]]


def cells_of_csv(content: bytes) -> Cells:
    text = content.decode("utf-8-sig")
    delimiter = ";" if text.splitlines()[0].count(";") else ","
    return {"": [list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]}


def cells_of_workbook(content: bytes) -> Cells:
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in workbook}


def cells_of_parquet(content: bytes) -> Cells:
    table = pq.read_table(io.BytesIO(content))
    columns = [column.to_pylist() for column in table.columns]
    return {"": [list(table.column_names), *(list(row) for row in zip(*columns, strict=True))]}


READERS: dict[str, Callable[[bytes], Cells]] = {
    ".csv": cells_of_csv,
    ".xlsx": cells_of_workbook,
    ".parquet": cells_of_parquet,
}


def test_the_folder_holds_the_files_the_script_writes_and_no_others() -> None:
    assert sorted(path.name for path in DEMO.iterdir() if path.suffix in READERS) == sorted(WRITTEN)
    assert sorted(WRITTEN) == list(WRITTEN)


@pytest.mark.parametrize("name", WRITTEN)
def test_a_committed_file_is_what_the_script_writes(name: str) -> None:
    read = READERS[Path(name).suffix]

    assert read((DEMO / name).read_bytes()) == read(WRITTEN[name])


def test_writing_again_writes_the_same_bytes() -> None:
    assert write_files.files() == WRITTEN


def test_the_set_is_small() -> None:
    assert sum(len(content) for content in WRITTEN.values()) < 1_000_000
    assert 2000 < len(RECORDS) < 12_000


def test_every_invented_figure_is_marked_and_no_real_one_is() -> None:
    assert [record for record in INVENTED if record.note != DEMONSTRATION_MARK] == []
    assert catalogue.DEMONSTRATION_MARK == DEMONSTRATION_MARK
    marked = [record for record in REFERENCE if DEMONSTRATION_MARK in f"{record.document} {record.note}"]
    assert marked == []
    assert DEMONSTRATION_MARK not in str(cells_of_workbook(WRITTEN["02-chuoi-so-lieu-tham-khao.xlsx"]))


@pytest.mark.parametrize("name", [name for name in WRITTEN if not name.startswith("02-")])
def test_every_table_of_invented_figures_says_so(name: str) -> None:
    for rows in READERS[Path(name).suffix](WRITTEN[name]).values():
        header = next(at for at, row in enumerate(rows) if len([cell for cell in row if cell not in (None, "")]) > 2)
        is_wide = rows[header][0] == "STT"
        marked = [any(DEMONSTRATION_MARK in str(cell) for cell in row) for row in rows]
        assert any(marked[:header]) if is_wide else all(marked[header + 1 :])


@pytest.mark.parametrize(
    "name", ["07-bieu-tong-hop-cap-huyen-2014-2020.xlsx", "08-bieu-tong-hop-theo-nganh-2014-2020.xlsx"]
)
def test_a_wide_table_names_its_indicator_and_unit_and_places_and_adds_up(name: str) -> None:
    definitions = {row.name_vi: row for row in INDICATORS}
    for rows in cells_of_workbook(WRITTEN[name]).values():
        titles = [str(row[0]) for row in rows[:4]]
        definition = definitions[titles[1].removeprefix("Chỉ tiêu: ")]
        assert titles[2] == f"Đơn vị: {definition.unit}"
        find = KNOWN.find_district if rows[5][1] == "Huyện" else KNOWN.find_sector
        places = [row for row in rows[6:] if row[0] is not None]
        found = {place.name_vi for row in places if (place := find(str(row[1]))) is not None}
        assert len(found) == len(places) == (9 if rows[5][1] == "Huyện" else 13)
        for total in rows[6 + len(places) :]:
            assert KNOWN.is_whole_province(str(total[1]))
            for column, printed in enumerate(total[2:], start=2):
                assert printed == pytest.approx(sum(float(str(row[column] or 0)) for row in places), abs=1e-9)


def test_every_definition_is_whole_and_known_to_the_catalogue() -> None:
    rows = [*INDICATORS, *REFERENCE_INDICATORS]

    assert len({row.id for row in rows}) == len({row.name_vi for row in rows}) == len(rows) == 28
    assert [row.id for row in rows if not (row.name_en and row.id.isascii())] == []
    assert [row.id for row in rows if KNOWN.group(row.group) is None] == []
    assert [row.id for row in rows if KNOWN.find_unit(row.unit) is None] == []
    assert {row.group for row in INDICATORS} == {group.id for group in KNOWN.groups}
    assert {row.kind for row in INDICATORS} == {kind.value for kind in catalogue.Kind}
    assert {row.direction for row in INDICATORS} == {direction.value for direction in catalogue.Direction}
    assert {row.over_place for row in INDICATORS} == {way.value for way in catalogue.OverPlace}
    assert [row.id for row in REFERENCE_INDICATORS if "37/QĐ" in row.source or not row.source] == []


def test_no_name_of_an_indicator_is_part_of_another() -> None:
    names = [catalogue.fold(row.name_vi) for row in (*INDICATORS, *REFERENCE_INDICATORS)]

    assert [(one, other) for one in names for other in names if one != other and one in other] == []
