"""What holds the pages together: style sheet, session keys, errors in words, the menu."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from indicators import errors as named
from indicators.errors import IndicatorsError
from indicators.labels import LANGUAGES, placeholders, sentences
from indicators.palette import STATUSES, THEMES, palette
from indicators.ui import filters, session, style
from indicators.ui.builders import BUILDERS
from indicators.ui.screens import FOLDER, SCREENS

UI = Path(style.__file__).parent
SOURCES = {path: path.read_text("utf-8") for path in sorted(UI.rglob("*.py"))}


@pytest.mark.parametrize("theme", THEMES)
def test_the_style_sheet_knows_every_colour_and_status_of_its_theme(theme: str) -> None:
    colours = style.colours(theme)

    assert f"--paper:{palette(theme).paper};" in colours
    assert colours in style.sheet()
    for status in STATUSES:
        assert f".s-{status}{{--fill:{palette(theme).mark(status).fill};" in colours


def test_every_variable_of_the_rules_is_defined() -> None:
    sheet = style.sheet()

    assert set(re.findall(r"var\((--[\w-]+)", sheet)) <= {
        *re.findall(r"(--[\w-]+):", sheet),
        # Set on the element itself: by the grid, and for what has an icon of its own.
        "--years",
        "--icon",
        # Set on each chart by print.js.
        "--print-width",
        "--print-zoom",
    }


def test_no_rule_asks_a_network() -> None:
    rules = style.RULES.read_text("utf-8")

    assert "@import" not in rules
    assert re.findall(r"url\((?!\"data:)", rules) == []
    assert re.findall(r"https?://(?!www\.w3\.org/2000/svg)", rules) == []


def test_the_rules_name_no_inner_class_of_streamlit() -> None:
    assert re.findall(r"st-emotion|\.css-|\.e1\w+", style.RULES.read_text("utf-8")) == []


def test_every_session_key_is_listed() -> None:
    listed = {value for name, value in vars(session).items() if name.isupper() and isinstance(value, str)}

    assert set(session.ALL) == listed
    assert len(session.ALL) == len(set(session.ALL))


def test_no_session_key_is_written_out_elsewhere() -> None:
    literal = {
        (path.name, node.slice.value)
        for path, source in SOURCES.items()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Subscript)
        and ast.unparse(node.value) == "st.session_state"
        and isinstance(node.slice, ast.Constant)
    }
    assert literal == set()


def test_every_filter_has_a_place_in_the_bar() -> None:
    for name in ("as_of", "year_control", "indicator", "district", "sector", "group", "other_district"):
        assert callable(getattr(filters, name))


def texts_of(source: str) -> list[str]:
    """Return every text that stands in a source."""
    nodes = (node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    return [value for value in nodes if isinstance(value, str)]


def all_errors() -> list[type[IndicatorsError]]:
    """Return every error raised on purpose."""
    return [found for found in vars(named).values() if isinstance(found, type) and issubclass(found, IndicatorsError)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("error", all_errors(), ids=lambda error: error.__name__)
def test_every_error_has_a_sentence(error: type[IndicatorsError], language: str) -> None:
    assert f"error.{error.key}" in sentences(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_named_in_the_screens_exists(language: str) -> None:
    pages = {path: path.read_text("utf-8") for path in FOLDER.glob("*.py")}
    figures = {path: path.read_text("utf-8") for path in (UI.parent / "figures").glob("*.py")}
    keys = {
        node.value
        for source in (*SOURCES.values(), *pages.values(), *figures.values())
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"page\.\w*[a-z]", node.value)
    }

    assert len(keys) > 30
    assert {key for key in keys if key not in sentences(language)} == set()


def test_both_languages_want_the_same_figures() -> None:
    vietnamese, english = (
        {k: placeholders(v) for k, v in sentences(it).items() if k.startswith("page.")} for it in LANGUAGES
    )

    assert vietnamese == english


def test_every_page_of_the_menu_is_a_file_of_its_own() -> None:
    assert sorted(screen.file for screen in SCREENS) == sorted(FOLDER.glob("*.py"))
    assert all(screen.file.is_file() for screen in SCREENS)
    assert SCREENS[0].url_path == ""


def test_pages_name_exhibits_that_exist() -> None:
    named_in_pages = {
        node.value
        for path in FOLDER.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"[a-z]+\.[a-z_]+", node.value)
    }
    exhibits = {name for name in named_in_pages if not name.startswith("page.")}

    assert len(exhibits) >= 20
    assert exhibits <= set(BUILDERS)
    assert set(BUILDERS) == exhibits
