"""The invented targets and baselines: of the province by two decisions, of districts and sectors by a plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from cases import (
    A_DISTRICT_STOPS,
    BASELINE_YEAR,
    BASELINES,
    BOUNDARY_BREAKS,
    DISTRICT_AND_SECTOR,
    FIRST_DECISION,
    GOALS,
    HALF_YEARS,
    ON_TRACK,
    PLACES_DECISION,
    REVISION,
    YEARS,
)
from demonstration import RATIOS_BY_DISTRICT, REGULATED_PRODUCTS
from record import Record
from spreading import (
    DISTRICTS_BY_SECTOR,
    WEIGHT_BY_DISTRICT,
    WEIGHT_BY_SECTOR,
    Chance,
    shared_out,
    weights_in,
)

LAST_YEAR = YEARS[-1]
LEADING_DISTRICTS = frozenset({"164", "165", "172"})
GROWTH_ASKED = 7

# Shared out over the districts by their weight: the one that never reports has its share too.
SHARED_BY_DISTRICT = (
    DISTRICT_AND_SECTOR,
    "luot_dn_ap_dung_cong_cu",
    "luot_nguoi_dao_tao",
    "dn_doi_moi_cong_nghe",
)
SHARED_BY_SECTOR = ("mo_hinh_diem", "kinh_phi_doi_ung")


def goals_of_province(actuals: Iterable[Record]) -> Iterator[Record]:
    """Yield the province's targets and baselines; a ratio starts from the parts of its districts or sectors."""
    for indicator, goals in GOALS.items():
        for goal in goals:
            yield _target(
                indicator,
                goal.year,
                goal.value,
                decision=goal.decision,
                operator=goal.operator,
                value_to=goal.value_to,
            )
    parts = [record for record in actuals if record.measure == "baseline"]
    for indicator, value in BASELINES.items():
        if indicator in {*RATIOS_BY_DISTRICT, ON_TRACK}:
            yield _baseline_of_ratio(indicator, [record for record in parts if record.indicator == indicator])
        else:
            yield _baseline(indicator, value)


def goals_of_districts() -> Iterator[Record]:
    """Yield the targets of each district."""
    for indicator in SHARED_BY_DISTRICT:
        whole = GOALS[indicator][-1].value
        for district, value in shared_out(int(whole), WEIGHT_BY_DISTRICT).items():
            yield _target(indicator, LAST_YEAR, value, district=district)
    for whole, decision in ((240, PLACES_DECISION), (180, REVISION)):
        for district, value in shared_out(whole, WEIGHT_BY_DISTRICT).items():
            yield _target(A_DISTRICT_STOPS, LAST_YEAR, value, decision=decision, district=district)
    for district, value in shared_out(int(GOALS[BOUNDARY_BREAKS][-1].value), weights_in(LAST_YEAR)).items():
        yield _target(BOUNDARY_BREAKS, LAST_YEAR, value, district=district)
    for goal in GOALS[HALF_YEARS]:
        for district, value in shared_out(int(goal.value), weights_in(goal.year)).items():
            yield _target(HALF_YEARS, goal.year, value, district=district)
    for district in WEIGHT_BY_DISTRICT:
        yield from _ratios_of_district(district)


def goals_of_sectors(actuals: Iterable[Record]) -> Iterator[Record]:
    """Yield the targets of each sector; productivity is to grow from each sector's own baseline."""
    present = {
        sector: weight * sum(WEIGHT_BY_DISTRICT[district] for district in DISTRICTS_BY_SECTOR[sector])
        for sector, weight in WEIGHT_BY_SECTOR.items()
    }
    for indicator in (DISTRICT_AND_SECTOR, A_DISTRICT_STOPS):
        for sector, value in shared_out(int(GOALS[indicator][-1].value), present).items():
            yield _target(indicator, LAST_YEAR, value, sector=sector)
    for indicator in SHARED_BY_SECTOR:
        for sector, value in shared_out(int(GOALS[indicator][-1].value), WEIGHT_BY_SECTOR).items():
            yield _target(indicator, LAST_YEAR, value, sector=sector)
    for sector in REGULATED_PRODUCTS:
        yield _target(ON_TRACK, LAST_YEAR, 100, operator="=", sector=sector)
    chance = Chance("goals of sectors")
    for record in actuals:
        if record.indicator == "nang_suat_lao_dong_dn" and record.measure == "baseline" and record.value is not None:
            goal = round(record.value * chance.between(1.5, 1.95, record.sector))
            yield _target(record.indicator, LAST_YEAR, goal, sector=record.sector)
            yield _target("toc_do_tang_nang_suat", LAST_YEAR, GROWTH_ASKED, operator=">", sector=record.sector)


def _ratios_of_district(district: str) -> Iterator[Record]:
    leads = district in LEADING_DISTRICTS
    low, high = (30, 40) if leads else (20, 30)
    yield _target("ty_le_cong_bo_tieu_chuan", LAST_YEAR, 100 if leads else 90, district=district)
    yield _target("ty_le_dn_he_thong_chat_luong", LAST_YEAR, low, operator="range", value_to=high, district=district)
    yield _target("ty_le_mau_khong_dat", LAST_YEAR, 5 if leads else 9, operator="<=", district=district)


def _target(
    indicator: str,
    year: int,
    value: float,
    *,
    decision: tuple[str, dt.date] = PLACES_DECISION,
    operator: str = ">=",
    value_to: float | None = None,
    district: str | None = None,
    sector: str | None = None,
) -> Record:
    document, day = decision
    return Record(
        indicator,
        year,
        value,
        district=district,
        sector=sector,
        measure="target",
        value_to=value_to,
        operator=operator,
        document=document,
        document_date=day,
    )


def _baseline(indicator: str, value: float, **parts: int) -> Record:
    document, day = FIRST_DECISION
    return Record(
        indicator,
        BASELINE_YEAR,
        value,
        measure="baseline",
        numerator=parts.get("numerator"),
        denominator=parts.get("denominator"),
        document=document,
        document_date=day,
    )


def _baseline_of_ratio(indicator: str, parts: Iterable[Record]) -> Record:
    numbers = [(record.numerator or 0, record.denominator or 0) for record in parts]
    numerator, denominator = sum(part for part, _ in numbers), sum(base for _, base in numbers)
    return _baseline(indicator, round(100 * numerator / denominator, 1), numerator=numerator, denominator=denominator)
