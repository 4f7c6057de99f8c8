"""Every question the product answers, as exhibits: `overview`, `indicator`, `district`, `sector`,
`method` and `history` build them.

Each builder takes a reading of the store, the catalogue, a selection and the words of a language, and returns one
`Exhibit`: a small table, how to draw it, and the sentences that go with it.
"""

from indicators.exhibits import district, history, indicator, method, overview, sector
from indicators.exhibits.exhibit import (
    Bars,
    Distribution,
    Drawing,
    Dumbbell,
    Exhibit,
    Heatmap,
    Link,
    Origin,
    Parts,
    SmallMultiples,
    Subject,
    Table,
    Tiles,
    Trajectory,
    VerdictCard,
    VerdictList,
)

__all__ = [
    "Bars",
    "Distribution",
    "Drawing",
    "Dumbbell",
    "Exhibit",
    "Heatmap",
    "Link",
    "Origin",
    "Parts",
    "SmallMultiples",
    "Subject",
    "Table",
    "Tiles",
    "Trajectory",
    "VerdictCard",
    "VerdictList",
    "district",
    "history",
    "indicator",
    "method",
    "overview",
    "sector",
]
