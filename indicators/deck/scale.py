"""Round numbers for an axis."""

from __future__ import annotations

import math

ROUND_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
STEPS = 5
# A level that starts below this share of its height is drawn from zero.
NEAR_ZERO = 0.45


def round_scale(low: float, high: float) -> tuple[float, float, float]:
    """Return lowest, highest and step of an axis that holds both figures, with some room above."""
    if 0 <= low < NEAR_ZERO * high:
        low = 0.0
    span = (high - low) or abs(high) or 1.0
    rough = span * 1.12 / STEPS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(step * power for step in ROUND_STEPS if step * power >= rough * (1 - 1e-9))
    first = 0.0 if low == 0 else math.floor((low - 0.06 * span) / step) * step
    last = math.ceil((high + 0.08 * span) / step) * step
    return first, last, step
