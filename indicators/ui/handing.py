"""The page on which staff make a hand-out, show its address as a square for phones, replace and withdraw it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

import streamlit as st

from indicators import catalogue, handout, labels, snapshot
from indicators.clock import by_office_clock
from indicators.errors import IndicatorsError
from indicators.exhibits import Progress, silent
from indicators.handout import Handout
from indicators.store import Store
from indicators.ui import access, cached, errors, handed, session
from indicators.ui.elements.markup import tag
from indicators.ui.reader import Reader


def maker(reader: Reader) -> None:
    """Place the button that makes a hand-out of the version and year shown; for anybody else a sentence."""
    words = reader.words
    with st.container(key="card-handout-make"):
        shown = words("page.version_and_year", version=reader.selection.version, year=reader.selection.as_of)
        st.html(tag("h2", escape(words("page.handout_make_title")), of="card-title") + tag("p", escape(shown)))
        if access.staff() is None:
            st.html(tag("p", escape(words("page.handout_staff_only")), of="empty"))
            return
        if st.button(words("page.handout_make"), type="primary", key=session.HANDOUT_MAKE):
            _make(reader)


def shelf(reader: Reader) -> None:
    """Place every hand-out with its address and square, the newest first; staff may replace or withdraw it."""
    found = handout.handouts(Path(reader.folder))
    if not found:
        st.html(tag("p", escape(reader.words("page.handout_none")), of="empty"))
    for each in found:
        with st.container(key=f"card-handout-{each.code}"):
            _one(reader, each)


def make(reader: Reader, *, replacing: str | None = None, progress: Progress = silent) -> Handout:
    """Make the file of what the reader sees and put it at an address; raises NotSignedIn and StoreForbidden."""
    who = access.require_staff()
    store: Store = cached.store(reader.folder)
    made = snapshot.snapshot(
        store.at(reader.selection.version),
        catalogue.load(),
        labels.text(reader.selection.language),
        as_of=reader.selection.as_of,
        progress=progress,
    )
    return handout.publish(store.folder, made, by=who.name, replacing=replacing)


def withdraw(reader: Reader, code: str) -> Handout:
    """Take a hand-out from its address; raises NotSignedIn, UnknownHandout and StoreForbidden."""
    who = access.require_staff()
    return handout.withdraw(Path(reader.folder), code, by=who.name)


def address_of(code: str) -> str:
    """Return the address of a code as the reader's own browser reaches this server."""
    at = st.context.url or ""
    scheme, _, rest = at.partition("://")
    return handed.address(f"{scheme}://{rest.split('/', 1)[0]}", code)


def _one(reader: Reader, each: Handout) -> None:
    words = reader.words
    when = words.moment(each.at)
    shown = words("page.version_and_year", version=each.version, year=each.as_of)
    told = words("page.handout_told", by=each.by, when=when, size=words.number(each.size / 1e6, 1))
    about = tag("h2", escape(each.title), of="card-title") + tag("p", escape(f"{shown}. {told}"))
    if each.withdrawn_at is not None:
        gone = words.date(by_office_clock(each.withdrawn_at).date())
        st.html(about + tag("p", escape(words("page.handout_withdrawn", by=each.withdrawn_by, when=gone)), of="empty"))
        return
    address = address_of(each.code)
    with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
        st.image(handout.qr_svg(address).decode("utf-8"), width=220)
        with st.container():
            st.html(about)
            st.code(address, language=None)
            with st.container(horizontal=True, gap="small"):
                st.link_button(words("page.handout_open"), address)
                st.download_button("QR SVG", handout.qr_svg(address), f"qr-{each.code}.svg", "image/svg+xml",
                                   key=f"{session.HANDOUT_SVG}_{each.code}")  # fmt: skip
                st.download_button("QR PNG", handout.qr_png(address), f"qr-{each.code}.png", "image/png",
                                   key=f"{session.HANDOUT_PNG}_{each.code}")  # fmt: skip
            if access.staff() is not None:
                _change(reader, each)


def _change(reader: Reader, each: Handout) -> None:
    words = reader.words
    with st.container(horizontal=True, gap="small"):
        if st.button(words("page.handout_replace"), key=f"{session.HANDOUT_REPLACE}_{each.code}"):
            _make(reader, replacing=each.code)
        if st.button(words("page.handout_withdraw"), key=f"{session.HANDOUT_WITHDRAW}_{each.code}"):
            _do(reader, lambda: withdraw(reader, each.code))


def _make(reader: Reader, *, replacing: str | None = None) -> None:
    said = reader.words("page.handout_making")
    bar = st.progress(0.0, text=said)

    def told(done: int, of: int) -> None:
        bar.progress(done / of, text=said)

    _do(reader, lambda: make(reader, replacing=replacing, progress=told))
    bar.empty()


def _do(reader: Reader, act: Callable[[], Handout]) -> None:
    try:
        act()
    except IndicatorsError as error:
        errors.say(error, reader.words)
    else:
        st.rerun()
