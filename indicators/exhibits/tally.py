"""How verdicts are spread, in words."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.assessment import STATUS_ORDER
from indicators.exhibits.request import counted, status_label
from indicators.exhibits.verdicts import Assessed
from indicators.labels import Text


def tally(assessed: Sequence[Assessed], text: Text, *, of_places: bool = False) -> str:
    """Return the counts by status, the met ones always first: 9 chỉ tiêu đạt, 3 đạt rồi lại mất, 4 không đạt.

    With `of_places` the same of places, which need no noun: 4 đạt, 5 không đạt.
    """
    counts = counted(assessed)
    met = counts.pop("achieved", 0)
    key = "exhibit.count_met_one" if met == 1 else "exhibit.count_met"
    met_places = text("exhibit.count_of_status", count=text.number(met), status=status_label("achieved", text).lower())
    first = met_places if of_places else text(key, count=text.number(met))
    order = [str(status) for status in STATUS_ORDER]
    best_first = sorted(counts, key=lambda status: (status == "not_assessed", -order.index(status)))
    others = (
        text("exhibit.count_of_status", count=text.number(counts[status]), status=status_label(status, text).lower())
        for status in best_first
    )
    return ", ".join([first, *others])
