"""One indicator: how it stands and why, its path, its places, its records and where they come from."""

from indicators.ui import page

reader = page.with_indicator(page.reader())
definition = reader.definitions.get(reader.selection.indicator or "")

page.filters.bar(reader, "indicator", "as_of", "district", "sector", "downloads")

if definition is None:
    page.heading(reader.words("page.indicator"))
    page.empty(reader, reader.words("page.indicator_not_in_version", version=reader.selection.version))
else:
    page.indicator_heading(reader, definition)
    page.show(
        reader,
        "indicator.verdict",
        "indicator.trajectory",
        "indicator.court",
        ("indicator.map", "indicator.by_district"),
        "indicator.gap_by_district",
        ("indicator.districts_over_years", "indicator.districts_since_start"),
        ("indicator.by_sector", "indicator.sectors_over_years"),
        "indicator.verdict_over_years",
        "indicator.targets",
        "indicator.definition",
        "indicator.records",
    )
