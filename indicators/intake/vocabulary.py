"""The words a file may use: titles of columns, measures, qualities, operators, kinds and directions."""

from __future__ import annotations

from collections.abc import Mapping

from indicators.catalogue.definition import Direction, Kind, OverPlace
from indicators.intake.letters import slug

# A Vietnamese title with its marks becomes the id when it is slugged: "Loại số liệu" is loai_so_lieu.
RECORD_COLUMNS: Mapping[str, str] = {
    "chi_tieu": "indicator",
    "ma_chi_tieu": "indicator",
    "nam": "year",
    "ky": "period",
    "ky_bao_cao": "period",
    "huyen": "district",
    "huyen_thanh_pho_thi_xa": "district",
    "huyen_thi_xa_thanh_pho": "district",
    "don_vi_hanh_chinh": "district",
    "dia_ban": "district",
    "nganh": "sector",
    "loai_so_lieu": "measure",
    "don_vi": "unit",
    "don_vi_tinh": "unit",
    "dvt": "unit",
    "gia_tri": "value",
    "gia_tri_den": "value_to",
    "toan_tu": "operator",
    "tu_so": "numerator",
    "mau_so": "denominator",
    "chat_luong": "quality",
    "chat_luong_so_lieu": "quality",
    "van_ban": "document",
    "ngay_van_ban": "document_date",
    "ghi_chu": "note",
    **{
        name: name
        for name in (
            "indicator", "year", "period", "district", "sector", "measure", "unit", "value", "value_to", "operator",
            "numerator", "denominator", "quality", "document", "document_date", "note",
        )
    },
}  # fmt: skip

DEFINITION_COLUMNS: Mapping[str, str] = {
    "ma": "id",
    "ten": "name_vi",
    "ten_chi_tieu": "name_vi",
    "ten_en": "name_en",
    "ten_tieng_anh": "name_en",
    "nhom": "group",
    "don_vi": "unit",
    "don_vi_tinh": "unit",
    "so_le": "decimals",
    "loai_chi_tieu": "kind",
    "chieu": "direction",
    "gop": "over_place",
    "thap_nhat": "min",
    "cao_nhat": "max",
    "tan_suat": "frequency",
    "don_vi_bao_cao": "responsible",
    "nguon": "source",
    "van_ban": "document",
    "ten_khac": "aliases",
    **{
        name: name
        for name in (
            "id", "name_vi", "name_en", "group", "unit", "decimals", "kind", "direction", "over_place", "min", "max",
            "frequency", "responsible", "source", "document", "aliases",
        )
    },
}  # fmt: skip

REQUIRED_DEFINITION_COLUMNS = ("id", "name_vi", "unit", "kind", "direction")

# How a missing column is named to the sender: the id that the template uses.
TITLE_BY_COLUMN: Mapping[str, str] = {
    **{column: title for title, column in reversed(list(DEFINITION_COLUMNS.items())) if title != column},
    **{column: title for title, column in reversed(list(RECORD_COLUMNS.items())) if title != column},
}

MEASURES: Mapping[str, str] = {
    "": "actual",
    "thuc_hien": "actual",
    "th": "actual",
    "actual": "actual",
    "muc_tieu": "target",
    "ke_hoach": "target",
    "target": "target",
    "goc": "baseline",
    "so_goc": "baseline",
    "gia_tri_goc": "baseline",
    "baseline": "baseline",
}

QUALITIES: Mapping[str, str] = {
    "": "official",
    "chinh_thuc": "official",
    "official": "official",
    "so_bo": "preliminary",
    "preliminary": "preliminary",
    "prel": "preliminary",
    "uoc": "estimate",
    "uoc_tinh": "estimate",
    "estimate": "estimate",
}

OPERATORS: Mapping[str, str] = {
    "=": "=",
    "==": "=",
    ">=": ">=",
    "≥": ">=",
    "=>": ">=",
    "<=": "<=",
    "≤": "<=",
    "=<": "<=",
    ">": ">",
    "<": "<",
    "range": "range",
    "khoang": "range",
    "trong_khoang": "range",
    "it_nhat": ">=",
    "toi_thieu": ">=",
    "tu": ">=",
    "tren": ">",
    "lon_hon": ">",
    "khong_qua": "<=",
    "toi_da": "<=",
    "duoi": "<",
    "nho_hon": "<",
    "bang": "=",
}

KINDS: Mapping[str, Kind] = {
    **{kind.value: kind for kind in Kind},
    "luy_ke": Kind.CUMULATIVE,
    "cong_don": Kind.CUMULATIVE,
    "dong": Kind.FLOW,
    "trong_ky": Kind.FLOW,
    "phat_sinh_trong_ky": Kind.FLOW,
    "ton": Kind.STOCK,
    "cuoi_ky": Kind.STOCK,
    "ton_cuoi_ky": Kind.STOCK,
    "ty_le": Kind.RATIO,
    "ti_le": Kind.RATIO,
    "ty_trong": Kind.RATIO,
    "toc_do_tang": Kind.GROWTH,
    "tang_truong": Kind.GROWTH,
    "chi_so": Kind.INDEX,
    "co_khong": Kind.YES_NO,
    "co_hay_khong": Kind.YES_NO,
}

DIRECTIONS: Mapping[str, Direction] = {
    **{direction.value: direction for direction in Direction},
    "tang": Direction.UP,
    "cang_cao_cang_tot": Direction.UP,
    "giam": Direction.DOWN,
    "cang_thap_cang_tot": Direction.DOWN,
    "trong_khoang": Direction.BAND,
    "khoang": Direction.BAND,
    "giu_trong_khoang": Direction.BAND,
}

OVER_PLACES: Mapping[str, OverPlace] = {
    **{way.value: way for way in OverPlace},
    "cong": OverPlace.SUM,
    "tong": OverPlace.SUM,
    "ty_le": OverPlace.RATIO,
    "ti_le": OverPlace.RATIO,
    "ty_so": OverPlace.RATIO,
    "dem": OverPlace.COUNT,
    "khong": OverPlace.NONE,
    "khong_gop": OverPlace.NONE,
}

YES = frozenset({"co", "dat", "yes", "true", "roi", "da_xong", "xong", "hoan_thanh", "da_hoan_thanh", "done"})
NO = frozenset({"khong", "chua_dat", "khong_dat", "no", "false", "chua", "chua_xong", "chua_hoan_thanh", "not_done"})


def operator_from(text: str) -> str | None:
    """Return the operator a cell means, or None; blank is not asked here."""
    bare = text.replace(" ", "")
    return OPERATORS.get(bare) or OPERATORS.get(slug(text))
