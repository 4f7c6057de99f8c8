"""What publishing would do, told before anything is written."""

from __future__ import annotations

from indicators.intake import Changes, Flip
from tests.intake.desk import Desk

HEAD = "chi_tieu;nam;huyen;loai_so_lieu;gia_tri\n"
TARGET = "dn;2020;;muc_tieu;200\n"


def test_new_changed_unchanged_and_removed_rows_are_counted(own_desk: Desk) -> None:
    own_desk.publish(HEAD + "dn;2014;164;;5\ndn;2015;164;;6\ndn;2016;164;;7\n")
    report = own_desk.check(HEAD + "dn;2014;164;;5\ndn;2015;164;;66\ndn;2016;164;;xoá\ndn;2017;164;;8\n")

    assert own_desk.rehearse(report).changes == Changes(new=1, changed=1, unchanged=1, removed=1)


def test_a_verdict_that_flips_is_told_with_its_place(own_desk: Desk) -> None:
    own_desk.publish(HEAD + TARGET + "dn;2020;;;120\n")
    report = own_desk.check(HEAD + "dn;2020;;;210\ndn;2020;171;;30\n")

    assert own_desk.rehearse(report).flips == (Flip("dn", None, None, before="missed", after="achieved"),)


def test_a_new_definition_may_flip_verdicts_too(own_desk: Desk) -> None:
    own_desk.publish(HEAD + "loi;2014;;goc;10\nloi;2020;;muc_tieu;4\nloi;2020;;;5\n")
    report = own_desk.check("ma;ten;don_vi;loai_chi_tieu;chieu\nloi;Tỷ lệ đạt;%;tỷ lệ;tăng\n")

    flips = own_desk.rehearse(report).flips

    assert [(flip.indicator, flip.before) for flip in flips] == [("loi", "missed")]


def test_an_indicator_the_file_itself_defines_had_no_verdict_to_flip(own_desk: Desk) -> None:
    report = own_desk.check("ma;ten;don_vi;loai_chi_tieu;chieu\nmoi;Mới;DN;luỹ kế;tăng\n")

    assert own_desk.rehearse(report).flips == ()


def test_the_same_file_again_brings_nothing_and_says_so(own_desk: Desk) -> None:
    content = HEAD + "dn;2014;164;;5\ndn;2015;164;;6\n"
    own_desk.publish(content)
    rehearsal = own_desk.rehearse(own_desk.check(content))

    assert rehearsal.changes == Changes(unchanged=2)
    assert [finding.code for finding in rehearsal.findings] == ["nothing_new"]


def test_withdrawing_what_is_not_there_is_said(own_desk: Desk) -> None:
    rehearsal = own_desk.rehearse(own_desk.check(HEAD + "dn;2014;164;;xoá\ndn;2015;164;;6\n"))

    (finding,) = rehearsal.findings
    assert (finding.code, finding.cell, finding.value, finding.figures["count"]) == (
        "nothing_to_withdraw", "E2", "xoá", 1,
    )  # fmt: skip
    assert rehearsal.changes == Changes(new=1, unchanged=1)


def test_a_refused_file_has_no_consequences(own_desk: Desk) -> None:
    rehearsal = own_desk.rehearse(own_desk.check(HEAD + "dn;2014;164;;5\ndn;2015;999;;6\n"))

    assert (rehearsal.changes, rehearsal.flips) == (Changes(), ())


def test_a_rehearsal_writes_nothing(own_desk: Desk) -> None:
    before = own_desk.store.version
    own_desk.rehearse(own_desk.check(HEAD + "dn;2014;164;;5\n"))

    assert own_desk.store.version == before


def test_a_revised_target_that_is_not_there_is_found_by_its_date(own_desk: Desk) -> None:
    dated = "chi_tieu;nam;loai_so_lieu;gia_tri;ngay_van_ban\n"
    own_desk.publish(dated + "dn;2020;muc_tieu;200;01/02/2016\n")
    rehearsal = own_desk.rehearse(
        own_desk.check(dated + "dn;2020;muc_tieu;xoá;01/02/2016\ndn;2020;muc_tieu;xoá;01/02/2017\n")
    )

    assert [(finding.code, finding.cell) for finding in rehearsal.findings] == [("nothing_to_withdraw", "D3")]
