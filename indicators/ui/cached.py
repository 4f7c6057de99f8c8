"""The only caches: the store, its definitions, and exhibits, each held by the store's version and what was asked.

A commit makes another version and so another entry; nothing is ever cleared. Functions cached here are never defined
in a page, because Streamlit hashes a page's function anew at every run.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

import streamlit as st

from indicators import catalogue, labels, snapshot
from indicators.catalogue.definition import Definition
from indicators.exhibits import Progress, Scan, document_of, verdicts
from indicators.exhibits.exhibit import Exhibit
from indicators.intake import RawBook
from indicators.selection import LANGUAGES, Selection
from indicators.store import Commit, Store
from indicators.ui import directory as directories
from indicators.ui import drawing, style
from indicators.ui.builders import BUILDERS, MAP, NAMES_BY_PAGE
from indicators.ui.documents import KINDS
from indicators.ui.elements import later
from indicators.ui.elements import sheet as sheets
from indicators.ui.elements.sheet import sheet
from indicators.ui.latest import Latest
from indicators.ui.received import Place, Received, find
from indicators.ui.upload import work
from indicators.ui.upload.work import Checked, Foreseen, Handed

# An entry is a small table, or what is drawn of it, of 10 to 200 kB: this many stay under some 200 MB and hold what is
# asked for most, every year, place and theme of the overview among them.
MOST_EXHIBITS = 1500
MOST_VERSIONS = 200
# A clerk's file is theirs alone: these live in their session and end with it. Two, so that going back costs nothing.
MOST_FILES = 1
MOST_CHECKS = 2
# Each holds all commits; only the latest one is asked for.
MOST_HISTORIES = 2
# A document is 50 kB to 700 kB and takes seconds to make.
MOST_DOCUMENTS = 24
# The document of a talk or a kiosk is 1.6 MB compressed, its figures alone a tenth of that.
# Where the server has its typefaces, seen from a talk and a kiosk.
FACES = "static/media"
MOST_STAGES = 8
MOST_SLIDES = 16

# Rows of exhibits by their names: one a row, or two side by side.
Names = tuple[tuple[str, ...], ...]


@st.cache_resource(show_spinner=False)
def store(folder: str) -> Store:
    """Return the store of a folder, opened once; raises StoreMissing."""
    return Store.open(folder)


@st.cache_resource(show_spinner=False, max_entries=MOST_VERSIONS)
def definitions(folder: str, version: int) -> Mapping[str, Definition]:
    """Return the definitions of one version by id; nobody changes them, so nobody needs a copy."""
    return MappingProxyType(verdicts.definitions(store(folder).at(version)))


@st.cache_data(show_spinner=False, max_entries=MOST_HISTORIES)
def history(folder: str, version: int) -> tuple[Commit, ...]:
    """Return every version up to the latest one, the newest first."""
    return tuple(commit for commit in store(folder).history() if commit.version <= version)


@st.cache_data(show_spinner=False, max_entries=MOST_HISTORIES)
def indicators_by_version(folder: str, version: int) -> dict[int, frozenset[str]]:
    """Return for each version up to the latest one the indicators that it changed."""
    return {at: touched for at, touched in store(folder).indicators_by_version().items() if at <= version}


def exhibit(folder: str, name: str, selection: Selection) -> Exhibit:
    """Return the exhibit of a selection whose version is settled; raises UnknownIndicator and its like."""
    borders = catalogue.borders_stamp() if name == MAP else ()
    return _exhibit(folder, name, selection, borders)


@st.cache_data(show_spinner=False, max_entries=MOST_EXHIBITS)
def _exhibit(folder: str, name: str, selection: Selection, borders: catalogue.Stamp) -> Exhibit:
    """Return an exhibit; `borders` are the office's files as they are now, where it is drawn on them."""
    reading = store(folder).at(selection.version)
    return BUILDERS[name](reading, catalogue.load(), selection, labels.text(selection.language))


@st.cache_data(show_spinner=False, max_entries=MOST_DOCUMENTS)
def document(folder: str, kind: str, selection: Selection, _progress: Progress, scan: Scan | None = None) -> bytes:
    """Return the slides, workbook or report of a selection whose version is settled; raises UnknownDistrict.

    Whoever finds it made already is told of no progress. `scan` names the server by which it was asked for.
    """
    reading = store(folder).at(selection.version)
    told = document_of(reading, catalogue.load(), selection, labels.text(selection.language), scan=scan)
    return KINDS[kind].make(told, progress=_progress)


@st.cache_data(show_spinner=False, max_entries=MOST_SLIDES)
def slides(folder: str, selection: Selection) -> snapshot.Slides:
    """Return the slides of the year, group and language of a selection whose version is settled."""
    made = store(folder).at(selection.version)
    return snapshot.slides(
        made, catalogue.load(), labels.text(selection.language), as_of=selection.as_of, group=selection.group,
        published=commit(folder, made.version).at,
    )  # fmt: skip


@st.cache_data(show_spinner=False, max_entries=MOST_SLIDES)
def figures_of_slides(folder: str, selection: Selection) -> bytes:
    """Return the figures of the slides alone, compressed."""
    return gzip.compress(slides(folder, selection).packed, 6, mtime=0)


@st.cache_data(show_spinner=False, max_entries=MOST_STAGES)
def kiosk(folder: str, selection: Selection) -> bytes:
    """Return the document of a kiosk, compressed."""
    words, faces = labels.text(selection.language), style.faces(FACES)
    return gzip.compress(snapshot.kiosk(slides(folder, selection), words, faces=faces), 6, mtime=0)


@st.cache_data(show_spinner=False, max_entries=MOST_STAGES)
def talk(folder: str, selection: Selection, scan: Scan | None) -> bytes:
    """Return the document of a talk, compressed; `scan` names the server by which it was asked for."""
    words, faces = labels.text(selection.language), style.faces(FACES)
    return gzip.compress(snapshot.talk(slides(folder, selection), words, faces=faces, scan=scan), 6, mtime=0)


@st.cache_data(show_spinner=False, max_entries=MOST_VERSIONS)
def commit(folder: str, version: int) -> Commit:
    """Return who published a version and why."""
    return next(told for told in store(folder).history() if told.version == version)


@st.cache_data(show_spinner=False, max_entries=MOST_VERSIONS)
def received(folder: str, version: int, place: Place) -> Received:
    """Return what is known of a cell of a received file; raises UnreadableFile and UnknownReceived."""
    return find(store(folder), place, version=version)


@st.cache_data(show_spinner=False, max_entries=MOST_EXHIBITS)
def packed(html: str) -> bytes:
    """Return the HTML of a page compressed by gzip."""
    return gzip.compress(html.encode("utf-8"), mtime=0)


@st.cache_resource(show_spinner=False)
def latest(folder: str) -> Latest:
    """Return what knows the newest version of a folder's store."""
    return Latest(lambda: store(folder).version, partial(_make_ready, folder))


def _make_ready(folder: str, version: int) -> None:
    """Make what most readers of a version ask for first: the overview, in each language."""
    as_of = verdicts.default_as_of(catalogue.load())
    if definitions(folder, version):
        for language in LANGUAGES:
            for name in NAMES_BY_PAGE["overview"]:
                exhibit(folder, f"overview.{name}", Selection(as_of=as_of, language=language, version=version))


@st.cache_data(show_spinner=False, max_entries=MOST_EXHIBITS, hash_funcs={Selection: repr, tuple: repr})
def drawn(folder: str, rows: Names, selection: Selection, theme: str, lead: str) -> None:
    """Draw rows of exhibits, or replay the elements of the same ones drawn before.

    What is asked for is told apart by how it is written: Streamlit's own way, field by field, takes longer than to
    replay it.
    """
    draw(folder, rows, selection, theme, lead)


def draw(folder: str, rows: Names, selection: Selection, theme: str, lead: str) -> None:
    """Draw rows of exhibits anew, `lead` as the heading of the page; nothing is drawn before all of them are made."""
    made = [[_placed(folder, name, selection, is_lead=name == lead) for name in row] for row in rows]
    drawing.draw(made, theme)


@st.cache_data(show_spinner=False, max_entries=MOST_EXHIBITS, hash_funcs={Selection: repr, tuple: repr})
def markup(folder: str, rows: Names, selection: Selection, lead: str) -> str:
    """Return rows of exhibits, none of them a chart, as one piece of markup."""
    return drawing.markup([[_placed(folder, name, selection, is_lead=name == lead) for name in row] for row in rows])


def _placed(folder: str, name: str, selection: Selection, *, is_lead: bool) -> drawing.Placed:
    found = exhibit(folder, name, selection)
    return sheet(found, name, selection, is_lead=is_lead, said=said_above(folder, name, selection)), found


@st.cache_data(show_spinner=False, max_entries=MOST_EXHIBITS)
def part(folder: str, name: str, which: str, selection: Selection) -> bytes:
    """Return the markup of an exhibit's drawing or of its figures, compressed by gzip; KeyError for another part."""
    markup = {later.DRAWING: sheets.drawing, later.FIGURES: sheets.figures_of}[which]
    return gzip.compress(markup(exhibit(folder, name, selection), name, selection).encode("utf-8"), mtime=0)


@st.cache_data(show_spinner=False, max_entries=MOST_VERSIONS)
def directory(folder: str, version: int, language: str) -> bytes:
    """Return the names of a version and where each leads, as JSON compressed by gzip."""
    return directories.packed(catalogue.load(), definitions(folder, version), labels.text(language))


def said_above(folder: str, name: str, selection: Selection) -> str:
    """Return the name that the page's heading already says, so that titles under it need not say it again."""
    if not name.startswith("indicator.") or not selection.indicator or selection.version is None:
        return ""
    known = definitions(folder, selection.version).get(selection.indicator)
    return "" if known is None else labels.text(selection.language).name(known)


@st.cache_resource(show_spinner=False, max_entries=MOST_FILES, scope="session")
def handed_in(file: str, sha256: str, _content: bytes) -> RawBook:
    """Return a file that was handed in, opened; its bytes are known by their hash. Raises UnreadableFile."""
    return work.opened(file, _content)


@st.cache_resource(show_spinner=False, max_entries=MOST_CHECKS, scope="session")
def checked(folder: str, version: int, handed: Handed, _content: bytes) -> Checked:
    """Return a file checked against one version of the store, with what was said beside it.

    Raises UnreadableFile.
    """
    book = handed_in(handed.file, handed.sha256, _content)
    return work.checked(book, store(folder).at(version), catalogue.load(), handed)


@st.cache_resource(show_spinner=False, max_entries=MOST_CHECKS, scope="session")
def foreseen(folder: str, version: int, handed: Handed, _content: bytes) -> Foreseen:
    """Return what publishing a file would do upon one version of the store; raises UnreadableFile."""
    report = checked(folder, version, handed, _content).report
    return work.foreseen(report, store(folder).at(version), catalogue.load())
