"""Two clerks who publish at the same moment: both land or one is told, and nothing is overwritten unseen."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from indicators import catalogue, intake, queries
from indicators.errors import IndicatorsError, StoreBusy
from indicators.intake import ConsequencesChanged, Published
from indicators.intake.publication import FiguresTaken
from indicators.store import Store
from tests.intake.desk import Desk

HEAD = "chi_tieu;nam;huyen;gia_tri\n"
ROUNDS = range(2014, 2019)

Outcome = Published | IndicatorsError


def ready_to_publish(desk: Desk, content: str, by: str) -> Callable[[Barrier], Outcome]:
    """Return what a clerk does who has seen the consequences and presses at the same moment as another."""
    own = Desk(Store.open(desk.store.folder))
    report = own.check(content, name=f"{by}.csv")
    rehearsal = own.rehearse(report)
    assert report.publishable

    def press(start: Barrier) -> Outcome:
        start.wait(timeout=30)
        try:
            return intake.publish(own.store, report, rehearsal, catalogue=catalogue.load(), by=by, reason="thử")
        except (ConsequencesChanged, StoreBusy) as told:
            return told

    return press


def at_once(desk: Desk, contents: dict[str, str]) -> dict[str, Outcome]:
    """Return how it ended for each clerk."""
    presses = [ready_to_publish(desk, content, by) for by, content in contents.items()]
    start = Barrier(len(presses))
    with ThreadPoolExecutor(len(presses)) as threads:
        return dict(zip(contents, threads.map(lambda press: press(start), presses), strict=True))


def value(desk: Desk, year: int, district: str) -> float | None:
    found = queries.values_by_place(desk.store.at(), indicator="dn", level="district", district=district)
    return next((row.value for row in found.itertuples() if row.year == year), None)


@pytest.mark.parametrize("year", ROUNDS)
def test_of_two_about_the_same_figure_one_lands_and_the_other_is_told(own_desk: Desk, year: int) -> None:
    before = own_desk.store.version

    ended = at_once(own_desk, {"hoa": f"{HEAD}dn;{year};164;5\n", "lan": f"{HEAD}dn;{year};164;6\n"})

    landed = [by for by, outcome in ended.items() if isinstance(outcome, Published)]
    told = [outcome for outcome in ended.values() if isinstance(outcome, ConsequencesChanged)]
    assert (len(landed), len(told)) == (1, 1)
    assert own_desk.store.version == before + 1
    assert own_desk.store.history()[0].by == landed[0]
    assert value(own_desk, year, "164") == {"hoa": 5, "lan": 6}[landed[0]]


@pytest.mark.parametrize("year", ROUNDS)
def test_of_two_about_different_figures_both_land(own_desk: Desk, year: int) -> None:
    before = own_desk.store.version

    ended = at_once(own_desk, {"hoa": f"{HEAD}dn;{year};164;5\n", "lan": f"{HEAD}iip;{year};;105\n"})

    assert all(isinstance(outcome, Published) for outcome in ended.values()), ended
    assert own_desk.store.version == before + 2
    assert {commit.by for commit in own_desk.store.history()[:2]} == {"hoa", "lan"}
    assert value(own_desk, year, "164") == 5
    by_clerk = {outcome.version for outcome in ended.values() if isinstance(outcome, Published)}
    assert by_clerk == {before + 1, before + 2}


def test_of_several_at_once_each_lands_or_is_told(own_desk: Desk) -> None:
    before = own_desk.store.version
    contents = {f"clerk_{number}": f"{HEAD}dn;{2014 + number};164;{number + 1}\n" for number in range(4)}

    ended = at_once(own_desk, contents)

    landed = {by for by, outcome in ended.items() if isinstance(outcome, Published)}
    assert landed
    assert own_desk.store.version == before + len(landed)
    for number, by in enumerate(contents):
        assert value(own_desk, 2014 + number, "164") == (number + 1 if by in landed else None)


@pytest.mark.parametrize("second", ["dn;2016;164;7\n", "dn;2016;164;xoá\n"])
def test_of_two_who_correct_the_same_figure_the_second_is_told_though_both_counts_are_the_same(
    own_desk: Desk, second: str
) -> None:
    at_once(own_desk, {"hoa": f"{HEAD}dn;2016;164;5\n"})
    late = ready_to_publish(own_desk, HEAD + second, "lan")
    at_once(own_desk, {"binh": f"{HEAD}dn;2016;164;6\n"})

    told = late(Barrier(1))

    assert isinstance(told, FiguresTaken)
    assert value(own_desk, 2016, "164") == 6


def test_a_correction_of_another_figure_in_between_keeps_nobody_waiting(own_desk: Desk) -> None:
    at_once(own_desk, {"hoa": f"{HEAD}dn;2016;164;5\ndn;2016;171;8\n"})
    late = ready_to_publish(own_desk, f"{HEAD}dn;2016;164;7\n", "lan")
    at_once(own_desk, {"binh": f"{HEAD}dn;2016;171;9\n"})

    assert isinstance(late(Barrier(1)), Published)
    assert (value(own_desk, 2016, "164"), value(own_desk, 2016, "171")) == (7, 9)
