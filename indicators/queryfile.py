"""One question a file: the SQL of queries/*.sql and the contract that stands at its head."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from indicators.errors import BrokenQuery

FOLDER = Path(__file__).resolve().parents[1] / "queries"

_FIELD = re.compile(r"-- (Question|Grain|Params|Returns):\s*(.*)")
_CONTINUED = re.compile(r"--\s{2,}(\S.*)")
_GRAIN = "one row per "
_NO_PARAMS = "none"
_NAME = re.compile(r"[a-z_][a-z0-9_]*")
# What is not SQL of its own: comments, and texts that may hold a dollar sign.
_NOT_CODE = re.compile(r"--[^\n]*|'(?:[^']|'')*'")
_PARAM = re.compile(r"\$([A-Za-z_][A-Za-z0-9_]*)")


@dataclass(frozen=True)
class QueryFile:
    """A query and its contract.

    `grain` names the columns that tell its rows apart, `params` the values it wants, `returns` its columns in order.
    """

    name: str
    question: str
    grain: tuple[str, ...]
    params: tuple[str, ...]
    returns: tuple[str, ...]
    sql: str


@cache
def read(name: str) -> QueryFile:
    """Return the query of that name; raises BrokenQuery where there is none or it breaks its own contract."""
    path = FOLDER / f"{name}.sql"
    if not path.is_file():
        raise BrokenQuery(file=path.name, why="no such file")
    return parse(path.name, path.read_text("utf-8"))


def names() -> tuple[str, ...]:
    """Return the name of every query there is."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.sql")))


def parse(file: str, text: str) -> QueryFile:
    """Return the query that stands in the text of a file; raises BrokenQuery with what is wrong about it."""
    head = _head(text)
    absent = [field for field in ("Question", "Grain", "Params", "Returns") if not head.get(field)]
    if absent:
        raise BrokenQuery(file=file, why=f"the head has no {', '.join(absent)}")
    if not head["Grain"].startswith(_GRAIN):
        raise BrokenQuery(file=file, why=f"the grain does not read '{_GRAIN}<columns>'")
    query = QueryFile(
        name=Path(file).stem,
        question=head["Question"],
        grain=_columns(file, head["Grain"].removeprefix(_GRAIN)),
        params=() if head["Params"] == _NO_PARAMS else _columns(file, head["Params"].replace("$", "")),
        returns=_columns(file, head["Returns"]),
        sql=text,
    )
    used = set(_PARAM.findall(_NOT_CODE.sub(" ", text)))
    if used != set(query.params):
        raise BrokenQuery(file=file, why=f"params declared: {sorted(query.params)}, used: {sorted(used)}")
    strangers = [column for column in query.grain if column not in query.returns]
    if strangers:
        raise BrokenQuery(file=file, why=f"the grain names {', '.join(strangers)}, which it does not return")
    return query


def _head(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    current = None
    for line in text.splitlines():
        field, continued = _FIELD.fullmatch(line), _CONTINUED.fullmatch(line)
        if field:
            current = field[1]
            found[current] = field[2].strip()
        elif continued and current:
            found[current] = f"{found[current]} {continued[1].strip()}"
        else:
            break
    return found


def _columns(file: str, text: str) -> tuple[str, ...]:
    found = tuple(part.strip() for part in text.split(","))
    for column in found:
        if not _NAME.fullmatch(column):
            raise BrokenQuery(file=file, why=f"'{column}' is no column's name")
    if len(set(found)) != len(found):
        raise BrokenQuery(file=file, why=f"a name is said twice in '{text}'")
    return found
