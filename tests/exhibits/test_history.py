"""What changed between two versions, as a reader is told it."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.exhibits import Exhibit, Origin, Subject
from indicators.store import Publication, Reading, Store
from tests.exhibits.every_builder import build
from tests.store.rows import actual, definition, rows, target, withdrawn

BY = Publication(by="Lan", reason="thử")


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """Version 1 defines and fills, 2 changes value, quality and definition, 3 takes away."""
    store = Store.create(tmp_path_factory.mktemp("three") / "store", by="test")
    first = rows(
        definition("dn", unit="DN", name_vi="Doanh nghiệp"),
        actual("dn", 2019, 50.0, district="171", file="a.csv", cell="B2"),
        actual("dn", 2020, 1200.0),
        target("dn", 2020, 1000.0),
        actual("la", 2020, 7.5),
    )
    second = rows(
        definition("dn", unit="lượt DN", name_vi="Doanh nghiệp"),
        actual("dn", 2019, None, district="171", quality="estimate", file="b.csv", sheet="Biểu 1", cell="C3"),
        actual("dn", 2020, 900.0),
    )
    third = rows(withdrawn(actual("dn", 2019, district="171")), withdrawn(actual("la", 2020)))
    for version, incoming in enumerate((first, second, third)):
        store.publish(incoming, BY, rehearsed=version)
    return store.at()


def rows_of(exhibit: Exhibit) -> list[dict[str, str]]:
    return exhibit.frame.to_dict("records")


def by_record(exhibit: Exhibit) -> dict[tuple[str, str], dict[str, str]]:
    return {(row["record"], row["place"]): row for row in rows_of(exhibit)}


def test_versions_that_are_equal_say_so(three: Reading) -> None:
    exhibit = build("history.changes", three, compared_from=2, compared_to=2)

    assert exhibit.is_empty
    assert "với chính nó" in exhibit.empty_sentence
    assert build("history.flips", three, compared_from=2, compared_to=2).is_empty


def test_a_changed_record_says_before_after_and_what_else(three: Reading) -> None:
    told = by_record(build("history.changes", three, compared_to=2))

    assert set(told) == {("định nghĩa", "toàn tỉnh"), ("thực hiện 2020", "toàn tỉnh"), ("thực hiện 2019", "Đại Từ")}
    province, district = told["thực hiện 2020", "toàn tỉnh"], told["thực hiện 2019", "Đại Từ"]
    assert (province["before"], province["after"], province["further"]) == ("1.200 lượt DN", "900 lượt DN", "")
    assert (district["before"], district["after"]) == ("50 lượt DN", "… (không có số)")
    assert district["further"] == "Chất lượng: chính thức → ước tính"
    assert district["source"] == "b.csv › Biểu 1 › C3"
    assert told["định nghĩa", "toàn tỉnh"]["further"] == "Đơn vị: DN → lượt DN"


def test_the_sentence_counts_what_is_new_changed_and_removed(three: Reading) -> None:
    said = build("history.changes", three, compared_from=1, compared_to=3).headline

    assert said == "4 bản ghi khác nhau (2 sửa, 2 rút), thuộc Doanh nghiệp, la."


def test_a_record_of_what_nobody_defined_is_shown_by_its_id_and_its_figure(three: Reading) -> None:
    (row,) = [row for row in rows_of(build("history.changes", three)) if row["indicator"] == "la"]

    assert (row["change"], row["before"], row["after"]) == ("rút", "7,5", "")


def test_a_record_leads_to_its_cell_and_its_indicator(three: Reading) -> None:
    exhibit = build("history.changes", three, compared_to=2)
    links = dict(exhibit.drawing.links)  # type: ignore[union-attr]
    at = exhibit.frame["source"].tolist().index("b.csv › Biểu 1 › C3")

    assert links["source"][at] == Origin(2, "Biểu 1", "C3")
    assert links["indicator"][at] == Subject("dn")


def test_the_download_has_numbers_as_numbers(three: Reading) -> None:
    figures = build("history.changes", three, compared_to=2).figures
    (row,) = figures[(figures["Năm"] == 2020) & (figures["Loại"] == "thực hiện")].to_dict("records")

    assert (row["Giá trị trước"], row["Giá trị sau"], row["Lần công bố"]) == (1200.0, 900.0, 2)


def test_verdicts_that_turned_are_named_with_both_statuses(three: Reading) -> None:
    exhibit = build("history.flips", three, compared_to=2)

    (row,) = [row for row in rows_of(exhibit) if row["place"] == "toàn tỉnh"]
    assert (row["before"], row["after"]) == ("Đạt", "Không đạt")
    assert "1 xấu đi" in exhibit.headline
    assert dict(exhibit.drawing.statuses)["after"][rows_of(exhibit).index(row)] == "missed"  # type: ignore[union-attr]


def test_a_year_before_has_its_own_verdicts(three: Reading) -> None:
    assert build("history.flips", three, compared_to=2, as_of=2013).is_empty


def test_without_a_choice_the_version_read_is_laid_beside_the_one_before(three: Reading) -> None:
    chosen = build("history.changes", three, compared_from=2, compared_to=3)

    assert chosen.frame.equals(build("history.changes", three).frame)
    assert chosen.version == 3


def test_the_first_version_has_nothing_before_it(tmp_path: Path) -> None:
    empty = Store.create(tmp_path / "store", by="test").at()

    assert build("history.changes", empty).is_empty
