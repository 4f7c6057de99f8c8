"""A clerk's desk: a store with a few definitions, and files handed in to it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl

from indicators import catalogue, intake
from indicators.intake import Finding, Published, Rehearsal, Report, Told
from indicators.intake.publication import NOTHING_TOLD
from indicators.store import Store

DEFINITIONS = """ma;ten;don_vi;loai_chi_tieu;chieu;thap_nhat;cao_nhat;ten_khac
dn;Doanh nghiệp được hỗ trợ áp dụng công cụ;DN;luỹ kế;tăng;0;;Số DN được hỗ trợ
kinh_phi;Kinh phí hỗ trợ;triệu đồng;trong kỳ;tăng;;;
ty_le;Tỷ lệ doanh nghiệp công bố tiêu chuẩn;%;tỷ lệ;tăng;0;100;
loi;Tỷ lệ hàng hóa không đạt;%;tỷ lệ;giảm;0;100;
cong_suat;Công suất sử dụng;%;chỉ số;trong khoảng;;;
iip;Chỉ số sản xuất công nghiệp;%;chỉ số;tăng;;;
cong_thong_tin;Cổng thông tin của đề án;đạt/chưa đạt;có/không;tăng;;;
"""

Cells = Sequence[Sequence[object]]


def workbook(sheets: Mapping[str, Cells]) -> bytes:
    """Return the bytes of an .xlsx with those sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """Return the bytes of a workbook made by hand."""
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def with_formula(content: bytes, *, cell: str, formula: str) -> bytes:
    """Return an .xlsx whose number in one cell is the saved result of a formula, as Excel writes it."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as parts, zipfile.ZipFile(changed, "w") as written:
        for name in parts.namelist():
            part = parts.read(name)
            if name == "xl/worksheets/sheet1.xml":
                part, count = re.subn(
                    rb'(<c r="%s"[^>]*>)(<v>)' % cell.encode(), rb"\1<f>%s</f>\2" % formula.encode(), part
                )
                assert count == 1
            written.writestr(name, part)
    return changed.getvalue()


@dataclass(frozen=True)
class Desk:
    """One store and the files that are brought to it."""

    store: Store

    @classmethod
    def with_definitions(cls, folder: Path) -> Desk:
        """Return a desk whose store knows the definitions above."""
        desk = cls(Store.create(folder, by="tests"))
        desk.publish(DEFINITIONS, name="dinh-nghia.csv")
        return desk

    def check(self, content: str | bytes, *, name: str = "tep.csv", **asked: Any) -> Report:
        """Check a file, text as a CSV."""
        raw = content.encode() if isinstance(content, str) else content
        return self.check_book(intake.read(name, raw), **asked)

    def check_book(self, book: intake.RawBook, **asked: Any) -> Report:
        """Check a file that was opened before."""
        return intake.check(book, reading=self.store.at(), catalogue=catalogue.load(), **asked)

    def rehearse(self, report: Report) -> Rehearsal:
        """Rehearse a checked file on the present version."""
        return intake.rehearse(report, self.store.at(), catalogue.load())

    def publish(
        self, content: str | bytes, *, name: str = "tep.csv", told: Told = NOTHING_TOLD, **asked: Any
    ) -> Published:
        """Check, rehearse and publish a file."""
        report = self.check(content, name=name, **asked)
        assert report.publishable, found(report)
        known = catalogue.load()
        return intake.publish(
            self.store, report, self.rehearse(report), catalogue=known, by="tests", reason="thử", told=told
        )


def found(report: Report) -> list[tuple[str, str | None]]:
    """Return the code and the cell of every finding."""
    return [(finding.code, finding.cell) for finding in report.findings]


told = found


def only(report: Report, code: str) -> Finding:
    """Return the one finding of that code."""
    alike = [finding for finding in report.findings if finding.code == code]
    assert len(alike) == 1, told(report)
    return alike[0]


def values(report: Report) -> list[tuple[object, ...]]:
    """Return year, district, sector, value and cell of every row for the store."""
    names = ("year", "district", "sector", "value", "cell")
    return [tuple(row[name] for name in names) for row in report.incoming.to_pylist()]
