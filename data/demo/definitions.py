"""The indicators of the demonstration set: modelled on what sibling projects track, none of them Decision 37's own."""

from __future__ import annotations

from dataclasses import dataclass

QUANG_NAM = (
    "đề án tỉnh Quảng Nam 2012–2020: http://baoquangnam.vn/thoi-su-kinh-te/khoi-dong-de-an-nang-cao-nang-suat-va-"
    "chat-luong-san-pham-hang-hoa-cua-doanh-nghiep-vua-va-nho-17381.html"
)
DA_NANG = (
    "kết quả tại Đà Nẵng 2014–2016: https://baodanang.vn/channel/5404/201704/hon-780-trieu-dong-ho-tro-doanh-nghiep-"
    "nang-cao-chat-luong-san-pham-hang-hoa-2550716/"
)
YEN_BAI = "quyết định 1305/QĐ-UBND ngày 01/10/2013 của tỉnh Yên Bái (30–40 % DN áp dụng hệ thống quản lý chất lượng)"
LAM_DONG = "kế hoạch tỉnh Lâm Đồng 2021–2025: http://baolamdong.vn/kinhte/202111/hon-178-ty-dong-nang-cao-chat-luong-san-pham-hang-hoa-3090583/"
TUYEN_QUANG = "đề án tỉnh Tuyên Quang: https://most.gov.vn/vn/tin-tuc/22002/tuyen-quang--dua-nang-suat--chat-luong-tro-thanh-dong-luc-phat-trien.aspx"
LANG_SON = "đề án tỉnh Lạng Sơn: https://tapchitaichinh.vn/nang-cao-nang-suat-chat-luong-san-pham-hang-hoa-dich-vu-cua-doanh-nghiep-hop-tac-xa-tai-lang-son.html"
OWN = "đặt ra để minh họa, không phỏng theo văn bản nào"

OFFICE = "Chi cục Tiêu chuẩn Đo lường Chất lượng"
INDUSTRY = "Sở Công Thương"
DISTRICTS = "UBND các huyện, thành phố, thị xã"


@dataclass(frozen=True)
class Indicator:
    """A definition as a row of the file; `model` is what it is modelled on, `source` where real figures come from."""

    id: str
    name_vi: str
    name_en: str
    group: str
    unit: str
    kind: str
    direction: str
    over_place: str
    decimals: int = 0
    min: float | None = 0
    max: float | None = None
    responsible: str = OFFICE
    frequency: str = "năm"
    model: str = OWN
    source: str = ""
    aliases: str = ""

    @property
    def is_demonstration(self) -> bool:
        """Whether its figures are invented."""
        return not self.source

    @property
    def modelled_on(self) -> str:
        """What the definition says of its own origin."""
        return self.model if self.model == OWN else f"phỏng theo {self.model}"


def _ratio(id: str, name_vi: str, name_en: str, group: str, direction: str, **more: object) -> Indicator:
    fields = {"decimals": 1, "max": 100, **more}
    return Indicator(id, name_vi, name_en, group, "%", "ratio", direction, "ratio", **fields)  # type: ignore[arg-type]


def _count(id: str, name_vi: str, name_en: str, group: str, unit: str, **more: object) -> Indicator:
    fields = {"kind": "cumulative", "direction": "up", "over_place": "sum", **more}
    return Indicator(id, name_vi, name_en, group, unit, **fields)  # type: ignore[arg-type]


INDICATORS = (
    _ratio(
        "ty_le_cong_bo_tieu_chuan",
        "Tỷ lệ sản phẩm chủ lực công bố tiêu chuẩn áp dụng",
        "Share of key products with a declared standard",
        "tieu_chuan",
        "up",
        model=QUANG_NAM,
        responsible=DISTRICTS,
    ),
    _count(
        "tieu_chuan_co_so",
        "Số tiêu chuẩn cơ sở được xây dựng",
        "Company standards drawn up",
        "tieu_chuan",
        "tiêu chuẩn",
        model=DA_NANG,
        responsible=DISTRICTS,
        aliases="Số TCCS xây dựng mới",
    ),
    _ratio(
        "ty_le_hop_quy",
        "Tỷ lệ sản phẩm thuộc diện bắt buộc được chứng nhận hợp quy",
        "Share of regulated products certified as conforming",
        "tieu_chuan",
        "up",
        model=QUANG_NAM,
    ),
    Indicator(
        "danh_muc_san_pham_chu_luc",
        "Ban hành danh mục sản phẩm, hàng hóa chủ lực của tỉnh",
        "List of the province's key products issued",
        "tieu_chuan",
        "đạt/chưa đạt",
        "yes_no",
        "up",
        "count",
        max=1,
    ),
    _count(
        "dn_ap_dung_he_thong",
        "Số DN được hỗ trợ áp dụng hệ thống quản lý, công cụ cải tiến",
        "Enterprises supported in applying management systems and improvement tools",
        "he_thong",
        "DN",
        model=LANG_SON,
        responsible=DISTRICTS,
    ),
    _count(
        "luot_dn_ap_dung_cong_cu",
        "Số lượt DN áp dụng 5S, Kaizen, Lean và các công cụ khác",
        "Enterprise turns with 5S, Kaizen, Lean and other tools",
        "he_thong",
        "lượt DN",
        model=DA_NANG,
        responsible=DISTRICTS,
    ),
    _count(
        "mo_hinh_diem",
        "Số mô hình điểm về năng suất, chất lượng",
        "Model cases of productivity and quality",
        "he_thong",
        "mô hình",
        model=LAM_DONG,
    ),
    _ratio(
        "ty_le_dn_he_thong_chat_luong",
        "Tỷ lệ DN sản xuất sản phẩm chủ lực có hệ thống quản lý chất lượng",
        "Share of key-product enterprises with a quality management system",
        "he_thong",
        "up",
        model=YEN_BAI,
        responsible=DISTRICTS,
    ),
    _count(
        "luot_nguoi_dao_tao",
        "Số lượt người được đào tạo về năng suất, chất lượng",
        "Attendances at productivity and quality training",
        "dao_tao",
        "lượt người",
        model=TUYEN_QUANG,
    ),
    _count(
        "chuyen_gia_nang_suat",
        "Số chuyên gia năng suất, chất lượng đang hoạt động",
        "Productivity and quality experts at work",
        "dao_tao",
        "người",
        kind="stock",
    ),
    _count(
        "luot_dn_tap_huan",
        "Số lượt DN dự hội thảo, tập huấn trong kỳ",
        "Enterprise turns at workshops and training in the period",
        "dao_tao",
        "lượt DN",
        kind="flow",
        frequency="6 tháng",
        responsible=DISTRICTS,
    ),
    _ratio(
        "ty_le_mau_khong_dat",
        "Tỷ lệ mẫu hàng hóa kiểm tra không đạt chất lượng",
        "Share of goods samples that fail inspection",
        "chat_luong",
        "down",
        responsible=DISTRICTS,
    ),
    _count(
        "giay_chung_nhan_con_hieu_luc",
        "Số giấy chứng nhận hệ thống quản lý, hợp chuẩn còn hiệu lực",
        "System and conformity certificates in force",
        "chat_luong",
        "giấy chứng nhận",
        kind="stock",
        model=LAM_DONG,
        responsible=DISTRICTS,
    ),
    _count(
        "dn_giai_thuong_chat_luong",
        "Số DN tham gia Giải thưởng Chất lượng Quốc gia",
        "Enterprises entering the National Quality Award",
        "chat_luong",
        "DN/năm",
        kind="flow",
        model=QUANG_NAM,
        aliases="Số DN tham gia GTCLQG",
    ),
    _count(
        "san_pham_truy_xuat",
        "Số sản phẩm có truy xuất nguồn gốc điện tử",
        "Products with electronic traceability",
        "chat_luong",
        "sản phẩm",
        model=LANG_SON,
    ),
    Indicator(
        "toc_do_tang_nang_suat",
        "Tốc độ tăng năng suất lao động của DN tham gia",
        "Growth of labour productivity in participating enterprises",
        "nang_suat",
        "%/năm",
        "growth",
        "up",
        "none",
        decimals=1,
        min=None,
        model=LAM_DONG,
    ),
    Indicator(
        "nang_suat_lao_dong_dn",
        "Năng suất lao động bình quân của DN tham gia",
        "Mean labour productivity of participating enterprises",
        "nang_suat",
        "triệu đồng/lao động",
        "index",
        "up",
        "none",
        decimals=1,
    ),
    Indicator(
        "tieu_hao_nang_luong",
        "Chỉ số tiêu hao năng lượng trên đơn vị sản phẩm (2013 = 100)",
        "Energy used for a unit of product (2013 = 100)",
        "nang_suat",
        "%",
        "index",
        "down",
        "none",
        decimals=1,
        responsible=INDUSTRY,
        model=DA_NANG,
    ),
    Indicator(
        "su_dung_cong_suat",
        "Hệ số sử dụng công suất thiết bị",
        "Use of installed capacity",
        "nang_suat",
        "%",
        "index",
        "band",
        "none",
        decimals=1,
        max=100,
        responsible=INDUSTRY,
    ),
    _count(
        "dn_doi_moi_cong_nghe",
        "Số DN được hỗ trợ đổi mới công nghệ",
        "Enterprises supported in renewing their technology",
        "canh_tranh",
        "DN",
        model=QUANG_NAM,
        responsible=DISTRICTS,
    ),
    _count(
        "kinh_phi_doi_ung",
        "Kinh phí đối ứng của DN cho năng suất, chất lượng",
        "Enterprises' own funds for productivity and quality",
        "canh_tranh",
        "triệu đồng",
        model=LAM_DONG,
    ),
    _count(
        "doanh_thu_san_pham_cai_tien",
        "Doanh thu từ sản phẩm mới hoặc được cải tiến",
        "Sales of new or improved products",
        "canh_tranh",
        "tỷ đồng",
        kind="flow",
        decimals=1,
    ),
)
