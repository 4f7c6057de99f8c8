"""The comparison of pictures finds what a reader would see, and lets pass what nobody sees."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from tests.pictures.comparing import HIGHLIGHT, OTHER_SIZE, difference, drawn, reduced, save

WIDE, HIGH = 780, 1688
PAPER, INK = (246, 243, 234), (27, 38, 44)


def page(*, number: str = "1.234,5", ink: tuple[int, int, int] = INK, moved: int = 0) -> Image.Image:
    """Return a page of lines with a figure among them."""
    picture = Image.new("RGB", (WIDE, HIGH), PAPER)
    draw = ImageDraw.Draw(picture)
    for row in range(20):
        draw.text((30 + moved, 40 + 80 * row), f"Tieu chi {row}", fill=ink, font_size=28)
    draw.text((500, 840), number, fill=INK, font_size=28)
    return picture


def test_a_page_moved_by_a_few_points_is_another() -> None:
    assert not difference(reduced(page()), reduced(page(moved=6))).is_same


def test_another_colour_is_another_page() -> None:
    assert not difference(reduced(page()), reduced(page(ink=(168, 9, 3)))).is_same


def test_one_figure_that_changed_is_found() -> None:
    found = difference(reduced(page()), reduced(page(number="1.284,5")))

    assert not found.is_same
    assert found.mean < 0.2


def test_a_longer_page_is_another_and_its_difference_can_be_drawn() -> None:
    longer = Image.new("RGB", (WIDE, HIGH + 40), PAPER)
    longer.paste(page(), (0, 0))

    assert difference(reduced(page()), reduced(longer)) == OTHER_SIZE
    assert drawn(reduced(page()), reduced(longer)).size == (WIDE // 2, HIGH // 2 + 20)


def test_the_difference_is_marked_where_it_is() -> None:
    marked = drawn(reduced(page()), reduced(page(number="9.999,9")))
    rows = np.flatnonzero((np.asarray(marked) == HIGHLIGHT).all(axis=2).any(axis=1))

    assert len(rows)
    assert 415 <= rows.min() <= rows.max() <= 440


@settings(max_examples=25)
@given(st.integers(0, WIDE - 2), st.integers(0, HIGH - 2), st.integers(-6, 6))
def test_a_shade_at_the_edge_of_a_letter_is_the_same_page(x: int, y: int, shade: int) -> None:
    touched = page()
    touched.putpixel((x, y), tuple(min(255, max(0, level + shade)) for level in touched.getpixel((x, y))))  # type: ignore[arg-type, union-attr]

    assert difference(reduced(page()), reduced(touched)).is_same


def test_a_kept_picture_is_read_back_to_the_very_same_colours(tmp_path: Path) -> None:
    picture = reduced(page())
    save(picture, tmp_path / "page.webp")
    with Image.open(tmp_path / "page.webp") as kept:
        assert kept.convert("RGB").tobytes() == picture.tobytes()


@pytest.mark.parametrize("ink", [INK, (168, 9, 3)])
def test_a_page_is_the_same_as_itself(ink: tuple[int, int, int]) -> None:
    assert difference(reduced(page(ink=ink)), reduced(page(ink=ink))).is_same
