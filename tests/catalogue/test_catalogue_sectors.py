"""Every way a sector or group is written finds it; what is not certain is asked."""

from __future__ import annotations

import pytest

from indicators import catalogue
from indicators.catalogue import without_marks

KNOWN = catalogue.load()


def test_an_unknown_sector_is_offered_its_nearest() -> None:
    assert KNOWN.find_sector("Cơ khi") is None
    assert KNOWN.nearest_sectors("Cơ khi")[0] == "Cơ khí"
    assert KNOWN.nearest_sectors("Nông sản thực phầm")[0] == "Nông sản – thực phẩm"


@pytest.mark.parametrize("sector", KNOWN.sectors, ids=lambda sector: sector.id)
def test_every_spelling_finds_its_sector(sector: catalogue.Sector) -> None:
    for spelling in sector.spellings:
        for text in (spelling, spelling.upper(), without_marks(spelling), f"1.2 {spelling}", f"{spelling} (*)"):
            found = KNOWN.find_sector(text)
            assert found is not None, text
            assert found.id == sector.id


@pytest.mark.parametrize("text", ["Tổng số", "Toàn ngành", "TỔNG CỘNG", "Tất cả các ngành", "All sectors"])
def test_all_sectors_together_are_known(text: str) -> None:
    assert KNOWN.is_all_sectors(text)
    assert KNOWN.find_sector(text) is None


@pytest.mark.parametrize("text", ["24", "10", "Ngành", "Điệ", "", "Xe máy"])
def test_a_name_that_is_not_certain_is_no_sector(text: str) -> None:
    assert KNOWN.find_sector(text) is None
    assert not KNOWN.is_all_sectors(text)


def test_a_group_is_found_by_id_and_by_name() -> None:
    for group in KNOWN.groups:
        assert KNOWN.group(group.id) == group
        for spelling in group.spellings:
            assert KNOWN.find_group(spelling) == group
    assert KNOWN.find_group("Khác") is None
    assert KNOWN.group("khac") is None
