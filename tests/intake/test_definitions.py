"""A sheet of definitions: required columns, words in two languages, defaults by kind."""

from __future__ import annotations

import pytest

from indicators.catalogue import Definition
from indicators.labels import text
from tests.intake.desk import Desk, only, told

HEAD = "ma;ten;don_vi;loai_chi_tieu;chieu\n"


def defined(desk: Desk, line: str, head: str = HEAD) -> Definition:
    """Return the one definition of a file."""
    report = desk.check(head + line + "\n")
    assert report.publishable, report.findings
    (row,) = report.incoming.to_pylist()
    assert (row["measure"], row["cell"]) == ("definition", "A2")
    return Definition.from_json(row["definition"])


@pytest.mark.parametrize(
    ("kind", "expected", "over_place", "decimals"),
    [
        ("luỹ kế", "cumulative", "sum", 0),
        ("lũy kế", "cumulative", "sum", 0),
        ("dòng", "flow", "sum", 0),
        ("trong kỳ", "flow", "sum", 0),
        ("tồn", "stock", "sum", 0),
        ("cuối kỳ", "stock", "sum", 0),
        ("Tỷ lệ", "ratio", "ratio", 1),
        ("tốc độ tăng", "growth", "none", 1),
        ("chỉ số", "index", "none", 1),
        ("có/không", "yes_no", "count", 0),
        ("cumulative", "cumulative", "sum", 0),
        ("yes_no", "yes_no", "count", 0),
    ],
)
def test_a_kind_in_words_brings_its_defaults(
    desk: Desk, kind: str, expected: str, over_place: str, decimals: int
) -> None:
    definition = defined(desk, f"moi;Mới;DN;{kind};tăng")

    assert (definition.kind, definition.over_place, definition.decimals) == (expected, over_place, decimals)


@pytest.mark.parametrize(
    ("word", "direction"), [("tăng", "up"), ("giảm", "down"), ("trong khoảng", "band"), ("up", "up"), ("band", "band")]
)
def test_a_direction_in_words(desk: Desk, word: str, direction: str) -> None:
    assert defined(desk, f"moi;Mới;DN;luỹ kế;{word}").direction == direction


def test_every_field_is_kept(desk: Desk) -> None:
    head = (
        "id,name_vi,name_en,group,unit,decimals,kind,direction,over_place,min,max,frequency,responsible,source,document,"
        "aliases\n"
    )
    definition = defined(desk, 'moi,Mới,New,,%,2,ratio,down,none,0,"99,5",năm,Chi cục,Sổ,QĐ 37,một; hai ;', head)

    assert definition == Definition(
        id="moi", name_vi="Mới", name_en="New", unit="%", decimals=2, kind="ratio", direction="down", over_place="none",
        min=0.0, max=99.5, frequency="năm", responsible="Chi cục", source="Sổ", document="QĐ 37",
        aliases=("một", "hai"),
    )  # fmt: skip


def test_a_known_unit_gets_its_own_name_and_an_unknown_one_stays_as_typed(desk: Desk) -> None:
    assert defined(desk, "moi;Mới;phần trăm;tỷ lệ;tăng").unit == "%"
    assert defined(desk, "moi;Mới;cái ấm;luỹ kế;tăng").unit == "cái ấm"


def test_another_definition_of_a_known_indicator_is_a_change_that_is_said(desk: Desk) -> None:
    report = desk.check(HEAD + "dn;Tên khác;DN;trong kỳ;tăng\n")

    assert report.publishable
    changed = only(report, "definition_changes").figures["fields"]
    assert {one.name_vi for one in changed} == {"ten", "loai_chi_tieu", "ten_khac", "thap_nhat"}
    assert {one.name_en for one in changed} == {"name_vi", "kind", "aliases", "min"}


def test_a_file_that_lacks_required_columns_says_each_of_them(desk: Desk) -> None:
    report = desk.check("ma;ten;don_vi\nmoi;Mới;DN\n")

    assert [str(finding.figures["column"]) for finding in report.findings] == ["loai_chi_tieu", "chieu"]


@pytest.mark.parametrize("typed", ["x", "-", "…"])
def test_a_sign_for_not_known_is_no_limit(desk: Desk, typed: str) -> None:
    report = desk.check("ma;ten;don_vi;loai_chi_tieu;chieu;thap_nhat\nmoi;Mới;DN;luỹ kế;tăng;" + typed)

    assert told(report) == [("not_a_number", "F2")]


@pytest.mark.parametrize("name", ["Kinh phí hỗ trợ", "kinh phi ho tro", "kinh_phi", "Số DN được hỗ trợ"])
def test_a_name_of_another_indicator_is_taken(desk: Desk, name: str) -> None:
    assert told(desk.check(f"{HEAD}moi;{name};DN;luỹ kế;tăng\n")) == [("name_taken", "A2")]


def test_two_definitions_of_one_file_with_one_name(desk: Desk) -> None:
    report = desk.check(HEAD + "moi;Mới;DN;luỹ kế;tăng\nmoi_hai;Mới;DN;luỹ kế;tăng\n")

    assert told(report) == [("name_taken", "A2"), ("name_taken", "A3")]


def test_a_kind_that_is_never_added_up_is_offered_one_way_once(desk: Desk) -> None:
    report = desk.check("ma;ten;don_vi;loai_chi_tieu;chieu;gop\nmoi;Mới;%;chỉ số;tăng;sum\n")

    sentence = only(report, "over_place_against_kind").sentence(text("en"))
    assert "written: none; or" in sentence
