"""The districts as the office's own files have them: GeoJSON in data/geo/, one file a state of the borders."""

from __future__ import annotations

import datetime as dt
import json
import math
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from indicators.catalogue.loading import load
from indicators.catalogue.outline import Outline, Point

SETTING = "INDICATORS_GEO"
FOLDER = Path(__file__).parents[2] / "data" / "geo"
PATTERN = "*.geojson"
MOST_FILES = 16
LARGEST_BYTES = 20_000_000
FEWEST_CORNERS = 3
# The drawing's width in its own units, the same as the schematic's.
WIDTH = 100.0

# What can be wrong in a file: no JSON, too large, no collection, a district missing, there twice or no area, a place
# not in degrees, a date that is none, dates that differ.
FAULTS = ("json", "size", "collection", "missing", "twice", "polygon", "degrees", "day", "days")

Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Borders:
    """The districts' borders on a plane, and from which day to which they held; None is always before or ever since."""

    width: float
    height: float
    outlines: tuple[Outline, ...]
    attribution: str
    first_day: dt.date | None
    last_day: dt.date | None

    def held_on(self, day: dt.date) -> bool:
        """Whether these were the borders on a day."""
        return (self.first_day or dt.date.min) <= day <= (self.last_day or dt.date.max)


@dataclass(frozen=True)
class FaultyBorders:
    """A file of borders that can't be used: its name, what kind of fault it has, and which word of it."""

    file: str
    fault: str
    word: str = ""


class _Fault(ValueError):
    """What is wrong in a file: the kind of fault, and which word of the file."""

    def __init__(self, fault: str, word: str = "") -> None:
        super().__init__(fault)
        self.fault, self.word = fault, word


def default_folder() -> Path:
    """Return the folder of the office's borders: what the setting names, else data/geo beside the package."""
    return Path(os.environ.get(SETTING) or FOLDER)


def stamp(folder: Path | None = None) -> Stamp:
    """Return names, sizes and times of the files of borders; it changes when one of them does."""
    return tuple(_seen(path) for path in _files(folder or default_folder()))


def borders(folder: Path | None = None) -> tuple[Borders | FaultyBorders, ...]:
    """Return what each file of the folder holds, or why it can't be used."""
    return tuple(_read(path, _seen(path)) for path in _files(folder or default_folder()))


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob(PATTERN))[:MOST_FILES] if folder.is_dir() else []


def _seen(path: Path) -> tuple[str, int, int]:
    try:
        known = path.stat()
    except OSError:
        return path.name, 0, 0
    return path.name, known.st_size, known.st_mtime_ns


@lru_cache(maxsize=MOST_FILES)
def _read(path: Path, seen: tuple[str, int, int]) -> Borders | FaultyBorders:
    try:
        return (
            FaultyBorders(path.name, "size")
            if seen[1] > LARGEST_BYTES
            else _made(json.loads(path.read_text("utf-8-sig")))
        )
    except _Fault as fault:
        return FaultyBorders(path.name, fault.fault, fault.word)
    except (OSError, ValueError, RecursionError):
        return FaultyBorders(path.name, "json")


def _made(told: object) -> Borders:
    features = told.get("features") if isinstance(told, Mapping) else None
    if not isinstance(features, list) or not all(isinstance(each, Mapping) for each in features):
        raise _Fault("collection")
    by_district: dict[str, Mapping[str, Any]] = {}
    for feature in features:
        code = _district(feature)
        if code in by_district:
            raise _Fault("twice", code)
        if code:
            by_district[code] = feature
    missing = [known.code for known in load().districts if known.code not in by_district]
    if missing:
        raise _Fault("missing", ", ".join(missing))
    rings = {code: tuple(_rings(feature, code)) for code, feature in by_district.items()}
    first, last = ({_day(each, key) for each in by_district.values()} for key in ("valid_from", "valid_to"))
    if len(first) > 1 or len(last) > 1:
        raise _Fault("days")
    attribution = _attribution(told, by_district.values())  # type: ignore[arg-type]
    return _on_a_plane(rings, attribution, first.pop(), last.pop())


def _properties(thing: Mapping[str, Any]) -> Mapping[str, Any]:
    found = thing.get("properties")
    return found if isinstance(found, Mapping) else {}


def _district(feature: Mapping[str, Any]) -> str:
    """Return the code of the district a feature is, by code or by name; empty where it is none of the province's."""
    told = _properties(feature)
    codes = {district.code for district in load().districts}
    for word in (told.get("gso_code"), told.get("code"), feature.get("id")):
        if str(word) in codes:
            return str(word)
    found = load().find_district(str(told.get("name") or ""))
    return found.code if found else ""


def _rings(feature: Mapping[str, Any], code: str) -> Iterator[tuple[Point, ...]]:
    geometry = feature.get("geometry")
    kind, told = (geometry.get("type"), geometry.get("coordinates")) if isinstance(geometry, Mapping) else (None, None)
    polygons = {"Polygon": [told], "MultiPolygon": told}.get(str(kind))
    if not isinstance(polygons, list) or not polygons:
        raise _Fault("polygon", code)
    for polygon in polygons:
        if not isinstance(polygon, list) or not polygon:
            raise _Fault("polygon", code)
        for ring in polygon:
            if not isinstance(ring, list) or len(ring) < FEWEST_CORNERS:
                raise _Fault("polygon", code)
            yield tuple(_degrees(point, code) for point in ring)


def _degrees(point: object, code: str) -> Point:
    pair = point[:2] if isinstance(point, list) else []
    numbers = [each for each in pair if isinstance(each, int | float) and not isinstance(each, bool)]
    if len(numbers) != 2 or not (abs(numbers[0]) <= 180 and abs(numbers[1]) <= 90):
        raise _Fault("degrees", code)
    return float(numbers[0]), float(numbers[1])


def _day(feature: Mapping[str, Any], key: str) -> dt.date | None:
    told = _properties(feature).get(key)
    if told is None:
        return None
    try:
        return dt.date.fromisoformat(str(told))
    except ValueError:
        raise _Fault("day", str(told)[:40]) from None


def _attribution(told: Mapping[str, Any], features: Any) -> str:  # noqa: ANN401
    """Return who must be named beside the borders: as the file says it for the whole, else for its districts."""
    for key in ("attribution", "source"):
        whole = told.get(key) or _properties(told).get(key)
        words = [whole] if whole else [_properties(each).get(key) for each in features]
        said = dict.fromkeys(" ".join(word.split()) for word in words if isinstance(word, str) and word.strip())
        if said:
            return "; ".join(said)
    return ""


def _on_a_plane(
    rings: Mapping[str, tuple[tuple[Point, ...], ...]], attribution: str, first: dt.date | None, last: dt.date | None
) -> Borders:
    corners = [point for each in rings.values() for ring in each for point in ring]
    west, east = min(x for x, _ in corners), max(x for x, _ in corners)
    south, north = min(y for _, y in corners), max(y for _, y in corners)
    shrunk = math.cos(math.radians((south + north) / 2))
    scale = WIDTH / ((east - west) * shrunk or 1.0)
    outlines = (
        Outline.around(
            code, tuple(tuple(((x - west) * shrunk * scale, (north - y) * scale) for x, y in ring) for ring in each)
        )
        for code, each in sorted(rings.items())
    )
    return Borders(WIDTH, (north - south) * scale, tuple(outlines), attribution, first, last)
