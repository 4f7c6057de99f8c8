"""What the demonstration set must show, and the invented figures of the whole province that show it.

Every figure here is invented. README.md beside this file has the same cases as a table; a test holds both together.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

SEED = 20140108
YEARS = range(2014, 2021)
BASELINE_YEAR = 2013

# Which indicator shows what.
MET_EARLY = "luot_dn_ap_dung_cong_cu"
MET_AND_LOST_AGAIN = "chuyen_gia_nang_suat"
MISSED = "ty_le_cong_bo_tieu_chuan"
MISSED_IN_THE_LAST_YEAR = "luot_dn_tap_huan"
LATE = "dn_ap_dung_he_thong"
AT_RISK = "mo_hinh_diem"
ON_TRACK = "ty_le_hop_quy"
REVERSING = "ty_le_mau_khong_dat"
REVERSING_THEN_AT_RISK = "tieu_hao_nang_luong"
WITHOUT_TARGET = "doanh_thu_san_pham_cai_tien"
WITHOUT_DATA = "san_pham_truy_xuat"
RATIO_WITH_PARTS = "ty_le_dn_he_thong_chat_luong"
TARGET_REVISED_IN_2017 = "dn_ap_dung_he_thong"
RANGE_TARGET = "dn_giai_thuong_chat_luong"
BAND = "su_dung_cong_suat"
YES_OR_NO = "danh_muc_san_pham_chu_luc"
PRELIMINARY = "kinh_phi_doi_ung"
ESTIMATE = "tieu_hao_nang_luong"
HALF_YEARS = "luot_dn_tap_huan"
BOUNDARY_BREAKS = "giay_chung_nhan_con_hieu_luc"
REPORTED_AND_BUILT_DIFFER = "luot_nguoi_dao_tao"
A_DISTRICT_STOPS = "dn_ap_dung_he_thong"
DISTRICT_AND_SECTOR = "tieu_chuan_co_so"

NEVER_REPORTS = "170"
STOPS_REPORTING = "167"
STOPS_IN = 2020

# The whole province, 2014 to 2020; None where nothing is published.
PROVINCE: Mapping[str, tuple[float | None, ...]] = {
    "ty_le_cong_bo_tieu_chuan": (47, 54, 62, 69, 76, 84, 92),
    "tieu_chuan_co_so": (38, 82, 140, 205, 268, 318, 362),
    "ty_le_hop_quy": (48, 58, 65, 73, 83, 93, 97),
    "danh_muc_san_pham_chu_luc": (0, 1, None, None, None, None, None),
    "dn_ap_dung_he_thong": (14, 33, 58, 84, 116, 141, 166),
    "luot_dn_ap_dung_cong_cu": (45, 118, 214, 322, 415, 468, 512),
    "mo_hinh_diem": (2, 5, 9, 13, 18, 22, None),
    "ty_le_dn_he_thong_chat_luong": (14.5, 17.4, 20.3, 23.6, 26.4, 29.1, 33.2),
    "luot_nguoi_dao_tao": (310, 705, 1180, 1690, 2260, 2750, 3240),
    "chuyen_gia_nang_suat": (7, 11, 17, 24, 31, 28, 26),
    "luot_dn_tap_huan": (102, 137, 155, 158, 176, 188, 96),
    "ty_le_mau_khong_dat": (11.7, 10.8, 11.6, 12.9, 14.1, 11.6, 9.6),
    "giay_chung_nhan_con_hieu_luc": (102, 128, 158, 192, 221, 250, 274),
    "dn_giai_thuong_chat_luong": (1, 2, 3, 2, 1, 3, 2),
    "toc_do_tang_nang_suat": (6.1, 7.4, 8.2, 7.9, 6.8, 7.6, 5.9),
    "nang_suat_lao_dong_dn": (82.8, 88.9, 96.2, 103.8, 110.8, 119.3, 126.3),
    "tieu_hao_nang_luong": (99.2, 98.5, 99.6, 100.8, 101.7, 98.9, 97.4),
    "su_dung_cong_suat": (71.2, 73.8, 76.4, 80.1, 82.5, 84.0, 78.3),
    "dn_doi_moi_cong_nghe": (3, 6, 11, 16, 22, 27, 33),
    "kinh_phi_doi_ung": (420, 1150, 2260, 3580, 5240, 6900, 8450),
    "doanh_thu_san_pham_cai_tien": (38.5, 52.1, 61.0, 88.4, 97.2, 121.6, 104.3),
}

# What the districts that report have trained; the office's own total also counts those of the one that doesn't.
TRAINED_WHERE_NOBODY_REPORTS = (12, 28, 47, 70, 92, 115, 130)

FIRST_DECISION = ("QĐ minh họa 01/2014 (Số liệu minh họa)", dt.date(2014, 1, 15))
REVISION = ("QĐ minh họa 05/2017 (Số liệu minh họa)", dt.date(2017, 6, 20))
PLACES_DECISION = ("KH minh họa 02/2014 (Số liệu minh họa)", dt.date(2014, 3, 25))


@dataclass(frozen=True)
class Goal:
    """What the province is to reach at the end of a year, by one decision."""

    year: int
    value: float
    operator: str = ">="
    value_to: float | None = None
    decision: tuple[str, dt.date] = FIRST_DECISION


GOALS: Mapping[str, tuple[Goal, ...]] = {
    "ty_le_cong_bo_tieu_chuan": (Goal(2017, 75), Goal(2020, 100, "=")),
    "tieu_chuan_co_so": (Goal(2020, 350),),
    "ty_le_hop_quy": (Goal(2020, 100, "="),),
    "danh_muc_san_pham_chu_luc": (Goal(2016, 1, "="),),
    "dn_ap_dung_he_thong": (Goal(2017, 100), Goal(2020, 240), Goal(2020, 180, decision=REVISION)),
    "luot_dn_ap_dung_cong_cu": (Goal(2020, 400),),
    "mo_hinh_diem": (Goal(2020, 50),),
    "ty_le_dn_he_thong_chat_luong": (Goal(2020, 30, "range", 40),),
    "luot_nguoi_dao_tao": (Goal(2020, 3000, ">"),),
    "chuyen_gia_nang_suat": (Goal(2020, 30),),
    "luot_dn_tap_huan": tuple(
        Goal(year, plan) for year, plan in zip(YEARS, (120, 140, 160, 160, 180, 180, 200), strict=True)
    ),
    "ty_le_mau_khong_dat": (Goal(2020, 5, "<="),),
    "giay_chung_nhan_con_hieu_luc": (Goal(2020, 260),),
    "dn_giai_thuong_chat_luong": tuple(Goal(year, 2, "range", 3) for year in YEARS),
    "san_pham_truy_xuat": (Goal(2020, 60),),
    "toc_do_tang_nang_suat": (Goal(2020, 7, ">"),),
    "nang_suat_lao_dong_dn": (Goal(2020, 160),),
    "tieu_hao_nang_luong": (Goal(2020, 88, "<="),),
    "su_dung_cong_suat": (Goal(2020, 75, "range", 90),),
    "dn_doi_moi_cong_nghe": (Goal(2020, 41, "="),),
    "kinh_phi_doi_ung": (Goal(2020, 7500),),
}

# Where the series start, at the end of 2013; those of the ratios are built with their numerators and denominators.
BASELINES: Mapping[str, float] = {
    "ty_le_cong_bo_tieu_chuan": 42,
    "ty_le_hop_quy": 35,
    "ty_le_dn_he_thong_chat_luong": 12,
    "chuyen_gia_nang_suat": 4,
    "ty_le_mau_khong_dat": 12.5,
    "giay_chung_nhan_con_hieu_luc": 85,
    "nang_suat_lao_dong_dn": 78,
    "tieu_hao_nang_luong": 100,
}
