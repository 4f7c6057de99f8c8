"""One sector: where it stands on every indicator, against the province, among the others, beside another."""

from indicators.ui import page

reader = page.with_place(page.reader(), "sector")

page.filters.bar(reader, "as_of", "district", "group", "downloads")
page.place_heading(reader, "sector")
page.filters.sector_picker(reader)

page.show(reader, ("sector.standing", "sector.against_province"), "sector.ranking")

page.filters.bar(reader, "other_sector")
if reader.selection.other_sector is None:
    page.empty(reader, reader.words("page.choose_other_sector"))
else:
    page.show(reader, "sector.side_by_side")
