"""Everything a document says about one selection: the same exhibits as the pages show, in the order they are told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from indicators.catalogue import Catalogue
from indicators.exhibits import district, indicator, method, overview, sector
from indicators.exhibits.exhibit import Exhibit
from indicators.exhibits.request import Request, worst_first
from indicators.exhibits.scan import Scan
from indicators.exhibits.standing import standing
from indicators.labels import Text
from indicators.selection import Selection
from indicators.store import Reading

Builder = Callable[[Reading, Catalogue, Selection, Text], Exhibit]
# Told of how far a document is: how many of its parts are made, and how many there are.
Progress = Callable[[int, int], None]


def silent(done: int, of: int) -> None:
    """Tell nobody how far a document is."""


def _made(request: Request, builder: Builder) -> Exhibit:
    return builder(request.reading, request.catalogue, request.selection, request.text)


@dataclass(frozen=True, eq=False)
class Chapter:
    """One indicator with its exhibits, each made when first asked for."""

    request: Request
    indicator: str
    name: str
    group: str

    @cached_property
    def verdict(self) -> Exhibit:
        """The verdict with the figures it rests on."""
        return _made(self.request, indicator.verdict)

    @cached_property
    def trajectory(self) -> Exhibit:
        """Actual against the path to the target."""
        return _made(self.request, indicator.trajectory)

    @cached_property
    def court(self) -> Exhibit:
        """What five methods say of the same figures."""
        return _made(self.request, indicator.court)

    @cached_property
    def by_district(self) -> Exhibit:
        """The districts beside one another."""
        return _made(self.request, indicator.by_district)

    @cached_property
    def districts_since_start(self) -> Exhibit:
        """What changed at each district since the first year."""
        return _made(self.request, indicator.districts_since_start)

    @cached_property
    def gap_by_district(self) -> Exhibit:
        """Which part each district has in the distance from the path."""
        return _made(self.request, indicator.gap_by_district)

    @cached_property
    def by_sector(self) -> Exhibit:
        """The sectors beside one another."""
        return _made(self.request, indicator.by_sector)

    @cached_property
    def targets(self) -> Exhibit:
        """The targets with their decisions."""
        return _made(self.request, indicator.targets)

    @cached_property
    def definition(self) -> Exhibit:
        """What is counted, and how."""
        return _made(self.request, indicator.definition)

    @cached_property
    def records(self) -> Exhibit:
        """Every record with the cell it came from."""
        return _made(self.request, indicator.records)


@dataclass(frozen=True, eq=False)
class Document:
    """One selection told whole: the overview, a chapter an indicator, the places, the method.

    `scan`: the hand-out of the same version, where there is one and its address is known.
    """

    request: Request
    chapters: tuple[Chapter, ...]
    scan: Scan | None = None

    @property
    def text(self) -> Text:
        """The words of its language."""
        return self.request.text

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue its places and sectors come from."""
        return self.request.catalogue

    @property
    def as_of(self) -> int:
        """The year whose end it is about."""
        return self.request.as_of

    @property
    def version(self) -> int:
        """The store's version its figures come from."""
        return self.request.reading.version

    @property
    def place(self) -> str:
        """The place it is about: toàn tỉnh, Đại Từ, ngành Chè."""
        return self.request.selected_place

    @property
    def is_of_province(self) -> bool:
        """Whether it is about the whole province."""
        return self.request.level == "province"

    @property
    def has_districts(self) -> bool:
        """Whether its place has districts to lay beside one another."""
        return self.request.selection.district is None

    @property
    def has_sectors(self) -> bool:
        """Whether its place has sectors to lay beside one another."""
        return self.request.selection.sector is None

    @property
    def is_demonstration(self) -> bool:
        """Whether demonstration data are among what it says."""
        return self.final_verdict.is_demonstration

    @cached_property
    def final_verdict(self) -> Exhibit:
        """How the verdicts are spread."""
        return _made(self.request, overview.final_verdict)

    @cached_property
    def groups(self) -> Exhibit:
        """How the verdicts of each group are spread."""
        return _made(self.request, overview.groups)

    @cached_property
    def needs_attention(self) -> Exhibit:
        """What is missed, lost, reversing, at risk or slow."""
        return _made(self.request, overview.needs_attention)

    @cached_property
    def ratio_over_years(self) -> Exhibit:
        """Each indicator's verdict at the end of each year."""
        return _made(self.request, overview.ratio_over_years)

    @cached_property
    def freshness(self) -> Exhibit:
        """How far the figures reach."""
        return _made(self.request, overview.freshness)

    @cached_property
    def standing(self) -> Exhibit:
        """Every indicator's verdict at the place, the worst first."""
        return standing(self.request, is_chosen=True, empty_key="exhibit.empty_store")

    @cached_property
    def districts(self) -> Exhibit:
        """Every district with the spread of its verdicts."""
        return _made(self.request, district.ranking)

    @cached_property
    def sectors(self) -> Exhibit:
        """Every sector with the spread of its verdicts."""
        return _made(self.request, sector.ranking)

    @cached_property
    def against_province(self) -> Exhibit:
        """The place beside the one it is a part of, indicator by indicator."""
        page = sector if self.request.selection.district is None else district
        return _made(self.request, page.against_province)

    @cached_property
    def statuses(self) -> Exhibit:
        """The nine statuses and their rules."""
        return _made(self.request, method.statuses)

    @cached_property
    def methods(self) -> Exhibit:
        """The five methods of the court."""
        return _made(self.request, method.methods)


def document_of(
    reading: Reading, catalogue: Catalogue, selection: Selection, text: Text, *, scan: Scan | None = None
) -> Document:
    """Return what is to be told of a selection: every indicator of its group, or the one it names.

    Raises UnknownDistrict, UnknownSector.
    """
    if selection.district is not None:
        catalogue.district(selection.district)
    if selection.sector is not None:
        catalogue.sector(selection.sector)
    told = replace(selection, indicator=None, language=text.language)
    request = Request(reading, catalogue, told, text)
    listed = worst_first(request.assess(indicator=selection.indicator))
    listed.sort(key=lambda one: request.group_order(request.group_of(one.definition)))
    chapters = tuple(
        Chapter(
            request=replace(request, selection=replace(told, indicator=one.definition.id)),
            indicator=one.definition.id,
            name=text.name(one.definition),
            group=request.group_name(request.group_of(one.definition)),
        )
        for one in listed
    )
    return Document(request, chapters, scan)
