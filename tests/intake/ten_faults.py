"""One file with ten different faults: its rows, and the ten findings with their cells."""

from __future__ import annotations

ROWS = [
    [
        "chi_tieu",
        "nam",
        "huyen",
        "nganh",
        "loai_so_lieu",
        "gia_tri",
        "toan_tu",
        "tu_so",
        "mau_so",
        "chat_luong",
        "ngay_van_ban",
    ],
    ["dn", "2014", "164", "", "", "5", "", "", "", "", ""],
    ["doanh_nghiep", "2014", "164", "", "", "5", "", "", "", "", ""],
    ["dn", "20l4", "164", "", "", "5", "", "", "", "", ""],
    ["dn", "2015", "Đại Tư Xã", "", "", "5", "", "", "", "", ""],
    ["dn", "2015", "164", "Chèè", "", "5", "", "", "", "", ""],
    ["dn", "2016", "164", "", "kế hoạch năm", "5", "", "", "", "", ""],
    ["dn", "2016", "164", "", "", "Vượt 3,6%", "", "", "", "", ""],
    ["dn", "2020", "", "", "muc_tieu", "200", "<=", "", "", "", ""],
    ["ty_le", "2015", "164", "", "", "", "", "5", "0", "", ""],
    ["dn", "2017", "164", "", "", "9", "", "", "", "tạm", ""],
    ["dn", "2020", "171", "", "muc_tieu", "20", "", "", "", "", "32/01/2014"],
]
EXPECTED = [
    ("unknown_indicator", "A3"),
    ("bad_year", "B4"),
    ("unknown_district", "C5"),
    ("unknown_sector", "D6"),
    ("bad_measure", "E7"),
    ("not_a_number", "F8"),
    ("operator_against_direction", "G9"),
    ("denominator_zero", "I10"),
    ("bad_quality", "J11"),
    ("bad_date", "K12"),
]
