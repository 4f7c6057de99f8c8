"""The reference series: real published figures with their addresses; a year that was not found stays blank.

Nothing here is invented, so nothing here carries the demonstration mark and no invented target is set against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from definitions import Indicator
from record import Record

PX_WEB = "Tổng cục Thống kê, PX-Web (gso.gov.vn)"
PX_WEB_COPY = "bản sao: https://github.com/choisy/gso, commit 50040d2c, data-raw/gso_21092018.zip"
IIP_TABLE = "Index of Industrial production by province"
TRAINED_TABLE = "Percentage of trained employed workers at 15 years of age and above by province"
PCI_PAGE = "http://pcivietnam.vn/thai-nguyen"
PCI_2017 = (
    "https://baothainguyen.vn/thoi-su-trong-tinh/201804/chi-so-pci-nam-2017-duoi-goc-nhin-cua-cong-dong-doanh-nghiep-"
    "bai-2-3673D4C"
)
PCI_2019 = "https://pcivietnam.vn/en/pci-subindices-of-63-provincescities"
PCI_2020 = "https://en.baothainguyen.vn/202104/thai-nguyens-pci-ranks-top-of-the-northern-mountainous-region-36723BD"
VCCI = "VCCI, Chỉ số năng lực cạnh tranh cấp tỉnh (PCI)"
TFP_2018 = "https://plo.vn/xuan-ky-hoi-2019/2019-but-pha-815918.html"
TFP_2019 = (
    "https://www.24h.com.vn/tai-chinh/kinh-te-vn-tang-truong-manh-me-nang-suat-lao-dong-uoc-dat-1104-trieu-dong-nguoi-"
    "c587a1113052.html"
)

REFERENCE_INDICATORS = (
    Indicator(
        "chi_so_san_xuat_cong_nghiep",
        "Chỉ số sản xuất công nghiệp tỉnh Thái Nguyên (năm trước = 100)",
        "Index of industrial production of Thai Nguyen (previous year = 100)",
        "nang_suat",
        "%",
        "index",
        "up",
        "none",
        decimals=1,
        responsible="Tổng cục Thống kê",
        source=f"{PX_WEB}: {IIP_TABLE}; {PX_WEB_COPY}",
        aliases="IIP; Index of Industrial production by province",
    ),
    Indicator(
        "tang_truong_grdp",
        "Tốc độ tăng tổng sản phẩm trên địa bàn tỉnh Thái Nguyên (GRDP)",
        "Growth of the gross regional product of Thai Nguyen (GRDP)",
        "nang_suat",
        "%",
        "growth",
        "up",
        "none",
        decimals=2,
        min=None,
        responsible="Cục Thống kê tỉnh Thái Nguyên",
        source="Báo cáo kinh tế - xã hội từng năm, địa chỉ ghi ở mỗi số liệu; chưa tìm thấy năm 2015 và 2019",
    ),
    Indicator(
        "ty_trong_tfp_ca_nuoc",
        "Tỷ trọng đóng góp của TFP vào tăng trưởng GDP cả nước",
        "Contribution of TFP to the country's GDP growth",
        "nang_suat",
        "%",
        "ratio",
        "up",
        "none",
        decimals=2,
        min=None,
        responsible="Tổng cục Thống kê",
        source="Số cả nước, dẫn lại Tổng cục Thống kê; bình quân 2011–2015 là 33,58 %, 2016–2019 là 44,46 % "
        f"({TFP_2019}); các năm khác chưa tìm thấy",
    ),
    Indicator(
        "ty_le_lao_dong_qua_dao_tao",
        "Tỷ lệ lao động từ 15 tuổi trở lên đang làm việc đã qua đào tạo tỉnh Thái Nguyên",
        "Share of trained workers among the employed aged 15 and over in Thai Nguyen",
        "dao_tao",
        "%",
        "ratio",
        "up",
        "ratio",
        decimals=1,
        max=100,
        responsible="Tổng cục Thống kê",
        source=f"{PX_WEB}: {TRAINED_TABLE}; {PX_WEB_COPY}",
    ),
    Indicator(
        "diem_pci",
        "Điểm chỉ số năng lực cạnh tranh cấp tỉnh (PCI) của Thái Nguyên",
        "Provincial Competitiveness Index (PCI) of Thai Nguyen, score",
        "canh_tranh",
        "điểm",
        "index",
        "up",
        "none",
        decimals=2,
        max=100,
        responsible="VCCI",
        source=f"{VCCI}: {PCI_PAGE}, {PCI_2019}; chưa tìm thấy năm 2018",
    ),
    Indicator(
        "hang_pci",
        "Thứ hạng chỉ số năng lực cạnh tranh cấp tỉnh (PCI) của Thái Nguyên",
        "Provincial Competitiveness Index (PCI) of Thai Nguyen, rank of 63",
        "canh_tranh",
        "hạng",
        "index",
        "down",
        "none",
        min=1,
        max=63,
        responsible="VCCI",
        source=f"{VCCI}: {PCI_PAGE}, {PCI_2019}; chưa tìm thấy năm 2018",
    ),
)

IIP: Mapping[int, float] = {2012: 106.7, 2013: 102.1, 2014: 322.8, 2015: 176.0, 2016: 123.7}
TRAINED: Mapping[int, float] = {
    2008: 17.8, 2009: 18.5, 2010: 17.0, 2011: 18.9, 2012: 20.4, 2013: 21.5, 2014: 20.1, 2015: 25.4, 2016: 29.4,
}  # fmt: skip
TRAINED_PRELIMINARY = 2016

# Year: rate, where it was published.
GRDP: Mapping[int, tuple[float, str]] = {
    2013: (6.7, "https://timhieuvietnam.vn/ket-qua-thuc-hien-nhiem-vu-phat-trien-kinh-te-xa-hoi-nam-2014"),
    2014: (18.6, "https://timhieuvietnam.vn/ket-qua-thuc-hien-nhiem-vu-phat-trien-kinh-te-xa-hoi-nam-2014"),
    2016: (15.2, "https://123docz.net/trich-doan/2981825-dieu-kien-kinh-te.htm"),
    2017: (
        12.6,
        "https://laodong.vn/kinh-te/thai-nguyen-toc-do-tang-truong-kinh-te-dat-gap-doi-ca-nuoc-584126.ldo",
    ),
    2018: (
        10.44,
        "https://cucthongkethainguyen.gov.vn/vi/news/tinh-hinh-kinh-te-xa-hoi/"
        "tinh-hinh-kinh-te-xa-hoi-quy-iv-va-nam-2018-tinh-thai-nguyen-116.html",
    ),
    2020: (
        4.24,
        "https://m.vietnamnet.vn/vn/goc-nhin/"
        "cuc-thong-ke-thai-nguyen-cong-bo-so-lieu-thong-ke-kinh-te-xa-hoi-tinh-nam-2020-703855.html",
    ),
}
TFP: Mapping[int, tuple[float, str]] = {2018: (40.23, TFP_2018), 2019: (46.11, TFP_2019)}

# Year: score, rank, where it was published.
PCI: Mapping[int, tuple[float, int, str]] = {
    2013: (58.96, 25, PCI_PAGE),
    2014: (61.25, 8, PCI_PAGE),
    2015: (61.21, 7, PCI_PAGE),
    2016: (61.82, 7, PCI_PAGE),
    2017: (64.45, 15, PCI_2017),
    2019: (67.71, 12, PCI_2019),
    2020: (66.56, 11, PCI_2020),
}
PCI_2017_NOTE = "điểm suy ra từ trang này: 61,82 (năm 2016) + 2,63"


def reference_records() -> Iterator[Record]:
    """Yield every real figure with its document and, in the note, its address."""
    for year, value in IIP.items():
        yield Record("chi_so_san_xuat_cong_nghiep", year, value, document=f"{PX_WEB}: {IIP_TABLE}", note=PX_WEB_COPY)
    for year, value in TRAINED.items():
        quality = "preliminary" if year == TRAINED_PRELIMINARY else "official"
        document = f"{PX_WEB}: {TRAINED_TABLE}"
        yield Record("ty_le_lao_dong_qua_dao_tao", year, value, quality=quality, document=document, note=PX_WEB_COPY)
    for year, (value, address) in GRDP.items():
        yield Record("tang_truong_grdp", year, value, document="Báo cáo kinh tế - xã hội", note=address)
    for year, (value, address) in TFP.items():
        yield Record("ty_trong_tfp_ca_nuoc", year, value, document="Dẫn lại Tổng cục Thống kê", note=address)
    for year, (score, rank, address) in PCI.items():
        note = f"{address} ({PCI_2017_NOTE})" if year == 2017 else address
        yield Record("diem_pci", year, score, document=VCCI, note=note)
        yield Record("hang_pci", year, rank, document=VCCI, note=address)
