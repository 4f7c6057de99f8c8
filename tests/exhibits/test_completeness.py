"""What is there and what is not: expected by what was reported or set, late where others have reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.exhibits import Exhibit
from indicators.store import Reading
from tests.exhibits.every_builder import build
from tests.exhibits.small_store import SILENT
from tests.intake.desk import Desk

HEAD = "chi_tieu;nam;ky;huyen;nganh;loai_so_lieu;gia_tri;chat_luong\n"
FILE = HEAD + "\n".join(
    [
        # Đại Từ reports every year but 2016, Phú Bình is preliminary in 2017 and says "…" in 2016.
        "dn;2014;;171;;;1;", "dn;2015;;171;;;2;", "dn;2017;;171;;;4;",
        "dn;2015;;173;;;1;", "dn;2016;;173;;;…;", "dn;2017;;173;;;3;uoc",
        # Định Hóa has a target and never reported; TP Sông Công reports by its sectors only.
        "dn;2020;;167;;muc_tieu;50;", "dn;2016;;165;che;;2;", "dn;2016;;165;may;;3;",
        # Half years: only the second one stands for the year.
        "dn;2016;H1;172;;;1;", "dn;2017;H2;172;;;2;",
        "dn;2020;;;;muc_tieu;200;", "dn;2020;;171;;muc_tieu;20;",
    ]
)  # fmt: skip


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    desk = Desk.with_definitions(tmp_path_factory.mktemp("completeness") / "store")
    desk.publish(FILE)
    return desk.store.at()


def states(exhibit: Exhibit) -> dict[str, str]:
    frame = exhibit.frame[exhibit.frame["row"] == "dn"]
    return dict(zip(frame["column"], frame["state"], strict=True))


def test_nobody_is_waited_for_where_nothing_was_set_or_reported(reading: Reading) -> None:
    exhibit = build("completeness.reported", reading, as_of=2017)

    assert set(exhibit.frame["row"]) == {"dn"}
    assert states(exhibit)["164"] == "not_expected"
    assert states(exhibit)[SILENT] == "not_expected"


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2017, {"171": "present", "173": "preliminary", "167": "late", "165": "late", "172": "present"}),
        (2016, {"171": "late", "173": "not_available", "167": "late", "165": "present", "172": "not_expected"}),
        (2018, {"171": "missing", "173": "missing", "167": "missing", "165": "missing", "172": "missing"}),
        (2014, {"171": "present", "173": "not_expected", "167": "late", "165": "not_expected"}),
    ],
)
def test_each_state_of_a_year(reading: Reading, year: int, expected: dict[str, str]) -> None:
    seen = states(build("completeness.reported", reading, as_of=year))

    assert {district: seen[district] for district in expected} == expected


def test_one_district_is_seen_over_the_years(reading: Reading) -> None:
    seen = states(build("completeness.reported", reading, as_of=2018, district="171"))

    assert seen == {"2014": "present", "2015": "present", "2016": "late", "2017": "present", "2018": "missing"}


def test_what_most_verdicts_wait_for_stands_first(reading: Reading) -> None:
    rows = build("completeness.blocking", reading, as_of=2018).frame
    waiting = rows["blocked"].tolist()

    assert waiting == sorted(waiting, reverse=True)
    of_dai_tu = rows[rows["district"] == "Đại Từ"]
    # Its own target, and the province's, whose total needs every district.
    assert dict(zip(of_dai_tu["year"], of_dai_tu["blocked"], strict=True)) == {"2018": 2, "2016": 1}
    assert {"Định Hóa", "Đại Từ"} == set(rows[rows["blocked"] == 2]["district"])


def test_a_request_names_all_that_is_wanting_and_nothing_else(reading: Reading) -> None:
    lines = build("completeness.request_text", reading, as_of=2018, district="171").frame["line"].tolist()

    assert lines[0] == "Kính gửi: Ủy ban nhân dân huyện Đại Từ"
    assert [line for line in lines if line[:1].isdigit()] == [
        "1. Doanh nghiệp được hỗ trợ áp dụng công cụ (DN): năm 2016, 2018"
    ]


def test_a_district_is_chosen_first(reading: Reading) -> None:
    exhibit = build("completeness.request_text", reading)

    assert exhibit.is_empty
    assert "chọn một huyện" in exhibit.empty_sentence


def test_where_all_is_there_nothing_is_asked(tmp_path: Path) -> None:
    desk = Desk.with_definitions(tmp_path / "store")
    desk.publish("chi_tieu;nam;huyen;gia_tri\ndn;2014;171;1\n")
    reading = desk.store.at()

    assert build("completeness.blocking", reading, as_of=2014).is_empty
    assert build("completeness.request_text", reading, as_of=2014, district="171").is_empty
    assert build("completeness.reported", reading, as_of=2014).headline.startswith("Năm 2014: đã có 1/1")
