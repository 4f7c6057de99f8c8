"""The rules of the house as functions of source text: rooms, levels, doors, lengths (for test_architecture.py)."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

PACKAGE = "indicators"
MOST_LINES = 300
MOST_PAGE_LINES = 60

# A room may import rooms of lower levels only; rooms of one level never import one another.
LEVELS: Mapping[str, int] = {
    "errors": 0,
    "clock": 1,
    "catalogue": 1,
    "queryfile": 1,
    "selection": 2,
    "labels": 2,
    "assessment": 2,
    "store": 2,
    "accounts": 2,
    "palette": 3,
    "queries": 3,
    "exhibits": 4,
    "figures": 5,
    "deck": 5,
    "workbook": 5,
    "report": 5,
    "intake": 5,
    "snapshot": 6,
    "handout": 6,
    "ui": 7,
    "cli": 7,
}
SAME_ROOM: Mapping[str, str] = {"__main__": "cli"}

# One outside library, one door; `dashboard` is the file dashboard.py.
DOORS: Mapping[str, frozenset[str]] = {
    "streamlit": frozenset({"ui", "dashboard"}),
    "starlette": frozenset({"ui", "dashboard"}),
    "uvicorn": frozenset({"ui", "dashboard"}),
    "plotly": frozenset({"figures"}),
    "duckdb": frozenset({"store"}),
    "deltalake": frozenset({"store"}),
    "openpyxl": frozenset({"intake"}),
    "python_calamine": frozenset({"intake"}),
    "pptx": frozenset({"deck"}),
    "lxml": frozenset({"deck", "report"}),
    "xlsxwriter": frozenset({"workbook"}),
    "argon2": frozenset({"accounts"}),
    "segno": frozenset({"handout"}),
    "docx": frozenset({"report"}),
}
ANYWHERE = frozenset({"pandas", "pyarrow", "numpy"})

EMPTY_NAMES = frozenset({"util", "utils", "helper", "helpers", "common", "misc"})
CACHE_FILE = "indicators/ui/cached.py"
CACHES = frozenset({"cache_data", "cache_resource"})
SQL_CALLS = frozenset({"execute", "executemany", "sql"})
SQL = re.compile(
    r"select .*\bfrom\b|with .*\bas ?\(|insert into |update .+ set |delete from |"
    r"(create|alter|drop) (or replace )?(temp\w* )?(table|view|macro|schema) ",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Source:
    """A Python file: its path from the checkout's root, with slashes, and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The parsed text."""
        return ast.parse(self.text, self.path)

    @cached_property
    def room(self) -> str:
        """The room it belongs to; `dashboard`, `pages` or another top folder outside the package."""
        parts = PurePosixPath(self.path).with_suffix("").parts
        inside = parts[1] if parts[0] == PACKAGE else parts[0]
        return SAME_ROOM.get(inside, inside)

    @property
    def is_packaged(self) -> bool:
        """Whether it is part of the importable package."""
        return self.path.startswith(f"{PACKAGE}/")

    @property
    def is_product(self) -> bool:
        """Whether it runs in the product: the package, a page, the door."""
        return self.is_packaged or self.path.startswith("pages/") or self.path == "dashboard.py"


Rule = Callable[[Source], Iterator[str]]


def imported(source: Source) -> Iterator[str]:
    """Yield every imported module's full name; `from indicators import store` is indicators.store."""
    here = PurePosixPath(source.path).with_suffix("").parts
    package = here[:-1]
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join([*above, *([node.module] if node.module else [])])
            if base == PACKAGE:
                yield from (f"{base}.{alias.name}" for alias in node.names)
            else:
                yield base


def rooms_imported(source: Source) -> set[str]:
    """Return the rooms a file imports, its own not among them."""
    names = (name.split(".") for name in imported(source))
    rooms = {SAME_ROOM.get(parts[1], parts[1]) for parts in names if parts[0] == PACKAGE and len(parts) > 1}
    return rooms - {source.room}


def has_a_level(source: Source) -> Iterator[str]:
    """Every module of the package stands in a room with a level."""
    if source.is_packaged and source.path != f"{PACKAGE}/__init__.py" and source.room not in LEVELS:
        yield f"the room {source.room} has no level"


def imports_point_down(source: Source) -> Iterator[str]:
    """A room imports rooms of lower levels only."""
    if source.path == f"{PACKAGE}/__init__.py":
        yield from (f"the package itself imports {room}" for room in sorted(rooms_imported(source)))
    elif source.is_packaged and source.room in LEVELS:
        for room in sorted(rooms_imported(source)):
            if room not in LEVELS:
                yield f"imports {room}, a room without a level"
            elif LEVELS[room] >= LEVELS[source.room]:
                yield f"{source.room} (level {LEVELS[source.room]}) imports {room} (level {LEVELS[room]})"


def uses_doors(source: Source) -> Iterator[str]:
    """An outside library is imported behind its door only, and one without a door nowhere."""
    if not source.is_packaged and source.path != "dashboard.py":
        return
    for library in sorted({name.split(".")[0] for name in imported(source)}):
        if library in sys.stdlib_module_names or library in ANYWHERE or library == PACKAGE:
            continue
        if library not in DOORS:
            yield f"imports {library}, a library without a door"
        elif source.room not in DOORS[library]:
            yield f"{source.room} imports {library}, whose door is {' or '.join(sorted(DOORS[library]))}"


def imports_by_name(source: Source) -> Iterator[str]:
    """An import that no reader of the first lines sees goes round every rule above."""
    if source.is_product:
        for name in called_names(source):
            if name in {"import_module", "__import__"}:
                yield f"imports through {name}"


def pages_import_the_package_only(source: Source) -> Iterator[str]:
    """A page is selection, exhibits, show: it needs nothing but the package."""
    if source.path.startswith("pages/"):
        for name in sorted(set(imported(source))):
            if name.split(".")[0] not in {PACKAGE, "__future__"}:
                yield f"a page imports {name}"


def is_short(source: Source) -> Iterator[str]:
    """A file fits in one sitting, a page on half a screen."""
    most = MOST_PAGE_LINES if source.path.startswith("pages/") else MOST_LINES
    lines = len(source.text.splitlines())
    if lines > most:
        yield f"{lines} lines, more than {most}"


def is_named(source: Source) -> Iterator[str]:
    """A name says what is there."""
    for part in PurePosixPath(source.path).with_suffix("").parts:
        if EMPTY_NAMES & set(part.lower().split("_")):
            yield f"the name {part} says nothing"


def keeps_sql_in_files(source: Source) -> Iterator[str]:
    """A statement stands in queries/, with its contract, and is never written in Python."""
    if not source.is_product:
        return
    sentences = docstrings(source)
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and is_sql_call(node) and node.args and is_literal(node.args[0]):
            yield f"line {node.lineno}: a statement handed to {called_name(node)} as text"
        elif isinstance(node, ast.Constant) and node not in sentences and looks_like_sql(node.value):
            yield f"line {node.lineno}: looks like SQL"


def catches_what_it_knows(source: Source) -> Iterator[str]:
    """A handler names the errors it can deal with."""
    if not source.is_product:
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ExceptHandler):
            caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            names = {getattr(kind, "id", getattr(kind, "attr", None)) for kind in caught}
            if names & {None, "Exception", "BaseException"}:
                yield f"line {node.lineno}: a broad except"


def caches_in_one_file(source: Source) -> Iterator[str]:
    """Streamlit's caches stand in one file, where their keys can be read side by side."""
    if not source.is_product or source.path == CACHE_FILE:
        return
    for node in ast.walk(source.tree):
        names = {alias.name for alias in node.names} if isinstance(node, ast.ImportFrom) else set()
        if (isinstance(node, ast.Attribute) and node.attr in CACHES) or names & CACHES:
            yield f"line {node.lineno}: a cache outside {CACHE_FILE}"


def docstrings(source: Source) -> set[ast.expr]:
    """Return the texts that stand for themselves: what they say is read by people, not run."""
    return {node.value for node in ast.walk(source.tree) if isinstance(node, ast.Expr)}


def looks_like_sql(value: object) -> bool:
    """Whether a text begins as a statement does; "Select a year from the list" is English by its first letter."""
    words = value.split() if isinstance(value, str) else []
    return bool(words) and words[0] in {words[0].lower(), words[0].upper()} and bool(SQL.match(" ".join(words)))


def called_name(call: ast.Call) -> str:
    """Return the last word of what is called: `execute` of `cursor.execute(...)`."""
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def called_names(source: Source) -> Iterator[str]:
    """Yield the last word of every call."""
    yield from (called_name(node) for node in ast.walk(source.tree) if isinstance(node, ast.Call))


def is_sql_call(call: ast.Call) -> bool:
    """Whether a method is called that takes a statement."""
    return isinstance(call.func, ast.Attribute) and call.func.attr in SQL_CALLS


def is_literal(argument: ast.expr) -> bool:
    """Whether an argument is text written on the spot, plain, formatted or joined."""
    if isinstance(argument, ast.Call):
        return called_name(argument) == "format" and isinstance(argument.func, ast.Attribute)
    if isinstance(argument, ast.BinOp):
        return is_literal(argument.left) or is_literal(argument.right)
    return isinstance(argument, ast.JoinedStr) or (
        isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    )


RULES: tuple[Rule, ...] = (
    has_a_level,
    imports_point_down,
    uses_doors,
    imports_by_name,
    pages_import_the_package_only,
    is_short,
    is_named,
    keeps_sql_in_files,
    catches_what_it_knows,
    caches_in_one_file,
)


def broken(source: Source) -> list[str]:
    """Return every rule this file breaks, as sentences with its path."""
    return [f"{source.path}: {fault}" for rule in RULES for fault in rule(source)]
