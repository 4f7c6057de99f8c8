"""Districts and sectors: what they stand at, how they rank, how they compare, which borders they had."""

from __future__ import annotations

from indicators.store import Reading
from tests.exhibits.every_builder import build


def test_without_a_place_the_reader_is_asked_for_one(small: Reading) -> None:
    assert build("district.standing", small).empty_sentence == "Hãy chọn một huyện."
    assert build("sector.standing", small).empty_sentence == "Hãy chọn một ngành."
    assert build("district.side_by_side", small, district="171").empty_sentence == "Hãy chọn huyện thứ hai để so sánh."


def test_a_district_stands_at_every_indicator_what_it_is_judged_on_first(small: Reading) -> None:
    exhibit = build("district.standing", small, district="171")

    assert exhibit.headline == "Đại Từ đến hết năm 2020: 1 chỉ tiêu đạt, 13 chưa đánh giá."
    assert exhibit.frame["key"].iloc[0] == "dn_ho_tro"
    assert len(exhibit.frame) == 14


def test_ranking_counts_lights_and_puts_the_most_met_on_top(small: Reading) -> None:
    exhibit = build("district.ranking", small)
    met = exhibit.frame[exhibit.frame["status"] == "achieved"]

    assert list(dict.fromkeys(exhibit.frame["row"]))[-1] == "170"
    assert list(met["row"]) == ["167", "168", "169", "171", "172", "173"]
    assert exhibit.headline == "Nhiều chỉ tiêu đạt nhất: Định Hóa, Phú Lương, Đồng Hỷ và 3 nơi khác (1 chỉ tiêu)."
    assert any("không lấy bình quân" in note for note in exhibit.notes)


def test_a_district_is_compared_only_where_both_are_judged(small: Reading) -> None:
    exhibit = build("district.against_province", small, district="171", as_of=2018)

    assert list(exhibit.frame["row"]) == ["dn_ho_tro"]
    assert exhibit.headline.startswith("Trong 1 chỉ tiêu so được, Đại Từ có S cao hơn toàn tỉnh ở 1")


def test_places_that_nothing_can_be_compared_on_are_told_so(small: Reading) -> None:
    exhibit = build("district.side_by_side", small, district="171", other_district="170")

    assert exhibit.is_empty
    assert exhibit.headline == "Chưa có chỉ tiêu nào tính được S ở cả Đại Từ và Võ Nhai."


def test_two_districts_side_by_side(small: Reading) -> None:
    exhibit = build("district.side_by_side", small, district="173", other_district="171", as_of=2018, language="en")
    row = exhibit.frame.iloc[0]

    assert (exhibit.drawing.left_label, exhibit.drawing.right_label) == ("Phu Binh", "Dai Tu")  # type: ignore[union-attr]
    assert row["left"] > row["right"]
    assert any("Nghị quyết 422/NQ-UBTVQH14" in note for note in exhibit.notes)


def test_ranks_and_borders_with_their_documents(small: Reading) -> None:
    frame = build("district.boundaries", small, district="165").frame

    assert frame["date"].tolist() == ["01/01/2014", "15/05/2015", "15/05/2015"]
    assert frame["change"].tolist()[:2] == ["Đầu kỳ: Thị xã Sông Công", "Trở thành Thành phố Sông Công"]
    assert frame["first_year"].tolist() == ["", "", "2015"]


def test_a_district_without_changes_is_told_so(small: Reading) -> None:
    headline = build("district.boundaries", small, district="171").headline

    assert headline == "Địa giới không đổi trong thời gian theo dõi."
