"""A publication waits for a second pair of eyes: not one's own, once, and as it would be now."""

from __future__ import annotations

import pytest

from indicators import catalogue
from indicators.errors import AlreadyDecided, OwnProposal, UnknownProposal
from indicators.intake import About, Answer, Answers, ConsequencesChanged, FileRefused, Told
from indicators.intake.approval import approve, looked_at, propose, refuse
from indicators.store import Proposal
from tests.intake.desk import Desk
from tests.intake.faults import SHORT

CONTENT = SHORT + "dn;2014;164;5\ndn;2015;164;6\n"


def proposed(desk: Desk, content: str = CONTENT, *, by: str = "Lan", answers: Answers | None = None) -> Proposal:
    report = desk.check(content, **({"answers": answers} if answers else {}))
    return propose(
        desk.store,
        report,
        desk.rehearse(report),
        by=by,
        reason="số quý I",
        told=Told(document="12/BC", sender="Đại Từ"),
    )


def approved(desk: Desk, proposal: Proposal, *, by: str = "Hà") -> int:
    known = catalogue.load()
    report, rehearsal = looked_at(desk.store, proposal, known)
    return approve(desk.store, proposal, report, rehearsal, catalogue=known, by=by).version


def test_a_file_with_errors_can_not_even_wait(own_desk: Desk) -> None:
    with pytest.raises(FileRefused):
        proposed(own_desk, SHORT + "dn;2014;164;hai\n")

    assert own_desk.store.proposals() == ()


@pytest.mark.parametrize("id", ["", "../../etc", "0" * 12, "x" * 12, "0" * 13])
def test_an_unknown_id_is_said(own_desk: Desk, id: str) -> None:
    with pytest.raises(UnknownProposal):
        own_desk.store.proposal(id)


def test_nobody_approves_what_they_sent_in(own_desk: Desk) -> None:
    proposal = proposed(own_desk)

    with pytest.raises(OwnProposal):
        approved(own_desk, proposal, by="Lan")
    assert own_desk.store.version == proposal.version
    assert own_desk.store.proposal(proposal.id).is_waiting


def test_what_waits_changes_nothing(own_desk: Desk) -> None:
    before = own_desk.store.version

    proposal = proposed(own_desk)

    assert own_desk.store.version == before
    assert (proposal.new, proposal.changed, proposal.removed) == (2, 0, 0)
    assert own_desk.store.proposals() == (proposal,)


def test_an_approved_one_carries_both_names(own_desk: Desk) -> None:
    proposal = proposed(own_desk)

    version = approved(own_desk, proposal)

    commit = own_desk.store.history()[0]
    assert (commit.version, commit.by, commit.approved_by) == (version, "Lan", "Hà")
    assert (commit.reason, commit.document, commit.sender, commit.new) == ("số quý I", "12/BC", "Đại Từ", 2)
    after = own_desk.store.proposal(proposal.id)
    assert (after.state, after.decided_by, after.published) == ("approved", "Hà", version)


def test_it_is_decided_once(own_desk: Desk) -> None:
    proposal = proposed(own_desk)
    approved(own_desk, proposal)

    with pytest.raises(AlreadyDecided):
        approved(own_desk, proposal, by="Minh")
    with pytest.raises(AlreadyDecided):
        refuse(own_desk.store, proposal, by="Minh", reason="muộn")


def test_a_refused_one_says_why_and_changes_nothing(own_desk: Desk) -> None:
    proposal = proposed(own_desk)

    refuse(own_desk.store, proposal, by="Hà", reason="sai đơn vị")

    after = own_desk.store.proposal(proposal.id)
    assert (after.state, after.decided_reason, own_desk.store.version) == ("refused", "sai đơn vị", proposal.version)
    with pytest.raises(AlreadyDecided):
        approved(own_desk, proposal)


def test_what_was_said_beside_the_file_waits_with_it(own_desk: Desk) -> None:
    answers = Answers.of([Answer(About.CELL, None, "D2", "7", "5")])
    proposal = proposed(own_desk, answers=answers)

    approved(own_desk, proposal)

    rows = own_desk.check(CONTENT.replace(";5", ";7")).incoming
    assert own_desk.store.at().effect(rows).counts.new == 0
    assert own_desk.store.at().effect(rows).counts.changed == 0


def test_a_look_is_a_look_at_the_store_as_it_is_now(own_desk: Desk) -> None:
    proposal = proposed(own_desk)
    own_desk.publish(SHORT + "dn;2014;164;5\n")
    known = catalogue.load()

    report, rehearsal = looked_at(own_desk.store, proposal, known)

    assert (rehearsal.changes.new, rehearsal.changes.unchanged) == (1, 1)
    assert approve(own_desk.store, proposal, report, rehearsal, catalogue=known, by="Hà").version == 3


def test_who_looked_before_somebody_else_published_is_told(own_desk: Desk) -> None:
    proposal = proposed(own_desk)
    known = catalogue.load()
    report, rehearsal = looked_at(own_desk.store, proposal, known)
    own_desk.publish(SHORT + "dn;2014;164;9\n")

    with pytest.raises(ConsequencesChanged):
        approve(own_desk.store, proposal, report, rehearsal, catalogue=known, by="Hà")
    assert own_desk.store.proposal(proposal.id).is_waiting


def test_approved_again_after_a_crash_it_makes_no_second_commit(own_desk: Desk) -> None:
    proposal = proposed(own_desk)
    version = approved(own_desk, proposal)
    own_desk.store.keep_proposal(proposal)

    assert approved(own_desk, proposal) == version


def test_the_latest_stands_first(own_desk: Desk) -> None:
    ids = [proposed(own_desk, CONTENT.replace(";5", f";{figure}")).id for figure in range(3)]

    assert [proposal.id for proposal in own_desk.store.proposals()] == ids[::-1]
