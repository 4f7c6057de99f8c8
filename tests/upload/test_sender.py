"""Who seems to have sent a file: said by its titles, else by its name, else nobody."""

from __future__ import annotations

import pytest

from indicators import catalogue, intake
from indicators.ui.upload.sender import guessed_sender, offices
from tests.upload.reports import workbook


def guess(title: str, name: str = "bieu-3.xlsx") -> str:
    return guessed_sender(intake.read(name, workbook(sender=title)), catalogue.load())


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("", "thai-nguyen-2019.xlsx"),
        ("", "bao-cao-2019.xlsx"),
        ("UBND huyện Đại Từ và huyện Võ Nhai", "x.xlsx"),
        ("UBND tỉnh Thái Nguyên", "x.xlsx"),
    ],
)
def test_nobody_is_guessed_where_no_one_or_several_are_named(title: str, name: str) -> None:
    assert guess(title, name) == ""


@pytest.mark.parametrize(
    ("title", "name", "office"),
    [
        ("UBND HUYỆN ĐẠI TỪ", "bieu-3.xlsx", "Huyện Đại Từ"),
        ("Uỷ ban nhân dân T.P Thái Nguyên", "bieu-3.xlsx", "Thành phố Thái Nguyên"),
        ("Sở Công Thương", "bieu-3.xlsx", "Sở Công Thương"),
        ("", "vo_nhai-2019.xlsx", "Huyện Võ Nhai"),
        ("", "Bao cao Dai Tu.xlsx", "Huyện Đại Từ"),
    ],
)
def test_the_one_office_named_is_guessed(title: str, name: str, office: str) -> None:
    assert guess(title, name) == office


def test_the_names_of_a_tables_rows_are_no_senders() -> None:
    assert guess("Biểu tổng hợp") == ""
    assert len(offices(catalogue.load())) == 9
