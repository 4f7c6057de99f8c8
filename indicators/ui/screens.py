"""The pages there are, in the order of the menu, and the links between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from indicators.labels import Text
from indicators.ui.elements.markup import tag

FOLDER = Path(__file__).resolve().parents[2] / "pages"


@dataclass(frozen=True)
class Screen:
    """A page: the file it is made in, and the word it has in an address.

    `needs_figures`: whether it has nothing to show before the first indicator is published.
    """

    name: str
    url_path: str
    is_in_menu: bool = True
    needs_figures: bool = True

    @property
    def file(self) -> Path:
        """Where the page is made."""
        return FOLDER / f"{self.name}.py"

    def page(self, words: Text) -> st.Page:
        """Return the page as Streamlit's navigation wants it."""
        return st.Page(
            self.file,
            title=words(f"page.{self.name}"),
            url_path=self.url_path,
            default=self.url_path == "",
        )


SCREENS = (
    Screen("overview", ""),
    Screen("indicator", "indicator"),
    Screen("sector", "sector"),
    Screen("district", "district"),
    Screen("method", "method"),
    Screen("completeness", "completeness", is_in_menu=False),
    Screen("handout", "handout", is_in_menu=False),
    Screen("source", "source", is_in_menu=False),
    Screen("sign_in", "sign-in", is_in_menu=False, needs_figures=False),
    Screen("upload", "upload", is_in_menu=False, needs_figures=False),
    Screen("approval", "approval", is_in_menu=False, needs_figures=False),
    Screen("history", "history", is_in_menu=False, needs_figures=False),
    Screen("help", "help", is_in_menu=False, needs_figures=False),
    Screen("help_office", "help-office", is_in_menu=False, needs_figures=False),
)
# What the standing office does, in the order of its work, and its guide; linked under the band once signed in.
OF_THE_OFFICE = ("upload", "history", "completeness", "approval", "handout", "help_office")
# What of it leads on whoever is not signed in yet, in the foot.
OF_THE_OFFICE_IN_FOOT = ("upload", "history", "completeness", "help_office")
BY_NAME: Mapping[str, Screen] = {screen.name: screen for screen in SCREENS}


def address(name: str, query: Mapping[str, str]) -> str:
    """Return the address of a page that keeps what is shown."""
    return f"{BY_NAME[name].url_path or '.'}?{urlencode(query)}"


def anchor(name: str, label: str, query: Mapping[str, str], *, of: str = "", **attributes: str) -> str:
    """Return a link to a page; pages.js changes the page on it without loading the application anew."""
    return tag("a", escape(label), of=of, href=address(name, query), target="_self", **attributes)


def link(name: str, label: str, query: Mapping[str, str]) -> None:
    """Place a link to a page among elements of Streamlit's own."""
    st.html(anchor(name, label, query, of="page-link"), width="content")
