"""Two pictures of one page: how far they differ, and a picture of where."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

# The same browser with the same fonts draws the same letters; only the edge of one that lies on a layer of its own
# comes out a shade darker or lighter now and then. So little is allowed: a shade over the whole picture, and of its
# squares, each about as large as a letter, one in twenty thousand: two on the longest page, none on a phone's screen.
MOST_MEAN = 0.2
MOST_SHARE = 1 / 20_000
# A square differs from this mean on: a digit that is another moves it by more, a shade by a quarter.
SQUARE = 8
LEAST_LEVELS = 8
# A kept picture is half as wide, and each of red, green and blue has 16 steps: all pictures together stay under 10 MB.
# The steps are the same for every picture, so what changes in one place changes the picture there alone.
STEPS = 16
HIGHLIGHT = (214, 0, 110)
ENDING = "webp"


@dataclass(frozen=True)
class Difference:
    """How far two pictures differ: on the whole, in levels of 255, and as the share of squares that are others."""

    mean: float
    share: float

    @property
    def is_same(self) -> bool:
        """Whether a reader would call both the same picture."""
        return self.mean <= MOST_MEAN and self.share <= MOST_SHARE


# Of two pictures of different sizes nothing can be laid on the other.
OTHER_SIZE = Difference(mean=255, share=1)


def reduced(taken: Image.Image) -> Image.Image:
    """Return a picture as it is kept."""
    half = taken.resize((taken.width // 2, taken.height // 2), Image.Resampling.BOX)
    return half.point([round(round(level / 255 * (STEPS - 1)) * 255 / (STEPS - 1)) for level in range(256)] * 3)


def difference(kept: Image.Image, taken: Image.Image) -> Difference:
    """Return how far a picture differs from the one that was kept, both reduced."""
    if kept.size != taken.size:
        return OTHER_SIZE
    levels = _levels(kept, taken)
    return Difference(mean=float(levels.mean()), share=float((_by_square(levels) >= LEAST_LEVELS).mean()))


def drawn(kept: Image.Image, taken: Image.Image) -> Image.Image:
    """Return the new picture, pale, with what differs from the kept one in a strong colour."""
    size = (max(kept.width, taken.width), max(kept.height, taken.height))
    one, other = (_on_white(picture, size) for picture in (kept, taken))
    pale = np.asarray(Image.blend(other, Image.new("RGB", size, "white"), 0.6)).copy()
    pale[_levels(one, other) >= LEAST_LEVELS] = HIGHLIGHT
    return Image.fromarray(pale)


def save(picture: Image.Image, path: Path) -> None:
    """Write a reduced picture so that it is read back to the very same colours."""
    picture.save(path, lossless=True, method=6)


def _levels(one: Image.Image, other: Image.Image) -> np.ndarray:
    """Return for each point how far its strongest colour differs."""
    both = (np.asarray(picture.convert("RGB"), dtype=np.int16) for picture in (one, other))
    return np.abs(np.subtract(*both)).max(axis=2)


def _by_square(levels: np.ndarray) -> np.ndarray:
    """Return the mean of each square; those at the edges are filled up with points that don't differ."""
    missing = [(0, -length % SQUARE) for length in levels.shape]
    whole = np.pad(levels, missing)
    rows, columns = (length // SQUARE for length in whole.shape)
    return whole.reshape(rows, SQUARE, columns, SQUARE).mean(axis=(1, 3))


def _on_white(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    ground = Image.new("RGB", size, "white")
    ground.paste(picture, (0, 0))
    return ground
