"""Colours keep their meaning apart: for eyes that see fewer colours, against their ground, and in the theme's file."""

from __future__ import annotations

import math
import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from indicators.assessment import STATUS_ORDER
from indicators.palette import (
    SMALLEST_CONTRAST_OF_TEXT,
    STATUSES,
    SYMBOL_BY_STATUS,
    THEMES,
    channels,
    contrast,
    luminance,
    mix,
    palette,
    streamlit_theme,
)

CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"

# Machado, Oliveira & Fernandes 2009, severity 1, on linear red, green and blue.
SIGHTS = {
    "full": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
# On the OKLab scale from 0 (black) to 100 (white); two papers of 2 differ visibly when side by side.
SMALLEST_DISTANCE = 8.0
# Printed without colour only the lightness is left for nine of them; more than twice what differs visibly.
SMALLEST_DISTANCE_IN_GREY = 4.5


def seen(colour: str, sight: str) -> tuple[float, float, float]:
    """Return a colour in OKLab, times 100, as that sight sees it."""
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in channels(colour))
    ]
    r, g, b = (
        min(max(sum(weight * part for weight, part in zip(row, linear, strict=True)), 0.0), 1.0)
        for row in SIGHTS[sight]
    )
    long = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    medium = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return (
        100 * (0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short),
        100 * (1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short),
        100 * (0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short),
    )


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("theme", THEMES)
def test_no_two_statuses_look_alike(theme: str, sight: str) -> None:
    fills = {status: seen(mark.fill, sight) for status, mark in palette(theme).marks.items()}

    close = {
        pair: round(math.dist(fills[pair[0]], fills[pair[1]]), 1)
        for pair in combinations(fills, 2)
        if math.dist(fills[pair[0]], fills[pair[1]]) < SMALLEST_DISTANCE
    }
    assert close == {}


@pytest.mark.parametrize("theme", THEMES)
def test_no_two_statuses_look_alike_in_grey(theme: str) -> None:
    greys = {status: 100 * math.cbrt(luminance(mark.fill)) for status, mark in palette(theme).marks.items()}

    close = {
        pair: round(abs(greys[pair[0]] - greys[pair[1]]), 1)
        for pair in combinations(greys, 2)
        if abs(greys[pair[0]] - greys[pair[1]]) < SMALLEST_DISTANCE_IN_GREY
    }
    assert close == {}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("status", STATUSES)
def test_words_on_a_status_can_be_read(theme: str, status: str) -> None:
    colours = palette(theme)
    mark = colours.mark(status)

    assert contrast(mark.on_fill, mark.fill) >= SMALLEST_CONTRAST_OF_TEXT
    assert contrast(mark.ink, mark.tint) >= SMALLEST_CONTRAST_OF_TEXT
    assert contrast(mark.ink, colours.raised) >= SMALLEST_CONTRAST_OF_TEXT
    assert contrast(mark.ink, colours.paper) >= SMALLEST_CONTRAST_OF_TEXT


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("colour", ["text", "quiet", "accent", "boundary"])
@pytest.mark.parametrize("ground", ["paper", "raised"])
def test_text_can_be_read_on_both_grounds(theme: str, colour: str, ground: str) -> None:
    colours = palette(theme)

    assert contrast(getattr(colours, colour), getattr(colours, ground)) >= SMALLEST_CONTRAST_OF_TEXT


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("colour", ["path", "actual", "target", "needed", "boundary"])
@pytest.mark.parametrize("ground", ["paper", "raised"])
def test_a_line_of_a_chart_stands_out_from_its_ground(theme: str, colour: str, ground: str) -> None:
    assert contrast(getattr(palette(theme), colour), getattr(palette(theme), ground)) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_a_button_that_streamlit_writes_on_in_white_can_be_read(theme: str) -> None:
    primary = tomllib.loads(CONFIG.read_text("utf-8"))["theme"][theme]["primaryColor"]

    assert contrast("#FFFFFF", primary) >= SMALLEST_CONTRAST_OF_TEXT
    assert contrast(primary, palette(theme).paper) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_the_band_can_be_read(theme: str) -> None:
    colours = palette(theme)

    assert contrast(colours.on_band, colours.band) >= SMALLEST_CONTRAST_OF_TEXT
    assert contrast(colours.on_band_quiet, colours.band) >= SMALLEST_CONTRAST_OF_TEXT


def test_every_status_has_its_own_symbol() -> None:
    judged = [str(status) for status in STATUS_ORDER if status != "not_assessed"]
    assert (*reversed(judged), "not_assessed") == STATUSES, "bars, legends and sentences count in one order"
    assert len(set(SYMBOL_BY_STATUS.values())) == len(STATUSES)


@pytest.mark.parametrize("status", [None, "", "no_such_status"])
def test_a_status_that_is_none_looks_like_one_not_assessed(status: str | None) -> None:
    assert palette("light").mark(status) == palette("light").mark("not_assessed")


def test_an_unknown_theme_is_light() -> None:
    assert palette("sepia") == palette("light")


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert luminance("#FFFFFF") == pytest.approx(1)


def test_mixing_goes_from_ground_to_colour() -> None:
    assert mix("#102030", "#FFFFFF", 0) == "#FFFFFF"
    assert mix("#102030", "#FFFFFF", 1) == "#102030"
    assert mix("#000000", "#FFFFFF", 0.5) == "#808080"


def test_the_theme_of_the_dashboard_is_written_from_the_palette() -> None:
    assert CONFIG.read_text("utf-8").endswith(streamlit_theme() + "\n")


def test_the_theme_holds_both_appearances_and_fonts_of_the_package() -> None:
    theme = tomllib.loads(CONFIG.read_text("utf-8"))["theme"]

    assert theme["light"]["backgroundColor"] == palette("light").paper
    assert theme["dark"]["backgroundColor"] == palette("dark").paper
    assert (theme["font"], theme["headingFont"]) == ("sans-serif", "serif")


def test_every_line_of_the_configuration_has_its_reason_above_it() -> None:
    settings = CONFIG.read_text("utf-8").removesuffix(streamlit_theme() + "\n").splitlines()

    unexplained = [
        line
        for above, line in zip(settings, settings[1:], strict=False)
        if "=" in line and not line.startswith("#") and not above.startswith("#")
    ]
    assert unexplained == []
