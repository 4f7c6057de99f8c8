"""What is there and what is not: who reported which year, what waits for it, and a request ready to be sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indicators.catalogue import Catalogue
from indicators.exhibits.evidence import evidence_of, listed
from indicators.exhibits.exhibit import Completeness, Exhibit, Message, Subject, Table
from indicators.exhibits.frames import COMPLETENESS, MESSAGE, download, framed
from indicators.exhibits.reporting import WANTED, Cell, Reporting, State, reporting_of
from indicators.exhibits.request import Request
from indicators.exhibits.revisions import Revisions, revisions
from indicators.exhibits.rows import ValueRow
from indicators.exhibits.verdicts import Assessed
from indicators.exhibits.words import Words
from indicators.labels import Text
from indicators.selection import Selection
from indicators.store import Reading

MOST_DISTRICTS_NAMED = 3

__all__ = ["blocking", "reported", "request_text"]


@dataclass(frozen=True)
class _Seen:
    """The states of one request, the verdicts they were taken from, and the years they reach over."""

    request: Request
    assessed: tuple[Assessed, ...]
    reporting: Reporting
    years: range

    def expected(self) -> list[Assessed]:
        """Return one verdict of each indicator that any district is expected to report, by group and name."""
        ids = {id for (id, _, _), state in self.reporting.states.items() if state is not State.NOT_EXPECTED}
        first = {one.definition.id: one for one in reversed(self.assessed) if one.definition.id in ids}
        request = self.request
        return sorted(
            first.values(),
            key=lambda one: (request.group_order(request.group_of(one.definition)), request.text.name(one.definition)),
        )

    def wanted(self) -> list[Cell]:
        """Return the cells without a figure, those first that most verdicts wait for, then the latest years."""
        found = [cell for cell, state in self.reporting.states.items() if state in WANTED]
        return sorted(found, key=lambda cell: (-self.reporting.blocked[cell], -cell[2], cell[0], cell[1]))

    def name(self, indicator: str) -> str:
        """Return an indicator's name."""
        known = next(one.definition for one in self.assessed if one.definition.id == indicator)
        return self.request.text.name(known)


def reported(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return what each district reported for the year; where one district is chosen, what it did for every year."""
    seen, revised = _seen(reading, catalogue, selection, text), revisions(reading)
    seen = replace(seen, reporting=seen.reporting.revised_by(revised))
    frame = framed(COMPLETENESS, _cells(seen, revised))
    return seen.request.exhibit(
        "reported",
        title=seen.request.titled(text("exhibit.reported_title")),
        headline=_headline(seen),
        frame=frame,
        drawing=Completeness(),
        evidence=evidence_of(seen.assessed, text),
        figures=download(
            frame,
            {
                "row_label": text("exhibit.column_indicator"),
                "column_label": text("exhibit.column_district_or_year"),
                "state_label": text("exhibit.column_state"),
                "former": text("exhibit.column_former"),
            },
        ),
        empty_sentence=text("exhibit.empty_completeness"),
        notes=(text("exhibit.reported_note"), text("exhibit.reported_late_note"), *_revision_notes(revised, text)),
    )


def blocking(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return the figures that are wanting, those first that most verdicts wait for."""
    seen = _seen(reading, catalogue, selection, text)
    wanted = seen.wanted()
    headers = {name: text(f"exhibit.column_{name}") for name in ("indicator", "district", "year", "state", "blocked")}
    rows = [
        (
            seen.name(id), text.name(catalogue.district(district)), str(year),
            _label(seen.reporting.states[id, district, year], text), seen.reporting.blocked[id, district, year],
        )
        for id, district, year in wanted
    ]  # fmt: skip
    frame = framed(tuple(headers), rows)
    return seen.request.exhibit(
        "blocking",
        title=seen.request.titled(text("exhibit.blocking_title")),
        headline=_blocking_headline(seen, wanted),
        frame=frame,
        drawing=Table(
            headers=tuple(headers.values()),
            links=(("indicator", tuple(Subject(id) for id, _, _ in wanted)),),
        ),
        evidence=evidence_of(seen.assessed, text),
        figures=download(frame, headers),
        empty_sentence=text("exhibit.nothing_wanting"),
        notes=(text("exhibit.blocking_note"),),
    )


def request_text(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return the letter that asks one district for what is wanting; without a district, for one to be chosen."""
    request = Request(reading, catalogue, selection, text)
    title = text("exhibit.request_title")
    if selection.district is None:
        return request.asking(
            "request_text", title=title, drawing=Message(), columns=MESSAGE,
            sentence=text("exhibit.choose_district_to_ask"),
        )  # fmt: skip
    seen = _seen(reading, catalogue, selection, text)
    frame = framed(MESSAGE, ((line,) for line in _letter(seen, selection.district)))
    return request.exhibit(
        "request_text",
        title=title,
        headline=text("exhibit.request_headline", district=text.name(catalogue.district(selection.district))),
        frame=frame,
        drawing=Message(),
        evidence=evidence_of(seen.assessed, text),
        figures=download(frame, {"line": title}),
        empty_sentence=text("exhibit.nothing_wanting"),
    )


def _seen(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> _Seen:
    request = Request(reading, catalogue, selection, text)
    years = range(catalogue.programme.first_year, request.as_of + 1)
    # Whether one district is late shows only beside the others.
    assessed = request.assess_at("district")
    provinces = request.assess_at("province")
    reporting = reporting_of(assessed, provinces, years=years).of_district(selection.district)
    own = tuple(one for one in assessed if selection.district in (None, one.district))
    return _Seen(request, own, reporting, years)


def _revision_notes(revised: Revisions, text: Text) -> Iterator[str]:
    yield text("exhibit.reported_revised_note" if revised.is_told else "exhibit.revisions_of_large")
    if revised.untold:
        yield text("exhibit.revisions_untold", uploads=", ".join(map(str, sorted(revised.untold))))


def _cells(seen: _Seen, revised: Revisions) -> Iterator[tuple[object, ...]]:
    text, catalogue, selection = seen.request.text, seen.request.catalogue, seen.request.selection
    for one in seen.expected():
        id, name = one.definition.id, text.name(one.definition)
        if selection.district is not None:
            columns = [(str(year), str(year), (id, selection.district, year)) for year in seen.years]
        else:
            columns = [
                (district.code, text.name(district), (id, district.code, seen.request.as_of))
                for district in catalogue.districts
            ]
        for column, label, cell in columns:
            state = seen.reporting.states[cell]
            row = seen.reporting.rows.get(cell)
            former = _former(row, revised, seen.request.words(one.definition))
            lines = [
                text("exhibit.reported_hover", indicator=name, column=label, state=_label(state, text)),
                former and text("exhibit.reported_former", former=former),
                *_said_of(row, seen.request.words(one.definition)),
            ]
            hover = "\n".join(filter(None, lines))
            yield id, name, column, label, str(state), _label(state, text), hover, former


def _said_of(row: ValueRow | None, words: Words) -> Iterator[str]:
    """Yield a figure with its unit, its quality and where it came from."""
    if row is not None and row.value is not None:
        yield words.value(row.value)
        yield words.text("exhibit.of_quality", quality=words.text(f"exhibit.quality_{row.quality}"))
        yield row.origin


def _former(row: ValueRow | None, revised: Revisions, words: Words) -> str:
    """Return what a figure was before it was revised, with the upload that did so; empty where it never was."""
    found = None if row is None else revised.of(row)
    if found is None:
        return ""
    was = "" if found.value is None else words.value(found.value)
    key = "exhibit.former" if was else "exhibit.former_of_parts"
    return words.text(key, was=was, upload=found.upload)


def _label(state: State, text: Text) -> str:
    return text(f"status.reported_{state}")


def _headline(seen: _Seen) -> str:
    text = seen.request.text
    year = seen.request.as_of
    of_year = {cell: state for cell, state in seen.reporting.states.items() if cell[2] == year}
    expected = [state for state in of_year.values() if state is not State.NOT_EXPECTED]
    if not expected:
        return text("exhibit.reported_none", year=year)
    there = sum(state not in WANTED for state in expected)
    said = text("exhibit.reported_headline", there=text.number(there), expected=text.number(len(expected)), year=year)
    late = _latest_districts(seen, of_year) if seen.request.selection.district is None else ""
    changed = expected.count(State.REVISED)
    key = "exhibit.reported_revised_one" if changed == 1 else "exhibit.reported_revised"
    more = [
        text(key, count=text.number(changed)) if changed else "",
        text("exhibit.reported_late", places=late) if late else "",
    ]
    return " ".join(filter(None, [said, *more]))


def _latest_districts(seen: _Seen, of_year: dict[Cell, State]) -> str:
    catalogue, text = seen.request.catalogue, seen.request.text
    counts = {
        district: sum(state in WANTED for (_, code, _), state in of_year.items() if code == district.code)
        for district in catalogue.districts
    }
    late = sorted((district for district in counts if counts[district]), key=lambda district: -counts[district])
    named = (
        text("exhibit.place_and_count", place=text.name(district), count=text.number(counts[district]))
        for district in late
    )
    return listed(named, text, most=MOST_DISTRICTS_NAMED, key="exhibit.and_more_places")


def _blocking_headline(seen: _Seen, wanted: Sequence[Cell]) -> str:
    text = seen.request.text
    if not wanted:
        return text("exhibit.nothing_wanting")
    waiting = sum(1 for cell in wanted if seen.reporting.blocked[cell])
    return text("exhibit.blocking_headline", count=text.number(len(wanted)), waiting=text.number(waiting))


def _letter(seen: _Seen, district: str) -> Iterator[str]:
    text, place = seen.request.text, seen.request.catalogue.district(district)
    wanted = [cell for cell in seen.wanted() if cell[1] == district]
    if not wanted:
        return
    years: dict[str, list[int]] = {}
    for id, _, year in wanted:
        years.setdefault(id, []).append(year)
    name = text.name(place.rank_in(seen.request.as_of))
    # Inside a sentence the word for the rank has no capital: huyện Võ Nhai.
    name = name[:1].lower() + name[1:] if text.language == "vi" else name
    programme = text.name(seen.request.catalogue.programme)
    yield text("exhibit.request_to", district=name)
    yield ""
    yield text("exhibit.request_why", programme=programme, district=name, year=seen.request.as_of)
    yield ""
    units = {one.definition.id: seen.request.words(one.definition).unit for one in seen.assessed}
    for number, (id, missing) in enumerate(years.items(), start=1):
        named = ", ".join(_runs(sorted(missing)))
        yield text("exhibit.request_line", number=number, indicator=seen.name(id), unit=units[id], years=named)
    yield ""
    yield text("exhibit.request_how")
    yield text("exhibit.request_thanks")


def _runs(years: Sequence[int]) -> Iterator[str]:
    """Yield years in order, those that follow one another as one run: 2014, 2016–2018."""
    for year in years:
        if year - 1 in years:
            continue
        last = next(end for end in range(year, years[-1] + 1) if end + 1 not in years)
        yield str(year) if last == year else f"{year}, {last}" if last == year + 1 else f"{year}–{last}"
