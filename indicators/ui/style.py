"""The style sheet: a file of rules that browsers keep, and the colours of the theme, which a page says itself."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import cache
from importlib.resources import files
from pathlib import Path

from indicators.labels import Text
from indicators.palette import SANS, SERIF, Palette, palette

FACES = {"Source Sans": "SourceSansVF-Upright*.woff2", "Source Serif": "SourceSerifVariable-Roman*.woff2"}
# Of a status, what is not drawn into a chart's shapes.
PAPER_PARTS = ("tint", "ink")
RULES = Path(__file__).with_name("style.css")
# What counts on paper stands after everything that counts on a screen.
PRINT_RULES = Path(__file__).with_name("print.css")


@cache
def colours(theme: str) -> str:
    """Return the colours of a theme as variables, and those of each status."""
    known = palette(theme)
    return f":root{{{_variables(known)}}}{_statuses(known)}"


@cache
def sheet() -> str:
    """Return the rules, with the colours that the browser prefers until a page has said its own."""
    dark = f"@media (prefers-color-scheme:dark){{{colours('dark')}}}"
    rules = RULES.read_text("utf-8") + PRINT_RULES.read_text("utf-8")
    return f"{faces('../static/media')}{colours('light')}{dark}\n{rules}"


def faces(media: str) -> str:
    """Return where the typefaces are that Streamlit brings along; `media` is its folder of them, seen from a page."""
    return "".join(
        f"@font-face{{font-family:'{name}';src:url('{media}/{found.name}') format('woff2');"
        "font-weight:200 900;font-display:swap}"
        for name in FACES
        for found in face_files(name)
    )


def face_files(name: str) -> list[Path]:
    """Return the files of a typeface that Streamlit brings along."""
    folder = Path(str(files("streamlit") / "static" / "static" / "media"))
    return sorted(folder.glob(FACES[name]))


def own(theme: str, words: Text) -> str:
    """Return the colours of a page, and the reader's words in place of those that are Streamlit's own."""
    said = json.dumps(words("page.skip_to_content"), ensure_ascii=False)
    return f'<style>{colours(theme)}{_on_paper(theme)}[data-testid="stSkipToContent"]::after{{content:{said}}}</style>'


@cache
def light_by_dark() -> dict[str, str]:
    """Return for each ground, line or word of the dark theme the light one of its meaning.

    A status keeps its fill and what is written on that. Of a colour that means two things the first counts: words
    before the line of what was achieved.
    """
    dark, light = palette("dark"), palette("light")
    names = [
        field.name for field in fields(Palette) if field.name not in ("theme", "marks") and "band" not in field.name
    ]
    pairs = [(getattr(dark, name), getattr(light, name)) for name in names]
    pairs += [
        (getattr(mark, part), getattr(light.marks[status], part))
        for status, mark in dark.marks.items()
        for part in PAPER_PARTS
    ]
    kept = {colour for mark in dark.marks.values() for colour in (mark.fill, mark.on_fill)}
    return {one: other for one, other in reversed(pairs) if one not in kept}


@cache
def _on_paper(theme: str) -> str:
    """Return what the dark theme changes on white paper: all but the fills, which a chart has been drawn with."""
    if theme == "light":
        return ""
    light = palette("light")
    statuses = "".join(f".s-{status}{{--tint:{mark.tint};--ink:{mark.ink}}}" for status, mark in light.marks.items())
    return f"@media print{{:root{{{_variables(light)}}}{statuses}}}"


def _variables(colours: Palette) -> str:
    named = {
        field.name: getattr(colours, field.name) for field in fields(colours) if field.name not in ("theme", "marks")
    }
    written = {name.replace("_", "-"): value for name, value in named.items()}
    return "".join(f"--{name}:{value};" for name, value in {**written, "sans": SANS, "serif": SERIF}.items())


def _statuses(colours: Palette) -> str:
    return "".join(
        f".s-{status}{{--fill:{mark.fill};--on-fill:{mark.on_fill};--tint:{mark.tint};--ink:{mark.ink}}}"
        for status, mark in colours.marks.items()
    )
