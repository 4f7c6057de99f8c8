"""What a district sends: a wide workbook of nine places and seven years, with or without the usual faults."""

from __future__ import annotations

import io
from collections.abc import Mapping

from openpyxl import Workbook

NAMES = (
    "TP Thái Nguyên", "TP Sông Công", "Định Hóa", "Phú Lương", "Đồng Hỷ", "Võ Nhai", "Đại Từ", "Phổ Yên", "Phú Bình",
)  # fmt: skip
YEARS = tuple(range(2014, 2021))
BASE = (10, 5, 3, 4, 6, 2, 8, 12, 7)
TITLE = "Biểu số 3. Số tiêu chuẩn cơ sở được xây dựng, phân theo huyện"
INDICATOR = "tieu_chuan_co_so"
SHEET = "Biểu 3"


def workbook(changes: Mapping[str, object] | None = None, *, sender: str = "UBND HUYỆN ĐẠI TỪ") -> bytes:
    """Return the workbook, some of its cells holding something else; places stand in B5:B13, 2014–2020 in C:I."""
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    sheet["A1"], sheet["A2"], sheet["A3"] = sender, TITLE, "Đơn vị: tiêu chuẩn"
    sheet.append(["STT", "Huyện, thành phố", *YEARS])
    for place, (name, base) in enumerate(zip(NAMES, BASE, strict=True), start=1):
        sheet.append([place, name, *(base * year for year in range(1, len(YEARS) + 1))])
    sheet.append([None, "Toàn tỉnh", *(sum(BASE) * year for year in range(1, len(YEARS) + 1))])
    for cell, value in (changes or {}).items():
        sheet[cell] = value
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


# A district misspelt; a letter l in a number; a total that doesn't add up.
FAULTS: Mapping[str, object] = {"B10": "Võ Nhaii", "G11": "4l", "I14": sum(BASE) * 7 + 10}
