"""The style sheet: one file of rules, its colours as variables written from the palette of the theme."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import cache
from pathlib import Path

import streamlit as st

from indicators.labels import Text
from indicators.palette import SANS, SERIF, Palette, palette

RULES = Path(__file__).with_name("style.css")
# A file of our own, served where Streamlit has its own icon for the browser's tab.
ICON = Path(__file__).with_name("leaf.png")


@cache
def sheet(theme: str) -> str:
    """Return the rules of a theme, ready to be placed in a page."""
    return (
        f"<style>:root{{{_variables(palette(theme))}}}\n{_statuses(palette(theme))}\n{RULES.read_text('utf-8')}</style>"
    )


def place(theme: str, words: Text) -> None:
    """Put the style sheet into the page, and the reader's words in place of those that are Streamlit's own."""
    said = json.dumps(words("page.skip_to_content"), ensure_ascii=False)
    st.html(f'{sheet(theme)}<style>[data-testid="stSkipToContent"]::after{{content:{said}}}</style>')


def _variables(colours: Palette) -> str:
    named = {
        field.name: getattr(colours, field.name) for field in fields(colours) if field.name not in ("theme", "marks")
    }
    written = {name.replace("_", "-"): value for name, value in named.items()}
    return "".join(f"--{name}:{value};" for name, value in {**written, "sans": SANS, "serif": SERIF}.items())


def _statuses(colours: Palette) -> str:
    rules = []
    for status, mark in colours.marks.items():
        variables = f"--fill:{mark.fill};--on-fill:{mark.on_fill};--tint:{mark.tint};--ink:{mark.ink}"
        row = f'[class*="st-key-row-{status.replace("_", "-")}-"]'
        rules.append(f".s-{status},{row}{{{variables}}}")
    return "\n".join(rules)
