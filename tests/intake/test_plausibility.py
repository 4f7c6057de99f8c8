"""What is doubtful beside the figures the store already holds."""

from __future__ import annotations

from tests.intake.desk import Desk, told

HEAD = "chi_tieu;nam;huyen;gia_tri\n"
GOALS = "chi_tieu;nam;huyen;loai_so_lieu;gia_tri;ngay_van_ban\n"


def test_a_running_total_may_not_fall_below_what_the_store_holds(own_desk: Desk) -> None:
    own_desk.publish(HEAD + "dn;2014;164;20\ndn;2016;164;40\n")

    assert told(own_desk.check(HEAD + "dn;2015;164;30\n")) == []
    assert told(own_desk.check(HEAD + "dn;2015;164;15\n")) == [("cumulative_falls", "D2")]
    assert told(own_desk.check(HEAD + "dn;2015;164;50\n")) == [("cumulative_falls", "D2")]


def test_places_are_not_compared_with_one_another(own_desk: Desk) -> None:
    own_desk.publish(HEAD + "dn;2014;164;2000\n")

    assert told(own_desk.check(HEAD + "dn;2015;171;3\n")) == []


def test_half_years_are_not_compared_with_years(own_desk: Desk) -> None:
    own_desk.publish("chi_tieu;nam;ky;gia_tri\nkinh_phi;2014;Y;2000\nkinh_phi;2015;Y;2100\n")

    assert told(own_desk.check("chi_tieu;nam;ky;gia_tri\nkinh_phi;2016;H1;100\n")) == []


def test_a_thousandth_of_its_neighbours_is_doubted(own_desk: Desk) -> None:
    own_desk.publish("chi_tieu;nam;gia_tri\nkinh_phi;2014;25000\nkinh_phi;2015;31000\n")

    assert told(own_desk.check("chi_tieu;nam;gia_tri\nkinh_phi;2016;47,86\n")) == [("ten_times_neighbours", "C2")]


def test_a_series_that_grows_fast_is_not_doubted(desk: Desk) -> None:
    assert told(desk.check("chi_tieu;nam;gia_tri\niip;2013;102,1\niip;2014;322,8\niip;2015;176\n")) == []


def test_a_target_is_held_against_the_baseline_in_the_store(own_desk: Desk) -> None:
    own_desk.publish(GOALS + "loi;2014;;goc;10;\n")

    assert told(own_desk.check(GOALS + "loi;2020;;muc_tieu;4;\n")) == []
    assert told(own_desk.check(GOALS + "loi;2020;;muc_tieu;12;\n")) == [("target_wrong_side", "E2")]


def test_a_baseline_is_held_against_the_target_in_the_store(own_desk: Desk) -> None:
    own_desk.publish(GOALS + "ty_le;2020;;muc_tieu;35;\n")

    assert told(own_desk.check(GOALS + "ty_le;2014;;goc;40;\n")) == [("target_wrong_side", "E2")]


def test_a_target_that_was_revised_is_looked_at_as_it_stands_now(own_desk: Desk) -> None:
    own_desk.publish(GOALS + "loi;2020;;muc_tieu;12;08/01/2014\nloi;2020;;muc_tieu;4;01/06/2017\n")

    assert told(own_desk.check(GOALS + "loi;2014;;goc;10;\n")) == []


def test_keeping_what_there_was_is_a_target_too(desk: Desk) -> None:
    assert told(desk.check(GOALS + "ty_le;2014;;goc;35;\nty_le;2020;;muc_tieu;35;\n")) == []
