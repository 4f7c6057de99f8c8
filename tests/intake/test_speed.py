"""A hundred thousand rows are checked while a clerk waits, in memory that an office computer has."""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import CHECKOUT

ROWS = 100_000
MOST_SECONDS = 20
MOST_BYTES = 1.5 * 2**30
TITLES = ("Chỉ tiêu", "Năm", "Kỳ", "Huyện", "Ngành", "Loại số liệu", "Giá trị", "Chất lượng", "Văn bản", "Ngày văn bản",
          "Đơn vị", "Ghi chú")  # fmt: skip
FLOWS = ("luot_dn_tap_huan", "dn_giai_thuong_chat_luong", "chuyen_gia_nang_suat")
UNITS = {"luot_dn_tap_huan": "lượt DN", "dn_giai_thuong_chat_luong": "DN/năm", "chuyen_gia_nang_suat": "người"}
PERIODS = ("Y", "H1", "H2", *(f"Q{quarter}" for quarter in range(1, 5)), *(f"M{month:02}" for month in range(1, 13)))
DISTRICTS = (None, "TP. Thái Nguyên", "TP Sông Công", "Định Hóa", "Phú Lương", "Đồng Hỷ", "Võ Nhai", "Đại Từ",
             "Phú Bình", "Tx Phổ Yên")  # fmt: skip
SECTORS = (None, "che", "thep", "co_khi", "may", "dien_tu", "khoang_san", "dien", "giay", "go", "thuc_pham", "duoc")


def rows() -> Iterator[tuple[object, ...]]:
    """Yield records that differ in their keys."""
    keys = product(FLOWS, range(2014, 2031), DISTRICTS, SECTORS, PERIODS)
    for at, (indicator, year, district, sector, period) in enumerate(islice(keys, ROWS)):
        yield (indicator, f"Năm {year}", period, district, sector, "Thực hiện", 1000 + at % 500, "Chính thức",
               f"{at % 400}/BC-UBND", "15/01/2015", UNITS[indicator], f"Gửi lần {at % 7}")  # fmt: skip


@pytest.fixture(scope="module")
def large_workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook of a hundred thousand records."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Số liệu")
    sheet.append(TITLES)
    for row in rows():
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    path = tmp_path_factory.mktemp("large") / "so-lieu.xlsx"
    path.write_bytes(content.getvalue())
    return path


def test_a_hundred_thousand_rows_are_checked_in_time_and_in_bounds(large_workbook: Path, demo_store: Path) -> None:
    command = [sys.executable, "-m", "indicators", "check", str(large_workbook), "--json"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    ended = subprocess.run(
        command, cwd=CHECKOUT, env={"INDICATORS_STORE": str(demo_store)}, capture_output=True, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    # Where other processes run beside, the time that passed is theirs too.
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    seconds = min(time.monotonic() - started, busy)
    # The largest of all processes that this one waited for, in kilobytes.
    most = after.ru_maxrss * 1024

    assert f'"rows": {len(list(rows()))}'.encode() in ended.stdout
    assert b'"publishable": true' in ended.stdout
    assert seconds <= MOST_SECONDS
    assert most <= MOST_BYTES
