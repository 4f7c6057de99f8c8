"""A sheet of the corpus while it is built, and what its figures mean."""

from __future__ import annotations

from dataclasses import dataclass, field

Key = tuple[str, str, int, str | None, str | None]
Rows = list[list[object]]
DISTRICTS = {"Đại Từ": "171", "Võ Nhai": "170", "Định Hóa": "167"}
SECTORS = {"Chè": "che", "May": "may", "Giấy": "giay"}
YEARS = (2014, 2015)
MONEY, FIRMS = "Kinh phí hỗ trợ", "Số DN được hỗ trợ"
IDS = {MONEY: "kinh_phi", FIRMS: "dn"}


@dataclass
class Sheet:
    """A sheet while it is built: its rows, merged ranges, and what its figures mean."""

    rows: Rows = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    truth: dict[Key, float] = field(default_factory=dict)
    head: int = 1
    factor: float = 1.0


def figure(at: int, name: str) -> float:
    """Return the nth figure: whole numbers for firms, two decimals and thousands for money."""
    return float(3 + at) if name == FIRMS else round(1234.25 + 617.5 * at, 2)
