"""A version of the store in words: when, who, why, by which document, from which file, and how much it changed."""

from __future__ import annotations

from html import escape
from pathlib import PurePath

from indicators.labels import Text
from indicators.store import Commit
from indicators.ui.elements.markup import tag

DIGITS_OF_HASH = 12


def when(commit: Commit, words: Text) -> str:
    """Return the moment a version was made, by the clock of the office."""
    return words.moment(commit.at)


def counts(commit: Commit, words: Text) -> str:
    """Return how many records a version brought, changed and took away: 12 mới, 3 sửa."""
    changed = {"new": commit.new, "changed": commit.changed, "removed": commit.removed}
    told = [words(f"exhibit.changes_{kind}", count=words.number(count)) for kind, count in changed.items() if count]
    return ", ".join(told) or words("page.history_no_records")


def line(commit: Commit, words: Text, *, file_address: str, is_kept: bool = True) -> str:
    """Return a version as it stands in the list, under its number: why, then when, who, document, file, counts."""
    facts = [escape(when(commit, words)), escape(commit.by or words("page.history_nobody"))]
    if commit.document:
        facts.append(escape(commit.document))
    if commit.restored_from is not None:
        facts.append(escape(words("page.history_restored_from", version=commit.restored_from)))
    if commit.no_longer_kept:
        versions = commit.no_longer_kept.replace("-", "–").replace(",", ", ")
        facts.append(escape(words("page.history_took", versions=versions)))
    if not is_kept:
        facts.append(escape(words("page.history_not_kept")))
    if file_address:
        facts.append(file_link(commit, file_address))
    inside = "".join(tag("span", fact) for fact in facts)
    return (
        tag("p", escape(commit.reason or words("page.history_no_reason")), of="version-reason")
        + tag("p", escape(counts(commit, words)), of="version-counts")
        + tag("p", inside, of="version-facts")
    )


def file_link(commit: Commit, address: str) -> str:
    """Return the name of the file that was received, leading to it."""
    return tag("a", escape(PurePath(commit.file or "").name), of="download", href=address, download="download")


def facts(commit: Commit, words: Text, *, file_address: str) -> str:
    """Return everything that is known of a version."""
    told = {
        "source_at": escape(when(commit, words)),
        "source_by": escape(commit.by or words("page.history_nobody")),
        "history_approved_by": escape(commit.approved_by or ""),
        "source_reason": escape(commit.reason),
        "source_document": escape(commit.document or ""),
        "history_sender": escape(commit.sender or ""),
        "history_counts": escape(counts(commit, words)),
        "history_restored": ""
        if commit.restored_from is None
        else escape(words("page.history_version", version=commit.restored_from)),
        "source_file": file_link(commit, file_address) if file_address else "",
        "source_hash": escape((commit.sha256 or "")[:DIGITS_OF_HASH]),
    }
    rows = (tag("div", tag("dt", escape(words(f"page.{key}"))) + tag("dd", said)) for key, said in told.items() if said)
    return tag("dl", "".join(rows), of="facts")
