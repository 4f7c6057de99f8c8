"""Every record of the demonstration set: the province's figures of `cases` laid out over districts and sectors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cases import (
    A_DISTRICT_STOPS,
    BASELINE_YEAR,
    BASELINES,
    BOUNDARY_BREAKS,
    DISTRICT_AND_SECTOR,
    ESTIMATE,
    FIRST_DECISION,
    HALF_YEARS,
    ON_TRACK,
    PRELIMINARY,
    PROVINCE,
    REPORTED_AND_BUILT_DIFFER,
    STOPS_IN,
    STOPS_REPORTING,
    TRAINED_WHERE_NOBODY_REPORTS,
    YEARS,
)
from record import Record
from spreading import (
    REPORTING_DISTRICTS,
    WEIGHT_BY_SECTOR,
    ZEAL_BY_DISTRICT,
    ZEAL_BY_SECTOR,
    Chance,
    grown,
    shared_out,
    weights_in,
    weights_of_cells,
)

RATIOS_BY_DISTRICT = ("ty_le_cong_bo_tieu_chuan", "ty_le_dn_he_thong_chat_luong", "ty_le_mau_khong_dat")
GROWING_BY_DISTRICT = ("luot_dn_ap_dung_cong_cu", "luot_nguoi_dao_tao", "dn_doi_moi_cong_nghe")
BY_SECTOR = ("mo_hinh_diem", "kinh_phi_doi_ung", "doanh_thu_san_pham_cai_tien")
PROVINCE_ONLY = (
    "danh_muc_san_pham_chu_luc",
    "chuyen_gia_nang_suat",
    "dn_giai_thuong_chat_luong",
    "toc_do_tang_nang_suat",
    "nang_suat_lao_dong_dn",
    "tieu_hao_nang_luong",
    "su_dung_cong_suat",
    "luot_nguoi_dao_tao",
)

# What the ratios are taken of: key products, enterprises that make them, samples taken; and how many the province has.
DENOMINATORS: Mapping[str, tuple[int, int]] = {
    "ty_le_cong_bo_tieu_chuan": (260, 340),
    "ty_le_dn_he_thong_chat_luong": (430, 560),
    "ty_le_mau_khong_dat": (820, 960),
}
# Percentage points by which a district stands over or under the province.
LEAD_BY_DISTRICT: Mapping[str, float] = {
    "164": 2.0,
    "165": 4.0,
    "167": -9.0,
    "168": -1.0,
    "169": -5.0,
    "171": 1.0,
    "172": 5.0,
    "173": -7.0,
}
# How many products that must be certified each sector makes; the other sectors make none.
REGULATED_PRODUCTS: Mapping[str, int] = {
    "thep": 24,
    "xi_mang_vlxd": 46,
    "may": 31,
    "dien_tu": 18,
    "dien": 9,
    "thuc_pham": 52,
    "y_cu": 14,
}


def actuals() -> Iterator[Record]:
    """Yield every reported figure, the baselines of ratios with parts among them."""
    for indicator in PROVINCE_ONLY:
        yield from _province(indicator)
    for indicator in GROWING_BY_DISTRICT:
        yield from _growing_by_district(indicator)
    for indicator in RATIOS_BY_DISTRICT:
        yield from _ratio_by_district(indicator)
    for indicator in (DISTRICT_AND_SECTOR, A_DISTRICT_STOPS):
        yield from _by_district_and_sector(indicator)
    for indicator in BY_SECTOR:
        yield from _by_sector(indicator)
    yield from _certificates_by_district()
    yield from _half_years_by_district()
    yield from _regulated_products_by_sector()
    yield from _productivity_by_sector()


def reported_in(indicator: str) -> dict[int, float]:
    """Return the province's figures of the years that have one."""
    return {year: value for year, value in zip(YEARS, PROVINCE[indicator], strict=True) if value is not None}


def quality_of(indicator: str, year: int) -> str:
    """Return how firm a figure is."""
    if year == YEARS[-1] and indicator in {PRELIMINARY, ON_TRACK}:
        return "preliminary"
    return "estimate" if year == YEARS[-1] and indicator == ESTIMATE else "official"


def _province(indicator: str) -> Iterator[Record]:
    for year, value in reported_in(indicator).items():
        yield Record(indicator, year, value, quality=quality_of(indicator, year))


def _growing_by_district(indicator: str) -> Iterator[Record]:
    chance = Chance(indicator)
    totals = {year: int(value) for year, value in reported_in(indicator).items()}
    if indicator == REPORTED_AND_BUILT_DIFFER:
        totals = {year: totals[year] - TRAINED_WHERE_NOBODY_REPORTS[at] for at, year in enumerate(totals)}
    weights = {
        year: {
            district: weights_in(year)[district] * ZEAL_BY_DISTRICT[district] * chance.between(0.6, 1.4, year, district)
            for district in REPORTING_DISTRICTS
        }
        for year in totals
    }
    for year, values in grown(totals, weights).items():
        for district, value in values.items():
            yield Record(indicator, year, value, district=district)


def _ratio_by_district(indicator: str) -> Iterator[Record]:
    chance = Chance(indicator)
    first, last = DENOMINATORS[indicator]
    is_down = indicator == "ty_le_mau_khong_dat"
    for year in (BASELINE_YEAR, *YEARS):
        rate = BASELINES[indicator] if year == BASELINE_YEAR else reported_in(indicator)[year]
        whole = round(first + (last - first) * (year - BASELINE_YEAR) / (YEARS[-1] - BASELINE_YEAR))
        bases = shared_out(whole, {district: weights_in(year)[district] for district in REPORTING_DISTRICTS})
        rates = {
            district: rate
            + LEAD_BY_DISTRICT[district] * (-0.35 if is_down else 0.4 if rate < 40 else 1) * _widening(year)
            + chance.between(-1.2, 1.2, year, district) * (0 if year == BASELINE_YEAR else 1)
            for district in REPORTING_DISTRICTS
        }
        for district, base in bases.items():
            part = min(base, max(0, round(base * rates[district] / 100)))
            yield _ratio(indicator, year, part, base, district=district)


def _widening(year: int) -> float:
    """Return how far the districts have drawn apart: little at the start, most at the end."""
    return 0.25 + 0.75 * (year - BASELINE_YEAR) / (YEARS[-1] - BASELINE_YEAR)


def _ratio(
    indicator: str,
    year: int,
    part: int,
    base: int,
    *,
    district: str | None = None,
    sector: str | None = None,
    quality: str = "official",
) -> Record:
    is_baseline = year == BASELINE_YEAR
    document, day = FIRST_DECISION if is_baseline else (None, None)
    return Record(
        indicator,
        year,
        round(100 * part / base, 1),
        district=district,
        sector=sector,
        measure="baseline" if is_baseline else "actual",
        numerator=part,
        denominator=base,
        quality=quality,
        document=document,
        document_date=day,
    )


def _by_district_and_sector(indicator: str) -> Iterator[Record]:
    chance = Chance(indicator)
    totals = {year: int(value) for year, value in reported_in(indicator).items()}
    weights = {
        year: {cell: weight * chance.between(0.3, 1.7, year, *cell) for cell, weight in weights_of_cells(year).items()}
        for year in totals
    }
    for year, values in grown(totals, weights).items():
        for (district, sector), value in values.items():
            if indicator == A_DISTRICT_STOPS and district == STOPS_REPORTING and year >= STOPS_IN:
                continue
            yield Record(indicator, year, value, district=district, sector=sector)


def _by_sector(indicator: str) -> Iterator[Record]:
    chance = Chance(indicator)
    # Money is shared out in tenths where it has decimals, so that the parts add up to the last digit.
    scale = 10 if indicator == "doanh_thu_san_pham_cai_tien" else 1
    totals = {year: round(value * scale) for year, value in reported_in(indicator).items()}
    weights = {
        year: {
            sector: weight * ZEAL_BY_SECTOR[sector] * chance.between(0.6, 1.4, year, sector)
            for sector, weight in WEIGHT_BY_SECTOR.items()
        }
        for year in totals
    }
    is_flow = scale == 10
    by_year = {y: shared_out(totals[y], weights[y]) for y in totals} if is_flow else grown(totals, weights)
    for year, values in by_year.items():
        for sector, value in values.items():
            shown = value / scale if is_flow else value
            yield Record(indicator, year, shown, sector=sector, quality=quality_of(indicator, year))


def _certificates_by_district() -> Iterator[Record]:
    chance = Chance(BOUNDARY_BREAKS)
    totals = {BASELINE_YEAR: BASELINES[BOUNDARY_BREAKS], **reported_in(BOUNDARY_BREAKS)}
    for year, total in totals.items():
        weights = {
            district: weights_in(year)[district]
            * (1 + (ZEAL_BY_DISTRICT[district] - 1) * _widening(year))
            * chance.between(0.97, 1.03, year, district)
            for district in REPORTING_DISTRICTS
        }
        document, day = FIRST_DECISION if year == BASELINE_YEAR else (None, None)
        measure = "baseline" if year == BASELINE_YEAR else "actual"
        for district, value in shared_out(int(total), weights).items():
            yield Record(
                BOUNDARY_BREAKS,
                year,
                value,
                district=district,
                measure=measure,
                document=document,
                document_date=day,
            )


def _half_years_by_district() -> Iterator[Record]:
    chance = Chance(HALF_YEARS)
    for year, total in reported_in(HALF_YEARS).items():
        first_half = round(int(total) * chance.between(0.36, 0.47, year))
        for period, part in (("H1", first_half), ("H2", int(total) - first_half)):
            weights = {
                district: weights_in(year)[district]
                * ZEAL_BY_DISTRICT[district]
                * chance.between(0.7, 1.3, year, district)
                for district in REPORTING_DISTRICTS
            }
            for district, value in shared_out(part, weights).items():
                yield Record(HALF_YEARS, year, value, period=period, district=district)


def _regulated_products_by_sector() -> Iterator[Record]:
    chance = Chance(ON_TRACK)
    rates = {BASELINE_YEAR: BASELINES[ON_TRACK], **reported_in(ON_TRACK)}
    for year, rate in rates.items():
        for sector, products in REGULATED_PRODUCTS.items():
            base = products + (year - BASELINE_YEAR) * (2 if products > 30 else 1)
            lead = (ZEAL_BY_SECTOR[sector] - 1) * 22 * _widening(year) + chance.between(-2.5, 2.5, year, sector)
            part = min(base, max(0, round(base * min(100.0, rate + lead) / 100)))
            yield _ratio(ON_TRACK, year, part, base, sector=sector, quality=quality_of(ON_TRACK, year))


def _productivity_by_sector() -> Iterator[Record]:
    growth, level = "toc_do_tang_nang_suat", "nang_suat_lao_dong_dn"
    chance = Chance(growth)
    for sector, zeal in ZEAL_BY_SECTOR.items():
        reached = round(BASELINES[level] * chance.between(0.72, 1.38, sector), 1)
        document, day = FIRST_DECISION
        yield Record(
            level, BASELINE_YEAR, reached, sector=sector, measure="baseline", document=document, document_date=day
        )
        for year, rate in reported_in(growth).items():
            own = round(rate + (zeal - 1) * 7 + chance.between(-1.1, 1.1, year, sector), 1)
            reached = round(reached * (1 + own / 100), 1)
            yield Record(growth, year, own, sector=sector)
            yield Record(level, year, reached, sector=sector)
