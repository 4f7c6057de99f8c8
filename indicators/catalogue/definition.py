"""What an indicator is: its kind, unit, direction and how it adds up."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum


class Kind(StrEnum):
    """The seven kinds of DESIGN 4; the kind decides the ruler."""

    CUMULATIVE = "cumulative"
    FLOW = "flow"
    STOCK = "stock"
    RATIO = "ratio"
    GROWTH = "growth"
    INDEX = "index"
    YES_NO = "yes_no"


class Direction(StrEnum):
    """Whether more is better, less is better, or only a band is good."""

    UP = "up"
    DOWN = "down"
    BAND = "band"


class OverPlace(StrEnum):
    """How districts and sectors make a total."""

    SUM = "sum"
    RATIO = "ratio"
    COUNT = "count"
    NONE = "none"


OVER_PLACE_BY_KIND: Mapping[Kind, OverPlace] = {
    Kind.CUMULATIVE: OverPlace.SUM,
    Kind.FLOW: OverPlace.SUM,
    Kind.STOCK: OverPlace.SUM,
    Kind.RATIO: OverPlace.RATIO,
    Kind.GROWTH: OverPlace.NONE,
    Kind.INDEX: OverPlace.NONE,
    Kind.YES_NO: OverPlace.COUNT,
}


@dataclass(frozen=True)
class Definition:
    """One indicator as its decision defines it.

    `decimals` are those shown, `min`/`max` natural limits in the indicator's unit, `stale_after_years` how old the
    last value may be before a verdict is withheld.
    """

    id: str
    name_vi: str
    unit: str
    kind: Kind
    direction: Direction
    name_en: str = ""
    group: str = ""
    decimals: int = 0
    over_place: OverPlace = OverPlace.NONE
    min: float | None = None
    max: float | None = None
    source: str = ""
    responsible: str = ""
    frequency: str = ""
    document: str = ""
    aliases: tuple[str, ...] = ()
    stale_after_years: float = 1.0

    def to_json(self) -> str:
        """Return the definition as the JSON text that its row in the store carries."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Definition:
        """Return the definition that a row of the store carries; fields unknown to this version are passed over."""
        known = {field.name for field in fields(cls)}
        found = {name: value for name, value in json.loads(text).items() if name in known}
        return cls(
            **{
                **found,
                "kind": Kind(found["kind"]),
                "direction": Direction(found["direction"]),
                "over_place": OverPlace(found["over_place"]),
                "aliases": tuple(found.get("aliases", ())),
            }
        )
