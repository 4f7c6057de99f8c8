"""The office's own borders: what is wrong in a file is named, and each year has the borders of its last day."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from indicators import catalogue
from indicators.catalogue import FAULTS, Ground, borders_stamp

DISTRICTS = [district.code for district in catalogue.load().districts]


def feature(code: str, **properties: Any) -> dict[str, Any]:
    """Return a district as a square of its own, a tenth of a degree wide."""
    west = 105 + DISTRICTS.index(code) / 10
    ring = [[west, 21], [west, 21.1], [west + 0.1, 21.1], [west + 0.1, 21], [west, 21]]
    return {
        "type": "Feature",
        "properties": {"gso_code": code, **properties},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def collection(**properties: Any) -> dict[str, Any]:
    """Return all districts, each with these properties."""
    return {
        "type": "FeatureCollection",
        "attribution": "Sở  Tài nguyên và Môi trường",
        "features": [feature(code, **properties) for code in DISTRICTS],
    }


def put(folder: Path, told: object, name: str = "huyen.geojson") -> None:
    text = told if isinstance(told, str) else json.dumps(told, ensure_ascii=False)
    (folder / name).write_text(text, "utf-8")


def ground(folder: Path, as_of: int = 2020) -> Ground:
    found = catalogue.ground(as_of, folder)
    assert found is not None
    return found


def without(told: dict[str, Any]) -> object:
    return told | {"features": told["features"][1:]}


def twice(told: dict[str, Any]) -> object:
    return told | {"features": [*told["features"], told["features"][0]]}


def reshaped(geometry: object) -> Callable[[dict[str, Any]], object]:
    def changed(told: dict[str, Any]) -> object:
        told["features"][0]["geometry"] = geometry
        return told

    return changed


def dated(day: object) -> Callable[[dict[str, Any]], object]:
    def changed(told: dict[str, Any]) -> object:
        told["features"][0]["properties"]["valid_from"] = day
        return told

    return changed


METRES = {"type": "Polygon", "coordinates": [[[585000, 2390000], [585100, 2390000], [585000, 2390100]]]}
NO_NUMBER = {"type": "Polygon", "coordinates": [[[float("nan"), 21], [105, 22], [106, 22]]]}


@pytest.mark.parametrize(
    ("changed", "fault", "word"),
    [
        (lambda _: "{", "json", ""),
        (lambda _: "[" * 100_000, "json", ""),
        (lambda _: [1, 2], "collection", ""),
        (lambda told: told | {"features": "all"}, "collection", ""),
        (without, "missing", DISTRICTS[0]),
        (twice, "twice", DISTRICTS[0]),
        (reshaped(None), "polygon", DISTRICTS[0]),
        (reshaped({"type": "Point", "coordinates": [105, 21]}), "polygon", DISTRICTS[0]),
        (reshaped({"type": "Polygon", "coordinates": [[[105, 21], [106, 21]]]}), "polygon", DISTRICTS[0]),
        (reshaped({"type": "MultiPolygon", "coordinates": [3]}), "polygon", DISTRICTS[0]),
        (reshaped(METRES), "degrees", DISTRICTS[0]),
        (reshaped(NO_NUMBER), "degrees", DISTRICTS[0]),
        (dated("18/8/2017"), "day", "18/8/2017"),
        (dated("2017-08-18"), "days", ""),
    ],
)
def test_a_file_that_cant_be_used_is_named_and_the_schematic_stands(
    tmp_path: Path, changed: Callable[[dict[str, Any]], object], fault: str, word: str
) -> None:
    put(tmp_path, changed(collection()))

    found = ground(tmp_path)

    assert found.is_schematic
    assert [(each.file, each.fault, each.word) for each in found.faults] == [("huyen.geojson", fault, word)]
    assert fault in FAULTS


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    put(tmp_path, " " * 20_000_001)

    assert [each.fault for each in ground(tmp_path).faults] == ["size"]


def test_without_files_or_without_the_folder_there_is_the_schematic(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        found = ground(folder)
        assert (found.is_schematic, found.faults, found.lacks_day) == (True, (), False)


def test_a_year_that_no_file_is_about_is_told_and_drawn_as_a_schematic(tmp_path: Path) -> None:
    put(tmp_path, collection(valid_from="2017-08-18"))

    assert (ground(tmp_path, 2016).is_schematic, ground(tmp_path, 2016).lacks_day) == (True, True)
    assert (ground(tmp_path, 2017).is_schematic, ground(tmp_path, 2017).lacks_day) == (False, False)


def test_a_faulty_file_beside_a_good_one_is_told_and_the_good_one_drawn(tmp_path: Path) -> None:
    put(tmp_path, collection())
    put(tmp_path, "no", "cu.geojson")

    found = ground(tmp_path)

    assert not found.is_schematic
    assert [each.file for each in found.faults] == ["cu.geojson"]
    assert found.attribution == "Sở Tài nguyên và Môi trường"


def test_districts_are_found_by_their_names_too_and_others_are_left_out(tmp_path: Path) -> None:
    told = collection()
    for each, district in zip(told["features"], catalogue.load().districts, strict=True):
        each["properties"] = {"name": district.name_vi}
    told["features"].append({"properties": {"name": "Huyện Hiệp Hòa"}, "geometry": None})
    put(tmp_path, told)

    assert [outline.district for outline in ground(tmp_path).outlines] == sorted(DISTRICTS)


def test_north_is_up_and_the_drawing_keeps_its_proportions(tmp_path: Path) -> None:
    put(tmp_path, collection())

    found = ground(tmp_path)

    # Nine squares of degrees side by side, each somewhat taller than wide at 21 degrees north.
    assert found.width == 100
    assert 1.06 < found.height * len(DISTRICTS) / found.width < 1.08
    assert {min(y for ring in outline.rings for _, y in ring) for outline in found.outlines} == {0.0}


def test_a_file_put_there_shows_without_a_restart(tmp_path: Path) -> None:
    before = borders_stamp(tmp_path)
    put(tmp_path, collection())
    with_one = borders_stamp(tmp_path)

    assert before != with_one
    assert not ground(tmp_path).is_schematic
    put(tmp_path, "no longer")
    assert borders_stamp(tmp_path) != with_one
    assert ground(tmp_path).is_schematic


def areas(found: Ground) -> dict[str, float]:
    """Return the share of the whole that each district covers."""
    sizes = {
        outline.district: abs(
            sum(
                ax * by - bx * ay
                for ring in outline.rings
                for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True)
            )
        )
        for outline in found.outlines
    }
    return {code: size / sum(sizes.values()) for code, size in sizes.items()}


def test_each_year_has_the_borders_of_its_last_day(shared: Path) -> None:
    by_year = {year: ground(shared / "geo", year) for year in range(2014, 2021)}

    assert not any(found.is_schematic or found.faults or found.lacks_day for found in by_year.values())
    assert all("CC BY 3.0 IGO" in found.attribution for found in by_year.values())
    assert by_year[2015] == by_year[2016]
    assert by_year[2017] == by_year[2020]
    # Lương Sơn went from the city to Sông Công in 2015; six communes came to the city in 2017.
    before, between, since = (areas(by_year[year]) for year in (2014, 2016, 2018))
    assert before["165"] < between["165"] == pytest.approx(since["165"])
    assert between["164"] < before["164"] < since["164"]
    assert since["169"] < between["169"] == pytest.approx(before["169"])
