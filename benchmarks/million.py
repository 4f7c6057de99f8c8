"""A million rows from one sender, checked and published from the command line: `python -m benchmarks.million`.

Prints as JSON how long that takes and how much memory it needs, as CSV and as Parquet, in a store of `init --demo`.
"""

from __future__ import annotations

import csv
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice, product
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from indicators import catalogue

CHECKOUT = Path(__file__).parents[1]
ROWS = 1_000_000
# So many of them the store has already, as where a sender sends a file again with more in it.
KNOWN_ROWS = 5_000
REPEATED_EVERY, DOUBTFUL_EVERY, MISSING_EVERY = 5_000, 20_000, 1_000
TITLES = ("Chỉ tiêu", "Năm", "Kỳ", "Huyện", "Ngành", "Loại số liệu", "Giá trị", "Tử số", "Mẫu số", "Chất lượng",
          "Văn bản", "Ngày văn bản", "Đơn vị", "Ghi chú")  # fmt: skip
# What the demonstration set defines, with the units in which offices write it.
INDICATORS = {
    "tieu_chuan_co_so": "tiêu chuẩn", "dn_ap_dung_he_thong": "DN", "luot_dn_ap_dung_cong_cu": "lượt DN",
    "mo_hinh_diem": "mô hình", "luot_nguoi_dao_tao": "lượt người", "chuyen_gia_nang_suat": "người",
    "luot_dn_tap_huan": "lượt DN", "giay_chung_nhan_con_hieu_luc": "giấy chứng nhận",
    "dn_giai_thuong_chat_luong": "DN/năm", "san_pham_truy_xuat": "sản phẩm", "toc_do_tang_nang_suat": "%/năm",
    "nang_suat_lao_dong_dn": "triệu đồng/lao động", "tieu_hao_nang_luong": "%", "dn_doi_moi_cong_nghe": "DN",
    "kinh_phi_doi_ung": "tỷ đồng", "doanh_thu_san_pham_cai_tien": "tỷ đồng", "ty_le_cong_bo_tieu_chuan": "%",
    "ty_le_hop_quy": "%", "ty_le_dn_he_thong_chat_luong": "%", "ty_le_mau_khong_dat": "%",
}  # fmt: skip
RATIOS = frozenset(id for id in INDICATORS if id.startswith("ty_le"))
YEARS = range(2011, 2031)
PERIODS = ("Y", "H1", "H2", *(f"Q{quarter}" for quarter in range(1, 5)), *(f"M{month:02}" for month in range(1, 13)))

Row = tuple[object, ...]


@dataclass(frozen=True)
class Run:
    """One command in a process of its own: seconds that passed, seconds of the processor, megabytes at most."""

    seconds: float
    busy_seconds: float
    megabytes: float


@dataclass(frozen=True)
class Format:
    """One format: the file's size, its check alone, and its publication, which checks it first; rows that came in."""

    file_megabytes: float
    check: Run
    publish: Run
    new: int


@dataclass(frozen=True)
class MillionRows:
    """What a million rows take."""

    rows: int
    csv: Format
    parquet: Format


def measure(folder: Path, *, rows: int = ROWS) -> MillionRows:
    """Return what so many rows take, as CSV and as Parquet; everything is made in the folder."""
    store = folder / "store"
    _indicators(store, "init", "--demo")
    first = folder / "first.csv"
    write_csv(first, islice(records(rows), min(KNOWN_ROWS, rows // 2)))
    _indicators(store, "publish", first, "--by", "benchmark", "--reason", "first")
    as_csv, as_parquet = folder / "million.csv", folder / "million.parquet"
    write_csv(as_csv, records(rows))
    write_parquet(as_parquet, records(rows))
    return MillionRows(rows, *(_measured(folder, store, path) for path in (as_csv, as_parquet)))


def records(rows: int) -> Iterator[Row]:
    """Yield so many rows of the template's columns: mostly new ones, some said twice, some doubtful, some missing."""
    known = catalogue.load()
    districts = [None, *(one.name_vi for one in known.districts)]
    sectors = [None, *(one.name_vi for one in known.sectors)]
    keys = product(INDICATORS, districts, sectors, PERIODS, YEARS)
    repeated: list[Row] = []
    for at, key in enumerate(islice(keys, rows - rows // REPEATED_EVERY)):
        row = _record(at, *key)
        yield row
        if at % REPEATED_EVERY == 0:
            repeated.append(row)
    yield from islice(repeated, rows // REPEATED_EVERY)


def _record(at: int, indicator: str, district: str | None, sector: str | None, period: str, year: int) -> Row:
    # The series of a place grow a little each year; hardly any two figures are the same, as in a real file.
    size = 2_000 + number_of(indicator, district, sector) % 40_000
    level = round(size * (1 + 0.05 * (year - YEARS[0] + _end_of(period))), 1)
    value: float | str = level * (40 if at % DOUBTFUL_EVERY == 7 else 1)
    above = below = None
    if indicator in RATIOS:
        above, below = round(level), round(level * 2.5)
        value = round(100 * above / below, 1)
    elif at % MISSING_EVERY == 11:
        value = "…"
    quality = "Sơ bộ" if year == YEARS[-1] else "Chính thức"
    return (
        indicator, year, period, district, sector, "Thực hiện", value, above, below, quality,
        f"{at % 400}/BC-UBND", "15/01/2015", INDICATORS[indicator], f"Gửi lần {at % 7}",
    )  # fmt: skip


def _end_of(period: str) -> float:
    """Return which part of its year is over at the end of a period."""
    return int(period[1:] or 1) / {"Y": 1, "H": 2, "Q": 4, "M": 12}[period[0]]


def number_of(*words: str | None) -> int:
    """Return a number for some words that is the same in every process."""
    return zlib.crc32("/".join(word or "" for word in words).encode())


def write_csv(path: Path, rows: Iterator[Row]) -> None:
    """Write rows as Excel does in Vietnam: semicolons, a comma before the decimals."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(TITLES)
        for row in rows:
            writer.writerow(
                [
                    f"{cell}".replace(".", ",") if isinstance(cell, float) else "" if cell is None else cell
                    for cell in row
                ]
            )


def _as_typed(cell: object) -> object:
    return str(cell).replace(".", ",") if isinstance(cell, float) else "" if cell is None else cell


def write_parquet(path: Path, rows: Iterator[Row]) -> None:
    """Write rows with the types that a program gives them."""
    columns = list(zip(*rows, strict=True))
    # A sign for a figure that is not known makes a column of texts; programs leave the figure out.
    columns[6] = tuple(None if isinstance(value, str) else value for value in columns[6])
    pq.write_table(pa.table({title: pa.array(column) for title, column in zip(TITLES, columns, strict=True)}), path)


def _measured(folder: Path, store: Path, file: Path) -> Format:
    own = Path(shutil.copytree(store, folder / f"store-for-{file.suffix[1:]}"))
    _, check = _indicators(own, "check", file, "--json")
    told, publish = _indicators(own, "publish", file, "--by", "benchmark", "--reason", "million", "--json")
    shutil.rmtree(own)
    return Format(round(file.stat().st_size / 2**20, 1), check, publish, json.loads(told)["changes"]["new"])


def _indicators(store: Path, *words: str | Path) -> tuple[str, Run]:
    """Run one command and return what it printed and what it took; raises where it does not end well."""
    command = [sys.executable, "-m", "indicators", *map(str, words)]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as printed:
        began = time.perf_counter()
        started = subprocess.Popen(
            command, cwd=CHECKOUT, env={**os.environ, "INDICATORS_STORE": str(store)}, stdout=printed
        )
        usage = _ended(started, command)
        seconds = time.perf_counter() - began
        printed.seek(0)
        busy = usage.ru_utime + usage.ru_stime
        return printed.read(), Run(round(seconds, 2), round(busy, 2), round(usage.ru_maxrss / 1024, 1))


def _ended(started: subprocess.Popen[bytes], command: Sequence[str]) -> resource.struct_rusage:
    _, status, usage = os.wait4(started.pid, 0)
    started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode:
        raise subprocess.CalledProcessError(started.returncode, command)
    return usage


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        wanted = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
        print(json.dumps(asdict(measure(Path(made), rows=wanted)), indent=2))
