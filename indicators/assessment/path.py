"""The path from the baseline through the milestones to the target, and where on it a moment lies."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Path = tuple[tuple[float, float], ...]

# An expected way shorter than this share of the whole way is no way: S over it would be noise.
FLAT = 1e-9


def path_through(start: float, first: float, milestones: Sequence[tuple[float, float]]) -> Path:
    """Return the path from (start, first) through the milestones after it, in order of time."""
    return ((start, first), *sorted(each for each in milestones if each[0] > start))


def expected_at(path: Path, at: float) -> float:
    """Return the value the path expects at a moment: linear between its points, constant after the last."""
    for (before, low), (after, high) in pairwise(path):
        if at <= after:
            return low + (high - low) * (at - before) / (after - before)
    return path[-1][1]


def is_flat(path: Path, expected: float) -> bool:
    """Whether the path asks for no way at all between its beginning and a point on it."""
    first = path[0][1]
    longest = max(abs(value - first) for _, value in path)
    return abs(expected - first) <= FLAT * longest
