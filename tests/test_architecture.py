"""The house of docs/architecture.md, held by machine; the rules themselves are tested on sources that break them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.house_rules import LEVELS, Source, broken

CHECKOUT = Path(__file__).parents[1]
FOLDERS = ("indicators", "pages", "tests", "benchmarks", "data")


def every_source() -> list[Source]:
    """Return every Python file of the project."""
    paths = [*CHECKOUT.glob("*.py"), *(path for folder in FOLDERS for path in (CHECKOUT / folder).rglob("*.py"))]
    return [Source(path.relative_to(CHECKOUT).as_posix(), path.read_text("utf-8")) for path in sorted(paths)]


SOURCES = every_source()


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.path)
def test_a_file_keeps_the_rules_of_the_house(source: Source) -> None:
    assert broken(source) == []


@pytest.mark.parametrize(
    ("path", "text", "fault"),
    [
        ("indicators/gadgets.py", "", "has no level"),
        ("indicators/gadgets/deep/file.py", "", "has no level"),
        ("indicators/store/table.py", "from indicators import queries", "store (level 2) imports queries (level 3)"),
        ("indicators/store/table.py", "import indicators.exhibits.overview", "imports exhibits"),
        ("indicators/store/table.py", "from ..ui import main", "imports ui (level 7)"),
        ("indicators/store.py", "from .exhibits import overview", "imports exhibits"),
        ("indicators/errors.py", "from . import labels", "imports labels"),
        (
            "indicators/figures/bars.py",
            "def draw():\n    from indicators.intake import read",
            "imports intake (level 5)",
        ),
        ("indicators/labels/__init__.py", "from indicators.selection import Selection", "imports selection (level 2)"),
        ("indicators/__main__.py", "from indicators.ui import show", "imports ui"),
        ("indicators/store/table.py", "from indicators.gadgets import gear", "a room without a level"),
        ("indicators/__init__.py", "from indicators import store", "the package itself imports store"),
        ("indicators/exhibits/overview.py", "import streamlit as st", "whose door is dashboard or ui"),
        ("indicators/ui/show.py", "import plotly.graph_objects as go", "whose door is figures"),
        ("indicators/queries.py", "import duckdb", "whose door is store"),
        ("indicators/cli/main.py", "from deltalake import DeltaTable", "whose door is store"),
        ("indicators/exhibits/table.py", "from openpyxl import Workbook", "whose door is intake"),
        ("dashboard.py", "import pandas, plotly", "whose door is figures"),
        ("indicators/ui/show.py", "import altair", "a library without a door"),
        (
            "indicators/store/table.py",
            "import importlib\nx = importlib.import_module('indicators.ui')",
            "import_module",
        ),
        ("pages/district.py", "import pandas as pd", "a page imports pandas"),
        ("pages/district.py", "from datetime import date", "a page imports datetime"),
        ("pages/district.py", "\n" * 61, "61 lines, more than 60"),
        ("indicators/ui/show.py", "\n" * 301, "301 lines, more than 300"),
        ("indicators/ui/utils.py", "", "says nothing"),
        ("indicators/intake/date_helpers.py", "", "says nothing"),
        ("tests/common/stores.py", "", "says nothing"),
        ("indicators/store/table.py", "cursor.execute('vacuum')", "handed to execute as text"),
        ("indicators/store/table.py", "cursor.sql(f'from {name}')", "handed to sql as text"),
        ("indicators/store/table.py", "cursor.execute('from %s' % name)", "handed to execute as text"),
        ("indicators/store/table.py", "cursor.execute('from {}'.format(name))", "handed to execute as text"),
        ("indicators/queries.py", "ALL = 'select *\\nfrom records'", "looks like SQL"),
        ("indicators/queries.py", "ALL = f'select * from {name}'", "looks like SQL"),
        ("indicators/store/table.py", "VIEW = 'create or replace view records as from x'", "looks like SQL"),
        ("indicators/cli/main.py", "try:\n    x()\nexcept:\n    pass", "a broad except"),
        ("indicators/cli/main.py", "try:\n    x()\nexcept Exception as error:\n    raise", "a broad except"),
        ("dashboard.py", "try:\n    x()\nexcept (ValueError, BaseException):\n    pass", "a broad except"),
        ("indicators/ui/show.py", "@st.cache_data\ndef f(): ...", "a cache outside"),
        ("indicators/ui/show.py", "from streamlit import cache_resource", "a cache outside"),
    ],
)
def test_a_source_that_breaks_a_rule_is_told_so(path: str, text: str, fault: str) -> None:
    told = broken(Source(path, text))

    assert any(fault in sentence for sentence in told), told


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("indicators/exhibits/overview.py", "from indicators import queries\nfrom indicators.labels import Text"),
        ("indicators/exhibits/overview.py", "from indicators.exhibits.exhibit import Exhibit\nfrom . import verdicts"),
        ("indicators/__main__.py", "from indicators.cli import main"),
        ("indicators/ui/cached.py", "import streamlit as st\n@st.cache_data\ndef f(): ..."),
        ("indicators/queries.py", '"""Select the newest rows from the store."""'),
        ("indicators/store/table.py", "import duckdb, pyarrow\ncursor.execute(query.sql, params)"),
        ("indicators/labels/__init__.py", "SENTENCE = 'Select a district from the list'.upper"),
        (
            "dashboard.py",
            "import streamlit as st\nfrom starlette.routing import Route\nfrom indicators.ui import routes",
        ),
        ("pages/district.py", "\n" * 60),
    ],
)
def test_a_source_that_keeps_the_rules_is_left_alone(path: str, text: str) -> None:
    assert broken(Source(path, text)) == []


def test_the_door_is_found_by_parsing() -> None:
    """`streamlit run` looks for these very words before it runs anything."""
    door = (CHECKOUT / "dashboard.py").read_text("utf-8")

    assert "\nimport streamlit as st\n" in door
    assert '\napp = st.App("indicators/ui/main.py"' in door.replace("(\n    ", "(")


def test_every_page_is_listed_in_the_menu() -> None:
    menu = "".join(source.text for source in SOURCES if source.path.startswith("indicators/ui/"))
    pages = {path.stem for path in (CHECKOUT / "pages").glob("*.py")}

    assert len(pages) >= 4
    assert {page for page in pages if f'"{page}"' not in menu and f"{page}.py" not in menu} == set()


QUERIES = {path.stem for path in (CHECKOUT / "queries").glob("*.sql")}


def query_functions() -> dict[str, ast.FunctionDef]:
    """Return the public functions of the room `queries` by name."""
    nodes = [node for source in SOURCES if source.room == "queries" for node in source.tree.body]
    return {node.name: node for node in nodes if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")}


def named_in(source: Source) -> set[str]:
    """Return the queries whose names stand in a file as text."""
    return QUERIES & {node.value for node in ast.walk(source.tree) if isinstance(node, ast.Constant)}


def test_every_query_has_one_typed_function() -> None:
    """But those the store asks itself, to show a version's rows at all."""
    functions = query_functions()
    asked_by_the_store = {name for source in SOURCES if source.room == "store" for name in named_in(source)}

    assert QUERIES
    assert set(functions) <= QUERIES
    assert QUERIES - set(functions) <= asked_by_the_store
    for name, function in functions.items():
        assert [argument.arg for argument in function.args.args][:1] == ["reading"], name
        assert ast.unparse(function.returns or ast.Constant("")) == "pd.DataFrame", name


def test_a_query_is_read_by_its_own_function_only() -> None:
    for name, function in query_functions().items():
        words = {node.value for node in ast.walk(function) if isinstance(node, ast.Constant)}

        assert words & QUERIES <= {name}


def test_queries_are_read_in_two_rooms_only() -> None:
    readers = {source.room for source in SOURCES if source.is_product and "queryfile.read(" in source.text}

    assert readers <= {"queries", "store"}


def test_every_level_of_the_design_has_a_room() -> None:
    assert set(LEVELS.values()) == set(range(8))
