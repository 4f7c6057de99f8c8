"""The findings of a file as a clerk works through them: the worst first, the same one once with all its cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indicators.intake import Answer, Finding, Severity
from indicators.labels import Text

# Of a kind that comes by the ten thousand nobody reads more; mended, the next ones come up.
MOST_LAID_TOGETHER = 1_000


@dataclass(frozen=True)
class Alike:
    """Findings that say the same and offer the same clicks; each stands at its own cell."""

    sentence: str
    offers: tuple[str, ...]
    findings: tuple[Finding, ...]

    def answers(self, offer: int) -> tuple[Answer, ...]:
        """Return what one click says, for all of these at once."""
        return tuple(answer for finding in self.findings for answer in finding.choices[offer].answers)

    def is_safe(self, offer: int) -> bool:
        """Whether the click is one that can't be wrong."""
        return all(finding.choices[offer].is_safe for finding in self.findings)


@dataclass(frozen=True)
class Group:
    """Everything of one kind: `count` findings, the first of them laid together where they say the same."""

    severity: Severity
    code: str
    alike: tuple[Alike, ...]
    count: int


def groups(findings: Iterable[Finding], words: Text) -> tuple[Group, ...]:
    """Return the findings by severity and kind, in the order of the file within each."""
    by_kind: dict[tuple[Severity, str], list[Finding]] = {}
    for finding in findings:
        by_kind.setdefault((finding.severity, finding.code), []).append(finding)
    made = [
        Group(severity, code, _alike(found[:MOST_LAID_TOGETHER], words), len(found))
        for (severity, code), found in by_kind.items()
    ]
    order = list(Severity)
    return tuple(sorted(made, key=lambda group: order.index(group.severity)))


def _alike(findings: Iterable[Finding], words: Text) -> tuple[Alike, ...]:
    together: dict[tuple[str, tuple[str, ...]], list[Finding]] = {}
    for finding in findings:
        offers = tuple(words.name(choice.name) for choice in finding.choices)
        together.setdefault((finding.sentence(words), offers), []).append(finding)
    return tuple(Alike(sentence, offers, tuple(same)) for (sentence, offers), same in together.items())


def safe_answers(findings: Sequence[Finding]) -> tuple[Answer, ...]:
    """Return what "mend all" says: the safe choice of each finding that has just one."""
    found: list[Answer] = []
    for finding in findings:
        safe = [choice for choice in finding.choices if choice.is_safe]
        if len(safe) == 1:
            found += safe[0].answers
    return tuple(found)


def safe_count(findings: Sequence[Finding]) -> int:
    """Return how many findings "mend all" would answer."""
    return sum(sum(choice.is_safe for choice in finding.choices) == 1 for finding in findings)
