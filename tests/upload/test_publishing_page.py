"""The last steps of the upload page: nothing is published but as it was seen, in a named account's own name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from indicators import catalogue, intake
from indicators.intake import FileRefused
from indicators.store import Store
from indicators.ui import access, session
from indicators.ui.access import NotSignedIn, Settings
from indicators.ui.upload import actions, work
from indicators.ui.upload import draft as drafts
from indicators.ui.upload.draft import Draft, Step
from indicators.ui.upload.work import Checked, Foreseen, Handed
from tests.conftest import CommandLine
from tests.pages.opening import words
from tests.upload.clerk import CLERK, draft_of, handed_in, is_shut, mended, on, press, published
from tests.upload.reports import FAULTS, INDICATOR, workbook


def test_an_empty_store_takes_its_first_definitions_here(
    empty_store: Path, signed_in: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INDICATORS_STORE", str(empty_store))
    content = "ma;ten;don_vi;loai_chi_tieu;chieu;van_ban\nthu;Chỉ tiêu thử;DN;cumulative;up;QĐ 99/QĐ-UBND\n"

    test = on(on(on(handed_in(content.encode(), name="dinh-nghia.csv"))))

    assert "Chỉ tiêu mới" in words(test)
    assert "QĐ 99/QĐ-UBND" in words(test)
    assert published(on(test)).session_state[session.UPLOAD_DRAFT].outcome.version == 1


def test_a_target_is_shown_with_the_sign_of_its_direction_and_no_programmers_one(store: Store, signed_in: None) -> None:
    content = f"chi_tieu;nam;loai_so_lieu;toan_tu;gia_tri;van_ban\n{INDICATOR};2019;muc_tieu;>=;12345;99/QĐ-UBND\n"

    test = on(on(on(handed_in(content.encode(), name="muc-tieu.csv"))))

    assert "≥ 12.345" in words(test).replace("\xa0", " ")
    assert ">=" not in words(test)
    assert "&gt;=" not in words(test)


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
