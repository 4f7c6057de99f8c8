"""One district: where it stands on every indicator, against the province, among the others, beside another."""

from indicators.ui import page

reader = page.with_place(page.reader(), "district")

page.filters.bar(reader, "as_of", "sector", "group", "downloads")
page.place_heading(reader, "district")
page.filters.district_picker(reader)

page.show(reader, ("district.standing", "district.against_province"), "district.ranking")

page.filters.bar(reader, "other_district")
if reader.selection.other_district is None:
    page.empty(reader, reader.words("page.choose_other_district"))
else:
    page.show(reader, "district.side_by_side")

page.show(reader, "district.boundaries")
