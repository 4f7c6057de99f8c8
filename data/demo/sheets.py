"""How the records are written down: as long tables, as the wide tables that offices draw, as CSV and as Parquet."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.parquet as pq
from definitions import Indicator
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from record import DEMONSTRATION_MARK, Record

Cell = object
Row = Sequence[Cell]

BYTE_ORDER_MARK = "\ufeff"
NOT_A_MOMENT = (1980, 1, 1, 0, 0, 0)
DATE_FORMAT = "dd/mm/yyyy"

# Column of the file by field of the record; the titles are the same words with their marks.
COLUMN_BY_FIELD: Mapping[str, str] = {
    "indicator": "chi_tieu",
    "year": "nam",
    "period": "ky",
    "district": "huyen",
    "sector": "nganh",
    "measure": "loai_so_lieu",
    "operator": "toan_tu",
    "value": "gia_tri",
    "value_to": "gia_tri_den",
    "numerator": "tu_so",
    "denominator": "mau_so",
    "quality": "chat_luong",
    "document": "van_ban",
    "document_date": "ngay_van_ban",
    "note": "ghi_chu",
}
TITLE_BY_FIELD: Mapping[str, str] = {
    "indicator": "Chỉ tiêu",
    "year": "Năm",
    "period": "Kỳ",
    "district": "Huyện",
    "sector": "Ngành",
    "value": "Giá trị",
    "quality": "Chất lượng",
    "note": "Ghi chú",
}
MEASURES = {"actual": "thuc_hien", "target": "muc_tieu", "baseline": "goc"}
QUALITIES = {"official": "chinh_thuc", "preliminary": "so_bo", "estimate": "uoc"}
DEFINITION_COLUMNS: Mapping[str, str] = {
    "ma": "id",
    "ten": "name_vi",
    "ten_en": "name_en",
    "nhom": "group",
    "don_vi": "unit",
    "so_le": "decimals",
    "loai_chi_tieu": "kind",
    "chieu": "direction",
    "gop": "over_place",
    "thap_nhat": "min",
    "cao_nhat": "max",
    "tan_suat": "frequency",
    "don_vi_bao_cao": "responsible",
}


@dataclass(frozen=True)
class WideSheet:
    """One table of one indicator, places down and years across, as it is drawn on a sheet."""

    name: str
    indicator: Indicator
    rows: tuple[Row, ...]
    place_title: str
    year_titles: tuple[Cell, ...]


def definition_rows(indicators: Iterable[Indicator]) -> list[Row]:
    """Return the definitions as rows under their header."""
    rows: list[Row] = [[*DEFINITION_COLUMNS, "nguon", "van_ban", "ten_khac"]]
    for indicator in indicators:
        invented = indicator.is_demonstration
        source = f"{DEMONSTRATION_MARK}; {indicator.modelled_on}" if invented else indicator.source
        document = f"{DEMONSTRATION_MARK}, không phải chỉ tiêu của Quyết định 37/QĐ-UBND" if invented else ""
        fields = [getattr(indicator, field) for field in DEFINITION_COLUMNS.values()]
        rows.append([*fields, source, document, indicator.aliases])
    return rows


def record_rows(records: Iterable[Record], fields: Sequence[str], *, titled: bool = False) -> list[Row]:
    """Return records as rows of a long table, under their column ids or titles."""
    header = [TITLE_BY_FIELD[field] if titled else COLUMN_BY_FIELD[field] for field in fields]
    return [header, *([_shown(record, field) for field in fields] for record in records)]


def _shown(record: Record, field: str) -> Cell:
    value = getattr(record, field)
    if field == "measure":
        return MEASURES[value]
    return QUALITIES[value] if field == "quality" else value


def csv_file(rows: Iterable[Row], *, delimiter: str, decimal: str) -> bytes:
    """Return rows as a CSV file as Excel saves it: byte order mark, CRLF, one decimal sign throughout."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_written(cell, decimal) for cell in row])
    return (BYTE_ORDER_MARK + text.getvalue()).encode("utf-8")


def _written(cell: Cell, decimal: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:g}".replace(".", decimal) if cell.is_integer() else f"{cell:.1f}".replace(".", decimal)
    return cell.strftime("%d/%m/%Y") if hasattr(cell, "strftime") else str(cell)


def parquet_file(records: Sequence[Record], fields: Sequence[str]) -> bytes:
    """Return records as a Parquet file with English column names and typed columns."""
    types = {"year": pa.int32(), "value": pa.float64()}
    columns = {field: [getattr(record, field) for record in records] for field in fields}
    schema = pa.schema([(field, types.get(field, pa.string())) for field in fields])
    content = io.BytesIO()
    pq.write_table(pa.table(columns, schema=schema), content, compression="zstd")
    return content.getvalue()


def long_workbook(sheets: Mapping[str, Sequence[Row]], *, title: str | None = None) -> bytes:
    """Return a workbook of long tables by sheet name; a title stands two rows above the header."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        if title is not None:
            sheet["A1"] = title
        _lay(sheet, rows, first=1 if title is None else 3)
    return _saved(workbook)


def wide_workbook(sheets: Iterable[WideSheet]) -> bytes:
    """Return a workbook with one table a sheet, under its title, its unit and the demonstration mark."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for number, table in enumerate(sheets, start=1):
        sheet = workbook.create_sheet(table.name)
        sheet["A1"] = f"Biểu số {number}"
        sheet["A2"] = f"Chỉ tiêu: {table.indicator.name_vi}"
        sheet["A2"].font = Font(bold=True)
        sheet["A3"] = f"Đơn vị: {table.indicator.unit}"
        sheet["A4"] = DEMONSTRATION_MARK
        _lay(sheet, [["STT", table.place_title, *table.year_titles], *table.rows], first=6)
    return _saved(workbook)


def _lay(sheet: Worksheet, rows: Iterable[Row], *, first: int) -> None:
    """Write a table whose header stands in row `first`."""
    widths: dict[int, int] = {}
    for at, row in enumerate(rows, start=first):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(at, column, value)
            widths[column] = min(60, max(widths.get(column, 6), len(str(value or "")) + 2))
            if at == first:
                cell.font = Font(bold=True)
                cell.alignment = Alignment(wrap_text=True, vertical="top")
            elif hasattr(value, "strftime"):
                cell.number_format = DATE_FORMAT
    for column, width in widths.items():
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = sheet.cell(first + 1, 1)


def _saved(workbook: Workbook) -> bytes:
    """Return the workbook's bytes without the moment of writing, so that the same figures are the same file."""
    content = io.BytesIO()
    workbook.save(content)
    settled = io.BytesIO()
    with zipfile.ZipFile(content) as source, zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:\w+[^>]*>)[^<]*(</dcterms)", rb"\g<1>2020-12-31T00:00:00Z\g<2>", data)
            target.writestr(zipfile.ZipInfo(entry.filename, NOT_A_MOMENT), data, zipfile.ZIP_DEFLATED)
    return settled.getvalue()
