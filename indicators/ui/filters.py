"""The filters that all pages share: each shows what the address says and, when changed, writes its code there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from indicators.catalogue.alphabet import alphabetical
from indicators.selection import KEY_BY_FIELD
from indicators.ui import session
from indicators.ui.downloads import downloads
from indicators.ui.reader import Reader

EVERYWHERE = ""


def bar(reader: Reader, *fields: str) -> None:
    """Place the filters of these fields, and the menu of downloads, in one line that wraps on a phone."""
    place: Mapping[str, Callable[[Reader], None]] = {
        "year_control": year_control,
        "as_of": as_of,
        "indicator": indicator,
        "district": district,
        "sector": sector,
        "group": group,
        "other_district": other_district,
        "other_sector": other_sector,
        "downloads": partial(downloads, is_of_indicator="indicator" in fields),
    }
    with st.container(key=f"filters-{fields[0].replace('_', '-')}", horizontal=True, gap="small"):
        for field in fields:
            place[field](reader)


def as_of(reader: Reader) -> None:
    """Place the year as a list to choose from."""
    years = {str(year): str(year) for year in years_of(reader)[::-1]}
    _choose(reader, "as_of", session.AS_OF, years, everywhere=None)


def year_control(reader: Reader) -> None:
    """Place the year as one row of buttons, the programme from its first year to its last."""
    years = [str(year) for year in years_of(reader)]
    st.session_state[session.AS_OF] = str(reader.selection.as_of)
    st.segmented_control(
        reader.words("page.filter_as_of_end"), years, key=session.AS_OF, required=True,
        on_change=partial(_written, "as_of", session.AS_OF),
    )  # fmt: skip


def years_of(reader: Reader) -> list[int]:
    """Return the years of the programme, and the one asked for where it lies outside."""
    programme = reader.catalogue.programme
    return sorted({*range(programme.first_year, programme.last_year + 1), reader.selection.as_of})


def chosen(reader: Reader, field: str) -> str:
    """Return the name of the district, sector or group that is chosen, or that all of them are."""
    names, everywhere = {
        "district": (_districts, "page.whole_province"),
        "sector": (_sectors, "page.all_sectors"),
        "group": (_groups, "page.all_groups"),
    }[field]
    return names(reader).get(getattr(reader.selection, field) or "", reader.words(everywhere))


def indicator(reader: Reader) -> None:
    """Place the list of indicators, by their names."""
    named = {id: reader.words.name(definition) for id, definition in reader.definitions.items()}
    options = dict(sorted(named.items(), key=lambda item: alphabetical(item[1])))
    _choose(reader, "indicator", session.INDICATOR, options, everywhere=None)


def district(reader: Reader) -> None:
    """Place the list of districts, the whole province first."""
    _choose(reader, "district", session.DISTRICT, _districts(reader), everywhere="page.whole_province")


def sector(reader: Reader) -> None:
    """Place the list of sectors, all of them first."""
    _choose(reader, "sector", session.SECTOR, _sectors(reader), everywhere="page.all_sectors")


def group(reader: Reader) -> None:
    """Place the list of groups of indicators, all of them first."""
    _choose(reader, "group", session.GROUP, _groups(reader), everywhere="page.all_groups")


def other_district(reader: Reader) -> None:
    """Place the list of districts to lay beside the one shown."""
    options = {code: name for code, name in _districts(reader).items() if code != reader.selection.district}
    _choose(reader, "other_district", session.OTHER_DISTRICT, options, everywhere="page.choose_district")


def other_sector(reader: Reader) -> None:
    """Place the list of sectors to lay beside the one shown."""
    options = {id: name for id, name in _sectors(reader).items() if id != reader.selection.sector}
    _choose(reader, "other_sector", session.OTHER_SECTOR, options, everywhere="page.choose_sector")


def district_picker(reader: Reader) -> None:
    """Place all districts as buttons, for the page that is about one."""
    _pick(reader, "district", session.DISTRICT, _districts(reader))


def sector_picker(reader: Reader) -> None:
    """Place all sectors as buttons, for the page that is about one."""
    _pick(reader, "sector", session.SECTOR, _sectors(reader))


def _districts(reader: Reader) -> dict[str, str]:
    return {district.code: reader.words.name(district) for district in reader.catalogue.districts}


def _sectors(reader: Reader) -> dict[str, str]:
    return {sector.id: reader.words.name(sector) for sector in reader.catalogue.sectors}


def _groups(reader: Reader) -> dict[str, str]:
    return {group.id: reader.words.name(group) for group in reader.catalogue.groups}


def _choose(reader: Reader, field: str, key: str, names: Mapping[str, str], *, everywhere: str | None) -> None:
    codes = [*([EVERYWHERE] if everywhere else []), *names]
    shown = {**names, EVERYWHERE: reader.words(everywhere) if everywhere else ""}
    chosen = getattr(reader.selection, field)
    st.session_state[key] = str(chosen) if chosen is not None and str(chosen) in codes else next(iter(codes), None)
    st.selectbox(
        reader.words(f"page.filter_{field}"), codes, key=key, format_func=partial(_name, shown),
        on_change=partial(_written, field, key),
    )  # fmt: skip


def _pick(reader: Reader, field: str, key: str, names: Mapping[str, str]) -> None:
    codes: Sequence[str] = list(names)
    chosen = getattr(reader.selection, field)
    st.session_state[key] = chosen if chosen in names else None
    st.pills(
        reader.words(f"page.filter_{field}"), codes, key=key, format_func=partial(_name, names),
        on_change=partial(_written, field, key), label_visibility="collapsed",
    )  # fmt: skip


def _name(names: Mapping[str, str], code: str) -> str:
    return names.get(code, code)


def _written(field: str, key: str) -> None:
    """Write a widget's code into the address, or take it out where nothing narrows any more."""
    code = st.session_state.get(key)
    if code in (None, EVERYWHERE):
        st.query_params.pop(KEY_BY_FIELD[field], None)
    else:
        st.query_params[KEY_BY_FIELD[field]] = str(code)
