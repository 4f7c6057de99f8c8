"""Where the names on a map stand: in their district where there is room, else beside all of them with a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from indicators.catalogue import Ground, Outline

Point = tuple[float, float]

# What the narrowest phone leaves for one unit of the ground: names that fit there fit everywhere.
PX_PER_UNIT = 3.1
CHARACTER_PX = 5.8
LINE_PX = 14.5
GAP_PX = 4.0
# How far apart the places are that are tried.
STEP = 3.0
STEPS_OF_A_LINE = 30
MOST_REMEMBERED = 300


@dataclass(frozen=True)
class Named:
    """What is to be written at a district: its name, the symbol of its verdict, its value."""

    district: str
    name: str
    symbol: str
    value: str


@dataclass(frozen=True)
class Label:
    """What is written at a district and around which point; `lead` is where a line to the district begins."""

    district: str
    lines: tuple[str, ...]
    at: Point
    lead: Point | None = None

    @property
    def half(self) -> Point:
        """Half its width and half its height, in units of the ground."""
        return _half(self.lines)


@lru_cache(maxsize=MOST_REMEMBERED)
def labels_on(ground: Ground, names: tuple[Named, ...]) -> tuple[Label, ...]:
    """Return a label for each district, none over another."""
    named = {each.district: each for each in names}
    known = [outline for outline in ground.outlines if outline.district in named]
    inside = {outline.district: _inside(outline, named[outline.district], brief=False) for outline in known}
    placed = [label for label in inside.values() if label]
    for outline in sorted(known, key=lambda each: each.holds(each.label)):
        if inside[outline.district] is None:
            one = named[outline.district]
            placed.append(
                _beside(ground, outline, one, placed)
                or _inside(outline, one, brief=True)
                or Label(outline.district, (*_stacked(one.name), one.symbol), outline.middle)
            )
    return tuple(placed)


def _inside(outline: Outline, named: Named, *, brief: bool) -> Label | None:
    stacked, said = _stacked(named.name), f"{named.symbol} {named.value}".strip()
    ways = [(named.name, said), (*stacked, said)]
    if brief:
        ways = [(named.name, named.symbol), (*stacked, named.symbol), (*stacked[:-1], f"{stacked[-1]} {named.symbol}")]
    for way in ways:
        at = next((at for at in _tried(outline) if _fits(outline, at, way)), None)
        if at is not None:
            return Label(outline.district, way, at)
    return None


def _tried(outline: Outline) -> Iterator[Point]:
    """Yield the places for a name in a district: the one that was chosen for it, then those round its middle."""
    yield outline.label
    x, y = outline.middle
    left, top, right, bottom = outline.box
    across = [left + STEP * step for step in range(int((right - left) / STEP) + 1)]
    down = [top + STEP * step for step in range(int((bottom - top) / STEP) + 1)]
    points = [(each_x, each_y) for each_x in across for each_y in down]
    yield from sorted([(x, y), *points], key=lambda point: (point[0] - x) ** 2 + (point[1] - y) ** 2)


def _fits(outline: Outline, at: Point, lines: Sequence[str]) -> bool:
    x, y = at
    top = y - _half(lines)[1]
    for position, line in enumerate(lines):
        wide = 2 * _half([line])[0]
        # The letters of a line stand in the middle two thirds of it.
        edges = (top + (position + share) * LINE_PX / PX_PER_UNIT for share in (0.17, 0.83))
        if any(outline.width_at((x, edge)) < wide for edge in edges):
            return False
    return True


def _beside(ground: Ground, outline: Outline, named: Named, placed: Sequence[Label]) -> Label | None:
    lines = (named.name, f"{named.symbol} {named.value}".strip())
    wide, tall = _half(lines)
    x, y = outline.middle
    heights = [tall + STEP * step for step in range(int((ground.height - 2 * tall) / STEP) + 1)]
    sides = [(at_x, at_y) for at_x in (wide, ground.width - wide) for at_y in heights]
    own = [] if outline.holds(outline.label) else [outline.label]
    nearest = sorted(sides, key=lambda point: (point[0] - x) ** 2 + (point[1] - y) ** 2)
    for at in [*own, *nearest]:
        label = Label(outline.district, lines, at, (at[0] + wide if x > at[0] else at[0] - wide, at[1]))
        if not _covers(ground, label) and not any(_collide(label, outline.middle, other) for other in placed):
            return label
    return None


def _covers(ground: Ground, label: Label) -> bool:
    (x, y), (wide, tall) = label.at, label.half
    points = [(x + wide * step / 2, y + tall * line) for step in range(-2, 3) for line in (-1, 0, 1)]
    return any(outline.holds(point) for outline in ground.outlines for point in points)


def _collide(label: Label, leads_to: Point, other: Label) -> bool:
    """Whether a label, or its line to a district, lies over another label."""
    if all(abs(label.at[axis] - other.at[axis]) < label.half[axis] + other.half[axis] for axis in (0, 1)):
        return True
    (from_x, from_y), (to_x, to_y) = label.lead or label.at, leads_to
    shares = (step / STEPS_OF_A_LINE for step in range(STEPS_OF_A_LINE + 1))
    passed = ((from_x + (to_x - from_x) * share, from_y + (to_y - from_y) * share) for share in shares)
    return any(abs(x - other.at[0]) < other.half[0] and abs(y - other.at[1]) < other.half[1] for x, y in passed)


def _half(lines: Sequence[str]) -> Point:
    wide = max(len(line) for line in lines) * CHARACTER_PX + GAP_PX
    return wide / 2 / PX_PER_UNIT, len(lines) * LINE_PX / 2 / PX_PER_UNIT


def _stacked(name: str) -> tuple[str, ...]:
    """Return a name on two lines as even as its words allow, or on one where it is a single word."""
    words = name.split()
    cuts = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    return min(cuts, key=lambda halves: max(map(len, halves)), default=(name,))
