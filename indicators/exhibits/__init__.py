"""Every question the product answers, as exhibits: `overview`, `indicator`, `district`, `sector` and
`method` build them.

Each builder takes a reading of the store, the catalogue, a selection and the words of a language, and returns one
`Exhibit`: a small table, how to draw it, and the sentences that go with it.
"""

from indicators.exhibits import district, indicator, method, overview, sector
from indicators.exhibits.document import Chapter, Document, Progress, document_of, silent
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
    "Chapter",
    "Distribution",
    "Document",
    "Drawing",
    "Dumbbell",
    "Exhibit",
    "Heatmap",
    "Link",
    "Origin",
    "Parts",
    "Progress",
    "SmallMultiples",
    "Subject",
    "Table",
    "Tiles",
    "Trajectory",
    "VerdictCard",
    "VerdictList",
    "district",
    "document_of",
    "indicator",
    "method",
    "overview",
    "sector",
    "silent",
]
