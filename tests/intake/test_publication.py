"""One commit or nothing; whoever publishes in between is noticed."""

from __future__ import annotations

import pytest

from indicators import catalogue, intake
from indicators.errors import StoreBusy, StoreMoved
from indicators.intake import ConsequencesChanged, FileRefused, Published, Rehearsal, Report
from indicators.store import Store
from tests.intake.desk import Desk

HEAD = "chi_tieu;nam;huyen;gia_tri\n"


def publish(desk: Desk, report: Report, rehearsal: Rehearsal) -> Published:
    """Publish what was rehearsed before."""
    return intake.publish(desk.store, report, rehearsal, catalogue=catalogue.load(), by="Lan", reason="báo cáo quý")


def test_a_file_is_one_commit_that_says_who_why_and_what(own_desk: Desk) -> None:
    content = "chi_tieu;nam;gia_tri;van_ban\ndn;2014;5;QĐ 37/QĐ-UBND\ndn;2015;6;QĐ 37/QĐ-UBND\n"
    report = own_desk.check(content, name="huyện Đại Từ.csv")
    before = own_desk.store.version

    done = publish(own_desk, report, own_desk.rehearse(report))

    commit = own_desk.store.history()[0]
    assert (done.version, commit.version) == (before + 1, before + 1)
    assert (commit.by, commit.reason, commit.file, commit.document, commit.new) == (
        "Lan", "báo cáo quý", "huyện Đại Từ.csv", "QĐ 37/QĐ-UBND", 2,
    )  # fmt: skip
    assert own_desk.store.received(commit.sha256 or "").read_bytes() == content.encode()


def test_nothing_new_is_no_commit(own_desk: Desk) -> None:
    content = HEAD + "dn;2014;164;5\n"
    first = own_desk.publish(content).version

    assert own_desk.publish(content).version == first
    assert own_desk.store.version == first


def test_a_file_with_an_error_is_refused(own_desk: Desk) -> None:
    report = own_desk.check(HEAD + "dn;2014;999;5\n")
    before = own_desk.store.version

    with pytest.raises(FileRefused) as refused:
        publish(own_desk, report, own_desk.rehearse(report))

    assert refused.value.figures == {"file": "tep.csv", "errors": 1, "questions": 0}
    assert own_desk.store.version == before


def test_somebody_elses_publication_that_changes_nothing_for_us_is_no_hindrance(own_desk: Desk) -> None:
    report = own_desk.check(HEAD + "dn;2014;164;5\n")
    rehearsal = own_desk.rehearse(report)
    between = own_desk.publish(HEAD + "iip;2014;;105\n").version

    done = publish(own_desk, report, rehearsal)

    assert done.version == between + 1
    assert done.rehearsal.agrees_with(rehearsal)


def test_somebody_elses_publication_that_changes_the_consequences_is_told(own_desk: Desk) -> None:
    report = own_desk.check(HEAD + "dn;2014;164;5\n")
    rehearsal = own_desk.rehearse(report)
    between = own_desk.publish(HEAD + "dn;2014;164;50\n").version

    with pytest.raises(ConsequencesChanged) as told:
        publish(own_desk, report, rehearsal)

    assert (told.value.figures["rehearsed"], told.value.figures["version"]) == (between - 1, between)
    assert "1 mới, 0 thay đổi" in str(told.value.figures["before"])
    assert "0 mới, 1 thay đổi" in str(told.value.figures["after"])
    assert own_desk.store.version == between


def test_a_definition_changed_in_between_is_checked_anew(own_desk: Desk) -> None:
    report = own_desk.check(HEAD + "dn;2014;164;500\n")
    rehearsal = own_desk.rehearse(report)
    own_desk.publish("ma;ten;don_vi;loai_chi_tieu;chieu;cao_nhat\ndn;Tên;DN;luỹ kế;tăng;100\n")

    with pytest.raises(FileRefused):
        publish(own_desk, report, rehearsal)


def test_after_a_few_attempts_the_clerk_is_asked_to_wait(own_desk: Desk) -> None:
    class Overtaken(Store):
        """A store into which somebody else always publishes first."""

        def publish(self, *_: object, **__: object) -> int:
            raise StoreMoved(rehearsed=0, version=1)

    report = own_desk.check(HEAD + "dn;2014;164;5\n")
    busy = Desk(Overtaken.open(own_desk.store.folder))

    with pytest.raises(StoreBusy):
        publish(busy, report, own_desk.rehearse(report))
