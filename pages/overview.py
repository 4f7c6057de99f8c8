"""The whole programme: the final verdict, what needs attention, the groups, the years, how fresh the data are."""

from indicators.ui import page

reader = page.reader()

page.filters.bar(reader, "year_control", "district", "sector", "group", "downloads")
page.show(
    reader,
    ("overview.needs_attention", "overview.groups"),
    "overview.ratio_over_years",
    "overview.freshness",
    lead="overview.final_verdict",
)
