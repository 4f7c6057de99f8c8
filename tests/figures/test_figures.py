"""What every figure keeps: nothing drawn is invented, demonstration data say so, number formats follow the language."""

from __future__ import annotations

import pytest
from plotly.graph_objects import Figure

from indicators import catalogue, figures
from indicators.exhibits.exhibit import (
    Bars,
    Distribution,
    Drawing,
    Dumbbell,
    Heatmap,
    Map,
    SmallMultiples,
    Table,
    Tiles,
    Trajectory,
    VerdictCard,
    VerdictList,
)
from tests.figures.frames import (
    AREA_ROW,
    BAR_ROW,
    CELL_ROW,
    COUNT_ROW,
    LINE_ROW,
    PAIR_ROW,
    TRAJECTORY_ROW,
    exhibit,
    framed,
)

# A kind, its blank row, and the same row with something to draw.
KINDS = {
    "distribution": (Distribution(), COUNT_ROW, {"count": 3}),
    "heatmap": (Heatmap(), CELL_ROW, {"status": "slow", "status_label": "Chậm", "ratio": 0.7}),
    "trajectory": (Trajectory(), TRAJECTORY_ROW, {"value": 60.0}),
    "bars": (Bars(), BAR_ROW, {"value": 60.0, "status": "slow"}),
    "map": (Map(ground=catalogue.ground(2020)), AREA_ROW, {"status": "slow"}),
    "small_multiples": (SmallMultiples(), LINE_ROW, {"value": 60.0, "status": "slow"}),
    "dumbbell": (Dumbbell(), PAIR_ROW, {"left": 0.5, "right": 1.1, "left_status": "at_risk"}),
}


def words_of(figure: Figure) -> str:
    """Return every word that stands in a figure."""
    return " ".join(annotation.text or "" for annotation in figure.layout.annotations)


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_exhibit_says_why_and_draws_nothing(kind: str) -> None:
    drawing, blank, _ = KINDS[kind]

    figure = figures.draw(exhibit(drawing, framed(blank, [])))

    assert len(figure.data) == 0
    assert "Hãy nộp báo cáo năm" in words_of(figure).replace("<br>", " ")


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_without_a_figure_draws_no_zero(kind: str) -> None:
    drawing, blank, _ = KINDS[kind]

    figure = figures.draw(exhibit(drawing, framed(blank, [{}])))

    drawn = [value for trace in figure.data if trace.type == "bar" for value in trace.x if value]
    assert drawn == []
    assert "nan" not in figure.to_json().lower()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_one_point_is_enough(kind: str, theme: str) -> None:
    drawing, blank, something = KINDS[kind]

    figure = figures.draw(exhibit(drawing, framed(blank, [something])), theme=theme)

    assert len(figure.data) > 0
    assert figure.layout.height > 0


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("rows", [0, 1])
def test_demonstration_data_say_so_in_the_figure_itself(kind: str, rows: int) -> None:
    drawing, blank, something = KINDS[kind]
    frame = framed(blank, [something] * rows)

    assert "Số liệu minh họa" in words_of(figures.draw(exhibit(drawing, frame, is_demonstration=True)))
    assert "Số liệu minh họa" not in words_of(figures.draw(exhibit(drawing, frame)))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("language", "separators"), [("vi", ",."), ("en", ".,")])
def test_numbers_are_written_as_the_language_does(kind: str, language: str, separators: str) -> None:
    drawing, blank, something = KINDS[kind]

    figure = figures.draw(exhibit(drawing, framed(blank, [something]), language=language))

    assert figure.layout.separators == separators


@pytest.mark.parametrize("kind", KINDS)
def test_no_letter_is_smaller_than_twelve(kind: str) -> None:
    drawing, blank, something = KINDS[kind]

    figure = figures.draw(exhibit(drawing, framed(blank, [something]), is_demonstration=True))

    sizes = [annotation.font.size for annotation in figure.layout.annotations]
    axes = [axis.tickfont.size for axis in (*figure.select_xaxes(), *figure.select_yaxes())]
    texts = [trace.textfont.size for trace in figure.data if trace.type in ("bar", "scatter")]
    assert [size for size in (*sizes, *axes, *texts) if size is not None and size < 12] == []


@pytest.mark.parametrize("kind", KINDS)
def test_title_and_headline_stay_outside(kind: str) -> None:
    drawing, blank, something = KINDS[kind]

    figure = figures.draw(exhibit(drawing, framed(blank, [something])))

    assert figure.layout.title.text is None
    assert "Câu tóm tắt." not in words_of(figure)


@pytest.mark.parametrize("kind", ["distribution", "heatmap", "bars"])
def test_the_legend_is_left_out_where_the_page_has_one(kind: str) -> None:
    drawing, blank, something = KINDS[kind]
    frame = framed(blank, [something, {**something, "row": "other"} if "row" in blank else something])

    with_legend = figures.draw(exhibit(drawing, frame))
    without = figures.draw(exhibit(drawing, frame), legend=False)

    assert any(trace.showlegend for trace in with_legend.data)
    assert not any(trace.showlegend for trace in without.data)
    assert without.layout.height < with_legend.layout.height


@pytest.mark.parametrize("drawing", [Tiles(), VerdictCard(), VerdictList(), Table()])
def test_what_the_page_draws_as_elements_has_no_figure(drawing: Drawing) -> None:
    with pytest.raises(KeyError):
        figures.draw(exhibit(drawing, framed(BAR_ROW, [{}])))
