"""What changed most at the districts since the first year, and who overtook whom; only what can be compared is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from indicators.catalogue.definition import Direction, Kind
from indicators.exhibits.evidence import evidence_of, listed
from indicators.exhibits.exhibit import Exhibit, Slope
from indicators.exhibits.frames import SLOPE, framed
from indicators.exhibits.phrases import sentence
from indicators.exhibits.place_charts import figure_notes, within
from indicators.exhibits.places import DISTRICT, Places
from indicators.exhibits.request import Request
from indicators.exhibits.two_years import Course, Courses

MOST_NAMED = 3


def since_start(request: Request) -> Exhibit:
    """Return each district in the first year and in the last one, a line between where the two can be compared."""
    key, text = "districts_since_start", request.text
    title, one = text("exhibit.since_start_title"), request.chosen()
    if one is None or request.selection.indicator is None:
        return request.without_indicator(key, title=title, drawing=Slope(), columns=SLOPE)
    courses = Courses(Places(request, DISTRICT, request.selection.indicator), request.words(one.definition))
    is_drawn = one.definition.kind is not Kind.YES_NO
    empty = text("exhibit.since_start_empty" if is_drawn else "exhibit.since_start_yes_no")
    drawn = _ordered(courses) if is_drawn else []
    return request.exhibit(
        key,
        title=text("exhibit.titled", title=title, narrowed=", ".join([courses.words.name, *within(courses.places)])),
        headline=_headline(courses) if drawn else empty,
        frame=framed(SLOPE, (_row(courses, course) for course in drawn)),
        drawing=Slope(first=courses.first, last=courses.last),
        evidence=evidence_of(courses.places.parts, text),
        figures=_figures(courses, drawn) if drawn else framed(SLOPE, []),
        empty_sentence=empty,
        unit=courses.words.unit,
        decimals=one.definition.decimals,
        notes=[*_notes(courses), *figure_notes(request, courses.places)] if drawn else (),
    )


def _ordered(courses: Courses) -> list[Course]:
    """Return the districts with a figure in either year, the highest of the last year first."""
    drawn = [course for course in courses.each if course.before or course.after]
    return sorted(drawn, key=lambda course: (course.after is None, -course.last_value))


def _row(courses: Courses, course: Course) -> tuple[object, ...]:
    before, after = course.before, course.after
    return (
        courses.places.key(course.one), course.name, None if before is None else before.value,
        None if after is None else after.value, before is not None and not before.is_firm,
        after is not None and not after.is_firm, "" if before is None else before.hover,
        "" if after is None else after.hover, ", ".join(map(str, course.breaks)), course in courses.told,
        str(course.one.verdict.status),
    )  # fmt: skip


def _figures(courses: Courses, drawn: Sequence[Course]) -> pd.DataFrame:
    text = courses.words.text
    headers = (
        text("exhibit.column_district"), text("exhibit.column_value_of", year=courses.first),
        text("exhibit.column_value_of", year=courses.last), text("exhibit.column_changed_by"),
        text("exhibit.column_new_borders"),
    )  # fmt: skip
    return framed(
        headers,
        (
            (
                course.name, course.before and course.before.value, course.after and course.after.value, course.change,
                ", ".join(map(str, course.breaks)) or None,
            )
            for course in drawn
        ),
    )  # fmt: skip


def _headline(courses: Courses) -> str:
    text, years = courses.words.text, {"first": courses.first, "last": courses.last}
    broken = sum(bool(course.breaks) for course in courses.each)
    apart = text("exhibit.since_start_apart_one" if broken == 1 else "exhibit.since_start_apart", count=broken)
    if not courses.compared:
        return sentence(text("exhibit.since_start_none_compared", **years), apart if broken else "")
    return sentence(_most(courses), _overtaken(courses), apart if broken else "")


def _most(courses: Courses) -> str:
    text, years = courses.words.text, {"first": courses.first, "last": courses.last}
    most = courses.changed_most
    if not most:
        return text("exhibit.since_start_still", **years)
    signs = {(course.change or 0.0) > 0 for course in most}
    way = "moved" if len(signs) > 1 else "rose" if signs == {True} else "fell"
    names = listed([course.name for course in most], text, most=MOST_NAMED, key="exhibit.and_more_places")
    by = courses.words.difference(abs(most[0].change or 0.0))
    return text(f"exhibit.since_start_{way}", places=names, by=by, **years)


def _overtaken(courses: Courses) -> str:
    """Return who overtook most others, and whom; nothing where no one did or where being ahead means nothing."""
    text = courses.words.text
    if courses.words.definition.direction is Direction.BAND or len(courses.compared) < 2:
        return ""
    leader = courses.overtaker
    if leader is None:
        return text("exhibit.since_start_no_overtaking")
    others = listed(
        [other.name for other in courses.overtaken_by(leader)], text, most=MOST_NAMED, key="exhibit.and_more_places"
    )
    is_down = courses.words.definition.direction is Direction.DOWN
    key = "exhibit.since_start_fell_below" if is_down else "exhibit.since_start_overtook"
    return text(key, place=leader.name, others=others)


def _notes(courses: Courses) -> Iterator[str]:
    text, first_year = courses.words.text, courses.places.request.catalogue.programme.first_year
    if courses.first > first_year:
        yield text("exhibit.since_start_later", first=courses.first, programme=first_year)
    if courses.last < courses.places.request.as_of:
        yield text("exhibit.since_start_earlier", last=courses.last, year=courses.places.request.as_of)
    for year, names in (
        (courses.first, [course.name for course in courses.each if course.before is None]),
        (courses.last, [course.name for course in courses.each if course.after is None]),
    ):
        if names:
            yield text("exhibit.since_start_without", year=year, places=", ".join(names))
    if any(course.breaks for course in courses.each):
        yield text("exhibit.since_start_apart_note")
