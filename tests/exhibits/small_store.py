"""A store of a few literal records: every kind, every status, and the faults an exhibit must say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa

from indicators.catalogue import DEMONSTRATION_MARK, Definition, Direction, Kind, OverPlace
from indicators.store import INCOMING_SCHEMA, Publication, Store

DECISION_2014 = "Quyết định 37/QĐ-UBND"
DECISION_2017 = "Quyết định 99/QĐ-UBND"
ALL_DISTRICTS = ("164", "165", "167", "168", "169", "171", "172", "173")
SILENT = "170"

Row = dict[str, object]


def definition(
    id: str,
    name: str,
    unit: str,
    kind: Kind,
    *,
    direction: Direction = Direction.UP,
    over_place: OverPlace = OverPlace.NONE,
    group: str = "he_thong",
    decimals: int = 0,
) -> Definition:
    return Definition(
        id=id, name_vi=name, name_en=f"{name} (en)", unit=unit, kind=kind, direction=direction, over_place=over_place,
        group=group, decimals=decimals, source="Chi cục Tiêu chuẩn Đo lường Chất lượng",
    )  # fmt: skip


DEFINITIONS = (
    definition("dn_ho_tro", "DN được hỗ trợ", "DN", Kind.CUMULATIVE, over_place=OverPlace.SUM),
    definition("dn_dat_som", "DN áp dụng 5S", "DN", Kind.CUMULATIVE, over_place=OverPlace.SUM, group="dao_tao"),
    definition("dn_mat", "DN giữ chứng nhận", "DN", Kind.STOCK, over_place=OverPlace.SUM, group="chat_luong"),
    definition(
        "ty_le_cong_bo", "Tỷ lệ công bố", "%", Kind.RATIO, over_place=OverPlace.RATIO, group="tieu_chuan", decimals=1
    ),
    definition("ty_le_loi", "Tỷ lệ lỗi", "%", Kind.RATIO, direction=Direction.DOWN, group="chat_luong", decimals=1),
    definition("giai_thuong", "DN dự giải thưởng", "DN/năm", Kind.FLOW, over_place=OverPlace.SUM, group="chat_luong"),
    definition("nang_suat", "Tốc độ tăng năng suất", "%/năm", Kind.GROWTH, group="nang_suat", decimals=1),
    definition("chi_so_gia", "Chỉ số giữ ổn định", "%", Kind.INDEX, direction=Direction.BAND, group="canh_tranh"),
    definition("hang_pci", "Hạng PCI", "hạng", Kind.INDEX, direction=Direction.DOWN, group="canh_tranh"),
    definition("cong_thong_tin", "Cổng thông tin", "đạt/chưa đạt", Kind.YES_NO, over_place=OverPlace.COUNT),
    definition("khong_muc_tieu", "Không có mục tiêu", "điểm", Kind.INDEX, group="canh_tranh", decimals=2),
    definition("khong_so_lieu", "Không có số liệu", "lượt người", Kind.CUMULATIVE, group="dao_tao"),
    definition("so_bo", "Chỉ có sơ bộ", "triệu đồng", Kind.CUMULATIVE, over_place=OverPlace.SUM, group="nang_suat"),
    definition("nhom_la", "Ở nhóm lạ", "", Kind.STOCK, group="Nhóm chưa có trong danh mục"),
)  # fmt: skip


def actual(indicator: str, year: int, value: float | None, **more: object) -> Row:
    return {"measure": "actual", "indicator": indicator, "year": year, "value": value, **more}


def target(indicator: str, year: int, value: float, **more: object) -> Row:
    return {
        "measure": "target", "indicator": indicator, "year": year, "value": value, "document": DECISION_2014,
        "document_date": dt.date(2014, 1, 8), **more,
    }  # fmt: skip


def baseline(indicator: str, year: int, value: float, **more: object) -> Row:
    return {"measure": "baseline", "indicator": indicator, "year": year, "value": value, **more}


def rows() -> Iterable[Row]:
    """Yield the records; the province's `dn_ho_tro` is built from districts, one of which never reports."""
    yield from (_defined(each) for each in DEFINITIONS)
    yield from _enterprises()
    met_early = (40, 90, 150, 205, 230, 250, 260)
    yield from (actual("dn_dat_som", 2014 + step, value) for step, value in enumerate(met_early))
    yield target("dn_dat_som", 2020, 200)
    yield from (actual("dn_mat", 2015 + step, value) for step, value in enumerate((60, 150, 210, 190, 185, 180)))
    yield baseline("dn_mat", 2014, 20)
    yield target("dn_mat", 2020, 200)
    yield from _ratios()
    yield from (actual("giai_thuong", 2014 + step, value) for step, value in enumerate((2, 3, 1, 4)))
    yield from (target("giai_thuong", year, 2, operator="range", value_to=3) for year in range(2014, 2021))
    yield from (actual("nang_suat", 2014 + step, value) for step, value in enumerate((5.5, 6.1, 7.4, 6.0)))
    yield target("nang_suat", 2020, 7)
    yield from (actual("chi_so_gia", 2015 + step, value) for step, value in enumerate((97, 93, 101, 98, 104, 97)))
    yield target("chi_so_gia", 2020, 95, operator="range", value_to=105)
    yield baseline("hang_pci", 2013, 25)
    yield from (actual("hang_pci", year, value) for year, value in ((2014, 8), (2015, 7), (2017, 15), (2019, 12)))
    yield target("hang_pci", 2020, 10)
    yield actual("cong_thong_tin", 2016, 1)
    yield target("cong_thong_tin", 2018, 1)
    yield actual("khong_muc_tieu", 2019, 67.71)
    yield target("khong_so_lieu", 2020, 1500)
    yield from (actual("so_bo", year, 100 * (year - 2013), quality="preliminary") for year in (2018, 2019))
    yield target("so_bo", 2020, 800)
    yield actual("nhom_la", 2020, 3)


def _enterprises() -> Iterable[Row]:
    for place, district in enumerate(ALL_DISTRICTS):
        for year in range(2014, 2021):
            if (district, year) != ("173", 2020):
                yield actual("dn_ho_tro", year, (place + 1) * (year - 2013), district=district, note=DEMONSTRATION_MARK)
        yield target("dn_ho_tro", 2020, 20, district=district)
    yield actual("dn_ho_tro", 2018, 170)
    yield actual("dn_ho_tro", 2019, 5, sector="che")
    yield actual("dn_ho_tro", 2019, 2, district="171", sector="che")
    yield target("dn_ho_tro", 2020, 10, district=SILENT)
    yield target("dn_ho_tro", 2020, 250)
    yield target("dn_ho_tro", 2020, 200, document=DECISION_2017, document_date=dt.date(2017, 3, 1))


def _ratios() -> Iterable[Row]:
    yield baseline("ty_le_cong_bo", 2014, 20)
    for district, numerator in (("164", 30), ("165", 24)):
        for year in range(2015, 2019):
            yield actual(
                "ty_le_cong_bo", year, None, numerator=numerator + 2 * (year - 2015), denominator=100, district=district
            )
    yield target("ty_le_cong_bo", 2020, 35, operator="range", value_to=40)
    yield baseline("ty_le_loi", 2014, 10)
    yield from (actual("ty_le_loi", year, value) for year, value in ((2015, 10.5), (2016, 11), (2017, 12), (2018, 13)))
    yield target("ty_le_loi", 2020, 4)


def _defined(each: Definition) -> Row:
    return {"measure": "definition", "indicator": each.id, "year": None, "period": None, "definition": each.to_json()}


def incoming(found: Iterable[Row]) -> pa.Table:
    """Return the rows as a table that the store takes in."""
    full = [
        {
            "period": "Y", "quality": "official" if row["measure"] == "actual" else None, "file": "bao-cao.xlsx",
            "sheet": "Biểu 1", "cell": f"E{position + 4}", "withdraw": False, **row,
        }
        for position, row in enumerate(found)
    ]  # fmt: skip
    named = [{name: row.get(name) for name in INCOMING_SCHEMA.names} for row in full]
    return pa.Table.from_pylist(named, INCOMING_SCHEMA)


def small_store(folder: Path) -> Store:
    """Return a new store with these records."""
    store = Store.create(folder, by="test")
    store.publish(incoming(rows()), Publication(by="test", reason="test"), rehearsed=store.version)
    return store
