"""Making the catalogue from the hand-written files of data/catalogue/."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

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
from indicators.catalogue.lookup import Catalogue, Index
from indicators.catalogue.spelling import as_key, as_unit_key, without_marks
from indicators.catalogue.tables import Table, read_rows, read_toml
from indicators.errors import BrokenCatalogue

FOLDER = Path(__file__).parents[2] / "data" / "catalogue"
PROVINCE_COLUMNS = ("kind", "code", "name_vi", "name_en", "spellings")
PLACE_KINDS = ("country", "region", "province", "city", "former", "other")

# What a row is called by: its id and every spelling.
Called = tuple[str, tuple[str, ...]]


@cache
def load(folder: Path = FOLDER) -> Catalogue:
    """Return the catalogue of a folder, read once; raises BrokenCatalogue with the file and what is wrong in it."""
    programme = _programme(read_toml(folder / "programme.toml"))
    province, whole_province = _province(read_toml(folder / "province.toml"))
    districts = _districts(read_toml(folder / "districts.toml"))
    sectors, all_sectors = _sectors(read_toml(folder / "sectors.toml"))
    units = _units(read_toml(folder / "units.toml"))
    groups = _groups(read_toml(folder / "groups.toml"))
    places = tuple(_places(folder / "provinces.csv"))
    index = Index(
        districts=_index("districts.toml", [(known.code, known.spellings) for known in districts]),
        sectors=_index("sectors.toml", [(known.id, known.spellings) for known in sectors]),
        groups=_index("groups.toml", [(known.id, known.spellings) for known in groups]),
        units=_index("units.toml", [(known.id, known.spellings) for known in units], keyed=_unit_keys),
        whole_province=frozenset(key for text in whole_province for key in _marked_or_not(text)),
        province_unmarked=frozenset(without_marks(as_key(text)) for text in (*province.spellings, province.name_vi)),
        all_sectors=frozenset(key for text in all_sectors for key in _marked_or_not(text)),
        outside_unmarked=_outside(places, province),
    )
    _check_province(index)
    outside = tuple(place for place in places if place.code != province.code)
    return Catalogue(programme, province, districts, sectors, units, groups, outside, index)


def _programme(table: Table) -> Programme:
    programme = Programme(
        id=table.text("id"),
        name_vi=table.text("name_vi"),
        name_en=table.text("name_en"),
        first_year=table.whole_number("first_year"),
        last_year=table.whole_number("last_year"),
        documents=table.texts("documents"),
    )
    table.done()
    if programme.first_year > programme.last_year:
        raise table.broken(why="first_year is after last_year")
    return programme


def _province(table: Table) -> tuple[Province, tuple[str, ...]]:
    province = Province(
        code=table.text("code"),
        name_vi=table.text("name_vi"),
        name_en=table.text("name_en"),
        spellings=table.texts("spellings"),
    )
    whole_province = table.texts("whole_province")
    table.done()
    return province, whole_province


def _districts(table: Table) -> tuple[District, ...]:
    by_rank = table.named_tables("rank_words")
    words = {rank: (word.texts("before"), word.texts("after")) for rank, word in by_rank.items()}
    districts = tuple(_district(entry, words) for entry in table.tables("district", at_least=1))
    table.done()
    return districts


def _district(entry: Table, words: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]) -> District:
    ranks = tuple(_rank(rank, words) for rank in entry.tables("rank", at_least=1))
    names, code = entry.texts("names"), entry.text("code")
    short_vi, short_en = entry.text("name_vi"), entry.text("name_en")
    made = [f"{word} {name}" for rank in ranks for name in names for word in words[rank.rank][0]]
    made += [f"{name} {word}" for rank in ranks for name in names for word in words[rank.rank][1]]
    alone = names if entry.yes("name_alone") else ()
    official = [name for rank in ranks for name in (rank.name_vi, rank.name_en)]
    spellings = (code, short_vi, short_en, *official, *alone, *made, *entry.texts("spellings"))
    breaks = tuple(_break(change) for change in entry.tables("break"))
    entry.done()
    for order in ([rank.since for rank in ranks], [change.effective for change in breaks]):
        if order != sorted(set(order)):
            raise entry.broken(why="ranks and breaks must stand in the order of their days")
    return District(code, short_vi, short_en, ranks, tuple(dict.fromkeys(spellings)), breaks)


def _rank(table: Table, words: Mapping[str, object]) -> Rank:
    rank = Rank(
        since=table.day("since"),
        rank=table.text("rank"),
        name_vi=table.text("name_vi"),
        name_en=table.text("name_en"),
        document=table.text("document", may_be_empty=True),
    )
    table.done()
    if rank.rank not in words:
        raise table.broken(why=f"rank {rank.rank} has no [rank_words.{rank.rank}]")
    return rank


def _break(table: Table) -> BoundaryBreak:
    change = BoundaryBreak(
        first_year=table.whole_number("first_year"),
        effective=table.day("effective"),
        document=table.text("document"),
        note_vi=table.text("note_vi"),
        note_en=table.text("note_en"),
    )
    table.done()
    # A yearly figure has the borders of 31 December, so the year of the change is the first with the new ones.
    if change.first_year != change.effective.year:
        raise table.broken(why=f"first_year must be {change.effective.year}, the year of the day it took effect")
    return change


def _sectors(table: Table) -> tuple[tuple[Sector, ...], tuple[str, ...]]:
    all_sectors = table.texts("all_sectors")
    sectors = []
    for entry in table.tables("sector", at_least=1):
        id, name_vi, name_en = entry.text("id"), entry.text("name_vi"), entry.text("name_en")
        sectors.append(
            Sector(
                id=id,
                name_vi=name_vi,
                name_en=name_en,
                vsic_codes=entry.texts("vsic_codes"),
                spellings=(id, name_vi, name_en, *entry.texts("spellings")),
                note_vi=entry.text("note_vi", may_be_empty=True),
                note_en=entry.text("note_en", may_be_empty=True),
            )
        )
        entry.done()
    table.done()
    return tuple(sectors), all_sectors


def _units(table: Table) -> tuple[Unit, ...]:
    units = []
    for entry in table.tables("unit", at_least=1):
        id, name_vi, name_en = entry.text("id"), entry.text("name_vi"), entry.text("name_en")
        dimension, factor = entry.text("dimension"), entry.positive_number("factor")
        units.append(Unit(id, name_vi, name_en, dimension, factor, (id, name_vi, name_en, *entry.texts("spellings"))))
        entry.done()
    table.done()
    return tuple(units)


def _groups(table: Table) -> tuple[Group, ...]:
    groups = []
    for entry in table.tables("group", at_least=1):
        id, name_vi, name_en = entry.text("id"), entry.text("name_vi"), entry.text("name_en")
        groups.append(Group(id, name_vi, name_en, (id, name_vi, name_en, *entry.texts("spellings"))))
        entry.done()
    table.done()
    return tuple(groups)


def _places(path: Path) -> Iterator[OutsidePlace]:
    for row in read_rows(path, columns=PROVINCE_COLUMNS):
        kind, name_vi, name_en = row.text("kind"), row.text("name_vi"), row.text("name_en")
        if kind not in PLACE_KINDS:
            raise row.broken(why=f"kind must be one of {', '.join(PLACE_KINDS)}, not {kind}")
        listed = [text.strip() for text in row.text("spellings", may_be_empty=True).split(";") if text.strip()]
        if kind in {"province", "city", "former"}:
            listed += [f"Tỉnh {name_vi}", f"{name_en} province"]
        if kind == "city":
            bare = name_vi.removeprefix("TP ")
            listed += [f"{word} {bare}" for word in ("TP", "Thành phố", "T.P")] + [f"{bare} city"]
        spellings = tuple(dict.fromkeys((name_vi, name_en, *listed)))
        yield OutsidePlace(kind, row.text("code", may_be_empty=True), name_vi, name_en, spellings)


def _outside(places: Sequence[OutsidePlace], province: Province) -> frozenset[str]:
    codes = [place.code for place in places if place.code]
    if len(codes) != len(set(codes)):
        raise BrokenCatalogue(file="provinces.csv", why="the same code stands twice")
    if province.code not in codes:
        raise BrokenCatalogue(file="province.toml", why=f"the code {province.code} is not in provinces.csv")
    meant = _index(
        "provinces.csv",
        [(f"{place.kind} {place.name_vi}", place.spellings) for place in places],
        keyed=lambda text: (without_marks(as_key(text)),),
    )
    own = {f"{place.kind} {place.name_vi}" for place in places if place.code == province.code}
    return frozenset(key for key, place in meant.items() if place not in own)


def _marked_or_not(text: str) -> tuple[str, ...]:
    return as_key(text), without_marks(as_key(text))


def _unit_keys(text: str) -> tuple[str, ...]:
    # Without their marks two units can read alike ("đ", "d"), so a unit is known by its marks only.
    return (as_unit_key(text),)


def _index(
    file: str, called: Iterable[Called], *, keyed: Callable[[str], Iterable[str]] = _marked_or_not
) -> Mapping[str, str]:
    """Return what each spelling means; one that could mean two things is refused rather than guessed."""
    called = tuple(called)
    ids = [id for id, _ in called]
    if len(ids) != len(set(ids)):
        raise BrokenCatalogue(file=file, why="the same id or code stands twice")
    meant: dict[str, str] = {}
    for id, spellings in called:
        for spelling in spellings:
            for key in keyed(spelling):
                if meant.setdefault(key, id) != id:
                    raise BrokenCatalogue(file=file, why=f"“{spelling}” could mean {meant[key]} or {id}")
    return meant


def _check_province(index: Index) -> None:
    """Refuse a name that would be both the whole province and one of its districts, or a place outside."""
    both = (index.whole_province | index.province_unmarked) & (set(index.districts) | index.outside_unmarked)
    if both:
        raise BrokenCatalogue(file="province.toml", why=f"“{min(both)}” also names a district or a place outside")
