"""Reading one file of data/catalogue/ strictly: what is missing, mistyped or unknown is a BrokenCatalogue."""

from __future__ import annotations

import csv
import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from indicators.errors import BrokenCatalogue

Value = TypeVar("Value")


@dataclass
class Table:
    """One table of a catalogue file, which remembers the keys that were asked for."""

    file: str
    where: str
    values: Mapping[str, Any]
    asked: set[str] = field(default_factory=set)

    def text(self, key: str, *, may_be_empty: bool = False) -> str:
        """Return the text under that key."""
        value = self._of_kind(key, str)
        if not value.strip() and not may_be_empty:
            raise self.broken(why=f"{key} is empty")
        return value

    def whole_number(self, key: str) -> int:
        """Return the whole number under that key."""
        return self._of_kind(key, int)

    def positive_number(self, key: str) -> float:
        """Return the number above zero under that key."""
        value = float(self._of_kind(key, int if isinstance(self.values.get(key), int) else float))
        if not 0 < value < float("inf"):
            raise self.broken(why=f"{key} must be above zero, not {value}")
        return value

    def day(self, key: str) -> dt.date:
        """Return the date under that key."""
        return self._of_kind(key, dt.date)

    def yes(self, key: str) -> bool:
        """Return the true or false under that key."""
        return self._of_kind(key, bool)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the list of texts under that key."""
        found = self._of_kind(key, list)
        if not all(isinstance(item, str) and item.strip() for item in found):
            raise self.broken(why=f"{key} must be a list of texts")
        return tuple(found)

    def point(self, key: str) -> tuple[float, float]:
        """Return the two numbers under that key."""
        return self._as_point(key, self._of_kind(key, list))

    def points(self, key: str) -> dict[str, tuple[float, float]]:
        """Return the pairs of numbers under that key by their names."""
        return {name: self._as_point(f"{key}.{name}", pair) for name, pair in self._of_kind(key, dict).items()}

    def _as_point(self, key: str, pair: object) -> tuple[float, float]:
        if not isinstance(pair, list) or [type(number) in (int, float) for number in pair] != [True, True]:
            raise self.broken(why=f"{key} must be two numbers")
        return float(pair[0]), float(pair[1])

    def tables(self, key: str, *, at_least: int = 0) -> tuple[Table, ...]:
        """Return the tables under that key, in their order; an absent key is no tables."""
        self.asked.add(key)
        found = self.values.get(key, [])
        if not isinstance(found, list) or not all(isinstance(item, dict) for item in found) or len(found) < at_least:
            raise self.broken(why=f"at least {at_least} [[{key}]] are needed")
        return tuple(Table(self.file, f"{self.where}[[{key}]] {n}: ", item) for n, item in enumerate(found, start=1))

    def named_tables(self, key: str) -> Mapping[str, Table]:
        """Return the tables under that key by their names."""
        found = self._of_kind(key, dict)
        return {name: Table(self.file, f"{self.where}[{key}.{name}]: ", item) for name, item in found.items()}

    def done(self) -> None:
        """Refuse keys that nobody asked for: they are slips of the pen."""
        unknown = sorted(set(self.values) - self.asked)
        if unknown:
            raise self.broken(why=f"unknown {', '.join(unknown)}")

    def broken(self, *, why: str) -> BrokenCatalogue:
        """Return the error that names this table."""
        return BrokenCatalogue(file=self.file, why=f"{self.where}{why}")

    def _of_kind(self, key: str, kind: type[Value]) -> Value:
        self.asked.add(key)
        if key not in self.values:
            raise self.broken(why=f"{key} is missing")
        value = self.values[key]
        # In Python true is an int and a moment is a date; in the catalogue neither is meant.
        is_odd = (isinstance(value, bool) and kind is not bool) or isinstance(value, dt.datetime)
        if is_odd or not isinstance(value, kind):
            raise self.broken(why=f"{key} can't be {value!r}")
        return value


def read_toml(path: Path) -> Table:
    """Return the file's top table; raises BrokenCatalogue where it is absent or no TOML."""
    try:
        return Table(path.name, "", tomllib.loads(path.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BrokenCatalogue(file=path.name, why=str(error)) from error


def read_rows(path: Path, *, columns: tuple[str, ...]) -> Iterator[Table]:
    """Yield the rows of a CSV file; raises BrokenCatalogue where it is absent or has other columns."""
    try:
        lines = list(csv.reader(path.read_text("utf-8").splitlines(), strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BrokenCatalogue(file=path.name, why=str(error)) from error
    if not lines or tuple(lines[0]) != columns:
        raise BrokenCatalogue(file=path.name, why=f"line 1: the columns must be {','.join(columns)}")
    for number, line in enumerate(lines[1:], start=2):
        if len(line) != len(columns):
            raise BrokenCatalogue(file=path.name, why=f"line {number}: {len(line)} fields, not {len(columns)}")
        yield Table(path.name, f"line {number}: ", dict(zip(columns, line, strict=True)))
