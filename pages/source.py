"""Where a figure comes from: the cell of the file that was received, or the parts that a total was built from."""

from indicators.ui import page

reader = page.reader()
cell = page.source.cell(reader)

if cell is not None:
    page.source.show_cell(reader, cell)
elif reader.selection.indicator is not None:
    page.source.parts_heading(reader)
    page.show(reader, "indicator.parts")
else:
    page.heading(reader.words("page.source"))
    page.empty(reader, reader.words("page.choose_source"))
