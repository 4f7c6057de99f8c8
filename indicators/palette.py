"""Colours by what they mean, in light and in dark: the one source of the charts, the pages and the Streamlit theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

THEMES = ("light", "dark")

# Both families come inside Streamlit's own package, with every Vietnamese mark, so no page asks a network for a font.
SANS = "'Source Sans', 'Source Sans 3', 'Segoe UI', system-ui, 'Noto Sans', Arial, sans-serif"
SERIF = "'Source Serif', 'Source Serif 4', Georgia, 'Noto Serif', 'Times New Roman', serif"

SMALLEST_CONTRAST_OF_TEXT = 4.5

# Best first: the order of the segments in a stacked bar and of the entries in a legend.
SYMBOL_BY_STATUS: Mapping[str, str] = {
    "achieved": "✓",
    "on_track": "●",
    "just_started": "○",
    "slow": "◆",
    "achieved_then_lost": "↘",
    "at_risk": "▲",
    "missed": "✗",
    "reversing": "▼",
    "not_assessed": "–",
}
STATUSES = tuple(SYMBOL_BY_STATUS)

# The fills were searched for so that any two stay apart for protanopia, deuteranopia and tritanopia, and in grey print
# (tests/figures/test_palette.py measures it); a symbol and a word carry the same meaning beside them, always.
FILLS: Mapping[str, Mapping[str, str]] = {
    "light": {
        "achieved": "#176A68",
        "on_track": "#58A595",
        "just_started": "#97BDD9",
        "slow": "#F7BE3E",
        "at_risk": "#E5610A",
        "reversing": "#4D0E43",
        "achieved_then_lost": "#8661BD",
        "missed": "#A80903",
        "not_assessed": "#CFDAD9",
    },
    "dark": {
        "achieved": "#1FA086",
        "on_track": "#74E9D6",
        "just_started": "#4D6B89",
        "slow": "#EEC149",
        "at_risk": "#F07D2E",
        "reversing": "#9322AF",
        "achieved_then_lost": "#BA9BF6",
        "missed": "#CC4A38",
        "not_assessed": "#434C4E",
    },
}


@dataclass(frozen=True)
class Mark:
    """How one status looks: its solid fill, what is written on it, a pale ground and the ink that reads on that."""

    symbol: str
    fill: str
    on_fill: str
    tint: str
    ink: str


@dataclass(frozen=True)
class Palette:
    """Every colour of one theme, named by its meaning."""

    theme: str
    paper: str
    raised: str
    band: str
    on_band: str
    on_band_quiet: str
    text: str
    quiet: str
    rule: str
    grid: str
    accent: str
    actual: str
    path: str
    target: str
    needed: str
    boundary: str
    marks: Mapping[str, Mark]

    def mark(self, status: str | None) -> Mark:
        """Return how a status looks; anything unknown looks like one that is not assessed."""
        return self.marks.get(status or "", self.marks["not_assessed"])


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue (0 to 255) of a colour written #RRGGBB."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(colour: str, ground: str, share: float) -> str:
    """Return that share (0 to 1) of a colour laid over a ground."""
    parts = (round(a * share + b * (1 - share)) for a, b in zip(channels(colour), channels(ground), strict=True))
    return "#" + "".join(f"{part:02X}" for part in parts)


def luminance(colour: str) -> float:
    """Return the relative luminance (0 to 1) of WCAG 2.2."""
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio (1 to 21) of WCAG 2.2."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _mark(status: str, *, theme: str, raised: str, text: str) -> Mark:
    fill = FILLS[theme][status]
    dark_ink, light_ink = ("#10191D", "#FFFFFF")
    tint = mix(fill, raised, 0.16 if theme == "light" else 0.26)
    # The ink is the fill, drawn towards the text's colour just as far as reading on the tint needs.
    ink = next(
        tone
        for tone in (mix(fill, text, 1 - step / 20) for step in range(21))
        if contrast(tone, tint) >= SMALLEST_CONTRAST_OF_TEXT
    )
    return Mark(
        symbol=SYMBOL_BY_STATUS[status],
        fill=fill,
        on_fill=max(dark_ink, light_ink, key=lambda tone: contrast(tone, fill)),
        tint=tint,
        ink=ink,
    )


@cache
def palette(theme: str) -> Palette:
    """Return the colours of `light` or `dark`; any other word is light."""
    if theme == "dark":
        return _palette(
            "dark", paper="#0F1719", raised="#182326", band="#0B231F", on_band="#F3F0E6", on_band_quiet="#A9BDB6",
            text="#E9EEEC", quiet="#A3B3B3", rule="#2C3B3E", grid="#253336", accent="#7CC7D8", actual="#E9EEEC",
            path="#8FA0A2", target="#F3F0E6", needed="#7CC7D8", boundary="#B9A88A",
        )  # fmt: skip
    return _palette(
        "light", paper="#FAF8F3", raised="#FFFFFF", band="#10312B", on_band="#F8F5EC", on_band_quiet="#A9C2B9",
        text="#16232B", quiet="#55636C", rule="#E0DACE", grid="#ECE7DC", accent="#0B5A6F", actual="#16313F",
        path="#7F8B92", target="#16232B", needed="#0B5A6F", boundary="#7D6B49",
    )  # fmt: skip


def _palette(theme: str, *, raised: str, text: str, **colours: str) -> Palette:
    marks = {status: _mark(status, theme=theme, raised=raised, text=text) for status in STATUSES}
    return Palette(theme=theme, raised=raised, text=text, marks=marks, **colours)


def streamlit_theme() -> str:
    """Return the theme sections of `.streamlit/config.toml`, written from the colours above."""
    return "\n\n".join(
        [
            _section("theme", _SHARED),
            *(_section(f"theme.{theme}", _streamlit_colours(palette(theme))) for theme in THEMES),
        ]
    )


_SHARED: Mapping[str, str] = {
    "font": '"sans-serif"',
    "headingFont": '"serif"',
    "baseFontSize": "16",
    "headingFontSizes": '["2.25rem", "1.6rem", "1.3rem", "1.1rem", "1rem", "0.9rem"]',
    "headingFontWeights": "[600, 600, 600, 600, 600, 600]",
    "baseRadius": '"6px"',
    "linkUnderline": "false",
    "paddingTop": '"0rem"',
    "paddingBottom": '"3rem"',
}


def _streamlit_colours(colours: Palette) -> dict[str, str]:
    named = {
        # Streamlit writes on it in white, whatever it is.
        "primaryColor": colours.accent if colours.theme == "light" else mix(colours.accent, colours.paper, 0.56),
        "backgroundColor": colours.paper,
        "secondaryBackgroundColor": colours.raised,
        "textColor": colours.text,
        "linkColor": colours.accent,
        "borderColor": colours.rule,
        "codeBackgroundColor": colours.raised,
        "codeTextColor": colours.text,
        "dataframeBorderColor": colours.rule,
        "dataframeHeaderBackgroundColor": colours.paper,
        "dataframeHeaderTextColor": colours.quiet,
        "redColor": colours.mark("missed").fill,
        "orangeColor": colours.mark("at_risk").fill,
        "yellowColor": colours.mark("slow").fill,
        "greenColor": colours.mark("achieved").fill,
        "blueColor": colours.accent,
        "violetColor": colours.mark("achieved_then_lost").fill,
        "grayColor": colours.quiet,
    }
    return {key: f'"{colour}"' for key, colour in named.items()}


def _section(name: str, options: Mapping[str, str]) -> str:
    return "\n".join([f"[{name}]", *(f"{key} = {value}" for key, value in options.items())])


def variables(colours: Palette) -> dict[str, str]:
    """Return every colour by its name: `on-band`, `fill-missed`, `ink-slow`."""
    plain = {part.name.replace("_", "-"): getattr(colours, part.name) for part in fields(colours)}
    del plain["theme"], plain["marks"]
    parts = ("fill", "on_fill", "tint", "ink")
    of_marks = {
        f"{part.replace('_', '-')}-{status}": getattr(mark, part)
        for status, mark in colours.marks.items()
        for part in parts
    }
    return {**plain, **of_marks}


@cache
def named_palette() -> Palette:
    """Return a palette whose colours are their own names, `var(--text)`, for a page that chooses its theme itself."""
    known = palette("light")
    names = {name: f"var(--{name.replace('_', '-')})" for name in (part.name for part in fields(known))}
    marks = {
        status: Mark(
            symbol=mark.symbol,
            fill=f"var(--fill-{status})",
            on_fill=f"var(--on-fill-{status})",
            tint=f"var(--tint-{status})",
            ink=f"var(--ink-{status})",
        )
        for status, mark in known.marks.items()
    }
    return Palette(**{**names, "theme": "named", "marks": marks})  # type: ignore[arg-type]
