"""Which versions the history lists: what the address asks for, and the commits that answer it, a page at a time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indicators.catalogue.alphabet import alphabetical
from indicators.catalogue.spelling import without_marks
from indicators.store import Commit

ON_A_PAGE = 25
PERSON_KEY, SEARCH_KEY, PAGE_KEY = KEYS = ("nguoi", "tim", "trang_so")
LONGEST_WORDS = 100
PAGE_NUMBER = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True)
class Asked:
    """Whose versions, of which indicator, with which words in them, and which page of the list."""

    person: str = ""
    words: str = ""
    indicator: str | None = None
    page: int = 1


@dataclass(frozen=True)
class Listed:
    """The versions of one page of the list, how many there are on all pages, and which page it is of how many."""

    commits: tuple[Commit, ...]
    count: int
    page: int
    pages: int


def asked_in(params: Mapping[str, str], *, indicator: str | None) -> Asked:
    """Return what an address asks the history for; a page that is no number is the first."""
    page = params.get(PAGE_KEY, "")
    return Asked(
        person=params.get(PERSON_KEY, "").strip()[:LONGEST_WORDS],
        words=params.get(SEARCH_KEY, "").strip()[:LONGEST_WORDS],
        indicator=indicator,
        page=int(page) if PAGE_NUMBER.fullmatch(page) else 1,
    )


def people_in(commits: Sequence[Commit]) -> list[str]:
    """Return whoever made a version, by name."""
    return sorted({commit.by for commit in commits if commit.by}, key=alphabetical)


def listed(commits: Sequence[Commit], touched: Mapping[int, frozenset[str]], asked: Asked) -> Listed:
    """Return the page of the list that is asked for; one beyond the end is the last."""
    wanted = [commit for commit in commits if _answers(commit, touched.get(commit.version, frozenset()), asked)]
    pages = max(1, -(-len(wanted) // ON_A_PAGE))
    page = min(max(asked.page, 1), pages)
    return Listed(tuple(wanted[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]), len(wanted), page, pages)


def _answers(commit: Commit, touched: frozenset[str], asked: Asked) -> bool:
    if asked.person and commit.by != asked.person:
        return False
    if asked.indicator and asked.indicator not in touched:
        return False
    told = (str(commit.version), commit.by, commit.reason, commit.document, commit.file, commit.sender)
    searched = without_marks(" ".join(each for each in told if each))
    return all(word in searched for word in without_marks(asked.words).split())
