"""The page of what waits: each file with what it would change now, approved or sent back by another account."""

from __future__ import annotations

import datetime as dt
from html import escape

import pandas as pd
import streamlit as st

from indicators import catalogue, intake
from indicators.clock import by_office_clock
from indicators.errors import IndicatorsError
from indicators.intake import Severity
from indicators.labels import Text
from indicators.store import Proposal
from indicators.ui import access, cached, errors, session
from indicators.ui.elements.markup import tag
from indicators.ui.elements.table import table
from indicators.ui.heading import empty, heading
from indicators.ui.reader import Reader
from indicators.ui.upload import consequences, flow, look
from indicators.ui.upload.work import Checked, Foreseen, Handed

LONGEST_REASON = 500
MOST_DECIDED = 20


class RefusalWithoutReason(IndicatorsError):
    """Something was to be sent back without a word why."""

    key = "refusal_without_reason"


def show(reader: Reader) -> None:
    """Place what waits, what the chosen file would change, and what was decided lately."""
    words = reader.words
    heading(words("page.approval"), sentence=words("approval.sentence"))
    staff = access.staff()
    if staff is None:
        flow.say_sign_in(reader, "approval")
        return
    look.place(words, reader.theme)
    with st.container(key="upload", gap="medium"):
        if said := st.session_state.pop(session.APPROVAL_SAID, ""):
            look.notice(said)
        proposals = cached.store(reader.folder).proposals()
        waiting = [proposal for proposal in proposals if proposal.is_waiting]
        if not waiting:
            empty(
                reader, words("approval.nothing" if access.settings().approval else "approval.off"), guide="help_office"
            )
        for proposal in waiting:
            _waiting(reader, proposal, staff.name)
        _decided([proposal for proposal in proposals if not proposal.is_waiting], words)


def approve_action(reader: Reader, proposal: Proposal, checked: Checked, foreseen: Foreseen) -> int:
    """Publish what waits in its sender's name, approved by whoever is signed in; return the version.

    Raises NotSignedIn, OwnProposal, AlreadyDecided, FileRefused, ConsequencesChanged, StoreBusy, StoreForbidden.
    """
    staff = access.require_staff()
    done = intake.approve(
        cached.store(reader.folder), proposal, checked.report, foreseen.rehearsal, catalogue=catalogue.load(),
        by=staff.name,
    )  # fmt: skip
    return done.version


def refuse_action(reader: Reader, proposal: Proposal, reason: str) -> None:
    """Send back what waits; raises NotSignedIn, RefusalWithoutReason, AlreadyDecided, StoreForbidden."""
    staff = access.require_staff()
    written = " ".join(reason.split())[:LONGEST_REASON]
    if not written:
        raise RefusalWithoutReason
    intake.refuse(cached.store(reader.folder), proposal, by=staff.name, reason=written)


def _waiting(reader: Reader, proposal: Proposal, name: str) -> None:
    words = reader.words
    is_chosen = st.session_state.get(session.APPROVAL_CHOSEN) == proposal.id
    with st.container(key=f"card-proposal-{proposal.id}"):
        st.html(
            tag("h2", escape(proposal.file), of="step-title")
            + tag("p", escape(_told(proposal, words)), of="step-sentence")
            + tag("p", escape(proposal.reason), of="summary")
            + tag("p", escape(_counts(proposal, words)), of="hint")
        )
        st.button(
            words("approval.close" if is_chosen else "approval.look"),
            key=f"{session.APPROVAL_BUTTON}_look_{proposal.id}", on_click=_choose,
            args=(None if is_chosen else proposal.id,), type="secondary" if is_chosen else "primary",
        )  # fmt: skip
    if is_chosen:
        try:
            _looked_at(reader, proposal, is_own=proposal.by == name)
        except IndicatorsError as error:
            look.notice(errors.sentence(error, words), kind="trouble")


def _choose(id: str | None) -> None:
    st.session_state[session.APPROVAL_CHOSEN] = id


def _looked_at(reader: Reader, proposal: Proposal, *, is_own: bool) -> None:
    words = reader.words
    content = cached.store(reader.folder).received(proposal.sha256).read_bytes()
    handed = Handed(proposal.file, proposal.sha256, proposal.answers or "[]")
    with st.spinner(words("upload.doing_rehearse"), show_time=True):
        checked = cached.checked(reader.folder, reader.latest, handed, content)
        foreseen = cached.foreseen(reader.folder, reader.latest, handed, content)
    report = checked.report
    if report.publishable:
        sentence = words("approval.would_change_sentence", version=reader.latest)
        consequences.what_changes(reader, foreseen, words("approval.would_change"), sentence)
    else:
        faults, questions = report.count(Severity.ERROR), report.count(Severity.QUESTION)
        look.notice(words("approval.blocked", errors=faults, questions=questions), kind="trouble")
    with st.container(key=f"card-decide-{proposal.id}"):
        st.download_button(
            words("approval.open_file"), content, file_name=proposal.file, on_click="ignore",
            key=f"{session.APPROVAL_BUTTON}_file_{proposal.id}", type="tertiary", icon=":material/download:",
        )  # fmt: skip
        if is_own:
            st.html(tag("p", escape(words("approval.own")), of="hint"))
        reason = st.text_input(
            words("approval.reason"), key=f"{session.APPROVAL_REASON}_{proposal.id}", max_chars=LONGEST_REASON,
            placeholder=words("approval.reason_placeholder"),
        )  # fmt: skip
        with st.container(key=f"decide-{proposal.id}", horizontal=True, gap="small"):
            back = st.button(
                words("approval.take_back" if is_own else "approval.refuse"),
                key=f"{session.APPROVAL_BUTTON}_refuse_{proposal.id}",
            )
            on = st.button(
                words("approval.approve"), key=f"{session.APPROVAL_BUTTON}_approve_{proposal.id}", type="primary",
                disabled=is_own or not report.publishable,
            )  # fmt: skip
    if back:
        refuse_action(reader, proposal, reason)
        _say(words("approval.refused", file=proposal.file))
    if on:
        version = approve_action(reader, proposal, checked, foreseen)
        _say(words("approval.approved", file=proposal.file, version=version))


def _say(sentence: str) -> None:
    st.session_state[session.APPROVAL_SAID] = sentence
    st.session_state.pop(session.APPROVAL_CHOSEN, None)
    st.rerun()


def _told(proposal: Proposal, words: Text) -> str:
    at = by_office_clock(dt.datetime.fromisoformat(proposal.at))
    parts = [words("approval.by", by=proposal.by, day=words.date(at.date()), time=f"{at:%H:%M}")]
    if proposal.sender:
        parts.append(words("approval.from_sender", sender=proposal.sender))
    if proposal.document:
        parts.append(words("approval.on_document", document=proposal.document))
    return "; ".join(parts)


def _counts(proposal: Proposal, words: Text) -> str:
    figures = {name: words.number(getattr(proposal, name)) for name in ("new", "changed", "removed", "flips")}
    return words("approval.counts", **figures)


def _decided(proposals: list[Proposal], words: Text) -> None:
    if not proposals:
        return
    rows = [
        {
            words("approval.column_file"): proposal.file,
            words("approval.column_by"): proposal.by,
            words("approval.column_state"): words("approval.state_refused")
            if proposal.published is None
            else words("approval.state_approved", version=proposal.published),
            words("approval.column_decided_by"): proposal.decided_by or "",
            words("approval.column_reason"): proposal.decided_reason or "",
        }
        for proposal in proposals[:MOST_DECIDED]
    ]
    frame = pd.DataFrame(rows)
    with st.container(key="card-decided"):
        look.part(words("approval.decided_title"))
        st.html(table(frame, list(frame.columns), words, label=words("approval.decided_title")))
