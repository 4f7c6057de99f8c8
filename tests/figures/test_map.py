"""The map: every district with its name and verdict, no name over another, and the ground told beneath."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from plotly.graph_objects import Figure

from indicators import catalogue, figures, labels
from indicators.catalogue import Ground
from indicators.exhibits.exhibit import Map
from indicators.figures.maplabels import Named, labels_on
from indicators.palette import palette
from tests.figures.frames import AREA_ROW, exhibit, framed
from tests.figures.looking import note, notes, trace

LIGHT = palette("light")
DISTRICTS = catalogue.load().districts


def schematic() -> Ground:
    found = catalogue.ground(2020, Path("nowhere"))
    assert found is not None
    return found


def draw(*rows: dict[str, object], chosen: str | None = None, ground: Ground | None = None) -> Figure:
    """Return the map of all districts, those of `rows` with what is said of them."""
    told = {str(row.get("key", "171")): row for row in rows}
    whole = [{"key": each.code, "label": labels.text("vi").name(each), **told.get(each.code, {})} for each in DISTRICTS]
    drawing = Map(ground=ground or schematic(), caption="Sơ đồ, không theo tỷ lệ.", chosen=chosen)
    return figures.draw(exhibit(drawing, framed(AREA_ROW, whole)), legend=False)


def written(figure: Figure, label: str) -> str:
    (found,) = [text for text in notes(figure, "district") if text.replace("<br>", " ").startswith(label)]
    return found


def test_a_district_without_a_value_has_its_name_and_no_zero() -> None:
    assert written(draw(), "Võ Nhai") == "Võ Nhai<br>–"


def test_colour_and_symbol_say_the_verdict() -> None:
    figure = draw({"key": "171", "status": "slow", "value": 7.0, "written": "7"})

    assert trace(figure, "171").fillcolor == LIGHT.mark("slow").fill
    assert written(figure, "Đại Từ") == "Đại Từ<br>◆ 7"


def test_what_decides_nothing_is_pale() -> None:
    figure = draw({"key": "171", "status": "slow", "hollow": True})

    assert trace(figure, "171").fillcolor == LIGHT.mark("slow").tint


def test_the_chosen_district_lies_on_top_with_an_edge() -> None:
    figure = draw(chosen="171")
    areas = [each for each in figure.data if not each.name.startswith("touched")]

    assert [each.name for each in areas if each.line.color == LIGHT.text] == ["171"]
    assert areas[-1].name == "171"


def test_the_ground_is_told_and_what_a_file_says_is_no_markup() -> None:
    schema = schematic()
    real = Ground(schema.width, schema.height, schema.outlines, False, "Sở <a href='x'>TN&MT</a>")

    assert note(draw(), "ground") == "Sơ đồ, không theo tỷ lệ."
    assert "Sở &lt;a href='x'&gt;TN&amp;MT&lt;/a&gt;" in note(draw(ground=real), "ground")


def test_wherever_a_district_is_touched_it_is_the_one_that_is_told() -> None:
    figure = draw({"key": "171", "hover": "Đại Từ: 7 DN"})

    for outline in schematic().outlines:
        touched = trace(figure, f"touched {outline.district}")
        assert set(touched.customdata) == {outline.district}
        assert len(touched.x) > 4
        # The first two are its middle and its name.
        assert all(outline.holds(point) for point in list(zip(touched.x, touched.y, strict=True))[2:])
    assert trace(figure, "touched 171").meta == ("Đại Từ: 7 DN",)


def test_it_has_the_same_scale_both_ways_and_no_axes() -> None:
    layout = draw().layout

    assert (layout.yaxis.scaleanchor, layout.yaxis.scaleratio) == ("x", 1)
    assert (layout.xaxis.visible, layout.yaxis.visible) == (False, False)


def names(language: str, value: str) -> tuple[Named, ...]:
    return tuple(Named(each.code, labels.text(language).name(each), "▲", value) for each in DISTRICTS)


def check_no_name_over_another(ground: Ground, language: str, value: str) -> None:
    placed = labels_on(ground, names(language, value))

    assert sorted(label.district for label in placed) == sorted(each.code for each in DISTRICTS)
    for one, other in combinations(placed, 2):
        apart = [abs(one.at[axis] - other.at[axis]) >= one.half[axis] + other.half[axis] for axis in (0, 1)]
        assert any(apart), (one, other)
    for label in placed:
        outline = next(each for each in ground.outlines if each.district == label.district)
        held = [each.district for each in ground.outlines if each.holds(label.at)]
        assert held == ([] if label.lead else [outline.district])


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("value", ["", "7", "12,5 %", "1.234,5"])
def test_no_name_lies_over_another_on_the_schematic(language: str, value: str) -> None:
    check_no_name_over_another(schematic(), language, value)


@pytest.mark.parametrize("year", [2014, 2016, 2020])
def test_no_name_lies_over_another_on_real_borders(shared: Path, year: int) -> None:
    ground = catalogue.ground(year, shared / "geo")
    assert ground is not None

    check_no_name_over_another(ground, "vi", "40")
