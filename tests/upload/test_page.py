"""The upload page in each of its states, and that nothing is published but by a named account's own hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from indicators import catalogue, intake
from indicators.intake import About, Answer, FileRefused
from indicators.store import Store
from indicators.ui import access, session
from indicators.ui.access import NotSignedIn, Settings, Staff
from indicators.ui.upload import actions, work
from indicators.ui.upload import draft as drafts
from indicators.ui.upload.draft import Draft, Step
from indicators.ui.upload.work import Checked, Foreseen, Handed
from tests.conftest import CommandLine
from tests.pages.opening import opened, words
from tests.upload.reports import FAULTS, INDICATOR, SHEET, workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CLERK = Staff("Trần Thị Lan")


@pytest.fixture
def store(demo_store_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A demonstration store to publish into, as the dashboard finds it."""
    monkeypatch.setenv("INDICATORS_STORE", str(demo_store_copy))
    return Store.open(demo_store_copy)


@pytest.fixture
def signed_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody is signed in."""
    monkeypatch.setattr(access, "staff", lambda: CLERK)


def handed_in(content: bytes, *, name: str = "dai-tu.xlsx", language: str = "vi") -> AppTest:
    test = opened("upload", {"lang": language})
    test.file_uploader[0].set_value((name, content, XLSX)).run()
    return test


def press(test: AppTest, name: str) -> AppTest:
    test.button(key=f"{session.UPLOAD_BUTTON}_{name}").click().run()
    assert not test.exception
    return test


def on(test: AppTest) -> AppTest:
    """Take the way on of whatever step the page is at."""
    (button,) = [one for one in test.button if str(one.key).startswith(f"{session.UPLOAD_BUTTON}_on_")]
    button.click().run()
    assert not test.exception
    return test


def is_shut(test: AppTest) -> bool:
    """Whether the way on is closed."""
    return any(one.disabled for one in test.button if str(one.key).startswith(f"{session.UPLOAD_BUTTON}_on_"))


def draft_of(test: AppTest) -> Draft:
    found = test.session_state[session.UPLOAD_DRAFT]
    assert isinstance(found, Draft)
    return found


def offers(test: AppTest) -> dict[str, Any]:
    return {button.label: button for button in test.button if "_offer_" in str(button.key)}


def mended(test: AppTest) -> AppTest:
    """Mend both errors: the district by its click, the number as the grid's editing would."""
    offers(test)["Ghi “Võ Nhai”"].click().run()
    said = drafts.answered(draft_of(test), [Answer(About.CELL, SHEET, "G11", "48", "4l")])
    test.session_state[session.UPLOAD_DRAFT] = said
    test.run()
    return test


def published(test: AppTest, reason: str = "Báo cáo năm 2020") -> AppTest:
    test.text_area(key=session.UPLOAD_REASON).set_value(reason).run()
    test.text_input(key=session.UPLOAD_DOCUMENT).set_value("125/BC-UBND").run()
    return on(test)


def test_who_is_not_signed_in_is_led_to_the_door_and_sees_nothing_else(store: Store) -> None:
    test = opened("upload")

    assert "Hãy đăng nhập" in words(test)
    assert 'href="sign-in?' in "".join(str(one.value) for one in test.get("html"))
    assert not test.exception
    assert (len(test.file_uploader), len(test.button)) == (0, 0)


def test_without_a_file_only_the_first_step_is_open(store: Store, signed_in: None) -> None:
    test = opened("upload")

    assert not test.exception
    assert "Chọn tệp số liệu nhận được" in words(test)
    assert [button.disabled for button in test.button] == [False, True, True, True, True]


def test_an_empty_store_takes_its_first_definitions_here(
    empty_store: Path, signed_in: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INDICATORS_STORE", str(empty_store))
    content = "ma;ten;don_vi;loai_chi_tieu;chieu;van_ban\nthu;Chỉ tiêu thử;DN;cumulative;up;QĐ 99/QĐ-UBND\n"

    test = on(on(on(handed_in(content.encode(), name="dinh-nghia.csv"))))

    assert "Chỉ tiêu mới" in words(test)
    assert "QĐ 99/QĐ-UBND" in words(test)
    assert published(on(test)).session_state[session.UPLOAD_DRAFT].outcome.version == 1


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [("hong.xlsx", b"PK\x03\x04 broken", "hong.xlsx"), ("rong.xlsx", b"", "tệp trống"), ("a.pdf", b"%PDF-1.7", "PDF")],
)
def test_a_file_that_can_not_be_read_is_one_sentence_and_the_one_in_hand_stays(
    store: Store, signed_in: None, name: str, content: bytes, said: str
) -> None:
    test = handed_in(workbook())
    test.file_uploader[0].set_value((name, content, "")).run()

    assert not test.exception
    assert said in words(test)
    assert "dai-tu.xlsx" in words(test)
    assert draft_of(test).file == "dai-tu.xlsx"


def test_the_sender_is_guessed_and_shown_as_a_guess(store: Store, signed_in: None) -> None:
    test = handed_in(workbook())

    assert test.selectbox(key=session.UPLOAD_SENDER).value == "Huyện Đại Từ"
    assert "Đoán là Huyện Đại Từ" in words(test)


def test_what_is_recognised_is_told_in_one_line_and_may_be_corrected(store: Store, signed_in: None) -> None:
    test = on(handed_in(workbook()))

    assert "Bảng theo huyện, 7 cột số liệu (2014–2020): Số tiêu chuẩn cơ sở được xây dựng" in words(test)
    test.selectbox(key=f"{session.UPLOAD_TABLE}_0_indicator").set_value("dn_ap_dung_he_thong").run()
    assert [(one.about, one.cell, one.value) for one in draft_of(test).answers] == [
        (About.INDICATOR, "C4", "dn_ap_dung_he_thong")
    ]
    assert "(2014–2020): Số tiêu chuẩn" not in words(test)


def test_a_column_may_be_a_plan_or_not_read_at_all(store: Store, signed_in: None) -> None:
    test = on(handed_in(workbook()))

    test.selectbox(key=f"{session.UPLOAD_TABLE}_0_kind_2").set_value("target").run()
    assert [one.value for one in draft_of(test).answers] == ["KH 2014"]
    test.selectbox(key=f"{session.UPLOAD_TABLE}_0_year_2").set_value("not_read").run()

    assert not test.exception
    assert [one.value for one in draft_of(test).answers] == [""]
    assert "6 cột số liệu (2015–2020)" in words(test)


def test_a_table_may_be_left_unread_and_read_again(store: Store, signed_in: None) -> None:
    test = on(handed_in(workbook()))

    test.button(key=f"{session.UPLOAD_TABLE}_0_read").click().run()
    assert "7 cột số liệu" not in words(test)
    test.button(key=f"{session.UPLOAD_TABLE}_read").click().run()

    assert "7 cột số liệu" in words(test)
    assert list(draft_of(test).answers) == []


def test_faults_are_listed_with_their_cells_and_keep_the_way_on_shut(store: Store, signed_in: None) -> None:
    test = on(on(handed_in(workbook(FAULTS))))

    assert "Còn 2 lỗi phải sửa" in words(test)
    assert is_shut(test)
    assert {"Ô B10", "Ô G11"} <= {button.label for button in test.button}
    assert draft_of(test).look.cell in {"B10", "G11"}


def test_a_click_mends_is_told_and_can_be_undone(store: Store, signed_in: None) -> None:
    test = on(on(handed_in(workbook(FAULTS))))

    offers(test)["Ghi “Võ Nhai”"].click().run()
    assert "Còn 1 lỗi" in words(test)
    assert "Ô B10: “Võ Nhaii” thành “Võ Nhai”" in words(test)
    press(test, "take_back_0")

    assert "Còn 2 lỗi" in words(test)


def test_what_is_safe_is_mended_in_one_go(store: Store, signed_in: None) -> None:
    test = on(on(handed_in(workbook({"C5": "10 tiêu chuẩn", "D6": "10 tiêu chuẩn"}))))
    assert any(button.label == "Sửa tất cả chỗ chắc chắn (2)" for button in test.button)

    press(test, "mend_all")

    assert "Không còn gì phải sửa" in words(test)
    assert len(draft_of(test).answers) == 2


def test_the_whole_way_to_a_version_with_name_reason_and_document(store: Store, signed_in: None) -> None:
    before = store.version
    test = on(mended(on(on(handed_in(workbook(FAULTS))))))
    assert "kết luận sẽ đổi" in words(test)
    assert "Số toàn tỉnh thay đổi" in words(test)
    on(test)
    assert "Chưa ghi lý do" not in words(test)
    assert store.version == before

    published(test)

    assert f"Đã công bố: phiên bản {before + 1}" in words(test)
    commit = store.history()[0]
    assert (commit.version, commit.by, commit.reason) == (before + 1, CLERK.name, "Báo cáo năm 2020")
    assert (commit.document, commit.sender, commit.file) == ("125/BC-UBND", "Huyện Đại Từ", "dai-tu.xlsx")
    values = CommandLine(store.folder)("values", "--indicator", INDICATOR, "--district", "171", "--json").json
    own = [row for row in values if row["measure"] == "actual" and row["how"] == "reported"]
    assert [(row["value"], row["raw"]) for row in own if row["year"] == 2018] == [(48, "4l")]


def test_the_answers_to_a_sender_are_given_again_to_the_next_file_of_that_form(store: Store, signed_in: None) -> None:
    published(on(on(mended(on(on(handed_in(workbook(FAULTS))))))))

    test = on(handed_in(workbook({"B10": "Võ Nhaii", "C5": 11}), name="dai-tu-moi.xlsx"))

    assert "Đã áp dụng lại 1 câu trả lời cho tệp trước của Huyện Đại Từ" in words(test)
    press(test, "recalled")
    assert list(draft_of(test).answers) == []


def test_without_a_reason_nothing_is_published(store: Store, signed_in: None) -> None:
    before = store.version
    test = on(on(on(on(handed_in(workbook())))))

    published(test, reason="   ")

    assert "Chưa ghi lý do" in words(test)
    assert store.version == before


def test_a_file_that_brings_nothing_new_says_so_and_goes_no_further(store: Store, signed_in: None) -> None:
    published(on(on(on(on(handed_in(workbook()))))))

    test = on(on(on(handed_in(workbook(), name="lan-nua.xlsx"))))

    assert "Tệp không có gì mới" in words(test)
    assert is_shut(test)


def test_who_published_in_between_is_told_and_the_new_consequences_are_shown(
    store: Store, signed_in: None, tmp_path: Path
) -> None:
    test = on(on(on(on(handed_in(workbook())))))
    other = tmp_path / "khac.xlsx"
    other.write_bytes(workbook({"C5": 11}))
    ended = CommandLine(store.folder)("publish", other, "--by", "Người khác", "--reason", "Trước", "--json")
    assert ended.exit_code == 0
    before = store.version

    published(test)

    assert draft_of(test).step is Step.CONSEQUENCES
    assert "Có người vừa công bố" in words(test)
    assert store.version == before
    on(test)
    assert store.version == before
    assert draft_of(test).step is Step.PUBLISH
    on(test)
    assert store.history()[0].by == CLERK.name


def test_with_approval_a_publication_waits(store: Store, signed_in: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "settings", lambda: Settings(approval=True))
    before = store.version
    test = on(on(on(on(handed_in(workbook())))))
    assert "Gửi duyệt" in [button.label for button in test.button]

    published(test)

    assert "Đã gửi duyệt" in words(test)
    (proposal,) = store.proposals()
    assert (proposal.by, proposal.is_waiting, store.version) == (CLERK.name, True, before)


def test_another_file_begins_with_nothing(store: Store, signed_in: None) -> None:
    test = press(published(on(on(on(on(handed_in(workbook())))))), "another")

    assert not draft_of(test).has_file
    assert "Chọn tệp số liệu nhận được" in words(test)


def test_the_page_speaks_english_where_asked(store: Store, signed_in: None) -> None:
    test = on(on(handed_in(workbook(FAULTS), language="en")))

    assert "Errors to mend before this can be published: 2" in words(test)


class TestTheActionItself:
    """A form replayed without the page must be refused where the deed is done."""

    def ready(self, store: Store, content: bytes) -> tuple[Draft, Checked, Foreseen]:
        draft = drafts.with_file(Draft(), file="tep.xlsx", content=content, guessed="")
        reading, known = store.at(), catalogue.load()
        checked = work.checked(intake.read("tep.xlsx", content), reading, known, Handed(draft.file, draft.sha256, "[]"))
        return replace(draft, reason="Báo cáo"), checked, work.foreseen(checked.report, reading, known)

    def test_is_refused_without_an_account(self, store: Store) -> None:
        before = store.version

        for action in (actions.publish_action, actions.propose_action):
            with pytest.raises(NotSignedIn):
                action(str(store.folder), *self.ready(store, workbook()))

        assert (store.version, store.proposals()) == (before, ())

    def test_is_refused_while_something_blocks(self, store: Store, signed_in: None) -> None:
        before = store.version

        with pytest.raises(FileRefused):
            actions.publish_action(str(store.folder), *self.ready(store, workbook(FAULTS)))

        assert store.version == before

    def test_never_lands_by_one_alone_where_two_are_wanted(
        self, store: Store, signed_in: None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(access, "settings", lambda: Settings(approval=True))
        before = store.version

        outcome = actions.publish_action(str(store.folder), *self.ready(store, workbook()))

        assert outcome.proposal is not None
        assert store.version == before
