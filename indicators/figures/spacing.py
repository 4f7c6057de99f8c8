"""Labels on one line moved apart, each as little as it takes."""

from __future__ import annotations

from collections.abc import Sequence


def apart(wanted: Sequence[float], *, gap: float, low: float, high: float) -> list[float]:
    """Return a place for each label at least `gap` from its neighbours, from `low` to `high`, in their own order.

    Together they lie as near to where they are wanted as they can; where all of them need more room than there is,
    they go on beyond `high`.
    """
    order = sorted(range(len(wanted)), key=lambda position: wanted[position])
    # Less the room of those before it each may stand level with its neighbour: what must then not fall is averaged.
    blocks: list[tuple[float, int]] = []
    for rank, position in enumerate(order):
        total, count = wanted[position] - rank * gap, 1
        while blocks and blocks[-1][0] / blocks[-1][1] > total / count:
            before, members = blocks.pop()
            total, count = total + before, count + members
        blocks.append((total, count))
    levels = [total / count for total, count in blocks for _ in range(count)]
    highest = max(low, high - gap * (len(wanted) - 1))
    placed = [0.0] * len(wanted)
    for rank, (position, level) in enumerate(zip(order, levels, strict=True)):
        placed[position] = min(max(level, low), highest) + rank * gap
    return placed
