"""A second pair of eyes: a rehearsed publication that waits, is looked at as it would be now, and lands or not."""

from __future__ import annotations

import datetime as dt

from indicators.catalogue import Catalogue
from indicators.errors import AlreadyDecided, OwnProposal
from indicators.intake.answer import NONE, Answers
from indicators.intake.check import check
from indicators.intake.publication import NOTHING_TOLD, Published, Told, publish, refuse_blocked
from indicators.intake.reading import read
from indicators.intake.rehearsal import Rehearsal, rehearse
from indicators.intake.report import Report
from indicators.store import Proposal, Store
from indicators.store.waiting import APPROVED, REFUSED, decided, new_id


def propose(
    store: Store, report: Report, rehearsal: Rehearsal, *, by: str, reason: str, told: Told = NOTHING_TOLD
) -> Proposal:
    """Keep a rehearsed publication until another account decides; raises FileRefused, StoreForbidden."""
    refuse_blocked(report)
    proposal = Proposal(
        id=new_id(),
        at=_now(),
        by=by,
        reason=reason,
        file=report.file,
        sha256=store.keep_received(report.file, report.content),
        version=rehearsal.version,
        new=rehearsal.changes.new,
        changed=rehearsal.changes.changed,
        removed=rehearsal.changes.removed,
        flips=len(rehearsal.flips),
        document=told.document,
        sender=told.sender,
        answers=report.answers.to_json() if report.answers else None,
        indicator=report.indicator,
        sheet=report.sheet,
    )
    store.keep_proposal(proposal)
    return proposal


def looked_at(store: Store, proposal: Proposal, catalogue: Catalogue) -> tuple[Report, Rehearsal]:
    """Return a waiting publication checked and rehearsed on the store as it is now.

    Raises UnknownReceived, UnreadableFile, UnknownIndicator, UnknownSheet.
    """
    content = store.received(proposal.sha256).read_bytes()
    reading = store.at()
    report = check(
        read(proposal.file, content),
        reading=reading,
        catalogue=catalogue,
        indicator=proposal.indicator,
        sheet=proposal.sheet,
        answers=Answers.from_json(proposal.answers) if proposal.answers else NONE,
    )
    return report, rehearse(report, reading, catalogue)


def approve(
    store: Store, proposal: Proposal, report: Report, rehearsal: Rehearsal, *, catalogue: Catalogue, by: str
) -> Published:
    """Publish what waited, as the second pair of eyes saw it rehearsed.

    Raises OwnProposal, AlreadyDecided, FileRefused, ConsequencesChanged, StoreBusy, StoreForbidden.
    """
    _refuse_own(store, proposal, by)
    told = Told(document=proposal.document, sender=proposal.sender, approved_by=by)
    done = publish(store, report, rehearsal, catalogue=catalogue, by=proposal.by, reason=proposal.reason, told=told)
    # Killed in between, it still waits; approved again, it brings nothing new and makes no commit.
    store.keep_proposal(decided(proposal, APPROVED, by=by, at=_now(), published=done.version))
    return done


def refuse(store: Store, proposal: Proposal, *, by: str, reason: str) -> Proposal:
    """Say no to what waits, with the reason; whoever sent it in may take it back so. Raises AlreadyDecided."""
    _refuse_decided(store, proposal)
    refused = decided(proposal, REFUSED, by=by, at=_now(), reason=reason)
    store.keep_proposal(refused)
    return refused


def _refuse_own(store: Store, proposal: Proposal, by: str) -> None:
    _refuse_decided(store, proposal)
    if by == proposal.by:
        raise OwnProposal(by=by)


def _refuse_decided(store: Store, proposal: Proposal) -> None:
    present = store.proposal(proposal.id)
    if not present.is_waiting:
        raise AlreadyDecided(by=present.decided_by, state=present.state)


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
