"""Step 3: everything that was found, each at its cell, with what mends it; and the file to send back."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from indicators import intake
from indicators.intake import Finding, Severity
from indicators.labels import Text
from indicators.ui import session
from indicators.ui.elements.markup import tag
from indicators.ui.reader import Reader
from indicators.ui.upload import desk, look, said, sheets, state
from indicators.ui.upload import draft as drafts
from indicators.ui.upload.draft import Draft, Step
from indicators.ui.upload.findings import Alike, Group, groups, safe_answers, safe_count
from indicators.ui.upload.template import XLSX
from indicators.ui.upload.work import Checked

SHOWN_BEFORE_UNFOLDING = 3
MOST_SHOWN = 60
MOST_CELLS = 8
FINDINGS, GRID = 5, 7
# What is wrong with a whole table is put right where it is recognised: its indicator, its columns, or not to read it.
OF_THE_TABLE = frozenset(
    {
        "indicator_not_named", "indicator_named_twice", "own_row_missing", "unnamed_column", "unit_differs", "bad_year",
        "block_not_read", "repeated_column", "missing_column",
    }
)  # fmt: skip


def show(reader: Reader, draft: Draft) -> None:
    """Place what blocks, the findings beside the sheet, what was mended, and the ways on."""
    words = reader.words
    known = desk.checked(reader, draft)
    found = known.report.findings
    draft = _first_look(known, draft)
    with st.container(key="card-check"):
        look.title(words("upload.check_title"), words("upload.check_sentence"))
        _standing(known, words)
        # A file without a word about it has the whole width for its sheet. One that was mended keeps its columns: a
        # grid that moves elsewhere on the page is made anew, and the clerk's place in it would be lost.
        is_talked_about = bool(found or draft.answers)
        left, right = st.columns([FINDINGS, GRID], gap="medium") if is_talked_about else (None, st.container())
        if left is not None:
            with left, st.container(key="findings", gap="small"):
                _mend_all(found, words)
                for number, group in enumerate(groups([one for one in found if one.severity != Severity.INFO], words)):
                    _group(known, draft, group, number, words)
                _infos(known, draft, words)
                said.show(known, draft, words)
        with right, st.container(key="beside", gap="small"):
            sheets.picker(known, draft, words)
            sheets.show(reader, known, draft, is_editable=True, tells=False)
            st.html(tag("p", escape(words("upload.grid_hint")), of="hint"))
    _sent_back(known, words)
    look.ways(
        words, Step.CHECK, back=Step.RECOGNISE, label=words("upload.to_consequences"),
        disabled=not known.report.publishable,
        on_click=state.go, args=(Step.CONSEQUENCES,),
    )  # fmt: skip


def _first_look(known: Checked, draft: Draft) -> Draft:
    """Return the draft looking at the first thing that blocks, where it looks at no cell yet."""
    first = next((one for one in known.report.findings if one.blocks and one.cell is not None), None)
    if draft.look.cell is None and first is not None:
        sheets.look_at(known, first.sheet, first.cell)
    return state.draft()


def _standing(known: Checked, words: Text) -> None:
    """Say what still keeps the file from being published."""
    errors, questions = (known.report.count(severity) for severity in (Severity.ERROR, Severity.QUESTION))
    if errors or questions:
        key = "upload.blocked" if errors and questions else "upload.errors" if errors else "upload.questions"
        sentence = words(key, errors=errors, questions=questions)
    else:
        sentence = words("upload.clear", rows=words.number(known.report.rows))
    of = "standing blocked" if errors or questions else "standing clear"
    st.html(tag("p", escape(sentence), of=of, role="status"))


def _mend_all(found: Sequence[Finding], words: Text) -> None:
    count = safe_count(found)
    if count:
        st.button(
            words("upload.mend_all", count=count), key=f"{session.UPLOAD_BUTTON}_mend_all", type="primary",
            icon=":material/done_all:", on_click=state.answer, args=safe_answers(found),
            help=words("upload.mend_all_help"),
        )  # fmt: skip


def _group(known: Checked, draft: Draft, group: Group, number: int, words: Text) -> None:
    is_whole = group.code in draft.unfolded
    shown = group.alike[: MOST_SHOWN if is_whole else SHOWN_BEFORE_UNFOLDING]
    with st.container(key=f"finding-{group.severity}-{number}", gap="small"):
        title = words(f"upload.severity_{group.severity}")
        st.html(tag("p", escape(f"{title} · {words.number(group.count)}" if group.count > 1 else title), of="severity"))
        for place, alike in enumerate(shown):
            _alike(known, alike, f"{number}_{place}", words)
        rest = len(group.alike) - len(shown)
        if rest and not is_whole:
            st.button(
                words("upload.unfold", count=words.number(rest)), key=f"{session.UPLOAD_BUTTON}_unfold_{number}",
                type="tertiary", on_click=state.change, args=(drafts.unfolded, group.code),
            )  # fmt: skip
        elif rest:
            st.html(tag("p", escape(words("upload.rest_in_file", count=words.number(rest))), of="hint"))


def _alike(known: Checked, alike: Alike, place: str, words: Text) -> None:
    with st.container(key=f"alike-{place}", gap="xsmall"):
        st.html(tag("p", escape(alike.sentence), of="finding-sentence"))
        with st.container(key=f"cells-{place}", horizontal=True, gap="xsmall", vertical_alignment="center"):
            at = [finding for finding in alike.findings if finding.cell is not None]
            for number, finding in enumerate(at[:MOST_CELLS]):
                st.button(
                    _where(known, finding, words), key=f"{session.UPLOAD_BUTTON}_cell_{place}_{number}",
                    icon=":material/my_location:", on_click=sheets.look_at, args=(known, finding.sheet, finding.cell),
                )  # fmt: skip
            if len(at) > MOST_CELLS:
                more = words("upload.more_cells", count=words.number(len(at) - MOST_CELLS))
                st.html(tag("span", escape(more), of="hint"), width="content")
            if at and at[0].code in OF_THE_TABLE:
                st.button(
                    words("upload.recognise_again"), key=f"{session.UPLOAD_BUTTON}_again_{place}",
                    icon=":material/tune:", on_click=_recognise_again, args=(known, at[0]),
                )  # fmt: skip
            for offer, name in enumerate(alike.offers):
                st.button(
                    name, key=f"{session.UPLOAD_BUTTON}_offer_{place}_{offer}", on_click=state.answer,
                    args=alike.answers(offer), type="secondary", icon=":material/check:",
                )  # fmt: skip


def _recognise_again(known: Checked, finding: Finding) -> None:
    """Go back to what the file is taken for, with the cell in sight."""
    sheets.look_at(known, finding.sheet, finding.cell)
    state.go(Step.RECOGNISE)


def _where(known: Checked, finding: Finding, words: Text) -> str:
    if known.names_sheets and finding.sheet is not None:
        return words("upload.cell_of_sheet", cell=finding.cell, sheet=finding.sheet)
    return words("upload.cell", cell=finding.cell)


def _infos(known: Checked, draft: Draft, words: Text) -> None:
    found = groups([one for one in known.report.findings if one.severity == Severity.INFO], words)
    if found:
        with st.expander(words("upload.infos", count=sum(group.count for group in found))):
            for number, group in enumerate(found):
                _group(known, draft, group, 1000 + number, words)


def _sent_back(known: Checked, words: Text) -> None:
    """Place the file that goes back to its sender and the letter that goes with it."""
    told = [one for one in known.report.findings if one.severity != Severity.INFO]
    if not told:
        return
    # Letter and file of a file with thousands of faults take long: they are made when somebody opens this.
    folded = st.expander(
        words("upload.send_back"), icon=":material/undo:", key=session.UPLOAD_SEND_BACK, on_change="rerun"
    )
    if not folded.open:
        return
    with folded:
        st.html(tag("p", escape(words("upload.send_back_sentence")), of="step-sentence"))
        stem = known.report.file.rpartition(".")[0] or known.report.file
        st.download_button(
            words("upload.send_back_file"), lambda: intake.error_file(known.typed, known.report.findings, words),
            file_name=f"{words('upload.send_back_prefix')}{stem}.xlsx", mime=XLSX, on_click="ignore",
            key=f"{session.UPLOAD_BUTTON}_send_back",
        )  # fmt: skip
        look.part(words("upload.letter"))
        st.code(intake.letter(known.report, words), language=None, wrap_lines=True, height=320)
