"""Writes the demonstration files, as districts and offices would send them: `python data/demo/write_files.py`.

Running it again writes the same bytes. The figures are made in `cases` (what must be shown), `demonstration`, `goals`
and `reference`; here stands only which file carries what, in the order in which they are published.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from cases import (
    A_DISTRICT_STOPS,
    BOUNDARY_BREAKS,
    DISTRICT_AND_SECTOR,
    HALF_YEARS,
    ON_TRACK,
    PRELIMINARY,
    REPORTED_AND_BUILT_DIFFER,
    YEARS,
)
from definitions import INDICATORS
from demonstration import PROVINCE_ONLY, RATIOS_BY_DISTRICT, actuals
from goals import goals_of_districts, goals_of_province, goals_of_sectors
from record import Record
from reference import REFERENCE_INDICATORS, reference_records
from sheets import WideSheet, csv_file, definition_rows, long_workbook, parquet_file, record_rows, wide_workbook

FOLDER = Path(__file__).parent
INDICATOR_BY_ID = {indicator.id: indicator for indicator in INDICATORS}

# Districts as the sheets of a real report write them: each office has its own habit.
WRITTEN_DISTRICTS: Mapping[str, str] = {
    "164": "TP. Thái Nguyên",
    "165": "TP. Sông Công",
    "172": "TX Phổ Yên",
    "167": "Định Hoá",
    "170": "Võ Nhai",
    "168": "Phú Lương",
    "169": "Đồng Hỷ",
    "171": "Đại Từ",
    "173": "Phú Bình",
}
WRITTEN_SECTORS: Mapping[str, str] = {
    "che": "Chè",
    "thep": "Thép",
    "co_khi": "Cơ khí",
    "xi_mang_vlxd": "Xi măng - VLXD",
    "may": "May",
    "dien_tu": "Điện tử",
    "khoang_san": "Khoáng sản",
    "dien": "Điện",
    "giay": "Giấy",
    "go": "Gỗ",
    "thuc_pham": "Nông sản - thực phẩm",
    "y_cu": "Y cụ",
    "duoc": "Dược",
}
DISTRICT_SHEETS: Mapping[str, str] = {
    "luot_dn_ap_dung_cong_cu": "1. Công cụ",
    REPORTED_AND_BUILT_DIFFER: "2. Đào tạo",
    BOUNDARY_BREAKS: "3. Chứng nhận",
    "dn_doi_moi_cong_nghe": "4. Đổi mới công nghệ",
}
SECTOR_SHEETS: Mapping[str, str] = {
    "mo_hinh_diem": "1. Mô hình điểm",
    PRELIMINARY: "2. Kinh phí",
    "doanh_thu_san_pham_cai_tien": "3. Doanh thu",
    "toc_do_tang_nang_suat": "4. Tăng NSLĐ",
    "nang_suat_lao_dong_dn": "5. NSLĐ",
}
# A total is printed where the figures add up and the sender answers for it.
WITHOUT_TOTAL = frozenset({REPORTED_AND_BUILT_DIFFER, "toc_do_tang_nang_suat", "nang_suat_lao_dong_dn"})

GOAL_FIELDS = ("indicator", "year", "measure", "operator", "value", "value_to", "document", "document_date", "note")
RATIO_FIELDS = (
    "indicator", "year", "district", "measure", "value", "numerator", "denominator", "document", "document_date",
    "note",
)  # fmt: skip


def files() -> dict[str, bytes]:
    """Return the content of every file by its name, in publishing order."""
    reported = list(actuals())
    reference = list(reference_records())
    return {
        "01-danh-muc-chi-tieu.csv": csv_file(definition_rows(INDICATORS), delimiter=";", decimal=","),
        "02-chuoi-so-lieu-tham-khao.xlsx": long_workbook(
            {
                "Định nghĩa": definition_rows(REFERENCE_INDICATORS),
                "Số liệu": record_rows(reference, ("indicator", "year", "value", "quality", "document", "note")),
            }
        ),
        "03-muc-tieu-toan-tinh.xlsx": long_workbook(
            {
                "Mục tiêu": record_rows(
                    goals_of_province(reported), (*GOAL_FIELDS[:6], "numerator", "denominator", *GOAL_FIELDS[6:])
                )
            }
        ),
        "04-muc-tieu-theo-huyen.csv": csv_file(
            record_rows([*goals_of_districts(), *_baselines(reported, BOUNDARY_BREAKS)], _with("district")),
            delimiter=";",
            decimal=",",
        ),
        "05-muc-tieu-theo-nganh.csv": csv_file(
            record_rows([*goals_of_sectors(reported), *_baselines(reported, "nang_suat_lao_dong_dn")], _with("sector")),
            delimiter=",",
            decimal=".",
        ),
        "06-bao-cao-toan-tinh-2014-2020.xlsx": long_workbook(
            {
                "Báo cáo": record_rows(
                    [record for record in reported if record.indicator in PROVINCE_ONLY and _is_province(record)],
                    ("indicator", "year", "value", "quality", "note"),
                    titled=True,
                )
            },
            title="Báo cáo kết quả thực hiện toàn tỉnh giai đoạn 2014-2020 (Số liệu minh họa)",
        ),
        "07-bieu-tong-hop-cap-huyen-2014-2020.xlsx": wide_workbook(
            _wide(reported, id, name, by="district") for id, name in DISTRICT_SHEETS.items()
        ),
        "08-bieu-tong-hop-theo-nganh-2014-2020.xlsx": wide_workbook(
            _wide(reported, id, name, by="sector") for id, name in SECTOR_SHEETS.items()
        ),
        "09-ty-le-theo-huyen.csv": csv_file(
            record_rows([record for record in reported if record.indicator in RATIOS_BY_DISTRICT], RATIO_FIELDS),
            delimiter=";",
            decimal=",",
        ),
        "10-chung-nhan-hop-quy-theo-nganh.csv": csv_file(
            record_rows(
                [record for record in reported if record.indicator == ON_TRACK],
                ("indicator", "year", "sector", "measure", *RATIO_FIELDS[5:7], "quality", *RATIO_FIELDS[7:]),
            ),
            delimiter=",",
            decimal=".",
        ),
        "11-ket-qua-theo-huyen-va-nganh.parquet": parquet_file(
            [record for record in reported if record.indicator in {DISTRICT_AND_SECTOR, A_DISTRICT_STOPS}],
            ("indicator", "year", "district", "sector", "value", "note"),
        ),
        "12-tap-huan-6-thang-theo-huyen.csv": csv_file(
            record_rows(
                [record for record in reported if record.indicator == HALF_YEARS],
                ("indicator", "year", "period", "district", "value", "note"),
            ),
            delimiter=";",
            decimal=",",
        ),
    }


def _with(place: str) -> tuple[str, ...]:
    return (*GOAL_FIELDS[:2], place, *GOAL_FIELDS[2:])


def _is_province(record: Record) -> bool:
    return record.district is None and record.sector is None


def _baselines(records: Iterable[Record], indicator: str) -> list[Record]:
    return [record for record in records if record.indicator == indicator and record.measure == "baseline"]


def _wide(records: Sequence[Record], id: str, name: str, *, by: str) -> WideSheet:
    written = WRITTEN_DISTRICTS if by == "district" else WRITTEN_SECTORS
    value_by_key = {
        (getattr(record, by), record.year): record.value
        for record in records
        if record.indicator == id and record.measure == "actual" and getattr(record, by) is not None
    }
    years = [year for year in YEARS if any(at == year for _, at in value_by_key)]
    rows: list[list[object]] = [
        [number, title, *(value_by_key.get((place, year)) for year in years)]
        for number, (place, title) in enumerate(written.items(), start=1)
    ]
    if id not in WITHOUT_TOTAL:
        totals = [round(sum(value or 0 for (_, at), value in value_by_key.items() if at == year), 1) for year in years]
        rows.append([None, "Toàn tỉnh" if by == "district" else "Tổng số", *totals])
    preliminary = {record.year for record in records if record.indicator == id and record.quality == "preliminary"}
    titles = tuple(f"Sơ bộ {year}" if year in preliminary else year for year in years)
    title = "Huyện" if by == "district" else "Ngành"
    return WideSheet(name, INDICATOR_BY_ID[id], tuple(map(tuple, rows)), title, titles)


def write(folder: Path = FOLDER) -> None:
    """Write every file into the folder."""
    for name, content in files().items():
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    write()
