"""Rows that are taken together give the very report that they give one by one."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.intake import Report, manyrecords
from indicators.intake.plainrows import PlainRows
from indicators.intake.rowreader import RowReader
from tests.intake.desk import Desk, workbook
from tests.intake.tables_of_records import tables


class OneByOne(PlainRows):
    """Rows of which none is taken together with others."""

    def __init__(self, reader: RowReader, rows: np.ndarray) -> None:
        super().__init__(reader, rows)
        self.is_blank, self.is_plain = (np.zeros(len(rows), dtype=bool) for _ in range(2))
        self.is_odd = ~self.is_outside


def as_csv(lines: Sequence[Sequence[str]]) -> tuple[str, bytes]:
    """Return the lines as a text file."""
    written = io.StringIO()
    csv.writer(written, delimiter=";").writerows(lines)
    return "tep.csv", written.getvalue().encode()


def as_workbook(lines: Sequence[Sequence[str]]) -> tuple[str, bytes]:
    """Return the lines as a workbook, plain numbers as numbers."""
    return "tep.xlsx", workbook({"Số liệu": [[_number(cell) for cell in line] for line in lines]})


def as_parquet(lines: Sequence[Sequence[str]]) -> tuple[str, bytes]:
    """Return the lines below the titles as a Parquet file, columns of plain numbers as numbers."""
    at = next(at for at, line in enumerate(lines) if "Giá trị" in line)
    titles, below = lines[at], [line for line in lines[at + 1 :] if len(line) == len(lines[at])]
    columns = {title: [line[place] or None for line in below] for place, title in enumerate(titles)}
    typed = {title: _column(cells) for title, cells in columns.items()}
    written = io.BytesIO()
    pq.write_table(pa.table(typed), written)
    return "tep.parquet", written.getvalue()


def _number(cell: str) -> object:
    return int(cell) if cell.isdecimal() else cell or None


def _column(cells: Sequence[str | None]) -> pa.Array:
    if all(cell is None or cell.isdecimal() for cell in cells):
        return pa.array([None if cell is None else float(cell) for cell in cells], pa.float64())
    return pa.array(cells, pa.string())


def told(report: Report) -> tuple[object, ...]:
    """Return everything that a report says."""
    return (
        report.findings, report.rows, report.sheets, report.incoming.to_pylist(),
        [(table.rows, table.roles) for table in report.tables],
    )  # fmt: skip


@pytest.mark.parametrize("written", [as_csv, as_workbook, as_parquet])
@given(lines=tables(), indicator=st.sampled_from([None, None, "dn"]))
def test_the_report_is_the_same(desk: Desk, written, lines: list[list[str]], indicator: str | None) -> None:  # type: ignore[no-untyped-def]
    name, content = written(lines)
    together = desk.check(content, name=name, indicator=indicator)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manyrecords, "PlainRows", OneByOne)
        one_by_one = desk.check(content, name=name, indicator=indicator)

    assert told(together) == told(one_by_one)
