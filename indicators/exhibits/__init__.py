"""Every question the product answers, as exhibits: `overview`, `indicator`, `district`, `sector`, `completeness`,
`method` and `history` build them.

Each builder takes a reading of the store, the catalogue, a selection and the words of a language, and returns one
`Exhibit`: a small table, how to draw it, and the sentences that go with it.
"""

from indicators.exhibits import completeness, district, history, indicator, method, overview, sector
from indicators.exhibits.document import Chapter, Document, Progress, document_of, silent
from indicators.exhibits.exhibit import (
    Bars,
    Completeness,
    Contributions,
    Distribution,
    Drawing,
    Dumbbell,
    Exhibit,
    Heatmap,
    Link,
    Map,
    Message,
    Origin,
    Parts,
    Slope,
    SmallMultiples,
    Subject,
    Table,
    Tiles,
    Trajectory,
    VerdictCard,
    VerdictList,
)
from indicators.exhibits.scan import Scan

__all__ = [
    "Bars",
    "Chapter",
    "Completeness",
    "Contributions",
    "Distribution",
    "Document",
    "Drawing",
    "Dumbbell",
    "Exhibit",
    "Heatmap",
    "Link",
    "Map",
    "Message",
    "Origin",
    "Parts",
    "Progress",
    "Scan",
    "Slope",
    "SmallMultiples",
    "Subject",
    "Table",
    "Tiles",
    "Trajectory",
    "VerdictCard",
    "VerdictList",
    "completeness",
    "district",
    "document_of",
    "history",
    "indicator",
    "method",
    "overview",
    "sector",
    "silent",
]
