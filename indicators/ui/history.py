"""The history, drawn: the list of versions with its filters, and one version laid beside another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from html import escape

import streamlit as st

from indicators.catalogue.alphabet import alphabetical
from indicators.clock import by_office_clock
from indicators.selection import KEY_BY_FIELD
from indicators.store import Commit, no_longer_kept
from indicators.ui import cached, received_route, restoring, screens, session, versions
from indicators.ui.elements import version
from indicators.ui.elements.markup import tag
from indicators.ui.heading import empty, heading, trail
from indicators.ui.reader import Reader

ANYTHING = ""


def compared(reader: Reader) -> Reader | None:
    """Return the reader with both versions settled that are laid side by side, None where the list is asked for."""
    former, latter = reader.selection.compared_from, reader.selection.compared_to
    if former is None and latter is None:
        return None
    latter = reader.latest if latter is None else latter
    former = max(latter - 1, 0) if former is None else former
    return replace(reader, selection=replace(reader.selection, compared_from=former, compared_to=latter))


def versions_list(reader: Reader) -> None:
    """Place the heading, the filters and the versions that answer them, the newest first."""
    commits = cached.history(reader.folder, reader.latest)
    words = reader.words
    first = words.date(by_office_clock(commits[-1].at).date())
    gone = no_longer_kept(commits)
    key = "page.history_sentence_gone" if gone else "page.history_sentence"
    sentence = words(key, count=words.number(len(commits)), first=first, gone=words.number(len(gone)))
    heading(words("page.history"), sentence=sentence)
    restoring.say_restored(reader)
    with st.container(key="filters-history", horizontal=True, gap="small"):
        _filters(reader, commits)
    asked = versions.asked_in(reader.beside, indicator=reader.selection.indicator)
    touched = cached.indicators_by_version(reader.folder, reader.latest) if asked.indicator else {}
    found = versions.listed(commits, touched, asked)
    if not found.commits:
        empty(reader, words("page.history_none"))
        return
    with st.container(key="card-versions"):
        st.html(
            tag("ul", "".join(_row(reader, commit, is_kept=commit.version not in gone) for commit in found.commits))
        )
    _pages(reader, found)


def comparison_heading(reader: Reader) -> None:
    """Place which version is shown against which, what is known of it, and the two lists to choose others."""
    words, commits = reader.words, _by_version(reader)
    former, latter = reader.selection.compared_from or 0, reader.selection.compared_to or 0
    above = trail(reader, ("history", words("page.history_all"), reader.query_elsewhere()))
    heading(words("page.history_compared", former=former, latter=latter), trail=above)
    restoring.say_restored(reader)
    with st.container(key="filters-compared", horizontal=True, gap="small"):
        shown = {str(number): _named(reader, commit) for number, commit in commits.items()}
        _choose(reader, "compared_from", session.COMPARED_FROM, str(former), shown)
        _choose(reader, "compared_to", session.COMPARED_TO, str(latter), shown)
    commit = commits[latter]
    with st.container(key="card-version"):
        title = tag("h2", escape(words("page.history_version", version=latter)), of="card-title")
        st.html(title + version.facts(commit, words, file_address=received_route.address(commit)))
        screens.link("overview", words("page.history_overview"), reader.query_elsewhere(version=latter))


def restore_form(reader: Reader) -> None:
    """Place, for a signed-in member of staff, the way back to the version that is shown."""
    restoring.form(reader, reader.selection.compared_to or 0)


def _by_version(reader: Reader) -> dict[int, Commit]:
    return {commit.version: commit for commit in cached.history(reader.folder, reader.latest)}


def _row(reader: Reader, commit: Commit, *, is_kept: bool) -> str:
    label = reader.words("page.history_version", version=commit.version)
    link = screens.anchor("history", label, reader.query_elsewhere(compared_to=commit.version), of="row-name")
    told = version.line(commit, reader.words, file_address=received_route.address(commit), is_kept=is_kept)
    return tag("li", link + told, of="version")


def _filters(reader: Reader, commits: tuple[Commit, ...]) -> None:
    words = reader.words
    people = {name: name for name in versions.people_in(commits)}
    asked = versions.asked_in(reader.beside, indicator=None)
    _choose(reader, versions.PERSON_KEY, session.PERSON, asked.person, {ANYTHING: words("page.anyone"), **people})
    named = {id: words.name(definition) for id, definition in reader.definitions.items()}
    by_name = sorted(named.items(), key=lambda item: alphabetical(item[1]))
    indicators = {ANYTHING: words("page.any_indicator"), **dict(by_name)}
    chosen = reader.selection.indicator or ANYTHING
    _choose(reader, "indicator", session.TOUCHED_INDICATOR, chosen, indicators)
    st.session_state[session.SEARCHED] = asked.words
    st.text_input(
        words("page.filter_search"), key=session.SEARCHED, max_chars=versions.LONGEST_WORDS, icon=":material/search:",
        placeholder=words("page.search_in"), on_change=partial(_written, versions.SEARCH_KEY, session.SEARCHED),
    )  # fmt: skip


def _choose(reader: Reader, field: str, key: str, chosen: str, names: Mapping[str, str]) -> None:
    # A person whom the address names and who never published stays to be seen, with nothing listed.
    shown = {**names, chosen: names.get(chosen, chosen)}
    st.session_state[key] = chosen
    st.selectbox(
        reader.words(f"page.filter_{field}"), list(shown), key=key, format_func=partial(_name, shown),
        on_change=partial(_written, KEY_BY_FIELD.get(field, field), key),
    )  # fmt: skip


def _name(names: Mapping[str, str], code: str) -> str:
    return names.get(code, code)


def _written(key_of_address: str, key: str) -> None:
    """Write a widget's code into the address; another list begins with its first page."""
    code = str(st.session_state.get(key) or ANYTHING).strip()
    st.query_params.pop(versions.PAGE_KEY, None)
    if code == ANYTHING:
        st.query_params.pop(key_of_address, None)
    else:
        st.query_params[key_of_address] = code


def _named(reader: Reader, commit: Commit) -> str:
    return reader.words("page.history_named", version=commit.version, at=version.when(commit, reader.words))


def _pages(reader: Reader, found: versions.Listed) -> None:
    words = reader.words
    with st.container(key="pages-history", horizontal=True, gap="small", vertical_alignment="center"):
        figures = {"count": words.number(found.count), "page": found.page, "pages": found.pages}
        st.html(tag("p", escape(words("page.history_page", **figures)), of="more"), width="content")
        for key, page in (("page.newer", found.page - 1), ("page.older", found.page + 1)):
            if 1 <= page <= found.pages:
                query = {**reader.query, **reader.beside, versions.PAGE_KEY: str(page)}
                screens.link("history", words(key), query)
