"""What a publication would move, told before it is done: totals of the province, values overwritten."""

from __future__ import annotations

from indicators import intake
from indicators.intake import Report
from tests.intake.desk import Desk
from tests.intake.faults import SHORT


def moved(desk: Desk, report: Report) -> list[tuple[object, ...]]:
    reading = desk.store.at()
    changing = intake.effects(report, reading)
    return [
        (total.indicator, total.year, total.before, total.after)
        for total in intake.moved_totals(report, reading, changing)
    ]


def effects(desk: Desk, report: Report) -> list[tuple[object, ...]]:
    return [
        (effect.change, effect.district, effect.before, effect.value)
        for effect in intake.effects(report, desk.store.at())
    ]


def test_a_file_that_can_not_be_published_moves_nothing(desk: Desk) -> None:
    report = desk.check(SHORT + "dn;2014;Đại Tử;5\n")

    assert (effects(desk, report), moved(desk, report)) == ([], [])


def test_what_is_there_already_moves_nothing(desk: Desk) -> None:
    content = SHORT + "dn;2018;171;5\n"
    desk.publish(content)
    report = desk.check(content)

    assert (effects(desk, report), moved(desk, report)) == ([], [])


def test_a_district_changed_moves_the_total_of_the_province_from_what_it_was(desk: Desk) -> None:
    desk.publish(SHORT + "dn;2014;171;5\ndn;2014;170;7\n")
    report = desk.check(SHORT + "dn;2014;171;6\ndn;2014;170;7\ndn;2015;171;9\n")

    assert effects(desk, report) == [("changed", "171", 5.0, 6.0), ("new", "171", None, 9.0)]
    assert ("dn", 2014, 12.0, 13.0) in moved(desk, report)


def test_a_withdrawal_takes_a_total_away(desk: Desk) -> None:
    desk.publish(SHORT + "dn;2019;171;5\n")
    report = desk.check(SHORT + "dn;2019;171;xoá\n")

    assert effects(desk, report) == [("removed", "171", 5.0, None)]
    assert moved(desk, report) == [("dn", 2019, 5.0, None)]


def test_a_target_moves_no_total(desk: Desk) -> None:
    report = desk.check("chi_tieu;nam;huyen;loai_so_lieu;gia_tri\ndn;2020;;muc_tieu;50\n")

    assert [effect[0] for effect in effects(desk, report)] == ["new"]
    assert moved(desk, report) == []
