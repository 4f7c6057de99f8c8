"""What holds for every exhibit, on every store, for every selection and in both languages."""

from __future__ import annotations

import re
from typing import Any

import pytest

from indicators.exhibits import Table
from indicators.store import Reading
from tests.exhibits.every_builder import BUILDERS, build, cells, columns_promised, is_not_a_number, words

SELECTIONS: dict[str, dict[str, Any]] = {
    "nothing_chosen": {},
    "everything": {"indicator": "dn_ho_tro", "district": "171", "other_district": "173", "as_of": 2018},
    "a_sector": {"indicator": "dn_ho_tro", "sector": "che", "other_sector": "may", "as_of": 2019},
    "a_cell": {
        "indicator": "dn_ho_tro", "sector": "che", "district": "171", "other_district": "173", "other_sector": "may",
    },
    "a_group": {"indicator": "ty_le_loi", "group": "chat_luong", "as_of": 2018},
    "a_ratio": {"indicator": "ty_le_cong_bo", "as_of": 2017},
    "a_flow": {"indicator": "giai_thuong", "as_of": 2017},
    "a_rate": {"indicator": "nang_suat", "as_of": 2016},
    "a_band": {"indicator": "chi_so_gia"},
    "done_or_not": {"indicator": "cong_thong_tin", "as_of": 2017},
    "no_target": {"indicator": "khong_muc_tieu"},
    "no_data": {"indicator": "khong_so_lieu"},
    "only_preliminary": {"indicator": "so_bo"},
    "a_district_that_never_reports": {"indicator": "dn_ho_tro", "district": "170"},
    "an_unknown_indicator": {"indicator": "khong_co"},
    "before_the_programme": {"indicator": "dn_ho_tro", "as_of": 2013},
    "long_after": {"indicator": "dn_ho_tro", "as_of": 2090},
}  # fmt: skip
# What the pages that show no single indicator can be asked.
PLACES = ("nothing_chosen", "everything", "a_sector", "a_cell", "a_group", "before_the_programme")
# What they show stands in the catalogue and in the rules, not in the store.
WITHOUT_RECORDS = {"district.boundaries", "method.statuses", "method.methods", "method.edge_rules"}
UNREADABLE = re.compile(r"\bnan\b|\bNone\b|\bNaT\b|<NA>|  |\{|\}")


def check(name: str, reading: Reading, *, language: str, **selection: Any) -> None:
    exhibit = build(name, reading, language=language, **selection)
    promised = columns_promised(exhibit)

    assert exhibit.key == name.split(".")[1]
    assert (exhibit.language, exhibit.version) == (language, reading.version)
    assert promised is None or list(exhibit.frame.columns) == promised
    if isinstance(exhibit.drawing, Table) and not exhibit.is_empty:
        assert len(exhibit.drawing.headers) == len(exhibit.frame.columns)
    assert exhibit.title
    assert exhibit.headline
    assert exhibit.source_note
    assert exhibit.empty_sentence
    assert [cell for cell in cells(exhibit) if is_not_a_number(cell)] == []
    assert [text for text in words(exhibit) if UNREADABLE.search(text)] == []
    assert any("Số liệu minh họa" in note for note in exhibit.notes) == exhibit.is_demonstration


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", sorted(BUILDERS))
def test_it_reads_whole_for_every_selection(small: Reading, name: str, language: str) -> None:
    asked = SELECTIONS if name.startswith("indicator.") else PLACES
    for selection in asked:
        check(name, small, language=language, **SELECTIONS[selection])


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", sorted(BUILDERS))
def test_it_says_what_to_do_where_the_store_is_empty(empty: Reading, name: str, language: str) -> None:
    for selection in ("nothing_chosen", "everything", "a_cell", "a_group"):
        check(name, empty, language=language, **SELECTIONS[selection])
    exhibit = build(name, empty, language=language, indicator="dn_ho_tro", district="171", sector="che")

    assert not exhibit.is_demonstration
    assert exhibit.is_empty or name in WITHOUT_RECORDS


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", sorted(BUILDERS))
def test_it_reads_whole_on_the_demonstration_set(demo: Reading, name: str, language: str) -> None:
    cell = {"district": "164", "other_district": "173", "sector": "che", "other_sector": "may"}
    check(name, demo, language=language, indicator="dn_ap_dung_he_thong", as_of=2018)
    check(name, demo, language=language, indicator="ty_le_hop_quy", **cell)


@pytest.mark.parametrize("name", sorted(set(BUILDERS) - WITHOUT_RECORDS - {"sector.side_by_side"}))
def test_demonstration_data_are_marked(demo: Reading, name: str) -> None:
    exhibit = build(
        name, demo, indicator="dn_ap_dung_he_thong", district="164", other_district="171", as_of=2018,
        **({"sector": "che", "other_sector": "may"} if name.startswith("sector.") else {}),
    )  # fmt: skip

    assert exhibit.is_demonstration or exhibit.is_empty


def test_reference_series_are_not_marked_as_demonstration(demo: Reading) -> None:
    assert not build("indicator.trajectory", demo, indicator="hang_pci").is_demonstration
    assert not build("indicator.records", demo, indicator="chi_so_san_xuat_cong_nghiep").is_demonstration


def test_only_exhibits_of_marked_records_are_marked(small: Reading) -> None:
    assert build("indicator.trajectory", small, indicator="dn_ho_tro").is_demonstration
    assert not build("indicator.trajectory", small, indicator="ty_le_loi").is_demonstration


@pytest.mark.parametrize("name", sorted(BUILDERS))
def test_the_same_question_has_the_same_answer(small: Reading, name: str) -> None:
    one, other = (build(name, small, indicator="dn_ho_tro", district="171", as_of=2018) for _ in range(2))

    assert one.headline == other.headline
    assert one.frame.equals(other.frame)
