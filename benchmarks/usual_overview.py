"""The overview as a dashboard is usually written: all figures made anew at every run, nothing kept, no settings.

It draws the same exhibits by the same functions, so that only what is kept and set differs. Even so it is helped: the
store's engine remembers the answers of a version, which a dashboard that reads its files at every run does not.
"""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from indicators import catalogue, labels
from indicators.exhibits import verdicts
from indicators.selection import read
from indicators.store import Store, default_folder
from indicators.ui import style
from indicators.ui.builders import BUILDERS
from indicators.ui.elements import sheet
from indicators.ui.screens import SCREENS

words = labels.text("vi")
known = catalogue.load()
st.navigation([screen.page(words) for screen in SCREENS], position="hidden")
st.set_page_config(layout="wide")
st.html(f"<style>{style.sheet()}</style>")
store = Store.open(default_folder())
reading = store.at()
definitions = verdicts.definitions(reading)
selection, _ = read(
    {key: str(value) for key, value in st.query_params.to_dict().items()},
    catalogue=known,
    indicator_ids=definitions.keys(),
    latest_version=reading.version,
    default_as_of=verdicts.default_as_of(known),
)
selection = replace(selection, version=reading.version)
years = [str(year) for year in range(known.programme.first_year, known.programme.last_year + 1)]
st.selectbox("Năm", years, index=len(years) - 1)
st.selectbox("Huyện", [district.code for district in known.districts], index=None)
for name in ("final_verdict", "needs_attention", "groups", "ratio_over_years", "freshness"):
    named, is_lead = f"overview.{name}", name == "final_verdict"
    exhibit = BUILDERS[named](reading, known, selection, words)
    with st.container(border=not is_lead):
        st.html(sheet.opening(exhibit, "", is_lead=is_lead, with_headline=True))
        st.html(sheet.drawing(exhibit, named, selection))
        st.caption(exhibit.source_note)
        with st.popover(words("page.figures")):
            st.html(sheet.figures_of(exhibit, named, selection))
