"""What is done in a named account's name: the check of who may stands here, whatever the page showed before."""

from __future__ import annotations

from indicators import catalogue, intake, labels
from indicators.errors import IndicatorsError
from indicators.intake import Told
from indicators.intake.approval import propose
from indicators.labels import LANGUAGES
from indicators.ui import access, cached
from indicators.ui.upload.draft import Draft, Outcome
from indicators.ui.upload.work import Checked, Foreseen


class ReasonMissing(IndicatorsError):
    """A publication was asked for without a reason."""

    key = "reason_missing"


def publish_action(folder: str, draft: Draft, checked: Checked, foreseen: Foreseen) -> Outcome:
    """Publish a file as its consequences were seen, in the name of whoever is signed in.

    Raises NotSignedIn, ReasonMissing, FileRefused, ConsequencesChanged, StoreBusy, StoreForbidden.
    """
    staff = access.require_staff()
    if access.settings().approval:
        # The office wants two pairs of eyes: whatever the page showed, nothing lands by one alone.
        return propose_action(folder, draft, checked, foreseen)
    done = intake.publish(
        cached.store(folder), checked.report, foreseen.rehearsal, catalogue=catalogue.load(), by=staff.name,
        reason=_reason(draft), told=_told(draft),
    )  # fmt: skip
    return Outcome(done.version, _indicators(foreseen), is_nothing_new=done.rehearsal.changes.is_nothing)


def propose_action(folder: str, draft: Draft, checked: Checked, foreseen: Foreseen) -> Outcome:
    """Hand a file to the second pair of eyes, in the name of whoever is signed in.

    Raises NotSignedIn, ReasonMissing, FileRefused, StoreForbidden.
    """
    staff = access.require_staff()
    proposal = propose(
        cached.store(folder), checked.report, foreseen.rehearsal, by=staff.name, reason=_reason(draft),
        told=_told(draft),
    )  # fmt: skip
    return Outcome(foreseen.rehearsal.version, _indicators(foreseen), proposal=proposal.id)


def document_named(draft: Draft) -> str | None:
    """Return the document with its date, as the publication names it: in the language of documents."""
    number = " ".join(draft.document.split())
    if not number or draft.document_date is None:
        return number or None
    words = labels.text(LANGUAGES[0])
    return words("upload.document_dated", document=number, day=words.date(draft.document_date))


def _told(draft: Draft) -> Told:
    return Told(document=document_named(draft), sender=draft.sender or None)


def _reason(draft: Draft) -> str:
    reason = " ".join(draft.reason.split())
    if not reason:
        raise ReasonMissing
    return reason


def _indicators(foreseen: Foreseen) -> tuple[str, ...]:
    """Return the indicators that change, those whose verdicts flip first."""
    flipped = [flip.indicator for flip in foreseen.rehearsal.flips]
    return tuple(dict.fromkeys([*flipped, *foreseen.effects.indicators]))
