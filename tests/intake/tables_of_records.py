"""Tables of records as offices might write them, good and bad, for tests that make up many."""

from __future__ import annotations

from hypothesis import strategies as st

TITLES = (
    "Chỉ tiêu", "Năm", "Kỳ", "Huyện", "Ngành", "Loại số liệu", "Toán tử", "Giá trị", "Giá trị đến", "Tử số", "Mẫu số",
    "Chất lượng", "Đơn vị", "Văn bản", "Ngày văn bản", "Ghi chú",
)  # fmt: skip
# What is usual stands first and more than once: a table in which every row is wrong says little about the others.
CELLS = {
    "Chỉ tiêu": ["dn", "dn", "kinh_phi", "ty_le", "loi", "cong_suat", "iip", "cong_thong_tin",
                 "Kinh phí hỗ trợ", "dnn", ""],
    "Năm": ["2015", "2016", "2017", "2018", "Năm 2019", "19", ""],
    "Kỳ": ["", "Y", "Q1", "Quý II", "6 tháng", "M13"],
    "Huyện": ["", "164", "TP. Thái Nguyên", "Phổ Yên", "Võ Nhai", "Vỏ Nhai", "Thái Nguyên", "Hà Nội", "Bắc Kạn",
              "Toàn tỉnh"],
    "Ngành": ["", "che", "Thép", "may", "mây tre đan"],
    "Loại số liệu": ["", "Thực hiện", "Thực hiện", "Mục tiêu", "Gốc", "thực tế"],
    "Toán tử": ["", "", "", ">=", "<=", "khoảng", "~"],
    "Giá trị": ["12", "13", "40", "0", "1", "12,5", "1.234", "1.234,5", "1,234.5", "25.000", "-", "…", "xoá", "", " ",
                "35%", "Ước 41", "17(*)", "khoảng 12", "có", "không", "15/03/2016", "-4", "101", "1e2", "0,333"],
    "Giá trị đến": ["", "", "", "", "50", "…", "x1"],
    "Tử số": ["", "", "", "1", "2", "30", "…", "5%"],
    "Mẫu số": ["", "", "", "3", "50", "0", "1.000", "1.000,5"],
    "Chất lượng": ["", "Chính thức", "Sơ bộ", "ước", "tạm"],
    "Đơn vị": ["", "", "DN", "triệu đồng", "tỷ đồng", "%", "lượt DN", "cái"],
    "Văn bản": ["", "12/BC-UBND", " 13/BC  - UBND"],
    "Ngày văn bản": ["", "15/01/2015", "2016-02-03", "hôm qua"],
    "Ghi chú": ["", "Gửi lần 1", "Đã sửa", "Ðã sửa"],
}  # fmt: skip
ODD_ROWS = [["", "", ""], ["Nguồn: Cục Thống kê"], list(TITLES), ["Chỉ tiêu", "Năm"], ["﻿"], ["", "2016"]]


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """Return the lines of a table: perhaps a title, some of the columns in some order, records, and odd rows."""
    needed = ["Chỉ tiêu", "Năm", "Giá trị"]
    titles = draw(st.permutations([*needed, *draw(st.sets(st.sampled_from(TITLES[2:])))]))
    titles = list(dict.fromkeys(titles))
    usual = draw(st.sets(st.sampled_from(titles)))
    cells = [st.sampled_from(CELLS[title][: 2 if title in usual else None]) for title in titles]
    record = st.tuples(*cells).map(list)
    row = st.one_of(record, record, record, record, record, record, st.sampled_from(ODD_ROWS))
    above = draw(st.sampled_from([[], [], [["Số liệu minh họa"]], [["Đơn vị: tỷ đồng"], []], [["Kế hoạch 2016"]]]))
    return [*above, titles, *draw(st.lists(row, min_size=1, max_size=30))]
