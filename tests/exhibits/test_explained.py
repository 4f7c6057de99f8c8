"""A verdict that explains itself: the card, its sources, its years, and the page on the method."""

from __future__ import annotations

from indicators.assessment import THRESHOLDS
from indicators.exhibits import Origin, Parts, Subject
from indicators.store import Reading
from tests.exhibits.every_builder import build


def test_the_card_leads_to_the_cells_of_value_target_and_baseline(small: Reading) -> None:
    card = build("indicator.verdict", small, indicator="ty_le_loi", as_of=2018)
    links = dict(card.drawing.links)  # type: ignore[union-attr]
    notes = dict(zip(card.frame["figure"], card.frame["note"], strict=True))

    for figure in ("latest", "target", "baseline"):
        assert isinstance(links[figure], Origin)
        assert links[figure].sheet == "Biểu 1"
        assert f"bao-cao.xlsx › Biểu 1 › {links[figure].cell}" in notes[figure]


def test_a_built_total_leads_to_its_parts(small: Reading) -> None:
    card = build("indicator.verdict", small, indicator="dn_ho_tro", as_of=2017)
    parts = build("indicator.parts", small, indicator="dn_ho_tro", as_of=2017)
    whole = build("indicator.records", small, indicator="dn_ho_tro", as_of=2017).figures
    total = whole[(whole["Năm"] == 2017) & (whole["Nơi"] == "toàn tỉnh")].iloc[0]

    assert dict(card.drawing.links)["latest"] == Parts("dn_ho_tro", 2017)  # type: ignore[union-attr]
    assert len(parts.frame) == 8
    assert sum(parts.figures["Giá trị"]) == total["Giá trị"]
    assert all(isinstance(link, Origin) for link in dict(parts.drawing.links)["value"])  # type: ignore[union-attr]


def test_the_parts_of_a_reported_value_are_the_value_itself(small: Reading) -> None:
    frame = build("indicator.parts", small, indicator="ty_le_loi", as_of=2017).frame

    assert frame["place"].tolist() == ["toàn tỉnh"]


def test_every_value_of_records_and_targets_leads_somewhere(demo: Reading) -> None:
    for name in ("indicator.records", "indicator.targets"):
        exhibit = build(name, demo, indicator="dn_ap_dung_he_thong")
        ((column, links),) = exhibit.drawing.links  # type: ignore[union-attr]

        assert column == "value"
        assert len(links) == len(exhibit.frame)
        assert None not in links


def test_the_card_names_its_thresholds_with_their_date(small: Reading) -> None:
    frame = build("indicator.verdict", small, indicator="dn_ho_tro").frame.set_index("figure")

    assert frame.loc["thresholds", "value"] == f"phiên bản {THRESHOLDS.version}"
    assert frame.loc["thresholds", "note"] == f"hiệu lực từ {THRESHOLDS.effective:%d/%m/%Y}"


def test_an_interval_around_the_target_is_called_uncertain(small: Reading) -> None:
    projected = build("indicator.verdict", small, indicator="dn_mat", as_of=2018).frame.set_index("figure")
    steady = build("indicator.verdict", small, indicator="dn_ho_tro", as_of=2017).frame.set_index("figure")

    assert projected.loc["projection", "value"].count("–") == 2
    assert projected.loc["projection", "note"].startswith("chưa chắc")
    assert not steady.loc["projection", "note"].startswith("chưa chắc")


def test_every_change_of_the_verdict_has_its_cause_in_words(small: Reading) -> None:
    exhibit = build("indicator.verdict_over_years", small, indicator="dn_mat")
    rows = exhibit.frame.set_index("year")

    assert rows.index.tolist() == [str(year) for year in range(2020, 2013, -1)]
    assert rows.loc["2017", "status"] == "✓ Đạt"
    assert rows.loc["2018", "status"] == "↘ Đạt rồi lại mất"
    assert rows.loc["2018", "cause"] == "Có số mới: 190 DN (2018)"
    assert rows.loc["2019", "cause"] == "Như năm trước"
    assert "năm 2018: từ “Đạt” thành “Đạt rồi lại mất” (có số mới: 190 DN (2018))" in exhibit.headline


def test_each_kind_has_one_example_computed_from_this_store(demo: Reading) -> None:
    exhibit = build("method.worked_examples", demo, as_of=2018)
    ((column, links),) = exhibit.drawing.links  # type: ignore[union-attr]

    assert exhibit.frame["kind"].is_unique
    assert len(exhibit.frame) == 7
    assert column == "indicator"
    assert all(isinstance(link, Subject) for link in links)
    assert "S = (116 − 0) ÷ (126,7 − 0) = 0,92; từ 0,60 đến dưới 0,95 là chậm." in exhibit.frame["worked"].tolist()


def test_the_lines_of_the_statuses_are_those_of_the_thresholds_file(small: Reading) -> None:
    exhibit = build("method.statuses", small, language="en")

    assert exhibit.frame["lines"].tolist()[-4:] == ["S ≥ 0.95", "0.60 ≤ S < 0.95", "0.00 ≤ S < 0.60", "S < 0.00"]
    assert f"version {THRESHOLDS.version}" in exhibit.headline


def test_a_place_without_a_target_shows_what_it_brings_and_no_light(small: Reading) -> None:
    rows = build("sector.standing", small, sector="che", as_of=2019).frame.set_index("key")

    assert rows.loc["dn_ho_tro", "status"] == "not_assessed"
    assert "Bằng" in rows.loc["dn_ho_tro", "sentence"]
    assert "toàn tỉnh, nơi có mục tiêu ≥ 200 DN (2020)" in rows.loc["dn_ho_tro", "sentence"]
    assert "nơi có mục tiêu" not in rows.loc["khong_muc_tieu", "sentence"]


def test_targets_of_places_that_do_not_add_up_are_told_in_the_demonstration_too(demo: Reading) -> None:
    exhibit = build("indicator.by_sector", demo, indicator="dn_ap_dung_he_thong", as_of=2015)
    told = [note for note in exhibit.notes if note.startswith("Tổng mục tiêu năm")]

    assert told == ["Tổng mục tiêu năm 2020 của 13 nơi là 180 DN, mục tiêu của toàn tỉnh là 240 DN: chênh 60 DN."]
