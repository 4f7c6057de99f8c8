"""The drawing of the districts: what is wrong in it is refused, and neighbours touch without a gap or an overlap."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from indicators import catalogue
from indicators.catalogue.loading import FOLDER
from indicators.catalogue.schematic import Point, Schematic, schematic
from indicators.errors import BrokenCatalogue

# Who touches whom, from the districts' own descriptions; the drawing must keep it.
NEIGHBOURS = {
    ("164", "165"), ("164", "168"), ("164", "169"), ("164", "171"), ("164", "172"), ("164", "173"), ("165", "172"),
    ("165", "173"), ("167", "168"), ("167", "171"), ("168", "169"), ("168", "171"), ("169", "170"), ("169", "173"),
    ("171", "172"), ("172", "173"),
}  # fmt: skip


@pytest.fixture
def drawing() -> Schematic:
    found = schematic()
    assert found is not None
    return found


def edges(points: tuple[Point, ...]) -> list[tuple[Point, Point]]:
    return list(zip(points, (*points[1:], points[0]), strict=True))


def area(points: tuple[Point, ...]) -> float:
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in edges(points)) / 2


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ('district = "167"', 'district = "999"', "999"),
        ('"a1", "a2", "a3"', '"a1", "nowhere", "a3"', "nowhere"),
        ('"a1", "a2", "a3"', '"a1", "a1", "a3"', "different"),
        ("a1 = [4, 16]", "a1 = [400, 16]", "a1"),
        ("a1 = [4, 16]", 'a1 = [4, "16"]', "a1"),
        ("label = [17, 23]", "label = [17]", "label"),
        ("width = 100", "breadth = 100", "width"),
    ],
)
def test_what_is_wrong_in_the_file_is_refused(tmp_path: Path, before: str, after: str, why: str) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "catalogue"))
    path = folder / "schematic.toml"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")

    with pytest.raises(BrokenCatalogue, match=why):
        schematic(folder)


def test_a_province_without_a_drawing_has_none(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "catalogue"))
    (folder / "schematic.toml").unlink()

    assert schematic(folder) is None


def test_every_district_is_drawn_once(drawing: Schematic) -> None:
    assert sorted(shape.district for shape in drawing.shapes) == sorted(
        district.code for district in catalogue.load().districts
    )


def test_neighbours_share_their_borders_and_nobody_else_does(drawing: Schematic) -> None:
    shared = {
        tuple(sorted((one.district, other.district)))
        for one in drawing.shapes
        for other in drawing.shapes
        if one.district != other.district
        and {frozenset(edge) for edge in edges(one.points)} & {frozenset(edge) for edge in edges(other.points)}
    }

    assert shared == NEIGHBOURS


def test_a_border_belongs_to_two_districts_at_most_and_runs_both_ways(drawing: Schematic) -> None:
    """Walked round the same way, two districts pass a common border in opposite directions: no overlap, no gap."""
    walked = [edge for shape in drawing.shapes for edge in edges(shape.points)]

    assert len(walked) == len(set(walked))
    assert {area(shape.points) > 0 for shape in drawing.shapes} == {True}


def test_the_outline_is_one_ring_of_the_same_area(drawing: Schematic) -> None:
    walked = {edge for shape in drawing.shapes for edge in edges(shape.points)}
    outer = {start: end for start, end in walked if (end, start) not in walked}
    first = next(iter(outer))
    ring = [first]
    while (following := outer[ring[-1]]) != first:
        ring.append(following)

    assert len(ring) == len(outer)
    assert area(tuple(ring)) == pytest.approx(sum(area(shape.points) for shape in drawing.shapes))


def test_a_name_inside_its_district_is_told_from_one_beside_it(drawing: Schematic) -> None:
    beside = {shape.district for shape in drawing.shapes if not shape.holds_label}

    assert beside == {"165", "172"}
