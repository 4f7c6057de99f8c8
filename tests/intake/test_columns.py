"""A long sheet kept by its columns is the rows that came, cell by cell."""

from __future__ import annotations

import csv
import io

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.errors import UnreadableFile
from indicators.intake import columns, reading
from indicators.intake.columns import Columns, Gathering, TypedColumn

texts = st.sampled_from(["", "a", "b", "12", "1", "ă"])
lines = st.lists(st.lists(texts, max_size=5), max_size=40)


@given(lines=lines, at_once=st.sampled_from([1, 7, 1000]), lacking=st.sampled_from([0, 1_000_000]))
def test_rows_come_back_as_they_came(lines: list[list[str]], at_once: int, lacking: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns, "MOST_CELLS_AT_ONCE", at_once)
        patch.setattr(columns, "MOST_CELLS_LACKING", lacking)
        gathering = Gathering()
        for line in lines:
            gathering.add(line)
        rows = gathering.all()

    assert [list(row) for row in rows] == lines
    assert [list(rows[at]) for at in range(len(rows))] == lines


def test_one_endless_line_among_short_ones_does_not_make_every_line_as_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columns, "MOST_CELLS_LACKING", 100)
    gathering = Gathering()
    for line in [["a"]] * 50 + [["b"] * 1000] + [["c"]] * 50:
        gathering.add(line)

    assert not isinstance(gathering.all(), Columns)
    assert [len(row) for row in gathering.all()] == [1] * 50 + [1000] + [1] * 50


def test_quotation_marks_are_read_as_text_readers_read_them() -> None:
    text = 'a;b\n"1;2\n3";"x""y"\n4;5"6\n\n7\n'
    book = reading.read("tep.csv", text.encode())

    assert [list(row) for row in book.sheets[0].rows] == list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def test_one_and_true_and_the_text_1_stay_apart() -> None:
    column = TypedColumn.of([1, 1.0, True, "1", None, 1])

    assert [column.different[code] for code in column.codes] == [1, 1.0, True, "1", None, 1]
    assert [type(column.different[code]) for code in column.codes] == [int, float, bool, str, type(None), int]


def test_what_is_put_into_a_cell_stands_there_alone_and_beyond_the_end_too() -> None:
    rows = Columns([TypedColumn.of(["a", "a", "b"])], 3).with_cells({(1, 0): "c", (4, 1): "d"})

    assert [list(row) for row in rows] == [["a"], ["c"], ["b"], [], [None, "d"]]


def test_a_packed_table_that_would_fill_the_memory_is_refused_in_words() -> None:
    written = io.BytesIO()
    pq.write_table(pa.table({"a": pa.nulls(columns.MOST_ROWS, pa.int8())}), written)

    with pytest.raises(UnreadableFile) as refused:
        reading.read("dai.parquet", written.getvalue())
    assert "chia thành nhiều tệp" in str(refused.value.figures["why"])
