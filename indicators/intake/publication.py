"""A checked file published: the file kept as it came, then one commit, or nothing at all."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.catalogue import Catalogue
from indicators.errors import REFUSED, IndicatorsError, StoreBusy, StoreMoved
from indicators.intake.check import check
from indicators.intake.finding import Said, Severity
from indicators.intake.reading import read
from indicators.intake.rehearsal import Rehearsal, rehearse
from indicators.intake.report import Report
from indicators.store import Publication, Store

MOST_ATTEMPTS = 5
LONGEST_DOCUMENT = 200


class FileRefused(IndicatorsError):
    """The file holds errors or open questions and can't be published (figures: file, errors, questions)."""

    key = "file_refused"
    exit_code = REFUSED


class ConsequencesChanged(IndicatorsError):
    """Somebody published in between, and this file would now do something else.

    Figures: rehearsed, version, before, after.
    """

    key = "consequences_changed"
    exit_code = REFUSED


class FiguresTaken(ConsequencesChanged):
    """Somebody published in between, and wrote the very records that this file would write over (figures: version)."""

    key = "figures_taken"


@dataclass(frozen=True)
class Published:
    """The version that holds the file's rows now, and what it changed; an old version where nothing was new."""

    version: int
    rehearsal: Rehearsal


@dataclass(frozen=True)
class Told:
    """What else is known of a publication: the document it stands on, who sent the file, who approved it."""

    document: str | None = None
    sender: str | None = None
    approved_by: str | None = None


NOTHING_TOLD = Told()


def publish(
    store: Store,
    report: Report,
    rehearsal: Rehearsal,
    *,
    catalogue: Catalogue,
    by: str,
    reason: str,
    told: Told = NOTHING_TOLD,
) -> Published:
    """Publish a file as it was rehearsed: whole, in one commit, or not at all; one that brings nothing commits nothing.

    Where somebody else published in between, the file is checked and rehearsed anew: if the consequences are the same
    it goes on. Raises FileRefused, ConsequencesChanged, StoreBusy, StoreForbidden.
    """
    for _ in range(MOST_ATTEMPTS):
        refuse_blocked(report)
        if rehearsal.changes.is_nothing:
            return Published(rehearsal.version, rehearsal)
        sha256 = store.keep_received(report.file, report.content)
        publication = Publication(
            by=by,
            reason=reason,
            document=told.document or _document(report),
            file=report.file,
            sha256=sha256,
            sender=told.sender,
            shape=report.shape,
            answers=report.answers.to_json() if report.answers else None,
            approved_by=told.approved_by,
        )
        try:
            version = store.publish(report.incoming, publication, rehearsed=rehearsal.version)
            return Published(version, rehearsal)
        except StoreMoved:
            report, rehearsal = _anew(store, report, rehearsal, catalogue)
    raise StoreBusy(attempts=MOST_ATTEMPTS)


def refuse_blocked(report: Report) -> None:
    """Raise FileRefused where errors or open questions keep a file from being published."""
    if not report.publishable:
        errors, questions = report.count(Severity.ERROR), report.count(Severity.QUESTION)
        raise FileRefused(file=report.file, errors=errors, questions=questions)


def _anew(store: Store, report: Report, rehearsal: Rehearsal, catalogue: Catalogue) -> tuple[Report, Rehearsal]:
    reading = store.at()
    again = check(
        read(report.file, report.content),
        reading=reading,
        catalogue=catalogue,
        indicator=report.indicator,
        sheet=report.sheet,
        answers=report.answers,
    )
    refuse_blocked(again)
    foreseen = rehearse(again, reading, catalogue)
    if foreseen.counts_as(rehearsal) and not foreseen.agrees_with(rehearsal):
        raise FiguresTaken(version=foreseen.version)
    if not foreseen.agrees_with(rehearsal):
        raise ConsequencesChanged(
            rehearsed=rehearsal.version,
            version=foreseen.version,
            before=_told(rehearsal),
            after=_told(foreseen),
        )
    return again, foreseen


def _told(rehearsal: Rehearsal) -> Said:
    changes = rehearsal.changes
    figures = {"new": changes.new, "changed": changes.changed, "removed": changes.removed}
    return Said.of("finding.consequences", **figures, flips=len(rehearsal.flips))


def _document(report: Report) -> str | None:
    """Return the decision that a file's rows stand on, where they all name the same one."""
    named = set(report.incoming["document"].unique().to_pylist()) - {None}
    return next(iter(named))[:LONGEST_DOCUMENT] if len(named) == 1 else None
