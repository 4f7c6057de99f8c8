"""The page of what waits: shown to staff, decided by another account, checked again at the action itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from indicators import catalogue, intake
from indicators.errors import NotSignedIn, OwnProposal
from indicators.store import Proposal, Store
from indicators.ui import access, approval
from indicators.ui.access import Staff
from tests.pages.opening import opened, words

FILE = "chi_tieu;nam;huyen;gia_tri\ndn_ap_dung_he_thong;2020;171;1234\n"


@pytest.fixture
def own(demo_store_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The demonstration store, of this test's own."""
    monkeypatch.setenv("INDICATORS_STORE", str(demo_store_copy))
    return Store.open(demo_store_copy)


@pytest.fixture
def waiting(own: Store) -> Proposal:
    """A file of Lan's that waits."""
    known, reading = catalogue.load(), own.at()
    report = intake.check(intake.read("dai-tu.csv", FILE.encode()), reading=reading, catalogue=known)
    rehearsal = intake.rehearse(report, reading, known)
    return intake.propose(own, report, rehearsal, by="Lan", reason="Báo cáo <b>năm 2020</b>")


def as_(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "staff", lambda: Staff(name, "account"))


def labels_of(test: AppTest) -> list[str]:
    return [button.label for button in test.button]


def pressed(test: AppTest, label: str) -> AppTest:
    next(button for button in test.button if button.label == label).click().run()
    assert not test.exception
    return test


def test_a_stranger_sees_nothing_of_it(waiting: Proposal) -> None:
    test = opened("approval")

    assert "dai-tu.csv" not in words(test)
    assert labels_of(test) == []
    assert not test.exception


def test_the_actions_themselves_refuse_a_stranger_and_the_sender(
    own: Store, waiting: Proposal, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Here:
        folder = str(own.folder)

    with pytest.raises(NotSignedIn):
        approval.refuse_action(Here(), waiting, "không")
    with pytest.raises(NotSignedIn):
        approval.approve_action(Here(), waiting, None, None)
    monkeypatch.setattr(access, "require_staff", lambda: Staff("Lan", "account"))
    report, rehearsal = intake.looked_at(own, waiting, catalogue.load())
    checked, foreseen = type("C", (), {"report": report})(), type("F", (), {"rehearsal": rehearsal})()
    with pytest.raises(OwnProposal):
        approval.approve_action(Here(), waiting, checked, foreseen)
    assert own.version == waiting.version


def test_nothing_waits_where_approval_is_off(own: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    as_("Hà", monkeypatch)

    assert "chưa bật việc duyệt" in words(opened("approval"))


def test_the_sender_may_take_it_back_but_not_approve_it(
    own: Store, waiting: Proposal, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_("Lan", monkeypatch)
    test = pressed(opened("approval"), "Xem thay đổi")

    approve = next(button for button in test.button if button.label == "Duyệt và công bố")
    assert approve.disabled
    pressed(test, "Rút lại")
    assert "Hãy ghi lý do" in words(test)
    test.text_input[0].set_value("nhầm tệp").run()
    pressed(test, "Rút lại")

    assert own.proposal(waiting.id).decided_reason == "nhầm tệp"
    assert own.version == waiting.version


def test_another_account_sees_what_would_change_and_approves(
    own: Store, waiting: Proposal, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_("Hà", monkeypatch)
    test = pressed(opened("approval"), "Xem thay đổi")

    said = words(test)
    assert "Báo cáo <b>năm 2020</b>" in said
    assert "Đại Từ" in said
    assert "Duyệt thì điều gì thay đổi" in said
    pressed(test, "Duyệt và công bố")

    commit = own.history()[0]
    assert (commit.by, commit.approved_by, commit.version) == ("Lan", "Hà", waiting.version + 1)
    assert "Đã duyệt" in words(test)


def test_what_somebody_else_decided_meanwhile_is_said(
    own: Store, waiting: Proposal, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_("Hà", monkeypatch)
    test = pressed(opened("approval"), "Xem thay đổi")
    intake.refuse(own, waiting, by="Minh", reason="sai đơn vị")

    pressed(test, "Duyệt và công bố")

    assert own.version == waiting.version
    assert "sai đơn vị" in words(test)
