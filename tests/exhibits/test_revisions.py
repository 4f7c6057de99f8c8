"""Figures that a later publication changed: told apart, counted, exported with what they were, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators import queries
from indicators.exhibits import Exhibit
from indicators.exhibits.revisions import Key, Revision, revisions
from indicators.store import Publication, Reading, Store
from tests.exhibits.every_builder import build
from tests.exhibits.small_store import actual, incoming
from tests.intake.desk import Desk

HEAD = "chi_tieu;nam;huyen;nganh;gia_tri;tu_so;mau_so;chat_luong;ghi_chu\n"
# Each publication in its turn; what of it is a revision stands beside it.
PUBLICATIONS = (
    # Đại Từ, Phú Bình, Định Hóa and the sectors of TP Sông Công report for the first time; Đồng Hỷ says "…".
    ["dn;2016;171;;5;;;;", "dn;2016;173;;7;;;;", "dn;2016;167;;9;;;;", "dn;2016;169;;…;;;;", "dn;2016;172;;4;;;;"],
    ["dn;2016;165;che;2;;;;", "dn;2016;165;may;3;;;;", "ty_le;2016;171;;;30;100;;", "ty_le;2016;173;;;20;100;;"],
    # Đại Từ's figure is corrected; Phú Bình's is sent once more as it was; Đồng Hỷ has one now; Định Hóa's is noted.
    ["dn;2016;171;;6;;;;", "dn;2016;173;;7;;;;", "dn;2016;169;;8;;;;", "dn;2016;167;;9;;;;đã đối chiếu"],
    # One of two sectors is corrected, a ratio by its parts, and Phổ Yên's becomes an estimate of another amount.
    ["dn;2016;165;che;4;;;;", "ty_le;2016;171;;;45;100;;", "dn;2016;172;;3;;;uoc;"],
    # What was corrected before is only noted now.
    ["dn;2016;171;;6;;;;đã đối chiếu"],
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    made = Desk.with_definitions(tmp_path_factory.mktemp("revisions") / "store")
    for lines in PUBLICATIONS:
        made.publish(HEAD + "\n".join(lines))
    return made


@pytest.fixture(scope="module")
def reading(desk: Desk) -> Reading:
    return desk.store.at()


def cell(exhibit: Exhibit, district: str, indicator: str = "dn") -> dict[str, str]:
    frame = exhibit.frame
    return dict(frame[(frame["row"] == indicator) & (frame["column"] == district)].iloc[0])


@pytest.mark.parametrize("district", ["173", "169", "167"])
def test_the_same_a_first_and_a_noted_figure_are_no_revision(reading: Reading, district: str) -> None:
    shown = cell(build("completeness.reported", reading, as_of=2016), district)

    assert (shown["state"], shown["former"]) == ("present", "")


def test_before_the_correction_there_was_none(desk: Desk) -> None:
    assert revisions(desk.store.at(desk.store.version - 3)).by_key == {}


def test_a_corrected_figure_says_what_it_was_and_which_upload_changed_it(desk: Desk, reading: Reading) -> None:
    shown = cell(build("completeness.reported", reading, as_of=2016), "171")
    upload = desk.store.version - 2

    assert (shown["state"], shown["state_label"]) == ("revised", "đã sửa lại")
    assert shown["former"] == f"5 DN (sửa ở lần công bố {upload})"
    assert shown["hover"].split("\n")[1:4] == [f"trước khi sửa: {shown['former']}", "6 DN", "số liệu chính thức"]


def test_a_sum_is_revised_where_one_of_its_sectors_is(desk: Desk, reading: Reading) -> None:
    shown = cell(build("completeness.reported", reading, as_of=2016), "165")

    assert shown["state"] == "revised"
    assert shown["former"] == f"các số thành phần đã sửa ở lần công bố {desk.store.version - 1}"


def test_a_ratio_is_revised_by_its_parts(desk: Desk, reading: Reading) -> None:
    exhibit = build("completeness.reported", reading, as_of=2016)

    assert cell(exhibit, "171", "ty_le")["former"] == f"30,0\u202f% (sửa ở lần công bố {desk.store.version - 1})"
    assert cell(exhibit, "173", "ty_le")["state"] == "present"


def test_an_estimate_stays_an_estimate_and_still_tells_what_it_was(reading: Reading) -> None:
    shown = cell(build("completeness.reported", reading, as_of=2016), "172")

    assert shown["state"] == "preliminary"
    assert shown["former"].startswith("4 DN ")


def test_revised_figures_are_counted_there_and_exported(reading: Reading) -> None:
    exhibit = build("completeness.reported", reading, as_of=2016)

    assert exhibit.headline.startswith("Năm 2016: đã có 8/8 số liệu huyện cần báo cáo. 3 số đã được sửa lại")
    rows = exhibit.figures.set_index(["Chỉ tiêu", "Huyện hoặc năm"])
    assert rows.loc[("Doanh nghiệp được hỗ trợ áp dụng công cụ", "Đại Từ"), "Trước khi sửa"].startswith("5 DN")
    assert build("completeness.blocking", reading, as_of=2016).is_empty


def test_one_district_over_the_years_shows_it_too(reading: Reading) -> None:
    assert cell(build("completeness.reported", reading, as_of=2017, district="171"), "2016")["state"] == "revised"


def test_what_is_no_longer_kept_is_said_not_guessed(tmp_path: Path) -> None:
    desk = Desk.with_definitions(tmp_path / "store")
    desk.publish(HEAD + "dn;2016;171;;5;;;;")
    desk.publish(HEAD + "dn;2016;171;;6;;;;")
    (tmp_path / "store" / "settings.toml").write_text("[versions]\nkept_days = 0\n", "utf-8")
    desk.store.vacuum(by="test", reason="test")
    exhibit = build("completeness.reported", desk.store.at(), as_of=2016)

    assert cell(exhibit, "171")["state"] == "present"
    assert any("không còn được giữ: 3." in note for note in exhibit.notes)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.lists(st.sampled_from([None, 1.0, 2.0, 3.0]), min_size=1, max_size=4))
def test_the_former_value_is_the_last_other_one(
    tmp_path_factory: pytest.TempPathFactory, values: list[float | None]
) -> None:
    store = Store.create(tmp_path_factory.mktemp("values") / "store", by="test")
    for value in values:
        told = incoming([actual("dn", 2016, value, district="171")])
        store.publish(told, Publication(by="test", reason="test"), rehearsed=store.version)
    kept = [value for at, value in enumerate(values) if not at or value != values[at - 1]]
    found = revisions(store.at()).by_key.get(("dn", "171", None, 2016, "Y"))

    changes = [(before, after) for before, after in zip(kept, kept[1:], strict=False) if before is not None]
    assert (None if found is None else found.value) == (changes[-1][0] if changes else None)


STEPS = st.one_of(
    st.tuples(st.sampled_from(["171", "173"]), st.sampled_from([None, 1.0, 2.0]), st.sampled_from(["", "seen"])),
    st.sampled_from(["withdraw", "restore"]),
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, min_size=2, max_size=7))
def test_what_all_entries_tell_at_once_is_what_each_version_tells_against_the_one_before(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, float | None, str] | str]
) -> None:
    store = Store.create(tmp_path_factory.mktemp("steps") / "store", by="test")
    for step in steps:
        if step == "restore":
            store.restore(store.version // 2, by="test", reason="test")
            continue
        place, value, note = ("171", None, "") if isinstance(step, str) else step
        told = {**actual("dn", 2016, value, district=place), "note": note or None, "withdraw": isinstance(step, str)}
        store.publish(incoming([told]), Publication(by="test", reason="test"), rehearsed=store.version)

    assert revisions(store.at()).by_key == step_by_step(store)


def step_by_step(store: Store) -> dict[Key, Revision]:
    """Return the same by comparing one version after the other with the one before it, each as a whole."""
    found: dict[Key, Revision] = {}
    for record in queries.records_as_published(store.at()).itertuples():
        upload: int | None = int(record.upload)
        while upload is not None:
            changed = queries.differences_between_versions(store.at(upload), former=store.at(upload - 1))
            of_it = changed[(changed["change"] == "changed") & (changed["district"] == record.district)]
            upload = None
            for row in of_it.itertuples():
                before, after = (None if value != value else value for value in (row.value_before, row.value_after))
                if before is None or before == after:
                    upload = int(row.upload_before)
                else:
                    found["dn", record.district, None, 2016, "Y"] = Revision(int(row.upload), before)
    return found
