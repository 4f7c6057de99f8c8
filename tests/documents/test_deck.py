"""The slides: every chart's figures are the exhibit's, nothing leaves its box, a template's paper is used."""

from __future__ import annotations

import io
import re
import time
from dataclasses import replace
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Pt

from indicators import catalogue, labels
from indicators.deck import deck, fitting
from indicators.errors import UnusableTemplate
from indicators.exhibits import Dumbbell, Scan, document_of
from indicators.handout import qr_png
from indicators.palette import SYMBOL_BY_STATUS, palette
from indicators.selection import Selection
from indicators.store import Store
from tests.documents.conftest import TOLD, Made, Told
from tests.documents.packages import Package
from tests.documents.slides_read_back import (
    behind,
    charts,
    expected,
    of_bars,
    of_counts,
    of_trajectory,
    opened,
    series_of,
)

NAMES = list(TOLD)
ADDRESS = "https://chi-tieu.thainguyen.example/h/bcdfghjk"
SCAN = Scan(ADDRESS, 12, 2020, qr_png(ADDRESS), "<svg/>")


def test_a_template_that_is_no_presentation_is_refused(told: Told) -> None:
    for content in (b"", b"PK\x03\x04 nothing", b"<html>"):
        with pytest.raises(UnusableTemplate):
            deck(told("sector-en"), template=content, template_name="mau.pptx")


def test_a_template_without_a_title_is_refused(told: Told) -> None:
    slides = Presentation()
    for layout in slides.slide_layouts:
        for shape in list(layout.placeholders):
            shape._element.getparent().remove(shape._element)
    content = io.BytesIO()
    slides.save(content)

    with pytest.raises(UnusableTemplate):
        deck(told("sector-en"), template=content.getvalue(), template_name="mau.pptx")


@pytest.mark.parametrize("name", NAMES)
def test_every_chart_draws_its_exhibit_and_nothing_else(made: Made, told: Told, name: str) -> None:
    drawn, wanted = charts(opened(made(name, "pptx"))), list(expected(told(name)))
    assert len(drawn) == len(wanted)
    compared: list[str] = []
    for chart, (kind, exhibit) in zip(drawn, wanted, strict=True):
        series = series_of(chart)
        if kind == "trajectory":
            by_year = [[(float(str(at)), value) for at, value in points] for points in series.values()]
            found = sorted(by_year, key=str)
            whole = of_trajectory(exhibit)
            if chart.plots[0].__class__.__name__ == "BarPlot":
                # Of a yearly plan the path is the plan itself, and is drawn once.
                whole = sorted({str(points): points for points in whole}.values(), key=str)
            assert found == whole, exhibit.title
        elif kind == "bars":
            assert list(series.values()) == of_bars(exhibit), exhibit.title
        elif kind == "spread":
            labels_of = {f"{SYMBOL_BY_STATUS[s]} {n}": float(c) for s, n, c in
                         exhibit.frame[["status", "status_label", "count"]].itertuples(index=False)}  # fmt: skip
            assert [dict(points) for points in series.values()] == [labels_of]
        elif kind == "compared":
            assert isinstance(exhibit.drawing, Dumbbell)
            shown = [str(name) for points in series.values() for name, _ in points]
            rows = exhibit.frame[exhibit.frame["row_label"].isin(shown)]
            compared += list(rows["row_label"])
            assert list(series.values()) == [
                list(zip(rows["row_label"], map(float, rows[side]), strict=True)) for side in ("left", "right")
            ]
        else:
            assert list(series.values()) == of_counts(exhibit, "label" if kind == "groups" else "row_label")
    of_place = [] if told(name).is_of_province else list(told(name).against_province.frame["row_label"])
    assert compared == of_place


@pytest.mark.parametrize("name", ["province-vi", "district-en"])
def test_editing_a_chart_opens_the_figures_it_draws(made: Made, name: str) -> None:
    for chart in charts(opened(made(name, "pptx"))):
        shown, kept = series_of(chart), behind(chart)
        assert shown.keys() == kept.keys()
        for key, points in shown.items():
            assert [str(at).removesuffix(".0") for at, _ in points] == [
                str(at).removesuffix(".0") for at, _ in kept[key]
            ]
            # The library writes sixteen digits into the cells.
            assert [value for _, value in kept[key]] == pytest.approx([value for _, value in points], rel=1e-15)


@pytest.mark.parametrize("name", NAMES)
def test_no_text_leaves_its_box_and_no_box_its_slide(made: Made, name: str) -> None:
    slides = opened(made(name, "pptx"))
    wide, tall = slides.slide_width, slides.slide_height
    for number, slide in enumerate(slides.slides, start=1):
        for shape in slide.shapes:
            assert shape.left >= 0, (number, shape.name)
            assert shape.top >= 0, (number, shape.name)
            assert shape.left + shape.width <= wide + 1, (number, shape.name)
            assert shape.top + shape.height <= tall + 1, (number, shape.name)
            if shape.has_text_frame and shape.text_frame.text and shape.shape_type != MSO_SHAPE_TYPE.FREEFORM:
                assert _needed(shape) <= shape.height / 12700 + 1, (number, shape.text_frame.text)


def _needed(shape) -> float:
    frame = shape.text_frame
    room = (shape.width - frame.margin_left - frame.margin_right) / 12700
    used = (frame.margin_top + frame.margin_bottom) / 12700
    for paragraph in frame.paragraphs:
        sizes = [run.font.size.pt for run in paragraph.runs if run.font.size]
        if sizes:
            bold = any(run.font.bold for run in paragraph.runs)
            text = "".join(run.text for run in paragraph.runs)
            used += fitting.height(text, max(sizes), 10_000 if not frame.word_wrap else room, bold=bold)
    return used


@pytest.mark.parametrize("name", ["province-vi", "sector-en"])
def test_letters_are_read_from_the_last_row(made: Made, name: str) -> None:
    """Nothing is under 14 points but the line of the source, and the table that holds nothing but sources."""
    slides = opened(made(name, "pptx"))
    small = {
        (run.text, run.font.size.pt)
        for slide in slides.slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run.font.size and run.font.size.pt < 14
    }

    assert small
    assert {size for _, size in small} == {10.0}
    assert all(re.search(r"(Số liệu minh họa|Demonstration|Nguồn|Source|version|Phiên bản)", text) for text, _ in small)


@pytest.mark.parametrize("name", ["province-vi", "province-en"])
def test_every_slide_says_version_and_year_and_whether_its_data_are_made_up(made: Made, told: Told, name: str) -> None:
    text, by_name = told(name).text, {one.name: one for one in told(name).chapters}
    mark, said = text("page.figure_demonstration"), text("page.version_and_year", version=told(name).version, year=2020)
    marked: dict[str, bool] = {}
    for slide in list(opened(made(name, "pptx")).slides)[1:]:
        words = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert any(said in each for each in words)
        marked |= {each: any(mark in said for said in words) for each in words if each in by_name}

    assert marked == {each: one.verdict.is_demonstration for each, one in by_name.items()}
    assert set(marked.values()) == {True, False}


def test_the_speaker_has_the_figures_and_the_answers(made: Made, told: Told) -> None:
    one = next(one for one in told("province-vi").chapters if one.indicator == "mo_hinh_diem")
    notes = [slide.notes_slide.notes_text_frame.text for slide in opened(made("province-vi", "pptx")).slides]
    (mine,) = [note for note in notes if note.startswith(f"{one.name}\n")]

    assert all(notes)
    assert one.verdict.drawing.rule in mine
    assert one.court.headline in mine
    assert all(row.value in mine for row in one.verdict.frame.itertuples())
    assert "Từ nay phải thế nào mới đạt?" in mine


def test_the_districts_are_shapes_in_the_colours_of_their_verdicts(made: Made, told: Told) -> None:
    document = told("province-vi")
    exhibit = next(one.by_district for one in document.chapters if one.indicator == "dn_ap_dung_he_thong")
    slide = next(
        slide
        for slide in opened(made("province-vi", "pptx")).slides
        if any(shape.has_text_frame and shape.text_frame.text == exhibit.title for shape in slide.shapes)
    )
    (group,) = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP]
    fills = {shape.name: str(shape.fill.fore_color.rgb) for shape in group.shapes}
    assert group.name == "Sơ đồ, không theo tỷ lệ"
    assert fills == {
        row.label: palette("light").mark(row.status).fill[1:] for row in exhibit.frame.itertuples(index=False)
    }


def test_a_template_gives_its_size_its_theme_and_its_layouts(told: Told) -> None:
    theirs = Presentation()
    theirs.slide_width, theirs.slide_height = Pt(720), Pt(540)
    theirs.slides.add_slide(theirs.slide_layouts[0]).shapes.title.text = "mẫu"
    content = io.BytesIO()
    theirs.save(content)

    slides = opened(deck(told("sector-en"), template=content.getvalue(), template_name="mau.pptx"))

    assert slides.slide_width == Pt(720)
    assert {slide.slide_layout.name for slide in slides.slides} == {"Title Slide", "Title Only"}
    assert all(slide.shapes.title.text_frame.text for slide in slides.slides)
    assert "mẫu" not in {slide.shapes.title.text_frame.text for slide in slides.slides}


def test_without_a_hand_out_no_slide_leads_to_one(made: Made) -> None:
    slides = opened(made("sector-vi", "pptx"))

    assert not [
        shape for slide in slides.slides for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE
    ]
    assert "Xem tiếp trên điện thoại: quét mã hoặc mở địa chỉ" not in [
        s.shapes.title.text_frame.text for s in slides.slides
    ]


@pytest.mark.parametrize("name", ["sector-vi", "sector-en"])
def test_the_last_slide_has_the_code_of_the_hand_out_and_its_address_in_large_letters(
    made: Made, told: Told, name: str
) -> None:
    content = deck(replace(told(name), scan=SCAN))
    slides = list(opened(content).slides)
    last, text = slides[-1], told(name).text
    (code,) = [shape for shape in last.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    (panel,) = [shape for shape in last.shapes if shape.has_text_frame and "/h/bcdfghjk" in shape.text_frame.text]
    lines = panel.text_frame.paragraphs

    assert list(Package(content).faults()) == []
    assert len(slides) == len(opened(made(name, "pptx")).slides) + 1
    assert last.shapes.title.text_frame.text == text("document.scan_headline")
    assert code.image.blob == SCAN.picture
    assert code.width == code.height >= Pt(300)
    assert ADDRESS in code._element.nvPicPr.cNvPr.get("descr")
    assert lines[0].text + lines[1].text == ADDRESS
    assert min(lines[0].runs[0].font.size, lines[1].runs[0].font.size) >= Pt(24)
    assert _needed(panel) <= panel.height / 12700
    assert text("page.version_and_year", version=12, year=2020) in panel.text_frame.text
    assert any(
        "minh họa" in s.text_frame.text or "emonstration" in s.text_frame.text for s in last.shapes if s.has_text_frame
    )
    assert ADDRESS in last.notes_slide.notes_text_frame.text


def test_the_whole_deck_is_made_while_a_speaker_waits(demo_store: Path) -> None:
    """Processor seconds, since other tests run beside this one."""
    told = document_of(Store.open(demo_store).at(), catalogue.load(), Selection(2020, "vi"), labels.text("vi"))
    steps: list[tuple[int, int]] = []
    start = time.process_time()

    deck(told, progress=lambda done, of: steps.append((done, of)))

    assert time.process_time() - start <= 5.0
    assert steps == [(done, len(steps)) for done in range(1, len(steps) + 1)]
