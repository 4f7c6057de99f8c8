"""The programme, its places, sectors, units and groups, and how the names in real files find them.

Everything comes from the hand-written files of data/catalogue/; another province is other files. Definitions of
indicators are no part of it: they come from the store, like any data.
"""

from indicators.catalogue.borders import FAULTS, FaultyBorders, Stamp
from indicators.catalogue.borders import stamp as borders_stamp
from indicators.catalogue.definition import Definition, Direction, Kind, OverPlace
from indicators.catalogue.entries import (
    BoundaryBreak,
    District,
    Group,
    OutsidePlace,
    Programme,
    Province,
    Rank,
    Sector,
    Unit,
)
from indicators.catalogue.ground import Ground, ground
from indicators.catalogue.loading import load
from indicators.catalogue.lookup import Catalogue
from indicators.catalogue.outline import Outline
from indicators.catalogue.schematic import Schematic, Shape, schematic
from indicators.catalogue.spelling import DEMONSTRATION_MARK, fold, without_marks

__all__ = [
    "DEMONSTRATION_MARK",
    "FAULTS",
    "BoundaryBreak",
    "Catalogue",
    "Definition",
    "Direction",
    "District",
    "FaultyBorders",
    "Ground",
    "Group",
    "Kind",
    "Outline",
    "OutsidePlace",
    "OverPlace",
    "Programme",
    "Province",
    "Rank",
    "Schematic",
    "Sector",
    "Shape",
    "Stamp",
    "Unit",
    "borders_stamp",
    "fold",
    "ground",
    "load",
    "schematic",
    "without_marks",
]
